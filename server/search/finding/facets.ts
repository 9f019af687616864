/** Counts of documents by facet. A facet ignores its own filter, so that its other values can be chosen too. */
import { ask, type FacetCounts, type IndexReader, type Matches, matches } from '../../../engine/search.ts'
import type { Facet, SearchRequest } from '../request.ts'
import { FACET_FIELDS, isFiltered } from './scope.ts'

/** The fields of the facets that no filter of their own narrows: they are counted over the matches themselves. */
export function plainFields({ facets, filters }: SearchRequest): string[] {
  return facets.filter((facet) => !isFiltered(filters, facet)).map((facet) => FACET_FIELDS[facet])
}

/**
 * Counts the facets that a request asks for.
 *
 * @param known the counts of {@link plainFields}, if they are known already
 * @param expression the expression of the search
 * @param expressionWithout the same without the filter of a facet
 */
export async function countFacets(
  request: SearchRequest,
  known: Matches['facets'] | undefined,
  expression: string,
  expressionWithout: (facet: Facet) => Promise<string>,
  reader: IndexReader,
): Promise<Partial<Record<Facet, FacetCounts>>> {
  const { facets, filters } = request
  const plain = plainFields(request)
  const filtered = facets.filter((facet) => isFiltered(filters, facet))
  const expressions = await Promise.all(filtered.map(expressionWithout))
  const { counts } = await ask(reader, {
    counts: [
      ...(plain.length > 0 && known === undefined
        ? [matches(reader.indexes, expression, { facets: plain })]
        : []),
      ...filtered.map((facet, index) =>
        matches(reader.indexes, expressions[index] ?? '', { facets: [FACET_FIELDS[facet]] }),
      ),
    ],
  })
  const byField: Matches['facets'] = Object.assign({}, known, ...counts.map(({ facets }) => facets))
  return Object.fromEntries(facets.map((facet) => [facet, byField[FACET_FIELDS[facet]] ?? {}]))
}
