/** Work that does not hear a signal itself. */

/** What a promise gives; rejects with the reason of the signal if that aborts before. The work itself goes on. */
export async function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return answer
  let abort = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort)
  })
  return Promise.race([answer, aborted]).finally(() => signal.removeEventListener('abort', abort))
}
