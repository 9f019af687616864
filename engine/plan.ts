/**
 * Which passages to look at: filters that promise the best ones first.
 *
 * Each term of a passage is stored with the level of its impact, and the statistics say how many passages each level
 * of a term has. So a filter can ask for passages by the score that they will about reach: "first word at level 18
 * or above, or at 12 with the second at 9 …". The planner picks the score that about as many passages as wanted will
 * reach, assuming that words occur independently but for a constant pull towards each other.
 */
import { type Cut, cutsOf } from './cuts.ts'
import type { Group } from './query.ts'
import type { Statistics } from './statistics.ts'
import { atLeast } from './threshold.ts'
import { groupIdf } from './weights.ts'

/** How much likelier a word is beside another word of the query than anywhere. */
const PULL = 6
/** More groups than this only count in ranking: the rarest ones decide what is fetched. */
const MAX_GROUPS = 8
/** Steps in which a group's promise is looked at, by the number of groups: expressions grow with their product. */
const CUTS = [0, 24, 10, 5, 3, 2, 2, 1, 1]

/** A filter on passages, and how many passages to take of those that it finds. */
export type Candidates = { filter: string; limit: number }

/** Filters that find the passages that will rank first, narrowest first; none if no group occurs anywhere. */
export type Plan = {
  best: Candidates[]
  /** For when the best are too few after all: words may keep away from each other, and filters thin them out. */
  more: Candidates[]
}

/** How many passages each filter should find by the estimate, and how many are taken at most. */
const BEST = [
  { wanted: 40, limit: 80 },
  { wanted: 120, limit: 120 },
]
const MORE = { wanted: 2000, limit: 200 }

/**
 * Plans what to look at.
 *
 * @param langs the languages of the passages that are searched
 */
export function planCandidates(
  groups: readonly Group[],
  langs: readonly string[],
  statistics: Statistics,
): Plan {
  const ranked = groups
    .map((group) => ({ group, mass: mass(group, langs, statistics) }))
    .filter(({ mass }) => mass > 0)
    .sort((a, b) => b.mass - a.mass)
    .slice(0, MAX_GROUPS)
  if (ranked.length === 0) return { best: [], more: [] }
  const cuts = ranked.map(({ group }) => {
    const alternatives = group.alternatives.filter(({ lang }) => langs.includes(lang))
    return cutsOf({ alternatives }, statistics, CUTS[ranked.length] ?? 1)
  })
  const expected = expectedScores(cuts, langs, statistics)
  const plan = ({ wanted, limit }: { wanted: number; limit: number }): Candidates => ({
    filter: atLeast(cuts, thresholdFor(expected, wanted)),
    limit,
  })
  // Where there are few passages, a wider filter may be the same one; its limit is the higher one.
  const best = new Map(BEST.map(plan).map((part) => [part.filter, part]))
  return { best: [...best.values()], more: [plan(MORE)] }
}

/** What a group weighs in choosing: its idf in the language, of those searched, where that is largest. */
export function mass(group: Group, langs: readonly string[], statistics: Statistics): number {
  return Math.max(0, ...langs.map((lang) => groupIdf(group, lang, statistics)))
}

type Expected = { score: number; passages: number }

/** How many passages to expect at each combination of cuts, best score first. */
function expectedScores(
  cuts: readonly Cut[][],
  langs: readonly string[],
  statistics: Statistics,
): Expected[] {
  const all: Expected[] = []
  for (const lang of langs) {
    const total = statistics.languages.get(lang)?.passages ?? 0
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
