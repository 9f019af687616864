/**
 * Tables → one text a row that is understood alone: "Header: value; Header: value".
 */
import { cleanCharacters, toSingleLine } from './characters.ts'

/** A cell, or several that were merged. */
export type Cell = {
  text: string
  /** Columns that it covers; default 1. */
  span?: number
  /** Whether it goes on with the cell above it. */
  continues?: boolean
  isBold?: boolean
}

/** A row. `isHeader`: the document marks it as such. */
export type Row = { cells: readonly Cell[]; isHeader?: boolean }

/** Takes in the rows of a table one by one, and gives texts of rows as they are certain. */
export type TableReader = {
  add: (row: Row) => string[]
  end: () => string[]
  /** What its columns are called, once that is decided; a row that stands alone may be that, too. */
  headers: () => readonly string[]
}

/** Rows that are held until it is decided which of them are headers. */
const HELD_ROWS = 4
const MAX_HEADER_LENGTH = 80
const MAX_COLUMNS = 1000
/** Columns behind those that have a header, for remarks and sums. */
const UNNAMED_COLUMNS = 2
/** Hostile spans repeat a text. */
const MAX_ROW_LENGTH = 32 * 1024

type Line = { texts: string[]; isHeader: boolean; isBold: boolean; isNumeric: boolean[]; hasSpans: boolean }

/**
 * A reader of one table.
 *
 * @param before what the columns were called above a gap; counts where the rows below it begin with no header
 */
export function createTable(before: readonly string[] = []): TableReader {
  const held: Line[] = []
  let above: string[] = []
  let headers: string[] | undefined
  let alone: readonly string[] = []

  let widest = 0
  /** The text of a row; the first wide one below names and values is the header of those below it. */
  const textOf = (line: Line): string => {
    const filled = line.texts.filter((text) => text !== '').length
    const begins = headers?.length === 0 && widest > 0 && widest <= 2 && filled >= 3 && couldBeHeader(line)
    widest = Math.max(widest, filled)
    if (begins) headers = joinedHeaders([line])
    return begins ? plainRow(line.texts) : rowText(headers ?? [], line.texts)
  }
  const decide = (): string[] => {
    const lead = titlesAbove(held)
    const titles = held.splice(0, lead).map(({ texts }) => plainRow(texts))
    const count = headerRows(held)
    const rows = held.splice(0)
    const isSame = count === 0 && goesOn(before, rows)
    if (count === 0 && rows.length === 1 && rows[0] !== undefined && couldBeHeader(rows[0]))
      alone = rows[0].texts
    headers = isSame ? [...before] : joinedHeaders(rows.slice(0, count))
    const texts = rows.slice(count).map(textOf)
    // A table that has nothing but headers is worth its words.
    return [...titles, ...(texts.length === 0 && count > 0 ? [plainRow(headers)] : texts)]
  }
  return {
    add(row) {
      const line = toLine(row, above)
      above = line.texts
      if (line.texts.every((text) => text === '')) return []
      if (headers !== undefined) return [textOf(line)].filter((text) => text !== '')
      held.push(line)
      return held.length < HELD_ROWS ? [] : decide().filter((text) => text !== '')
    },
    end() {
      return headers === undefined ? decide().filter((text) => text !== '') : []
    },
    headers: () => (headers !== undefined && headers.length > 0 ? headers : alone),
  }
}

/** Whether rows below a gap belong to the columns above it: there are many, or they turn to numbers. */
function goesOn(before: readonly string[], rows: readonly Line[]): boolean {
  if (before.length === 0 || !rows.every(({ texts }) => texts.length <= before.length + UNNAMED_COLUMNS))
    return false
  return (
    before.length > 2 ||
    rows.every(({ isNumeric: are }) => before.some((text, at) => !isNumeric(text) && are[at]))
  )
}

function toLine({ cells, isHeader = false }: Row, above: readonly string[]): Line {
  const texts: string[] = []
  for (const { text, span = 1, continues = false } of cells) {
    const own = toSingleLine(cleanCharacters(text))
    const shown = continues && own === '' ? (above[texts.length] ?? '') : own
    for (let column = 0; column < span && texts.length < MAX_COLUMNS; column += 1) texts.push(shown)
  }
  while (texts.at(-1) === '') texts.pop()
  const filled = cells.filter(({ text }) => text.trim() !== '')
  return {
    texts,
    isHeader,
    isBold: filled.length > 0 && filled.every(({ isBold }) => isBold === true),
    isNumeric: texts.map(isNumeric),
    hasSpans: cells.some(({ span = 1, text }) => span > 1 && text.trim() !== ''),
  }
}

/** Rows with a single text above the first with several: the title of a table, a remark. */
function titlesAbove(lines: readonly Line[]): number {
  const several = lines.findIndex(({ texts }) => new Set(texts.filter((text) => text !== '')).size > 1)
  return Math.max(0, several)
}

function headerRows(lines: readonly Line[]): number {
  const marked = lines.findIndex(({ isHeader }) => !isHeader)
  if (marked > 0) return marked
  const [first, second, third] = lines
  if (first === undefined || second === undefined || !couldBeHeader(first)) return 0
  const isFirst = looksLikeHeader(first, second, lines)
  if (first.hasSpans && third !== undefined && couldBeHeader(second) && !second.hasSpans) {
    if (looksLikeHeader(second, third, lines.slice(1))) return 2
  }
  return isFirst ? 1 : 0
}

function couldBeHeader({ texts, isNumeric }: Line): boolean {
  const filled = texts.filter((text) => text !== '')
  return (
    new Set(filled).size >= 2 &&
    filled.every((text) => text.length <= MAX_HEADER_LENGTH && !isSentence(text)) &&
    !texts.some((text, column) => text !== '' && isNumeric[column] && !/^(?:19|20)\d\d$/.test(text))
  )
}

function looksLikeHeader(line: Line, below: Line, lines: readonly Line[]): boolean {
  if (line.isBold && !below.isBold) return true
  const turnsToNumbers = line.texts.some(
    (text, column) => text !== '' && line.isNumeric[column] === false && below.isNumeric[column] === true,
  )
  const filled = line.texts.filter((text) => text !== '')
  const isComplete =
    filled.length === line.texts.length || filled.length >= below.texts.filter((text) => text !== '').length
  const areDistinct = new Set(filled).size === filled.length
  // With two columns, a first row of two texts may as well be a name and its value.
  if (filled.length === 2) {
    const areNumbers = line.texts.some((_, column) => {
      return (
        line.isNumeric[column] === false && lines.slice(1).every(({ isNumeric: are }) => are[column] === true)
      )
    })
    return areNumbers && lines.length > 2 && !line.texts[0]?.endsWith(':')
  }
  return (turnsToNumbers || areDistinct) && isComplete
}

function joinedHeaders(lines: readonly Line[]): string[] {
  const columns = Math.max(0, ...lines.map(({ texts }) => texts.length))
  return Array.from({ length: columns }, (_, column) => {
    const words = lines.map(({ texts }) => texts[column] ?? '').filter((text) => text !== '')
    return [...new Set(words)].join(' ').replace(/\s*:$/, '')
  })
}

function rowText(headers: readonly string[], texts: readonly string[]): string {
  if (headers.length === 0) return plainRow(texts)
  const parts = texts.map((text, column) => {
    if (text === '' || (column > 0 && text === texts[column - 1] && headers[column] === headers[column - 1]))
      return ''
    const header = headers[column] ?? ''
    return header === '' || header === text ? text : `${header}: ${text}`
  })
  return joined(parts)
}

/** Two texts of which the first is short are a name and its value. */
function plainRow(texts: readonly string[]): string {
  const filled = texts.filter((text, column) => text !== '' && text !== texts[column - 1])
  const [name = '', value = ''] = filled
  if (
    filled.length === 2 &&
    name.length <= MAX_HEADER_LENGTH &&
    !/[.:;?!]$/.test(name) &&
    /\p{L}/u.test(name)
  ) {
    return `${name}: ${value}`
  }
  return filled.length === 2 && name.endsWith(':') ? `${name} ${value}` : joined(filled)
}

function joined(parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').join('; ')
  return text.length > MAX_ROW_LENGTH ? text.slice(0, MAX_ROW_LENGTH) : text
}

/** Headers are abbreviated, but no sentences. */
function isSentence(text: string): boolean {
  return /[.;]$/.test(text) && text.split(' ').length > 4
}

/** Figures with what goes along with them: dates, sums, shares. */
function isNumeric(text: string): boolean {
  return /\d/.test(text) && /^[\d\s.,:/%€$£+()–-]+$/.test(text)
}
