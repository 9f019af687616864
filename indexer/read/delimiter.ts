/** How a delimited text is written: what parts its values, whether quotation marks hold them together, where its header is. Pure. */
import { parse } from 'csv-parse/sync'
import { columnKey, USUAL_NAMES } from './column-map.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const

/** How to read a delimited text. */
export type Dialect = {
  delimiter: string
  /** Whether a quotation mark at the start of a value holds it together; some tables have them as plain signs. */
  isQuoted: boolean
  /** Rows above the first one that counts: `sep=;`, a title, empty ones. */
  skippedRows: number
  /** Names of the columns; undefined where the first row is data. */
  header: string[] | undefined
}

/** Lines that lead in a table, above its header. */
const MAX_LEAD_ROWS = 10
const MAX_HEADER_LENGTH = 120

/**
 * Finds out how a delimited text is written.
 *
 * @param sample the beginning of it; may end anywhere
 * @param isWhole whether that is all of it
 */
export function detectDialect(sample: string, isWhole: boolean): Dialect {
  const told = /^\uFEFF?"?sep=(.)"?\r?\n/i.exec(sample)?.[1]
  const candidates = (told === undefined ? DELIMITERS : [told]).flatMap((delimiter) =>
    [true, false].map((isQuoted) => rate(sample, isWhole, delimiter, isQuoted)),
  )
  const [best] = candidates.sort((a, b) => b.score - a.score)
  const { delimiter, isQuoted, rows, width } = best as (typeof candidates)[number]
  // A title or a note above the table has fewer values than its rows.
  const first = rows.findIndex((row) => row.filter((value) => value.trim() !== '').length * 2 > width)
  const skippedRows = first > 0 && first <= MAX_LEAD_ROWS ? first : 0
  const top = rows[skippedRows]
  const header = top !== undefined && isHeader(top, rows.slice(skippedRows + 1)) ? namesOf(top) : undefined
  return { delimiter, isQuoted, skippedRows, header }
}

/** How alike the rows of a sample are if it is read so: the share of rows with the usual number of values, at best 1, or little if that is 1. */
function rate(
  sample: string,
  isWhole: boolean,
  delimiter: string,
  isQuoted: boolean,
): { delimiter: string; isQuoted: boolean; rows: string[][]; width: number; score: number } {
  const rows: string[][] = []
  let isCut = false
  try {
    const options = {
      delimiter,
      quote: isQuoted ? '"' : null,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
    }
    parse(sample, {
      ...options,
      skip_empty_lines: true,
      on_record: (row: string[]) => {
        rows.push(row)
        return null
      },
    })
  } catch {
    // A quotation mark that is not closed: by the end of the sample, or because it is no such mark.
    isCut = true
  }
  if (!isWhole && !isCut) rows.pop()
  const widths = new Map<number, number>()
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width = 1, count = 0] = [...widths].sort(([wa, a], [wb, b]) => b - a || wb - wa)[0] ?? []
  const likeness = rows.length === 0 ? 0 : count / rows.length
  const quotes = isQuoted && !(isWhole && isCut) ? 0.05 : 0
  return {
    delimiter,
    isQuoted,
    rows,
    width,
    score: width === 1 ? 0.2 + quotes : likeness + Math.min(width, 20) / 200 + quotes,
  }
}

const DATA = /^(?:[-+€$£]?\s*[\d.,:/%-]*\d[\d.,:/%\s€-]*(?:e[-+]?\d{1,4})?|\S+@\S+\.\S+|https?:\/\/\S+)$/i

const KNOWN = new Set(Object.values(USUAL_NAMES).flat())

/** Whether a row names the columns: short words, no two alike, no numbers, dates or addresses, unlike what is below. */
function isHeader(top: readonly string[], below: readonly string[][]): boolean {
  const values = top.map((value) => value.trim())
  const named = values.filter((value) => value !== '')
  if (named.length === 0 || named.some((value) => value.length > MAX_HEADER_LENGTH || DATA.test(value)))
    return false
  if (named.some((value) => KNOWN.has(columnKey(value)))) return true
  if (new Set(named).size < named.length || below.length === 0) return false
  const differs = values.some((value, index) => {
    const column = below.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '')
    const length = column.reduce((sum, cell) => sum + cell.length, 0) / column.length
    return (
      column.length > 0 &&
      (column.every((cell) => DATA.test(cell)) || length > 3 * value.length || !column.includes(value))
    )
  })
  return differs
}

/** Column names, no two alike: what has none is called by its number. */
function namesOf(row: readonly string[]): string[] {
  const names: string[] = []
  for (const [index, value] of row.entries()) {
    const name = value.replace(/\s+/g, ' ').trim() || `column ${index + 1}`
    names.push(names.includes(name) ? `${name} ${index + 1}` : name)
  }
  return names
}
