/** Sheets of workbooks → pieces: the name of a sheet is a heading, a row a text that is understood alone. */
import type { Piece } from './pieces.ts'
import { isTitleLike } from './plain-headings.ts'
import { type Cell, createTable, type TableReader } from './table.ts'

/** Takes in the sheets of a workbook one by one. */
export type Sheets = {
  begin: (name: string) => Piece[]
  /** Cells by their columns; empty ones stand for themselves. */
  row: (cells: readonly Cell[]) => Piece[]
  end: () => Piece[]
}

/** Rows of a sheet that are read. */
const MAX_ROWS = 100_000

/** Names that programs give: nobody chose them. */
const UNNAMED = /^(?:foglio|sheet|tabelle|feuil|hoja|table|tabella)\s?_?\d*$/i

/** A reader of the sheets of one workbook, `count` of them. */
export function createSheets(count: number, warn: (warning: string) => void): Sheets {
  let table: TableReader | undefined
  let [name, rows, headers] = ['', 0, [] as readonly string[]]
  const finish = (): Piece[] => {
    const texts = table?.end() ?? []
    headers = table?.headers() ?? headers
    table = undefined
    return texts.map(toPiece)
  }
  /** Only a sheet that has something is named; a single one that nobody named is not. */
  const heading = (title: string | undefined): Piece[] => {
    const isNamed = !UNNAMED.test(name)
    // The only sheet is the document, and what stands above its table the title of that.
    if (count === 1 && title !== undefined)
      return [{ text: title, level: 'title' }, ...(isNamed ? [{ text: name, level: 2 as const }] : [])]
    const pieces: Piece[] = isNamed || (count > 1 && title === undefined) ? [{ text: name, level: 2 }] : []
    if (title !== undefined) pieces.push({ text: title, level: isNamed ? 3 : 2 })
    return pieces
  }
  return {
    begin(next) {
      const pieces = finish()
      ;[name, rows, headers] = [next, 0, []]
      return pieces
    },
    row(cells) {
      const filled = cells.filter(({ text }) => text.trim() !== '')
      if (filled.length === 0) return finish()
      rows += 1
      if (rows > MAX_ROWS) {
        warn(`of the sheet "${name}" only the first ${MAX_ROWS.toLocaleString('en')} rows are read`)
        return []
      }
      const [only] = filled
      const title =
        filled.length === 1 && rows === 1 && only !== undefined && isTitleLike(only.text)
          ? only.text
          : undefined
      const pieces = rows === 1 ? heading(title) : []
      if (title !== undefined) return pieces
      table ??= createTable(headers)
      return [...pieces, ...table.add({ cells }).map(toPiece)]
    },
    end: finish,
  }
}

function toPiece(text: string): Piece {
  return { text, level: 0, isPart: true }
}
