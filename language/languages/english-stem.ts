/**
 * English stems: irregular forms by table, British spelling by rule, words of different meaning apart by table, and
 * what is left by Porter 2 (snowballstem.org/algorithms/english), of which `wink-porter2-stemmer` is a port.
 */
import porter2 from 'wink-porter2-stemmer'
import { foldAccents } from '../fold.ts'
import { FAMILIES } from './english-families.ts'
import { irregularForms, linesIn, singularOfMen, wordsIn } from './english-forms.ts'
import { abstractNouns, withEd, withIng, withLy, withS } from './english-inflect.ts'
import { american, SPELLED_INITIALS } from './english-spelling.ts'

/** The stem of a lower-cased English word, accents on or off. */
export function stemEnglish(word: string): string {
  const plain = foldAccents(word)
  let base = baseOf(plain)
  if (base === undefined) {
    const spelled = american(plain)
    base = baseOf(spelled) ?? spelled
  }
  return familyStems().get(base) ?? porter2(beforePorter(base))
}

/**
 * What Porter 2 would lose: it undoubles the *f* of *staffed*, and takes endings off *experienced*, *noticed* and
 * *received* that it leaves at *experience*. It has no superlatives, and parts *easily* from *easy* and *classification*
 * from *classify*.
 */
function beforePorter(word: string): string {
  if (!/(?:ed|ing|iest|ily|ification|ifications)$/.test(word)) return word
  return word
    .replace(/^(.+[aeiouy]ff)(?:ed|ing)$/, '$1')
    .replace(/^(.*(?:[aeiouy].*[ae]n|[aeiouy].*i|[aeiouy]i)c|.*[aeiouy]iv|.+[aeiouy].*iv)(?:ed|ing)$/, '$1e')
    .replace(/^(.+[aeiouy].*)iest$/, '$1y')
    .replace(ADVERB_OF_Y, '$1y')
    .replace(/ifications?$/, 'ify')
}

/** *Easily*, *temporarily*; but *family*, *bodily* harm and names. */
const ADVERB_OF_Y = /^(?!.*family$|homily$|bodily$|verily$|sicily$|emily$|cecily$)(.*[aeiouy].*[^aeiouy])ily$/

/** The likeliest base of a form that no rule makes. */
function baseOf(word: string): string | undefined {
  return irregularForms.get(word)?.[0]?.base ?? singularOfMen(word)
}

/** The stems of words that Porter 2 would join wrongly, or not at all, by their forms. */
function familyStems(): ReadonlyMap<string, string> {
  madeFamilyStems ??= makeFamilyStems()
  return madeFamilyStems
}

let madeFamilyStems: ReadonlyMap<string, string> | undefined

function makeFamilyStems(): Map<string, string> {
  const words: [word: string, stem: string][] = []
  for (const line of linesIn(FAMILIES)) {
    for (const [index, family] of line.split('|').entries()) {
      const [first = '', ...others] = wordsIn(family)
      const stem = index === 0 ? porter2(first) : first
      for (const word of [first, ...others]) words.push([word, stem])
    }
  }
  const stems = new Map<string, string>()
  const add = (form: string, stem: string): void => {
    if (!stems.has(form)) stems.set(form, stem)
  }
  // What the table says of a form goes before what the rules make of another word.
  for (const [word, stem] of words) add(word, stem)
  for (const [word, stem] of words) add(withS(word), stem)
  for (const [word, stem] of words) {
    for (const form of [...withEd(word), ...withIng(word), withLy(word), ...abstractNouns(word)]) {
      add(form, stem)
    }
  }
  return stems
}

/** Further first letters of the forms of a stem: `w` for the stem of *go* because of *went*. */
export function englishInitials(stem: string): string {
  const spelled = SPELLED_INITIALS.filter(([american]) => stem.startsWith(american)).map(
    ([, initial]) => initial,
  )
  return [...new Set([...(initials().get(stem) ?? ''), ...spelled])].join('')
}

let madeInitials: ReadonlyMap<string, string> | undefined

function initials(): ReadonlyMap<string, string> {
  if (madeInitials !== undefined) return madeInitials
  const made = new Map<string, string>()
  for (const form of [...irregularForms.keys(), ...familyStems().keys()]) {
    const stem = stemEnglish(form)
    const initial = form.charAt(0)
    if (stem.charAt(0) !== initial && !made.get(stem)?.includes(initial)) {
      made.set(stem, (made.get(stem) ?? '') + initial)
    }
  }
  madeInitials = made
  return made
}
