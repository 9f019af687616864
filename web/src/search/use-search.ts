/** The search of the address, asked of the service. */
import type { SearchParams, SearchResponse } from '@bifora/client'
import { LIST_FILTERS, type Search } from '../address.ts'
import { type Answer, useAnswer } from '../api.tsx'

/** Documents a page. */
export const PAGE_SIZE = 20

/**
 * What the search finds, with all facets and its course over time.
 *
 * @param isUnfinished whether the last word of the query may be one that is still being typed
 */
export function useSearch(search: Search, isUnfinished: boolean): Answer<SearchResponse> {
  const params: SearchParams = {
    ...search,
    size: PAGE_SIZE,
    facets: LIST_FILTERS,
    interval: 'auto',
    ...(isUnfinished && { prefix: 'auto' }),
  }
  return useAnswer(JSON.stringify(params), (client, signal) => client.search(params, { signal }))
}

/** The parameters that say which documents match, without those of order and pages: what feeds and exports take. */
export function criteriaOf({ sort: _sort, page: _page, copies: _copies, ...criteria }: Search) {
  return criteria
}
