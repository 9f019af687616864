/** The parameters of a search, checked and in one shape. */

import type { Cursor } from './cursor.ts'
import type { Interval } from './periods.ts'

/** How results are ordered. */
export type Sort = 'relevance' | 'date' | '-date'

/**
 * How many words of the query a match must have: all; most, by weight; any; or, for `auto`, as many as the length of
 * the query and the corpus suggest.
 */
export type WordsNeeded = 'auto' | 'all' | 'most' | 'any'

/** What can be counted. */
export const FACETS = [
  'topic',
  'reference',
  'tag',
  'lang',
  'year',
  'month',
  'dateBasis',
  'source',
  'place',
  'folder',
] as const
/** A counted field. */
export type Facet = (typeof FACETS)[number]

/** Yes/no conditions on documents. Empty lists restrict nothing. */
export type Filters = {
  /** ISO 639-1 codes: documents in any of them. */
  lang: string[]
  /** Topic ids: documents with any of them. */
  topic: string[]
  /** Acts and standards, or articles of them, by id: documents that refer to any of them. */
  reference: string[]
  /** Tags that their authors gave: documents with any of them. */
  tag: string[]
  /** Who published them: documents of any of these. */
  source: string[]
  /** Who says when they were published: documents with any of these, or `unknown`. */
  dateBasis: string[]
  /** Places: documents of any of them. */
  place: string[]
  /** Folders, as paths in their place: documents in any of them, however deep. */
  folder: string[]
  /** First day, `YYYY-MM-DD`. */
  from?: string
  /** Last day, `YYYY-MM-DD`. */
  to?: string
  /** Whether there has to be a translation of them, or none; absent: either. */
  translated?: 'yes' | 'no'
  /** Whether documents without a date pass `from` and `to`, or nothing else passes. */
  undated: 'exclude' | 'include' | 'only'
}

/** A search. */
export type SearchRequest = {
  q: string
  /** Language that the query is said to be in; estimated if absent. */
  queryLang?: string
  /** Whether the bridge adds translations. */
  isExpanded: boolean
  /** Whether words are taken as they are, without repair of spelling. */
  isExact: boolean
  /** Ids of expansions that are not wanted. */
  without: ReadonlySet<string>
  words: WordsNeeded
  /** Whether documents are found by their meaning, too, where there is an embedder. */
  meaning: 'auto' | 'off'
  /** Whether the last word is the beginning of one; `auto`: unless white space follows it. */
  prefix: 'false' | 'true' | 'auto'
  filters: Filters
  /** Whether near copies on one page are one result. */
  isFolding: boolean
  sort: Sort
  /** From 1. */
  page: number
  /** Where a walk through all matches is; the number of the page does not count then. */
  cursor?: Cursor
  /** Documents a page, 0 to 100. */
  size: number
  /** Properties of the results that are wanted; absent: all. */
  fields?: ReadonlySet<string>
  facets: Facet[]
  /** Of the histogram; absent: there is none. */
  interval?: Interval | 'auto'
}

/** Whether a request wants a property of its results. */
export function wants({ fields }: Pick<SearchRequest, 'fields'>, property: string): boolean {
  return fields?.has(property) ?? true
}
