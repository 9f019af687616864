/**
 * Lines that are a date, and datelines of agencies: "Brussels, 3 July 2023", "BRUXELLES, 3 luglio 2023 – La
 * …".
 */
import { countSpaced, countWords } from '../count-words.ts'
import { otherMeaning } from './date-context.ts'
import { type DateOptions, datesIn, type FoundDate, findDate } from './date-words.ts'
import type { Reject } from './rejected.ts'

const MAX_LINE_LENGTH = 160
const MAX_WORDS = 14
const MAX_WORDS_BESIDE = 6
const SEPARATOR = '[,|•·–—/-]'
const WEEKDAY = '(?:(?:lun|mar|mer|gio|ven|sab|dom|mon|tue|wed|thu|fri|sat|sun)\\p{L}*[,.]?\\s*)?'
const TIME =
  '(?:[\\s,T]*(?:ore|alle|at|h)?\\s*\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?|CES?T|GMT|UTC|Z)?)'

/** Nothing, or a few words parted off: a place, a name. */
const BEFORE = new RegExp(`^(?:.*\\S\\s*${SEPARATOR}\\s*(?:(?:l[iì]|addì),?\\s+|il\\s+)?)?${WEEKDAY}$`, 'iu')
/** Nothing, or a few words parted off or after a time. */
const AFTER = new RegExp(`^(?:${TIME}(?:\\s.*)?|\\s*[.)]?|\\s*${SEPARATOR}.*)$`, 'iu')
/** "di Mario Rossi il", "Posted by Jane Doe on". */
const BYLINE =
  /^(?:(?:posted|written|published|submitted|edited)?\s*by|(?:scritto|pubblicato|inviato|postato|inserito)?\s*d[ai]|a cura di)\s+\S.{1,60}?(?:\s+(?:on|il|in data)|\s*[-–—,|])\s*(?:\p{L}+day,?\s*|\p{L}+dì,?\s*)?$/iu
const DATA_IN =
  /^(?:dato|data|fatto|done|given)\s+(?:a|ad|in|at)\s+\p{L}[\p{L}\s]{1,30},?\s*(?:addì|il|lì|on|this)?\s*$/iu
/** A quoted mail names the date of another one. */
const QUOTED = /(?:wrote|ha scritto|writes|scrive)\s*:?\s*$/iu
/** A row of a table of versions. */
const VERSION =
  /^\W*(?:(?:v|ver|vers|versione|version|rev|revisione|release)\.?\s*)?\[?v?\d+(?:(?:\.\d+)+\]?\s*\W*|\s*\|\s*)$/iu
/** Where an event is held, behind its hour. */
const VENUE =
  /(?:ore|alle|h|at)\s*\d{1,2}.*(?<!\p{L})(?:sala|aula|piazza|via|viale|palazzo|teatro|auditorium|centro|biblioteca|hotel|villa|museo|room|hall|street|square|library|venue)(?!\p{L})/iu
const TODAY = /^(?:oggi|today)[,:]?\s*$/iu

/**
 * The date of a line that is essentially a date: with a place or a name before it, a time or a few words
 * after it. "3 luglio 2023 – Redazione" is one; "Vertice del 3 luglio 2023" is not.
 *
 * @param reject told of a date that is something else
 */
export function datedLine(text: string, options: DateOptions = {}, reject?: Reject): FoundDate | null {
  if (text.length > MAX_LINE_LENGTH || countSpaced(text) > MAX_WORDS || QUOTED.test(text)) return null
  const date = findDate(text, options)
  if (date === null) return null
  const [before, after] = [text.slice(0, date.start), text.slice(date.end)]
  const isShort = [before, after].every((part) => countWords(part) <= MAX_WORDS_BESIDE)
  const opens = BEFORE.test(before) || BYLINE.test(before) || DATA_IN.test(before) || TODAY.test(before)
  if (!isShort || !opens || !AFTER.test(after)) return null
  const other =
    otherMeaning(text, date) ??
    (date.isRange || isPeriod(text, date, options)
      ? 'a period'
      : VERSION.test(before)
        ? 'the date of a version'
        : null) ??
    (VENUE.test(after) ? 'an event to come' : null)
  if (other !== null && (date.start > 0 || other === 'a period')) {
    reject?.(text, other)
    return null
  }
  return date
}

/** "17 August 2013 - 19 August 2013" */
function isPeriod(text: string, { end }: FoundDate, options: DateOptions): boolean {
  const to = /^\s*(?:[-–—]|al|to|until)\s*/iu.exec(text.slice(end))
  return to !== null && datesIn(text, options).some(({ start }) => start === end + to[0].length)
}

const MAX_DATELINE_LENGTH = 120
const DATELINE_END = /\s[-–—]{1,2}\s|[–—]\s?|\.\s|:\s|\)\s/g

/**
 * The date of a dateline that opens a paragraph: place, date, perhaps an agency in parentheses, then a dash
 * or a full stop. Without a year only where `yearOf` knows it.
 */
export function dateline(text: string, options: DateOptions = {}): FoundDate | null {
  const opening = text.slice(0, MAX_DATELINE_LENGTH)
  if (datesIn(opening, options).length === 0) return null
  if (text.length <= MAX_LINE_LENGTH && VENUE.test(text)) return null
  for (const { index } of opening.matchAll(DATELINE_END)) {
    // Blanks of equal length, so that the places stay.
    const head = opening.slice(0, index).replace(/\([^()]*\)?/g, (agency) => ' '.repeat(agency.length))
    const date = datedLine(head.trimEnd(), options)
    if (date !== null && date.precision === 'day') return isPeriod(text, date, options) ? null : date
  }
  return null
}

const MANUAL_NAME = /^\s+[\p{L}\p{N}_.:+-]{1,60}\(\d\p{L}{0,4}\)\s*$/u

/** The date in the foot of a manual page as it is printed: "net-tools   14 gennaio 2023   netstat(8)". */
export function dateOfManualFoot(text: string, options: DateOptions = {}): FoundDate | null {
  if (text.length > MAX_LINE_LENGTH) return null
  return datesIn(text, options).find(({ end }) => MANUAL_NAME.test(text.slice(end))) ?? null
}
