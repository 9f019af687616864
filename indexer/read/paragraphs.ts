/**
 * Lines of plain text → paragraphs. Lines that were broken to fit a width are joined, lines that stand for
 * themselves (one paragraph a line, list items, addresses, labels) are not.
 */

import { endsSentence } from '../../language/sentences.ts'
import type { Line } from './lines.ts'
import { MAX_PARAGRAPH_LENGTH } from './long-text.ts'

/** A paragraph of plain text, white space and markup still in it. */
export type Paragraph = {
  text: string
  /** Nothing else stands between the blank lines around it, or every line of the text is a paragraph. */
  alone: boolean
  /** It began with a bullet or a number. */
  item: boolean
}

/** Text is wrapped at 65 to 100 characters; a longer line was not meant to fit a width. */
const MAX_WIDTH = 120
const MIN_WIDTH = 40

const BULLET = /^\s*[-–—•*▪◦‣●·+]\s+/
const NUMBER = /^\s*\d{1,3}[.)]\s+/
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
    for (const lines of paragraphs) yield toParagraph(lines, alone)
  }

  for await (const batch of batches) {
    for (const { text, cut } of batch) {
      if (cut) onCut()
      // A line of dashes or stars is a rule between paragraphs.
      if (!VISIBLE.test(text)) {
        if (group.length > 0) yield* flush(false)
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
  for (const line of lines) {
    const paragraph = paragraphs.at(-1)
    const before = paragraph?.at(-1)
    if (paragraph !== undefined && before !== undefined && goesOn(before, line, width)) paragraph.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

function goesOn(before: string, line: string, width: number): boolean {
  if (BULLET.test(line) || NUMBER.test(line)) return false
  const end = before.trimEnd()
  const start = line.trimStart()
  if (/\p{L}-$/u.test(end)) return true
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
  return { text: text.replace(BULLET, ''), alone, item }
}

/**
 * A word that was hyphenated at the end of a line is made whole, a compound with a capital keeps its hyphen.
 */
function joinLines(before: string, line: string): string {
  if (!/\p{L}-$/u.test(before)) return `${before} ${line}`
  return /^\p{Ll}/u.test(line) ? before.slice(0, -1) + line : before + line
}
