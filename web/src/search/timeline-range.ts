/** What a stretch of the timeline stands for. */
import type { SearchResponse } from '@bifora/client'

/** The course of a search over time. */
export type Histogram = NonNullable<SearchResponse['histogram']>

/** A period, as the parameters `from` and `to` take it: days. */
export type Period = { from: string; to: string }

/**
 * The bucket at a place of the drawing.
 *
 * @param share from its left (0) to its right edge (1); beyond is the first or the last bucket
 * @param count how many there are, at least one
 */
export function bucketAt(share: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor(share * count)))
}

/** The period from one bucket to another, whichever comes first. */
export function periodOf(buckets: Histogram['buckets'], one: number, other: number): Period | undefined {
  const first = buckets[Math.min(one, other)]
  const last = buckets[Math.max(one, other)]
  return first && last && { from: first.from, to: last.to }
}

/** A period as short as it can be said: whole years as YYYY, whole months as YYYY-MM. */
export function shortened({ from, to }: Period): Period {
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return { from: from.slice(0, 4), to: to.slice(0, 4) }
  if (from.endsWith('-01') && isLastOfMonth(to)) return { from: from.slice(0, 7), to: to.slice(0, 7) }
  return { from, to }
}

function isLastOfMonth(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.getUTCDate() === 1
}
