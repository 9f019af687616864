/** What filters mean, said once more without an engine. */
import type { SearchHit } from '../../server/schemas/search-hit.ts'
import type { SearchParams } from './app.ts'

/** Whether a document is one that filters leave: a period has to lie within what is asked for. */
export function fulfillsFilters(
  { lang, topics, date, source, tags, path }: SearchHit,
  filters: SearchParams,
): boolean {
  const named = (name: string): readonly string[] | undefined => filters[name] as string[] | undefined
  const listed = (name: string): string[] | undefined => filters[name]?.toString().split(',')
  const ids = topics.length === 0 ? ['unclassified'] : topics.map(({ id }) => id)
  const { from, to } = filters
  return (
    (listed('lang')?.includes(lang) ?? true) &&
    (listed('topic')?.some((id) => ids.includes(id)) ?? true) &&
    (named('source')?.includes(source ?? '') ?? true) &&
    (named('tag')?.some((tag) => tags.includes(tag)) ?? true) &&
    (filters.folder === undefined || path.startsWith(`${filters.folder}/`)) &&
    ((from === undefined && to === undefined) ||
      (date !== null &&
        (from === undefined || date.padEnd(10, '-01') >= `${from}-01-01`.slice(0, 10)) &&
        (to === undefined || `${date}-99-99`.slice(0, 10) <= `${to}-99-99`.slice(0, 10))))
  )
}
