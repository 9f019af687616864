/** Filters of a request → expressions on documents and on passages. */
import { and, isIn, or } from '../../../engine/filters.ts'
import { IS_TRANSLATED, IS_UNTRANSLATED } from '../../../engine/listing.ts'
import { UNKNOWN } from '../../../engine/schema.ts'
import type { Facet, Filters } from '../request.ts'

/** A facet's field in the documents index. */
export const FACET_FIELDS: Record<Facet, string> = {
  topic: 'topics',
  reference: 'references',
  tag: 'tags',
  dateBasis: 'dateBasis',
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
  return and([scope(filters, { lang: 'lang', place: 'paths.place' }, without), translationScope(filters)])
}

/**
 * The expression for passages, which carry copies of their document's fields: all but its translations, which change
 * without it. Whether passages tell all that a filter asks, {@link isToldByPassages} says.
 */
export function passageScope(filters: Filters, without?: Facet): string {
  return scope(filters, { lang: 'documentLang', place: 'place' }, without)
}

/** Whether a document is known to pass the filters where one of its passages does. */
export function isToldByPassages({ translated }: Filters): boolean {
  return translated === undefined
}

function translationScope({ translated }: Filters): string {
  if (translated === undefined) return ''
  return translated === 'yes' ? IS_TRANSLATED : IS_UNTRANSLATED
}

/** Whether a facet is narrowed by a filter of its own. */
export function isFiltered(filters: Filters, facet: Facet): boolean {
  return facet === 'year' || facet === 'month' ? isDated(filters) : filters[facet].length > 0
}

/** Whether documents are narrowed by their date. */
export function isDated({ from, to, undated }: Filters): boolean {
  return from !== undefined || to !== undefined || undated === 'only'
}

/** The expression for documents without a date that fulfill everything but `from` and `to`; undefined without these. */
export function undatedScope(filters: Filters): string | undefined {
  if (filters.from === undefined && filters.to === undefined) return undefined
  return and([documentScope(filters, 'year'), isIn('dateBasis', [UNKNOWN])])
}

/** @param fields where language and places stand in the records */
function scope(filters: Filters, fields: { lang: string; place: string }, without?: Facet): string {
  const expressions: string[] = []
  if (filters.lang.length > 0 && without !== 'lang') expressions.push(isIn(fields.lang, filters.lang))
  if (filters.topic.length > 0 && without !== 'topic') expressions.push(isIn('topics', filters.topic))
  if (filters.place.length > 0 && without !== 'place') expressions.push(isIn(fields.place, filters.place))
  if (filters.folder.length > 0 && without !== 'folder') expressions.push(isIn('folder', filters.folder))
  if (filters.tag.length > 0 && without !== 'tag') expressions.push(isIn('tags', filters.tag))
  if (filters.reference.length > 0 && without !== 'reference') expressions.push(referring(filters.reference))
  if (filters.source.length > 0 && without !== 'source') expressions.push(isIn('source', filters.source))
  if (filters.dateBasis.length > 0 && without !== 'dateBasis')
    expressions.push(isIn('dateBasis', filters.dateBasis))
  if (without !== 'year' && without !== 'month') expressions.push(inPeriod(filters))
  return and(expressions)
}

/** Acts and their articles are counted apart. */
function referring(ids: readonly string[]): string {
  const isArticle = (id: string): boolean => id.includes('#')
  const acts = ids.filter((id) => !isArticle(id))
  const articles = ids.filter(isArticle)
  return or([
    ...(acts.length > 0 ? [isIn('references', acts)] : []),
    ...(articles.length > 0 ? [isIn('articles', articles)] : []),
  ])
}

/** The expression for what was published between two days, its whole period; empty if neither is given. */
export function periodScope({ from, to }: Pick<Filters, 'from' | 'to'>): string {
  return and([
    ...(from === undefined ? [] : [`date >= ${Date.parse(from) / 1000}`]),
    ...(to === undefined ? [] : [`dateEnd <= ${Date.parse(to) / 1000}`]),
  ])
}

function inPeriod(filters: Filters): string {
  const { undated } = filters
  if (undated === 'only') return isIn('dateBasis', [UNKNOWN])
  const period = periodScope(filters)
  return period === '' || undated === 'exclude' ? period : or([period, isIn('dateBasis', [UNKNOWN])])
}
