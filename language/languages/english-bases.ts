/** English base forms: what a word may be a form of, by table and by the rules that spelling follows before endings. */
import { foldAccents } from '../fold.ts'
import type { BaseForm } from '../language.ts'
import { irregularForms, singularOfMen, singularsInS } from './english-forms.ts'
import { otherSpellings } from './english-spelling.ts'

/** Participles are adjectives and nouns as often, with an entry of their own: *united*, *training*. */
const PARTICIPLE = 0.8
/** A form of a rule is rarely a base form, too. */
const FORM = 0.1
/** What the spelling allows, but hardly a word has. */
const UNLIKELY = 0.05
/** The other of two spellings. */
const OTHER_SPELLING = 0.9

/** *Looked*, *looking*: where a shorter base form is likely at all, it is a verb. */
const VERB_FORM = /(?:ed|ing)$/

type Add = (base: string, weight: number) => void

/** The base forms that a lower-cased word may belong to, likeliest first. */
export function baseFormsOf(word: string): BaseForm[] {
  const weights = new Map<string, number>()
  const add: Add = (base, weight) => {
    if (base.length > 1 || base === word) weights.set(base, Math.max(weights.get(base) ?? 0, weight))
  }
  const irregular = irregularForms.get(word)
  const singular = singularOfMen(word)
  if (irregular !== undefined) for (const { base, weight } of irregular) add(base, weight)
  else if (singular !== undefined) {
    add(singular, 1)
    add(word, FORM)
  } else addByRule(word, add)
  add(word, UNLIKELY)
  const folded = foldAccents(word)
  if (folded !== word) for (const { base, weight } of baseFormsOf(folded)) add(base, weight * OTHER_SPELLING)
  for (const [base, weight] of [...weights]) {
    if (weight <= FORM) continue
    for (const other of otherSpellings(base)) add(other, weight * OTHER_SPELLING)
  }
  const most = Math.max(...weights.values())
  const isOfVerb = VERB_FORM.test(word)
  return [...weights]
    .map(([base, weight]) => ({
      base,
      weight: Math.round((weight / most) * 1000) / 1000,
      ...(isOfVerb && base.length < word.length ? { isVerb: true } : {}),
    }))
    .sort((a, b) => b.weight - a.weight)
}

function addByRule(word: string, add: Add): void {
  if (word.length < 4) {
    addShort(word, add)
    return
  }
  if (word.endsWith('ed')) {
    addPast(word.slice(0, -2), word, add)
    return
  }
  if (word.endsWith('ing') && /[aeiouy].*ing$/.test(word)) {
    addParticiple(word.slice(0, -3), word, add)
    return
  }
  if (/[^s]s$/.test(word) && !singularsInS.has(word)) {
    addPlural(word, add)
    return
  }
  add(word, 1)
  if (word.endsWith('iest')) add(`${word.slice(0, -4)}y`, 1)
  else if (word.endsWith('ier')) add(`${word.slice(0, -3)}y`, 0.3)
  else if (word.endsWith('ly') && word.length > 5) addAdverb(word, add)
}

/** Two or three letters: only a plural is worth a thought (*TVs*, *ads*). */
function addShort(word: string, add: Add): void {
  add(word, 1)
  if (/[^aius]s$/.test(word)) add(word.slice(0, -1), 0.8)
}

function addPlural(word: string, add: Add): void {
  const root = word.slice(0, -1)
  if (/(?:us|is)$/.test(word)) {
    // *Virus*, *basis*; but *menus*, *skis*, *taxis*.
    add(word, 1)
    add(root, FORM)
    return
  }
  add(word, word.endsWith('ics') ? 0.7 : FORM)
  if (word.endsWith('ies')) {
    const before = word.slice(0, -3)
    add(`${before}y`, before.length > 1 ? 1 : UNLIKELY)
    add(root, before.length > 1 ? UNLIKELY : 1)
    return
  }
  if (/(?:ss|x|zz|ch|sh)es$/.test(word)) {
    add(word.slice(0, -2), 1)
    add(root, /[^t]ches$/.test(word) ? 0.3 : UNLIKELY)
    if (word.endsWith('zzes')) add(word.slice(0, -3), 0.3)
    if (/[aeiou]sses$/.test(word)) add(word.slice(0, -3), UNLIKELY)
    return
  }
  if (/[sz]es$/.test(word)) {
    add(root, 1)
    add(word.slice(0, -2), /[iu]ses$/.test(word) ? 0.5 : FORM)
    if (/(?:[aeo]|[^aeiou]y)ses$/.test(word)) add(`${word.slice(0, -2)}is`, word.endsWith('yses') ? 1 : FORM)
    return
  }
  if (word.endsWith('oes')) {
    add(word.slice(0, -2), 1)
    add(root, 0.2)
    return
  }
  if (word.endsWith('ves')) {
    add(`${word.slice(0, -3)}f`, UNLIKELY)
    add(`${word.slice(0, -3)}fe`, UNLIKELY)
  }
  add(root, 1)
}

function addPast(root: string, word: string, add: Add): void {
  if (/^[^aeiouy]*$/.test(root) || root.endsWith('e')) {
    // *Shed* and *speed* are no past forms; *agreed* and *freed* are.
    add(word, root.endsWith('e') ? PARTICIPLE : 1)
    if (root.endsWith('e')) add(root + (root.endsWith('ee') ? '' : 'e'), 1)
    return
  }
  add(word, PARTICIPLE)
  if (/i$/.test(root)) {
    const isShort = root.length < 3
    add(`${root.slice(0, -1)}y`, isShort ? FORM : 1)
    add(`${root}e`, isShort ? 1 : UNLIKELY)
    return
  }
  addRoots(root, add)
}

function addParticiple(root: string, word: string, add: Add): void {
  add(word, PARTICIPLE)
  if (/^[^aeiou]*y$/.test(root)) add(`${root.slice(0, -1)}ie`, root.length < 3 ? 1 : FORM)
  addRoots(root, add)
}

const DOUBLED = /([bdgklmnprtvz])\1$/
const DOUBLED_OR_NOT = /(ll|ss|ff|zz)$/
/** Before these a silent *e* was dropped: *moved*, *forced*, *argued*, *created*, *enabled*. */
const SURELY_WITH_E = /(?:[cuvz]|[^aeiou]l|[aeiounrl]s|[dnr]g|at|[aeiou]dg)$/
/** A word of one syllable with one consonant after one vowel would have doubled it: *hoped*. */
const SHORT_ROOT = /^[^aeiou]*[aeiouy][^aeiouwxy]$/
/** The consonants before which longer words mostly had an *e*: *decided*, *invited*, *required*. */
const MAYBE_WITH_E = /[aeiouy][bdgklmnprst]$/
/** *Entered*, *visited*, *happened*: they had none. */
const UNSTRESSED = /[aeiouy].*(?:er|en|el|et|it|on|om|op|or|al|ur)$/

/** The verbs that may have stood before *-ed* or *-ing*: of *runn* `run`, of *decid* `decide`. */
function addRoots(root: string, add: Add): void {
  if (root.length < 2) return
  if (root.endsWith('ck')) add(root.slice(0, -1), UNLIKELY)
  if (DOUBLED_OR_NOT.test(root) || root.length < 4) {
    // *Called*, *added*; but *controlled*, *travelled*.
    const isDoubled = /[aeiouy].*[^aeiouy][aeiou]ll$/.test(root)
    add(root, isDoubled ? 0.4 : 1)
    if (/(.)\1$/.test(root)) add(root.slice(0, -1), isDoubled ? 1 : 0.4)
    else if (!/[wxy]$/.test(root)) add(`${root}e`, 1)
  } else if (DOUBLED.test(root)) {
    add(root.slice(0, -1), 1)
    add(root, 0.2)
    add(`${root}e`, UNLIKELY)
  } else if (SURELY_WITH_E.test(root) || SHORT_ROOT.test(root)) {
    add(`${root}e`, 1)
    add(root, 0.2)
  } else if (MAYBE_WITH_E.test(root) && !/(?<!q)[aeiou]{2}.$/.test(root)) {
    add(root, UNSTRESSED.test(root) ? 1 : 0.5)
    add(`${root}e`, UNSTRESSED.test(root) ? 0.5 : 1)
  } else {
    add(root, 1)
    add(`${root}e`, /[wxy]$/.test(root) ? UNLIKELY : 0.3)
  }
}

/** An adverb says what its adjective says: where a dictionary lacks the one, the other helps. */
function addAdverb(word: string, add: Add): void {
  const root = word.slice(0, -2)
  if (root.endsWith('i')) {
    add(`${root.slice(0, -1)}y`, 0.3)
    return
  }
  if (root.endsWith('ical')) add(root.slice(0, -2), 0.2)
  if (/[bpdtg]$/.test(root)) add(`${root}le`, 0.2)
  add(root, 0.3)
}
