/** `GET /health/live` and `GET /health/ready`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Engine } from '../../engine/engine.ts'
import { EngineError } from '../../engine/errors.ts'
import { countRecords } from '../../engine/fetch.ts'
import type { Build } from '../../engine/generation.ts'
import { ask, candidates, idsByDate, matches } from '../../engine/search.ts'
import { abortSignal, unlessAborted } from '../abort.ts'
import type { Corpus } from '../live.ts'
import { ProblemError } from '../problem.ts'
import { failures, ref } from '../schemas/common.ts'
import { LiveResponse, ReadyResponse } from '../schemas/health.ts'
import type { RouteOptions } from './options.ts'

/** Probes wait for some seconds at most: later, the answer is no. */
const READY_WITHIN_MS = 3_000

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
          'Tries searches, and compares the documents, passages and statistics that are there with what was indexed; does not take the engine at its word.',
        response: { 200: ref(ReadyResponse), ...failures(421, 500, 503) },
      },
    },
    async (_request, reply) => {
      const signal = abortSignal(reply, READY_WITHIN_MS)
      const build = await unlessAborted(
        live.reading((current) => requireWhole(current, engine, signal)),
        signal,
      ).catch(tellMissing)
      const { generation, builtAt, documents, passages } = build
      return { status: 'ready' as const, index: { generation, builtAt, documents, passages } }
    },
  )
}

/**
 * The build of a generation, if all of it is there and can be searched.
 *
 * @throws {ProblemError} `engine-unavailable` if records are missing
 */
async function requireWhole({ indexes, build }: Corpus, engine: Engine, signal: AbortSignal): Promise<Build> {
  const reader = { engine, indexes, signal }
  const [{ counts, found, some }, stored] = await Promise.all([
    ask(reader, {
      counts: [matches(indexes, '')],
      found: [idsByDate(indexes, '', 'desc', 0, 1)],
      some: [candidates(indexes, '', 1)],
    }),
    countRecords(reader),
  ])
  const isFound = found[0]?.length === 1 && some[0]?.passages.length === 1
  const { documents, passages, statistics = stored.statistics } = build
  const pairs = [
    ['documents', Math.min(counts[0]?.total ?? 0, stored.documents), documents],
    ['passages', Math.min(some[0]?.total ?? 0, stored.passages), passages],
    ['records of statistics', stored.statistics, statistics],
  ] as const
  for (const [what, there, built] of pairs) {
    if (there !== built) throw damaged(`of ${built} ${what} ${there} are there`)
  }
  if (!isFound) throw damaged('a search finds nothing')
  return build
}

function tellMissing(error: unknown): never {
  if (error instanceof EngineError && error.code === 'INDEX_MISSING')
    throw damaged('a part of it is gone', error)
  throw error
}

function damaged(what: string, cause?: unknown): ProblemError {
  return new ProblemError(
    'engine-unavailable',
    `The index is damaged: ${what}. Index again: bifora index <path>.`,
    undefined,
    { cause },
  )
}
