/**
 * Long work on the one thread that answers searches: written as steps, it is done at once where nobody waits, and in
 * slices where somebody may.
 */
import { setImmediate } from 'node:timers/promises'

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

/** Does the steps in slices of a few milliseconds; between them the event loop deals with what has come in. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const endMs = performance.now() + SLICE_MS
    do {
      const { done, value } = steps.next()
      if (done === true) return value
    } while (performance.now() < endMs)
    await setImmediate()
  }
}
