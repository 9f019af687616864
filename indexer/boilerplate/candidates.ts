/**
 * Which blocks of a document would be boilerplate if many documents of its place had them: footers, notices, invitations.
 * What a document says by itself is none, however many others say the same: rows of tables, numbered clauses and what
 * stands below their headings, questions, lines with a date, code. Pure.
 */
import { countWords } from '../count-words.ts'
import { findDate } from '../describe/date-words.ts'
import { whyNoTitle } from '../describe/title-like.ts'
import type { Block } from '../document.ts'
import { fingerprintOf } from './fingerprints.ts'

/** Rows of tables share values, and acts share articles: both are what they are about. */
const OTHER_FORMATS: ReadonlySet<string> = new Set([
  'csv',
  'json',
  'json-lines',
  'xlsx',
  'ods',
  'akoma ntoso',
  'xml',
])

/** Characters at the beginning and at the end of a document within which blocks are looked at. */
const EDGE_LENGTH = 6000
/** A paragraph is looked at if it has so many words; a shorter one says what a document is, or gives a value. */
const MIN_WORDS = 8
const MAX_WORDS = 250
/** A paragraph of no more words that has a day in it says when, and others do so on the same day. */
const MAX_DATED_WORDS = 25

const NUMBERED =
  /^(?:§|\(?\d{1,3}(?:\.\d{1,3})*[.)°º]?\s|\(?(?:[a-z]|[ivx]{1,5})[.)]\s|(?:art(?:icolo|icle)?|cap(?:o|itolo)?|chapter|titolo|title|sez(?:ione)?|sec(?:tion)?|parte|part|comma|punto|clausola|clause|allegato|annex|schedule|appendi(?:ce|x))\.?\s+(?:n\.?\s*)?(?:\d|[ivxlc]+\b))/iu

/** Whether documents of a format are looked at. */
export function isLookedAt(format: string): boolean {
  return !OTHER_FORMATS.has(format)
}

/** The fingerprints of those blocks of a document that may be boilerplate. */
export function candidatesIn(blocks: readonly Block[]): Map<Block, number> {
  const candidates = new Map<Block, number>()
  const last = blocks.at(-1)
  const length = last === undefined ? 0 : last.start + last.text.length
  const isAtEdge = ({ start, text }: Block): boolean =>
    start + text.length <= EDGE_LENGTH || start >= length - EDGE_LENGTH
  let opening = true
  let numberedLevel = Number.POSITIVE_INFINITY
  for (const [index, block] of blocks.entries()) {
    const { kind, level, text, ends = Number.POSITIVE_INFINITY } = block
    if (ends <= numberedLevel) numberedLevel = Number.POSITIVE_INFINITY
    if (kind === 'heading') {
      if (level <= numberedLevel) numberedLevel = NUMBERED.test(text) ? level : Number.POSITIVE_INFINITY
      // Another heading counts where a paragraph follows that may go: then it may have nothing left below it.
      const next = blocks[index + 1]
      const mayGo = isNavigation(text) || (next?.kind === 'paragraph' && isNotice(next, false))
      if (numberedLevel > 6 && mayGo && isAtEdge(block)) candidates.set(block, fingerprintOf(`# ${text}`))
      continue
    }
    const isFirst = opening
    opening = false
    if (numberedLevel <= 6 || !isAtEdge(block)) continue
    if (isNavigation(text) || isNotice(block, isFirst)) candidates.set(block, fingerprintOf(text))
  }
  return candidates
}

/** Whether a paragraph reads like one that could be put into other documents as it is. */
function isNotice({ text, isCode }: Block, isFirst: boolean): boolean {
  if (isCode === true || text.length > MAX_WORDS * 12) return false
  if (text.includes(' | ') || NUMBERED.test(text) || /\?["'”»)\s]*$/.test(text)) return false
  // What a document begins with may be what it is called.
  if (isFirst && !/[.!:;…]["'”»)\s]*$/.test(text)) return false
  const words = countWords(text)
  if (words < MIN_WORDS || words > MAX_WORDS) return false
  return words > MAX_DATED_WORDS || findDate(text)?.precision !== 'day'
}

/** "Condividi", "Leggi anche": what a page has for its readers to do. */
function isNavigation(text: string): boolean {
  return text.length <= 60 && whyNoTitle(text) === 'navigation'
}
