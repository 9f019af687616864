/** Asking a generation: many queries travel in one request. What they mean is the caller's business. */
import type { Engine } from './engine.ts'
import type { Generation } from './generation.ts'

/** A generation to read from, for the time of one request. */
export type Reader = { engine: Engine; indexes: Generation; signal: AbortSignal }

/** Counts of a facet's values, most frequent first. */
export type FacetCounts = Record<string, number>

/** One of the queries that can travel together, with the way to read its answer. */
export type Ask<T> = { query: Record<string, unknown>; read: (answer: Answer) => T }

type Answer = {
  hits: unknown[]
  estimatedTotalHits?: number
  facetDistribution?: Record<string, FacetCounts>
}

/** The answers to lists of queries, list by list. */
type Answers<T extends Record<string, readonly Ask<unknown>[]>> = {
  [K in keyof T]: T[K] extends readonly Ask<infer R>[] ? R[] : never
}

/**
 * Sends lists of queries in one request and reads their answers, list by list and in order.
 *
 * @throws {EngineError} `ENGINE_UNAVAILABLE`, or `INDEX_MISSING` if the generation was replaced meanwhile
 */
export async function ask<const T extends Record<string, readonly Ask<unknown>[]>>(
  reader: Reader,
  lists: T,
): Promise<Answers<T>> {
  const asks = Object.values(lists).flat()
  const { results } = (
    asks.length === 0
      ? { results: [] }
      : await reader.engine.read('multi-search', { queries: asks.map(({ query }) => query) }, reader.signal)
  ) as { results: Answer[] }
  const answers = asks.map(({ read }, index) => read(results[index] as Answer))
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, answers.splice(0, list.length)]),
  ) as Answers<T>
}
