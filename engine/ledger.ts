/** What a writer keeps of the changes that have happened since statistics were folded, so that it need not read them again. */
import type { ChangeRecord } from './changes.ts'
import type { Build, PinnedMean } from './generation.ts'
import { driftOf, meansIn } from './pinned-means.ts'

/** The running account of a generation. */
export type Ledger = {
  /** What is known of the generation, without the changes since it was folded but for the means that they have pinned. */
  build: () => Build
  /** Number of the last change that has happened. */
  last: () => number
  /** What all changes come to that are not in the blocks of statistics yet, in terms. */
  unfolded: () => number
  /** How far the present mean length of a language is from the one that levels were cut with; 1 is the same. */
  drift: () => number
  /** The present means, of languages that have enough passages to say so. */
  means: () => PinnedMean[]
  /** Means that levels are cut with, by language: those of changes that are under way, too. */
  pins: () => ReadonlyMap<string, PinnedMean>
  /** Pins means of a change that is under way. */
  pin: (means: readonly PinnedMean[]) => void
  /** Takes back what changes have pinned that have not happened. */
  unpin: () => void
  /** Enters a change that has happened. */
  note: (change: ChangeRecord) => void
  /** Takes over what is known of the generation after a fold. */
  refold: (build: Build) => void
}

/** A change without any terms, such as one that was undone, is a record to be read all the same. */
const CHANGE_COUNTS_AS = 20

/** Opens the account of a generation with the changes since it was folded. */
export function openLedger(build: Build, changes: readonly ChangeRecord[]): Ledger {
  let folded = build
  let last = build.folded
  let unfolded = 0
  /** Of changes that have happened. */
  const fixed = new Map(build.pins.map((pin) => [pin.lang, pin]))
  const totals = new Map(build.languages.map(({ lang, passages, length }) => [lang, { passages, length }]))
  const note = (change: ChangeRecord): void => {
    last = change.number
    unfolded += CHANGE_COUNTS_AS
    for (const pin of change.pins) fixed.set(pin.lang, pin)
    for (const { lang, passages, length, terms } of change.counts ?? []) {
      const total = totals.get(lang) ?? { passages: 0, length: 0 }
      totals.set(lang, { passages: total.passages + passages, length: total.length + length })
      unfolded += terms.length
    }
  }
  for (const change of changes) note(change)
  let pins = new Map(fixed)
  return {
    build: () => ({ ...folded, pins: [...fixed.values()] }),
    last: () => last,
    unfolded: () => unfolded,
    drift: () => driftOf(fixed, totals),
    means: () => meansIn(totals),
    pins: () => pins,
    pin: (means) => {
      for (const pin of means) pins.set(pin.lang, pin)
    },
    unpin: () => {
      pins = new Map(fixed)
    },
    note,
    refold: (next) => {
      folded = next
      unfolded = 0
    },
  }
}
