/**
 * How near the service's first ten come to those of exact BM25. The service looks at some hundred passages of all
 * there are; this is what that costs.
 */

import { CUTOFF, mean, sum } from '../cli/evaluation/measures.ts'
import type { BenchDocument } from './documents.ts'
import { type DrawnQuery, drawQuery, standsAlone } from './draw.ts'
import { createExactIndex, type ExactIndex, highest, type Scores } from './exact.ts'
import type { Random } from './random.ts'
import type { Surroundings } from './surroundings.ts'
import type { Found, System } from './system.ts'

/** How near two first pages are. */
export type Nearness = {
  /** Sum of the exact scores of the ten that were found ÷ that of the true ten. */
  ratio: number
  /** Share of the true ten that were found; any document that scores as high as the tenth will do. */
  recall: number
}

/** What came out for one kind of queries. */
export type NearnessRow = {
  kind: string
  terms: number
  queries: number
  /** Against the best of all documents of the language. */
  overAll: Nearness
  /** Against the best of those that the service counts as matches. */
  overMatches: Nearness
  /** Share of queries for which the service insisted on every word. */
  everyWord: number
  /** Share of queries for which the service's total is the number of matches counted here. */
  sameTotal: number
}

/** What is asked. */
export type NearnessOptions = Pick<Surroundings, 'signal' | 'say'> & {
  documents: readonly BenchDocument[]
  /** Of each kind, in each language. */
  queries: number
  random: Random
}

/** Passages that a term must have more of to count as frequent: where choosing candidates is hard. */
const FREQUENT = 150
const MAX_TERMS = 3

/**
 * Measures `system`, the service over `documents`.
 *
 * @returns rows; those for which there are too few frequent terms are left out
 */
export async function measureNearness(
  system: System,
  { documents, queries, random, signal, say }: NearnessOptions,
): Promise<NearnessRow[]> {
  const places = new Map(documents.map(({ id }, place) => [id, place]))
  const langs = [...new Set(documents.map(({ lang }) => lang))]
  const indexes = langs.map((lang) => {
    say(`exact BM25: indexing ${lang}`)
    return { lang, exact: createExactIndex(documents, lang) }
  })
  const rows: NearnessRow[] = []
  const [topic] = documents.flatMap(({ topics }) => topics)
  for (const { kind, isDrawnOfPassage, topics } of kindsOf(topic)) {
    const isSearched = (place: number): boolean =>
      topics.length === 0 || topics.some((one) => documents[place]?.topics.includes(one) === true)
    for (let terms = 1; terms <= MAX_TERMS; terms += 1) {
      say(`exact BM25: ${kind}, ${terms}`)
      const compared: Compared[] = []
      for (const { lang, exact } of indexes) {
        const own = documents.filter((document) => document.lang === lang)
        const draw = isDrawnOfPassage ? passageTerms(own, random) : frequentTerms(exact, lang, random)
        for (let count = 0; count < queries; count += 1) {
          signal.throwIfAborted()
          const query = draw(terms)
          if (query === undefined) break
          const q = query.words.join(' ')
          const found = await system.search({ q, langs: [lang], queryLang: lang, topics })
          compared.push(compare(found, exact.score(query.terms), places, isSearched))
        }
      }
      if (compared.length > 0) rows.push(summarize(kind, terms, compared))
    }
  }
  return rows
}

/** A topic leaves few of the documents: the best of these are harder to come by. */
function kindsOf(topic: string | undefined) {
  const kinds = [
    { kind: 'frequent terms', isDrawnOfPassage: false, topics: [] },
    { kind: 'terms of one passage', isDrawnOfPassage: true, topics: [] },
  ]
  return topic === undefined
    ? kinds
    : [...kinds, { kind: 'frequent terms, one topic', isDrawnOfPassage: false, topics: [topic] }]
}

type Draw = (terms: number) => DrawnQuery | undefined

function frequentTerms(exact: ExactIndex, lang: string, random: Random): Draw {
  const frequent = exact.termsAbove(FREQUENT).filter(({ term, word }) => standsAlone(word, term, lang))
  return (terms) => {
    if (frequent.length < 10 * terms) return undefined
    const drawn = random.sample(frequent, terms)
    return { lang, words: drawn.map(({ word }) => word), terms: drawn.map(({ term }) => term) }
  }
}

function passageTerms(documents: readonly BenchDocument[], random: Random): Draw {
  return (terms) => drawQuery(documents, terms, random)
}

type Compared = { overAll: Nearness; overMatches: Nearness; everyWord: boolean; sameTotal: boolean }

function compare(
  found: Found,
  exact: Scores,
  places: ReadonlyMap<string, number>,
  isSearched: (place: number) => boolean,
): Compared {
  const { scores, has, weights } = exact
  const share = found.share ?? 1
  const isMatch = matching(weights, share)
  const ours = found.ids.map((id) => scores[places.get(id) ?? -1] ?? 0)
  let matches = 0
  for (const [place, bits] of has.entries()) {
    if (bits !== 0 && isMatch(bits) && isSearched(place)) matches += 1
  }
  return {
    overAll: nearness(ours, highest(scores, CUTOFF, isSearched)),
    overMatches: nearness(
      ours,
      highest(scores, CUTOFF, (place) => isSearched(place) && isMatch(has[place] ?? 0)),
    ),
    everyWord: share === 1,
    sameTotal: matches === found.total,
  }
}

/**
 * What the service says a match is: documents that have terms of so much weight together.
 *
 * @param share of the weight of all terms; 0 is any term, however light
 * @returns a function of which terms a document has, as bits
 */
function matching(weights: readonly number[], share: number): (bits: number) => boolean {
  const needed = share === 0 ? Math.min(...weights) : share * sum(weights)
  return (bits) => sum(weights.filter((_, index) => (bits & (1 << index)) !== 0)) >= needed - ROUNDING
}

/** Scores that differ by rounding only are the same. */
const ROUNDING = 1e-9

function nearness(ours: readonly number[], best: readonly number[]): Nearness {
  const tenth = best.at(-1) ?? 0
  return {
    ratio: best.length === 0 ? 1 : sum(ours) / sum(best),
    recall: best.length === 0 ? 1 : ours.filter((score) => score >= tenth - ROUNDING).length / best.length,
  }
}

function summarize(kind: string, terms: number, compared: readonly Compared[]): NearnessRow {
  const meanOf = (value: (one: Compared) => number): number => mean(compared.map(value))
  return {
    kind,
    terms,
    queries: compared.length,
    overAll: { ratio: meanOf((one) => one.overAll.ratio), recall: meanOf((one) => one.overAll.recall) },
    overMatches: {
      ratio: meanOf((one) => one.overMatches.ratio),
      recall: meanOf((one) => one.overMatches.recall),
    },
    everyWord: meanOf((one) => Number(one.everyWord)),
    sameTotal: meanOf((one) => Number(one.sameTotal)),
  }
}
