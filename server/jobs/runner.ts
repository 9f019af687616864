/**
 * Works through the queue: several changes of documents together, in the order in which they were asked for. An engine
 * that is away is waited for; a job that fails by itself fails alone. Stops between changes, or while a long document
 * is still being read, and what is not done stays queued.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '../../engine/logger.ts'
import type { Writing } from '../../engine/writing.ts'
import { forgetPlace } from '../../indexer/forget.ts'
import type { Arrived } from '../../indexer/translations/nearby.ts'
import { ProblemError } from '../problem.ts'
import { carryOut, type Means, type Result } from './carry-out.ts'
import { isTemporary } from './failures.ts'
import type { Job } from './job.ts'
import type { Jobs } from './jobs.ts'
import { operationOf } from './operation.ts'
import { takeTogether } from './together.ts'

/** What the runner is given. */
export type RunnerOptions = Omit<Means, 'signal'> & {
  jobs: Jobs
  writing: Writing
  logger: Logger
  /** Waits until this service searches what a change has done. */
  untilSeen: (number: number) => Promise<void>
  /** Called with what has come and gone, when it can be found. */
  afterChange: (arrived: Arrived) => void
}

/** Works through jobs until it is closed. */
export type Runner = {
  /** Stops: what has begun to be stored is finished, all else stays queued. */
  close: () => Promise<void>
}

const MIN_PAUSE_MS = 200
const MAX_PAUSE_MS = 10_000
/** A job that fails for no reason that passes is tried so often. */
const MAX_TRIES = 3

/** Starts working. */
export function startRunner(options: RunnerOptions): Runner {
  const { jobs, logger } = options
  const closing = new AbortController()
  const { signal } = closing
  const tries = new Map<string, number>()
  let wake = (): void => {}
  jobs.onAdded(() => wake())

  const run = async (): Promise<void> => {
    let pauseMs = MIN_PAUSE_MS
    while (!signal.aborted) {
      const waiting = jobs.unfinished()
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      // Those that failed together are tried one by one.
      const some =
        waiting[0] !== undefined && tries.has(waiting[0].id) ? waiting.slice(0, 1) : takeTogether(waiting)
      try {
        await carryOutJobs(some, options, signal)
        for (const { id } of some) tries.delete(id)
        pauseMs = MIN_PAUSE_MS
      } catch (error) {
        for (const job of some) jobs.note(job, { status: 'queued' })
        if (signal.aborted) return
        logger.warn({ err: error, jobs: some.length }, 'jobs failed')
        if (!isTemporary(error)) await countTries(some, error)
        await sleep(pauseMs, undefined, { signal }).catch(() => {})
        pauseMs = Math.min(MAX_PAUSE_MS, pauseMs * 2)
      }
    }
  }
  const countTries = async (some: readonly Job[], error: unknown): Promise<void> => {
    for (const job of some) {
      const count = (tries.get(job.id) ?? 0) + 1
      tries.set(job.id, count)
      if (some.length > 1 || count < MAX_TRIES) continue
      tries.delete(job.id)
      logger.error({ err: error, job: job.id }, 'a job was given up')
      await jobs.finish(job, { problem: aFault() })
    }
  }
  const running = run().catch((error: unknown) =>
    logger.error({ err: error }, 'the queue of jobs stands still'),
  )
  return {
    close: async () => {
      closing.abort()
      wake()
      await running
    },
  }
}

async function carryOutJobs(
  some: readonly Job[],
  options: RunnerOptions,
  signal: AbortSignal,
): Promise<void> {
  const { jobs } = options
  const startedAt = new Date().toISOString()
  for (const job of some) jobs.note(job, { status: 'running', startedAt })
  const [first] = some
  if (first?.task.kind === 'deletePlace') return deletePlace(first, first.task.place, options, signal)
  const ready: { job: Job; operation: NonNullable<Awaited<ReturnType<typeof operationOf>>> }[] = []
  for (const job of some) {
    const operation = await operationOf(job, { ...options, signal })
    if (operation !== undefined) ready.push({ job, operation })
  }
  if (ready.length === 0) return
  const { results, number, arrived } = await options.writing.write(
    (writer) =>
      carryOut(
        ready.map(({ operation }) => operation),
        writer,
        { ...options, signal },
      ),
    signal,
  )
  await options.untilSeen(number)
  for (const [index, { job }] of ready.entries()) await jobs.finish(job, results[index] as Result)
  options.afterChange(arrived)
}

async function deletePlace(
  job: Job,
  place: string,
  { jobs, untilSeen, ...options }: RunnerOptions,
  signal: AbortSignal,
): Promise<void> {
  const onRemoved = (documents: number, of: number): void =>
    jobs.note(job, { progress: { documents, of, passages: 0 } })
  await forgetPlace(place, { ...options, signal, onRemoved })
  await untilSeen(await options.writing.write(async (writer) => writer.last(), signal))
  await jobs.finish(job, { outcome: { did: 'removed' } })
}

function aFault(): ProblemError {
  return new ProblemError(
    'internal',
    'This is a fault of the service. Its operator can find it in the log by the id of the job.',
  )
}
