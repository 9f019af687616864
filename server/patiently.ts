/** Waiting for what is away only at the moment, in answers of which a part has been sent already. */
import { setTimeout as sleep } from 'node:timers/promises'
import { asProblem } from './problem.ts'

/** While the engine is away, or much is under way, it is tried so often, with so long in between. */
const MAX_TRIES = 20
const BETWEEN_TRIES_MS = 1_000

/**
 * Does work, again if it could not be done at the moment: what was sent so far cannot be taken back.
 *
 * @throws the reason of `signal` as soon as that aborts; what else goes wrong, or still does at the last try
 */
export async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      const isTemporary = ['engine-unavailable', 'overloaded'].includes(asProblem(error).kind)
      if (!isTemporary || tries === MAX_TRIES) throw error
      await sleep(BETWEEN_TRIES_MS, undefined, { signal })
    }
  }
}
