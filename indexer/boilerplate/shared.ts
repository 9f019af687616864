/** How many documents of a place must have a block for it to be boilerplate, and which blocks have so many. Pure. */
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
  /** Fingerprints of the blocks that enough documents have. */
  shared: () => Set<number>
}

/** Opens a counter. */
export function createBlockCounter(): BlockCounter {
  let all = new Float64Array(1024)
  let length = 0
  let documents = 0
  return {
    add: (fingerprints) => {
      documents += 1
      if (length + fingerprints.length > all.length) {
        const larger = new Float64Array((length + fingerprints.length) * 2)
        larger.set(all)
        all = larger
      }
      all.set(fingerprints, length)
      length += fingerprints.length
    },
    shared: () => {
      const [ofFrame, between] = [documentsNeeded(documents, true), documentsNeeded(documents, false)]
      const sorted = all.subarray(0, length).sort()
      const shared = new Set<number>()
      for (let first = 0, next = 1; first < length; first = next, next += 1) {
        const fingerprint = sorted[first] as number
        while (next < length && sorted[next] === fingerprint) next += 1
        if (next - first >= (isFrameFingerprint(fingerprint) ? ofFrame : between)) shared.add(fingerprint)
      }
      return shared
    },
  }
}
