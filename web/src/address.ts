/** What the page shows, as an address: everything that can be shared, kept and gone back to is in its query. */
import type { SearchParams } from '@bifora/client'

/** A search as people make it on the page: parameters of the API, without what only decides how much is answered. */
export type Search = Pick<
  SearchParams,
  | 'q'
  | 'queryLang'
  | 'expand'
  | 'exact'
  | 'without'
  | 'words'
  | 'lang'
  | 'topic'
  | 'reference'
  | 'tag'
  | 'source'
  | 'place'
  | 'folder'
  | 'from'
  | 'to'
  | 'undated'
  | 'dateBasis'
  | 'copies'
  | 'sort'
  | 'page'
>

/** The views, and what each is about; all of them know the search that people came from. */
export type View =
  | { name: 'search' }
  /** `beside`: the translation that it is shown side by side with. */
  | { name: 'document'; id: string; beside?: string }
  | { name: 'coverage' }
  | { name: 'lexicon'; word: string }
  | { name: 'add' }

/** What the page shows. */
export type Address = { view: View; search: Search }

/** Filters that take several values, in the order in which they are shown. */
export const LIST_FILTERS = [
  'topic',
  'lang',
  'source',
  'place',
  'folder',
  'tag',
  'reference',
  'dateBasis',
] as const
/** A filter that takes several values. */
export type ListFilter = (typeof LIST_FILTERS)[number]

const LISTS = [...LIST_FILTERS, 'without'] as const
const CHOICES = {
  queryLang: ['it', 'en'],
  expand: ['none'],
  words: ['all', 'most', 'any'],
  undated: ['include', 'only'],
  copies: ['show'],
  sort: ['date', '-date'],
} as const
/** In which parameters are written, so that the same search has one address however it came about. */
const ORDER: readonly (keyof Search)[] = [
  'q',
  'queryLang',
  'expand',
  'exact',
  'without',
  'words',
  ...LIST_FILTERS,
  'from',
  'to',
  'undated',
  'copies',
  'sort',
  'page',
]
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** The view and search that a query (`?q=…`, with or without its mark) stands for. What is unknown or no value is left out. */
export function readAddress(query: string): Address {
  const params = new URLSearchParams(query)
  const search: Record<string, unknown> = {}
  const q = params.get('q')
  if (q) search.q = q
  for (const name of LISTS) {
    const values = [...new Set(params.getAll(name).filter((value) => value !== ''))]
    if (values.length > 0) search[name] = values
  }
  for (const [name, values] of Object.entries(CHOICES)) {
    const value = params.get(name)
    if (value !== null && (values as readonly string[]).includes(value)) search[name] = value
  }
  for (const name of ['from', 'to']) {
    const value = params.get(name)
    if (value !== null && DATE.test(value)) search[name] = value
  }
  if (params.get('exact') === 'true') search.exact = true
  const page = Number(params.get('page'))
  if (Number.isInteger(page) && page > 1) search.page = page
  return { view: readView(params), search: search as Search }
}

function readView(params: URLSearchParams): View {
  const id = params.get('document')
  const beside = params.get('beside')
  if (id) return { name: 'document', id, ...(beside ? { beside } : {}) }
  const name = params.get('view')
  if (name === 'coverage' || name === 'add') return { name }
  if (name === 'lexicon') return { name, word: params.get('word') ?? '' }
  return { name: 'search' }
}

/** The query of a view and a search, with its question mark; `?` alone for the beginning. */
export function writeAddress({ view, search }: Address): string {
  const params = new URLSearchParams()
  if (view.name === 'document') {
    params.set('document', view.id)
    if (view.beside !== undefined) params.set('beside', view.beside)
  } else if (view.name !== 'search') params.set('view', view.name)
  if (view.name === 'lexicon' && view.word !== '') params.set('word', view.word)
  for (const name of ORDER) {
    const value = search[name]
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '' && one !== false) params.append(name, String(one))
    }
  }
  return `?${params}`
}

/** The query of a search with its question mark, as the API has it, too; empty for the search for everything. */
export function searchQuery(search: Search): string {
  const query = writeAddress({ view: { name: 'search' }, search })
  return query === '?' ? '' : query
}

/** A search with some of it changed, from its first page. `undefined` takes a parameter out. */
export function changed(search: Search, change: Partial<Search>): Search {
  const merged = { ...search, page: undefined, ...change }
  const kept = Object.entries(merged).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(kept) as Search
}

/** A search with a value of a filter chosen if it was not, and not if it was. */
export function toggled(search: Search, filter: ListFilter | 'without', value: string): Search {
  const values: readonly string[] = search[filter] ?? []
  const others = values.filter((one) => one !== value)
  return changed(search, { [filter]: others.length < values.length ? others : [...values, value] })
}
