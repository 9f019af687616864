/** `GET /v1/topics`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { UNCLASSIFIED } from '../../engine/schema.ts'
import { ask, matches } from '../../engine/search.ts'
import { abortSignal } from '../abort.ts'
import { allowMissing } from '../partial.ts'
import { failures, ref, unchanged } from '../schemas/common.ts'
import { TopicsResponse } from '../schemas/documents.ts'
import type { RouteOptions } from './options.ts'

/** Listing the topics. */
export const topicRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { engine, live, labels, inTurn },
) => {
  const schema = {
    operationId: 'listTopics',
    tags: ['Topics'],
    summary: 'List the topics',
    description:
      'The technology areas, with their names in both languages and the number of documents of each.',
    querystring: { type: 'object', properties: {}, additionalProperties: false } as const,
    response: { 200: ref(TopicsResponse), ...unchanged, ...failures(400, 401, 421, 429, 500, 503) },
  }
  app.get('/v1/topics', { schema, config: { changesWith: 'index' } }, async (request, reply) => {
    const signal = abortSignal(reply)
    const { counts, partial } = await inTurn(reply, signal, () =>
      live.reading(async (corpus) => {
        const { indexes } = corpus
        const allowing = allowMissing(engine, request)
        const reader = { engine: allowing.engine, indexes, signal }
        const { counts } = await ask(reader, { counts: [matches(indexes, '', { facets: ['topics'] })] })
        return { counts, partial: allowing.partial(corpus) }
      }),
    )
    const byTopic = counts[0]?.facets.topics ?? {}
    return {
      topics: [...labels.ids, UNCLASSIFIED].map((id) => ({
        id,
        labels: { it: labels.label(id, 'it'), en: labels.label(id, 'en') },
        count: byTopic[id] ?? 0,
      })),
      ...partial,
    }
  })
}
