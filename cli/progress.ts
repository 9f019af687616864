/** A progress line on a terminal: bar, rate, time left. Says nothing elsewhere, so that logs and pipes stay clean. */

const WIDTH = 24
const REDRAW_MS = 100

/** Shows how far indexing has come. */
export type Progress = {
  update: (state: { bytes: number; documents: number; passages: number }) => void
  /** Removes the line. */
  end: () => void
}

/** A progress line on `stream` for `totalBytes` of documents. */
export function createProgress(stream: NodeJS.WriteStream, totalBytes: number): Progress {
  if (!stream.isTTY) return { update: () => {}, end: () => {} }
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
