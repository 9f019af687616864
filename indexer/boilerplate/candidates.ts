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
/** Blocks at the beginning and at the end that are its frame: there a publisher puts what goes with all documents. */
const FIRST_BLOCKS = 2
const LAST_BLOCKS = 6
/** A paragraph is looked at if it has so many words; a shorter one says what a document is, or gives a value. */
const MIN_WORDS = 8
const MAX_WORDS = 250
/** A paragraph of no more words that has a day in it says when, and others do so on the same day. */
const MAX_DATED_WORDS = 25

const NUMBERED =
  /^(?:§|\(?\d{1,3}(?:\.\d{1,3})*[.)°º]?\s|\(?(?:[a-z]|[ivx]{1,5})[.)]\s|(?:art(?:icolo|icle)?|cap(?:o|itolo)?|chapter|titolo|title|sez(?:ione)?|sec(?:tion)?|parte|part|comma|punto|clausola|clause|allegato|annex|schedule|appendi(?:ce|x))\.?\s+(?:n\.?\s*)?(?:\d|[ivxlc]+\b))/iu

/** What asks, introduces what follows, or is a line of a program or of a table. */
const OPEN_END = /[?:;{}\\|│][\s"'”»)]*$/u
const OTHER_SIGNS = / \| |[\u2500-\u257f\t]|^(?:[#$>%]|\/\/|\/\*)/u
const SENTENCE_END = /[.!…]["'”»)\s]*$/u

/** Whether documents of a format are looked at. */
export function isLookedAt(format: string): boolean {
  return !OTHER_FORMATS.has(format)
}

/** Whether a block is near enough to the beginning or the end of a document to be looked at. */
export function isAtEdge({ start, text }: Block, blocks: readonly Block[]): boolean {
  const last = blocks.at(-1)
  const length = last === undefined ? 0 : last.start + last.text.length
  return start + text.length <= EDGE_LENGTH || start >= length - EDGE_LENGTH
}

/** The fingerprints of those blocks of a document that may be boilerplate. */
export function candidatesIn(blocks: readonly Block[]): Map<Block, number> {
  const candidates = new Map<Block, number>()
  const isFrame = (index: number): boolean => index < FIRST_BLOCKS || index >= blocks.length - LAST_BLOCKS
  const headings: number[] = []
  let isFirst = true
  let numberedLevel = Number.POSITIVE_INFINITY
  for (const [index, block] of blocks.entries()) {
    const { kind, level, text, ends = Number.POSITIVE_INFINITY } = block
    if (ends <= numberedLevel) numberedLevel = Number.POSITIVE_INFINITY
    if (kind === 'heading' && level <= numberedLevel) {
      numberedLevel = NUMBERED.test(text) ? level : Number.POSITIVE_INFINITY
    }
    const isNumbered = numberedLevel !== Number.POSITIVE_INFINITY
    if (!isNumbered && isAtEdge(block, blocks)) {
      if (kind === 'heading') headings.push(index)
      else if (isNavigation(text) || isNotice(block, isFirst))
        candidates.set(block, fingerprintOf(text, isFrame(index)))
    }
    if (kind === 'paragraph') isFirst = false
  }
  // Backwards, because a heading may have nothing below it but another one. One without any text is what its author wrote.
  for (const index of headings.reverse()) {
    const block = blocks[index] as Block
    const next = blocks[index + 1]
    // With what stands below it: many documents have an introduction, and each another one.
    const text = next?.kind === 'paragraph' ? next.text : ''
    if ((text !== '' || isNavigation(block.text)) && isBare(blocks, index, candidates))
      candidates.set(block, fingerprintOf(`${block.text}\n${text}`, isFrame(index)))
  }
  return candidates
}

/** Whether nothing stays below a heading when some blocks go. */
export function isBare(
  blocks: readonly Block[],
  heading: number,
  going: Pick<ReadonlySet<Block>, 'has'>,
): boolean {
  const { level = 0 } = blocks[heading] ?? {}
  for (let index = heading + 1; index < blocks.length; index += 1) {
    const block = blocks[index] as Block
    if ((block.kind === 'heading' && block.level <= level) || (block.ends ?? 7) <= level) return true
    if (!going.has(block)) return false
  }
  return true
}

/** Whether a paragraph reads like one that could be put into other documents as it is. */
function isNotice({ text, isCode, isNumbered }: Block, isFirst: boolean): boolean {
  if (isCode === true || isNumbered === true || text.length > MAX_WORDS * 12) return false
  if (NUMBERED.test(text) || OPEN_END.test(text) || OTHER_SIGNS.test(text)) return false
  // What a document begins with may be what it is called.
  if (isFirst && !SENTENCE_END.test(text)) return false
  const words = countWords(text)
  if (words < MIN_WORDS || words > MAX_WORDS) return false
  return words > MAX_DATED_WORDS || findDate(text)?.precision !== 'day'
}

/** "Condividi", "Leggi anche": what a page has for its readers to do. */
function isNavigation(text: string): boolean {
  return text.length <= 60 && whyNoTitle(text) === 'navigation'
}
