/** A task of a thread, as the one that started it sees it: what is sent, whether it still moves, its end. */
import { MessageChannel } from 'node:worker_threads'
import type Tinypool from 'tinypool'
import { IndexingError } from '../errors.ts'
import { Beat, type DraftTask, type Message, type Sent } from './messages.ts'
import type { Source } from './source.ts'

/** A task that has been started. */
export type Task = {
  sources: readonly Source[]
  /**
   * What the thread has sent next; undefined when that was all.
   *
   * @throws what ended the thread: an {@link IndexingError} where it was the limit of time; the reason of the signal
   */
  next: () => Promise<Sent | undefined>
  /** Number of the source that the thread works on, or worked on last. */
  workedOn: () => number
  /** Ends it, and the thread if it is still at work. */
  abort: () => void
  /** Lets go of what was needed to talk to the thread. */
  close: () => void
}

const LOOK_EVERY_MS = 500

/** Starts a task. Where nothing happens in it for `stallMs`, its thread is ended. */
export function startTask(
  pool: Tinypool,
  sources: readonly Source[],
  { signal, stallMs }: { signal: AbortSignal; stallMs: number },
): Task {
  const { port1: port, port2 } = new MessageChannel()
  const beat = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * 3))
  const ending = new AbortController()
  const received: Message[] = []
  let message: Message = []
  let at = 0
  let outcome: { error?: unknown } | undefined
  let wake = (): void => {}
  port.on('message', (next: Message) => {
    received.push(next)
    wake()
  })
  let stalled: IndexingError | undefined
  const stop = watch(beat, stallMs, () => {
    const limit = stallMs < 1000 ? `${stallMs} ms` : `${Math.round(stallMs / 1000)} s`
    stalled = new IndexingError('TOO_COSTLY', `reading it took longer than the limit of ${limit}`)
    ending.abort()
  })
  const end = (ended: { error?: unknown }): void => {
    stop()
    outcome = ended
    wake()
  }
  const task: DraftTask = { sources, port: port2, beat }
  pool.run(task, { transferList: [port2], signal: AbortSignal.any([signal, ending.signal]) }).then(
    () => end({}),
    (error: unknown) => end({ error: stalled ?? error }),
  )

  return {
    sources,
    next: async () => {
      for (;;) {
        const sent = message[at]
        if (sent !== undefined) {
          at += 1
          return sent
        }
        const next = received.shift()
        if (next !== undefined) {
          port.postMessage(undefined)
          message = next
          at = 0
          if (next.length === 0) return undefined
        } else if (outcome !== undefined && 'error' in outcome) {
          throw outcome.error
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      }
    },
    workedOn: () => Atomics.load(beat, Beat.source),
    abort: () => {
      ending.abort()
      port.close()
    },
    close: () => {
      stop()
      port.close()
    },
  }
}

/** Calls `onStall` where a thread has begun, does not wait for others, and does nothing for so long. */
function watch(beat: Int32Array, stallMs: number, onStall: () => void): () => void {
  let steps = 0
  let sinceMs = performance.now()
  const timer = setInterval(
    () => {
      const now = Atomics.load(beat, Beat.steps)
      const isIdle = now === 0 || Atomics.load(beat, Beat.waits) === 1
      if (now !== steps || isIdle) {
        steps = now
        sinceMs = performance.now()
      } else if (performance.now() - sinceMs > stallMs) {
        clearInterval(timer)
        onStall()
      }
    },
    Math.min(LOOK_EVERY_MS, stallMs / 2),
  )
  timer.unref()
  return () => clearInterval(timer)
}
