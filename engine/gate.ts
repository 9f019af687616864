/**
 * So many at a time, the others one after another: who waits too long, or no longer needs it, goes away without having
 * taken a turn.
 */

/** A gate with a limit. */
export type Gate = {
  /**
   * Resolves when it is one's turn, with what to call when done.
   *
   * @throws the reason of `signal`, a `TimeoutError` after the gate's time, or a `QuotaExceededError` at once if too
   * many wait already
   */
  enter: (signal?: AbortSignal) => Promise<() => void>
}

/** A gate for `limit` at a time, at which nobody waits longer than `waitMs` and no more than `maxWaiting`, default any number. */
export function createGate(limit: number, waitMs: number, maxWaiting = Number.POSITIVE_INFINITY): Gate {
  let inside = 0
  const waiting = new Set<() => void>()

  const leave = (): void => {
    inside -= 1
    const [next] = waiting
    next?.()
  }
  const turn = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        waiting.delete(admit)
        clearTimeout(timer)
        signal?.removeEventListener('abort', giveUp)
      }
      const admit = (): void => {
        end()
        inside += 1
        resolve()
      }
      const giveUp = (): void => {
        end()
        reject(signal?.aborted ? signal.reason : new DOMException(`no turn in ${waitMs} ms`, 'TimeoutError'))
      }
      const timer = setTimeout(giveUp, waitMs)
      signal?.addEventListener('abort', giveUp)
      waiting.add(admit)
    })
  return {
    enter: async (signal) => {
      signal?.throwIfAborted()
      if (inside < limit) inside += 1
      else if (waiting.size < maxWaiting) await turn(signal)
      else throw new DOMException(`${waiting.size} wait already`, 'QuotaExceededError')
      let isInside = true
      return () => {
        if (isInside) leave()
        isInside = false
      }
    },
  }
}
