/** `GET /v1/coverage`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { abortSignal } from '../abort.ts'
import { varyBy } from '../headers.ts'
import { allowMissing } from '../partial.ts'
import { failures, ref, unchanged } from '../schemas/common.ts'
import { CoverageQuery, CoverageResponse } from '../schemas/coverage.ts'
import { readParams } from '../search/params.ts'
import { coverageOf } from '../stats/coverage.ts'
import { labelLanguage } from '../topics.ts'
import type { RouteOptions } from './options.ts'

/** What exists in one language only. */
export const coverageRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { engine, live, bridge, labels, inTurn },
) => {
  const schema = {
    operationId: 'getCoverage',
    tags: ['Statistics'],
    summary: 'Say what exists in one language only',
    description:
      'Of the documents that a search with the same parameters finds: how many of each language have no translation here, and which; topic by topic how many each language has, which reported first, and the months in which only one has any. A document counts in each of its topics; one without a known month in none.',
    querystring: CoverageQuery,
    response: { 200: ref(CoverageResponse), ...unchanged, ...failures(400, 401, 421, 429, 500, 503) },
  }
  app.get('/v1/coverage', { schema, config: { changesWith: 'index' } }, async (request, reply) => {
    const wanted = readParams(request.query, labels.ids)
    const signal = abortSignal(reply)
    varyBy(reply, 'accept-language')
    return inTurn(reply, signal, () =>
      live.reading(async (corpus, moment) => {
        const allowing = allowMissing(engine, request)
        const coverage = await coverageOf(
          wanted,
          { corpus, bridge: bridge(), reader: { engine: allowing.engine, signal, ...moment } },
          labels,
          labelLanguage(request.headers['accept-language']),
        )
        return { ...coverage, ...allowing.partial(corpus) }
      }),
    )
  })
}
