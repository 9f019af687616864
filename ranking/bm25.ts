/**
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009): what a term that occurs so often in a
 * passage of such a length is worth, and how rare it is.
 */

/** BM25's saturation of repeated terms. */
export const K1 = 0.6
/** BM25's normalization by length. */
const B = 0.75

/**
 * The BM25 weight of a term in a passage, before idf: 0 to `K1 + 1`.
 *
 * @param frequency how often the passage has the term; fractions come from weighted alternatives
 * @param length the passage's number of terms
 * @param meanLength the mean of that over the passages of the same language
 */
export function impact(frequency: number, length: number, meanLength: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1 * lengthNorm(length, meanLength))
}

/** What a passage's length divides its frequencies by: 1 for one of mean length, more for longer ones. */
export function lengthNorm(length: number, meanLength: number): number {
  return 1 - B + (B * length) / meanLength
}

/** Inverse document frequency over passages, never negative: ln(1 + (N − n + ½) / (n + ½)). */
export function idf(passages: number, passagesWithTerm: number): number {
  const matching = Math.min(passagesWithTerm, passages)
  return Math.log(1 + (passages - matching + 0.5) / (matching + 0.5))
}
