/** `GET /v1/stats` and `/v1/stats/timeline`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { abortSignal } from '../abort.ts'
import { varyBy } from '../headers.ts'
import { allowMissing } from '../partial.ts'
import { failures, ref, unchanged } from '../schemas/common.ts'
import { StatsResponse, TimelineQuery, TimelineResponse } from '../schemas/stats.ts'
import { readParams } from '../search/params.ts'
import { statsOf } from '../stats/stats.ts'
import { timelineOf } from '../stats/timeline.ts'
import { labelLanguage } from '../topics.ts'
import type { RouteOptions } from './options.ts'

/** What there is, in numbers. */
export const statsRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { engine, live, bridge, labels, inTurn, meaning },
) => {
  const stats = {
    operationId: 'getStats',
    tags: ['Statistics'],
    summary: 'Say what there is',
    description:
      'Numbers of documents, passages and words; documents by language, place, publisher and date; how many have a translation; and the number of the last change, which grows whenever something changes.',
    querystring: { type: 'object', properties: {}, additionalProperties: false } as const,
    response: { 200: ref(StatsResponse), ...unchanged, ...failures(400, 401, 421, 429, 500, 503) },
  }
  app.get('/v1/stats', { schema: stats, config: { changesWith: 'index' } }, async (request, reply) => {
    const signal = abortSignal(reply)
    return inTurn(reply, signal, () =>
      live.reading(async (corpus, moment) => {
        const allowing = allowMissing(engine, request)
        const passages = meaning?.figures().passages ?? null
        const stats = await statsOf(corpus, { engine: allowing.engine, signal, ...moment }, passages)
        return { ...stats, ...allowing.partial(corpus) }
      }),
    )
  })

  const timeline = {
    operationId: 'getTimeline',
    tags: ['Statistics'],
    summary: 'Count documents by topic, period and language',
    description:
      'The documents that a search with the same parameters finds, by topic, language and month or year: what is written about, when, and in which language.',
    querystring: TimelineQuery,
    response: { 200: ref(TimelineResponse), ...unchanged, ...failures(400, 401, 421, 429, 500, 503) },
  }
  app.get(
    '/v1/stats/timeline',
    { schema: timeline, config: { changesWith: 'index' } },
    async (request, reply) => {
      const { interval = 'month', ...criteria } = request.query
      const wanted = readParams(criteria, labels.ids)
      const signal = abortSignal(reply)
      varyBy(reply, 'accept-language')
      return inTurn(reply, signal, () =>
        live.reading(async (corpus, moment) => {
          const allowing = allowMissing(engine, request)
          const timeline = await timelineOf(
            wanted,
            interval === 'year' ? 'year' : 'month',
            { corpus, bridge: bridge(), reader: { engine: allowing.engine, signal, ...moment } },
            labels,
            labelLanguage(request.headers['accept-language']),
          )
          return { ...timeline, ...allowing.partial(corpus) }
        }),
      )
    },
  )
}
