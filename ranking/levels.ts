/**
 * Impact levels: how much a term says about a passage, in few enough steps to be a filter value.
 *
 * A filter engine returns what matches in no useful order. Storing with each term the quantized weight it would
 * have in BM25 lets a filter ask for the best passages first: impact-ordered lists (Anh and Moffat, "Impact
 * transformation", SIGIR 2002; Manning, Raghavan and Schütze, "Introduction to Information Retrieval", ch. 7).
 */

/** Least impact of each level. Finer at the top, where the first page is decided. */
export const LEVEL_FLOORS: readonly number[] = [0, 0.7, 0.9, 1.1, 1.3, 1.45, 1.6, 1.7, 1.8, 1.9, 2.0]

/** The level of an impact: the last one whose floor it reaches. */
export function levelOf(weight: number): number {
  let level = LEVEL_FLOORS.length - 1
  while (level > 0 && weight < (LEVEL_FLOORS[level] ?? 0)) level -= 1
  return level
}
