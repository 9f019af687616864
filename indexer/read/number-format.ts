/** Values of cells as texts that mean the same in every language: ISO dates, plain numbers, shares in percent. */

/** What a format makes of a number. */
export type NumberKind = 'number' | 'percent' | 'date' | 'time' | 'duration' | 'date and time'

/** Formats that Excel knows by number alone, those for dates in East Asian languages included. */
const BUILT_IN_DATES = /^(?:1[4-7]|2[789]|3[01346]|5[0-8])$/

/** The kind of a number format by its number, and its code if it has one of its own. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (BUILT_IN_DATES.test(String(id))) return 'date'
    if (id === 22) return 'date and time'
    if (id === 46) return 'duration'
    if ((id >= 18 && id <= 21) || id === 32 || id === 33 || id === 45 || id === 47) return 'time'
    return id === 9 || id === 10 ? 'percent' : 'number'
  }
  // Without words in quotation marks, escaped characters, colors and currencies: [Red], [$€-410]; [h] is a unit.
  const plain = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/general|standard/i.test(plain)) return 'number'
  const hasTime = /[hs]/i.test(plain)
  const hasDate = /[dy]/i.test(plain) || (/m/i.test(plain) && !hasTime)
  if (hasDate) return hasTime ? 'date and time' : 'date'
  if (/\[[hms]+\]/i.test(plain)) return 'duration'
  return hasTime ? 'time' : plain.includes('%') ? 'percent' : 'number'
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Days up to the end of the year 9999. */
const MAX_DAYS = 2_958_466

/**
 * A number as its format shows it: `2024-03-31`, `2024-03-31 14:30`, `14:30`, `26:30` hours, `12.5%`, `1234.5`.
 *
 * @param since1904 whether days are counted from 1904, as on old Macintosh computers
 */
export function numberText(value: number, kind: NumberKind, since1904: boolean): string {
  if (!Number.isFinite(value)) return ''
  if (kind === 'percent') return `${tidy(Math.round(value * 1e6) / 1e4)}%`
  if (kind === 'number' || value < 0 || value > MAX_DAYS) return tidy(value)
  if (kind === 'time') return clock(value % 1)
  if (kind === 'duration') {
    const minutes = Math.round(value * 24 * 60)
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  }
  const days = since1904 ? value + 1462 : value
  // Excel counts a 29 February 1900 that never was.
  const shifted = days < 60 ? days + 1 : days
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round(shifted * DAY_MS)).toISOString().slice(0, 10)
  return kind === 'date' || value % 1 === 0 ? date : `${date} ${clock(value % 1)}`
}

function clock(share: number): string {
  // Cut off as clocks do, but for the noise of fractions.
  const minutes = Math.floor(share * 24 * 60 + 1e-4) % (24 * 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Without the noise of binary fractions: .1 + .2 is .3. */
function tidy(value: number): string {
  return String(Number(value.toPrecision(12)))
}
