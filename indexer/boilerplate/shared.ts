/** How many documents of a place must have a block for it to be boilerplate, and which blocks have so many. */
import { createBreaks } from '../../language/slices.ts'
import { isFrameFingerprint } from './fingerprints.ts'

/** In a smaller place nothing is boilerplate. */
const MIN_DOCUMENTS = 20

/**
 * How many of the documents of a place must have the same block: a fifth of them, ten at the least. Of what stands in the
 * frame fifty are enough in a place of up to 5,000 documents, and one in a hundred in a larger one, because that has more than
 * one publisher; of what stands between, other documents of a kind have as much in common.
 */
export function documentsNeeded(documents: number, isFrame: boolean): number {
  if (documents < MIN_DOCUMENTS) return Number.POSITIVE_INFINITY
  const fifth = Math.max(10, Math.ceil(documents / 5))
  return isFrame ? Math.min(fifth, Math.max(50, Math.ceil(documents / 100))) : fifth
}

/** Counts the blocks of all documents of a place: eight bytes for each of them. */
export type BlockCounter = {
  /** Takes the fingerprints of a document, each once. */
  add: (fingerprints: readonly number[]) => void
  /** Fingerprints of the blocks that enough documents have. Gives way to other work now and then. */
  shared: () => Promise<Set<number>>
}

/** Parts that are sorted one by one. */
const PARTS = 256

/** Opens a counter. */
export function createBlockCounter(): BlockCounter {
  const parts = Array.from({ length: PARTS }, () => ({ all: new Float64Array(16), length: 0 }))
  let documents = 0
  return {
    add: (fingerprints) => {
      documents += 1
      for (const fingerprint of fingerprints) {
        const part = parts[Math.floor(fingerprint / 2) % PARTS] as (typeof parts)[number]
        if (part.length === part.all.length) {
          const larger = new Float64Array(part.length * 2)
          larger.set(part.all)
          part.all = larger
        }
        part.all[part.length] = fingerprint
        part.length += 1
      }
    },
    shared: async () => {
      const [ofFrame, between] = [documentsNeeded(documents, true), documentsNeeded(documents, false)]
      const shared = new Set<number>()
      const takeBreak = createBreaks()
      for (const { all, length } of parts) {
        await takeBreak()
        const sorted = all.subarray(0, length).sort()
        for (let first = 0, next = 1; first < length; first = next, next += 1) {
          const fingerprint = sorted[first] as number
          while (next < length && sorted[next] === fingerprint) next += 1
          if (next - first >= (isFrameFingerprint(fingerprint) ? ofFrame : between)) shared.add(fingerprint)
        }
      }
      return shared
    },
  }
}
