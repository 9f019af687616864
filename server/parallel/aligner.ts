/**
 * Aligning in a thread of its own: long documents take seconds, and the service goes on answering meanwhile. One pair at
 * a time; the thread starts with the first.
 */
import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { analyze } from '../../language/analyzer.ts'
import type { Aligned } from '../../language/bridge/align.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { knownWords } from '../../language/bridge/known-words.ts'
import { ProblemError } from '../problem.ts'

/** Two documents as the thread takes them: the texts of their passages, and what is known of their words. */
export type AlignTask = {
  source: readonly string[]
  target: readonly string[]
  /** ISO 639-1. */
  from: string
  to: string
  /** Terms of the source that have translations. */
  known: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Aligns pairs of documents. */
export type Aligner = {
  /**
   * Waits for its turn and gives the groups of passages, in order.
   *
   * @throws {ProblemError} `overloaded` if too many wait or it takes too long
   */
  align: (task: AlignTask, signal: AbortSignal) => Promise<Aligned[]>
  close: () => Promise<void>
}

const MAX_WAITING = 8
const TIMEOUT_MS = 20_000
const MAX_MEMORY_MB = 512

/** An aligner whose thread is started when it is needed. */
export function createAligner(): Aligner {
  let worker: Worker | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const stop = async (): Promise<void> => {
    const stopped = worker
    worker = undefined
    await stopped?.terminate()
  }
  const run = async (task: AlignTask, signal: AbortSignal): Promise<Aligned[]> => {
    signal.throwIfAborted()
    worker ??= startWorker()
    worker.postMessage(task)
    try {
      const [groups] = await once(worker, 'message', { signal })
      return groups
    } catch (error) {
      // What nobody waits for any more must not keep the next one waiting.
      await stop()
      throw error
    }
  }
  return {
    align: async (task, signal) => {
      if (waiting >= MAX_WAITING)
        throw new ProblemError('overloaded', {
          en: 'Many documents are being aligned already.',
          it: 'Si stanno già allineando molti documenti.',
        })
      waiting += 1
      const timeout = AbortSignal.timeout(TIMEOUT_MS)
      const before = turn
      const aligned = before.then(() => run(task, AbortSignal.any([signal, timeout])))
      turn = aligned.catch(() => {})
      try {
        return await aligned
      } catch (error) {
        if (!timeout.aborted) throw error
        throw new ProblemError(
          'overloaded',
          {
            en: 'There was no time to align these documents.',
            it: 'Non c’è stato il tempo di allineare questi documenti.',
          },
          undefined,
          {
            cause: error,
          },
        )
      } finally {
        waiting -= 1
      }
    },
    close: stop,
  }
}

function startWorker(): Worker {
  // Beside this file, compiled or not.
  const file = new URL(`align-worker${extname(import.meta.url)}`, import.meta.url)
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB } })
  worker.unref()
  return worker
}

/** What a bridge knows of the words of some texts. */
export function knownIn(
  texts: readonly string[],
  from: string,
  to: string,
  bridge: Bridge,
): AlignTask['known'] {
  const lookUp = knownWords(bridge, from, to)
  const known = new Map<string, ReadonlyMap<string, number>>()
  for (const text of texts) {
    for (const { term } of analyze(text, from)) {
      const translations = lookUp(term)
      if (translations.size > 0) known.set(term, translations)
    }
  }
  return known
}
