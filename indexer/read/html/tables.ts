/** A table of data → a line a row in which each value stands with the name of its column. Layout tables are none. */
import { elementsIn, type HtmlElement } from './tree.ts'

/** What tables ask of a cell: its texts in reading order. */
export type ReadCell = (cell: HtmlElement) => { text: string; level: number; isCode?: true }[]

/** A row as a paragraph. */
export type RowText = { text: string; isCode?: true }

type Cell = { text: string; isHeader: boolean; span: number; isStart: boolean }
type Row = { cells: Cell[]; isHead: boolean }

/** Cells that stretch further stretch so far: nobody reads wider tables. */
const MAX_SPAN = 100
/** Longer headers are texts, and are not said again in each row. */
const MAX_NAME_LENGTH = 120
/** Cells longer than this are passages of a page that was laid out as a table, unless their table has headers. */
const MAX_CELL_LENGTH = 400

/** The rows of a table of data, its caption first; null for a table that only places things on the page. */
export function readTable(table: HtmlElement, read: ReadCell): RowText[] | null {
  const rows = rowsOf(table)
  if (isLayout(table, rows)) return null
  const caption = childrenNamed(table, 'caption').flatMap(read)
  const grid = toGrid(rows, read)
  return [...caption.map(({ text }) => ({ text })), ...rowTexts(grid)]
}

function rowsOf(table: HtmlElement): { row: HtmlElement; isHead: boolean }[] {
  return table.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'tr') return [{ row: child, isHead: false }]
    if (!/^t(?:head|body|foot)$/.test(child.name)) return []
    return childrenNamed(child, 'tr').map((row) => ({ row, isHead: child.name === 'thead' }))
  })
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.children.filter(
    (child) => typeof child === 'object' && /^t[dh]$/.test(child.name),
  ) as HtmlElement[]
}

function childrenNamed(element: HtmlElement, name: string): HtmlElement[] {
  return element.children.filter((child) => typeof child === 'object' && child.name === name) as HtmlElement[]
}

/** Numbers, letters and dashes before an item: (12), 1., a), ii), —. */
const ENUMERATOR =
  /^[([«"'‘“]?(?:\d{1,4}(?:[.\u00A0]?[a-z]{1,9})?|[a-z]{1,3}|[ivxlcdm]{1,7}|[-–—•·])[.)\]]{0,2}$/i

function isLayout(table: HtmlElement, rows: { row: HtmlElement; isHead: boolean }[]): boolean {
  const { role } = table.attributes
  if (role === 'presentation' || role === 'none') return true
  const cells = rows.map(({ row }) => cellsOf(row))
  const all = cells.flat()
  if (all.length === 0 || all.every((cell) => cell.ink === 0)) return true
  const widest = Math.max(...cells.slice(0, 1000).map((row) => row.length))
  if (widest < 2) return true
  const inner = elementsIn(table)
  if (inner.some(({ name }) => name === 'table')) return true
  // Lines of code and their numbers.
  if (inner.some(({ name, parent }) => name === 'pre' && parent?.name !== 'td' && parent?.name !== 'th'))
    return true
  const hasHeaders = all.some((cell) => cell.name === 'th') || rows.some(({ isHead }) => isHead)
  if (hasHeaders) return false
  if (inner.some(({ name }) => /^h[1-6]$/.test(name))) return true
  if (isEnumeration(cells)) return true
  return all.some((cell) => cell.ink > MAX_CELL_LENGTH)
}

/** Items of a law: a number in one cell, its text in the other. */
function isEnumeration(cells: HtmlElement[][]): boolean {
  return cells.every((row) => row.length === 0 || ENUMERATOR.test(plain(row.find((cell) => cell.ink > 0))))
}

function plain(cell: HtmlElement | undefined): string {
  if (cell === undefined || cell.ink > 16) return cell === undefined ? '1' : ''
  let text = ''
  const add = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') text += child
      else add(child)
    }
  }
  add(cell)
  return text.replace(/\s+/g, ' ').trim()
}

/** Whether a table has one row and its first cell is a number, as recitals and points of EU law are set. */
export function isNumberedRow(table: HtmlElement): boolean {
  const cells = rowsOf(table).map(({ row }) => cellsOf(row))
  return cells.length > 0 && cells.every((row) => row.length >= 2 && row.length <= 3) && isEnumeration(cells)
}

/** The rows of such a table: number, and the cells behind it. */
export function numberedRows(table: HtmlElement): { mark: string; cells: HtmlElement[] }[] {
  return rowsOf(table).map(({ row }) => {
    const filled = cellsOf(row).filter((cell) => cell.ink > 0)
    return { mark: plain(filled[0]), cells: filled.slice(1) }
  })
}

function toGrid(rows: { row: HtmlElement; isHead: boolean }[], read: ReadCell): Row[] {
  const below: { cell: Cell; rows: number }[] = []
  return rows.map(({ row, isHead }) => {
    const cells: Cell[] = []
    const fillFromAbove = (): void => {
      for (
        let above = below[cells.length];
        above !== undefined && above.rows > 0;
        above = below[cells.length]
      ) {
        above.rows -= 1
        cells.push(above.cell)
      }
    }
    for (const element of cellsOf(row)) {
      fillFromAbove()
      const span = spanOf(element.attributes.colspan)
      const height = spanOf(element.attributes.rowspan)
      const text = read(element)
        .map((part) => part.text)
        .join(' ')
      const start: Cell = { text, isHeader: element.name === 'th', span, isStart: true }
      const rest: Cell = { ...start, isStart: false }
      // What stretches over rows is said again in each, unless it is a text rather than a value.
      const repeated: Cell = { ...start, text: text.length > MAX_NAME_LENGTH ? '' : text, span: 1 }
      for (let index = 0; index < span && cells.length < MAX_SPAN; index += 1) {
        below[cells.length] = {
          cell: index === 0 ? repeated : { ...repeated, isStart: false },
          rows: height - 1,
        }
        cells.push(index === 0 ? start : rest)
      }
    }
    fillFromAbove()
    return { cells, isHead }
  })
}

function spanOf(value: string | undefined): number {
  const span = Number(value ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MAX_SPAN) : 1
}

function rowTexts(grid: Row[]): RowText[] {
  const headRows: Row[] = []
  for (const row of grid) {
    const filled = row.cells.filter(({ text }) => text !== '')
    const isHead = row.isHead || (filled.length > 1 && filled.every(({ isHeader }) => isHeader))
    const isLong = row.cells.some(({ text }) => text.length > MAX_NAME_LENGTH)
    if (!isHead || isLong || headRows.length >= 4) break
    headRows.push(row)
  }
  const names = namesOf(headRows)
  const body = grid.slice(headRows.length)
  if (body.length === 0) return headRows.map(({ cells }) => ({ text: bare(cells) }))
  return body.map(({ cells }) => ({ text: rowText(cells, names) })).filter(({ text }) => text !== '')
}

/** The name of each column: what the rows of the head say above it, from the top, without repeating itself. */
function namesOf(headRows: Row[]): string[] {
  const width = Math.max(0, ...headRows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, column) => {
    const parts = headRows.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text !== '')
    return [...new Set(parts)].join(' ').replace(/\s*:$/, '')
  })
}

function rowText(cells: Cell[], names: string[]): string {
  const own = cells.filter(({ isStart }) => isStart)
  const [first] = own.filter(({ text }) => text !== '')
  // A line across the table that heads the rows below.
  if (own.filter(({ text }) => text !== '').length === 1 && first !== undefined && first.span > 1)
    return first.text
  if (names.every((name) => name === '')) return keyed(own)
  return cells
    .map(({ text, isStart }, column) => {
      if (text === '' || !isStart) return ''
      const name = names[column] ?? ''
      return name === '' || name === text ? text : `${name}: ${text}`
    })
    .filter((part) => part !== '')
    .join('; ')
}

/** Without names of columns: "key: value" where a row begins with a header cell, else the values. */
function keyed(cells: Cell[]): string {
  const [first, ...rest] = cells.filter(({ text }) => text !== '')
  if (first === undefined) return ''
  if (!first.isHeader || rest.length === 0) return bare(cells)
  return `${first.text.replace(/\s*:$/, '')}: ${rest.map(({ text }) => text).join('; ')}`
}

function bare(cells: Cell[]): string {
  return cells
    .filter(({ text, isStart }) => text !== '' && isStart)
    .map(({ text }) => text)
    .join(' | ')
}
