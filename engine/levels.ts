/**
 * Impact levels: how much a term says about a passage, in few enough steps to be a filter value.
 *
 * A filter engine returns what matches in no useful order. Storing with each term the quantized weight it would
 * have in BM25 lets a filter ask for the best passages first: impact-ordered lists (Anh and Moffat, "Impact
 * transformation", SIGIR 2002; Manning, Raghavan and Schütze, "Introduction to Information Retrieval", ch. 7).
 */

/** BM25's saturation of repeated terms. */
export const K1 = 1.2
/** BM25's normalization by length. */
export const B = 0.75

/**
 * The BM25 weight of a term in a passage, before idf: 0 to `K1 + 1`.
 *
 * @param frequency how often the passage has the term; fractions come from weighted alternatives
 * @param length the passage's number of terms
 * @param meanLength the mean of that over the passages of the same language
 */
export function impact(frequency: number, length: number, meanLength: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length) / meanLength))
}

/** Least impact of each level. Finer at the top, where the first page is decided. */
export const LEVEL_FLOORS: readonly number[] = [0, 0.7, 0.9, 1.1, 1.3, 1.45, 1.6, 1.7, 1.8, 1.9, 2.0]

/** The level of an impact: the last one whose floor it reaches. */
export function levelOf(weight: number): number {
  let level = LEVEL_FLOORS.length - 1
  while (level > 0 && weight < (LEVEL_FLOORS[level] ?? 0)) level -= 1
  return level
}

/** How a term of a language is named in `tok` of the documents index. */
export function token(lang: string, term: string): string {
  return `${lang}:${term}`
}

/** How a term of a language at a level is named in `tok` of the passages index. */
export function levelToken(lang: string, term: string, level: number): string {
  return `${lang}:${term}/${level}`
}
