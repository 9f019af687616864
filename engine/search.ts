/**
 * Reading a generation: the few calls that a search is made of. Many queries travel in one request; what they mean is
 * the caller's business.
 */
import type { Engine } from './engine.ts'
import type { Generation } from './generation.ts'
import { CANDIDATE_FIELDS, type DocumentRecord, type PassageRecord } from './schema.ts'

/** A generation to read from, for the time of one request. */
export type Reader = { engine: Engine; indexes: Generation; signal: AbortSignal }

/** What ranking needs of a passage. */
export type Candidate = Pick<PassageRecord, (typeof CANDIDATE_FIELDS)[number]>

const DOCUMENT_FIELDS = [
  'id',
  'path',
  'title',
  'lang',
  'langs',
  'topics',
  'topicWords',
  'date',
  'datePrecision',
  'dateWords',
  'year',
  'month',
  'source',
  'url',
  'translations',
  'passages',
] as const satisfies (keyof DocumentRecord)[]

/** A document as it is shown. */
export type ShownDocument = Pick<DocumentRecord, (typeof DOCUMENT_FIELDS)[number]>

/** A document as the documents that it translates show it. */
export type ShownTranslation = Pick<DocumentRecord, 'id' | 'lang' | 'title' | 'path' | 'passages'>
const TRANSLATION_FIELDS = ['id', 'lang', 'title', 'path', 'passages']

/** A passage as it is shown. */
export type ShownPassage = Omit<PassageRecord, 'tok' | 'topics' | 'date' | 'documentLang'>
const PASSAGE_FIELDS = [
  'id',
  'document',
  'position',
  'lang',
  'title',
  'heading',
  'text',
  'start',
  'end',
  'terms',
]

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
    read: ({ hits, estimatedTotalHits = 0 }) => ({
      passages: hits as Candidate[],
      total: estimatedTotalHits,
    }),
  }
}

/** What there is to say of all documents that fulfill an expression. */
export type Matches = {
  /** How many there are. Exact. */
  total: number
  /** Ids of some of them, in no order. */
  ids: string[]
  /** How many of them have each value, by field. Exact. */
  facets: Record<string, FacetCounts>
}

/**
 * The documents that fulfill an expression.
 *
 * @param wanted how many ids, 0 if not given, and the fields whose values are counted, none if not given
 */
export function matches(
  indexes: Generation,
  expression: string,
  { ids = 0, facets = [] }: { ids?: number; facets?: readonly string[] } = {},
): Ask<Matches> {
  return {
    query: {
      indexUid: indexes.documents,
      filter: expression,
      limit: ids,
      attributesToRetrieve: ['id'],
      ...(facets.length > 0 ? { facets } : {}),
    },
    read: ({ hits, estimatedTotalHits = 0, facetDistribution = {} }) => ({
      total: estimatedTotalHits,
      ids: idsOf(hits),
      facets: facetDistribution,
    }),
  }
}

/** Ids of documents that fulfill an expression, by date, undated ones last, equal dates by id. */
export function idsByDate(
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
      attributesToRetrieve: ['id'],
    },
    read: ({ hits }) => idsOf(hits),
  }
}

/** Documents by id, in no order. */
export async function documentsById(reader: Reader, ids: readonly string[]): Promise<ShownDocument[]> {
  return (await fetchRecords<ShownDocument>(reader, 'documents', { ids, fields: DOCUMENT_FIELDS })).results
}

/** What is shown of documents beside those that they translate, by id, in no order. */
export async function translationsById(reader: Reader, ids: readonly string[]): Promise<ShownTranslation[]> {
  return (await fetchRecords<ShownTranslation>(reader, 'documents', { ids, fields: TRANSLATION_FIELDS }))
    .results
}

/** Passages by id, in no order. */
export async function passagesById(reader: Reader, ids: readonly string[]): Promise<ShownPassage[]> {
  return (await fetchRecords<ShownPassage>(reader, 'passages', { ids, fields: PASSAGE_FIELDS })).results
}

/** All passages that fulfill an expression, at most `limit`, with how many there are, in no order. */
export async function passagesMatching(
  reader: Reader,
  expression: string,
  limit: number,
): Promise<{ passages: ShownPassage[]; total: number }> {
  const wanted = { filter: expression, limit, fields: PASSAGE_FIELDS }
  const { results, total } = await fetchRecords<ShownPassage>(reader, 'passages', wanted)
  return { passages: results, total }
}

type Wanted = { fields: readonly string[] } & ({ ids: readonly string[] } | { filter: string; limit: number })

/** What the engine takes for an id; it refuses a whole call for one that cannot be. */
const ID = /^[\w-]{1,511}$/

/** Searching gives ids and what ranking reads; records that are shown are fetched. */
async function fetchRecords<T>(
  { engine, indexes, signal }: Reader,
  of: 'documents' | 'passages',
  wanted: Wanted,
): Promise<{ results: T[]; total: number }> {
  const path = `indexes/${indexes[of]}/documents/fetch`
  type Fetched = { results: T[]; total: number }
  if ('filter' in wanted) return (await engine.read(path, wanted, signal)) as Fetched
  const ids = wanted.ids.filter((id) => ID.test(id))
  if (ids.length === 0) return { results: [], total: 0 }
  return (await engine.read(path, { ...wanted, ids, limit: ids.length }, signal)) as Fetched
}

function idsOf(hits: readonly unknown[]): string[] {
  return (hits as { id: string }[]).map(({ id }) => id)
}
