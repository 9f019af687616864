/** The queue of jobs: what was acknowledged and is not done, in order, and what was done of late. */
import type { Logger } from '../../engine/logger.ts'
import { ProblemError } from '../problem.ts'
import { isFinished, type Job, type Outcome, type Task } from './job.ts'
import { type JobStore, openJobStore } from './store.ts'

/** What is asked for. */
export type NewJob = {
  task: Task
  /** Path of the body, written to {@link JobStore.newBody}. */
  body?: string
  idempotency?: { key: string; fingerprint: string } | undefined
}

/** The jobs of a service. */
export type Jobs = {
  store: JobStore
  /**
   * Takes a job; it is durable when this resolves. One that was asked for under the same key is that job.
   *
   * @throws {ProblemError} `key-reused` if something else was asked for under this key; `overloaded`; `no-space`
   */
  add: (request: NewJob) => Promise<{ job: Job; isNew: boolean }>
  /**
   * The job that was asked for under a key.
   *
   * @throws {ProblemError} `key-reused` if it was something else
   */
  known: (idempotency: NonNullable<Job['idempotency']>) => Promise<Job> | undefined
  get: (id: string) => Job | undefined
  /** All jobs, newest first. */
  list: () => Job[]
  /** Those that are not finished, in their order. */
  unfinished: () => Job[]
  /** Notes that something has happened to a job, and tells those who watch it. */
  note: (job: Job, changes?: Partial<Pick<Job, 'status' | 'progress' | 'startedAt'>>) => void
  /** Ends a job. */
  finish: (job: Job, end: { outcome: Outcome } | { problem: ProblemError }) => Promise<void>
  /** Calls `listener` whenever something has happened to a job, until the function returned is called. */
  watch: (id: string, listener: (job: Job) => void) => () => void
  /** Calls `listener` whenever a job has come. One listener. */
  onAdded: (listener: () => void) => void
}

const KEPT_MS = 24 * 60 * 60_000
const MAX_KEPT = 1000
/** Jobs that wait: each may hold a file. */
const MAX_QUEUED = 20_000

/** Opens the jobs of a directory. */
export async function openJobs(directory: string | undefined, logger: Logger): Promise<Jobs> {
  const { store, jobs: stored } = await openJobStore(directory, logger)
  const jobs = new Map<string, Job>()
  const byKey = new Map<string, { fingerprint: string; job: Promise<Job> }>()
  const watchers = new Map<string, Set<(job: Job) => void>>()
  let sequence = 0
  let added = (): void => {}

  const enter = (job: Job): void => {
    jobs.set(job.id, job)
    sequence = Math.max(sequence, job.sequence)
    if (job.idempotency !== undefined) {
      const { key, fingerprint } = job.idempotency
      byKey.set(key, { fingerprint, job: Promise.resolve(job) })
    }
  }
  for (const job of stored) {
    enter(isFinished(job) ? job : { ...job, status: 'queued', isRestored: true })
  }
  const unfinished = (): Job[] => [...jobs.values()].filter((job) => !isFinished(job))
  const prune = async (): Promise<void> => {
    const finished = [...jobs.values()].filter(isFinished)
    const old = finished.filter(
      ({ finishedAt = '' }, index) =>
        index < finished.length - MAX_KEPT || Date.now() - Date.parse(finishedAt) > KEPT_MS,
    )
    for (const { id, idempotency } of old) {
      jobs.delete(id)
      if (idempotency !== undefined) byKey.delete(idempotency.key)
      await store.remove(id)
    }
  }
  const note: Jobs['note'] = (job, changes = {}) => {
    Object.assign(job, changes)
    for (const listener of [...(watchers.get(job.id) ?? [])]) listener(job)
  }
  const create = async ({ task, body, idempotency }: NewJob): Promise<Job> => {
    if (unfinished().length >= MAX_QUEUED) {
      throw new ProblemError('overloaded', `${MAX_QUEUED} changes are waiting already. Try again later.`)
    }
    sequence += 1
    const job: Job = {
      id: crypto.randomUUID(),
      sequence,
      task,
      status: 'queued',
      createdAt: new Date().toISOString(),
      progress: { documents: 0, of: 1, passages: 0 },
      warnings: [],
      ...(idempotency === undefined ? {} : { idempotency }),
    }
    await store.put(job, body).catch(async (error: unknown) => {
      // Why it could not be kept is the error, not that nothing can be removed either.
      await store.remove(job.id).catch(() => {})
      throw asNoSpace(error)
    })
    jobs.set(job.id, job)
    added()
    return job
  }
  const known: Jobs['known'] = ({ key, fingerprint }) => {
    const earlier = byKey.get(key)
    if (earlier === undefined || earlier.fingerprint === fingerprint) return earlier?.job
    throw new ProblemError(
      'key-reused',
      'Something else was asked for under this Idempotency-Key. Use a new key for a new request.',
    )
  }
  await prune()
  return {
    store,
    add: async (request) => {
      const { idempotency } = request
      if (idempotency === undefined) return { job: await create(request), isNew: true }
      const earlier = known(idempotency)
      if (earlier !== undefined) return { job: await earlier, isNew: false }
      // Taken before anything is waited for: of two at the same time the second is the same job.
      const job = create(request)
      byKey.set(idempotency.key, { fingerprint: idempotency.fingerprint, job })
      job.catch(() => byKey.delete(idempotency.key))
      return { job: await job, isNew: true }
    },
    known,
    get: (id) => jobs.get(id),
    list: () => [...jobs.values()].sort((a, b) => b.sequence - a.sequence),
    unfinished: () => unfinished().sort((a, b) => a.sequence - b.sequence),
    note,
    finish: async (job, end) => {
      const finishedAt = new Date().toISOString()
      if ('outcome' in end) {
        const progress = { ...job.progress, documents: job.progress.of }
        Object.assign(job, { status: 'done', outcome: end.outcome, finishedAt, progress })
      } else {
        const { kind, message: detail } = end.problem
        Object.assign(job, { status: 'failed', problem: { kind, detail }, finishedAt })
      }
      // Behind all that ended before: what is pruned first is what ended first.
      jobs.delete(job.id)
      jobs.set(job.id, job)
      // Whoever waits for it need not wait for what is done here with files.
      note(job)
      // If that fails the job is done once more after the next start, which changes nothing.
      await store.note(job).catch((error: unknown) => logger.warn({ err: error }, 'a job could not be noted'))
      // One that stays behind goes with its job.
      await store.removeBody(job.id).catch(() => {})
      await prune()
    },
    watch: (id, listener) => {
      const listeners = watchers.get(id) ?? new Set()
      watchers.set(id, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) watchers.delete(id)
      }
    },
    onAdded: (listener) => {
      added = listener
    },
  }
}

/** A full disk as a problem that says so; other errors as they are. */
export function asNoSpace(error: unknown): unknown {
  const { code } = (error ?? {}) as { code?: unknown }
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error
  return new ProblemError(
    'no-space',
    'There is no room left to keep what was sent. Tell the operator of the service, and send it again later.',
    undefined,
    { cause: error },
  )
}
