/**
 * When a document was published, with what says so. A date that the text only speaks of ("firmato il 3 luglio 2023",
 * "planned for 2025") is not taken, and nothing is guessed from the age of the file.
 */
import type { Block, PublicationDate } from '../document.ts'
import { dateOfAct } from './date-acts.ts'
import { otherMeaning } from './date-context.ts'
import { dateOfAddress, dateOfEvent, dateOfPath, dateOfVersions, type Inferred } from './date-inferred.ts'
import { type DateLabel, labelledDate } from './date-labels.ts'
import { datedLine, dateline, dateOfManualFoot } from './date-lines.ts'
import { type DateOptions, datesIn, type FoundDate, findDate } from './date-words.ts'
import { createYearOf, isMonthFirstIn } from './date-year.ts'
import type { Reject } from './rejected.ts'

/** A document as its date is looked for. */
export type DateInput = {
  path: string
  /** ISO 639-1, or `und`. */
  lang: string
  /** As its author gives it; `en-US` tells more than `en`. */
  givenLang?: string | undefined
  given?: string | undefined
  givenUpdate?: string | undefined
  title?: string | undefined
  url?: string | undefined
  blocks: readonly Block[]
  /** Told of dates that are not taken. Default: nobody is. */
  reject?: Reject | undefined
}

/** Where dates of publication stand: among the first and the last blocks. */
const LABELS_WITHIN = 12
const LINES_WITHIN = { first: 6, last: 4 }
/** A line at the end dates a letter or a notice; at the end of a book there are licences and samples with dates of their own. */
const MAX_SIGNED_LENGTH = 60_000
const DATELINES_WITHIN = 4
const MAX_EVIDENCE = 160
const PROGRAMME_WITHIN = 40
const HEADINGS_WITHIN = 3

/**
 * The date of a document, or null if nothing in it supports one. The first of these that gives a date:
 *
 * 1. `published`: the metadata; a line that names it as the date of publication; the title of an act; a line near the
 *    beginning or the end that is a date (with a place, a time, a name); a dateline that opens one of the first
 *    paragraphs;
 * 2. `updated`: the metadata; a line that names it as the date of the last change; the foot of a manual page;
 * 3. `inferred`: the address, the names of the file and its folders, the event that the first sentence reports as new,
 *    the latest row of a table of versions.
 */
export function describeDate(input: DateInput): PublicationDate | null {
  const { path, lang, givenLang, given, givenUpdate, title, url, blocks, reject } = input
  const edges = edgesOf(blocks, LABELS_WITHIN, LABELS_WITHIN)
  let isMonthFirst: boolean | undefined
  const exact: DateOptions = {
    isMonthFirst: () => {
      isMonthFirst ??= isMonthFirstIn(blocks, lang, givenLang)
      return isMonthFirst
    },
  }
  const dates = [given, givenUpdate].filter((date) => date !== undefined)
  const completed = { ...exact, yearOf: createYearOf({ path, url, edges, dates }) }
  // A date on a line of its own looks like a heading where texts have no marks for those.
  const paragraphs = blocks.filter(
    ({ kind, isCode }, index) => isCode !== true && (kind === 'paragraph' || index < HEADINGS_WITHIN),
  )
  const last = blocks.at(-1)
  const isSigned = last === undefined || last.start + last.text.length <= MAX_SIGNED_LENGTH
  const nearEdges = edgesOf(paragraphs, LINES_WITHIN.first, isSigned ? LINES_WITHIN.last : 0)

  /** Lines for several days are the programme of an event. */
  const ofOneDay = (found: Inferred | null): Inferred | null => {
    if (found === null) return null
    const days = blocks
      .slice(0, PROGRAMME_WITHIN)
      .map(({ text }) => datedLine(text.split('\n', 1)[0] ?? '', completed)?.value)
    const other = days.find((day) => day !== undefined && day !== found.date.value)
    if (other === undefined) return found
    reject?.(found.text.slice(0, MAX_EVIDENCE), 'a day of a programme')
    return null
  }
  const published =
    ofMetadata(given, exact) ??
    firstLabelled('published', blocks, completed) ??
    dateOfAct(blocks, title, exact) ??
    first(nearEdges, (text) => datedLine(text, exact, reject)) ??
    first(paragraphs.slice(0, DATELINES_WITHIN), (text) => dateline(text, completed)) ??
    ofOneDay(first(nearEdges.slice(0, LINES_WITHIN.first), (text) => datedLine(text, completed, reject)))
  if (published !== null) return dateOf(published, 'published')
  const updated =
    ofMetadata(givenUpdate, exact) ??
    firstLabelled('updated', blocks, completed) ??
    first(blocks.slice(-1), (text) => dateOfManualFoot(text, exact))
  if (updated !== null) return dateOf(updated, 'updated')
  const inferred =
    dateOfAddress(url) ??
    moreExact(dateOfPath(path, reject), () => dateOfEvent(blocks, completed, reject)) ??
    dateOfVersions(blocks, exact)
  if (inferred !== null) return dateOf(inferred, 'inferred')
  if (reject !== undefined) explain(edges, exact, reject)
  return null
}

/** Of a month and an event on one of its days, the event. */
function moreExact(found: Inferred | null, event: () => Inferred | null): Inferred | null {
  if (found?.date.precision === 'day') return found
  const other = event()
  if (found === null) return other
  return other?.date.value.startsWith(found.date.value) === true ? other : found
}

function dateOf({ date, text }: Inferred, basis: PublicationDate['basis']): PublicationDate {
  const { value, precision, words } = date
  const from = text.length <= MAX_EVIDENCE ? 0 : Math.max(0, date.end - MAX_EVIDENCE)
  const evidence = text
    .slice(from, from + MAX_EVIDENCE)
    .replace(/\s+/g, ' ')
    .trim()
  return { value, precision, words, basis, evidence }
}

/** The date that metadata gives, in figures or in words; null if it is none. */
export function givenDate(given: string | undefined, options: DateOptions = {}): FoundDate | null {
  return given === undefined ? null : findDate(given, { ...options, allowShort: true })
}

/** The date of publication that somebody gives; null if it is none. */
export function dateOfMetadata(given: string | undefined): PublicationDate | null {
  const found = ofMetadata(given, {})
  return found === null ? null : dateOf(found, 'published')
}

function ofMetadata(given: string | undefined, options: DateOptions): Inferred | null {
  const date = givenDate(given, options)
  return date === null || given === undefined ? null : { date, text: given }
}

function firstLabelled(label: DateLabel, blocks: readonly Block[], options: DateOptions): Inferred | null {
  for (const index of edgesOf([...blocks.keys()], LABELS_WITHIN, LABELS_WITHIN)) {
    const block = blocks[index] as Block
    const date = labelledDate(label, block, blocks[index + 1], options)
    if (date !== null) return { date, text: block.text.slice(0, 400) }
  }
  return null
}

function first(blocks: readonly Block[], find: (text: string) => FoundDate | null): Inferred | null {
  for (const { text } of blocks) {
    const date = find(text)
    if (date !== null) return { date, text }
  }
  return null
}

/** What the dates are that stand where one was looked for. */
function explain(edges: readonly Block[], options: DateOptions, reject: Reject): void {
  for (const { text } of edges) {
    const line = text.slice(0, 400)
    for (const date of datesIn(line, options)) {
      const around = line.slice(Math.max(0, date.start - 40), date.end + 10)
      reject(around, otherMeaning(line, date) ?? 'a date that the text only speaks of')
    }
  }
}

function edgesOf<Item>(items: readonly Item[], atStart: number, atEnd: number): readonly Item[] {
  return items.length <= atStart + atEnd
    ? items
    : [...items.slice(0, atStart), ...items.slice(items.length - atEnd)]
}
