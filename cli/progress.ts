/** Progress of indexing: on a terminal a line with bar, rate and time left, elsewhere a line now and then. */
import { printableLine } from './output.ts'

const WIDTH = 24
const REDRAW_MS = 100
const LOGGED_EVERY_MS = 10_000

/** Shows how far indexing has come. */
export type Progress = {
  update: (state: State) => void
  /** Removes the line. */
  end: () => void
}

/** What is shown: files looked at, passages stored. */
type State = { bytes: number; documents: number; passages: number }

/**
 * Progress on `stream`.
 *
 * @param what the place
 * @param totalBytes of its files; needed on a terminal only
 * @param everyMs how often a line is written where it is no terminal
 */
export function createProgress(
  stream: NodeJS.WriteStream,
  { what, totalBytes, everyMs = LOGGED_EVERY_MS }: { what: string; totalBytes: number; everyMs?: number },
): Progress {
  return stream.isTTY ? drawn(stream, totalBytes) : logged(stream, what, everyMs)
}

function logged(stream: NodeJS.WriteStream, what: string, everyMs: number): Progress {
  const startedMs = performance.now()
  let state: State = { bytes: 0, documents: 0, passages: 0 }
  const write = (): void => {
    const { documents, passages } = state
    const seconds = (performance.now() - startedMs) / 1000
    stream.write(
      `Indexing ${printableLine(what)}: ${documents} files looked at, ${passages} passages stored, ${duration(seconds)}.\n`,
    )
  }
  // Also where nothing is told for long: it goes on.
  const timer = setInterval(write, everyMs).unref()
  return {
    update: (now) => {
      state = now
    },
    end: () => clearInterval(timer),
  }
}

function drawn(stream: NodeJS.WriteStream, totalBytes: number): Progress {
  const startedMs = performance.now()
  let drawnMs = 0
  return {
    update: (state) => {
      const nowMs = performance.now()
      if (nowMs - drawnMs < REDRAW_MS) return
      drawnMs = nowMs
      stream.write(
        `\r${progressLine(state, totalBytes, nowMs - startedMs).slice(0, (stream.columns ?? 80) - 1)}\x1b[K`,
      )
    },
    end: () => {
      stream.write('\r\x1b[K')
    },
  }
}

/** The line for one moment. */
export function progressLine(
  { bytes, documents, passages }: { bytes: number; documents: number; passages: number },
  totalBytes: number,
  elapsedMs: number,
): string {
  const share = totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes)
  const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
  const seconds = elapsedMs / 1000
  const left = share > 0 ? (seconds / share) * (1 - share) : Number.NaN
  const rate = seconds > 0 ? Math.round(passages / seconds) : 0
  return `${bar} ${Math.floor(share * 100)}%  ${documents} documents, ${passages} passages, ${rate}/s, ${duration(left)} left`
}

/** Seconds as people say them. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '…'
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  const minutes = Math.round(whole / 60)
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
