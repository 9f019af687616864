/** The client: a function for each thing that the API can be asked. */
import { documentPath, queryOf } from './address.ts'
import { changing } from './changes.ts'
import { clientError } from './error.ts'
import { lexiconOf } from './lexicon.ts'
import { jsonLines } from './lines.ts'
import { asJson, type CallOptions, type ClientOptions, createRequester } from './request.ts'
import type {
  CitationParams,
  CoverageParams,
  CoverageResponse,
  DocumentParams,
  DocumentResponse,
  ExportedDocument,
  ExportParams,
  FacetParams,
  FacetResponse,
  JobResponse,
  JobsParams,
  JobsResponse,
  MultiSearchResponse,
  ParallelParams,
  ParallelResponse,
  ReadyResponse,
  RelatedParams,
  RelatedResponse,
  SearchHit,
  SearchParams,
  SearchResponse,
  StatsResponse,
  SuggestParams,
  SuggestResponse,
  TermsResponse,
  TimelineParams,
  TimelineResponse,
  TopicsResponse,
} from './types.ts'

export type { ChangeOptions, PutOptions, PutResult } from './changes.ts'
export { BiforaError, type ClientProblemType } from './error.ts'
export type { CallOptions, ClientOptions } from './request.ts'
export type * from './types.ts'

/** A client of one service. */
export type Client = ReturnType<typeof createClient>

/** Formats of files that an export can be. */
export type ExportFormat = 'csv' | 'ris' | 'bibtex'

/** Addresses longer than this are asked by POST: the service refuses headers of more than 16 KB, proxies of 8. */
const MAX_QUERY_LENGTH = 4_000
const JSON_HEADERS = { 'content-type': 'application/json' }

/**
 * A client of the service at `options.url`. Nothing is asked until one of its functions is called. Each of them throws a
 * {@link BiforaError} where there is no answer, and takes a `signal` that ends it.
 */
export function createClient(options: ClientOptions) {
  const request = createRequester(options)
  const get = <T>(path: string, params: object = {}, { signal }: CallOptions = {}): Promise<T> =>
    request({ path: path + queryOf(params), signal }, asJson<T>)
  const post = <T>(path: string, body: object, { signal }: CallOptions = {}): Promise<T> =>
    request(
      { method: 'POST', path, body: JSON.stringify(body), headers: JSON_HEADERS, signal, isRepeatable: true },
      asJson<T>,
    )

  /** One page of the documents that match. */
  const search = (params: SearchParams, call?: CallOptions): Promise<SearchResponse> =>
    queryOf(params).length > MAX_QUERY_LENGTH
      ? post('/v1/search', params, call)
      : get('/v1/search', params, call)

  /**
   * All matches, page by page as they are taken; from a cursor on, if one is given. While documents change none comes twice,
   * and one that stays as it is is not missed.
   */
  async function* searchAll(
    { size = 100, cursor = '*', ...params }: Omit<SearchParams, 'page'>,
    call?: CallOptions,
  ): AsyncGenerator<SearchHit, void, undefined> {
    for (let next: string | null | undefined = cursor; next != null; ) {
      const { results, nextCursor }: SearchResponse = await search({ ...params, size, cursor: next }, call)
      yield* results
      next = nextCursor
    }
  }

  /** All matches, in the order of their ids, none twice and none missing; a stream, so of any number. */
  async function* exportAll(
    params: ExportParams = {},
    { signal }: CallOptions = {},
  ): AsyncGenerator<ExportedDocument, void, undefined> {
    const path = `/v1/export${queryOf(params)}`
    const { body } = await request({ path, signal }, async (answer) => answer)
    try {
      if (body !== null) yield* jsonLines<ExportedDocument>(body)
    } catch (cause) {
      signal?.throwIfAborted()
      const detail = 'The export broke off before its end. What came is right, but not all: ask again.'
      throw clientError('#no-answer', 'Answer cut short', { detail, cause })
    }
  }

  return {
    search,
    searchAll,
    exportAll,
    /** All matches as a file for spreadsheets or reference managers: the answer, whose body is a stream. */
    exportFile: (format: ExportFormat, params: ExportParams = {}, { signal }: CallOptions = {}) =>
      request({ path: `/v1/export${queryOf({ ...params, format })}`, signal }, async (answer) => answer),
    /** Up to twenty searches in one request; outcomes in their order, each an answer or a problem of its own. */
    multiSearch: (searches: readonly SearchParams[], call?: CallOptions) =>
      post<MultiSearchResponse>('/v1/multi-search', { searches }, call),
    /** Values of a facet that have a text (`q`), as a search with the same filters (and `query` for its words) counts them. */
    facet: (name: string, params?: FacetParams, call?: CallOptions) =>
      get<FacetResponse>(`/v1/facets/${encodeURIComponent(name)}`, params, call),
    /** How an unfinished query may go on. */
    suggest: (params: SuggestParams, call?: CallOptions) => get<SuggestResponse>('/v1/suggest', params, call),
    /** A document with a page of its passages. */
    document: (id: string, params?: DocumentParams, call?: CallOptions) =>
      get<DocumentResponse>(documentPath(id), params, call),
    /** Documents about the same, in both languages. */
    related: (id: string, params?: RelatedParams, call?: CallOptions) =>
      get<RelatedResponse>(`${documentPath(id)}/related`, params, call),
    /** A document beside its translation, or the translation whose id is `with`, passage by passage. */
    parallel: (id: string, params?: ParallelParams, call?: CallOptions) =>
      get<ParallelResponse>(`${documentPath(id)}/parallel`, params, call),
    /** Where the original file of a document is saved from; asked by whoever follows the link, not by the client. */
    fileUrl: (id: string) => `${options.url.replace(/\/+$/, '')}${documentPath(id)}/file`,
    /** The original file itself: the answer, whose body is a stream. Status 404: there is none; 410: it is gone. */
    file: (id: string, { signal }: CallOptions = {}) =>
      request({ path: `${documentPath(id)}/file`, signal }, async (answer) => answer),
    /** A document as an entry for reference managers, as text. */
    citation: (id: string, params?: CitationParams, { signal }: CallOptions = {}) =>
      request({ path: `${documentPath(id)}/citation${queryOf(params ?? {})}`, signal }, (answer) =>
        answer.text(),
      ),
    /** What exists in one language only, by topic and month, and which documents have no counterpart. */
    coverage: (params?: CoverageParams, call?: CallOptions) =>
      get<CoverageResponse>('/v1/coverage', params, call),
    /** What is known of words: forms, frequencies, translations and where they are from. */
    terms: (q: string, call?: CallOptions) => get<TermsResponse>('/v1/terms', { q }, call),
    /** What is in the index, in numbers. */
    stats: (call?: CallOptions) => get<StatsResponse>('/v1/stats', {}, call),
    /** Matching documents by topic, time and language. */
    timeline: (params?: TimelineParams, call?: CallOptions) =>
      get<TimelineResponse>('/v1/stats/timeline', params, call),
    /** The topics that documents are sorted into. */
    topics: (call?: CallOptions) => get<TopicsResponse>('/v1/topics', {}, call),
    /** Changes that were asked for, newest first. */
    jobs: (params?: JobsParams, call?: CallOptions) => get<JobsResponse>('/v1/jobs', params, call),
    /** One of them. */
    job: (id: string, call?: CallOptions) => get<JobResponse>(`/v1/jobs/${encodeURIComponent(id)}`, {}, call),
    /** Whether the service can answer searches; throws with status 503 if it cannot yet. */
    health: (call?: CallOptions) => get<ReadyResponse>('/health/ready', {}, call),
    ...changing(request),
    ...lexiconOf(request),
  }
}
