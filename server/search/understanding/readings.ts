/** Words of a query → groups of terms: each word in the languages that it may be a word of. */

import { analyzeWhole, isAcronymLike, isStopWord, type Term, termOf } from '../../../language/analyzer.ts'
import type { LanguageGuess } from '../../../language/detect.ts'
import { foldWord } from '../../../language/fold.ts'
import { languages } from '../../../language/languages.ts'
import { wordsOf } from '../../../language/words.ts'
import type { Alternative, Group } from '../../../ranking/groups.ts'
import type { Statistics } from '../../../ranking/statistics.ts'

/** A word of the query that counts, with its alternatives. */
export type QueryGroup = Group & {
  word: string
  /** Its term in each language that it may be a word of, and how likely that is, compared with the likeliest. */
  readings: ReadonlyMap<string, WordReading>
  /** Whether it is grammar of another language than the query's, among words of that: asked only as part of a unit. */
  isForeignGrammar?: boolean
}

/** A word as a word of one language. */
export type WordReading = {
  term: string
  /** Of a joined word, *Wi-Fi*: terms that say the same one after another. */
  parts?: readonly string[]
  weight: number
}

/** How far a word counts in a language that the query is not in, if it is written the same there. */
const SAME_WORD_WEIGHT = 0.5
/** The parts of a joined word one after another, against the joined word. */
const PARTS_WEIGHT = 0.5

/** How words are read: in which languages, and how much each counts. */
export type Reading = {
  /** Languages that the query may be in, likeliest first. */
  likely: readonly LanguageGuess[]
  codes: readonly string[]
  statistics: Statistics
  knows: (lang: string, term: string) => boolean
}

/** One group for each word that is no stop word in the likeliest language of the query. */
export function readWords(text: string, reading: Reading): QueryGroup[] {
  const { codes } = reading
  const terms = new Map(
    codes.map((code) => [code, new Map(analyzeWhole(text, code).map((term) => [term.start, term]))]),
  )
  const groups = new Map<string, QueryGroup>()
  const foreign = foreignGrammar(text, reading)
  for (const start of terms.get(reading.likely[0]?.lang ?? 'und')?.keys() ?? []) {
    const found = new Map<string, Term>()
    for (const code of codes) {
      const term = terms.get(code)?.get(start)
      if (term !== undefined) found.set(code, term)
    }
    // A word of grammar of another language that nobody here uses as a word.
    if (found.size < codes.length && ![...found].some((one) => isKnown(one, reading))) continue
    const group = { ...groupOf(found, reading), ...(foreign.has(start) ? { isForeignGrammar: true } : {}) }
    const key =
      group.alternatives.map(({ lang, terms }) => `${lang}:${terms[0]}`).join(' ') || foldWord(group.word)
    if (!groups.has(key)) groups.set(key, group)
  }
  return [...groups.values()]
}

/**
 * Where words of grammar stand that belong to a stretch in another language: *della* in *gestione della supply chain* is
 * no word to be found, even if the query as a whole is read as English, whose texts have the word in names.
 *
 * Next to it stands a word that is more a word of that language than of the query's. Otherwise it is what it says: *vi*
 * in *vi editor*.
 */
function foreignGrammar(text: string, reading: Reading): ReadonlySet<number> {
  const lang = reading.likely[0]?.lang ?? 'und'
  const words = wordsOf(text)
  const shares = (word: string, code: string): number => shareOf(word, code, reading)
  const isGrammar = (word: string, code: string): boolean => !isAcronymLike(word) && isStopWord(word, code)
  const isContent = ({ text: word }: { text: string }): boolean =>
    [...languages.keys()].every((code) => !isGrammar(word, code))
  const places = words.flatMap(({ text: word, start }, index) => {
    if (isGrammar(word, lang)) return []
    const others = [...languages.keys()].filter((code) => code !== lang && isGrammar(word, code))
    const neighbors = [words.slice(0, index).findLast(isContent), words.slice(index + 1).find(isContent)]
    const isForeign = others.some((other) =>
      neighbors.some((one) => one !== undefined && shares(one.text, other) > shares(one.text, lang)),
    )
    return isForeign ? [start] : []
  })
  return new Set(places)
}

/** What a word counts that only a lexicon has: as if one passage of two thousand had it. */
const LEXICON_SHARE = 5e-4

/** The share of passages of a language that have a word as it is written, 0 to 1. */
export function shareOf(
  word: string,
  code: string,
  { statistics, knows }: Pick<Reading, 'statistics' | 'knows'>,
): number {
  const term = termOf(word, code)
  const found = statistics.term(code, term)
  if (found === undefined || !found.forms.includes(foldWord(word)))
    return knows(code, term) ? LEXICON_SHARE : 0
  return found.passages / (statistics.languages.get(code)?.passages ?? 1)
}

/** Groups without grammar of another language that belongs to no unit: *of* stays in *internet of things*. */
export function withoutForeignGrammar(groups: readonly QueryGroup[]): QueryGroup[] {
  const expansionsOf = ({ alternatives }: QueryGroup) =>
    alternatives.flatMap(({ expansion }) => expansion ?? [])
  const isInUnit = (group: QueryGroup): boolean => {
    const own = expansionsOf(group)
    return groups.some((other) => other !== group && expansionsOf(other).some((id) => own.includes(id)))
  }
  return groups.filter((group) => group.isForeignGrammar !== true || isInUnit(group))
}

/** A query of stop words alone, *it* or *come*, may mean the acronym, or the same word in the other language. */
export function readStopWords(text: string, reading: Reading): QueryGroup[] {
  return wordsOf(text)
    .map(({ text: word, start, end }) => {
      const terms = reading.likely.map(
        ({ lang }) => [lang, { term: termOf(word, lang), word, start, end }] as const,
      )
      return groupOf(new Map(terms.filter(([lang, term]) => isInCorpus(lang, term, reading))), reading)
    })
    .filter(({ alternatives }) => alternatives.length > 0)
}

/** The group of a word that no document can have, as it is: one that is longer than all that are indexed. */
export function nowhereFound(word: string, { codes }: Reading): QueryGroup {
  const alternatives = codes.map((lang) => ({ lang, terms: [foldWord(word)], weight: 1 }))
  return { word, alternatives, readings: new Map() }
}

/**
 * The group of a word that has a term in each of several languages. It is read in the likely languages of the query, in
 * proportion; in another one if only that knows it (*AI Act semiconduttori*); as a name where it is written the same.
 */
function groupOf(terms: ReadonlyMap<string, Term>, reading: Reading): QueryGroup {
  const { likely } = reading
  const best = likely[0]?.confidence ?? 1
  const readings = new Map<string, WordReading>()
  for (const { lang, confidence } of likely) {
    const term = terms.get(lang)
    if (term !== undefined) readings.set(lang, readingOf(term, confidence / best))
  }
  const known = [...terms].filter((one) => isKnown(one, reading))
  if (!known.some(([lang]) => readings.has(lang))) {
    for (const [lang, term] of known) readings.set(lang, readingOf(term, 1))
  }
  const alternatives = [...terms].flatMap(([lang, term]): Alternative[] => {
    const weight = readings.get(lang)?.weight
    if (weight !== undefined) return alternativesOf(lang, term, weight)
    return isInCorpus(lang, term, reading) ? alternativesOf(lang, term, SAME_WORD_WEIGHT) : []
  })
  const word = [...terms].find(([lang]) => readings.has(lang))?.[1].word ?? ''
  return { word, alternatives, readings }
}

/** Whether the corpus or a lexicon has a word in a language. */
function isKnown([lang, term]: readonly [string, Term], reading: Reading): boolean {
  return isInCorpus(lang, term, reading) || reading.knows(lang, term.term)
}

function readingOf({ term, parts }: Term, weight: number): WordReading {
  return { term, ...(parts === undefined ? {} : { parts }), weight }
}

/** A word, and what a joined word is in parts. */
function alternativesOf(lang: string, { term, parts }: Term, weight: number): Alternative[] {
  const whole = { lang, terms: [term], weight }
  return parts === undefined ? [whole] : [whole, { lang, terms: parts, weight: weight * PARTS_WEIGHT }]
}

/** Whether the corpus has a word in a language, as it is written. */
function isInCorpus(lang: string, { term, word }: Term, { statistics }: Reading): boolean {
  return statistics.term(lang, term)?.forms.includes(foldWord(word)) ?? false
}
