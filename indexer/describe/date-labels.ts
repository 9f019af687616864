/**
 * Dates that a text itself calls its date: "Pubblicato il 3 luglio 2023", "Last updated: 21.08.2023".
 */
import { countWords } from '../count-words.ts'
import type { Block } from '../document.ts'
import { datedLine } from './date-lines.ts'
import { type FoundDate, findDate } from './date-words.ts'

/** Whether a label speaks of publication or of a later change. */
export type DateLabel = 'published' | 'updated'

/** Labels that say enough with a date right behind them. */
const VERBS: Readonly<Record<DateLabel, string>> = {
  published: [
    '(?:first |originally )?published(?: on| online)?|date published|publication date|date of publication',
    '(?:posted|issued|released) on',
    "pubblicat[oa] (?:il|in data|l(?=['’]))|data (?:di )?pubblicazione",
  ].join('|'),
  updated: [
    '(?:last |page )?updated(?: on)?|last (?:update|modified|revised|reviewed)(?: on)?',
    "aggiornat[oa] (?:al|il|in data|all?(?=['’]))|ultim[oa] (?:aggiornamento|modifica|revisione)",
    'data (?:di |ultimo )?aggiornamento|modificat[oa] (?:il|in data)',
  ].join('|'),
}

/** Words that are a label only with a colon, or alone on their line. */
const NOUNS: Readonly<Record<DateLabel, string>> = {
  published: 'date|data|dated|posted|issued|released|release date|pubblicat[oa]|pubblicazione|uscita',
  updated: 'updates?|modified|revised|aggiornat[oa]|aggiornamento|modifica|revisione',
}

type Patterns = { atStart: RegExp; anywhere: RegExp; alone: RegExp }

function patternsOf(label: DateLabel): Patterns {
  const any = `${VERBS[label]}|${NOUNS[label]}`
  return {
    atStart: new RegExp(
      `(?:^|[|•·–—(]\\s*)(?:(?:${VERBS[label]})(?![\\p{L}\\p{N}])\\s*:?|(?:${NOUNS[label]})\\s*:)`,
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

/**
 * The date that a block gives under such a label; the date may stand in the block after it.
 *
 * Prose with the same words is not taken for a label: "Published in 2019, the report found …".
 */
export function labelledDate(label: DateLabel, block: Block, next: Block | undefined): FoundDate | null {
  const { atStart, anywhere, alone } = PATTERNS[label]
  const text = block.text.slice(0, 400)
  if (alone.test(text)) return next === undefined ? null : datedLine(next.text, { allowShort: true })
  const isLine = countWords(text) <= MAX_LINE_WORDS
  const match = atStart.exec(text) ?? (isLine ? anywhere.exec(text) : null)
  if (match === null || (match.index > 0 && !isLine)) return null
  const hasColon = match[0].endsWith(':')
  const value = text.slice(match.index + match[0].length)
  const date = findDate(value, { allowShort: hasColon })
  if (date === null || !isNear(value.slice(0, date.start))) return null
  return hasColon || countWords(value.slice(date.end)) <= MAX_WORDS_AFTER ? date : null
}

/** Between a label and its date stand at most a weekday, a time, an article. */
function isNear(between: string): boolean {
  return (
    countWords(between) <= 3 &&
    !/[.!?;]\s|(?<!\p{L})(?:in|nel|by|from|da|dal|presso|with|con)(?!\p{L})/iu.test(between)
  )
}
