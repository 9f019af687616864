/** `GET /v1/search`, and `POST /v1/search` for what is too long, or too nested, for an address. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { abortSignal } from '../abort.ts'
import { answerSearch, searchAddress } from '../answer-search.ts'
import { linkPages, varyBy } from '../headers.ts'
import { failures, ref, unchanged } from '../schemas/common.ts'
import { SearchResponse } from '../schemas/search.ts'
import { SearchBody, SearchQuery } from '../schemas/search-query.ts'
import type { RouteOptions } from './options.ts'

/** Searching. */
export const searchRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, options) => {
  const schema = {
    operationId: 'search',
    tags: ['Search'],
    summary: 'Search documents',
    description:
      'Finds the documents that have the words of `q`, best first, with their best passages. A document matches if it has every word of up to three, or most of the weight of a longer query; where too few documents of its language do, less is enough, and the answer says so. This is decided by the query alone, so that filters only narrow and a facet counts what choosing it gives. Totals and facet counts are exact and count documents.',
    querystring: SearchQuery,
    response: { 200: ref(SearchResponse), ...unchanged, ...failures(400, 401, 421, 429, 500, 503) },
  }
  app.get('/v1/search', { schema, config: { changesWith: 'index' } }, async (request, reply) => {
    const signal = abortSignal(reply)
    const answer = await answerSearch(request.query, request.url, { request, reply, signal }, options)
    varyBy(reply, 'accept-language')
    linkPages(reply, answer.links)
    return answer
  })

  const posted = {
    operationId: 'searchByPost',
    tags: ['Search'],
    summary: 'Search documents, with a body',
    description:
      'The same as `GET /v1/search`, with its parameters as a JSON object: lists are arrays, and values may have commas. Links of the answer are addresses for GET.',
    querystring: { type: 'object', properties: {}, additionalProperties: false } as const,
    body: ref(SearchBody),
    response: {
      200: ref(SearchResponse),
      ...failures(400, 401, 408, 413, 415, 421, 429, 500, 503),
    },
  }
  app.post('/v1/search', { schema: posted, config: { scope: 'search' } }, async (request, reply) => {
    const signal = abortSignal(reply)
    const params = request.body
    const answer = await answerSearch(params, searchAddress(params), { request, reply, signal }, options)
    varyBy(reply, 'accept-language')
    return answer
  })
}
