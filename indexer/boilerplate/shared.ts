/** How many documents of a place must have a block for it to be boilerplate, and which blocks have so many. Pure. */

/** In a smaller place nothing is boilerplate. */
export const MIN_DOCUMENTS = 20

/**
 * How many of the documents of a place must have the same block: a fifth of them, ten at the least; fifty are enough in a
 * place of up to 5,000, and one in a hundred in a larger one, because that has more than one publisher.
 */
export function documentsNeeded(documents: number): number {
  if (documents < MIN_DOCUMENTS) return Number.POSITIVE_INFINITY
  return Math.max(10, Math.min(Math.ceil(documents / 5), Math.max(50, Math.ceil(documents / 100))))
}

/** Counts the blocks of all documents of a place: eight bytes for each of them. */
export type BlockCounter = {
  /** Takes the fingerprints of a document, each once. */
  add: (fingerprints: readonly number[]) => void
  /** Fingerprints of the blocks that enough documents have; no more are added then. */
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
      const needed = documentsNeeded(documents)
      const sorted = all.subarray(0, length).sort()
      const shared = new Set<number>()
      // Equal ones stand side by side: one that is met again so much further on has as many.
      for (let first = 0; first + needed <= length; first += 1) {
        if (sorted[first] === sorted[first + needed - 1]) shared.add(sorted[first] as number)
      }
      return shared
    },
  }
}
