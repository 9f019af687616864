/**
 * Lines of plain text → paragraphs. Lines that were broken to fit a width are joined, lines that stand for
 * themselves (one paragraph a line, list items, addresses, labels) are not.
 */

import { endsSentence } from '../../language/sentences.ts'
import { lawHeading } from './law-headings.ts'
import type { Line } from './lines.ts'
import { MAX_PARAGRAPH_LENGTH } from './long-text.ts'
import { hasHeadingForm } from './plain-headings.ts'

/** A paragraph of plain text, white space and markup still in it. */
export type Paragraph = {
  text: string
  /** Nothing else stands between the blank lines around it, or every line of the text is a paragraph. */
  alone: boolean
  /** It began with a bullet or a number. */
  item: boolean
  /** The sign that the line below it is drawn with: `=` of a row of them. */
  underline?: string
  /** Columns before its first line. */
  indent: number
  /** Its text stands right below it and further to the right, as in manual pages. */
  isOutdented?: true
}

/** Text is wrapped at 65 to 100 characters; a longer line was not meant to fit a width. */
const MAX_WIDTH = 120
const MIN_WIDTH = 40

const BULLET = /^\s*[-–—•*▪◦‣●·+]\s+/
const NUMBER = /^\s*\d{1,3}[.)]\s+/
const LETTER = /^\s*\(?[a-z]\)\s+/
/** A row of a table, or a line with something at its left and right end. */
const COLUMNS = /\S\s{4,}\S/
const VISIBLE = /[\p{L}\p{N}]/u

/**
 * The paragraphs of a text, as a stream.
 *
 * @param onCut Called for every line that had to be cut because of its length.
 */
export async function* groupParagraphs(
  batches: AsyncIterable<Line[]>,
  onCut: () => void,
): AsyncGenerator<Paragraph> {
  let group: string[] = []
  let length = 0
  let width = 0
  const flush = function* (goesOnAfter: boolean): Generator<Paragraph> {
    const paragraphs = splitGroup(group, width)
    const alone = paragraphs.length === 1 || widest(group) > MAX_WIDTH
    if (group.length > 2 && widest(group) <= MAX_WIDTH) width = widest(group)
    group = goesOnAfter ? takeOpenEnd(paragraphs) : []
    length = group.reduce((sum, line) => sum + line.length, 0)
    const [first = []] = paragraphs
    for (const lines of paragraphs) {
      const isOutdented = lines === first && paragraphs.length > 1 && isOutdentedAbove(first, paragraphs[1])
      yield { ...toParagraph(lines, alone), ...(isOutdented ? { isOutdented } : {}) }
    }
  }

  for await (const batch of batches) {
    for (const { text, cut } of batch) {
      if (cut) onCut()
      // A line of dashes or stars is a rule between paragraphs.
      if (!VISIBLE.test(text)) {
        const [only = ''] = group
        if (group.length === 1 && isUnderline(text, only)) {
          yield { ...toParagraph([only], true), underline: text.trim().charAt(0) }
          group = []
          length = 0
        } else if (group.length > 0) yield* flush(false)
        continue
      }
      while (group.length > 0 && length + text.length > MAX_PARAGRAPH_LENGTH) yield* flush(true)
      group.push(text)
      length += text.length
    }
  }
  if (group.length > 0) yield* flush(false)
}

/** Takes from the paragraphs of a group that is too long what the lines to come may go on. */
function takeOpenEnd(paragraphs: string[][]): string[] {
  if (paragraphs.length > 1) return paragraphs.pop() as string[]
  const lines = paragraphs[0] as string[]
  return lines.splice(lines.findLastIndex(endsSentence) + 1 || lines.length)
}

/** Which lines between two blank lines make a paragraph together. */
function splitGroup(lines: readonly string[], widthBefore: number): string[][] {
  const paragraphs: string[][] = []
  const longest = widest(lines)
  // Two lines say little about the width that a text was wrapped to.
  const width = lines.length > 2 ? longest : Math.max(longest, widthBefore)
  let isClosed = isTermLine(lines)
  for (const [index, line] of lines.entries()) {
    const paragraph = paragraphs.at(-1)
    const before = paragraph?.at(-1) ?? ''
    const law = MAY_BE_LAW.test(line) ? lawHeading(line.trim(), 'Titolo', before) : null
    const goes = before !== '' && law === null && !isClosed && goesOn(before, line, width)
    if (goes) paragraph?.push(line)
    else paragraphs.push([line])
    // Nothing goes on behind "Art. 5" but its title; a line that has more of the text is wrapped as others are.
    if (index > 0 || law !== null) isClosed = law?.takesNext === true
  }
  return paragraphs
}

const MAY_BE_LAW = /^\s*(?:art|sec|§|lib|boo|par|tit|cap|cha|sez|all|ann|sch|app)/i

const MAX_TERM_LENGTH = 60
const MIN_INDENT = 3

/** Whether the first of these lines is a heading of the rest, which stands further to the right. */
function isTermLine([first = '', second = '']: readonly string[]): boolean {
  const indent = indentOf(first)
  if (indent > MIN_INDENT + 1 || first.trim().length > MAX_TERM_LENGTH) return false
  return indentOf(second) >= indent + MIN_INDENT && hasHeadingForm(first.trim(), true)
}

function isOutdentedAbove(lines: readonly string[], below: readonly string[] = []): boolean {
  return lines.length === 1 && isTermLine([lines[0] ?? '', below[0] ?? ''])
}

function indentOf(line: string): number {
  return line.replace(/\t/g, '        ').search(/\S|$/)
}

/** Whether a line is drawn under another one: as long as it, more or less, of one sign. */
function isUnderline(line: string, above: string): boolean {
  const drawn = line.trim()
  const length = above.trim().length
  return (
    /^([=~^"#+*-])\1{2,}$/.test(drawn) &&
    length <= 200 &&
    drawn.length >= 0.6 * length &&
    drawn.length <= 1.5 * length + 4
  )
}

function goesOn(before: string, line: string, width: number): boolean {
  if (BULLET.test(line) || NUMBER.test(line) || LETTER.test(line)) return false
  if (COLUMNS.test(before) || COLUMNS.test(line)) return false
  const end = before.trimEnd()
  const start = line.trimStart()
  if (/\p{L}[-\u2010]$/u.test(end)) return true
  if (/^\p{Ll}/u.test(start) && !/[.!?:;]$/.test(end)) return true
  if (width < MIN_WIDTH || width > MAX_WIDTH) return false
  // Whoever wraps text fills its lines: had the next word fitted, the break would have been meant.
  return end.length + 1 + (start.split(/\s/, 1)[0] as string).length > width
}

function widest(lines: readonly string[]): number {
  return lines.reduce((width, line) => Math.max(width, line.trimEnd().length), 0)
}

function toParagraph(lines: readonly string[], alone: boolean): Paragraph {
  const [first = ''] = lines
  const text = lines.map((line) => line.trim()).reduce(joinLines)
  const item = BULLET.test(first) || NUMBER.test(first)
  return { text: text.replace(BULLET, ''), alone, item, indent: indentOf(first) }
}

/**
 * A word that was hyphenated at the end of a line is made whole, a compound with a capital keeps its hyphen.
 */
function joinLines(before: string, line: string): string {
  if (!/\p{L}[-\u2010]$/u.test(before)) return `${before} ${line}`
  return /^\p{Ll}/u.test(line) ? before.slice(0, -1) + line : before + line
}
