/**
 * Filter expressions of Meilisearch, and the only place where values are quoted: plain conditions, records that have a
 * group of terms, and sums ("whatever of these a record has, together it is worth at least so much").
 */
import type { Alternative, Group } from '../ranking/groups.ts'
import type { Statistics } from '../ranking/statistics.ts'

const SPECIAL = /["\\]/

/** A value, quoted so that nothing in it can end the quotation. Hundreds go into a search, hardly any is special. */
function quoted(value: string): string {
  return SPECIAL.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`
}

/** True for records whose `field` is, or contains, one of `values`; for none if there are no values. */
export function isIn(field: string, values: readonly string[]): string {
  return `${field} IN [${values.map(quoted).join(',')}]`
}

/** True for records whose `field`, a text, does not come before `value` in the order that the engine sorts by. */
export function isNotBefore(field: string, value: string): string {
  // The engine folds what it has, but not what it is asked for.
  return `${field} >= ${quoted(value.toLowerCase())}`
}

/** True where all are; for every record if there are none. */
export function and(expressions: readonly string[]): string {
  const conditions = expressions.filter((expression) => expression !== '')
  return conditions.length > 1 ? `(${conditions.join(' AND ')})` : (conditions[0] ?? '')
}

/** True where any is. An empty expression among them is true for every record, and so is the whole. */
export function or(expressions: readonly string[]): string {
  if (expressions.includes('')) return ''
  return expressions.length > 1 ? `(${expressions.join(' OR ')})` : (expressions[0] ?? '')
}

/** True where the expression is not. */
export function not(expression: string): string {
  return `NOT ${expression}`
}

/** How a term of a language is named in `tok` of the documents index. */
export function token(lang: string, term: string): string {
  return `${lang}:${term}`
}

/** How a term of a language at a level is named in `tok` of the passages index. */
export function levelToken(lang: string, term: string, level: number): string {
  return `${lang}:${term}/${level}`
}

/** Values of `tok` that are enough, and expressions for what no single value says. */
export type Having = { tokens: string[]; units: string[] }

/** True for documents that have a group. */
export function documentHas(group: Group): string {
  return expressionOf(havingInDocument(group))
}

/** What a document must have to have a group: any alternative that finds by itself. */
export function havingInDocument({ alternatives }: Group): Having {
  const finding = alternatives.filter(({ ranksOnly }) => ranksOnly !== true)
  return split(finding, ({ lang }, term) => [token(lang, term)])
}

/** True for passages that have a group, whatever its weight there. */
export function passageHas({ alternatives }: Group, statistics: Statistics): string {
  return expressionOf(split(alternatives, ({ lang }, term) => levelTokens(lang, term, statistics)))
}

/** The tokens of a term at all levels that it occurs at. */
function levelTokens(lang: string, term: string, statistics: Statistics): string[] {
  return [...(statistics.term(lang, term)?.levels ?? [])].flatMap((passages, level) =>
    passages > 0 ? [levelToken(lang, term, level)] : [],
  )
}

/** The expression for having any of it. */
function expressionOf({ tokens, units }: Having): string {
  if (tokens.length === 0 && units.length > 0) return or(units)
  return or([isIn('tok', tokens), ...units])
}

function split(
  alternatives: readonly Alternative[],
  tokensOf: (one: Alternative, term: string) => string[],
): Having {
  const tokens = new Set<string>()
  const units: string[] = []
  for (const alternative of alternatives) {
    const parts = alternative.terms.map((term) => tokensOf(alternative, term))
    if (parts.length > 1) units.push(and(parts.map((of) => isIn('tok', of))))
    else for (const one of parts[0] ?? []) tokens.add(one)
  }
  return { tokens: [...tokens], units: [...new Set(units)] }
}

/** One of several ways to have a part, all of which include those before them in the part's list. */
export type Step = Having & { worth: number }

/** Sums of the same numbers in the same order are equal but for rounding. */
const ROUNDING = 1e-9

/**
 * The filter on `tok` for records whose parts are worth at least `least` together.
 *
 * @param parts for each part its steps, worth most first; a record that has the tokens of a later step may have
 * those of the earlier ones too, and counts with the best
 * @returns an expression; one that no record fulfills if `least` is out of reach
 */
export function atLeast(parts: readonly (readonly Step[])[], least: number): string {
  const reach = parts.map(() => 0)
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    reach[index] = (parts[index]?.[0]?.worth ?? 0) + (reach[index + 1] ?? 0)
  }
  const build = (index: number, missing: number): string | undefined => {
    if (missing <= ROUNDING) return ''
    if ((reach[index] ?? 0) < missing - ROUNDING) return undefined
    // What a step asks of the other parts is no less than an earlier step asks, so each names only its own tokens.
    const branches = new Map<string, Having>()
    for (const step of parts[index] ?? []) {
      const rest = build(index + 1, missing - step.worth)
      if (rest === undefined) break
      const { tokens, units } = branches.get(rest) ?? { tokens: [], units: [] }
      branches.set(rest, { tokens: [...tokens, ...step.tokens], units: [...units, ...step.units] })
    }
    const without = build(index + 1, missing)
    const expressions = [...branches].map(([rest, having]) => and([expressionOf(having), rest]))
    if (without !== undefined) expressions.push(without)
    return expressions.length === 0 ? undefined : or(expressions)
  }
  return build(0, least) ?? isIn('tok', [])
}
