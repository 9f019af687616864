/** Candidates → scores: BM25 over groups of alternatives, with what stands in the title on top. Pure. */
import type { Steps } from '../language/slices.ts'
import { impact, lengthNorm } from './bm25.ts'
import { encodedLength, sequenceOf, weighSequence } from './encoded-terms.ts'
import { evenness, type Group, groupIdf } from './groups.ts'
import type { Statistics } from './statistics.ts'

/** What scoring reads of a passage: its language, and its terms as `encodeTerms` stores them. */
export type ScoredText = { lang: string; terms: string }

/** A passage with its score. */
export type Scored<T> = {
  candidate: T
  score: number
  /** Which groups it has, by their place in the query, through an alternative that finds by itself. */
  groups: boolean[]
}

type Scorer = (candidate: ScoredText) => { score: number; groups: boolean[] }

/**
 * Makes the function that scores passages for a query.
 *
 * The score is the sum over groups of idf × impact, with frequencies of the alternatives of a group added up by
 * weight (groups.ts). It has no upper bound and compares only within one query.
 */
function createScorer(groups: readonly Group[], statistics: Statistics): Scorer {
  const byLanguage = new Map(
    [...statistics.languages].map(([lang, { meanLength }]) => [
      lang,
      {
        meanLength,
        idfs: groups.map((group) => groupIdf(group, lang, statistics)),
        sequences: sequencesOf(groups, lang),
      },
    ]),
  )
  return ({ lang, terms }) => {
    const known = byLanguage.get(lang) ?? byLanguage.get('und')
    const found = groups.map(() => false)
    if (known === undefined) return { score: 0, groups: found }
    const frequencies = groups.map(() => 0)
    const length = encodedLength(terms)
    const norm = lengthNorm(length, known.meanLength)
    for (const { group, weight, sequence, isFinding } of known.sequences) {
      const occurrences = weighSequence(terms, sequence, norm)
      if (occurrences === 0) continue
      frequencies[group] = (frequencies[group] ?? 0) + weight * occurrences
      if (isFinding) found[group] = true
    }
    let score = 0
    for (const [group, frequency] of frequencies.entries()) {
      if (frequency === 0) continue
      score += (known.idfs[group] ?? 0) * impact(frequency, length, known.meanLength)
    }
    return { score, groups: found }
  }
}

/** What a passage in another language than the query's counts: of equals, the query's own comes first. */
const OTHER_LANGUAGE_FACTOR = 0.9

/**
 * Scores candidates, one a step, and sorts them, best first, equal ones by id.
 *
 * @param own the languages that the query may be in
 */
export function* rank<T extends ScoredText & { id: string }>(
  candidates: Iterable<T>,
  groups: readonly Group[],
  own: readonly string[],
  statistics: Statistics,
): Steps<Scored<T>[]> {
  const scorer = createScorer(groups, statistics)
  const factors = new Map(
    [...statistics.languages.keys()].map((lang) => [
      lang,
      own.includes(lang) ? 1 : Math.min(OTHER_LANGUAGE_FACTOR, evenness(groups, lang, own, statistics)),
    ]),
  )
  const scored: Scored<T>[] = []
  for (const candidate of candidates) {
    yield
    const { score, groups } = scorer(candidate)
    const factor = factors.get(candidate.lang) ?? OTHER_LANGUAGE_FACTOR
    scored.push({ candidate, score: score * factor, groups })
  }
  return scored.sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
}

/** An alternative of a group, as it stands in the terms of a passage. */
type Sequence = { group: number; weight: number; sequence: string; isFinding: boolean }

function sequencesOf(groups: readonly Group[], lang: string): Sequence[] {
  return groups.flatMap(({ alternatives }, group) =>
    alternatives
      .filter((one) => one.lang === lang)
      .map(({ terms, weight, ranksOnly }) => ({
        group,
        weight,
        sequence: sequenceOf(terms),
        isFinding: ranksOnly !== true,
      })),
  )
}
