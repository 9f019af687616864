/** Filters for records that have a group, in any of its alternatives. Units are looked up as all of their terms. */
import { and, isIn, or } from './filter.ts'
import { levelToken, token } from './levels.ts'
import type { Alternative, Group } from './query.ts'
import type { Statistics } from './statistics.ts'

/** Values of `tok` that are enough, and expressions for what no single value says. */
export type Having = { tokens: string[]; units: string[] }

/** True for documents that have a group. */
export function documentHas(group: Group): string {
  return expressionOf(havingInDocument(group))
}

/** What a document must have to have a group. */
export function havingInDocument({ alternatives }: Group): Having {
  return split(alternatives, ({ lang }, term) => [token(lang, term)])
}

/** True for passages that have a group, whatever its weight there. */
export function passageHas({ alternatives }: Group, statistics: Statistics): string {
  return expressionOf(split(alternatives, ({ lang }, term) => levelTokens(lang, term, statistics)))
}

/** The tokens of a term at all levels that it occurs at. */
export function levelTokens(lang: string, term: string, statistics: Statistics): string[] {
  return [...(statistics.term(lang, term)?.levels ?? [])].flatMap((passages, level) =>
    passages > 0 ? [levelToken(lang, term, level)] : [],
  )
}

/** The expression for having any of it. */
export function expressionOf({ tokens, units }: Having): string {
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
