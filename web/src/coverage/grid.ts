/** Topics by time, in two languages, as a table shows them. Pure. */
import type { CoverageResponse, TimelineResponse } from '@bifora/client'

/** The languages that are compared, in the order of the two lights. */
export const SIDES = ['it', 'en'] as const
/** One of them. */
export type Side = (typeof SIDES)[number]
/** Documents in each language. */
export type Counts = Record<Side, number>

/** A topic in all periods. */
export type Row = {
  id: string
  label: string
  documents: Counts
  /** In the order of the periods. */
  cells: Counts[]
  /** Documents whose month is not known: they stand in no period. */
  monthUnknown: Counts
}

/** The table; `most` is the largest count of a cell, 0 if there is none. */
export type Grid = { interval: 'month' | 'year'; periods: string[]; rows: Row[]; most: number }

/** Longer than this, years are shown instead of months. */
const MAX_MONTHS = 24

/**
 * The table of a timeline by months. It reaches from the first month with documents to the last, or over all that was asked
 * for where that is no longer than two years.
 */
export function gridOf(
  { topics }: Pick<TimelineResponse, 'topics'>,
  { from, to }: { from?: string | undefined; to?: string | undefined } = {},
): Grid {
  const months = topics
    .flatMap(({ languages }) => languages.flatMap(({ periods }) => periods))
    .map(({ period }) => period)
  const asked = from !== undefined && to !== undefined ? monthsBetween(firstMonth(from), lastMonth(to)) : []
  const [first, last] = [months.reduce(least, '9999'), months.reduce(greatest, '')]
  const all =
    asked.length > 0 && asked.length <= MAX_MONTHS
      ? asked
      : months.length > 0
        ? monthsBetween(first, last)
        : []
  const interval = all.length > MAX_MONTHS ? 'year' : 'month'
  const periods = interval === 'year' ? [...new Set(all.map(yearOf))] : all
  const rows = topics.map((topic) => rowOf(topic, periods))
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.flatMap(({ it, en }) => [it, en])))
  return { interval, periods, rows, most }
}

function rowOf(
  { id, label, languages }: TimelineResponse['topics'][number],
  periods: readonly string[],
): Row {
  const none = (): Counts => ({ it: 0, en: 0 })
  const row: Row = { id, label, documents: none(), cells: periods.map(none), monthUnknown: none() }
  const length = periods[0]?.length ?? 0
  for (const { lang, documents, undated, periods: counted } of languages) {
    if (!isSide(lang)) continue
    row.documents[lang] = documents
    row.monthUnknown[lang] = undated
    for (const { period, documents } of counted) {
      const cell = row.cells[periods.indexOf(period.slice(0, length))]
      if (cell !== undefined) cell[lang] += documents
    }
  }
  return row
}

/** Whether a language is one of the two. */
export function isSide(lang: string): lang is Side {
  return (SIDES as readonly string[]).includes(lang)
}

/** The other language. */
export function otherSide(side: Side): Side {
  return side === 'it' ? 'en' : 'it'
}

/** How high a light stands for a count, 0 to 1: by its logarithm, so that one beside a thousand can be seen. */
export function height(count: number, most: number): number {
  if (count === 0 || most === 0) return 0
  return 0.2 + (0.8 * Math.log(count + 1)) / Math.log(most + 1)
}

/** Orders of topics. */
export const ORDERS = ['documents', 'difference', 'onlyOne', 'name'] as const
/** One of them: most documents, largest difference between the languages, most months in one language only, by name. */
export type Order = (typeof ORDERS)[number]

type Comparable = { id: string; label: string; documents: Counts }

/** Topics in an order; `onlyIn` says in how many months only one language has documents of a topic. */
export function ordered<T extends Comparable>(
  topics: readonly T[],
  order: Order,
  onlyIn: (id: string) => number,
): T[] {
  const total = ({ documents }: T): number => documents.it + documents.en
  const difference = ({ documents }: T): number => Math.abs(documents.it - documents.en)
  const byName = (a: T, b: T): number => a.label.localeCompare(b.label)
  const compare: Record<Order, (a: T, b: T) => number> = {
    documents: (a, b) => total(b) - total(a),
    difference: (a, b) => difference(b) - difference(a) || total(b) - total(a),
    onlyOne: (a, b) => onlyIn(b.id) - onlyIn(a.id) || total(b) - total(a),
    name: byName,
  }
  return [...topics].sort((a, b) => compare[order](a, b) || byName(a, b))
}

/** Which language reported first: `together` if their dates are the same as far as both are known; undefined if unknown. */
export type Lead = { lang: Side; days: number | undefined } | 'together' | undefined

/** Compares the first documents of a topic. Days are known where both dates are days. */
export function leadOf({ languages }: Pick<CoverageResponse['topics'][number], 'languages'>): Lead {
  const dateIn = (side: Side): string | null =>
    languages.find(({ lang }) => lang === side)?.first?.date ?? null
  const [it, en] = [dateIn('it'), dateIn('en')]
  if (it === null && en === null) return undefined
  if (it === null || en === null) return { lang: it === null ? 'en' : 'it', days: undefined }
  const length = Math.min(it.length, en.length)
  const [a, b] = [it.slice(0, length), en.slice(0, length)]
  if (a === b) return 'together'
  const days = length === 10 ? Math.abs(Date.parse(it) - Date.parse(en)) / 86_400_000 : undefined
  return { lang: a < b ? 'it' : 'en', days }
}

function monthsBetween(first: string, last: string): string[] {
  const index = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  const count = index(last) - index(first) + 1
  // Longer than any life: a date that is a mistake must not make a table of a million columns.
  return Array.from({ length: Math.max(0, Math.min(count, 12 * 400)) }, (_, offset) => {
    const month = index(first) + offset
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

const firstMonth = (date: string): string => (date.length === 4 ? `${date}-01` : date.slice(0, 7))
const lastMonth = (date: string): string => (date.length === 4 ? `${date}-12` : date.slice(0, 7))
const yearOf = (month: string): string => month.slice(0, 4)
const least = (a: string, b: string): string => (b < a ? b : a)
const greatest = (a: string, b: string): string => (b > a ? b : a)
