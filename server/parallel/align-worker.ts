/** A thread that aligns documents, one after another. */
import { parentPort } from 'node:worker_threads'
import { alignPassages } from '../../language/bridge/align-passages.ts'
import type { AlignTask } from './aligner.ts'

const none: ReadonlyMap<string, number> = new Map()

parentPort?.on('message', ({ source, target, from, to, known }: AlignTask) => {
  parentPort?.postMessage(
    alignPassages(source, target, { from, to, known: (term) => known.get(term) ?? none }),
  )
})
