/**
 * Vectors of queries, in time or not at all: a search waits for one so long and no longer. What comes too late is kept
 * for whoever asks the same again. An embedder that has failed is left alone for some seconds.
 */
import type { Embedder } from './embedder.ts'

/** Vectors of queries. */
export type QueryVectors = {
  /** The vector of a query; undefined if there is none in time. Never fails. */
  of: (q: string) => Promise<readonly number[] | undefined>
  /** Takes note that a vector could not be used, as if there had been none. */
  refuse: (q: string) => void
  /** Ends what is under way. */
  close: () => void
}

/** How vectors of queries are got. */
export type QueryVectorsOptions = {
  /** How long a search waits for one. */
  timeoutMs: number
  /** Called whenever a search goes without. `error`: what the embedder did; undefined if it is only late or left alone. */
  onMissing: (error?: unknown) => void
}

/** Vectors that are kept: of those used last. */
const MAX_KEPT = 500
/** Longest that an answer which comes too late for its search is waited for: a model may have to be loaded first. */
const LATE_MS = 20_000
/** As many as the service works on at a time. */
const MAX_UNDER_WAY = 64
/** So many failures one after another, and it is left alone: this long at first, twice as long each time. */
const FAILURES = 2
const MIN_REST_MS = 2_000
const MAX_REST_MS = 60_000

/** Vectors of queries by an embedder. */
export function createQueryVectors(
  embedder: Embedder,
  { timeoutMs, onMissing }: QueryVectorsOptions,
): QueryVectors {
  const closing = new AbortController()
  const kept = new Map<string, readonly number[]>()
  const underWay = new Map<string, Promise<readonly number[] | undefined>>()
  let failures = 0
  let restsUntilMs = 0

  const hasFailed = (error?: unknown): void => {
    failures += 1
    if (failures >= FAILURES) {
      const restMs = Math.min(MAX_REST_MS, MIN_REST_MS * 2 ** Math.min(failures - FAILURES, 10))
      restsUntilMs = performance.now() + restMs
    }
    onMissing(error)
  }
  const keep = (q: string, vector: readonly number[]): void => {
    kept.delete(q)
    kept.set(q, vector)
    const [oldest] = kept.keys()
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
  }
  const begin = (q: string): Promise<readonly number[] | undefined> => {
    const startedMs = performance.now()
    const asked = embedder
      .embed([q], AbortSignal.any([closing.signal, AbortSignal.timeout(LATE_MS)]))
      .then(([vector]) => {
        if (vector !== undefined) keep(q, vector)
        // One that comes late has been counted as a failure already, and would be late again.
        if (performance.now() - startedMs <= timeoutMs) {
          failures = 0
          restsUntilMs = 0
        }
        return vector
      })
      .catch((error: unknown) => {
        if (performance.now() - startedMs <= timeoutMs) hasFailed(error)
        return undefined
      })
      .finally(() => underWay.delete(q))
    underWay.set(q, asked)
    return asked
  }
  return {
    of: async (q) => {
      const known = kept.get(q)
      if (known !== undefined) {
        keep(q, known)
        return known
      }
      if (performance.now() < restsUntilMs || underWay.size >= MAX_UNDER_WAY) {
        onMissing()
        return undefined
      }
      // After a rest one tries, and the others see what comes of it.
      if (failures >= FAILURES) restsUntilMs = performance.now() + timeoutMs
      const isFirst = !underWay.has(q)
      const vector = await within(timeoutMs, underWay.get(q) ?? begin(q))
      if (vector !== LATE) return vector
      if (isFirst) hasFailed()
      else onMissing()
      return undefined
    },
    refuse: (q) => {
      kept.delete(q)
      hasFailed()
    },
    close: () => closing.abort(),
  }
}

const LATE = Symbol('late')

async function within<T>(timeoutMs: number, promise: Promise<T>): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, LATE)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
