/**
 * What several parts answered to one query → the answer of one engine that held all of it. Pure.
 *
 * Lists are merged by what they are sorted by, as the engine sorts: numbers by size, texts by their letters without
 * regard to case, what has no value last in either direction. What is not sorted is taken from the parts in turn.
 */
import { folded, sumOfFacets } from '../facet-sums.ts'
import { idOfKey } from '../schema.ts'

/** A query of a multi-search, with what merging looks at. */
export type PartQuery = {
  indexUid: string
  filter?: string
  sort?: readonly string[]
  offset?: number
  limit?: number
  attributesToRetrieve?: readonly string[]
} & Record<string, unknown>

/** The answer to it. */
export type PartAnswer = {
  hits: Record<string, unknown>[]
  estimatedTotalHits?: number
  facetDistribution?: Record<string, Record<string, number>>
} & Record<string, unknown>

/** Hits that the engine gives where nobody says how many. */
const DEFAULT_LIMIT = 20

/** The query to ask of each part so that the answers can be merged: what stands before the page may be on any. */
export function askedOfParts(query: PartQuery): PartQuery {
  const { sort, offset = 0, limit = DEFAULT_LIMIT, attributesToRetrieve } = query
  const wanted = { ...query, offset: 0, limit: offset + limit }
  if (sort === undefined || attributesToRetrieve === undefined) return wanted
  // The id stands in the key.
  const keys = sort.map((rule) => fieldOf(rule)).map((field) => (field === 'id' ? 'key' : field))
  return { ...wanted, attributesToRetrieve: [...new Set([...attributesToRetrieve, ...keys])] }
}

/**
 * One answer of those of the parts, in the order of the parts.
 *
 * @param maxFacetValues values of a facet that one engine would count at most
 */
export function merged(query: PartQuery, answers: readonly PartAnswer[], maxFacetValues: number): PartAnswer {
  const { sort, offset = 0, limit = DEFAULT_LIMIT } = query
  const hits =
    sort === undefined
      ? inTurn(answers.map(({ hits }) => hits))
      : answers.flatMap(({ hits }) => hits).sort(comparing(sort))
  const [first] = answers
  const facets = answers.flatMap(({ facetDistribution }) =>
    facetDistribution === undefined ? [] : [facetDistribution],
  )
  return {
    ...first,
    hits: distinct(hits).slice(offset, offset + limit),
    offset,
    limit,
    estimatedTotalHits: answers.reduce((sum, { estimatedTotalHits = 0 }) => sum + estimatedTotalHits, 0),
    ...(facets.length === 0 ? {} : { facetDistribution: sumOfFacets(facets, maxFacetValues) }),
  }
}

/** While documents move their passages may be on two parts, with the same id. Documents have none: no part gives those twice. */
function distinct(hits: Record<string, unknown>[]): Record<string, unknown>[] {
  const seen = new Set<unknown>()
  return hits.filter(({ id }) => {
    if (id === undefined) return true
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}

function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const rows = Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  )
  return rows.flat()
}

function fieldOf(rule: string): string {
  return rule.slice(0, rule.lastIndexOf(':'))
}

type Hit = Record<string, unknown>

function comparing(sort: readonly string[]): (a: Hit, b: Hit) => number {
  const rules = sort.map((rule) => ({ field: fieldOf(rule), sign: rule.endsWith(':desc') ? -1 : 1 }))
  return (a, b) => {
    for (const { field, sign } of rules) {
      const order = compared(sortValueOf(a, field), sortValueOf(b, field), sign)
      if (order !== 0) return order
    }
    return 0
  }
}

function sortValueOf(hit: Hit, field: string): unknown {
  if (field !== 'id') return hit[field]
  return hit.id ?? idOfKey(String(hit.key))
}

/** Whatever the direction, numbers stand before texts, and texts before nothing. */
function compared(a: unknown, b: unknown, sign: number): number {
  const [kindA, kindB] = [kindOf(a), kindOf(b)]
  if (kindA !== kindB) return kindA - kindB
  if (kindA === 0) return sign * ((a as number) - (b as number))
  if (kindA === 2) return 0
  const [textA, textB] = [folded(a as string), folded(b as string)]
  return textA === textB ? 0 : textA < textB ? -sign : sign
}

function kindOf(value: unknown): 0 | 1 | 2 {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2
}
