/**
 * Running heads, running feet and page numbers: what stands at the edge of many pages. Told from a few pages, then left
 * out of all.
 */
import { type Row, rowsOf, type Segment } from './pdf-lines.ts'

/** A page as far as its edges are looked at. */
export type EdgePage = { number: number; height: number; segments: readonly Segment[] }

/** The segments of a page without its running head and foot. */
export type EdgeFilter = (page: EdgePage) => Segment[]

/** Rows at each edge that may belong to it. */
const MAX_ROWS = 3

/** Heads and feet stand in the outer part of a page. */
const EDGE_SHARE = 0.17

const PAGE_NUMBER =
  /^[\s–—|•·-]*(?:(?:p(?:ag(?:ina|e)?|p)?|seite)\.?\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|di|of|su|\|)\s*\d{1,4})?[\s–—|•·.-]*$/i

/** An edge row that comes again is told by this: its words, whatever its numbers are. */
type Seen = { words: string; y: number; isApart: boolean; page: number }

/** Learns the edges from some pages, in rising order. */
export function createEdgeFilter(sample: readonly EdgePage[]): EdgeFilter {
  const seen = {
    top: sample.flatMap((page) => seenOf(page, 'top')),
    foot: sample.flatMap((p) => seenOf(p, 'foot')),
  }
  const known = { top: knownOf(seen.top, sample.length), foot: knownOf(seen.foot, sample.length) }
  return (page) => {
    const left = new Set(page.segments)
    for (const side of ['top', 'foot'] as const) {
      const rows = edgeRows(page, side)
      // What is nearer to the edge than a running head is part of it.
      const last = rows.findLastIndex((row, index) => {
        const isNumber = index === outermost(rows) && PAGE_NUMBER.test(textOf(row))
        return isNumber || known[side](seenRow(page, row, rows[index + 1], side))
      })
      for (const row of rows.slice(0, last + 1)) for (const segment of row.segments) left.delete(segment)
    }
    return page.segments.filter((segment) => left.has(segment))
  }
}

function outermost(rows: readonly Row[]): number {
  return rows.length === 0 ? -1 : 0
}

/** The outer rows, from the edge inwards; one more than may be left out, to see how far away it is. */
function edgeRows(page: EdgePage, side: 'top' | 'foot'): Row[] {
  const limit = page.height * EDGE_SHARE
  const isNear = ({ y }: Segment): boolean => (side === 'top' ? y < limit : y > page.height - limit)
  const rows = rowsOf(page.segments.filter(isNear))
  return (side === 'top' ? rows : rows.reverse()).slice(0, MAX_ROWS)
}

function seenOf(page: EdgePage, side: 'top' | 'foot'): Seen[] {
  const rows = edgeRows(page, side)
  return rows.map((row, index) => seenRow(page, row, rows[index + 1], side))
}

function seenRow({ number, height }: EdgePage, row: Row, next: Row | undefined, side: 'top' | 'foot'): Seen {
  const gap = next === undefined ? Number.POSITIVE_INFINITY : Math.abs(next.y - row.y)
  const words = textOf(row)
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/\b[ivxlc]+\b/g, '#')
    .replace(/\s+/g, ' ')
  return { words, y: side === 'top' ? row.y : height - row.y, isApart: gap > 1.6 * row.size, page: number }
}

function textOf({ segments }: Row): string {
  return segments.map(({ text }) => text).join(' ')
}

/** Whether a row is one of those that many pages share, by its words, or by its place apart from the text. */
function knownOf(seen: readonly Seen[], pages: number): (row: Seen) => boolean {
  const words = pagesBy(seen, ({ words }) => words)
  const places = pagesBy(
    seen.filter(({ isApart }) => isApart),
    ({ y }) => String(Math.round(y / 3)),
  )
  const text = pagesBy(
    seen.filter(({ isApart }) => !isApart),
    ({ y }) => String(Math.round(y / 3)),
  )
  const share = (pages_: number): number => (pages < 3 ? 0 : pages_ / pages)
  const countAt = (counts: ReadonlyMap<string, ReadonlySet<number>>, y: number): number => {
    const bin = Math.round(y / 3)
    return [bin - 1, bin, bin + 1].reduce((sum, at) => sum + (counts.get(String(at))?.size ?? 0), 0)
  }
  return (row) => {
    const sameWords = words.get(row.words)?.size ?? 0
    if (sameWords >= 3 || (sameWords >= 2 && share(sameWords) >= 0.4)) return true
    const apart = countAt(places, row.y)
    return row.isApart && share(apart) >= 0.4 && countAt(text, row.y) < 0.5 * apart
  }
}

function pagesBy(seen: readonly Seen[], keyOf: (row: Seen) => string): Map<string, Set<number>> {
  const pages = new Map<string, Set<number>>()
  for (const row of seen) {
    const known = pages.get(keyOf(row)) ?? new Set()
    pages.set(keyOf(row), known.add(row.page))
  }
  return pages
}
