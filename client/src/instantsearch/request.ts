/** A request of InstantSearch → a search of the API. Pure. */
import type { SearchParams } from '../types.ts'
import { expressionConditions } from './expression.ts'
import { asFilters, type Filters, facetConditions, numericConditions, unsupported } from './filters.ts'

/** What is read of the parameters of a request; others change no result here, or are refused. */
export type RequestParams = {
  query?: string | undefined
  /** From 0. */
  page?: number | undefined
  hitsPerPage?: number | undefined
  facets?: string | readonly string[] | undefined
  maxValuesPerFacet?: number | undefined
  facetFilters?: unknown
  numericFilters?: unknown
  filters?: string | undefined
  attributesToRetrieve?: string | readonly string[] | undefined
  attributesToSnippet?: string | readonly string[] | undefined
  highlightPreTag?: string | undefined
  highlightPostTag?: string | undefined
}

/** The facets that `*` stands for. */
const FACETS = [
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
]
/** What would narrow a search and has no counterpart: better refused than ignored. */
const UNKNOWN_FILTERS = ['tagFilters', 'aroundLatLng', 'insideBoundingBox', 'insidePolygon']
/** Made here, or always there. */
const OWN_ATTRIBUTES = ['objectID', 'id', 'text']
/** What hits are made of, whatever attributes are asked for. */
const NEEDED_FIELDS = ['title', 'titleHighlights', 'passages', 'missing']

/**
 * The search that a request asks for.
 *
 * @param indexName what follows its colon is the order: `bifora:-date`
 * @param base parameters of every search
 * @throws {BiforaError} `#unsupported` for a filter that the API has no words for
 */
export function searchOf(indexName: string, params: RequestParams, base: SearchParams): SearchParams {
  const facets = facetsOf(params)
  const fields = attributesOf(params)?.filter((name) => !OWN_ATTRIBUTES.includes(name))
  const [, sort] = indexName.split(':')
  return {
    ...base,
    ...filtersOf(params, base),
    q: params.query ?? '',
    page: (params.page ?? 0) + 1,
    size: params.hitsPerPage,
    facets: facets.filter((name) => name !== 'date'),
    interval: facets.includes('date') ? 'auto' : undefined,
    fields: fields === undefined ? undefined : [...new Set([...fields, ...NEEDED_FIELDS])],
    ...(sort === undefined ? {} : { sort: sort as NonNullable<SearchParams['sort']> }),
  }
}

/** The filters of a request, within those of every search. */
export function filtersOf(params: RequestParams, { lang, topic, ...base }: SearchParams): Filters {
  for (const name of UNKNOWN_FILTERS) {
    const value = (params as Record<string, unknown>)[name]
    if (value !== undefined && [value].flat().join('') !== '') throw unsupported(`${name} is not supported.`)
  }
  const { reference, tag, source, place, folder, dateBasis, from, to, undated } = base
  return asFilters(
    [
      ...facetConditions(params.facetFilters),
      ...numericConditions(params.numericFilters),
      ...expressionConditions(params.filters ?? ''),
    ],
    { lang, topic, reference, tag, source, place, folder, dateBasis, from, to, undated },
  )
}

/** The facets to count. */
function facetsOf({ facets = [] }: RequestParams): string[] {
  const names = [facets].flat()
  return names.includes('*') ? FACETS : names
}

/** The attributes that hits are to have; undefined: all. */
export function attributesOf({ attributesToRetrieve }: RequestParams): string[] | undefined {
  if (attributesToRetrieve === undefined) return undefined
  const names = [attributesToRetrieve].flat()
  return names.includes('*') ? undefined : names
}
