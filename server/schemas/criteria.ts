/** The parameters that say which documents are meant, as a search takes them; nothing about order, pages or facets. */
import { SearchQuery } from './search.ts'

const {
  q,
  queryLang,
  expand,
  exact,
  without,
  words,
  lang,
  topic,
  reference,
  tag,
  place,
  folder,
  from,
  to,
  undated,
  dateBasis,
} = SearchQuery.properties

/** For query strings of whatever goes through all matches. */
export const criteriaProperties = {
  q,
  queryLang,
  expand,
  exact,
  without,
  words,
  lang,
  topic,
  reference,
  tag,
  place,
  folder,
  from,
  to,
  undated,
  dateBasis,
}
