/** When nothing is found: which single condition stands in the way, and how much there would be without it. */

import { and } from '../../../engine/filters.ts'
import { ask, type IndexReader, matches } from '../../../engine/search.ts'
import type { Filters, SearchRequest } from '../request.ts'
import type { Requirement } from './requirements.ts'
import { documentScope } from './scope.ts'

/** A condition that, given up, would find something. */
export type Relaxation = {
  kind: 'filter' | Requirement['kind']
  /** The parameter, or the part of the query, to give up. */
  drop: string
  /** How many documents there would be. Exact but for phrases that are too frequent. */
  total: number
}

const FILTERS: readonly (readonly [name: string, without: (filters: Filters) => Filters])[] = [
  ['lang', (filters) => ({ ...filters, lang: [] })],
  ['topic', (filters) => ({ ...filters, topic: [] })],
  ['from', ({ from: _, ...filters }) => filters],
  ['to', ({ to: _, ...filters }) => filters],
]

/**
 * The single relaxations that would help, most helpful first.
 *
 * @param words the expression for the words of the query, as lenient as it gets
 */
export async function relaxationsOf(
  { filters }: SearchRequest,
  words: string,
  requirements: readonly Requirement[],
  reader: IndexReader,
): Promise<Relaxation[]> {
  const expressions = requirements.map(({ expression }) => expression)
  const scope = documentScope(filters)
  const possible = [
    ...FILTERS.map(([drop, without]) => ({
      kind: 'filter' as const,
      drop,
      expression: and([words, ...expressions, documentScope(without(filters))]),
    })),
    ...requirements.map(({ kind, text }, dropped) => ({
      kind,
      drop: text,
      expression: and([words, ...expressions.filter((_, index) => index !== dropped), scope]),
    })),
  ]
  const { counts } = await ask(reader, {
    counts: possible.map(({ expression }) => matches(reader.indexes, expression)),
  })
  return possible
    .map(({ kind, drop }, index) => ({ kind, drop, total: counts[index]?.total ?? 0 }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
}
