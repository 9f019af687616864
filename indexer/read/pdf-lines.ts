/** Pieces of text → segments: text in a row without a gap that a column or a cell could end at. */
import type { Piece } from './pdf-pieces.ts'

/** Text in a row. Lengths are points; `y` is that of the baseline, downwards. */
export type Segment = {
  text: string
  x0: number
  x1: number
  y: number
  /** Of most of its letters. */
  size: number
  /** Share of its letters. */
  bold: number
  mono: number
  /** Its place in the order of the file. */
  order: number
}

/** A row of a page, its segments from left to right. */
export type Row = { y: number; size: number; segments: Segment[] }

/** A wider gap, in sizes of the font, may part columns or cells. */
const MAX_GAP = 1

/** A gap of this many sizes of the font is a space. */
const MIN_SPACE = 0.13

type Open = Segment & { letters: number; sizes: Map<number, number>; last: Piece }

/** The segments of a page, in the order of the file. */
export function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const open: Open[] = []
  for (const piece of pieces) {
    const segment = open.at(-1)
    if (segment !== undefined && continues(segment, piece)) extend(segment, piece)
    else open.push(begin(piece, open.length))
  }
  return joined(open)
}

/** Rows from top to bottom out of segments in any order. */
export function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: Row[] = []
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const row = rows.at(-1)
    const reach = row === undefined ? 0 : 0.45 * Math.max(Math.min(row.size, segment.size), 0.7 * row.size)
    if (row !== undefined && segment.y - row.y <= reach && !overlaps(row, segment)) {
      row.segments.push(segment)
      row.size = Math.max(row.size, segment.size)
    } else rows.push({ y: segment.y, size: segment.size, segments: [segment] })
  }
  for (const row of rows) row.segments.sort((a, b) => a.x0 - b.x0)
  return rows
}

function overlaps(row: Row, { x0, x1 }: Segment): boolean {
  return row.segments.some((other) => Math.min(other.x1, x1) - Math.max(other.x0, x0) > 0.3 * row.size)
}

function begin(piece: Piece, order: number): Open {
  const { text, x, y, width, size } = piece
  const letters = text.length
  return {
    text,
    x0: x,
    x1: x + width,
    y,
    size,
    bold: piece.isBold ? 1 : 0,
    mono: piece.isMono ? 1 : 0,
    order,
    letters,
    sizes: new Map([[size, letters]]),
    last: piece,
  }
}

function continues(segment: Segment, { x, y, size }: Piece): boolean {
  const larger = Math.max(segment.size, size)
  const gap = x - segment.x1
  return Math.abs(y - segment.y) < 0.5 * larger && gap > -0.6 * larger && gap < MAX_GAP * larger
}

function extend(segment: Open, piece: Piece): void {
  const { text, x, width, size } = piece
  const larger = Math.max(segment.size, size)
  if (isNoteMark(segment, piece)) {
    segment.x1 = Math.max(segment.x1, x + width)
    return
  }
  const isSpaced = x - segment.x1 > MIN_SPACE * larger || (piece.isSpaced && x - segment.x1 > 0.02 * larger)
  segment.text += isSpaced ? ` ${text}` : text
  const letters = segment.letters + text.length
  const share = (before: number, is: boolean): number =>
    (before * segment.letters + (is ? text.length : 0)) / letters
  segment.bold = share(segment.bold, piece.isBold)
  segment.mono = share(segment.mono, piece.isMono)
  segment.letters = letters
  segment.sizes.set(size, (segment.sizes.get(size) ?? 0) + text.length)
  if ((segment.sizes.get(size) ?? 0) > (segment.sizes.get(segment.size) ?? 0)) {
    segment.size = size
    segment.y = piece.y
  }
  segment.x1 = Math.max(segment.x1, x + width)
  segment.last = piece
}

/** Small raised figures behind a word or a sentence: they call a note and are no text. */
function isNoteMark(segment: Open, { text, y, size }: Piece): boolean {
  const isSmallRaised = size < 0.8 * segment.size && y < segment.y - 0.15 * segment.size
  return (
    isSmallRaised &&
    /^(?:\d{1,3}|[*†‡]{1,3})[,;]?$/.test(text) &&
    /(?:\p{L}{3}|[.,;:!?)»”"’])$/u.test(segment.text)
  )
}

/** Segments that go on where another one ends, though the file has something else between them. */
function joined(open: readonly Open[]): Segment[] {
  const rows = rowsOf(open)
  const gone = new Set<Segment>()
  for (const { segments } of rows) {
    for (const [index, next] of segments.entries()) {
      const segment = segments[index - 1]
      if (segment === undefined || gone.has(segment)) continue
      const size = Math.max(segment.size, next.size)
      const gap = next.x0 - segment.x1
      if (gap < -0.3 * size || gap > 0.35 * size || Math.abs(next.y - segment.y) > 0.45 * size) continue
      const [first, second] = [segment.text.length, next.text.length]
      const mix = (a: number, b: number): number => (a * first + b * second) / (first + second)
      Object.assign(next, {
        text: gap > MIN_SPACE * size ? `${segment.text} ${next.text}` : segment.text + next.text,
        x0: segment.x0,
        bold: mix(segment.bold, next.bold),
        mono: mix(segment.mono, next.mono),
        size: first > second ? segment.size : next.size,
        y: first > second ? segment.y : next.y,
        order: Math.min(segment.order, next.order),
      })
      gone.add(segment)
    }
  }
  return open
    .filter((segment) => !gone.has(segment))
    .map(({ letters: _letters, sizes: _sizes, last: _last, ...segment }) => segment)
}
