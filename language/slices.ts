/**
 * Long work on the one thread that answers searches: written as steps, it is done at once where nobody waits, and in
 * slices where somebody may.
 */

/** Work that can be left wherever it yields, and gone on with later. */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** After so much work everything else gets its turn. */
const SLICE_MS = 4

/** Does all steps in one go. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/**
 * Does the steps in slices of a few milliseconds; between them the event loop deals with what has come in.
 *
 * @throws the reason of `signal` if that aborts before the end
 */
export async function inSlices<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted()
    const endMs = performance.now() + SLICE_MS
    do {
      const { done, value } = steps.next()
      if (done === true) return value
    } while (performance.now() < endMs)
    await nextTurn()
  }
}

/** Work that nobody waits for at the moment leaves the thread sooner. */
const BACKGROUND_SLICE_MS = 2

/**
 * For work that is no generator: called between its steps, it resolves at once, or, when a slice is over, when everything
 * else has had its turn.
 */
export function createBreaks(): () => Promise<void> {
  let endMs = performance.now() + BACKGROUND_SLICE_MS
  return async () => {
    if (performance.now() < endMs) return
    await nextTurn()
    endMs = performance.now() + BACKGROUND_SLICE_MS
  }
}

const waiting: (() => void)[] = []

/**
 * Resolves when the event loop has dealt with what has come in. One of those who wait goes on each time round: if all
 * did, their slices would be one long one for everything else.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(goOn)
  })
}

function goOn(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(goOn)
}
