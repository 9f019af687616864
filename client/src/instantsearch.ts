/** A search client for InstantSearch (JS, React, Vue) that asks Bifora. */
import type { Client } from './client.ts'
import { BiforaError } from './error.ts'
import { unsupported } from './instantsearch/filters.ts'
import { marked, placesOf } from './instantsearch/highlight.ts'
import { filtersOf, type RequestParams, searchOf } from './instantsearch/request.ts'
import { type Result, resultOf, tagsOf } from './instantsearch/result.ts'
import type { SearchOutcome, SearchParams, SearchResponse } from './types.ts'

export type { Hit, Result } from './instantsearch/result.ts'

/** A request as InstantSearch makes it. */
export type SearchRequest = { indexName: string; params?: RequestParams | undefined }

/** A request for values of a facet. */
export type FacetValuesRequest = {
  indexName: string
  params: RequestParams & { facetName: string; facetQuery?: string; maxFacetHits?: number }
}

/** The same as version 5 of Algolia's client takes it, one at a time: what InstantSearch's types ask for. */
export type SingleFacetValuesRequest = {
  indexName: string
  facetName: string
  searchForFacetValuesRequest?: { params?: string; facetQuery?: string; maxFacetHits?: number } | undefined
}

/** Values of a facet, as InstantSearch takes them. */
export type FacetValues = {
  facetHits: { value: string; highlighted: string; count: number }[]
  exhaustiveFacetsCount: boolean
  processingTimeMS: number
}

/** What InstantSearch calls. */
export type SearchClient = ReturnType<typeof createSearchClient>

/** Searches that fit into one request to the service. */
const MAX_SEARCHES = 20
const DEFAULT_FACET_HITS = 10

/**
 * The search client to give to InstantSearch, for any index name; `name:-date` sorts by date, newest first.
 *
 * @param params parameters of every search, such as `{ lang: ['it'] }`
 */
export function createSearchClient(client: Client, params: SearchParams = {}) {
  const answersTo = async (searches: readonly SearchParams[]): Promise<SearchResponse[]> => {
    const [only, ...others] = searches
    // By GET, which caches understand.
    if (only !== undefined && others.length === 0) return [await client.search(only)]
    const answers: SearchResponse[] = []
    for (let from = 0; from < searches.length; from += MAX_SEARCHES) {
      const { outcomes } = await client.multiSearch(searches.slice(from, from + MAX_SEARCHES))
      answers.push(...outcomes.map(answerOf))
    }
    return answers
  }

  /** Answers in the order of the requests. Throws a {@link BiforaError} if one of them has no answer. */
  const search = async (requests: readonly SearchRequest[]): Promise<{ results: Result[] }> => {
    const searches = requests.map((request) => searchOf(request.indexName, request.params ?? {}, params))
    const answers = await answersTo(searches)
    return {
      results: answers.map((answer, index) => {
        const { indexName = '', params = {} } = requests[index] ?? {}
        return resultOf(indexName, params, answer)
      }),
    }
  }

  /** Values of facets that have a text, with their counts, in the order of the requests. */
  function searchForFacetValues(requests: readonly FacetValuesRequest[]): Promise<FacetValues[]>
  function searchForFacetValues(request: SingleFacetValuesRequest): Promise<FacetValues>
  async function searchForFacetValues(asked: readonly FacetValuesRequest[] | SingleFacetValuesRequest) {
    if (!('facetName' in asked)) return Promise.all(asked.map((one) => facetValues(client, one, params)))
    const { indexName, facetName, searchForFacetValuesRequest: { params: given, ...rest } = {} } = asked
    if (given !== undefined)
      throw unsupported('Send a list of requests to search facets beside other filters.')
    return facetValues(client, { indexName, params: { facetName, ...rest } }, params)
  }

  return { search, searchForFacetValues }
}

async function facetValues(
  client: Client,
  {
    params: { facetName, facetQuery = '', maxFacetHits = DEFAULT_FACET_HITS, ...params },
  }: FacetValuesRequest,
  { queryLang, expand, exact, without, words, ...base }: SearchParams,
): Promise<FacetValues> {
  const began = performance.now()
  const { buckets, total } = await client.facet(facetName, {
    ...{ queryLang, expand, exact, without, words },
    ...filtersOf(params, base),
    query: params.query,
    q: facetQuery,
    size: maxFacetHits,
  })
  return {
    facetHits: buckets.map(({ value, count }) => ({
      value,
      highlighted: marked(value, placesOf(facetQuery, value), tagsOf(params), true).value,
      count,
    })),
    exhaustiveFacetsCount: total.relation === 'eq',
    processingTimeMS: Math.round(performance.now() - began),
  }
}

function answerOf({ status, answer, problem }: SearchOutcome): SearchResponse {
  if (answer !== undefined) return answer
  throw new BiforaError(
    problem ?? {
      type: '#no-answer',
      title: 'No answer',
      status,
      detail: 'One of several searches was not answered.',
    },
  )
}
