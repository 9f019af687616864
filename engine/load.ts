/** Records → an index, in batches, with the status of every task looked at. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Task } from 'meilisearch'
import { calling, diskFull, within } from './client.ts'
import type { Engine } from './engine.ts'
import { EngineError } from './errors.ts'

const CALL_TIMEOUT_MS = 30_000
/** Large enough that the engine merges work, small enough that it stays in memory. */
const BATCH_BYTES = 3 * 1024 * 1024
/** The engine works through one batch while the next ones are made and wait in its queue. */
const MAX_BATCHES_UNDER_WAY = 6
const POLL_MS = 20
/** Between looks at the free space while a task runs: on a full disk the engine's tasks hang without an error. */
const SPACE_CHECK_MS = 1000

/** Takes records for one index. */
export type Loader<T> = {
  /** Takes a record; waits while too much is under way. */
  add: (record: T) => Promise<void>
  /** Sends what is left and waits until all is stored. */
  finish: () => Promise<void>
}

/**
 * A loader of records into `index`.
 *
 * @param mode `replace`: records as they are. `update`: only the given fields of records that are there already.
 *
 * @throws {EngineError} from its functions: `TASK_FAILED` or `DISK_FULL` if a batch was not stored; `ENGINE_UNAVAILABLE`
 * if the engine went away.
 */
export function createLoader<T extends { id: string }>(
  engine: Engine,
  index: string,
  signal: AbortSignal,
  mode: 'replace' | 'update' = 'replace',
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
    await engine.checkSpace()
    signal.throwIfAborted()
    const { taskUid } = await calling(() => {
      const into = engine.client().index(index)
      return mode === 'update'
        ? into.updateDocumentsFromString(body, 'application/x-ndjson', { primaryKey: 'id' })
        : into.addDocumentsFromString(body, 'application/x-ndjson', { primaryKey: 'id' })
    })
    const stored = untilDone(engine, taskUid, signal)
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

/**
 * Waits for a task to be done.
 *
 * @throws {EngineError} `TASK_FAILED` if the engine could not do it, `DISK_FULL` if for want of room.
 */
export async function untilDone(engine: Engine, taskUid: number, signal?: AbortSignal): Promise<void> {
  let lookedAtSpaceMs = Date.now()
  for (;;) {
    const task = await calling(() => engine.client().tasks.getTask(taskUid, within(CALL_TIMEOUT_MS, signal)))
    if (task.status === 'succeeded') return
    if (task.status === 'failed' || task.status === 'canceled') throw taskError(task)
    if (Date.now() - lookedAtSpaceMs > SPACE_CHECK_MS) {
      await engine.checkSpace()
      lookedAtSpaceMs = Date.now()
    }
    await sleep(POLL_MS, undefined, signal === undefined ? {} : { signal })
  }
}

function taskError(task: Task): EngineError {
  if (task.error?.code === 'no_space_left_on_device') return diskFull(task.error)
  return new EngineError(
    'TASK_FAILED',
    `The search engine could not store what it was given (${task.type}: ${task.error?.code ?? task.status}).`,
    { cause: task.error },
  )
}
