/** Ctrl-C and friends. */

/** A second signal counts only after this long: npm passes on a Ctrl-C that the terminal has sent as well. */
const SECOND_SIGNAL_AFTER_MS = 700

/** A signal that aborts on SIGINT, SIGTERM or SIGHUP. One more of them, later, ends the process at once. */
export function onStopSignal(): AbortSignal {
  const controller = new AbortController()
  let firstMs = 0
  const stop = (): void => {
    if (firstMs === 0) {
      firstMs = performance.now()
      controller.abort()
    } else if (performance.now() - firstMs > SECOND_SIGNAL_AFTER_MS) {
      process.exit(130)
    }
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  return controller.signal
}

/** Waits until the signal aborts. */
export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}
