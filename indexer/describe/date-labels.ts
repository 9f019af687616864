/**
 * Dates that a text itself calls its date: "Pubblicato il 3 luglio 2023", "Last updated: 21.08.2023".
 */
import { countWords } from '../count-words.ts'
import type { Block } from '../document.ts'
import { datedLine } from './date-lines.ts'
import { type DateOptions, datesIn, type FoundDate } from './date-words.ts'

/** Whether a label speaks of publication or of a later change. */
export type DateLabel = 'published' | 'updated'

/** Labels that say enough with a date right behind them. */
const VERBS: Readonly<Record<DateLabel, string>> = {
  published: [
    '(?:first |originally |article )?published(?: on| online)?|date published|publication date|date of publication|date of issue|issue date',
    '(?:posted|issued|released|created) on|(?:posted|issued|dated)(?=\\s+\\d)|(?:year of publication|publication year)',
    "(?:in pubblicazione|pubblicat[oaie]|affiss[oaie]|espost[oaie])(?: all['’]albo(?: \\p{L}+){0,3})? dal(?: giorno)?",
    "(?:pubblicat|emess|emanat|inserit|diffus|redatt)[oaie] (?:il|in data|l(?=['’]))|data (?:di )?(?:pubblicazione|emissione|inserimento|creazione)",
    'data (?:del )?(?:documento|comunicato|provvedimento|atto)|anno di (?:pubblicazione|edizione)',
  ].join('|'),
  updated: [
    '(?:last |page )?updated(?: on)?|last (?:update|modified|revised|reviewed|edited|changed)(?: on)?|date modified|modified on',
    "aggiornat[oaie] (?:al|il|in data|all?(?=['’]))|ultim[oa] (?:aggiornamento|modifica|revisione)",
    'data (?:di |ultimo |ultima )?(?:aggiornamento|modifica|revisione)|modificat[oaie] (?:il|in data)',
    'th(?:is|e) (?:page|article|document|section) was last (?:modified|edited|updated|changed|revised) on',
    "(?:quest[ao]|l[ao]) (?:pagina|documento|voce|scheda) è stat[ao] (?:modificat|aggiornat)[ao](?: (?:per )?l['’]ultima volta)? (?:il|in data|l(?=['’]))",
  ].join('|'),
}

/** Words that are a label only with a colon, or alone on their line. */
const NOUNS: Readonly<Record<DateLabel, string>> = {
  published:
    'date|data|dated|posted|sent|inviato|issued|released|release date|pubblicat[oa]|pubblicazione|uscita|edizione|edition',
  updated: 'updates?|modified|revised|aggiornat[oa]|aggiornamento|modifica|revisione|lastmod',
}

type Patterns = { atStart: RegExp; anywhere: RegExp; alone: RegExp }

function patternsOf(label: DateLabel): Patterns {
  const any = `${VERBS[label]}|${NOUNS[label]}`
  return {
    atStart: new RegExp(
      `(?:^|[|•·–—(;,]\\s*|\\s-\\s|[.!?]\\s+)[*_]*(?:(?:${VERBS[label]})(?![\\p{L}\\p{N}])\\s*:?|(?:${NOUNS[label]})\\s*:)`,
      'iu',
    ),
    anywhere: new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})\\s*:`, 'iu'),
    alone: new RegExp(`^(?:${any})\\s*:?$`, 'iu'),
  }
}

const PATTERNS = { published: patternsOf('published'), updated: patternsOf('updated') }

/** In a longer block a label is no line of its own. */
const MAX_LINE_WORDS = 30
const MAX_WORDS_AFTER = 8

/** A row of a table of versions has a date of its own. */
const VERSION_ROW =
  /^\W*(?:v|ver\.?|vers\.?|versione|version|rev\.?|revisione|release)\s*[.:|]?\s*\d+(?:\.\d+)*(?!\p{L})/iu
/** What stands below the date of an event. */
const EVENT_FIELD = /^(?:time|ore|orario|ora|venue|luogo|location|place|dove|where|sede)\s*:/iu

/**
 * The date that a block gives under such a label; the date may stand in the block after it.
 *
 * Prose with the same words is not taken for a label: "Published in 2019, the report found …".
 */
export function labelledDate(
  label: DateLabel,
  block: Block,
  next: Block | undefined,
  options: DateOptions = {},
): FoundDate | null {
  const { atStart, anywhere, alone } = PATTERNS[label]
  const text = block.text.slice(0, 400)
  if (text.length < 60 && alone.test(text)) {
    return next === undefined ? null : datedLine(next.text, { ...options, allowShort: true })
  }
  if (!/\d/.test(text)) return null
  const match = atStart.exec(text) ?? anywhere.exec(text)
  if (match === null || VERSION_ROW.test(text)) return null
  if (match.index > 0 && countWords(text) > MAX_LINE_WORDS) return null
  const hasColon = match[0].endsWith(':')
  if (/^\W*dat[ea]\s*:$/i.test(match[0]) && (EVENT_FIELD.test(next?.text ?? '') || hasEventField(text)))
    return null
  const at = match.index + match[0].length
  const value = text.slice(at)
  const [date] = datesIn(value, { ...options, allowShort: hasColon })
  if (date === undefined || !isNear(value.slice(0, date.start))) return null
  if (!hasColon && countWords(firstClause(value.slice(date.end))) > MAX_WORDS_AFTER) return null
  return { ...date, start: date.start + at, end: date.end + at }
}

function hasEventField(text: string): boolean {
  return text.split(/[\n|•·;–—]/).some((part) => EVENT_FIELD.test(part.trim()))
}

/** What follows up to the next label on the line. */
function firstClause(text: string): string {
  return text.split(/\s[|•·–—-]\s|[;(]/u, 1)[0] ?? ''
}

/** Between a label and its date stand at most a weekday, a time, an article. */
function isNear(between: string): boolean {
  return (
    countWords(between) <= 3 &&
    !/[.!?;]\s|(?<!\p{L})(?:in|nel|by|from|da|dal|presso|with|con|nella|sulla)(?!\p{L})/iu.test(between)
  )
}
