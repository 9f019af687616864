/**
 * Which translations of a unit a word asks for as it is written. A unit gathers all words with its terms: *cavi* has
 * the term of *cavo*, the cable, and of *cavare*, to pull out, but is above all a form of the first. So the base forms
 * of the word choose.
 */
import { analyzeWhole, isAcronymLike } from '../analyzer.ts'
import { foldWord } from '../fold.ts'
import { languageFor } from '../languages.ts'
import type { Source, Translation } from './evidence.ts'

/** A translation and how likely it is, compared with the likeliest: above 0, up to 1. */
export type Choice = { translation: Translation; weight: number }

/** The best translation of words that only share their stem with the word. */
const RELATED_WEIGHT = 0.2
/** Words of lexicons that were learned are forms, too: how sure it must be that two forms belong to one word. */
const MIN_SAME_WORD = 0.5
/**
 * A form that people wrote an entry for is meant as that: *greater* and *molti* as much as any other form, where only
 * rules say what they are; at least half as much where tables do, as they say that *found* is of *find*.
 */
const MIN_ITSELF = { byRule: 1, byTable: 0.5 }
/** What rules give at most to a form as a base form of its own. */
const MOST_BY_RULE = 0.2
/** A form that people wrote an entry for says something else than its word: *twenties*, *earlier*, *rules*. */
const OTHER_FORM_WEIGHT = 0.3
/** What a form that only verbs have says as anything else: *looked* is hardly *aspetto*. */
const NO_VERB_WEIGHT = 0.1

/**
 * The translations that words ask for, likeliest first, whatever a corpus has of them.
 *
 * @param translations of one unit
 * @param words the words of the query that have the unit's terms
 * @param lang their language
 * @param isName whether they are written as a name in the middle of other words: then a rare inflection is no reading
 */
export function chooseTranslations(
  translations: readonly Translation[],
  words: readonly string[],
  lang: string,
  isName = false,
): Choice[] {
  const [word = '', ...more] = words
  const asked =
    more.length > 0 ? translations : translations.filter((one) => one.lang !== lang || !isLeftOver(one))
  const sources = new Map<string, Source>()
  for (const [source, said] of asked.flatMap(({ sources }) => [...sources])) {
    if (said.isWritten || !sources.has(source)) sources.set(source, said)
  }
  const isUnit = more.length > 0 || [...sources.keys()].every((source) => /\s/.test(source))
  const readings = isUnit ? unitReadingsOf(words, sources, lang) : readingsOf(word, sources, lang)
  const likely = asked.map((translation) => chosen(translation, readings))
  const isSingle = more.length === 0 && !/\s/.test(word)
  if (isSingle && asked.every(isLeftOver)) return relative(likely, RELATED_WEIGHT)
  if (likely.some(({ weight }) => weight > 0)) {
    const all = [...readings.values()]
    if (all.every(({ isOther }) => isOther)) return relative(likely, RELATED_WEIGHT)
    return relative(likely, isName ? Math.max(...all.map(({ weight }) => weight)) : 1)
  }
  // None of the words is a base form of this one, or it is what is left of several: *one* of *no one*.
  const related = asked.map((translation) => ({ translation, weight: translation.weight }))
  return relative(related, RELATED_WEIGHT)
}

/**
 * Whether a translation is only for several words of which one is left without those of grammar: *know* is no *know
 * how*. A name may be what is left: *Hague*.
 */
function isLeftOver({ sources }: Translation): boolean {
  return [...sources.keys()].every((source) => /^[^\p{Lu}]+ /u.test(source))
}

/** Whether a word is written as an acronym that lexicons have: then it is no small word, *CAD* no *cad*. */
export function isKnownAcronym(word: string, known: readonly Translation[]): boolean {
  return isAcronymLike(word) && known.some(({ sources }) => sources.has(word))
}

/** A translation as far as the word has the readings that it is for, in the writing of the likeliest. */
function chosen(translation: Translation, readings: ReadonlyMap<string, SourceReading>): Choice {
  const isVerb = languageFor(translation.lang).isInfinitive
  let [weight, most, word] = [0, 0, translation.word]
  for (const [source, said] of translation.sources) {
    const reading = readings.get(source)
    if (reading === undefined) continue
    const isOdd = reading.isVerb && isVerb !== undefined && !isVerb(said.word)
    const worth = said.worth * reading.weight * (isOdd ? NO_VERB_WEIGHT : 1)
    weight += worth
    if (worth > most) [most, word] = [worth, said.word]
  }
  return { translation: { ...translation, word }, weight }
}

/** Weights as shares of the largest, which becomes `top`. */
function relative(choices: readonly Choice[], top: number): Choice[] {
  const most = Math.max(...choices.map(({ weight }) => weight))
  return choices
    .map(({ translation, weight }) => ({ translation, weight: (top * weight) / most }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
}

/** How likely a word is a form of a word of lexicons. */
type SourceReading = {
  weight: number
  /** Whether only verbs have such a form. */
  isVerb: boolean
  /** Whether the word of the lexicon is another form with a meaning of its own. */
  isOther: boolean
}

const ITSELF: SourceReading = { weight: 1, isVerb: false, isOther: false }

/** How likely a word is a form of each of some words of lexicons, compared with the likeliest; of the others not. */
function readingsOf(
  word: string,
  sources: ReadonlyMap<string, Source>,
  lang: string,
): ReadonlyMap<string, SourceReading> {
  const folded = foldWord(word)
  const acronym = [...sources.keys()].find((source) => isAcronymLike(source) && foldWord(source) === folded)
  const asAcronym = new Map(acronym === undefined ? [] : [[acronym, ITSELF]])
  if (asAcronym.size > 0 && isAcronymLike(word)) return asAcronym
  const bases = basesOf(word, lang)
  const readings = new Map<string, SourceReading>()
  for (const [source, { isWritten }] of sources) {
    if (isAcronymLike(source)) continue
    const base = bases.get(foldWord(source))
    const isOther = base === undefined && isWritten
    const isItself = isWritten && foldWord(source) === folded
    const byRule = (base?.weight ?? 0) <= MOST_BY_RULE
    const least = isItself ? (byRule ? MIN_ITSELF.byRule : MIN_ITSELF.byTable) : 0
    const weight =
      Math.max(least, base?.weight ?? 0) || sameWord(bases, source, lang) * (isOther ? OTHER_FORM_WEIGHT : 1)
    if (weight > 0) readings.set(source, { weight, isVerb: base?.isVerb ?? false, isOther })
  }
  return readings.size === 0 ? asAcronym : readings
}

/** What another term with the same stems in the same order counts, for each of its words that is another base form. */
const RELATED_IN_UNIT = 0.3

/**
 * How likely several words are a form of each of some terms of lexicons: *firma digitale* is above all itself, and only
 * then *firmare digitalmente*.
 */
function unitReadingsOf(
  words: readonly string[],
  sources: ReadonlyMap<string, Source>,
  lang: string,
): ReadonlyMap<string, SourceReading> {
  const readings = new Map<string, SourceReading>()
  for (const source of sources.keys()) {
    const inSource = analyzeWhole(source, lang).map(({ word }) => word)
    const isComparable = words.length > 1 && inSource.length === words.length
    const weights = isComparable
      ? inSource.map((one, index) => formWeight(words[index] ?? '', one, lang))
      : []
    readings.set(source, { ...ITSELF, weight: weights.reduce((product, weight) => product * weight, 1) })
  }
  return readings
}

function formWeight(word: string, source: string, lang: string): number {
  if (foldWord(word) === foldWord(source)) return 1
  const bases = basesOf(word, lang)
  return Math.max(RELATED_IN_UNIT, bases.get(foldWord(source))?.weight ?? 0, sameWord(bases, source, lang))
}

function sameWord(bases: Bases, source: string, lang: string): number {
  const common = [...basesOf(source, lang)].map(
    ([base, { weight }]) => weight * (bases.get(base)?.weight ?? 0),
  )
  const likeliest = Math.max(0, ...common)
  return likeliest >= MIN_SAME_WORD ? likeliest : 0
}

type Bases = ReadonlyMap<string, { weight: number; isVerb: boolean }>

/** Words of lexicons come again with every search for what they translate. */
const MAX_REMEMBERED = 20_000
const remembered = new Map<string, Bases>()

function basesOf(word: string, lang: string): Bases {
  const key = `${lang} ${word}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const bases = new Map<string, { weight: number; isVerb: boolean }>()
  for (const { base, weight, isVerb = false } of languageFor(lang).baseForms(word.toLowerCase())) {
    const folded = foldWord(base)
    if (weight > (bases.get(folded)?.weight ?? 0)) bases.set(folded, { weight, isVerb })
  }
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  remembered.set(key, bases)
  return bases
}
