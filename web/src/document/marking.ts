/** The part of a search that decides what is marked in a document. Pure. */
import type { DocumentParams } from '@bifora/client'
import type { Search } from '../address.ts'

/** The parameters that reading a document takes of a search; none where it has no query. */
export function markingOf({ q, queryLang, expand, exact, without }: Search): DocumentParams {
  if (q === undefined || q.trim() === '') return {}
  return { q, queryLang, expand, exact, without }
}
