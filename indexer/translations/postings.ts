/** Which documents have a mark: all marks of all signatures in one sorted array. */
import type { Steps } from '../../language/slices.ts'
import type { Signature } from './signature.ts'

/** The documents that have a mark, by their places among the signatures. */
export type Postings = {
  /** Number of documents that have it. */
  frequency: (mark: number) => number
  /** Whether documents of this language have it, as far as a look at some of them shows. */
  isIn: (mark: number, lang: string) => boolean
  /** Calls back for each other document that a document shares a mark of at most `maxFrequency` documents with. */
  forEachSharing: (place: number, visit: (other: number, frequency: number) => void) => void
}

/** Most signatures that postings can be made of: hash and place share the 53 bits of a number, 31 and 22. */
const MAX_SIGNATURES = 2 ** 22
const MAX_LOOKS = 32

/** Collects who has what. A service does it while it answers searches. */
export function* createPostings(signatures: readonly Signature[], maxFrequency: number): Steps<Postings> {
  const entries = yield* sortedEntries(signatures)
  const placeAt = (index: number): number => (entries[index] ?? 0) % MAX_SIGNATURES
  const rare = yield* rareRanges(entries, signatures, maxFrequency)

  const begin = (value: number): number => {
    let [low, high] = [0, entries.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((entries[middle] ?? 0) < value) low = middle + 1
      else high = middle
    }
    return low
  }
  const rangeOf = (mark: number) =>
    [begin(mark * MAX_SIGNATURES), begin((mark + 1) * MAX_SIGNATURES)] as const
  return {
    frequency: (mark) => {
      const [from, to] = rangeOf(mark)
      return to - from
    },
    isIn: (mark, lang) => {
      const [from, to] = rangeOf(mark)
      const step = Math.max(1, Math.floor((to - from) / MAX_LOOKS))
      for (let index = from; index < to; index += step) {
        if (signatures[placeAt(index)]?.lang === lang) return true
      }
      return false
    },
    forEachSharing: (place, visit) => {
      for (let range = rare.firstOf[place] ?? 0; range < (rare.firstOf[place + 1] ?? 0); range += 1) {
        const from = rare.beginnings[range] ?? 0
        const to = from + (rare.lengths[range] ?? 0)
        for (let index = from; index < to; index += 1) {
          const other = placeAt(index)
          if (other !== place) visit(other, to - from)
        }
      }
    },
  }
}

/** Looked at in one go: a millisecond or two, sorting included. */
const ENTRIES_A_STEP = 1 << 14
/** Marks looked at for each range, to see where the ranges should begin. */
const LOOKS_A_RANGE = 16

/**
 * All entries in order. They are put into ranges of marks first, which are sorted one by one: sorting them all in one go
 * takes a tenth of a second a million.
 */
function* sortedEntries(signatures: readonly Signature[]): Steps<Float64Array> {
  let size = 0
  for (const { numbers, names, sequences } of signatures)
    size += numbers.length + names.length + sequences.length
  const eachMark = function* (visit: (mark: number, place: number) => void): Steps<void> {
    for (const [place, { numbers, names, sequences }] of signatures.entries()) {
      yield
      for (const marks of [numbers, names, sequences]) for (const mark of marks) visit(mark, place)
    }
  }
  const ranges = Math.ceil(size / ENTRIES_A_STEP)
  const looked: number[] = []
  let passed = 0
  yield* eachMark((mark) => {
    if (passed * ranges * LOOKS_A_RANGE >= looked.length * size) looked.push(mark)
    passed += 1
  })
  const firstMarks = Float64Array.from(looked)
    .sort()
    .filter((_, index) => index % LOOKS_A_RANGE === 0)
  const rangeOf = (mark: number): number => {
    let [low, high] = [0, firstMarks.length]
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (mark < (firstMarks[middle] as number)) high = middle
      else low = middle
    }
    return low
  }
  /** Where each range begins among the entries; the last one is where they end. */
  const begins = new Float64Array(firstMarks.length + 1)
  yield* eachMark((mark) => {
    const behind = rangeOf(mark) + 1
    begins[behind] = (begins[behind] ?? 0) + 1
  })
  for (let range = 0; range < firstMarks.length; range += 1)
    begins[range + 1] = (begins[range + 1] ?? 0) + (begins[range] ?? 0)
  const next = begins.slice()
  const entries = new Float64Array(size)
  yield* eachMark((mark, place) => {
    const range = rangeOf(mark)
    const at = next[range] ?? 0
    next[range] = at + 1
    entries[at] = mark * MAX_SIGNATURES + place
  })
  for (let range = 0; range < firstMarks.length; range += 1) {
    yield
    entries.subarray(begins[range], begins[range + 1]).sort()
  }
  return entries
}

/**
 * For each document, where among the entries those of its rare marks are: marks that some other documents have, not too
 * many, and not all in one language.
 */
function* rareRanges(
  entries: Float64Array,
  signatures: readonly Signature[],
  maxFrequency: number,
): Steps<{ firstOf: Uint32Array; beginnings: Uint32Array; lengths: Uint8Array }> {
  const firstOf = new Uint32Array(signatures.length + 1)
  const eachRange = function* (visit: (place: number, from: number, length: number) => void): Steps<void> {
    for (let from = 0, to = 0, step = 0; from < entries.length; from = to) {
      if (from >= step) {
        step = from + ENTRIES_A_STEP / 8
        yield
      }
      const mark = Math.floor((entries[from] ?? 0) / MAX_SIGNATURES)
      const end = (mark + 1) * MAX_SIGNATURES
      while (to < entries.length && (entries[to] ?? 0) < end) to += 1
      if (to - from < 2 || to - from > maxFrequency) continue
      const places = Array.from(entries.subarray(from, to), (entry) => entry % MAX_SIGNATURES)
      const lang = signatures[places[0] ?? 0]?.lang
      if (places.every((place) => signatures[place]?.lang === lang)) continue
      for (const place of places) visit(place, from, to - from)
    }
  }
  yield* eachRange((place) => {
    firstOf[place + 1] = (firstOf[place + 1] ?? 0) + 1
  })
  for (let place = 0; place < signatures.length; place += 1) {
    firstOf[place + 1] = (firstOf[place + 1] ?? 0) + (firstOf[place] ?? 0)
  }
  const next = firstOf.slice()
  const beginnings = new Uint32Array(firstOf.at(-1) ?? 0)
  const lengths = new Uint8Array(beginnings.length)
  yield* eachRange((place, from, length) => {
    const at = next[place] ?? 0
    next[place] = at + 1
    beginnings[at] = from
    lengths[at] = length
  })
  return { firstOf, beginnings, lengths }
}
