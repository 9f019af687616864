/**
 * Dates that nobody calls the document's date, but that say when it was made: in its address, in the names of its file
 * and folders, in the event that its first sentence reports as new, in the latest row of its table of versions.
 */
import { basename, dirname, extname } from 'node:path/posix'
import type { Block } from '../document.ts'
import { otherMeaning } from './date-context.ts'
import { type DateOptions, datesIn, type FoundDate } from './date-words.ts'
import type { Reject } from './rejected.ts'

/** A date and the words around it. */
export type Inferred = { date: FoundDate; text: string }

/** In the address: `/2023/07/13/`, `/2023/07/`, `2023-07-13-vertice`. */
export function dateOfAddress(url: string | undefined): Inferred | null {
  if (url === undefined || !URL.canParse(url)) return null
  const { pathname } = new URL(url)
  const date = fromFolders(pathname) ?? fromName(pathname.split('/').filter(Boolean).at(-1) ?? '')
  return date === null ? null : { date, text: pathname }
}

/** In the name of the file, else in those of its folders. */
export function dateOfPath(path: string, reject?: Reject): Inferred | null {
  const name = basename(path, extname(path))
  const date = fromName(name, reject) ?? fromFolders(`/${path}`) ?? fromName(basename(dirname(path)))
  return date === null ? null : { date, text: path }
}

/** The year that an address or a path names, if it names one: `/2023/`. */
export function yearsOfPath(path: string): number[] {
  return [...path.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([, year]) => Number(year))
}

/** `2023/luglio/`: a month by its name. */
const NAMED_MONTH = /(?:^|\/)((?:19|20)\d{2})\/(?:\d{1,2}[-_. ])?(\p{L}{3,10})(?=\/)/u
const FOLDERS = /(?:^|\/)((?:19|20)\d{2})[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=\/|-|_|$)/

function fromFolders(path: string): FoundDate | null {
  const match = FOLDERS.exec(path)
  if (match === null) return fromNamedMonth(path)
  const [words = '', year, month, day] = match
  const [date] = datesIn(`${year}-${month}${day === undefined ? '' : `-${day}`}`, { allowShort: true })
  if (date === undefined || date.precision === 'year') return null
  return { ...date, words: words.replace(/^\//, ''), start: match.index, end: match.index + words.length }
}

function fromNamedMonth(path: string): FoundDate | null {
  const match = NAMED_MONTH.exec(path)
  if (match === null) return null
  const [words = '', year, month] = match
  const [date] = datesIn(`${month} ${year}`)
  if (date === undefined || date.precision !== 'month') return null
  return { ...date, words: words.replace(/^\//, ''), start: match.index, end: match.index + words.length }
}

/** A day or a month; a year alone is what the document is about, as often as not. */
function fromName(name: string, reject?: Reject): FoundDate | null {
  const spaced = name
    .replace(/(?<=\p{L})_|_(?=\p{L})/gu, ' ')
    .replace(/(?<=\d)-(?=\p{L}{3})|(?<=\p{L}{3})-(?=\d)/gu, ' ')
  for (const date of datesIn(spaced, { allowShort: true })) {
    if (date.precision === 'year' || /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/.test(date.words)) continue
    // 1234-56 may be the number of anything.
    if (date.precision === 'month' && date.isFigures && !/^(?:19|20)\d{2}[-_.]\d{2}$/.test(date.words))
      continue
    const other = /[\p{L}]$/u.test(spaced.slice(0, date.start))
      ? 'a version number'
      : otherMeaning(spaced, date)
    if (other === null || other === 'an event to come' || other === 'the date of an act') return date
    reject?.(name, other)
  }
  return null
}

const REPORTED_IT =
  /(?<!\p{L})(?:(?:si )?(?:è|sono|ha|hanno|e['’]|era|aveva)\s(?:\p{L}+\s){0,2}\p{L}+(?:to|ta|ti|te|so|sa|si|se)|annuncia|presenta|approva|lancia|firma|adotta|pubblica|apre|avvia)(?!\p{L})/iu
const REPORTED_EN =
  /(?<!\p{L})(?:\p{L}{2,}ed|held|met|took|gave|won|began|made|came|said|told|set|saw|left|fell|rose|grew|broke|spoke|wrote|chose|drew|flew|went|sent|built|bought|sold|found|lost|paid|put|ran|stood|struck|sank|brought|has|have|announces|launches|adopts|publishes|signs)(?!\p{L})/iu
const OPENS =
  /^(?:(?:on|il|l['’]|in data|nella giornata (?:di|del)|lo scorso|last)\s*)?(?:\p{L}+(?:day|dì)|sabato|domenica)?,?\s*$/iu
const TODAY =
  /(?<!\p{L})(?:oggi|today|ieri|yesterday|stamattina|stamane|this morning|questa mattina|in data odierna)[,\s(–-]*(?:\p{L}+(?:day|dì),?\s+)?$/iu
const MIN_YEAR = 1990
const SENTENCE = /[.!?](?:\s|$)/
const PARAGRAPHS = 3
const MIN_WORDS = 8

/**
 * The date of the event that the first sentence reports as new. Not where the text speaks of later days as past: then
 * it was written later.
 */
export function dateOfEvent(
  blocks: readonly Block[],
  options: DateOptions,
  reject?: Reject,
): Inferred | null {
  const opening = blocks
    .filter(({ kind, isCode }) => kind === 'paragraph' && isCode !== true)
    .slice(0, PARAGRAPHS)
    .find(({ text }) => text.split(' ', MIN_WORDS).length === MIN_WORDS)
  if (opening === undefined) return null
  const text = opening.text.slice(0, 600)
  const [date] = datesIn(text, options)
  if (date === undefined || date.precision !== 'day' || date.isRange) return null
  const rest = text.slice(date.end)
  const before = text.slice(0, date.start)
  if (SENTENCE.test(before.replace(/\b\p{L}{1,4}\./gu, ''))) return null
  const sentence = rest.split(SENTENCE, 1)[0] ?? ''
  const isToday = TODAY.test(before)
  const isReported = OPENS.test(before) && (REPORTED_IT.test(sentence) || REPORTED_EN.test(sentence))
  if (!isToday && !isReported) {
    reject?.(text.slice(Math.max(0, date.start - 40), date.end + 10), 'a date that the text only speaks of')
    return null
  }
  if (Number(date.value.slice(0, 4)) < MIN_YEAR || (!isToday && isOvertaken(date, blocks, options))) {
    reject?.(text.slice(0, date.end), 'an event that is not new')
    return null
  }
  return { date, text: text.slice(0, Math.min(text.length, date.end + 60)) }
}

/** How far it is looked for later days. */
const OVERTAKEN_WITHIN = 20_000

function isOvertaken({ value }: FoundDate, blocks: readonly Block[], options: DateOptions): boolean {
  let length = 0
  for (const { text } of blocks) {
    length += text.length
    if (length > OVERTAKEN_WITHIN) return false
    if (!/(?:19|20)\d{2}/.test(text)) continue
    const year = Number(value.slice(0, 4))
    for (const { 1: later, index } of text.matchAll(
      /(?:in|nel|del|of|since|dal)\s(?:\p{L}+\s)?((?:19|20)\d{2})(?![\d/])/giu,
    )) {
      const isPlan = /(?<!\p{L})(?:entro|by|until|fino|will|sarà|verrà|orizzonte|target)(?!\p{L})/iu.test(
        text.slice(Math.max(0, index - 40), index),
      )
      if (Number(later) > year && !isPlan) return true
    }
    const isLater = datesIn(text, options).some(
      (date) => date.precision === 'day' && date.value > value && otherMeaning(text, date) === null,
    )
    if (
      isLater &&
      !/(?<!\p{L})(?:will|sarà|saranno|verrà|si terrà|planned|previst\p{L}+)(?!\p{L})/iu.test(text)
    )
      return true
  }
  return false
}

const VERSION =
  /^\W*(?:(?:v|ver\.?|vers\.?|versione|version|rev\.?|revisione|revision|release|edizione|ed\.)\s*[.:|]?\s*)?\[?v?(\d+(?:\.\d+){1,3}|\d{1,2}(?=\s*\|))\]?(?![\d.]*\p{L})/iu
const HISTORY =
  /(?<!\p{L})(?:versioni?|versions?|revisioni?|revisions?|changelog|change log|history|storico|cronologia|stato delle modifiche|release notes|note di rilascio)(?!\p{L})/iu
const VERSIONS_WITHIN = 200

/** The latest date of a table or list of versions. */
export function dateOfVersions(blocks: readonly Block[], options: DateOptions): Inferred | null {
  let latest: Inferred | null = null
  let rows = 0
  let hasTitle = false
  for (const { text, kind } of blocks.slice(0, VERSIONS_WITHIN)) {
    if (text.length < 200 && HISTORY.test(text)) hasTitle = true
    for (const line of text.length > 4000 ? [] : text.split('\n')) {
      if (!VERSION.test(line)) continue
      const row = line.slice(0, 160)
      const [date] = datesIn(
        row.replace(/^\W*(?:\p{L}+\.?\s*[:|]?\s*)?\[?v?\d+(?:\.\d+)+/iu, (head) => ' '.repeat(head.length)),
        options,
      )
      if (date === undefined || date.precision !== 'day' || date.start > 80) {
        // A newer version without a date: the ones below it say how old it may be, not how new.
        if (kind === 'heading' && rows === 0) return null
        continue
      }
      rows += kind === 'heading' ? 2 : 1
      if (latest === null || date.value > latest.date.value) latest = { date, text: row }
    }
  }
  return rows >= 2 || (rows === 1 && hasTitle) ? latest : null
}
