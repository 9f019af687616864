/** The queries that a search is made of. Hits carry ids and what ranking reads; whole records are fetched (fetch.ts). */
import type { Ask, FacetCounts } from './ask.ts'
import type { Generation } from './generation.ts'
import { CANDIDATE_FIELDS, type PassageRecord } from './schema.ts'

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
    read: ({ hits, estimatedTotalHits = 0 }) => ({
      passages: (hits as Hit[]).map((hit) => ({ ...hit, document: documentOf(hit.id) })),
      total: estimatedTotalHits,
    }),
  }
}

/** The document of a passage stands in its id: a field less to take apart for the engine. */
function documentOf(passage: string): string {
  return passage.slice(0, passage.lastIndexOf('-'))
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

function idsOf(hits: readonly unknown[]): string[] {
  return (hits as { id: string }[]).map(({ id }) => id)
}
