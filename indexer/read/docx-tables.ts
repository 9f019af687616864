/** Tables of Word documents → a text a row; those that only place text on the page → the paragraphs in them. */
import { readParagraph, type WordContext } from './docx-paragraph.ts'
import { isOn } from './docx-styles.ts'
import type { Piece } from './pieces.ts'
import { type Cell, createTable, type Row, type TableReader } from './table.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from './xml.ts'

/** A cell with more text is a page within the page. */
const MAX_CELL_LENGTH = 1500

/** Takes in the rows of tables that follow each other; a table ends at the latest where the next one begins. */
export type WordTables = {
  begin: () => Piece[]
  row: (row: XmlElement) => Piece[]
  end: () => Piece[]
}

type ReadCell = { pieces: Piece[]; cell: Cell }

/** A reader of the tables of one document. */
export function createWordTables(context: WordContext): WordTables {
  let table: TableReader | undefined
  const end = (): Piece[] => {
    const texts = table?.end() ?? []
    table = undefined
    return texts.map(toPiece)
  }
  return {
    begin: end,
    end,
    row(element) {
      if (childOf(element, 'trPr', 'del') !== undefined) return []
      const cells = cellsOf(element).map((cell) => readCell(cell, context))
      if (isLayout(cells)) return [...end(), ...cells.flatMap(({ pieces }) => pieces)]
      table ??= createTable()
      const header = childOf(element, 'trPr', 'tblHeader')
      const isHeader = header !== undefined && isOn(attributeOf(header, 'w:val') ?? 'true')
      const row: Row = { cells: cells.map(({ cell }) => cell), isHeader }
      // Notes and text boxes stand behind the row that refers to them.
      return table.add(row).map(toPiece)
    },
  }
}

function toPiece(text: string): Piece {
  return { text, level: 0, isPart: true }
}

/** Cells may stand in content controls. */
function cellsOf(row: XmlElement): XmlElement[] {
  return row.children.flatMap((child) => {
    if (typeof child === 'string' || child.name === 'del') return []
    if (child.name === 'tc') return [child]
    return ['sdt', 'sdtContent', 'customXml', 'ins'].includes(child.name) ? cellsOf(child) : []
  })
}

function readCell(element: XmlElement, context: WordContext): ReadCell {
  const pieces = piecesIn(element, context)
  const properties = childOf(element, 'tcPr')
  const span = Number(attributeOf(childOf(properties, 'gridSpan') ?? { attributes: {} }, 'w:val') ?? 1)
  const merge = childOf(properties, 'vMerge')
  const cell: Cell = {
    text: pieces.map(({ text }) => text.trim()).join('\n'),
    span: span >= 1 && span <= 100 ? span : 1,
    continues: merge !== undefined && attributeOf(merge, 'w:val') !== 'restart',
    isBold: pieces.length > 0 && pieces.every(({ isBold, text }) => isBold === true || text.trim() === ''),
  }
  return { pieces, cell }
}

/** Paragraphs in a cell, with the rows of the tables in it. */
function piecesIn(element: XmlElement, context: WordContext): Piece[] {
  return element.children.flatMap((child): Piece[] => {
    if (typeof child === 'string' || ['del', 'moveFrom', 'tcPr'].includes(child.name)) return []
    if (child.name === 'p') return readParagraph(child, context)
    if (child.name !== 'tbl') return piecesIn(child, context)
    const inner = createWordTables(context)
    return [...childrenOf(child, 'tr').flatMap((row) => inner.row(row)), ...inner.end()]
  })
}

/** Whether a row only places text on the page: it has one cell, or cells with headings or pages of text. */
function isLayout(cells: readonly ReadCell[]): boolean {
  const filled = cells.filter(({ cell }) => cell.text !== '' || cell.continues === true)
  if (cells.length <= 1 && filled.length === 1 && (cells[0]?.cell.span ?? 1) === 1) return true
  return filled.some(({ pieces, cell }) => {
    return cell.text.length > MAX_CELL_LENGTH || pieces.some(({ level }) => level !== 0)
  })
}
