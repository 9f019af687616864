/**
 * What counts as a match: one boolean expression over the groups of a query, decided once for a search, so that
 * total, facets and pages always agree.
 */
import { and, atLeast, documentHas, havingInDocument } from '../../../engine/filters.ts'
import { mass } from '../../../engine/plan.ts'
import type { Group } from '../../../ranking/groups.ts'
import type { Statistics } from '../../../ranking/statistics.ts'

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
/**
 * Of more groups than this, the others count only where every word is asked for, and in ranking: expressions grow
 * with the number of combinations.
 */
const MAX_GROUPS = 8

/**
 * The expressions for a query, strictest first, each once.
 *
 * @param langs the languages of the documents that are searched
 */
export function rungs(groups: readonly Group[], langs: readonly string[], statistics: Statistics): Rung[] {
  const weighed = groups
    .map((group, index) => ({ index, ...weightOf(group, langs, statistics), ...havingInDocument(group) }))
    // Words that nothing has come last, or many of them would leave no place for words that can be found.
    .sort((a, b) => Number(b.isKnown) - Number(a.isKnown) || b.worth - a.worth)
    .slice(0, MAX_GROUPS)
  const total = weighed.reduce((sum, { worth }) => sum + worth, 0)
  const least = Math.min(...weighed.map(({ worth }) => worth))
  const parts = weighed.map((step) => [step])
  const byExpression = new Map<string, Rung>()
  if (groups.length > MAX_GROUPS) {
    const expression = and(groups.map(documentHas))
    const isMetBy = (has: readonly boolean[]): boolean => groups.every((_, index) => has[index] === true)
    byExpression.set(expression, { share: 1, expression, isMetBy })
  }
  for (const share of SHARES) {
    if (share === 1 && groups.length > MAX_GROUPS) continue
    const needed = share === 0 ? least : share * total
    const expression = atLeast(parts, needed)
    if (byExpression.has(expression)) continue
    const isMetBy = (groups: readonly boolean[]): boolean =>
      weighed.reduce((sum, { index, worth }) => sum + (groups[index] === true ? worth : 0), ROUNDING) >=
      needed
    byExpression.set(expression, { share, expression, isMetBy })
  }
  return [...byExpression.values()]
}

/** A word that occurs nowhere still is a word: it weighs as much as the rarest word there could be. */
function weightOf(group: Group, langs: readonly string[], statistics: Statistics) {
  const worth = mass(group, langs, statistics)
  if (worth > 0) return { worth, isKnown: true }
  const sizes = langs.map((lang) => statistics.languages.get(lang)?.passages ?? 0)
  return { worth: Math.log(1 + 2 * Math.max(1, ...sizes)), isKnown: false }
}
