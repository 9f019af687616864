/**
 * Drafting in threads of their own, with limits of time and memory: a file that would bring them down is one file that
 * could not be read.
 */
import { extname } from 'node:path'
import Tinypool from 'tinypool'
import { ahead } from '../ahead.ts'
import type { Topic } from '../describe/wordings.ts'
import { IndexingError } from '../errors.ts'
import { formatOfPath } from '../read/formats.ts'
import type { Drafting, DraftingEvent } from './drafting.ts'
import { receiveEvents } from './receive.ts'
import type { Source } from './source.ts'
import { startTask, type Task } from './task.ts'

/** How to draft in threads. */
export type ThreadsOptions = {
  /** How many, at least 1. */
  count: number
  /** Limit of the JavaScript heap of each, in MB. Default 256. */
  heapMb?: number
  /** A source for which nothing happens for so long is given up, in milliseconds. Default 60,000. */
  stallMs?: number
}

const HEAP_MB = 256
const STALL_MS = 60_000
/** A thread that has nothing to do for so long gives its memory back. */
const IDLE_MS = 30_000
/** Sources of one task: to begin one costs more than to draft a small file. */
const MAX_SOURCES = 32
const MAX_BYTES = 512 * 1024

/** Drafting in threads. They are started when there is something to do, and end when it is closed. */
export function createThreads(topics: readonly Topic[], options: ThreadsOptions): Drafting {
  const { count, heapMb = HEAP_MB, stallMs = STALL_MS } = options
  let pool: Tinypool | undefined
  const open = (): Tinypool => {
    pool ??= new Tinypool({
      // Beside this file, compiled or not.
      filename: new URL(`worker${extname(import.meta.url)}`, import.meta.url).href,
      name: 'draftTask',
      minThreads: 0,
      maxThreads: count,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      workerData: { topics },
    })
    return pool
  }
  const start = (sources: readonly Source[], signal: AbortSignal): Task =>
    startTask(open(), sources, { signal, stallMs })

  /** Tasks that wait behind one that ended its thread get another thread only with the next task, even an empty one. */
  const wakePool = (signal: AbortSignal): void => {
    const empty = start([], signal)
    // Whatever ends this one ends the tasks that it was started for, too, and is reported there.
    empty
      .next()
      .catch(() => undefined)
      .finally(empty.close)
  }

  const eventsOf = async function* (first: Task, signal: AbortSignal): AsyncGenerator<DraftingEvent> {
    let next: Task | undefined = first
    while (next !== undefined) {
      const task: Task = next
      next = undefined
      let ended = 0
      try {
        for await (const event of receiveEvents(task)) {
          if ('isEnd' in event) ended += 1
          yield event
        }
      } catch (error) {
        signal.throwIfAborted()
        const { sources } = task
        const culprit = Math.max(ended, Math.min(task.workedOn(), sources.length - 1))
        // What had been drafted, but not sent yet, went down with it.
        const lost = sources.slice(ended, culprit)
        if (lost.length > 0) yield* eventsOf(start(lost, signal), signal)
        yield* givenUp(sources[culprit] as Source, reasonOf(error, heapMb), signal)
        const others = sources.slice(culprit + 1)
        if (others.length > 0) next = start(others, signal)
        else if (lost.length === 0) wakePool(signal)
      } finally {
        task.close()
      }
    }
  }
  /** Markup that cannot be taken apart in time is a text all the same. */
  const givenUp = async function* (
    source: Source,
    failed: IndexingError,
    signal: AbortSignal,
  ): AsyncGenerator<DraftingEvent> {
    const format = source.format ?? formatOfPath(source.path)?.name ?? ''
    if (!MARKUP.has(format)) {
      yield { source, isEnd: true, failed }
      return
    }
    for await (const event of eventsOf(start([{ ...source, format: 'text' }], signal), signal)) {
      if ('drafted' in event && 'draft' in event.drafted) {
        event.drafted.draft.rest.warnings.push(`${failed.message}: it was read as plain text`)
      }
      yield { ...event, source }
    }
  }
  return {
    draftAll: async function* (sources, signal) {
      const begun = new Set<Task>()
      const begin = async (group: readonly Source[]): Promise<Task> => {
        const task = start(group, signal)
        begun.add(task)
        return task
      }
      try {
        // One task more than there are threads, so that none waits for its next.
        for await (const { result } of ahead(groupsOf(sources), count, begin)) {
          const task = await result
          yield* eventsOf(task, signal)
          begun.delete(task)
        }
      } finally {
        for (const task of begun) task.abort()
      }
    },
    close: async () => {
      const closing = pool
      pool = undefined
      await closing?.destroy()
    },
  }
}

/** Formats that are read as plain text where they take too long to be read as they are. */
const MARKUP: ReadonlySet<string> = new Set([
  'markdown',
  'mdx',
  'quarto',
  'restructuredtext',
  'asciidoc',
  'manual-page',
])

async function* groupsOf(sources: AsyncIterable<Source> | Iterable<Source>): AsyncGenerator<Source[]> {
  let group: Source[] = []
  let bytes = 0
  for await (const source of sources) {
    group.push(source)
    bytes += 'text' in source.content ? source.content.text.length : source.content.sizeBytes
    if (group.length < MAX_SOURCES && bytes < MAX_BYTES) continue
    yield group
    group = []
    bytes = 0
  }
  if (group.length > 0) yield group
}

function reasonOf(error: unknown, heapMb: number): IndexingError {
  if (error instanceof IndexingError) return error
  const isMemory = (error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
  const reason = isMemory
    ? `reading it takes more memory than the limit of ${heapMb} MB`
    : 'reading it brought the reader down'
  return new IndexingError('TOO_COSTLY', reason, { cause: error })
}
