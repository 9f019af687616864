/** Counts of documents by facet. A facet ignores its own filter, so that its other values can be chosen too. */
import { ask, type FacetCounts, facetCounts, type Reader } from '../../engine/search.ts'
import type { Facet, SearchRequest } from './request.ts'
import { FACET_FIELDS, isFiltered } from './scope.ts'

/**
 * Counts the facets that a request asks for.
 *
 * @param expression the expression of the search
 * @param expressionWithout the same without the filter of a facet
 */
export async function countFacets(
  { facets, filters }: SearchRequest,
  expression: string,
  expressionWithout: (facet: Facet) => Promise<string>,
  reader: Reader,
): Promise<Partial<Record<Facet, FacetCounts>>> {
  const filtered = facets.filter((facet) => isFiltered(filters, facet))
  const expressions = await Promise.all(filtered.map(expressionWithout))
  const plain = facets.filter((facet) => !filtered.includes(facet))
  const fieldsOf = (some: readonly Facet[]) => some.map((facet) => FACET_FIELDS[facet])
  const { counts } = await ask(reader, {
    counts: [
      ...(plain.length > 0 ? [facetCounts(reader.indexes, expression, fieldsOf(plain))] : []),
      ...filtered.map((facet, index) =>
        facetCounts(reader.indexes, expressions[index] ?? '', fieldsOf([facet])),
      ),
    ],
  })
  const byField: Record<string, FacetCounts> = Object.assign({}, ...counts)
  return Object.fromEntries(facets.map((facet) => [facet, byField[FACET_FIELDS[facet]] ?? {}]))
}
