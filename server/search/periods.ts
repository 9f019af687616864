/** Days, months and years: their first and last days, and counting through them. Pure. */

/** How exact a period is. */
export type Interval = 'year' | 'month' | 'day'

const DAY_MS = 86_400_000
const KEY_LENGTHS: Record<Interval, number> = { year: 4, month: 7, day: 10 }

/** The period of a day: `2024`, `2024-02` or the day itself, `YYYY-MM-DD`. */
export function periodOf(day: string, interval: Interval): string {
  return day.slice(0, KEY_LENGTHS[interval])
}

/** The first day of a period: 2024 → 2024-01-01. `null` if there is no such day. */
export function firstDay(period: string): string | null {
  return existing(`${period}-01-01`.slice(0, 10))
}

/** The last day of a period: 2024-02 → 2024-02-29. `null` if there is no such day. */
export function lastDay(period: string): string | null {
  const first = firstDay(period)
  if (first === null || period.length === KEY_LENGTHS.day) return first
  const date = new Date(`${first}T00:00:00Z`)
  // Day 0 of the month after. Not Date.UTC, which takes the year 50 for 1950.
  date.setUTCMonth(period.length === KEY_LENGTHS.year ? 12 : date.getUTCMonth() + 1, 0)
  return date.toISOString().slice(0, 10)
}

function existing(day: string): string | null {
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : day
}

/** How many periods there are from one to another, both counted; 0 if the last comes before the first or either is empty. */
export function countPeriods(interval: Interval, first: string, last: string): number {
  // Where there is no period at all, there is no number either.
  return Math.max(0, numberOf(interval, last) - numberOf(interval, first) + 1) || 0
}

/** All periods from one to another, in order. */
export function periodsBetween(interval: Interval, first: string, last: string): string[] {
  const from = numberOf(interval, first)
  return Array.from({ length: countPeriods(interval, first, last) }, (_, index) =>
    withNumber(interval, from + index),
  )
}

/** Periods of one interval, numbered without gaps. */
function numberOf(interval: Interval, period: string): number {
  if (interval === 'day') return Date.parse(period) / DAY_MS
  const year = Number(period.slice(0, 4))
  return interval === 'year' ? year : year * 12 + Number(period.slice(5, 7)) - 1
}

function withNumber(interval: Interval, number: number): string {
  if (interval === 'day') return new Date(number * DAY_MS).toISOString().slice(0, 10)
  const year = String(interval === 'year' ? number : Math.floor(number / 12)).padStart(4, '0')
  return interval === 'year' ? year : `${year}-${String((number % 12) + 1).padStart(2, '0')}`
}
