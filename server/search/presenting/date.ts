/** A date as exact as it is known. Pure. */
import type { DocumentRecord } from '../../../engine/schema.ts'

/** YYYY-MM-DD, YYYY-MM or YYYY; null if undated. */
export function shownDate({
  date,
  datePrecision,
}: Pick<DocumentRecord, 'date' | 'datePrecision'>): string | null {
  if (date === undefined) return null
  const length = { day: 10, month: 7, year: 4 }[datePrecision ?? 'day']
  return new Date(date * 1000).toISOString().slice(0, length)
}
