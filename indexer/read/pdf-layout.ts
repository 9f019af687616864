/** A page's segments → lines in reading order: column after column, the cells of a row of a table in one line. */
import { columnsOf } from './pdf-columns.ts'
import { type Row, rowsOf, type Segment } from './pdf-lines.ts'

/** A line of a page. Lengths are points; `y` is that of the baseline, downwards. */
export type Line = Omit<Segment, 'order'> & {
  /** Number of its region of the page: where it changes, the text goes on at another place. */
  region: number
  /** Edges of the text around it. */
  left: number
  right: number
  /** Whether it is a row of a table, with ` | ` between the cells. */
  isRow: boolean
  /** Number of its parts with wide gaps between them. */
  cells: number
}

/** Cells stand further apart than words: in sizes of the font. */
const MIN_CELL_GAP = 1.2

/** Lines above and below that tell how wide the text is. */
const NEAR_LINES = 8

/** The lines of a page, in reading order. */
export function linesOf(segments: readonly Segment[]): Line[] {
  return columnsOf(segments).flatMap((column, region) => {
    const rows = rowsOf(column)
    const lines = rows.map((row, index) => {
      const isRow = isTableRow(row, rows[index - 1], rows[index + 1])
      return { ...lineOf(row, isRow), isRow, cells: cellsOf(row).length }
    })
    return lines.map((line, index) => {
      const near = lines.slice(Math.max(0, index - NEAR_LINES), index + NEAR_LINES + 1)
      const alike = near.filter(({ size, isRow }) => !isRow && Math.abs(size - line.size) < 0.1 * line.size)
      const left = Math.min(line.x0, ...alike.map(({ x0 }) => x0))
      const right = Math.max(line.x1, ...alike.map(({ x1 }) => x1))
      return { ...line, region, left, right }
    })
  })
}

/** Whether cells of a row begin where cells of a row beside it begin, or end where they end (numbers). */
function isTableRow(row: Row, above: Row | undefined, below: Row | undefined): boolean {
  const cells = cellsOf(row)
  if (cells.length < 2) return false
  const near = row.size * 0.5
  return [above, below].some((other) => {
    if (other === undefined) return false
    const others = cellsOf(other)
    if (others.length < 2) return false
    const meets = cells.slice(1).filter(({ x0, x1 }) => {
      return others.some((cell) => Math.abs(cell.x0 - x0) < near || Math.abs(cell.x1 - x1) < near)
    })
    return meets.length >= 0.5 * (cells.length - 1)
  })
}

/** The extents of a row's cells: segments with a wide gap between them. */
function cellsOf({ segments, size }: Row): { x0: number; x1: number }[] {
  const cells: { x0: number; x1: number }[] = []
  for (const { x0, x1 } of segments) {
    const cell = cells.at(-1)
    if (cell !== undefined && x0 - cell.x1 < MIN_CELL_GAP * size) cell.x1 = Math.max(cell.x1, x1)
    else cells.push({ x0, x1 })
  }
  return cells
}

function lineOf(
  { segments, y }: Row,
  isRow: boolean,
): Omit<Line, 'region' | 'left' | 'right' | 'isRow' | 'cells'> {
  let text = ''
  let end = Number.NEGATIVE_INFINITY
  let letters = 0
  const sum = { bold: 0, mono: 0 }
  const longest = segments.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  for (const segment of segments) {
    if (text !== '') text += isRow && segment.x0 - end > MIN_CELL_GAP * segment.size ? ' | ' : ' '
    text += segment.text
    end = Math.max(end, segment.x1)
    letters += segment.text.length
    sum.bold += segment.bold * segment.text.length
    sum.mono += segment.mono * segment.text.length
  }
  const x0 = (segments[0] as Segment).x0
  return { text, x0, x1: end, y, size: longest.size, bold: sum.bold / letters, mono: sum.mono / letters }
}
