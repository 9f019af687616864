/**
 * Where a page has columns: its segments → regions in reading order, each of one column. Text that reaches over a gutter
 * (titles, wide tables) parts what is above it from what is below.
 */
import { type Row, rowsOf, type Segment } from './pdf-lines.ts'

/** Columns beside each other are looked for inside columns so often: up to eight of them. */
const MAX_DEPTH = 3

/** As many rows on each side, at least, make columns. */
const MIN_ROWS = 4

/** The regions of a page, in reading order. */
export function columnsOf(segments: readonly Segment[], depth = 0): Segment[][] {
  const rows = rowsOf(segments)
  if (depth >= MAX_DEPTH || rows.length < MIN_ROWS) return segments.length === 0 ? [] : [[...segments]]
  const edge = secondEdge(rows)
  if (edge === null) return [[...segments]]
  const regions: Segment[][] = []
  let single: Segment[] = []
  const closeSingle = (): void => {
    if (single.length > 0) regions.push(single)
    single = []
  }
  for (const band of bandsOf(rows, edge)) {
    const all = band.rows.flatMap((row) => row.segments)
    const left = all.filter(({ x0 }) => x0 < edge)
    const right = all.filter(({ x0 }) => x0 >= edge)
    if (band.crosses || !areColumns(band.rows, left, right, edge)) single.push(...all)
    else {
      closeSingle()
      regions.push(...columnsOf(left, depth + 1), ...columnsOf(right, depth + 1))
    }
  }
  closeSingle()
  return regions
}

/** Where most rows begin again: the left edge of a second column; `null` if there is none. */
function secondEdge(rows: readonly Row[]): number | null {
  const all = rows.flatMap((row) => row.segments)
  const x0 = all.reduce((least, segment) => Math.min(least, segment.x0), Number.POSITIVE_INFINITY)
  const x1 = all.reduce((most, segment) => Math.max(most, segment.x1), Number.NEGATIVE_INFINITY)
  const counts = new Map<number, number>()
  for (const segment of all) {
    if (segment.x0 < x0 + 0.2 * (x1 - x0) || segment.x0 > x0 + 0.85 * (x1 - x0)) continue
    const bin = Math.round(segment.x0 / 3)
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
  }
  let best: { bin: number; count: number } | null = null
  for (const bin of counts.keys()) {
    const count = (counts.get(bin) ?? 0) + (counts.get(bin + 1) ?? 0)
    if (count > (best?.count ?? Math.max(MIN_ROWS, 0.12 * rows.length) - 1)) best = { bin, count }
  }
  return best === null ? null : (best.bin - 0.5) * 3 - 1
}

type Band = { crosses: boolean; rows: Row[] }

/** Rows that reach over an edge, and rows that do not, as they follow each other. */
function bandsOf(rows: readonly Row[], edge: number): Band[] {
  const bands: Band[] = []
  for (const row of rows) {
    const crosses = row.segments.some(({ x0, x1 }) => x0 < edge && x1 > edge + 1)
    const band = bands.at(-1)
    if (band?.crosses === crosses) band.rows.push(row)
    else bands.push({ crosses, rows: [row] })
  }
  return bands
}

/** Whether both sides of an edge are running text of their own, and not the cells of a table. */
function areColumns(
  rows: readonly Row[],
  left: readonly Segment[],
  right: readonly Segment[],
  edge: number,
): boolean {
  if (rowsOf(left).length < MIN_ROWS || rowsOf(right).length < MIN_ROWS) return false
  const [fillLeft, fillRight] = [fillOf(left, edge), fillOf(right, Number.POSITIVE_INFINITY)]
  const both = rows.filter(
    ({ segments }) => segments.some((s) => s.x0 < edge) && segments.some((s) => s.x0 >= edge),
  )
  const order = new Map([...left, ...right].sort((a, b) => a.order - b.order).map((s, index) => [s, index]))
  const inRow = both.filter(({ segments }) => {
    const at = segments.map((segment) => order.get(segment) ?? 0)
    return Math.max(...at) - Math.min(...at) < segments.length
  })
  const isRowByRow = both.length > 0 && inRow.length > 0.3 * both.length
  if (!isRowByRow) return Math.min(fillLeft, fillRight) > 0.25
  return Math.min(fillLeft, fillRight) > 0.7 && wordsOf(left) >= 4 && wordsOf(right) >= 4
}

/** How much of the width of a column its rows reach over, in the middle: formulas are many short segments. */
function fillOf(segments: readonly Segment[], edge: number): number {
  const x0 = Math.min(...segments.map((segment) => segment.x0))
  const x1 = Math.min(edge, Math.max(...segments.map((segment) => segment.x1)))
  const widths = rowsOf(segments).map((row) => {
    return Math.max(...row.segments.map((one) => one.x1)) - (row.segments[0]?.x0 ?? 0)
  })
  return median(widths) / Math.max(1, x1 - x0)
}

function wordsOf(segments: readonly Segment[]): number {
  return median(segments.map(({ text }) => text.split(' ').length))
}

/** The value in the middle; 0 of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
