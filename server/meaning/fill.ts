/**
 * Gives every passage its vector, behind everything else. What is missing is found by comparing, at the start and where
 * changes are not to be seen one by one any more; so nothing has to be remembered, and whatever interrupts it, it goes on
 * from what is there.
 *
 *   look what has changed → vectors of what is gone out → some passages embedded → in, in one small task → a pause
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../../engine/engine.ts'
import type { Logger } from '../../engine/logger.ts'
import { passageIds } from '../../engine/schema.ts'
import type { IndexReader } from '../../engine/search.ts'
import { dropVectors, putVectors, removeVectors } from '../../engine/vectors.ts'
import { passagesToEmbed, presentKeys } from '../../engine/vectors-due.ts'
import type { Live } from '../live.ts'
import { ProblemError } from '../problem.ts'
import { embedPassages } from './embed-passages.ts'
import type { Embedder } from './embedder.ts'
import { EmbedderError } from './embedder-error.ts'
import { beginWork, compareAgain, takeChanges, type Work } from './work.ts'

/** What it is given. */
export type FillOptions = {
  engine: Engine
  live: Live
  embedder: Embedder
  /** Called when vectors have come or gone. */
  onStored: () => Promise<void>
  logger: Logger
}

/** Fills until it is closed. */
export type Filling = {
  /** Passages of documents that are there which have been embedded, as far as changes are known of; undefined at first. */
  passages: () => number | undefined
  close: () => Promise<void>
}

const LOOK_EVERY_MS = 500
const MIN_PAUSE_MS = 1_000
const MAX_PAUSE_MS = 60_000
/** What comes in a burst is embedded when it is over: those who put more are not to wait for it. */
const QUIET_MS = 1_000
/** A burst that does not end is taken in parts. */
const MAX_BURST_MS = 30_000
/** Passages a task of the engine: adding so many to a hundred thousand takes it about as long as adding a few. */
const A_TASK = 256
/** The engine is left to others for so many times as long as a task took it, up to a limit. */
const REST = 4
const MAX_REST_MS = 30_000

/** Begins to fill. */
export function startFilling({ engine, live, embedder, onStored, logger }: FillOptions): Filling {
  const closing = new AbortController()
  const { signal } = closing
  const given = { engine, live, embedder, signal }
  let isFailing = false
  let work: Work | undefined

  const run = async (): Promise<void> => {
    let pauseMs = MIN_PAUSE_MS
    while (!signal.aborted) {
      try {
        const { indexes } = await live.current()
        if (work?.indexes.name !== indexes.name) {
          const before: Work | undefined = work
          work = await beginWork(indexes, given)
          if (before !== undefined) await dropVectors(engine, before.indexes)
          await onStored()
        }
        if (!(await step(work))) await sleep(LOOK_EVERY_MS, undefined, { signal })
        pauseMs = MIN_PAUSE_MS
        if (isFailing) logger.info({}, 'passages are embedded again')
        isFailing = false
      } catch (error) {
        if (signal.aborted) return
        // Begun anew, unless it is only waited for: vectors may be there that are not known of, or have another length.
        if (!(error instanceof EmbedderError) || error.code === 'nonsense') work = undefined
        const isEmpty = error instanceof ProblemError && error.kind === 'no-index'
        if (!isEmpty && !isFailing) logger.warn({ err: error }, 'passages are not embedded')
        isFailing = !isEmpty
        const asked = error instanceof EmbedderError ? error.retryAfterMs : undefined
        const waitMs = asked === undefined ? pauseMs : Math.max(MIN_PAUSE_MS, asked)
        await sleep(isEmpty ? LOOK_EVERY_MS : waitMs, undefined, { signal }).catch(() => {})
        if (!isEmpty) pauseMs = Math.min(MAX_PAUSE_MS, pauseMs * 2)
      }
    }
  }

  /** Does a part of what there is to do; whether there was anything. */
  const step = async (work: Work): Promise<boolean> => {
    const reader = { engine, indexes: work.indexes, signal }
    await takeChanges(work, given)
    const nowMs = performance.now()
    const isBurst = nowMs - work.changedMs < QUIET_MS && nowMs - work.burstMs < MAX_BURST_MS
    if (isBurst) return false
    if (work.missing.size > 0) await embedSome(work, reader)
    else if (work.gone.size > 0) {
      // Nobody finds them any more: what came is first.
      const keys = some(work.gone)
      await paced(() => removeVectors(engine, work.indexes, keys, signal))
      for (const key of keys) work.gone.delete(key)
    } else if (!work.isSure) await compareAgain(work, given)
    else return false
    await onStored()
    return true
  }

  const embedSome = async (work: Work, reader: IndexReader): Promise<void> => {
    const keys = some(work.missing.keys())
    const present = await presentKeys(reader, keys)
    const ids: string[] = []
    /** How far each document is then. */
    const until = new Map<string, number>()
    for (const key of keys) {
      const first = work.missing.get(key) ?? 0
      const count = present.get(key) ?? 0
      const part = passageIds(key, Math.min(count - first, A_TASK - ids.length), first)
      ids.push(...part)
      until.set(key, first + part.length)
      if (ids.length >= A_TASK) break
    }
    const passages = await passagesToEmbed(reader, ids)
    const embedded = await embedPassages(passages, embedder, work.dimensions, signal)
    if (embedded.length > 0) await paced(() => putVectors(engine, work.indexes, embedded, signal))
    for (const [key, first] of until) {
      if (first > 0) work.known.set(key, first)
      if (first < (present.get(key) ?? 0)) work.missing.set(key, first)
      else work.missing.delete(key)
    }
  }

  /** Gives the engine something to do, and leaves it to others afterwards: its tasks go one after another. */
  const paced = async (task: () => Promise<void>): Promise<void> => {
    const startedMs = performance.now()
    await task()
    const restMs = Math.min(MAX_REST_MS, REST * (performance.now() - startedMs))
    await sleep(restMs, undefined, { signal })
  }

  const running = run().catch((err: unknown) => {
    if (!signal.aborted) logger.error({ err }, 'passages are not embedded any more')
  })
  return {
    passages: () => work && [...work.known.values()].reduce((sum, count) => sum + count, 0),
    close: async () => {
      closing.abort()
      await running
    },
  }
}

/** The first of many keys. */
function some(keys: Iterable<string>): string[] {
  const first: string[] = []
  for (const key of keys) {
    first.push(key)
    if (first.length === A_TASK) break
  }
  return first
}
