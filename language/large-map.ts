/**
 * A map for the vocabulary of a corpus, in parts: a map that grows is copied, and one of 300,000 words holds up
 * everything else for tens of milliseconds when it is.
 */

/** What a word stands for. */
export type LargeMap<Value> = {
  get: (word: string) => Value | undefined
  set: (word: string, value: Value) => void
  /** All values, in no order. */
  values: () => Iterable<Value>
}

/** A power of two. */
const PARTS = 64

/** An empty map. */
export function createLargeMap<Value>(): LargeMap<Value> {
  const parts = Array.from({ length: PARTS }, () => new Map<string, Value>())
  const partOf = (word: string) => parts[placeOf(word)] as Map<string, Value>
  return {
    get: (word) => partOf(word).get(word),
    set: (word, value) => {
      partOf(word).set(word, value)
    },
    values: function* () {
      for (const part of parts) yield* part.values()
    },
  }
}

/** Letters from both ends: words of one language begin and end alike, but seldom both. */
function placeOf(word: string): number {
  const { length } = word
  const ends = length === 0 ? 0 : word.charCodeAt(0) * 31 + word.charCodeAt(length - 1)
  const inner = length < 4 ? 0 : word.charCodeAt(2) * 7 + word.charCodeAt(length - 3) * 3
  return (ends + inner + length) & (PARTS - 1)
}
