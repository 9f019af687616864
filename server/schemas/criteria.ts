/** The parameters that say which documents are meant, as a search takes them; nothing about order, pages or facets. */
import { filterParameters } from './search-filters.ts'
import { queryParameters } from './search-query.ts'

/** For query strings of whatever goes through all matches. */
export const criteriaProperties = { ...queryParameters, ...filterParameters }
