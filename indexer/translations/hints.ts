/** Keys that documents have by where they are → pairs of translations, of those that have a key in common. */
import type { HintJudge } from './judge-hint.ts'
import type { Signature } from './signature.ts'

/** Two documents, by their places among the signatures. */
export type HintedPair = { first: number; second: number }

/** Documents with keys, by their places among the signatures. */
export type Hints = {
  add: (place: number, keys: readonly string[]) => void
  /** Finds pairs, each document in at most one for each other language. */
  pairs: (signatures: readonly Signature[], options: HintOptions) => Promise<HintedPair[]>
}

/** How to find pairs. */
export type HintOptions = {
  judge: HintJudge
  /** Whether a translation of a document into a language is looked for at all. */
  needs: (place: number, lang: string) => boolean
  /** Waited for now and then, so that others get a turn; may throw to end the work. */
  pause: () => Promise<void>
}

/** A key in more documents than the Union has languages, twice, is an index page that all of them name. */
const MAX_FREQUENCY = 48
const KEYS_A_TURN = 2000

/** No document yet. */
export function createHints(): Hints {
  // A million documents have some three keys each: of those that only one has, just the place is kept.
  const placesOf = new Map<string, number | number[]>()
  return {
    add: (place, keys) => {
      for (const key of keys) {
        const known = placesOf.get(key)
        if (known === undefined) placesOf.set(key, place)
        else if (typeof known === 'number') placesOf.set(key, [known, place])
        else if (known.length <= MAX_FREQUENCY) known.push(place)
      }
    },
    pairs: async (signatures, { judge, needs, pause }) => {
      const langOf = (place: number): string => signatures[place]?.lang ?? 'und'
      const best = new Map<string, HintedPair & { score: number }>()
      let looked = 0
      for (const [key, places] of placesOf) {
        if (typeof places === 'number' || places.length > MAX_FREQUENCY) continue
        looked += 1
        if (looked % KEYS_A_TURN === 0) await pause()
        for (const [index, first] of places.entries()) {
          for (const second of places.slice(index + 1)) {
            if (!needs(first, langOf(second)) || !needs(second, langOf(first))) continue
            const score = judge(first, second, key.charAt(0))
            const pair = `${first} ${second}`
            if (score !== undefined && score > (best.get(pair)?.score ?? 0)) {
              best.set(pair, { first, second, score })
            }
          }
        }
      }
      return bestFirst([...best.values()], langOf)
    },
  }
}

/** Of pairs that exclude each other those that fit better. */
export function bestFirst<Pair extends HintedPair & { score: number }>(
  pairs: readonly Pair[],
  langOf: (place: number) => string,
): Pair[] {
  const taken = new Set<string>()
  const sorted = [...pairs].sort((a, b) => b.score - a.score || a.first - b.first || a.second - b.second)
  return sorted.filter(({ first, second }) => {
    const [one, other] = [`${first} ${langOf(second)}`, `${second} ${langOf(first)}`]
    if (taken.has(one) || taken.has(other)) return false
    taken.add(one).add(other)
    return true
  })
}
