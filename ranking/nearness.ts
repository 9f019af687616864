/**
 * How near is near: models differ in what they call similar. To one, texts about nothing in common are similar by .1, to
 * another by .75. So what a query is held against is how near it is to a sample of all passages. Pure.
 */

/** With fewer passages there is nothing to tell near from far by. */
const MIN_SAMPLE = 20
/** Similarities that differ by less are the same: a model may see no likeness at all in most passages. */
const MIN_SPREAD = 0.01

/**
 * From which similarity on a passage is nearer to a query than any of `passages` would come to be by chance: as far above
 * the middle of a sample as the largest of so many values of a normal distribution is expected to be at most, √(2 ln n)
 * standard deviations. These are taken between the middle and what 84 % stay below, which the few that are near do not
 * move.
 *
 * @param sample how near some passages are that were taken at random, in any order
 * @returns undefined if the sample is too small to say
 */
export function floorOf(sample: readonly number[], passages: number): number | undefined {
  if (sample.length < MIN_SAMPLE) return undefined
  const sorted = [...sample].sort((a, b) => a - b)
  const middle = quantile(sorted, 0.5)
  const spread = Math.max(quantile(sorted, 0.84) - middle, MIN_SPREAD)
  return middle + Math.sqrt(2 * Math.log(Math.max(passages, sample.length))) * spread
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
