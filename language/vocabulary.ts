/**
 * The words of a vocabulary in alphabetical order, each with what it shares with the one before it: the tree of their
 * beginnings, in one byte a word. Spelling repair walks it.
 */
import type { Steps } from './slices.ts'

/** A word of a vocabulary. `count` is how many passages have it. */
export type VocabularyWord = { form: string; count: number }

/** Words that can be meant; the arrays run in parallel. */
export type Vocabulary = {
  /** By code units. */
  forms: readonly string[]
  counts: Float32Array
  /** Letters that a form has in common with the one before it, counted from the beginning; at most 255. */
  shared: Uint8Array
}

/** Words that are sorted in one step. */
const RUN = 512
/** Words that are looked at between two steps. */
const STRIDE = 256
const MAX_SHARED = 255

/** Prepares words, case and accents folded, for lookups. */
export function* createVocabulary(words: Iterable<VocabularyWord>): Steps<Vocabulary> {
  const given: string[] = []
  const givenCounts: number[] = []
  for (const { form, count } of words) {
    given.push(form)
    givenCounts.push(count)
    if (given.length % STRIDE === 0) yield
  }
  const order = yield* sortedOrder(given)
  const forms: string[] = []
  const counts = new Float32Array(given.length)
  const shared = new Uint8Array(given.length)
  for (const [index, place] of order.entries()) {
    const form = given[place] ?? ''
    shared[index] = sharedBeginning(forms[index - 1] ?? '', form)
    counts[index] = givenCounts[place] ?? 0
    forms.push(form)
    if (index % STRIDE === 0) yield
  }
  return { forms, counts, shared }
}

/** The places of texts in their order: short runs are sorted, then merged two by two. */
function* sortedOrder(texts: readonly string[]): Steps<Uint32Array> {
  const textAt = (place: number | undefined): string => texts[place ?? 0] ?? ''
  let order = Uint32Array.from(texts.keys())
  for (let first = 0; first < order.length; first += RUN) {
    order.subarray(first, first + RUN).sort((a, b) => (textAt(a) < textAt(b) ? -1 : 1))
    yield
  }
  let merged = new Uint32Array(order.length)
  for (let run = RUN; run < order.length; run *= 2) {
    for (let first = 0; first < order.length; first += 2 * run) {
      const middle = Math.min(first + run, order.length)
      const end = Math.min(middle + run, order.length)
      let left = first
      let right = middle
      for (let at = first; at < end; at += 1) {
        const takesLeft = left < middle && (right === end || textAt(order[left]) <= textAt(order[right]))
        merged[at] = order[takesLeft ? left++ : right++] ?? 0
        if (at % STRIDE === 0) yield
      }
    }
    const free = order
    order = merged
    merged = free
  }
  return order
}

function sharedBeginning(a: string, b: string): number {
  const most = Math.min(a.length, b.length, MAX_SHARED)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1
  return length
}
