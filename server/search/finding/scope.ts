/** Filters of a request → expressions on documents and on passages. */
import { and, isIn } from '../../../engine/filters.ts'
import type { Facet, Filters } from '../request.ts'

/** A facet's field in the documents index. */
export const FACET_FIELDS: Record<Facet, string> = {
  topic: 'topics',
  lang: 'lang',
  year: 'year',
  month: 'month',
  source: 'source',
  place: 'paths.place',
  folder: 'folder',
}

/**
 * The expression for documents.
 *
 * @param without a facet whose own filter is left out, so that its other values can still be counted
 */
export function documentScope(filters: Filters, without?: Facet): string {
  return scope(filters, { lang: 'lang', place: 'paths.place' }, without)
}

/** The expression for passages, which carry copies of their document's fields. */
export function passageScope(filters: Filters, without?: Facet): string {
  return scope(filters, { lang: 'documentLang', place: 'place' }, without)
}

/** Whether a facet is narrowed by a filter of its own. */
export function isFiltered(filters: Filters, facet: Facet): boolean {
  if (facet === 'year' || facet === 'month') return filters.from !== undefined || filters.to !== undefined
  return facet !== 'source' && filters[facet].length > 0
}

/** @param fields where language and places stand in the records */
function scope(filters: Filters, fields: { lang: string; place: string }, without?: Facet): string {
  const expressions: string[] = []
  if (filters.lang.length > 0 && without !== 'lang') expressions.push(isIn(fields.lang, filters.lang))
  if (filters.topic.length > 0 && without !== 'topic') expressions.push(isIn('topics', filters.topic))
  if (filters.place.length > 0 && without !== 'place') expressions.push(isIn(fields.place, filters.place))
  if (filters.folder.length > 0 && without !== 'folder') expressions.push(isIn('folder', filters.folder))
  if (without !== 'year' && without !== 'month') {
    if (filters.from !== undefined) expressions.push(`date >= ${Date.parse(filters.from) / 1000}`)
    if (filters.to !== undefined) expressions.push(`dateEnd <= ${Date.parse(filters.to) / 1000}`)
  }
  return and(expressions)
}
