/**
 * Impact levels: how much a term says about a passage, in few enough steps to be a filter value.
 *
 * A filter engine returns what matches in no useful order. Storing with each term the quantized weight it would
 * have in BM25 lets a filter ask for the best passages first: impact-ordered lists (Anh and Moffat, "Impact
 * transformation", SIGIR 2002; Manning, Raghavan and Schütze, "Introduction to Information Retrieval", ch. 7).
 */

/** Least impact of each level. Finer at the top, where the first page is decided. */
export const LEVEL_FLOORS: readonly number[] = [0, 0.77, 0.93, 1.07, 1.19, 1.27, 1.35, 1.4, 1.44, 1.48, 1.52]

/** The level of an impact: the last one whose floor it reaches. */
export function levelOf(weight: number): number {
  let level = LEVEL_FLOORS.length - 1
  while (level > 0 && weight < (LEVEL_FLOORS[level] ?? 0)) level -= 1
  return level
}
