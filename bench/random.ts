/** Random choices that are the same in every run with the same seed. */

/** Random choices, one after another. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number
  /** A whole number from 0 up to, not including, `limit`. */
  below: (limit: number) => number
  /** One of a list that is not empty. */
  pick: <T>(list: readonly T[]) => T
  /** Up to `count` different ones of a list, in no order. */
  sample: <T>(list: readonly T[], count: number) => T[]
}

/** xorshift with 32 bits (Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8, 2003). */
export function createRandom(seed: number): Random {
  // Zero would stay zero; small seeds are spread over all bits.
  let state = Math.imul(seed + 1, 0x9e3779b1) || 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    sample: (list, count) => {
      const rest = [...list]
      const size = Math.min(count, rest.length)
      return Array.from(
        { length: size },
        () => rest.splice(below(rest.length), 1)[0] as (typeof rest)[number],
      )
    },
  }
}
