/**
 * Words of a date, Italian or English → a date as exact as they are. Knows nothing of where the words stand.
 */
import { en, it } from 'chrono-node'
import type { PublicationDate } from '../document.ts'

/**
 * A date and where its words stand in the text that was looked at. Offsets in UTF-16 code units, `end`
 * exclusive.
 */
export type FoundDate = PublicationDate & { start: number; end: number }

const YEAR_FIRST = /(?<!\d)(\d{4})([-/._])(\d{1,2})\2(\d{1,2})(?!\d)/
const YEAR_LAST = /(?<!\d)(\d{1,2})([-/._])(\d{1,2})\2(\d{4})(?!\d)/
const SHORT_YEAR_LAST = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{2})(?![\d/.-])/
const COMPACT = /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/
const YEAR_MONTH = /(?<![\d/.-])(\d{4})[-/](\d{1,2})(?![\d/.-])/
const MONTH_YEAR = /(?<![\d/.-])(\d{1,2})[-/](\d{4})(?![\d/.-])/
const YEAR = /(?<![\d/.-])(\d{4})(?![\d/.-])/

/**
 * chrono-node completes what is missing from a reference; a fixed one, because what it completes is not used.
 */
const REFERENCE = new Date(2000, 0, 1)

/** Years of two figures: 51 to 99 are of the 20th century, as chrono-node has it, too. */
const LAST_SHORT_YEAR_OF_2000 = 50

/**
 * The first date in a text, or null. Dates in words, and in figures with a day, come before those that are
 * bare figures (`20230703`, `2023`), wherever these stand.
 *
 * Figures are read in European order (`03/07/2023` is 3 July), in American order only where no month fits.
 * Never completes a year: "12 maggio" is no date, nor is 31.02.2023, nor "ieri".
 *
 * @param options.allowShort Also reads "3.7.23", "2023-07" and "2023": where it is sure that a date is meant.
 */
export function findDate(text: string, options: { allowShort?: boolean } = {}): FoundDate | null {
  const short = options.allowShort === true
  const inFull = [
    fromFigures(text, YEAR_FIRST, ([, year, , month, day]) => dayOf(year, month, day)),
    fromFigures(
      text,
      YEAR_LAST,
      ([, day, , month, year]) => dayOf(year, month, day) ?? dayOf(year, day, month),
    ),
    short
      ? fromFigures(text, SHORT_YEAR_LAST, ([, day, , month, year]) => dayOf(fullYear(year), month, day))
      : null,
    ...fromWords(text),
  ].filter((date) => date !== null)
  if (inFull.length > 0) return firstOf(inFull)
  const found = [
    fromFigures(text, COMPACT, ([, year, month, day]) => dayOf(year, month, day)),
    short ? fromFigures(text, YEAR_MONTH, ([, year, month]) => monthOf(year, month)) : null,
    short ? fromFigures(text, MONTH_YEAR, ([, month, year]) => monthOf(year, month)) : null,
    short ? fromFigures(text, YEAR, ([, year]) => yearOf(year)) : null,
  ]
  return found.find((date) => date !== null) ?? null
}

/** The date that begins first; of those that share words with it, the one of most words. */
function firstOf(dates: readonly FoundDate[]): FoundDate {
  const first = dates.reduce((a, b) => (b.start < a.start ? b : a))
  return dates
    .filter(({ start }) => start < first.end)
    .reduce((a, b) => (b.words.length > a.words.length ? b : a), first)
}

function fullYear(short: string | undefined): string {
  return `${Number(short) <= LAST_SHORT_YEAR_OF_2000 ? '20' : '19'}${short}`
}

type DateValue = Pick<PublicationDate, 'value' | 'precision'>

function fromFigures(
  text: string,
  pattern: RegExp,
  read: (groups: RegExpExecArray) => DateValue | null,
): FoundDate | null {
  const match = pattern.exec(text)
  const value = match === null ? null : read(match)
  if (match === null || value === null) return null
  return { ...value, words: match[0], start: match.index, end: match.index + match[0].length }
}

/** With names of months in both languages: of two that overlap, the longer is in the language of the text. */
function fromWords(text: string): FoundDate[] {
  return (
    [it, en]
      .flatMap((locale) => locale.parse(text, REFERENCE))
      .filter(({ start, end }) => start.isCertain('month') && end == null)
      // "Next week" has a year too, completed from the reference; and figures alone have been read above.
      .filter(({ start, text: words }) => /\p{L}{3}/u.test(words) && namesYear(words, start.get('year') ?? 0))
      .flatMap(({ start, index, text: words }) => {
        const [year, month, day] = (['year', 'month', 'day'] as const).map((unit) => String(start.get(unit)))
        const value = start.isCertain('day') ? dayOf(year, month, day) : monthOf(year, month)
        return value === null ? [] : [{ ...value, words, start: index, end: index + words.length }]
      })
  )
}

function namesYear(words: string, year: number): boolean {
  return new RegExp(`(?<!\\d)(?:${year}|${String(year).slice(-2)})(?!\\d)`).test(words)
}

function yearOf(year: string | undefined): DateValue | null {
  const number = Number(year)
  return number >= 1400 && number < 2200 ? { value: String(number), precision: 'year' } : null
}

function monthOf(year: string | undefined, month: string | undefined): DateValue | null {
  const number = Number(month)
  if (yearOf(year) === null || !(number >= 1 && number <= 12)) return null
  return { value: `${year}-${String(number).padStart(2, '0')}`, precision: 'month' }
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): DateValue | null {
  const ofMonth = monthOf(year, month)
  const value = `${ofMonth?.value}-${String(Number(day)).padStart(2, '0')}`
  // Date rolls 31 February over to March: then it does not read back.
  const date = new Date(`${value}T00:00:00Z`)
  if (ofMonth === null || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value)
    return null
  return { value, precision: 'day' }
}
