/**
 * Cognates: words that Italian and English have in common but for spelling. Both are brought to one form by the regular
 * correspondences between the languages, which go back to the same Latin and Greek; words with the same form are
 * cognates. No dictionary is needed, so names, new terms and rare words are found too.
 */
import { foldWord } from '../fold.ts'

type Rule = readonly [ending: string, common: string]

/** Endings, longest first where one is part of another. The common form is arbitrary but the same for both. */
const ENDINGS: Record<string, readonly Rule[]> = {
  it: [
    ['izzazione', 'isatio'],
    ['izzazioni', 'isatio'],
    ['izzare', 'ise'],
    ['izzato', 'ise'],
    ['zia', 'ci'],
    ['zie', 'ci'],
    ['zione', 'tio'],
    ['zioni', 'tio'],
    ['sione', 'sio'],
    ['sioni', 'sio'],
    ['logia', 'log'],
    ['logie', 'log'],
    ['grafia', 'graf'],
    ['grafie', 'graf'],
    ['logico', 'logic'],
    ['mente', 'li'],
    ['mento', 'ment'],
    ['menti', 'ment'],
    ['ismo', 'ism'],
    ['ismi', 'ism'],
    ['ista', 'ist'],
    ['isti', 'ist'],
    ['iste', 'ist'],
    ['ita', 'iti'],
    ['eta', 'eti'],
    ['enza', 'enc'],
    ['enze', 'enc'],
    ['anza', 'anc'],
    ['anze', 'anc'],
    ['abile', 'abl'],
    ['abili', 'abl'],
    ['ibile', 'ibl'],
    ['ibili', 'ibl'],
    ['ario', 'ari'],
    ['aria', 'ari'],
    ['ari', 'ari'],
    ['arie', 'ari'],
    ['orio', 'ori'],
    ['ori', 'or'],
    ['ore', 'or'],
    ['oso', 'os'],
    ['osa', 'os'],
    ['osi', 'os'],
    ['ose', 'os'],
    ['ivo', 'iv'],
    ['iva', 'iv'],
    ['ivi', 'iv'],
    ['ive', 'iv'],
    ['ico', 'ic'],
    ['ica', 'ic'],
    ['ici', 'ic'],
    ['iche', 'ic'],
    ['ale', 'al'],
    ['ali', 'al'],
    ['are', 'at'],
    ['ato', 'at'],
    ['ata', 'at'],
    ['ati', 'at'],
    ['ate', 'at'],
  ],
  en: [
    ['isation', 'isatio'],
    ['isations', 'isatio'],
    ['ization', 'isatio'],
    ['izations', 'isatio'],
    ['ise', 'ise'],
    ['ize', 'ise'],
    ['ised', 'ise'],
    ['ized', 'ise'],
    ['tions', 'tio'],
    ['tion', 'tio'],
    ['sions', 'sio'],
    ['sion', 'sio'],
    ['logy', 'log'],
    ['logies', 'log'],
    ['graphy', 'graf'],
    ['graphies', 'graf'],
    ['logical', 'logic'],
    ['ly', 'li'],
    ['ments', 'ment'],
    ['ment', 'ment'],
    ['isms', 'ism'],
    ['ism', 'ism'],
    ['ists', 'ist'],
    ['ist', 'ist'],
    ['ities', 'iti'],
    ['ity', 'iti'],
    ['eties', 'eti'],
    ['ety', 'eti'],
    ['ences', 'enc'],
    ['ence', 'enc'],
    ['encies', 'enc'],
    ['ency', 'enc'],
    ['ances', 'anc'],
    ['ance', 'anc'],
    ['ancies', 'anc'],
    ['ancy', 'anc'],
    ['able', 'abl'],
    ['ible', 'ibl'],
    ['aries', 'ari'],
    ['ary', 'ari'],
    ['ories', 'ori'],
    ['ory', 'ori'],
    ['ors', 'or'],
    ['or', 'or'],
    ['our', 'or'],
    ['ous', 'os'],
    ['ive', 'iv'],
    ['ives', 'iv'],
    ['ical', 'ic'],
    ['ics', 'ic'],
    ['ic', 'ic'],
    ['als', 'al'],
    ['al', 'al'],
    ['ates', 'at'],
    ['ated', 'at'],
    ['ate', 'at'],
  ],
}

/** Spellings inside words, in order. English keeps the Greek letters that Italian has simplified. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/rh/g, 'r'],
  [/ch|ck|k|q/g, 'c'],
  [/^h(?=[aeiou])/g, ''],
  [/y|j/g, 'i'],
  [/x/g, 's'],
  [/ct/g, 't'],
  [/pt/g, 't'],
  [/dm/g, 'm'],
  [/ns(?=[^aeiou])/g, 's'],
  [/z/g, 's'],
  [/w/g, 'v'],
  [/ae|oe/g, 'e'],
  [/(.)\1+/g, '$1'],
]

/** Shorter words are alike by chance too often. */
const MIN_LENGTH = 6
const MIN_STEM = 4

/**
 * The form that a word has in common with its cognates: *fotosintesi* and *photosynthesis* give the same.
 *
 * @returns `undefined` for languages without rules and for words that are too short to tell
 */
export function cognateForm(word: string, lang: string): string | undefined {
  const endings = ENDINGS[lang]
  const folded = foldWord(word)
  if (endings === undefined || folded.length < MIN_LENGTH || /[^a-z]/.test(folded)) return undefined
  const [ending, common] = endings
    .filter(([ending]) => folded.endsWith(ending) && folded.length - ending.length >= 2)
    .reduce<Rule>((longest, rule) => (rule[0].length > longest[0].length ? rule : longest), ['', ''])
  const spelled = SPELLINGS.reduce(
    (text, [pattern, plain]) => text.replace(pattern, plain),
    folded.slice(0, folded.length - ending.length) + common,
  )
  // Vowels at the end are inflection in Italian and mute or plural in English.
  const stem = spelled.replace(/e?s$/, '').replace(/[aeiou]+$/, '')
  return stem.length >= MIN_STEM ? stem : undefined
}
