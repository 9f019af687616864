/**
 * Searching a generation: the queries that a search is made of, and asking many of them in one request. Hits carry ids
 * and what ranking reads; whole records are fetched (fetch.ts).
 */
import type { Engine } from './engine.ts'
import { and, isIn, isNotBefore, or } from './filters.ts'
import type { Generation } from './generation.ts'
import { CANDIDATE_FIELDS, idOfKey, type PassageRecord, UNKNOWN } from './schema.ts'

/** A generation to read from, for the time of one request. */
export type IndexReader = {
  engine: Engine
  indexes: Generation
  signal: AbortSignal
  /** Number of the last change that is known to be complete. Default: all are. */
  lastChange?: number
  /** Whether what has changed meanwhile is left out, rather than read again. Default: no. */
  isLastTry?: boolean
}

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
  reader: IndexReader,
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

/** What ranking needs of a passage. */
export type Candidate = Hit & Pick<PassageRecord, 'document'>

type Hit = Pick<PassageRecord, (typeof CANDIDATE_FIELDS)[number]>

/** Some of the passages that fulfill an expression, in no useful order, and how many there are. */
export type Candidates = { passages: Candidate[]; total: number }

/** Passages that fulfill an expression, at most `limit`. */
export function candidates(indexes: Generation, expression: string, limit: number): Ask<Candidates> {
  return {
    query: {
      indexUid: indexes.passages,
      filter: expression,
      limit,
      attributesToRetrieve: CANDIDATE_FIELDS,
    },
    // The key of its document stands in the id of a passage: a field less to take apart for the engine.
    read: ({ hits, estimatedTotalHits = 0 }) => ({
      passages: (hits as Hit[]).map((hit) => ({ ...hit, document: idOfKey(hit.id) })),
      total: estimatedTotalHits,
    }),
  }
}

/** What there is to say of all documents that fulfill an expression. */
export type Matches = {
  /** How many there are. Exact. */
  total: number
  /** Keys of some of them, in no order. */
  keys: string[]
  /** How many of them have each value, by field. Exact. */
  facets: Record<string, FacetCounts>
}

/**
 * The documents that fulfill an expression.
 *
 * @param wanted how many keys, 0 if not given, in which order, none if not given, and the fields whose values are
 * counted, none if not given
 */
export function matches(
  indexes: Generation,
  expression: string,
  { keys = 0, order, facets = [] }: { keys?: number; order?: string; facets?: readonly string[] } = {},
): Ask<Matches> {
  return {
    query: {
      indexUid: indexes.documents,
      filter: expression,
      limit: keys,
      ...(order === undefined ? {} : { sort: [order] }),
      attributesToRetrieve: ['key'],
      ...(facets.length > 0 ? { facets } : {}),
    },
    read: ({ hits, estimatedTotalHits = 0, facetDistribution = {} }) => ({
      total: estimatedTotalHits,
      keys: keysOf(hits),
      facets: facetDistribution,
    }),
  }
}

/** Keys of documents that fulfill an expression, by date, undated ones last, equal dates by id. */
export function keysByDate(
  indexes: Generation,
  expression: string,
  order: 'asc' | 'desc',
  offset: number,
  limit: number,
): Ask<string[]> {
  return {
    query: {
      indexUid: indexes.documents,
      filter: expression,
      sort: [`date:${order}`, 'id:asc'],
      offset,
      limit,
      attributesToRetrieve: ['key'],
    },
    read: ({ hits }) => keysOf(hits),
  }
}

/** A place in the order by date: the document there, or several whose ids differ in case only. */
export type DatePlace = {
  /** Epoch seconds; null for documents without a date, which come last. */
  date: number | null
  ids: readonly string[]
}

/** A document in the order by date. */
export type DatedKey = { key: string; date: number | null }

/**
 * Documents that fulfill an expression, ordered as by {@link keysByDate}, from a place on. Whatever comes and goes before
 * it, the place stays.
 *
 * @param behind documents of this place are among them, those of earlier ones are not; undefined: from the beginning
 */
export function keysFromPlace(
  indexes: Generation,
  expression: string,
  order: 'asc' | 'desc',
  behind: DatePlace | undefined,
  limit: number,
): Ask<DatedKey[]> {
  const { query } = keysByDate(
    indexes,
    behind === undefined ? expression : and([expression, notBefore(behind, order)]),
    order,
    0,
    limit,
  )
  return {
    query: { ...query, attributesToRetrieve: ['key', 'date'] },
    read: ({ hits }) =>
      (hits as { key: string; date?: number }[]).map(({ key, date }) => ({ key, date: date ?? null })),
  }
}

function notBefore({ date, ids }: DatePlace, order: 'asc' | 'desc'): string {
  const undated = isIn('dateBasis', [UNKNOWN])
  const notBeforeId = isNotBefore('id', ids[0] ?? '')
  if (date === null) return and([undated, notBeforeId])
  return or([`date ${order === 'asc' ? '>' : '<'} ${date}`, and([`date = ${date}`, notBeforeId]), undated])
}

function keysOf(hits: readonly unknown[]): string[] {
  return (hits as { key: string }[]).map(({ key }) => key)
}
