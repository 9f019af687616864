/**
 * Words and figures of a date, Italian or English → dates as exact as they are. Knows nothing of where they stand.
 */
import type { PublicationDate } from '../document.ts'
import { MONTH, monthNumber } from './date-months.ts'

/** A date as exact as its words. */
export type DateValue = Pick<PublicationDate, 'value' | 'precision'>

/**
 * A date and where its words stand in the text that was looked at. Offsets in UTF-16 code units, `end` exclusive.
 */
export type FoundDate = DateValue & {
  words: string
  start: number
  end: number
  /** Whether it is the first day of several: "13-16 novembre 2023". */
  isRange: boolean
  /** Whether it is written in figures alone. */
  isFigures: boolean
}

/** How dates are read. */
export type DateOptions = {
  /** Also reads "3.7.23", "2023-07", "20230703" and "2023": where it is sure that a date is meant. Default false. */
  allowShort?: boolean
  /** Whether 12/05/2022 is 5 December, asked where both may be. Default: it is not. */
  isMonthFirst?: () => boolean
  /** The year of a day and month that has none, if something says so. Default: nothing does. */
  yearOf?: (month: number, day: number) => number | null
}

/** Years of two figures: 51 to 99 are of the 20th century. */
const LAST_SHORT_YEAR_OF_2000 = 50

const DAY = '(?:primo|[0-3]?\\d)(?!\\d)(?:°|º|ª|st|nd|rd|th)?'
/** No part of a longer number, code or word. */
const NOT_INSIDE = '(?<![\\p{L}\\p{N}_]|\\d[.,:/-])'
const NOT_GOING_ON = '(?![\\p{L}\\p{N}]|[.,:/-]\\d)'
const TO = "\\s*(?:[-–—/&]|\\s(?:al|all['’]|e|ed|and|to)\\s)\\s*(?:il\\s+|l['’]|the\\s+)?"
const YEAR = "(?<year>\\d{4}|['’]?\\d{2})"

/** Dates in words; `year` is missing where they have none. */
const IN_WORDS: readonly RegExp[] = [
  // 3 luglio 2023, 3rd of July 2023, 3-lug-2023, 30 ottobre - 2 novembre 2023
  `${NOT_INSIDE}(?:(?<first>${DAY})(?:\\s+(?<firstMonth>${MONTH}))?${TO})?(?<day>${DAY})(?:\\s+(?:of|di)\\s+|\\s*[-–./]\\s*|\\s*)(?<month>${MONTH})(?!\\p{L})\\.?(?:(?:,?\\s+(?:of\\s+|del\\s+|dell['’]anno\\s+)?|\\s*[-–./,]\\s*)${YEAR}${NOT_GOING_ON})?`,
  // July 3, 2023; July the 3rd, 2023; July 3-5, 2023
  `(?<![\\p{L}\\p{N}])(?<month>${MONTH})(?!\\p{L})\\.?[\\s-]+(?:the\\s+)?(?<day>[0-3]?\\d)(?![\\d:])(?:st|nd|rd|th)?(?<last>\\s*[-–—]\\s*[0-3]?\\d(?!\\d)(?:st|nd|rd|th)?)?(?:(?:,\\s*|\\s+|-)(?<year>\\d{4})${NOT_GOING_ON})?`,
  // 2023 July 3, 2023-Jul-03
  `${NOT_INSIDE}(?<year>\\d{4})[-\\s./](?<month>${MONTH})(?!\\p{L})\\.?[-\\s./](?<day>[0-3]?\\d)${NOT_GOING_ON}`,
  // luglio 2023, July-August 2023
  `(?<![\\p{L}\\p{N}]|\\d(?:°|º|st|nd|rd|th)?[\\s./-]+(?:of\\s+)?)(?<month>${MONTH})(?!\\p{L})\\.?(?<last>\\s*[-–—/]\\s*(?:${MONTH})\\.?)?(?:,?\\s+(?:of\\s+|del\\s+)?|[-/_])(?<year>\\d{4})${NOT_GOING_ON}`,
].map((source) => new RegExp(source, 'giu'))

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

const YEAR_FIRST = /(?<!\d|\d[-/._])(\d{4})([-/._])(\d{1,2})\2(\d{1,2})(?!\d|\2\d)/g
const YEAR_LAST = /(?<!\d|\d[-/._])(\d{1,2})\s?([-/._])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d|\2\d)/g
const ROMAN_MONTH = /(?<!\d|\d\.)(\d{1,2})[.\s]([IVX]{1,4})[.\s](\d{4})(?!\d)/g
const SHORT_YEAR_LAST = /(?<!\d|\d[-/.])(\d{1,2})([-/.])(\d{1,2})\2(\d{2})(?![\d/.-])/g
const COMPACT = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/g
const YEAR_MONTH = /(?<!\d|\d[/.-])(\d{4})[-/_.](\d{1,2})(?!\d|[/.-]\d)/g
const MONTH_YEAR = /(?<!\d|\d[/.-])(\d{1,2})[-/.](\d{4})(?!\d|[/.-]\d)/g
const YEAR_ALONE = /(?<!\d|\d[/.-])(\d{4})(?!\d|[/.-]\d)/g
/** "Q2 2023" is neither a month nor a whole year. */
const QUARTER = /(?:\bQ[1-4]|trimestre|semestre|quarter|H[12])[\s,/-]*(?:(?:of|del)\s+)?$/i

/**
 * The dates of a text in its order; of those that share words, the one that begins first, and of these the longest.
 *
 * Figures are read in European order (`03/07/2023` is 3 July), in American order where no month fits or
 * `isMonthFirst` says so. Without `yearOf` no year is completed: "12 maggio" is no date, nor is 31.02.2023.
 */
export function datesIn(text: string, options: DateOptions = {}): FoundDate[] {
  if (!/\d/.test(text)) return []
  const short = options.allowShort === true
  const found = [
    ...inWords(text, options),
    ...figures(text, YEAR_FIRST, ([, year, , month, day]) => dayOf(year, month, day)),
    ...figures(text, YEAR_LAST, ([, a, , b, year]) => inEitherOrder(a, b, year, options)),
    ...figures(text, ROMAN_MONTH, ([, day, month, year]) => dayOf(year, ROMAN.indexOf(month ?? '') + 1, day)),
  ]
  if (short) {
    found.push(
      ...figures(text, SHORT_YEAR_LAST, ([, a, , b, year]) => inEitherOrder(a, b, fullYear(year), options)),
      ...figures(text, COMPACT, ([, year, month, day]) => dayOf(year, month, day)),
      ...figures(text, YEAR_MONTH, ([, year, month]) => monthOf(year, month)),
      ...figures(text, MONTH_YEAR, ([, month, year]) => monthOf(year, month)),
      ...[...figures(text, YEAR_ALONE, ([, year]) => yearOf(year))].filter(
        ({ start }) => !QUARTER.test(text.slice(0, start)),
      ),
    )
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return found.filter((date) => {
    if (date.start < end) return false
    end = date.end
    return true
  })
}

/** The first date of a text that has a day, else of a month, else of a year; null if there is none. */
export function findDate(text: string, options: DateOptions = {}): FoundDate | null {
  const dates = datesIn(text, options)
  const exactest = (['day', 'month', 'year'] as const).map((unit) =>
    dates.find(({ precision }) => precision === unit),
  )
  return exactest.find((date) => date !== undefined) ?? null
}

function* figures(
  text: string,
  pattern: RegExp,
  read: (groups: RegExpExecArray) => DateValue | null,
): Generator<FoundDate> {
  for (const match of text.matchAll(pattern)) {
    const value = read(match)
    if (value === null) continue
    const end = match.index + match[0].length
    yield { ...value, words: match[0], start: match.index, end, isRange: false, isFigures: true }
  }
}

function* inWords(text: string, { allowShort, yearOf: completed }: DateOptions): Generator<FoundDate> {
  for (const pattern of IN_WORDS) {
    for (const match of text.matchAll(pattern)) {
      const { first, firstMonth, day: only, month = '', last, year: written } = match.groups ?? {}
      const isShortYear = written !== undefined && written.length < 4
      // "3 luglio 23" may be followed by anything.
      const hasYear = written !== undefined && (!isShortYear || allowShort === true || written.length === 3)
      const day = dayNumber(first ?? only)
      const number = monthNumber(firstMonth ?? month)
      if (only !== undefined && !hasYear && completed === undefined) continue
      const year = hasYear
        ? isShortYear
          ? fullYear(written.slice(-2))
          : written
        : (completed?.(number, day) ?? undefined)
      const value = only === undefined ? monthOf(year, number) : dayOf(year, number, day)
      if (value === null) continue
      const words = hasYear || written === undefined ? match[0] : match[0].slice(0, -written.length)
      const trimmed = words.replace(/[\s,./-]+$/, '')
      yield {
        ...value,
        words: trimmed,
        start: match.index,
        end: match.index + trimmed.length,
        isRange: first !== undefined || last !== undefined,
        isFigures: false,
      }
    }
  }
}

function dayNumber(written: string | undefined): number {
  return /^primo/i.test(written ?? '') ? 1 : Number.parseInt(written ?? '', 10)
}

function inEitherOrder(
  a: string | undefined,
  b: string | undefined,
  year: string | undefined,
  { isMonthFirst }: DateOptions,
): DateValue | null {
  const [european, american] = [dayOf(year, b, a), dayOf(year, a, b)]
  if (european === null || american === null || european.value === american.value) return european ?? american
  return isMonthFirst?.() === true ? american : european
}

function fullYear(short: string | undefined): string {
  return `${Number(short) <= LAST_SHORT_YEAR_OF_2000 ? '20' : '19'}${short}`
}

type Figures = string | number | undefined

function yearOf(year: Figures): DateValue | null {
  const number = Number(year)
  return number >= 1400 && number < 2200 ? { value: String(number), precision: 'year' } : null
}

function monthOf(year: Figures, month: Figures): DateValue | null {
  const number = Number(month)
  if (yearOf(year) === null || !(number >= 1 && number <= 12)) return null
  return { value: `${year}-${String(number).padStart(2, '0')}`, precision: 'month' }
}

function dayOf(year: Figures, month: Figures, day: Figures): DateValue | null {
  const ofMonth = monthOf(year, month)
  const value = `${ofMonth?.value}-${String(Number(day)).padStart(2, '0')}`
  // Date rolls 31 February over to March: then it does not read back.
  const date = new Date(`${value}T00:00:00Z`)
  if (ofMonth === null || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value)
    return null
  return { value, precision: 'day' }
}
