/** Following folders: what changes in them is indexed a moment later, until somebody stops it. */
import { basename, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { watch } from 'chokidar'

/** A burst of changes is over when nothing has happened for so long. */
const QUIET_MS = 300
/** One that does not end is taken in parts. */
const MAX_BURST_MS = 5_000

/**
 * Calls `onChanges` with the absolute paths that were touched, after each burst of changes below `paths`, one call
 * after another. Resolves when the signal aborts and the last call has ended.
 *
 * @param onReady called when everything from then on will be noticed
 * @param onProblem called with what could not be watched
 */
export async function watchPaths(
  paths: readonly string[],
  {
    signal,
    onReady,
    onChanges,
    onProblem,
  }: {
    signal: AbortSignal
    onReady: () => void
    onChanges: (touched: ReadonlySet<string>) => Promise<void>
    onProblem: (error: unknown) => void
  },
): Promise<void> {
  const roots = new Set(paths.map((path) => resolve(path)))
  const watcher = watch([...roots], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => !roots.has(path) && basename(path).startsWith('.'),
    awaitWriteFinish: { stabilityThreshold: QUIET_MS, pollInterval: 50 },
  })
  let touched = new Set<string>()
  let wake = (): void => {}
  let lastMs = 0
  watcher.on('all', (_event, path) => {
    touched.add(resolve(path))
    lastMs = performance.now()
    wake()
  })
  watcher.on('error', onProblem)
  watcher.on('ready', onReady)
  const stop = (): void => wake()
  signal.addEventListener('abort', stop)
  try {
    for (;;) {
      if (touched.size === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      if (signal.aborted) return
      const sinceMs = performance.now()
      while (performance.now() - lastMs < QUIET_MS && performance.now() - sinceMs < MAX_BURST_MS) {
        await sleep(QUIET_MS / 4)
      }
      const taken = touched
      touched = new Set()
      await onChanges(taken)
    }
  } finally {
    signal.removeEventListener('abort', stop)
    await watcher.close()
  }
}
