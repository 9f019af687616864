/**
 * The smallest value that at least `share` of all values do not exceed (nearest rank); 0 of nothing.
 *
 * @param share above 0, up to 1: 0.5 is the median
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
