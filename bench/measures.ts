/** Measures of a ranking and of latencies. Pure. Relevance is binary, and the first ten results are what counts. */

/** How many results are looked at. */
export const CUTOFF = 10

/** 1 / rank of the first relevant result; 0 if it is not among the first ten. The mean over queries is MRR@10. */
export function reciprocalRank(found: readonly string[], relevant: ReadonlySet<string>): number {
  const index = found.slice(0, CUTOFF).findIndex((id) => relevant.has(id))
  return index === -1 ? 0 : 1 / (index + 1)
}

/** Share of the relevant that is among the first ten results, 0 to 1. */
export function recall(found: readonly string[], relevant: ReadonlySet<string>): number {
  if (relevant.size === 0) return 0
  return found.slice(0, CUTOFF).filter((id) => relevant.has(id)).length / relevant.size
}

/** Normalized discounted cumulative gain of the first ten results, 0 to 1 (Järvelin and Kekäläinen, 2002). */
export function ndcg(found: readonly string[], relevant: ReadonlySet<string>): number {
  if (relevant.size === 0) return 0
  const discount = (index: number) => 1 / Math.log2(index + 2)
  const gains = found.slice(0, CUTOFF).map((id, index) => (relevant.has(id) ? discount(index) : 0))
  const ideal = Array.from({ length: Math.min(CUTOFF, relevant.size) }, (_, index) => discount(index))
  return sum(gains) / sum(ideal)
}

/** The mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length
}

/**
 * The smallest value that at least `share` of all values do not exceed (nearest rank); 0 of nothing.
 *
 * @param share above 0, up to 1: 0.5 is the median
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** The sum; 0 of nothing. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
