/**
 * Reading a generation: the few calls that a search is made of. Many queries travel in one request; what they mean is
 * the caller's business.
 */
import type { Engine } from './engine.ts'
import { and, isIn } from './filter.ts'
import type { Generation } from './generation.ts'
import type { Candidates } from './plan.ts'
import type { DocumentRecord, PassageRecord } from './schema.ts'

/** A generation to read from, for the time of one request. */
export type Reader = { engine: Engine; indexes: Generation; signal: AbortSignal }

/** What ranking needs of a passage. */
export type Candidate = Pick<PassageRecord, 'id' | 'document' | 'lang' | 'terms'>
const CANDIDATE_FIELDS = ['id', 'document', 'lang', 'terms']

/** A document as it is shown. */
export type ShownDocument = Omit<DocumentRecord, 'tok'>
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
]

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

/** Passages that a plan promises, within `scope`. */
export function candidates(indexes: Generation, plan: Candidates, scope: string): Ask<Candidate[]> {
  return {
    query: {
      indexUid: indexes.passages,
      filter: and([plan.filter, scope]),
      limit: plan.limit,
      attributesToRetrieve: CANDIDATE_FIELDS,
    },
    read: ({ hits }) => hits as Candidate[],
  }
}

/** How many documents fulfill an expression. Exact. */
export function documentCount(indexes: Generation, expression: string): Ask<number> {
  return {
    query: { indexUid: indexes.documents, filter: expression, limit: 0 },
    read: ({ estimatedTotalHits }) => estimatedTotalHits ?? 0,
  }
}

/** Counts of documents that fulfill an expression, by the values of facets. Exact. */
export function facetCounts(
  indexes: Generation,
  expression: string,
  facets: readonly string[],
): Ask<Record<string, FacetCounts>> {
  return {
    query: { indexUid: indexes.documents, filter: expression, limit: 0, facets },
    read: ({ facetDistribution }) => facetDistribution ?? {},
  }
}

/** Which of `ids` are documents that fulfill an expression. */
export function matchingIds(
  indexes: Generation,
  ids: readonly string[],
  expression: string,
): Ask<Set<string>> {
  return {
    query: {
      indexUid: indexes.documents,
      filter: and([isIn('id', ids), expression]),
      limit: ids.length,
      attributesToRetrieve: ['id'],
    },
    read: ({ hits }) => new Set((hits as { id: string }[]).map(({ id }) => id)),
  }
}

/** Documents by id, in no order. */
export function documentsById(indexes: Generation, ids: readonly string[]): Ask<ShownDocument[]> {
  return {
    query: {
      indexUid: indexes.documents,
      filter: isIn('id', ids),
      limit: ids.length,
      attributesToRetrieve: DOCUMENT_FIELDS,
    },
    read: ({ hits }) => hits as ShownDocument[],
  }
}

/** What is shown of documents beside those that they translate, by id, in no order. */
export function translationsById(indexes: Generation, ids: readonly string[]): Ask<ShownTranslation[]> {
  return {
    query: {
      indexUid: indexes.documents,
      filter: isIn('id', ids),
      limit: ids.length,
      attributesToRetrieve: TRANSLATION_FIELDS,
    },
    read: ({ hits }) => hits as ShownTranslation[],
  }
}

/** Documents that fulfill an expression, by date, undated ones last, equal dates by id. */
export function documentsByDate(
  indexes: Generation,
  expression: string,
  order: 'asc' | 'desc',
  offset: number,
  limit: number,
): Ask<ShownDocument[]> {
  return {
    query: {
      indexUid: indexes.documents,
      filter: expression,
      sort: [`date:${order}`, 'id:asc'],
      offset,
      limit,
      attributesToRetrieve: DOCUMENT_FIELDS,
    },
    read: ({ hits }) => hits as ShownDocument[],
  }
}

/** Passages of one document that fulfill an expression, in no useful order. */
export function passagesOf(
  indexes: Generation,
  document: string,
  expression: string,
  limit: number,
): Ask<ShownPassage[]> {
  return {
    query: {
      indexUid: indexes.passages,
      filter: and([isIn('document', [document]), expression]),
      limit,
      attributesToRetrieve: PASSAGE_FIELDS,
    },
    read: ({ hits }) => hits as ShownPassage[],
  }
}

/** All passages that fulfill an expression, at most `limit`, with how many there are. */
export function passagesMatching(
  indexes: Generation,
  expression: string,
  limit: number,
): Ask<{ passages: ShownPassage[]; total: number }> {
  return {
    query: {
      indexUid: indexes.passages,
      filter: expression,
      limit,
      attributesToRetrieve: PASSAGE_FIELDS,
    },
    read: ({ hits, estimatedTotalHits }) => ({
      passages: hits as ShownPassage[],
      total: estimatedTotalHits ?? 0,
    }),
  }
}

/** Passages by id, in no order. */
export async function passagesById(reader: Reader, ids: readonly string[]): Promise<ShownPassage[]> {
  if (ids.length === 0) return []
  const { results } = (await reader.engine.read(
    `indexes/${reader.indexes.passages}/documents/fetch`,
    { ids, limit: ids.length, fields: PASSAGE_FIELDS },
    reader.signal,
  )) as { results: ShownPassage[] }
  return results
}
