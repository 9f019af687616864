/** The evidence of a pair that was learned: how often and where both words were seen. Written into lexicons, and read from them. */

/** What was seen. */
export type Seen = {
  /** Pairs of sentences that have both words. */
  times: number
  /** The first of them, by their names. */
  pairs: string
  /** Whether these are not all. */
  areFirst: boolean
}

/** The evidence as lexicons have it, in English. */
export function seenText({ times, pairs, areFirst }: Seen): string {
  if (times === 1) return `seen once, in pair ${pairs}`
  return `seen ${times} times, ${areFirst ? 'first in' : 'in'} pairs ${pairs}`
}

/** What such an evidence says; undefined for any other text. */
export function readSeen(evidence: string): Seen | undefined {
  const [, once, times, first, pairs] =
    /^seen (?:(once), in pair|(\d+) times, (first )?in pairs) (.+)$/s.exec(evidence) ?? []
  if (pairs === undefined) return undefined
  return { times: once === undefined ? Number(times) : 1, pairs, areFirst: first !== undefined }
}
