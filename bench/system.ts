/** What is measured, whatever it is: something that is asked by words and answers with documents. No behavior. */

/** A search. */
export type Search = {
  q: string
  /** Only documents in these languages; all if empty. */
  langs: readonly string[]
  /** Only documents that have one of these topics; all if empty or absent. */
  topics?: readonly string[]
  /** Language that the query is said to be in; left for the system to find out if absent. */
  queryLang?: string
}

/** What was found. */
export type Found = {
  /** Ids of the documents, best first, at most ten. */
  ids: string[]
  /** How many match, as far as the system says. */
  total: number
  /** Share of the query's weight that a match must have, 0 to 1: 1 is every word. Absent where a system does not say. */
  share?: number
  /** Of the whole request. */
  ms: number
}

/** A search system. */
export type System = {
  name: string
  search: (search: Search) => Promise<Found>
}
