/**
 * Finding by meaning, where somebody has an embedder: composes what makes vectors of passages, behind everything else, and
 * what makes one of a query, in time or not at all.
 */
import type { Engine } from '../../engine/engine.ts'
import type { Logger } from '../../engine/logger.ts'
import type { IndexReader } from '../../engine/search.ts'
import { type NearPassage, nearestPassages } from '../../engine/vectors.ts'
import { floorOf } from '../../ranking/nearness.ts'
import type { Live } from '../live.ts'
import { createEmbedder, type EmbedderOptions } from './embedder.ts'
import { startFilling } from './fill.ts'
import { createQueryVectors } from './query-vectors.ts'
import { followVectors } from './vector-state.ts'

/** How documents are found by meaning. */
export type MeaningOptions = EmbedderOptions & {
  /** How long a search waits for the vector of its query, in milliseconds. Default 300. */
  timeoutMs?: number | undefined
}

/** Passages that are near to a query. `isLeftOut`: the embedder gave no vector in time. */
export type Near = { passages: NearPassage[]; isLeftOut: boolean }

/** How far passages have been embedded. */
export type MeaningFigures = { passages: number; of: number }

/** What the embedder was asked and did not give, since the start. */
export type MeaningCounts = { asked: number; leftOut: number }

/** Finding by meaning. */
export type Meaning = {
  /**
   * The passages whose meaning is near to that of a text, nearest first.
   *
   * @param scope on passages
   * @throws the reason of the reader's signal if that aborts, and nothing else
   */
  near: (text: string, scope: string, reader: IndexReader) => Promise<Near>
  figures: () => MeaningFigures
  counts: () => MeaningCounts
  /** Another number whenever the answers of searches may be others, documents and lexicons aside. */
  version: () => number
  close: () => Promise<void>
}

const DEFAULT_TIMEOUT_MS = 300
/** Longest that the engine may take for it; a search without it is better than none. */
const ENGINE_TIMEOUT_MS = 1_000
/** Passages looked at; those that are near enough are some of them. */
const MAX_NEAREST = 50
/** Passages that what is near is held against. */
const SAMPLE = 200

/**
 * Begins to find by meaning.
 *
 * @param fills whether this process gives passages their vectors; one of those on an index does
 */
export function openMeaning(
  { timeoutMs = DEFAULT_TIMEOUT_MS, ...options }: MeaningOptions,
  { engine, live, fills, logger }: { engine: Engine; live: Live; fills: boolean; logger: Logger },
): Meaning {
  let version = 0
  const counts: MeaningCounts = { asked: 0, leftOut: 0 }
  const change = (): void => {
    version += 1
  }
  const embedder = createEmbedder(options)
  const vectors = followVectors(engine, embedder.model, { onChange: change, logger })
  let isFailing = false
  const queries = createQueryVectors(embedder, {
    timeoutMs,
    onMissing: (err) => {
      // Whoever asks again may get more: what was left out must not count as the answer to keep.
      change()
      counts.leftOut += 1
      if (!isFailing)
        logger.warn({ ...(err === undefined ? {} : { err }) }, 'searches go without the embedder')
      isFailing = true
    },
  })
  const filling = fills
    ? startFilling({ engine, live, embedder, onStored: vectors.refresh, logger })
    : undefined

  return {
    near: async (text, scope, reader) => {
      await vectors.looked
      const state = vectors.current()
      if (state?.generation !== reader.indexes.name) return { passages: [], isLeftOut: false }
      counts.asked += 1
      const vector = await queries.of(text)
      reader.signal.throwIfAborted()
      if (vector === undefined) return { passages: [], isLeftOut: true }
      if (vector.length !== state.dimensions) {
        queries.refuse(text)
        return { passages: [], isLeftOut: true }
      }
      if (isFailing) logger.info({}, 'searches are with the embedder again')
      isFailing = false
      // A vector of zeros points nowhere.
      if (vector.every((value) => value === 0)) return { passages: [], isLeftOut: false }
      try {
        const signal = AbortSignal.any([reader.signal, AbortSignal.timeout(ENGINE_TIMEOUT_MS + timeoutMs)])
        const { nearest, sample } = await nearestPassages({ ...reader, signal }, vector, scope, {
          limit: MAX_NEAREST,
          of: state.passages,
          sample: SAMPLE,
        })
        const floor = floorOf(sample, state.passages)
        const passages = nearest.filter(({ similarity }) => floor !== undefined && similarity >= floor)
        return { passages, isLeftOut: false }
      } catch (err) {
        reader.signal.throwIfAborted()
        // They may have been replaced by those of another model, or the engine be busy with something else.
        logger.debug({ err }, 'vectors could not be searched')
        change()
        return { passages: [], isLeftOut: true }
      }
    },
    figures: () => {
      const corpus = live.seen()
      const state = vectors.current()
      const isCurrent = state !== undefined && state.generation === corpus?.indexes.name
      const of = corpus?.counts.passages ?? 0
      const passages = filling?.passages() ?? state?.passages ?? 0
      return { passages: isCurrent ? Math.min(passages, of) : 0, of }
    },
    counts: () => counts,
    version: () => version,
    close: async () => {
      queries.close()
      vectors.close()
      await filling?.close()
    },
  }
}
