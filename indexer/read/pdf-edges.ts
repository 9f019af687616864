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

/** What an edge row is told by: its words, whatever its numbers are, and its place. */
type Seen = {
  words: string
  /** Distance from the edge. */
  y: number
  isApart: boolean
  /** Whether nothing is nearer to the edge. */
  isOuter: boolean
  /** Whether its letters are larger than those of the text, as those of titles are: of slides, of chapters. */
  isLarge: boolean
  page: number
  /** How far the number at either of its ends is from that of the page. */
  shifts: number[]
}

/** Learns the edges from some pages, in rising order. */
export function createEdgeFilter(sample: readonly EdgePage[]): EdgeFilter {
  const size = usualSize(sample)
  const seenAt = (side: Side): Seen[] => sample.flatMap((page) => seenOf(page, side, size))
  const known = { top: knownOf(seenAt('top'), sample.length), foot: knownOf(seenAt('foot'), sample.length) }
  return (page) => {
    const left = new Set(page.segments)
    for (const side of ['top', 'foot'] as const) {
      const rows = edgeRows(page, side)
      const seen = seenOf(page, side, size)
      for (const [index, { row }] of rows.entries()) {
        const isNumber = index === 0 && PAGE_NUMBER.test(textOf(row))
        // What is nearer to the middle than a row of text is text.
        if (!isNumber && !known[side](seen[index] as Seen)) break
        for (const segment of row.segments) left.delete(segment)
      }
    }
    return page.segments.filter((segment) => left.has(segment))
  }
}

/** The size of most letters. */
function usualSize(pages: readonly EdgePage[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of pages.flatMap(({ segments }) => segments)) {
    letters.set(size, (letters.get(size) ?? 0) + text.length)
  }
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most), [10, 0])[0]
}

type Side = 'top' | 'foot'

/** The outer rows, from the edge inwards, each with the row behind it, which may be far from the edge. */
function edgeRows(page: EdgePage, side: Side): { row: Row; next: Row | undefined }[] {
  const distance = ({ y }: { y: number }): number => (side === 'top' ? y : page.height - y)
  const rows = rowsOf(page.segments)
  if (side === 'foot') rows.reverse()
  return rows
    .slice(0, MAX_ROWS)
    .map((row, index) => ({ row, next: rows[index + 1] }))
    .filter(({ row }) => distance(row) < page.height * EDGE_SHARE)
}

function seenOf(page: EdgePage, side: Side, usual: number): Seen[] {
  return edgeRows(page, side).map(({ row, next }, index) => {
    const gap = next === undefined ? Number.POSITIVE_INFINITY : Math.abs(next.y - row.y)
    const text = textOf(row)
    const numbers = [/^\d{1,4}(?!\d)/.exec(text)?.[0], /(?<!\d)\d{1,4}$/.exec(text)?.[0]]
    return {
      words: text
        .toLowerCase()
        .replace(/\d+/g, '#')
        .replace(/\b[ivxlc]+\b/g, '#')
        .replace(/\s+/g, ' '),
      y: side === 'top' ? row.y : page.height - row.y,
      isApart: gap > 1.6 * row.size,
      isOuter: index === 0,
      isLarge: row.size > 1.15 * usual,
      page: page.number,
      shifts: numbers.filter((number) => number !== undefined).map((number) => page.number - Number(number)),
    }
  })
}

function textOf({ segments }: Row): string {
  return segments.map(({ text }) => text).join(' ')
}

/** Whether a row is one of those that many pages share, by its words, or by its place apart from the text. */
function knownOf(seen: readonly Seen[], pages: number): (row: Seen) => boolean {
  const outer = seen.filter(({ isOuter }) => isOuter)
  // A heading in the text may have the words of the running head of the pages after it, but not its place.
  const words = pagesBy(seen, (row) => placesOf(row).map((place) => `${row.words} ${place}`))
  const apart = pagesBy(
    outer.filter(({ isApart }) => isApart),
    placesOf,
  )
  const close = pagesBy(
    outer.filter(({ isApart }) => !isApart),
    placesOf,
  )
  const shifts = pagesBy(outer, ({ shifts }) => shifts)
  const countAt = (counts: ReadonlyMap<string | number, ReadonlySet<number>>, { y }: Seen): number => {
    return counts.get(Math.round(y / 3))?.size ?? 0
  }
  return (row) => {
    const alike = words.get(`${row.words} ${Math.round(row.y / 3)}`)?.size ?? 0
    const isTelling = row.isOuter || /\p{L}{3}/u.test(row.words)
    if (row.isLarge) return isTelling && alike >= 3 && alike >= 0.5 * pages
    if (isTelling && (alike >= 3 || (alike >= 2 && alike >= 0.4 * pages))) return true
    if (!row.isOuter || pages < 3) return false
    const isNumbered = row.shifts.some((shift) => (shifts.get(shift)?.size ?? 0) >= Math.max(3, 0.25 * pages))
    if (isNumbered) return true
    const [rows, texts] = [countAt(apart, row), countAt(close, row)]
    return row.isApart && rows >= 0.6 * pages && texts < 0.2 * rows
  }
}

/** The bins of 3 points that a row may be in. */
function placesOf({ y }: Seen): number[] {
  const bin = Math.round(y / 3)
  return [bin - 1, bin, bin + 1]
}

function pagesBy<Key>(seen: readonly Seen[], keysOf: (row: Seen) => Key[]): Map<Key, Set<number>> {
  const pages = new Map<Key, Set<number>>()
  for (const row of seen) {
    for (const key of keysOf(row)) pages.set(key, (pages.get(key) ?? new Set()).add(row.page))
  }
  return pages
}
