/** Counts of documents by facet. A facet ignores its own filter, so that its other values can be chosen too. */
import { and } from '../../../engine/filters.ts'
import { ask, type FacetCounts, type IndexReader, type Matches, matches } from '../../../engine/search.ts'
import type { Facet, SearchRequest } from '../request.ts'
import { PERIOD_FIELDS } from './histogram.ts'
import { documentScope, FACET_FIELDS, isFiltered } from './scope.ts'

/** The fields of the facets that no filter of their own narrows: they are counted over the matches themselves. */
export function plainFields({ facets, filters, interval }: SearchRequest): string[] {
  const wanted: readonly Facet[] = interval === undefined ? facets : [...facets, ...PERIOD_FIELDS]
  return [
    ...new Set(wanted.filter((facet) => !isFiltered(filters, facet)).map((facet) => FACET_FIELDS[facet])),
  ]
}

/**
 * Counts the facets that a request asks for.
 *
 * @param known the counts of {@link plainFields}
 * @param matching what a document must fulfill to match, the filters of the request left out
 */
export async function countFacets(
  { facets, filters }: SearchRequest,
  known: Matches['facets'],
  matching: string,
  reader: IndexReader,
): Promise<Partial<Record<Facet, FacetCounts>>> {
  const filtered = facets.filter((facet) => isFiltered(filters, facet))
  const { counts } = await ask(reader, {
    counts: filtered.map((facet) =>
      matches(reader.indexes, and([matching, documentScope(filters, facet)]), {
        facets: [FACET_FIELDS[facet]],
      }),
    ),
  })
  const byField: Matches['facets'] = Object.assign({}, known, ...counts.map(({ facets }) => facets))
  return Object.fromEntries(facets.map((facet) => [facet, byField[FACET_FIELDS[facet]] ?? {}]))
}
