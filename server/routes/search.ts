/** `GET /v1/search`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { inSlices } from '../../language/slices.ts'
import { abortSignal } from '../abort.ts'
import { varyBy } from '../headers.ts'
import { failures, ref } from '../schemas/common.ts'
import { SearchResponse } from '../schemas/search.ts'
import { SearchQuery } from '../schemas/search-query.ts'
import { readParams } from '../search/params.ts'
import { presentSearch } from '../search/presenting/present.ts'
import { search } from '../search/search.ts'
import { labelLanguage } from '../topics.ts'
import type { RouteOptions } from './options.ts'

/** Searching. */
export const searchRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { engine, live, bridge, labels, basePath, inTurn },
) => {
  const schema = {
    operationId: 'search',
    tags: ['Search'],
    summary: 'Search documents',
    description:
      'Finds the documents that have the words of `q`, best first, with their best passages. A document matches if it has every word of up to three, or most of the weight of a longer query; where too few documents of its language do, less is enough, and the answer says so. This is decided by the query alone, so that filters only narrow and a facet counts what choosing it gives. Totals and facet counts are exact and count documents.',
    querystring: SearchQuery,
    response: { 200: ref(SearchResponse), ...failures(400, 401, 421, 429, 500, 503) },
  }
  app.get('/v1/search', { schema }, async (request, reply) => {
    const startedMs = performance.now()
    const wanted = readParams(request.query, labels.ids)
    const signal = abortSignal(reply)
    const answer = await inTurn(reply, signal, () =>
      live.reading(async (current, moment) => {
        const result = await search(wanted, current, bridge(), { engine, signal, ...moment })
        const how = {
          labels,
          labelsLang: labelLanguage(request.headers['accept-language']),
          asHtml: request.query.format === 'html',
          url: basePath + request.url,
          generation: current.build.generation,
          tookMs: performance.now() - startedMs,
        }
        return inSlices(presentSearch(wanted, result, how), signal)
      }),
    )
    varyBy(reply, 'accept-language')
    return answer
  })
}
