/**
 * Which passages to look at: filters that promise the best ones first.
 *
 * Each term of a passage is stored with the level of its impact, and the statistics say how many passages each level
 * of a term has. So a filter can ask for passages by the score that they will about reach: "first word at level 9
 * or above, or at 6 with the second at 4 …". The planner picks the score that about as many passages as wanted will
 * reach, assuming that words occur independently but for a pull towards each other.
 */

import { K1 } from '../ranking/bm25.ts'
import { type Alternative, evenness, type Group, groupIdf, passagesWith } from '../ranking/groups.ts'
import { LEVEL_FLOORS } from '../ranking/levels.ts'
import type { Statistics } from '../ranking/statistics.ts'
import { PULL } from '../ranking/together.ts'
import { atLeast, levelToken, passageHas, type Step } from './filters.ts'

/** Neighboring levels of a group's alternatives, `worth` the score that they give on average. */
export type Cut = Step & {
  /** Passages at these levels, by language. */
  passages: Map<string, number>
}

/** Units have no levels of their own: they count with the impact of a term that occurs once. */
const UNIT_IMPACT = 1

/** The score that an alternative promises at one level, and in how many passages. */
type Promised = { worth: number; lang: string; passages: number; tokens: string[]; units: string[] }

/**
 * The promises of a group's alternatives, highest first, gathered into at most `max` cuts.
 *
 * @param factorOf what scores in passages of a language are multiplied with
 */
function cutsOf(
  group: Group,
  statistics: Statistics,
  max: number,
  factorOf: (lang: string) => number,
): Cut[] {
  const langs = new Set(group.alternatives.map(({ lang }) => lang))
  const idfs = new Map([...langs].map((lang) => [lang, factorOf(lang) * groupIdf(group, lang, statistics)]))
  const promises = group.alternatives
    .flatMap((alternative) => promisesOf(alternative, idfs.get(alternative.lang) ?? 0, statistics))
    .sort((a, b) => b.worth - a.worth)
  const total = promises.reduce((sum, { passages }) => sum + passages, 0)
  const cuts: Cut[] = []
  let above = 0
  for (const promised of promises) {
    if (cuts.length === 0 || (cuts.length < max && above >= cutAfter(cuts.length, max, total))) {
      cuts.push({ worth: 0, tokens: [], units: [], passages: new Map() })
    }
    join(cuts.at(-1) as Cut, promised)
    above += promised.passages
  }
  return cuts
}

function join(cut: Cut, { worth, lang, passages, tokens, units }: Promised): void {
  const before = [...cut.passages.values()].reduce((sum, count) => sum + count, 0)
  cut.worth = (cut.worth * before + worth * passages) / (before + passages)
  cut.tokens.push(...tokens)
  cut.units.push(...units)
  cut.passages.set(lang, (cut.passages.get(lang) ?? 0) + passages)
}

/** Cumulated passages after which the next cut begins: in equal ratios, so that the top is seen finely. */
function cutAfter(cuts: number, max: number, total: number): number {
  const first = 10
  return total <= first ? 0 : first * (total / first) ** ((cuts - 1) / Math.max(1, max - 1))
}

function promisesOf(alternative: Alternative, idf: number, statistics: Statistics): Promised[] {
  const { lang, terms, weight } = alternative
  const passages = passagesWith(alternative, statistics)
  if (passages === 0) return []
  if (terms.length > 1) {
    const unit = passageHas({ alternatives: [alternative] }, statistics)
    return [{ worth: idf * weighted(UNIT_IMPACT, weight), lang, passages, tokens: [], units: [unit] }]
  }
  const [term = ''] = terms
  return [...(statistics.term(lang, term)?.levels ?? [])].flatMap((count, level) => {
    if (count === 0) return []
    const worth = idf * weighted(impactAt(level), weight)
    return { worth, lang, passages: count, tokens: [levelToken(lang, term, level)], units: [] }
  })
}

/** The impact that a level stands for: its middle. */
function impactAt(level: number): number {
  const floor = LEVEL_FLOORS[level] ?? 0
  const ceiling = LEVEL_FLOORS[level + 1] ?? K1 + 1
  return (floor + ceiling) / 2
}

/** An impact as it is with all frequencies scaled by a weight: BM25's saturation undone, scaled, and redone. */
function weighted(impact: number, weight: number): number {
  const ratio = (weight * impact) / (K1 + 1 - impact)
  return ((K1 + 1) * ratio) / (1 + ratio)
}

/** More groups than this only count in ranking: the rarest ones decide what is fetched. */
const MAX_GROUPS = 8
/** Steps in which a group's promise is looked at, by the number of groups: expressions grow with their product. */
const CUTS = [0, 24, 10, 5, 3, 2, 2, 1, 1]

/** A filter on passages, how many passages it should find by the estimate, and the score that they about reach. */
export type Part = { filter: string; expected: number; score: number }

/**
 * Filters that find about `wanted` of the passages that will rank first, or as many as there are above a score. Where
 * those just behind are many alike, there are two: one for those before them, and one with all. None if no group occurs
 * anywhere.
 */
export type Plan = (wanted: number, above?: number) => Part[]

/** A filter that should find no more is not split. */
const MAX_UNSPLIT = 150

/**
 * Plans what to look at.
 *
 * @param langs the languages of the passages that are searched
 * @param own the languages that the query may be in; default: all of them
 */
export function planCandidates(
  groups: readonly Group[],
  langs: readonly string[],
  statistics: Statistics,
  own: readonly string[] = langs,
): Plan {
  const factors = new Map(langs.map((lang) => [lang, evenness(groups, lang, own, statistics)]))
  const ranked = groups
    .map((group) => ({ group, mass: mass(group, langs, statistics) }))
    .filter(({ mass }) => mass > 0)
    .sort((a, b) => b.mass - a.mass)
    .slice(0, MAX_GROUPS)
  if (ranked.length === 0) return () => []
  const cuts = ranked.map(({ group }) => {
    const alternatives = group.alternatives.filter(({ lang }) => langs.includes(lang))
    return cutsOf({ alternatives }, statistics, CUTS[ranked.length] ?? 1, (lang) => factors.get(lang) ?? 1)
  })
  const steps = cumulated(expectedScores(cuts, langs, statistics))
  return (wanted, above = Number.NEGATIVE_INFINITY) => {
    const open = steps.filter(({ score }) => score > above)
    const reached = open.findIndex(({ passages }) => passages >= wanted)
    const end = reached === -1 ? open.length : reached + 1
    const isSplit = (open[end - 1]?.passages ?? 0) > MAX_UNSPLIT
    return open
      .slice(Math.max(0, end - (isSplit ? 2 : 1)), end)
      .map(({ score, passages }) => ({ filter: atLeast(cuts, score), expected: passages, score }))
  }
}

/** What a group weighs in choosing: its idf in the language, of those searched, where that is largest. */
export function mass(group: Group, langs: readonly string[], statistics: Statistics): number {
  return Math.max(0, ...langs.map((lang) => groupIdf(group, lang, statistics)))
}

/** Sums of the same numbers in another order. */
const SAME_SCORE = 1e-9

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
      // A passage is at one cut of a word or has none of it: what is at none is what the cuts leave.
      let left = 1
      for (const cut of cuts[index] ?? []) {
        const matching = cut.passages.get(lang) ?? 0
        if (matching === 0) continue
        const share = Math.min(left, (matching / total) ** (words === 0 ? 1 : PULL))
        left -= share
        visit(index + 1, score + cut.worth, passages * share, words + 1)
      }
      visit(index + 1, score, passages * left, words)
    }
    visit(0, 0, total, 0)
  }
  return all.sort((a, b) => b.score - a.score)
}

/** How many passages to expect at each score or above, best score first. */
function cumulated(expected: readonly Expected[]): Expected[] {
  let passages = 0
  const steps: Expected[] = []
  for (const { score, passages: more } of expected) {
    passages += more
    const last = steps.at(-1)
    if (last !== undefined && last.score - score < SAME_SCORE) last.passages = passages
    else steps.push({ score, passages })
  }
  return steps
}
