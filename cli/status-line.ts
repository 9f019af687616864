/** A line on a terminal that says what goes on. Says nothing elsewhere, so that logs and pipes stay clean. */

const REDRAW_MS = 100

/** The line. */
export type StatusLine = {
  show: (text: string) => void
  /** Removes it. */
  end: () => void
}

/** A status line on `stream`. */
export function createStatusLine(stream: NodeJS.WriteStream): StatusLine {
  if (!stream.isTTY) return { show: () => {}, end: () => {} }
  let drawnMs = Number.NEGATIVE_INFINITY
  let isShown = false
  return {
    show: (text) => {
      const nowMs = performance.now()
      if (nowMs - drawnMs < REDRAW_MS) return
      drawnMs = nowMs
      isShown = true
      stream.write(`\r${text.slice(0, (stream.columns ?? 80) - 1)}\x1b[K`)
    },
    end: () => {
      if (isShown) stream.write('\r\x1b[K')
      isShown = false
    },
  }
}
