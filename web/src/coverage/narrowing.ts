/** Which documents coverage is about: the search that people came from, without what only orders results. Pure. */
import type { CoverageParams } from '@bifora/client'
import { changed, LIST_FILTERS, type ListFilter, type Search, toggled } from '../address.ts'

/** A part of a search that can be taken off, and the search without it. */
export type Part = {
  name: 'q' | 'period' | 'undated' | Exclude<ListFilter, 'lang'>
  value: string
  without: Search
}

/** Parameters of the API for a search. Languages are what is compared, so none of them is left out. */
export function coverageParams({
  lang: _lang,
  copies: _copies,
  sort: _sort,
  page: _page,
  ...rest
}: Search): CoverageParams {
  return rest
}

/** What narrows a search, in the order in which it is shown. Its language is no part: it says which side is looked at. */
export function partsOf(search: Search): Part[] {
  const parts: Part[] = []
  const { q, from, to, undated } = search
  if (q !== undefined) {
    const without = changed(search, {
      q: undefined,
      queryLang: undefined,
      without: undefined,
      words: undefined,
    })
    parts.push({ name: 'q', value: q, without })
  }
  if (from !== undefined || to !== undefined) {
    const value = from === to ? `${from}` : `${from ?? ''}/${to ?? ''}`
    parts.push({ name: 'period', value, without: changed(search, { from: undefined, to: undefined }) })
  }
  if (undated !== undefined) {
    parts.push({ name: 'undated', value: undated, without: changed(search, { undated: undefined }) })
  }
  for (const name of LIST_FILTERS) {
    if (name === 'lang') continue
    for (const value of search[name] ?? []) parts.push({ name, value, without: toggled(search, name, value) })
  }
  return parts
}

/** The documents of one cell, as a search: a topic, a language, and a month or year, within what was asked for before. */
export function cellSearch(
  search: Search,
  { topic, lang, period }: { topic: string; lang: string; period: string },
): Search {
  const { from, to } = search
  return changed(search, {
    topic: [topic],
    lang: [lang],
    from: from?.startsWith(period) ? from : period,
    to: to?.startsWith(period) ? to : period,
    undated: undefined,
  })
}

/** Years from one to another, the latest first: at most twelve. None if nothing is dated. */
export function yearsOf(first: string | null, last: string | null): string[] {
  if (first === null || last === null) return []
  const years = Math.min(12, Number(last) - Number(first) + 1)
  return Array.from({ length: years }, (_, index) => String(Number(last) - index))
}
