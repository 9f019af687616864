/** Measures of a ranking. Pure. Relevance is binary; only the results up to a cutoff count. */

/** How many results count if nothing else is said: a first page. */
export const CUTOFF = 10

/** 1 / rank of the first relevant result; 0 if none of the first `cutoff` is. Its mean over queries is MRR. */
export function reciprocalRank(
  found: readonly string[],
  relevant: ReadonlySet<string>,
  cutoff = CUTOFF,
): number {
  const index = found.slice(0, cutoff).findIndex((id) => relevant.has(id))
  return index === -1 ? 0 : 1 / (index + 1)
}

/** Share of what is relevant that is among the first `cutoff` results, 0 to 1. */
export function recall(found: readonly string[], relevant: ReadonlySet<string>, cutoff = CUTOFF): number {
  if (relevant.size === 0) return 0
  return found.slice(0, cutoff).filter((id) => relevant.has(id)).length / relevant.size
}

/** Normalized discounted cumulative gain of the first `cutoff` results, 0 to 1 (Järvelin and Kekäläinen, 2002). */
export function ndcg(found: readonly string[], relevant: ReadonlySet<string>, cutoff = CUTOFF): number {
  if (relevant.size === 0) return 0
  const discount = (index: number): number => 1 / Math.log2(index + 2)
  const gains = found.slice(0, cutoff).map((id, index) => (relevant.has(id) ? discount(index) : 0))
  const ideal = Array.from({ length: Math.min(cutoff, relevant.size) }, (_, index) => discount(index))
  return sum(gains) / sum(ideal)
}

/** The mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length
}

/** The sum; 0 of nothing. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
