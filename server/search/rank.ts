/** Candidates → scores: BM25 over groups of alternatives, with what stands in the title on top. Pure. */
import { impact } from '../../engine/levels.ts'
import type { Group } from '../../engine/query.ts'
import type { Candidate } from '../../engine/search.ts'
import type { Statistics } from '../../engine/statistics.ts'
import { encodedLength, runOf, weighRun } from '../../engine/terms.ts'
import { groupIdf } from '../../engine/weights.ts'

/** A passage with its score. */
export type Scored<T> = {
  candidate: T
  score: number
  /** Which groups it has, by their place in the query. */
  groups: boolean[]
}

type Scorer = (candidate: Pick<Candidate, 'lang' | 'terms'>) => { score: number; groups: boolean[] }

/**
 * Makes the function that scores passages for a query.
 *
 * The score is the sum over groups of idf × impact, with frequencies of the alternatives of a group added up by
 * weight (see engine/weights.ts). It has no upper bound and compares only within one query.
 */
export function createScorer(groups: readonly Group[], statistics: Statistics): Scorer {
  const byLanguage = new Map(
    [...statistics.languages].map(([lang, { meanLength }]) => [
      lang,
      {
        meanLength,
        idfs: groups.map((group) => groupIdf(group, lang, statistics)),
        runs: runsOf(groups, lang),
      },
    ]),
  )
  return ({ lang, terms }) => {
    const known = byLanguage.get(lang) ?? byLanguage.get('und')
    const found = groups.map(() => false)
    if (known === undefined) return { score: 0, groups: found }
    const frequencies = groups.map(() => 0)
    for (const { group, weight, run } of known.runs) {
      frequencies[group] = (frequencies[group] ?? 0) + weight * weighRun(terms, run)
    }
    const length = encodedLength(terms)
    let score = 0
    for (const [group, frequency] of frequencies.entries()) {
      if (frequency === 0) continue
      found[group] = true
      score += (known.idfs[group] ?? 0) * impact(frequency, length, known.meanLength)
    }
    return { score, groups: found }
  }
}

/** What a passage in another language than the query's counts: of equals, the query's own comes first. */
const OTHER_LANGUAGE_FACTOR = 0.9

/**
 * Scores candidates and sorts them, best first, equal ones by id.
 *
 * @param own the languages that the query may be in
 */
export function rank<T extends Candidate>(
  candidates: Iterable<T>,
  groups: readonly Group[],
  own: readonly string[],
  statistics: Statistics,
): Scored<T>[] {
  const scorer = createScorer(groups, statistics)
  return [...candidates]
    .map((candidate) => {
      const { score, groups } = scorer(candidate)
      return { candidate, score: score * (own.includes(candidate.lang) ? 1 : OTHER_LANGUAGE_FACTOR), groups }
    })
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
}

/** An alternative of a group, as it stands in the terms of a passage. */
type Run = { group: number; weight: number; run: string }

function runsOf(groups: readonly Group[], lang: string): Run[] {
  return groups.flatMap(({ alternatives }, group) =>
    alternatives
      .filter((one) => one.lang === lang)
      .map(({ terms, weight }) => ({ group, weight, run: runOf(terms) })),
  )
}
