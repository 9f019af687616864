/**
 * Records into an index and out of it, in tasks of the engine whose status is always looked at. Where documents are spread
 * over several servers, each has tasks of its own: a number means nothing to another one.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Task } from 'meilisearch'
import { calling, diskFull, saysDiskFull, within } from './client.ts'
import type { Part } from './engine.ts'
import { EngineError } from './errors.ts'

const CALL_TIMEOUT_MS = 30_000
/** Large enough that the engine merges work, small enough that it stays in memory. */
const BATCH_BYTES = 3 * 1024 * 1024
/** The engine works through one batch while the next ones are made and wait in its queue. */
const MAX_BATCHES_UNDER_WAY = 6
/** A small task is done in some milliseconds, a large one takes its time. */
const FIRST_POLL_MS = 2
const MAX_POLL_MS = 20
/** Between looks at the free space while a task runs: on a full disk the engine's tasks hang without an error. */
const SPACE_CHECK_MS = 1000

/** `replace`: records as they are. `update`: only the given fields of records that are there already. */
export type LoadMode = 'replace' | 'update'

/** Takes records for one index. */
export type Loader<T> = {
  /** Takes a record; waits while too much is under way. */
  add: (record: T) => Promise<void>
  /** Sends what is left and waits until all is stored. */
  finish: () => Promise<void>
}

/** How to load. */
export type LoaderOptions = {
  signal: AbortSignal
  /** Default `replace`. */
  mode?: LoadMode
  /** Waited for before a batch is sent. */
  beforeSend?: () => Promise<void>
}

/**
 * A loader of records into `index`.
 *
 * @throws {EngineError} from its functions: `TASK_FAILED` or `DISK_FULL` if a batch was not stored; `ENGINE_UNAVAILABLE`
 * if the engine went away.
 */
export function createLoader<T extends { id: string }>(
  part: Part,
  index: string,
  { signal, mode = 'replace', beforeSend }: LoaderOptions,
): Loader<T> {
  let lines: string[] = []
  let bytes = 0
  const underWay: Promise<void>[] = []

  const send = async (): Promise<void> => {
    if (lines.length === 0) return
    const body = lines.join('\n')
    lines = []
    bytes = 0
    if (underWay.length >= MAX_BATCHES_UNDER_WAY) await underWay.shift()
    await part.checkSpace()
    await beforeSend?.()
    signal.throwIfAborted()
    const stored = untilDone(part, await enqueueLines(part, index, body, mode), signal)
    // Looked at when its turn comes; a failure before that must not count as unhandled.
    stored.catch(() => {})
    underWay.push(stored)
  }

  return {
    add: async (record) => {
      const line = JSON.stringify(record)
      lines.push(line)
      bytes += line.length
      if (bytes >= BATCH_BYTES) await send()
    },
    finish: async () => {
      await send()
      while (underWay.length > 0) await underWay.shift()
    },
  }
}

/** Gives records to the engine, all in one task; it is durable from then on. Returns the task. */
export function enqueueRecords(
  part: Part,
  index: string,
  records: readonly { id: string }[],
  mode: LoadMode = 'replace',
): Promise<number> {
  return enqueueLines(part, index, records.map((record) => JSON.stringify(record)).join('\n'), mode)
}

/** Has the engine remove records, by id or by what they fulfill, all in one task. Returns the task. */
export async function enqueueDeletion(
  part: Part,
  index: string,
  what: readonly string[] | { filter: string },
): Promise<number> {
  const { taskUid } = await calling(() =>
    part
      .client()
      .index(index)
      .deleteDocuments(Array.isArray(what) ? [...what] : (what as { filter: string })),
  )
  return taskUid
}

async function enqueueLines(part: Part, index: string, body: string, mode: LoadMode): Promise<number> {
  const { taskUid } = await calling(() => {
    const into = part.client().index(index)
    return mode === 'update'
      ? into.updateDocumentsFromString(body, 'application/x-ndjson', { primaryKey: 'id' })
      : into.addDocumentsFromString(body, 'application/x-ndjson', { primaryKey: 'id' })
  })
  return taskUid
}

/**
 * Waits for a task to be done.
 *
 * @throws {EngineError} `TASK_FAILED` if the engine could not do it, `DISK_FULL` if for want of room.
 */
export async function untilDone(part: Part, taskUid: number, signal?: AbortSignal): Promise<void> {
  const task = await untilEnded(part, taskUid, signal)
  if (task.status !== 'succeeded') throw taskError(task)
}

/** Waits for a task to end, whatever comes of it. */
export async function untilEnded(part: Part, taskUid: number, signal?: AbortSignal): Promise<Task> {
  let lookedAtSpaceMs = performance.now()
  for (let pollMs = FIRST_POLL_MS; ; pollMs = Math.min(MAX_POLL_MS, pollMs * 1.5)) {
    const look = () => part.client().tasks.getTask(taskUid, within(CALL_TIMEOUT_MS, signal))
    const task = await calling(look).catch((error: unknown) => {
      // The client gives an abort for an engine that does not answer.
      signal?.throwIfAborted()
      throw error
    })
    if (task.status !== 'enqueued' && task.status !== 'processing') return task
    if (performance.now() - lookedAtSpaceMs > SPACE_CHECK_MS) {
      await part.checkSpace()
      lookedAtSpaceMs = performance.now()
    }
    await sleep(pollMs, undefined, signal === undefined ? {} : { signal })
  }
}

/** Waits until the engine has nothing to do for some indexes: what was given to it before a crash still happens. */
export async function untilIdle(part: Part, indexUids: string[], signal: AbortSignal): Promise<void> {
  for (;;) {
    const { results } = await calling(() =>
      part.client().tasks.getTasks({ indexUids, statuses: ['enqueued', 'processing'], limit: 1 }),
    )
    const [task] = results
    if (task === undefined) return
    await untilEnded(part, task.uid, signal)
  }
}

function taskError(task: Task): EngineError {
  if (task.error?.code === 'no_space_left_on_device' || saysDiskFull(task.error)) return diskFull(task.error)
  return new EngineError(
    'TASK_FAILED',
    `The search engine could not store what it was given (${task.type}: ${task.error?.code ?? task.status}).`,
    { cause: task.error },
  )
}
