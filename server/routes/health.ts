/** `GET /health/live` and `GET /health/ready`. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { isUnderWay } from '../../engine/changes.ts'
import type { Engine } from '../../engine/engine.ts'
import { EngineError } from '../../engine/errors.ts'
import { countRecords } from '../../engine/fetch.ts'
import { ask, candidates, keysByDate, matches } from '../../engine/search.ts'
import { abortSignal, unlessAborted } from '../abort.ts'
import type { Corpus, Live } from '../live.ts'
import { allowMissing } from '../partial.ts'
import { ProblemError } from '../problem.ts'
import type { Beside } from '../processes/shared.ts'
import { failures, ref } from '../schemas/common.ts'
import { LiveResponse, ReadyResponse } from '../schemas/health.ts'
import type { RouteOptions } from './options.ts'

/** What these routes are given; without `beside`, one process is the whole service. */
export type HealthRouteOptions = RouteOptions & { beside?: Beside | undefined }

/** Probes wait for some seconds at most: later, the answer is no. */
const READY_WITHIN_MS = 3_000

/** Health, for those who run the service. */
export const healthRoutes: FastifyPluginAsyncTypebox<HealthRouteOptions> = async (
  app,
  { engine, live, beside },
) => {
  // Those who watch over the service have no key, and are never too many.
  const config = { scope: 'open', rateLimit: false } as const
  app.get(
    '/health/live',
    {
      config,
      schema: {
        security: [],
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
      config: { ...config, isCentral: true },
      schema: {
        security: [],
        operationId: 'getReady',
        tags: ['Health'],
        summary: 'Can it answer searches?',
        description:
          'Tries searches, and compares the documents, passages and statistics that are there with what was indexed; does not take the engine at its word.',
        response: { 200: ref(ReadyResponse), ...failures(421, 500, 503) },
      },
    },
    async (request, reply) => {
      const signal = abortSignal(reply, READY_WITHIN_MS)
      // What others have changed counts from now on.
      const look = async () => {
        const partial = await whatIsMissing(engine, live, request, signal)
        if (partial !== undefined) return partial
        await live.refresh()
        await beside?.untilSeen(live.seen()?.seen ?? 0)
        return { index: await live.reading((current) => requireWhole(current, { engine, live, signal })) }
      }
      const whole = await unlessAborted(look(), signal).catch(tellMissing)
      return { status: 'ready' as const, ...whole, ...(beside && { processes: beside.state() }) }
    },
  )
}

/**
 * What is known of an index of which a part does not answer; undefined if all do. Searches are answered without it, and
 * would not be if this service were taken for one that cannot.
 */
async function whatIsMissing(
  engine: Engine,
  live: Live,
  request: FastifyRequest,
  signal: AbortSignal,
): Promise<Omit<ReadyResponse, 'status'> | undefined> {
  if (engine.parts === undefined) return undefined
  return live.reading(async (current) => {
    const allowing = allowMissing(engine, request)
    const { indexes, build, counts } = current
    const reader = { engine: allowing.engine, indexes, signal }
    const { some } = await ask(reader, { some: [candidates(indexes, '', 1)] })
    const partial = allowing.partial(current)
    if (partial.partial === undefined) return undefined
    if (some[0]?.passages.length === 0 && counts.documents > 0) throw damaged('a search finds nothing')
    const { generation, builtAt } = build
    return { index: { generation, builtAt, ...counts }, ...partial }
  })
}

/** The engine may be in the middle of a change: what differs has to differ for so long. */
const PATIENCE_MS = 1500
const LOOK_AGAIN_MS = 100

/**
 * What a generation has, if all of it is there and can be searched.
 *
 * @throws {ProblemError} `engine-unavailable` if records are missing
 */
async function requireWhole(
  current: Corpus,
  options: { engine: Engine; live: Live; signal: AbortSignal },
): Promise<ReadyResponse['index']> {
  const untilMs = performance.now() + PATIENCE_MS
  for (;;) {
    const wrong = await whatIsWrong(current, options)
    if (wrong === undefined) break
    if (performance.now() > untilMs) throw damaged(wrong)
    await sleep(LOOK_AGAIN_MS, undefined, { signal: options.signal })
    await options.live.refresh()
  }
  const { generation, builtAt } = current.build
  return { generation, builtAt, ...current.counts }
}

async function whatIsWrong(
  { indexes, build, counts, seen }: Corpus,
  { engine, signal }: { engine: Engine; signal: AbortSignal },
): Promise<string | undefined> {
  const reader = { engine, indexes, signal }
  const expected = { ...counts, blocks: build.blocks, changes: seen - build.folded }
  const [{ all, newest, some }, stored] = await Promise.all([
    ask(reader, {
      all: [matches(indexes, '')],
      newest: [keysByDate(indexes, '', 'desc', 0, 1)],
      some: [candidates(indexes, '', 1)],
    }),
    countRecords(reader, { epoch: build.epoch, folded: build.folded, seen }),
  ])
  const there = {
    documents: Math.min(all[0]?.total ?? 0, stored.documents),
    passages: Math.min(some[0]?.total ?? 0, stored.passages),
    blocks: stored.blocks,
    changes: stored.changes,
  }
  // In the middle of a change passages of the old and of the new revision are there; of a move, those of two parts.
  const isChanging = build.moving !== undefined || (await isUnderWay(reader, build.folded))
  for (const [what, name] of isChanging
    ? []
    : ([
        ['documents', 'documents'],
        ['passages', 'passages'],
        ['blocks', 'blocks of statistics'],
        ['changes', 'changes of statistics'],
      ] as const)) {
    if (there[what] !== expected[what]) return `of ${expected[what]} ${name} ${there[what]} are there`
  }
  const isFound = newest[0]?.length === 1 && some[0]?.passages.length === 1
  return isFound || expected.documents === 0 ? undefined : 'a search finds nothing'
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
