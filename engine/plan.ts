/**
 * Which passages to look at: filters that promise the best ones first.
 *
 * Each term of a passage is stored with the level of its impact, and the statistics say how many passages each level
 * of a term has. So the score that a passage will reach can be bounded from below by a filter: "first word at level
 * 18 or above, or at 12 with the second at 9 …". The planner picks the bound that about as many passages as wanted
 * will reach, assuming that words occur independently but for a constant pull towards each other.
 */
import { K1, LEVEL_FLOORS, levelToken } from './levels.ts'
import type { Group } from './query.ts'
import type { Statistics } from './statistics.ts'
import { atLeast, type Step } from './threshold.ts'
import { groupIdf } from './weights.ts'

/** How much likelier a word is beside another word of the query than anywhere. */
const PULL = 6
/** More groups than this only count in ranking: the rarest ones decide what is fetched. */
const MAX_GROUPS = 8
/** Steps in which a group's promise is looked at, by the number of groups: expressions grow with their product. */
const CUTS = [0, 24, 10, 5, 3, 2, 2, 1, 1]

/** Neighboring levels of a group's alternatives, `worth` the score that they give on average. */
type Cut = Step & {
  tokens: string[]
  /** Passages at these levels, by language. */
  passages: Map<string, number>
}

/** Filters on passages, and how many passages to take of each. */
export type Candidates = { filter: string; limit: number }

/**
 * How many passages each filter should find by the estimate, and how many are taken at most. The first two are meant
 * to be taken whole; the last one is there for when words keep away from each other or filters thin them out.
 */
const TIERS = [
  { wanted: 40, limit: 80 },
  { wanted: 160, limit: 200 },
  { wanted: 2000, limit: 100 },
]

/** Filters that find the passages that will rank first, narrowest first; none if no group occurs anywhere. */
export function planCandidates(groups: readonly Group[], statistics: Statistics): Candidates[] {
  const ranked = groups
    .map((group) => ({ group, mass: mass(group, statistics) }))
    .filter(({ mass }) => mass > 0)
    .sort((a, b) => b.mass - a.mass)
    .slice(0, MAX_GROUPS)
  if (ranked.length === 0) return []
  const cuts = ranked.map(({ group }) => cutsOf(group, statistics, CUTS[ranked.length] ?? 1))
  const expected = expectedScores(cuts, statistics)
  const byFilter = new Map<string, number>()
  for (const { wanted, limit } of TIERS) {
    const filter = atLeast(cuts, thresholdFor(expected, wanted))
    byFilter.set(filter, Math.max(limit, byFilter.get(filter) ?? 0))
  }
  return [...byFilter].map(([filter, limit]) => ({ filter, limit }))
}

/** What a group weighs in choosing: its idf in the language where that is largest. */
export function mass(group: Group, statistics: Statistics): number {
  return Math.max(0, ...[...statistics.languages.keys()].map((lang) => groupIdf(group, lang, statistics)))
}

/** The promise of each level of each alternative, highest first, gathered into at most `max` cuts. */
function cutsOf(group: Group, statistics: Statistics, max: number): Cut[] {
  const steps: { promise: number; token: string; lang: string; passages: number }[] = []
  for (const { lang, term, weight } of group.alternatives) {
    const found = statistics.term(lang, term)
    if (found === undefined) continue
    const idf = groupIdf(group, lang, statistics)
    for (const [level, passages] of found.levels.entries()) {
      if (passages > 0) {
        steps.push({ promise: idf * impactAt(level, weight), token: levelToken(lang, term, level), lang, passages })
      }
    }
  }
  steps.sort((a, b) => b.promise - a.promise)
  const total = steps.reduce((sum, { passages }) => sum + passages, 0)
  const cuts: Cut[] = []
  let above = 0
  for (const [index, step] of steps.entries()) {
    if (index === 0 || (cuts.length < max && above >= cutAfter(cuts.length, max, total))) cuts.push({ worth: 0, tokens: [], passages: new Map() })
    const cut = cuts.at(-1) as Cut
    const inCut = [...cut.passages.values()].reduce((sum, count) => sum + count, 0)
    cut.worth = (cut.worth * inCut + step.promise * step.passages) / (inCut + step.passages)
    cut.tokens.push(step.token)
    cut.passages.set(step.lang, (cut.passages.get(step.lang) ?? 0) + step.passages)
    above += step.passages
  }
  return cuts
}

/** Cumulated passages after which the next cut begins: in equal ratios, so that the top is seen finely. */
function cutAfter(cuts: number, max: number, total: number): number {
  const first = 10
  return total <= first ? 0 : first * (total / first) ** ((cuts - 1) / Math.max(1, max - 1))
}

/** The impact that a level stands for, with frequencies scaled by the weight of the alternative. */
function impactAt(level: number, weight: number): number {
  const floor = LEVEL_FLOORS[level] ?? 0
  const ceiling = LEVEL_FLOORS[level + 1] ?? K1 + 1
  const middle = (floor + ceiling) / 2
  const ratio = (weight * middle) / (K1 + 1 - middle)
  return ((K1 + 1) * ratio) / (1 + ratio)
}

type Expected = { score: number; passages: number }

/** How many passages to expect at each combination of cuts, best score first. */
function expectedScores(cuts: readonly Cut[][], statistics: Statistics): Expected[] {
  const all: Expected[] = []
  for (const [lang, { passages: total }] of statistics.languages) {
    const visit = (index: number, score: number, passages: number, words: number): void => {
      if (index === cuts.length) {
        if (words > 0) all.push({ score, passages })
        return
      }
      visit(index + 1, score, passages, words)
      for (const cut of cuts[index] ?? []) {
        const matching = cut.passages.get(lang) ?? 0
        if (matching === 0) continue
        const share = words === 0 ? matching / total : Math.min(1, (PULL * matching) / total)
        visit(index + 1, score + cut.worth, passages * share, words + 1)
      }
    }
    visit(0, 0, total, 0)
  }
  return all.sort((a, b) => b.score - a.score)
}

/** The highest score that `wanted` passages are expected to reach. */
function thresholdFor(expected: readonly Expected[], wanted: number): number {
  let found = 0
  for (const { score, passages } of expected) {
    found += passages
    if (found >= wanted) return score
  }
  return expected.at(-1)?.score ?? 0
}
