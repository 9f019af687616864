/** Lines → paragraphs, over the ends of columns and pages. Which of them are headings is told elsewhere. */
import { lawHeading } from './law-headings.ts'
import type { LineJoiner } from './pdf-hyphens.ts'
import type { Line } from './pdf-layout.ts'
import { HEADING_RATIO, type Style } from './pdf-style.ts'

/** Lines that belong together. */
export type Paragraph = {
  text: string
  /** Number of the page that it begins on. */
  page: number
  lines: number
  size: number
  /** Shares of its letters. */
  bold: number
  mono: number
  isRow: boolean
  /** The most parts with wide gaps between them that one of its lines has. */
  cells: number
  /** Whether there is more room above it than between its lines. */
  isApart: boolean
}

/** Takes pages in order and gives the paragraphs that are complete. */
export type ParagraphMaker = {
  /** @param notes lines of footnotes, which come after the paragraph that goes on on the next page */
  add: (page: number, lines: readonly Line[], notes: readonly Line[]) => Paragraph[]
  finish: () => Paragraph[]
}

/** A paragraph that may go on, and the page of its last line. */
type Open = { paragraph: Paragraph; first: Line; last: Line; page: number }

/** Longer ones are ended at the end of a line. */
const MAX_LENGTH = 20_000

const SENTENCE_END = /[.!?:;…]["'”’»)\]]*$/
const BULLET = /^(?:[•●▪■◦‣∙·–—►▶➢✓*]|-)\s/
const ITEM = /^(?:\(?\d{1,3}[.)]|\(?[a-z]\)|\[\d{1,3}\]|[a-z][.)])\s/i

/** A maker of the paragraphs of one document. */
export function createParagraphMaker(style: Style, { join, note }: LineJoiner): ParagraphMaker {
  let open: Open | null = null
  let held: Paragraph[] = []

  function* take(line: Line, page: number): Generator<Paragraph> {
    note(line.text)
    if (open !== null && open.paragraph.text.length < MAX_LENGTH && goesOn(open, line, page, style)) {
      const { paragraph } = open
      const total = paragraph.text.length + line.text.length
      const mix = (a: number, b: number): number => (a * paragraph.text.length + b * line.text.length) / total
      paragraph.bold = mix(paragraph.bold, line.bold)
      paragraph.mono = mix(paragraph.mono, line.mono)
      paragraph.text = join(paragraph.text, line.text)
      paragraph.lines += 1
      paragraph.cells = Math.max(paragraph.cells, line.cells)
      open.last = line
      open.page = page
      return
    }
    const { text, size, bold, mono, isRow, cells } = line
    const isApart =
      open === null || open.last.region !== line.region || line.y - open.last.y > 1.25 * style.leading * size
    yield* close()
    const paragraph = { text, page, lines: 1, size, bold, mono, isRow, cells, isApart }
    open = { paragraph, first: line, last: line, page }
  }
  function* close(): Generator<Paragraph> {
    if (open !== null) yield open.paragraph
    open = null
    yield* held
    held = []
  }
  return {
    add: (page, lines, notes) => {
      const done = lines.flatMap((line) => [...take(line, page)])
      if (notes.length > 0) {
        const maker = createParagraphMaker(style, { join, note })
        held.push(...maker.add(page, notes, []), ...maker.finish())
      }
      return done
    },
    finish: () => [...close()],
  }
}

/** Whether a line goes on with a paragraph. */
function goesOn(
  { paragraph, first, last, page: lastPage }: Open,
  line: Line,
  page: number,
  style: Style,
): boolean {
  if (line.isRow || last.isRow) return false
  const isEnded = SENTENCE_END.test(last.text)
  // An address that is divided: https: //www.
  if (/https?:$/.test(last.text) && line.text.startsWith('//')) return true
  const other = Math.abs(line.size - last.size) / style.bodySize
  const isCut = !isEnded && last.x1 > last.right - 2 * last.size
  if (other > 0.08 && !(other < 0.25 && isCut && /^\p{Ll}/u.test(line.text))) return false
  if (line.mono > 0.8 !== paragraph.mono > 0.8 && !(isCut && paragraph.mono <= 0.8)) return false
  if (paragraph.lines === 1 && lawHeading(last.text, line.text)?.takesNext === true) return false
  if (BULLET.test(line.text) || (isEnded && lawHeading(line.text) !== null)) return false
  const isHeading = last.size >= style.bodySize * HEADING_RATIO
  const isBold = !style.isBoldBody && last.bold > 0.95
  if (isBold && !(line.bold > 0.95)) return last.x1 > last.right - 2 * last.size && /^\p{Ll}/u.test(line.text)
  if (!isBold && !style.isBoldBody && line.bold > 0.95 && (isEnded || paragraph.mono > 0.8)) return false
  const isSamePlace = page === lastPage && last.region === line.region && line.y > last.y
  if (!isSamePlace) {
    if (isHeading || isBold || isEnded) return false
    const isFull = last.x1 > last.right - 2 * last.size || /[-\u00AD\u2010]$/u.test(last.text)
    return (
      /^[\p{Ll}(]/u.test(line.text) ||
      (isFull && line.x0 - line.left < 0.6 * line.size && !ITEM.test(line.text))
    )
  }
  const gap = line.y - last.y
  if (gap > (isHeading ? 1.5 : 1.28 * style.leading) * line.size) return false
  if (line.mono > 0.8 && paragraph.mono > 0.8) return true
  if (isHeading || isBold) return true
  const room = last.right - last.x1
  const isFull = room < 2 * last.size
  if (ITEM.test(line.text) && (isEnded || !isFull)) return false
  if (/^\p{Ll}/u.test(line.text) && !isEnded) return true
  const firstWord = line.text.split(' ', 1)[0] ?? ''
  // There was room for the next word: the line was ended, not full.
  if (
    room > firstWord.length * 0.55 * line.size + 1.5 * line.size &&
    (isEnded || room > 0.3 * (last.right - last.left))
  ) {
    return false
  }
  const shift = (line.x0 - last.x0) / line.size
  if (shift > 0.7) return !isEnded && isFull
  const isHanging = paragraph.lines > 1 && last.x0 - first.x0 > 0.7 * line.size
  if (shift < -0.7 && (isHanging || paragraph.lines > 1)) return false
  return true
}
