/**
 * The title of a document.
 */
import { basename, extname } from 'node:path/posix'
import { splitSentences } from '../../language/sentences.ts'
import type { Block, Description } from '../document.ts'
import { datedLine } from './date-lines.ts'
import type { Reject } from './rejected.ts'
import { KICKER_REASON, whyNoTitle } from './title-like.ts'

/** A title, where it comes from, and the block it is, if it is one. */
export type Title = Pick<Description, 'title' | 'titleFrom'> & { block: Block | null }

const MAX_LENGTH = 300
const MAX_SENTENCE_LENGTH = 90
/** A heading further down is of a part, not of the document. */
const HEADING_WITHIN = 6
/** Files of bare data: rows that are documents have paths below theirs. */
const TABLES = /\.(?:csv|tsv|tab|json|jsonl|ndjson)$/i
/** Who writes, above a letter: no title where the letter says what it is about. */
const LETTERHEAD =
  /^(?:ministero|comune|città|provincia|regione|unione (?:dei|di) comuni|università|azienda|agenzia|autorità|direzione|dipartimento|ufficio|settore|area|servizio|istituto|prefettura|questura|tribunale|procura|camera di|ministry|department|office|county|city of|town of|borough|university|agency)(?!\p{L})/iu
const SUBJECT = /^[*_]*(?:oggetto|subject|re)\s*:[*_]*\s*(\p{L}[^\n]{8,250})/iu
const SUBJECT_WITHIN = 12
/** A sentence that is the number of an item. */
const ITEM_NUMBER = /^(?:[\d.]{1,8}|[ivxlc]{1,6}|\p{L})[.)]$/iu
/** A name that a site adds to its titles. */
const SITE_NAME = /^\s*[|·•–—:»-]\s*\S/u

/**
 * The title that the metadata gives; else the title line of a plain text, or of other formats the first
 * heading of level 1, or one of a lower level that opens the text, but below a letterhead the subject of the letter;
 * else the beginning of the first sentence;
 * else the name of the file. What is navigation, a kicker, markup, a page number or a date is passed over.
 *
 * @param reject told of what is passed over
 */
export function describeTitle(
  { path, format }: { path: string; format: string },
  given: string | undefined,
  blocks: readonly Block[],
  reject?: Reject,
): Title {
  const isUsable = (text: string): boolean => {
    const reason = whyNoTitle(text)
    if (reason !== null) reject?.(text, `title: ${reason}`)
    return reason === null
  }
  const heading =
    titleHeading(format, blocks, isUsable) ??
    // "Avviso" alone is the title; above another heading it is a kicker.
    titleHeading(format, blocks, (text) => whyNoTitle(text) === KICKER_REASON)
  if (
    given !== undefined &&
    given !== '' &&
    (isUsable(given) || (heading === undefined && blocks.length === 0))
  ) {
    const own = heading?.text ?? ''
    // "Bando per le biblioteche | Comune di Roma": the page itself says which part is its title.
    const isWithSite = own.length > 3 && given.startsWith(own) && SITE_NAME.test(given.slice(own.length))
    return {
      title: cropAtWord(isWithSite ? own : given, MAX_LENGTH),
      titleFrom: 'metadata',
      block: null,
    }
  }
  const subject = heading === undefined || LETTERHEAD.test(heading.text) ? subjectOf(blocks) : undefined
  if (subject !== undefined) {
    return { title: cropAtWord(subject, MAX_LENGTH), titleFrom: 'first-sentence', block: null }
  }
  if (heading !== undefined) {
    const titleFrom = format === 'text' ? 'first-line' : 'heading'
    return { title: cropAtWord(heading.text, MAX_LENGTH), titleFrom, block: heading }
  }
  // A row of values says nothing about the table that it stands in.
  if (TABLES.test(path)) return { title: readableName(path), titleFrom: 'file-name', block: null }
  const prose = blocks.filter(({ isCode }) => isCode !== true)
  const opening =
    prose.find(({ text }) => text.split(' ', 5).length >= 5 && isUsable(text) && datedLine(text) === null) ??
    prose.find(({ text }) => whyNoTitle(text) === null) ??
    prose[0]
  if (opening !== undefined) {
    return { title: firstSentence(opening.text), titleFrom: 'first-sentence', block: null }
  }
  return { title: readableName(path), titleFrom: 'file-name', block: null }
}

/** What a letter or a notice says that it is about. */
function subjectOf(blocks: readonly Block[]): string | undefined {
  for (const { text } of blocks.slice(0, SUBJECT_WITHIN)) {
    const subject = SUBJECT.exec(text)?.[1]
    if (subject !== undefined) return subject.replace(/\s+/g, ' ').replace(/\.$/, '')
  }
  return undefined
}

function titleHeading(
  format: string,
  blocks: readonly Block[],
  isUsable: (text: string) => boolean,
): Block | undefined {
  const top = blocks.find(({ kind, level, text }) => kind === 'heading' && level === 1 && isUsable(text))
  if (top !== undefined) return top
  // In plain text the first line is the title, or else, below the kind of a document, the line after it.
  if (format === 'text')
    return blocks[0]?.kind === 'heading'
      ? blocks.slice(1, 2).find(({ kind, text }) => kind === 'heading' && isUsable(text))
      : undefined
  return blocks.slice(0, HEADING_WITHIN).find(({ kind, text }) => kind === 'heading' && isUsable(text))
}

function firstSentence(text: string): string {
  const sentences = splitSentences(text.slice(0, 1000))
  // "II. La sede": what stands before the first word is the number of an item.
  const first = sentences.find(({ start, end }) => !ITEM_NUMBER.test(text.slice(start, end)))
  return cropAtWord(
    first === undefined ? text : text.slice(sentences[0]?.start ?? 0, first.end),
    MAX_SENTENCE_LENGTH,
  )
}

/** A text of at most so many characters, cut between words and with `…` if it is longer. */
function cropAtWord(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const cut = text.slice(0, maxLength)
  const space = cut.lastIndexOf(' ')
  const kept = space > 0 ? cut.slice(0, space) : cut.slice(0, -1).replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`
}

/** `2023-07-13-vertice_ue.md` → `Vertice ue`. */
function readableName(path: string): string {
  const name = basename(path, extname(path))
  const words = name
    .replace(/^(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}(?=[-_.\s]|$)|\d{1,3}(?=[-_.\s]))/, '')
    .replace(/[-_.\s]+/g, ' ')
    .trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}
