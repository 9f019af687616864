/** An answer of the API → a result as InstantSearch takes it. Pure. */
import type { SearchHit, SearchResponse } from '../types.ts'
import { type Marked, marked, snippet, type Tags } from './highlight.ts'
import { attributesOf, type RequestParams } from './request.ts'

/** A hit: the document as the API gives it, and what InstantSearch shows of it. */
export type Hit = Partial<SearchHit> & {
  objectID: string
  /** The best passage. */
  text?: string
  _highlightResult: { title: Marked; text: Marked }
  _snippetResult: { text: Omit<Marked, 'matchedWords'> }
}

/** A result. */
export type Result = {
  hits: Hit[]
  index: string
  query: string
  params: string
  page: number
  hitsPerPage: number
  nbHits: number
  nbPages: number
  exhaustiveNbHits: boolean
  exhaustiveFacetsCount: boolean
  processingTimeMS: number
  facets: Record<string, Record<string, number>>
  facets_stats: Record<string, { min: number; max: number }>
  /** The answer of the API: labels of facets, expansions, corrections, warnings, the histogram. */
  bifora: SearchResponse
}

const DEFAULT_SNIPPET_WORDS = 30

/** The result that an answer is. */
export function resultOf(indexName: string, params: RequestParams, answer: SearchResponse): Result {
  const { results, total, byMeaning, page, facets, histogram, tookMs, query } = answer
  const dates = histogram?.buckets ?? []
  const counted = Object.entries(facets).map(([name, { buckets }]) => {
    const shown = buckets.slice(0, params.maxValuesPerFacet)
    return [name, Object.fromEntries(shown.map(({ value, count }) => [value, count]))] as const
  })
  const years = (facets.year?.buckets ?? []).map(({ value }) => Number(value)).filter(Number.isFinite)
  return {
    hits: results.map((hit) => hitOf(hit, params)),
    index: indexName,
    query: query.q,
    params: '',
    page: page.number - 1,
    hitsPerPage: page.size,
    nbHits: total.value + byMeaning,
    nbPages: page.pages,
    exhaustiveNbHits: total.relation === 'eq',
    exhaustiveFacetsCount: true,
    processingTimeMS: Math.round(tookMs),
    facets: {
      ...Object.fromEntries(counted),
      ...(histogram && {
        date: Object.fromEntries(dates.map(({ from, count }) => [Date.parse(from), count])),
      }),
    },
    facets_stats: {
      ...span(
        'date',
        dates.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]),
      ),
      ...span('year', years),
    },
    bifora: answer,
  }
}

function span(name: string, values: readonly number[]): Record<string, { min: number; max: number }> {
  if (values.length === 0) return {}
  return { [name]: { min: Math.min(...values), max: Math.max(...values) } }
}

function hitOf(hit: SearchHit, params: RequestParams): Hit {
  const { id, title = '', titleHighlights = [], passages: [passage] = [], missing = [] } = hit
  const { text = '', highlights = [] } = passage ?? {}
  const tags = tagsOf(params)
  const isComplete = missing.length === 0
  const names = attributesOf(params)
  const all = { ...hit, text }
  const shown = Object.entries(all).filter(([name]) => names === undefined || names.includes(name))
  return {
    ...Object.fromEntries(shown),
    objectID: id,
    _highlightResult: {
      title: marked(title, titleHighlights, tags, isComplete),
      text: marked(text, highlights, tags, isComplete),
    },
    _snippetResult: { text: snippet(text, highlights, { tags, words: snippetWords(params), isComplete }) },
  }
}

/** What matches is put between; InstantSearch names tags of its own. */
export function tagsOf({ highlightPreTag = '<em>', highlightPostTag = '</em>' }: RequestParams): Tags {
  return { pre: highlightPreTag, post: highlightPostTag }
}

/** `attributesToSnippet: ['text:20']` */
function snippetWords({ attributesToSnippet = [] }: RequestParams): number {
  for (const one of [attributesToSnippet].flat()) {
    const [name, words] = one.split(':')
    if ((name === 'text' || name === '*') && Number(words) > 0) return Math.floor(Number(words))
  }
  return DEFAULT_SNIPPET_WORDS
}
