/** The lines of a page → its text, its footnotes; entries of a table of contents are left out. */
import type { Line } from './pdf-layout.ts'
import type { Style } from './pdf-style.ts'

/** What of a page is read. */
export type PageText = { lines: Line[]; notes: Line[] }

/** As many lines with leaders on a page are a table of contents. */
const MIN_LEADERS = 4
const LEADER = /(?:[.·…_]\s?){4,}\s*(?:[A-Z]-?)?(?:\d{1,4}|[ivxlc]{1,7})$/i
const ENTRY = /[\s.·…_](?:\d{1,4}|[ivxlc]{1,7})$/

const NOTE = /^(?:\(?\d{1,3}[.)]?|[*†‡§]{1,3}|[a-z]\))\s?["“«(]?\p{L}/u

/** Parts the lines of a page. */
export function partsOf(all: readonly Line[], style: Style): PageText {
  const lines = withoutContents(all)
  const notes = new Set<Line>()
  for (const region of new Set(lines.map((line) => line.region))) {
    for (const line of notesOf(
      lines.filter((one) => one.region === region),
      style,
    ))
      notes.add(line)
  }
  return { lines: lines.filter((line) => !notes.has(line)), notes: [...notes] }
}

function withoutContents(lines: readonly Line[]): Line[] {
  const plain = lines.map(({ text }) => text.replaceAll(' | ', ' '))
  if (plain.filter((text) => LEADER.test(text)).length < MIN_LEADERS) return [...lines]
  return lines.filter((_, index) => !ENTRY.test(plain[index] as string))
}

/** Small lines at the end of a column, from the first one that has the mark of a note on. */
function notesOf(lines: readonly Line[], style: Style): Line[] {
  const isSmall = ({ size, isRow }: Line): boolean => size < 0.93 * style.bodySize && !isRow
  const last = lines.findLastIndex((line) => !isSmall(line))
  if (last < 0) return []
  const small = lines.slice(last + 1)
  const first = small.findIndex(({ text }) => NOTE.test(text))
  return first === -1 ? [] : small.slice(first)
}
