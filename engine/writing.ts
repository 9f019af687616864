/**
 * Writing to the live generation from one process: work that writes goes one after another; the lease is taken when
 * there is some, kept for a moment in case there is more, and then given back to whoever waits for it.
 */
import type { ChangeRecord } from './changes.ts'
import type { Engine } from './engine.ts'
import { EngineError } from './errors.ts'
import { fold, isFoldDue } from './fold.ts'
import { createGeneration, putBuild, readBuild } from './generation.ts'
import { acquireLease, type Holder, type Lease } from './lease.ts'
import { isReadable } from './schema.ts'
import { openWriter, type Writer } from './writer.ts'

/** What writes. */
export type Writing = {
  /**
   * Runs work that writes, when it is its turn. The work must not keep the writer.
   *
   * @throws {EngineError} if the engine fails, or `WRITER_LOST`; the reason of the signal if that aborts
   */
  write: <T>(work: (writer: Writer) => Promise<T>, signal?: AbortSignal) => Promise<T>
  /** Ends what is under way with a step that leaves the index whole, and gives the lease back. */
  close: () => Promise<void>
}

/** How to write. */
export type WritingOptions = {
  /** For others who wait for the lease, such as `bifora index`. */
  what: string
  /** Stands for the topics of a generation that is made because there is none. */
  topics: string
  /** How long the lease is kept when there is nothing to write, in milliseconds. Default 1000. */
  idleMs?: number
  /** Called with each change when its documents can be found. */
  onChange?: (change: ChangeRecord) => void
  /** Waited for when the lease has been taken, before anything is written. */
  onOpen?: () => Promise<void>
  onWaiting?: (holder: Holder) => void
  /** Builds the generation anew from its records; called where levels no longer fit. Default: it stays as it is. */
  rebuild?: (writer: Writer, signal: AbortSignal) => Promise<unknown>
}

/** Levels that were cut with a mean so many times larger or smaller than the present one make poor plans. */
const MAX_DRIFT = 1.5

/** Writing to the live generation of an engine. If there is none, it is made. */
export function createWriting(engine: Engine, options: WritingOptions): Writing {
  const { what, topics, idleMs = 1000, onChange, onOpen, onWaiting } = options
  const closing = new AbortController()
  let held: { lease: Lease; writer: Writer } | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const open = async (signal: AbortSignal): Promise<Writer> => {
    if (held !== undefined) {
      const build = await readBuild(engine, signal)
      try {
        held.lease.check()
        // Somebody else may have rebuilt the index meanwhile.
        if (build?.generation === held.writer.build().generation) return held.writer
      } catch (error) {
        if (!(error instanceof EngineError) || error.code !== 'WRITER_LOST') throw error
      }
      // What it leaves undone is finished by the one that is opened now.
      await letGo().catch(() => {})
    }
    const lease = await acquireLease(engine, { what, signal, onWaiting })
    try {
      let build = await readBuild(engine, signal)
      if (build === undefined) {
        build = await createGeneration(engine, topics)
        await putBuild(engine, build)
      }
      if (!isReadable(build.version)) {
        throw new EngineError(
          'INDEX_OUTDATED',
          'The index was built by another version of Bifora. Index again: bifora index <path>.',
        )
      }
      const writer = await openWriter(engine, build, {
        signal: closing.signal,
        check: lease.check,
        ...(onChange === undefined ? {} : { onChange }),
      })
      held = { lease, writer }
      await onOpen?.()
      return writer
    } catch (error) {
      // What was wrong at first is the error; a lease that cannot be given back is taken over by the next one.
      await lease.release().catch(() => {})
      throw error
    }
  }
  const foldIfDue = async (writer: Writer): Promise<void> => {
    if (!isFoldDue(writer)) return
    // The work may have been to replace the generation.
    const build = await readBuild(engine, closing.signal)
    if (build?.generation === writer.build().generation) await fold(engine, writer, closing.signal)
  }
  const letGo = async (): Promise<void> => {
    const last = held
    held = undefined
    if (last === undefined) return
    try {
      await last.writer.settle()
      await foldIfDue(last.writer)
    } finally {
      await last.lease.release()
    }
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    // Whoever asked for it is told; the next one has its turn all the same.
    queue = turn.catch(() => {})
    return turn
  }

  return {
    write: (work, signal) =>
      inTurn(async () => {
        clearTimeout(idle)
        closing.signal.throwIfAborted()
        signal?.throwIfAborted()
        const until = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal])
        try {
          const writer = await open(until)
          const result = await work(writer)
          if (options.rebuild !== undefined && writer.drift() > MAX_DRIFT) {
            await options.rebuild(writer, closing.signal)
          }
          await foldIfDue(writer)
          return result
        } finally {
          idle = setTimeout(() => {
            // The next work opens the index anew, and that tells what is wrong.
            inTurn(letGo).catch(() => {})
          }, idleMs)
          idle.unref()
        }
      }),
    close: async () => {
      clearTimeout(idle)
      // What it leaves undone is finished by whoever opens the index next.
      await inTurn(letGo).catch(() => {})
      closing.abort()
    },
  }
}
