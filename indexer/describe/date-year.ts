/** The year of a day and month that stand without one, where the document fixes it; and the order of day and month. */
import type { Block } from '../document.ts'
import { yearsOfPath } from './date-inferred.ts'
import { datesIn } from './date-words.ts'

/** What may fix a year. */
export type YearEvidence = {
  path: string
  url: string | undefined
  /** The first and last blocks. */
  edges: readonly Block[]
  /** Dates given elsewhere: of the last change. */
  dates: readonly string[]
}

const COPYRIGHT = /(?:©|\(c\)|copyright)\s*(?:\p{L}+\s){0,3}((?:19|20)\d{2})(?!\s*[-–—]\s*\d|\d)/giu
/** The number of an issue or the year of a volume in the head of a periodical: `n. 7/2024`, `Anno 2024`, `Issue 3, 2024`. */
const ISSUE =
  /(?<!\p{L})(?:(?:n|nr|no|num)[.°º]|n[°º]|numero|issue|vol\.?|volume)\s*\d{1,3}\s*(?:[/,-]|del|of)\s*((?:19|20)\d{2})(?!\d)|(?<!\p{L})(?:anno|year)\s+((?:19|20)\d{2})(?!\d)/giu
const ISSUE_WITHIN = 3
const DAY_MS = 86_400_000
/** A day up to so long after another of the same header is of the same year. */
const SLACK_DAYS = 7

/**
 * The year of a day and month: that of the address or the file, else of the copyright line, else of the number of an
 * issue, else of another date of the same header, before which the day lies. Where one kind of evidence names several, none.
 */
export function createYearOf({
  path,
  url,
  edges,
  dates,
}: YearEvidence): (month: number, day: number) => number | null {
  let years: { only: number | null; others: string[] } | undefined
  return (month, day) => {
    years ??= evidence()
    if (years.only !== null) return years.only
    const [other] = years.others
    if (other === undefined) return null
    const year = Number(other.slice(0, 4))
    const isBefore = Date.UTC(year, month - 1, day) <= Date.parse(other) + SLACK_DAYS * DAY_MS
    return isBefore ? year : year - 1
  }
  function evidence(): { only: number | null; others: string[] } {
    const named = new Set(url === undefined || !URL.canParse(url) ? [] : yearsOfPath(new URL(url).pathname))
    const own = named.size > 0 ? named : new Set(yearsOfPath(path))
    const copyrights = new Set(
      edges.flatMap(({ text }) =>
        [...text.slice(0, 400).matchAll(COPYRIGHT)].map(([, year]) => Number(year)),
      ),
    )
    const issues = new Set(
      edges
        .slice(0, ISSUE_WITHIN)
        .flatMap(({ text }) =>
          text.length > 200
            ? []
            : [...text.matchAll(ISSUE)].map(([, issue, volume]) => Number(issue ?? volume)),
        ),
    )
    const found = [own, copyrights, issues].find(({ size }) => size > 0)
    const only = found?.size === 1 ? ([...found][0] ?? null) : null
    const others = [
      ...dates,
      ...edges
        .slice(0, 6)
        .filter(({ text }) => text.length < 200)
        .map(({ text }) => text),
    ].flatMap((text) =>
      datesIn(text)
        .filter(({ precision }) => precision === 'day')
        .map(({ value }) => value),
    )
    return { only, others: found === undefined ? others : [] }
  }
}

/** American forms: the month first in words, or figures that cannot be read otherwise. */
const AMERICAN =
  /(?<!\p{L})(?:january|february|march|april|june|july|august|september|october|november|december)\s\d{1,2},?\s\d{4}|(?<![\d/])(?:0?\d|1[0-2])\/(?:1[3-9]|2\d|3[01])\/\d{2,4}(?!\d)|(?<!\p{L})(?:EST|EDT|PST|PDT|CDT|CST)(?!\p{L})/iu
const EUROPEAN = /(?<![\d/])(?:1[3-9]|2\d|3[01])\/(?:0?\d|1[0-2])\/\d{2,4}(?!\d)/

/**
 * Whether figures are read month first: in a text that is not Italian, where its language is `en-US`, or it writes
 * dates the American way and never the European.
 */
export function isMonthFirstIn(blocks: readonly Block[], lang: string, given: string | undefined): boolean {
  if (lang === 'it') return false
  if (/^en[-_]us$/i.test(given ?? '')) return true
  if (/^en[-_]/i.test(given ?? '')) return false
  const text = blocks
    .slice(0, 60)
    .map(({ text }) => text.slice(0, 400))
    .join('\n')
  return AMERICAN.test(text) && !EUROPEAN.test(text)
}
