/**
 * What counts as a match: one boolean expression over the groups of a query, decided once for a search, so that
 * total, facets and pages always agree.
 */
import { havingInDocument } from '../../engine/has-group.ts'
import { mass } from '../../engine/plan.ts'
import type { Group } from '../../engine/query.ts'
import type { Statistics } from '../../engine/statistics.ts'
import { atLeast } from '../../engine/threshold.ts'

/** One of the expressions that a search may settle for. */
export type Rung = {
  /** Share of the query's weight (idf mass) that a document must have: 1 is every word, 0 any word. */
  share: number
  /** On `tok` of documents. */
  expression: string
  /** Whether having these groups, in the order of the query, is enough. */
  isMetBy: (groups: readonly boolean[]) => boolean
}

/** The only rung of a query without words: everything matches. */
export const everything: Rung = { share: 1, expression: '', isMetBy: () => true }


/** From every word to any word. */
const SHARES = [1, 0.8, 0.6, 0.4, 0]
/** Sums of the same numbers are equal but for rounding. */
const ROUNDING = 1e-9
/** More groups than this only count in ranking: expressions grow with the number of combinations. */
const MAX_GROUPS = 8

/**
 * The expressions for a query, strictest first, each once.
 *
 * @param langs the languages of the documents that are searched
 */
export function rungs(groups: readonly Group[], langs: readonly string[], statistics: Statistics): Rung[] {
  const weighed = groups
    .map((group, index) => ({ index, worth: weightOf(group, langs, statistics), ...havingInDocument(group) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MAX_GROUPS)
  const total = weighed.reduce((sum, { worth }) => sum + worth, 0)
  const least = weighed.at(-1)?.worth ?? 0
  const parts = weighed.map((step) => [step])
  const byExpression = new Map<string, Rung>()
  for (const share of SHARES) {
    const needed = share === 0 ? least : share * total
    const expression = atLeast(parts, needed)
    if (byExpression.has(expression)) continue
    const isMetBy = (groups: readonly boolean[]): boolean =>
      weighed.reduce((sum, { index, worth }) => sum + (groups[index] === true ? worth : 0), ROUNDING) >= needed
    byExpression.set(expression, { share, expression, isMetBy })
  }
  return [...byExpression.values()]
}

/** A word that occurs nowhere still is a word: it weighs as much as the rarest word there could be. */
function weightOf(group: Group, langs: readonly string[], statistics: Statistics): number {
  const sizes = langs.map((lang) => statistics.languages.get(lang)?.passages ?? 0)
  return mass(group, langs, statistics) || Math.log(1 + 2 * Math.max(1, ...sizes))
}
