/**
 * Gives every passage its vector, behind everything else. What is missing is found by comparing, at the start and where
 * changes are not to be seen one by one any more; so nothing has to be remembered, and whatever interrupts it, it goes on
 * from what is there.
 *
 *   look what has changed → vectors of what is gone out → some passages embedded → in, in one small task → a pause
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../../engine/engine.ts'
import type { Generation } from '../../engine/generation.ts'
import type { Logger } from '../../engine/logger.ts'
import { passageIds } from '../../engine/schema.ts'
import type { IndexReader } from '../../engine/search.ts'
import { allDocuments } from '../../engine/stored-documents.ts'
import {
  beginVectors,
  changedSince,
  countByDocument,
  countVectors,
  dropVectors,
  passagesToEmbed,
  presentKeys,
  putVectors,
  readVectorStore,
  removeVectors,
} from '../../engine/vectors.ts'
import type { Live } from '../live.ts'
import { ProblemError } from '../problem.ts'
import { embedPassages } from './embed-passages.ts'
import type { Embedder } from './embedder.ts'
import { EmbedderError } from './embedder-error.ts'

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
/** What is embedded to see how long the vectors of a model are. */
const PROBE = 'Bifora'

/** A generation that is being filled. */
type Work = {
  indexes: Generation
  dimensions: number
  /** Number of the last change that is known of. */
  last: number
  /** How many vectors there are of each document, by its key. */
  known: Map<string, number>
  /** Keys of documents that lack some, with the position of the first passage that has not been embedded yet. */
  missing: Map<string, number>
  /** Keys of documents that are gone. */
  gone: Set<string>
  /** Whether nothing changed while it was compared: documents may have been passed over otherwise. */
  isSure: boolean
  /** When something has changed last, and first since there was nothing to do. */
  changedMs: number
  burstMs: number
}

/** Begins to fill. */
export function startFilling({ engine, live, embedder, onStored, logger }: FillOptions): Filling {
  const closing = new AbortController()
  const { signal } = closing
  let isFailing = false
  let work: Work | undefined

  const run = async (): Promise<void> => {
    let pauseMs = MIN_PAUSE_MS
    while (!signal.aborted) {
      try {
        const { indexes } = await live.current()
        if (work?.indexes.name !== indexes.name) {
          const before: Work | undefined = work
          work = await begin(indexes)
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

  /** Sees to it that there is an index of vectors of this model, and compares it with what is there. */
  const begin = async (indexes: Generation): Promise<Work> => {
    const [probe] = await embedder.embed(
      [PROBE],
      AbortSignal.any([signal, AbortSignal.timeout(MAX_PAUSE_MS)]),
    )
    const dimensions = probe?.length ?? 0
    const wanted = { generation: indexes.name, model: embedder.model, dimensions }
    const store = await readVectorStore(engine, signal)
    const isSame =
      store?.generation === wanted.generation &&
      store.model === wanted.model &&
      store.dimensions === wanted.dimensions
    if (!isSame || (await countVectors(engine, indexes, signal)) === undefined) {
      await beginVectors(engine, wanted, signal)
    }
    return compare(indexes, dimensions)
  }

  const compare = async (indexes: Generation, dimensions: number): Promise<Work> => {
    const reader = { engine, indexes, signal }
    // What changes meanwhile is met again afterwards.
    const last = (await live.current()).seen
    const known = await countByDocument(reader)
    const missing = new Map<string, number>()
    const orphans = new Set(known.keys())
    for await (const { key, passages } of allDocuments(reader, { fields: ['key', 'passages'] })) {
      orphans.delete(key)
      if (known.get(key) !== passages) missing.set(key, 0)
    }
    // Of documents that come and go while they are read some are not met: each is looked up by itself.
    const present = await presentKeys(reader, [...orphans])
    for (const [key, passages] of present) if (known.get(key) !== passages) missing.set(key, 0)
    const gone = new Set([...orphans].filter((key) => !present.has(key)))
    await live.refresh()
    const isSure = (await live.current()).seen === last
    return { indexes, dimensions, last, known, missing, gone, isSure, changedMs: 0, burstMs: 0 }
  }

  /** Does a part of what there is to do; whether there was anything. */
  const step = async (work: Work): Promise<boolean> => {
    const reader = { engine, indexes: work.indexes, signal }
    await takeChanges(work, reader)
    const nowMs = performance.now()
    const isBurst = nowMs - work.changedMs < QUIET_MS && nowMs - work.burstMs < MAX_BURST_MS
    if (isBurst) return false
    if (work.missing.size > 0) await embedSome(work, reader)
    else if (work.gone.size > 0) {
      // Nobody finds them any more: what came is first.
      const keys = some(work.gone)
      await paced(() => removeVectors(engine, work.indexes, keys, signal))
      for (const key of keys) work.gone.delete(key)
    } else if (!work.isSure) Object.assign(work, await compare(work.indexes, work.dimensions))
    else return false
    await onStored()
    return true
  }

  const takeChanges = async (work: Work, reader: IndexReader): Promise<void> => {
    if ((live.seen()?.seen ?? 0) <= work.last) return
    const since = await changedSince(reader, work.last)
    if (since === undefined) {
      Object.assign(work, await compare(work.indexes, work.dimensions))
      return
    }
    if (since.last === work.last) return
    work.last = since.last
    const nowMs = performance.now()
    if (work.missing.size + work.gone.size === 0) work.burstMs = nowMs
    work.changedMs = nowMs
    for (const key of since.put) {
      // It may have been met already, when all were compared.
      if (!work.known.has(key) && !work.missing.has(key)) work.missing.set(key, 0)
    }
    for (const key of since.gone) {
      work.missing.delete(key)
      if (work.known.delete(key)) work.gone.add(key)
    }
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
