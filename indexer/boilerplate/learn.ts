/**
 * Boilerplate as a run comes to know it: what documents left out before, and what enough of the new ones have so far.
 * A guess, by which most documents are drafted right the first time; at the end it is counted what it really is.
 */
import type { KnownDocument } from '../known.ts'
import { decodeFingerprints, isFrameFingerprint } from './fingerprints.ts'
import type { Boilerplate } from './leave-out.ts'
import { documentsNeeded } from './shared.ts'

/** What is known so far. */
export type LearnedBoilerplate = {
  /** Of which no document is the one to keep it yet. Another map whenever there is more. */
  known: () => Boilerplate
  /** Takes in what a document may have of it. */
  see: (fingerprints: readonly number[]) => void
}

/** Counters of fingerprints, 2 MB of them; those that share one are counted together. */
const CELLS = 2 ** 20

/** What is known at the start of a run. */
export function createLearnedBoilerplate(before: ReadonlyMap<string, KnownDocument>): LearnedBoilerplate {
  let known = new Map<number, string>()
  for (const { boilerplate } of before.values()) {
    if (boilerplate !== undefined) for (const one of decodeFingerprints(boilerplate)) known.set(one, '')
  }
  const counts = new Uint16Array(CELLS)
  let documents = 0
  return {
    known: () => known,
    see: (fingerprints) => {
      documents += 1
      const all = Math.max(documents, before.size)
      const [ofFrame, between] = [documentsNeeded(all, true), documentsNeeded(all, false)]
      const found: number[] = []
      for (const fingerprint of fingerprints) {
        const cell = fingerprint % CELLS
        const count = Math.min((counts[cell] as number) + 1, 0xffff)
        counts[cell] = count
        const needed = isFrameFingerprint(fingerprint) ? ofFrame : between
        if (count >= needed && !known.has(fingerprint)) found.push(fingerprint)
      }
      if (found.length > 0) known = new Map([...known, ...found.map((one) => [one, ''] as const)])
    },
  }
}
