/**
 * Lines that are a date, and datelines of agencies: "Brussels, 3 July 2023", "BRUXELLES, 3 luglio 2023 – La
 * …".
 */
import { countSpaced, countWords } from '../count-words.ts'
import { type FoundDate, findDate } from './date-words.ts'

const MAX_WORDS = 12
const MAX_WORDS_BESIDE = 5
const SEPARATOR = '[,|•·–—/-]'
const WEEKDAY = '(?:(?:lun|mar|mer|gio|ven|sab|dom|mon|tue|wed|thu|fri|sat|sun)\\p{L}*[,.]?\\s*)?'
const TIME =
  '(?:[\\s,T]*(?:ore|alle|at|h)?\\s*\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?|CES?T|GMT|UTC|Z)?)'

/** Nothing, or a few words parted off: a place, a name. */
const BEFORE = new RegExp(`^(?:.*\\S\\s*${SEPARATOR}\\s*(?:l[iì],?\\s+)?)?${WEEKDAY}$`, 'iu')
/** Nothing, or a few words parted off or after a time. */
const AFTER = new RegExp(`^(?:${TIME}(?:\\s.*)?|\\s*\\.?|\\s*${SEPARATOR}.*)$`, 'iu')

/**
 * The date of a line that is essentially a date: with a place or a name before it, a time or a few words
 * after it. "3 luglio 2023 – Redazione" is one; "Vertice del 3 luglio 2023" is not.
 */
export function datedLine(text: string, options: { allowShort?: boolean } = {}): FoundDate | null {
  if (text.length > 150 || countSpaced(text) > MAX_WORDS) return null
  const date = findDate(text, options)
  if (date === null) return null
  const [before, after] = [text.slice(0, date.start), text.slice(date.end)]
  const isShort = [before, after].every((part) => countWords(part) <= MAX_WORDS_BESIDE)
  return isShort && BEFORE.test(before) && AFTER.test(after) ? date : null
}

const MAX_DATELINE_LENGTH = 120
const DATELINE_END = /\s[-–—]{1,2}\s|[–—]\s?|\.\s|:\s/g

/**
 * The date of a dateline that opens a paragraph: place, date, perhaps an agency in parentheses, then a dash
 * or a full stop. A dateline without a year gives nothing.
 */
export function dateline(text: string): FoundDate | null {
  const opening = text.slice(0, MAX_DATELINE_LENGTH)
  for (const { index } of opening.matchAll(DATELINE_END)) {
    // Blanks of equal length, so that the places stay.
    const head = opening.slice(0, index).replace(/\([^()]*\)/g, (agency) => ' '.repeat(agency.length))
    const date = datedLine(head.trimEnd())
    if (date !== null && date.precision === 'day') return date
  }
  return null
}
