/** What parsing gives and habits are taken out of. */

/** A stretch of the query, with its place in it. */
export type QueryPart = {
  kind: 'words' | 'phrase'
  /** Whether it stood behind a minus sign. */
  isExcluded: boolean
  text: string
  /** UTF-16 offset of `text` in the query. */
  start: number
}
