/**
 * How many of the matching documents were published in each year, month or day. A document counts in the period that
 * its date lies in as a whole, as filters by date have it: one that is dated by its month counts in years and in months,
 * not in days. So a bucket counts what choosing it finds.
 */
import { and } from '../../../engine/filters.ts'
import { UNKNOWN } from '../../../engine/schema.ts'
import { ask, type FacetCounts, type IndexReader, type Matches, matches } from '../../../engine/search.ts'
import { countPeriods, firstDay, type Interval, lastDay, periodOf, periodsBetween } from '../periods.ts'
import type { Filters, SearchRequest } from '../request.ts'
import { documentScope, isDated, periodScope } from './scope.ts'

/** Counts by period. */
export type Histogram = {
  interval: Interval
  /** Oldest first, without gaps, from the first to the last that has a document. */
  buckets: { period: string; count: number }[]
  /** Documents whose date is less exact than the interval. */
  coarse: number
  undated: number
  /** The interval that was asked for and would have given too many buckets. */
  tooFine?: Interval
}

/** More buckets are not given, but for years, which nothing is coarser than. */
const MAX_BUCKETS = 1000
/** `auto` takes the finest interval with no more buckets. */
const MAX_AUTO_BUCKETS = 100
/** Days of so many months are no more than that. */
const MAX_AUTO_MONTHS = 3

/** The fields that tell in which years and months documents were published. */
export const PERIOD_FIELDS = ['year', 'month'] as const
/** First and last days: with the former, those that days are told by. */
const DAY_FIELDS = [...PERIOD_FIELDS, 'date', 'dateEnd']

/**
 * Counts the matching documents by date, whatever the request filters by date.
 *
 * @param known counts of {@link PERIOD_FIELDS} over the matches, where no filter narrows them by date
 * @param matching what a document must fulfill to match, the filters of the request left out
 */
export async function countByDate(
  { interval, filters }: Pick<SearchRequest, 'interval' | 'filters'>,
  known: Matches['facets'],
  matching: string,
  reader: IndexReader,
): Promise<Histogram | undefined> {
  if (interval === undefined) return undefined
  const expression = and([matching, documentScope(filters, 'year')])
  const count = async (fields: readonly string[], within = expression): Promise<Matches['facets']> => {
    const { counts } = await ask(reader, { counts: [matches(reader.indexes, within, { facets: fields })] })
    return counts[0]?.facets ?? {}
  }
  const whole = isDated(filters) ? await count(PERIOD_FIELDS) : known
  if (interval === 'auto') {
    const months = monthsOf(whole)
    if (months > MAX_AUTO_BUCKETS || isMostlyCoarse(histogramOf('month', whole)))
      return histogramOf('year', whole)
    const days = months > MAX_AUTO_MONTHS ? undefined : histogramOf('day', await count(DAY_FIELDS))
    return days === undefined || isMostlyCoarse(days) ? histogramOf('month', whole) : days
  }
  const buckets = countPeriods(interval, ...endsOf(interval, Object.keys(whole.month ?? {})))
  if (interval === 'year' || buckets <= MAX_BUCKETS) {
    return histogramOf(interval, interval === 'day' ? await count(DAY_FIELDS) : whole)
  }
  // Of a longer time the part that the request chooses.
  const chosen = chosenDays(filters, Object.keys(whole.month ?? {}))
  if (chosen !== undefined && countPeriods(interval, ...chosen) <= MAX_BUCKETS) {
    const [from, to] = chosen
    const within = await count(DAY_FIELDS, and([expression, periodScope({ from, to })]))
    return { ...histogramOf(interval, within), undated: whole.year?.[UNKNOWN] ?? 0 }
  }
  const isForMonths = countPeriods('month', ...endsOf('month', Object.keys(whole.month ?? {}))) <= MAX_BUCKETS
  return { ...histogramOf(isForMonths ? 'month' : 'year', whole), tooFine: interval }
}

function histogramOf(
  interval: Interval,
  { year = {}, month = {}, date = {}, dateEnd = {} }: Matches['facets'],
): Histogram {
  const counts = dated({ year, month, day: daysOf(date, dateEnd) }[interval])
  const periods = Object.keys(counts).sort()
  const [first, last] = [periods[0], periods.at(-1)]
  const between = first === undefined || last === undefined ? [] : periodsBetween(interval, first, last)
  return {
    interval,
    buckets: between.map((period) => ({ period, count: counts[period] ?? 0 })),
    coarse: sum(dated(year)) - sum(counts),
    undated: year[UNKNOWN] ?? 0,
  }
}

/**
 * Documents dated by a day, by that day. Others have more than one: their first day is the first of a month, and their
 * last one is not. So on the first of a month those count that end on it, and on all other days those that begin.
 */
function daysOf(date: FacetCounts, dateEnd: FacetCounts): FacetCounts {
  const isFirst = (day: string): boolean => day.endsWith('-01')
  const byDay = (counts: FacetCounts, has: (day: string) => boolean): [string, number][] =>
    Object.entries(counts)
      .map(([seconds, count]): [string, number] => [dayOf(Number(seconds)), count])
      .filter(([day]) => has(day))
  return Object.fromEntries([...byDay(date, (day) => !isFirst(day)), ...byDay(dateEnd, isFirst)])
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10)
}

/** Counts without those of what has no such period. */
function dated({ [UNKNOWN]: _, ...counts }: FacetCounts): FacetCounts {
  return counts
}

function sum(counts: FacetCounts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}

function isMostlyCoarse({ buckets, coarse }: Histogram): boolean {
  return coarse > buckets.reduce((total, { count }) => total + count, 0)
}

/** Months from the first to the last document, those included that years have of which no month is known. */
function monthsOf({ year = {}, month = {} }: Matches['facets']): number {
  const known = new Map<string, number>()
  for (const [period, count] of Object.entries(dated(month))) {
    const of = periodOf(period, 'year')
    known.set(of, (known.get(of) ?? 0) + count)
  }
  const coarse = Object.entries(dated(year)).filter(([of, count]) => count > (known.get(of) ?? 0))
  return countPeriods(
    'month',
    ...endsOf('month', [...Object.keys(month), ...coarse.flatMap(([of]) => [`${of}-01`, `${of}-12`])]),
  )
}

/** The first and the last of some months, as periods of an interval. */
function endsOf(interval: Interval, months: readonly string[]): [first: string, last: string] {
  const sorted = months.filter((month) => month !== UNKNOWN).sort()
  const first = firstDay(sorted[0] ?? '') ?? ''
  const last = lastDay(sorted.at(-1) ?? '') ?? ''
  return [periodOf(first, interval), periodOf(last, interval)]
}

/** The days that a request chooses, its open ends those of the months that there are; undefined if it chooses none. */
function chosenDays(
  { from, to }: Filters,
  months: readonly string[],
): [from: string, to: string] | undefined {
  const [first, last] = endsOf('day', months)
  return from === undefined && to === undefined ? undefined : [from ?? first, to ?? last]
}
