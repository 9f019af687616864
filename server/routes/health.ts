/** `GET /health/live` and `GET /health/ready`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ask, idsByDate, matches } from '../../engine/search.ts'
import { abortSignal } from '../abort.ts'
import { ProblemError } from '../problem.ts'
import { failures, ref } from '../schemas/common.ts'
import { LiveResponse, ReadyResponse } from '../schemas/health.ts'
import type { RouteOptions } from './options.ts'

/** Health, for those who run the service. */
export const healthRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { engine, live }) => {
  app.get(
    '/health/live',
    {
      schema: {
        operationId: 'getLive',
        tags: ['Health'],
        summary: 'Is the process up?',
        description: 'Answers as long as the process does, whatever the state of the index.',
        response: { 200: ref(LiveResponse), ...failures(421) },
      },
    },
    async () => ({ status: 'live' as const }),
  )
  app.get(
    '/health/ready',
    {
      schema: {
        operationId: 'getReady',
        tags: ['Health'],
        summary: 'Can it answer searches?',
        description:
          'Tries a search and compares what it finds with what was indexed; does not take the engine at its word.',
        response: { 200: ref(ReadyResponse), ...failures(421, 500, 503) },
      },
    },
    async (_request, reply) => {
      const signal = abortSignal(reply)
      const { build } = await live.reading(async (current) => {
        const { indexes, build } = current
        const { counts, found } = await ask(
          { engine, indexes, signal },
          { counts: [matches(indexes, '')], found: [idsByDate(indexes, '', 'desc', 0, 1)] },
        )
        if (counts[0]?.total !== build.documents || found[0]?.length !== 1) {
          throw new ProblemError(
            'engine-unavailable',
            'The index has lost documents. Index again: bifora index <path>.',
          )
        }
        return current
      })
      const { generation, builtAt, documents, passages } = build
      return { status: 'ready' as const, index: { generation, builtAt, documents, passages } }
    },
  )
}
