/** The allowed word that somebody probably meant. */
import { closest, distance } from 'fastest-levenshtein'

/** The candidate spelled most like `word`; `undefined` if none is within half of its letters. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const typed = word.slice(0, 64).toLowerCase()
  const best = closest(typed, candidates)
  return distance(typed, best) <= Math.max(1, Math.floor(best.length / 2)) ? best : undefined
}
