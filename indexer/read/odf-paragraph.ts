/** A paragraph of an OpenDocument → what a reader sees of it; its notes and text boxes behind it. */
import type { OdfStyle, OdfStyles } from './odf.ts'
import type { Piece } from './pieces.ts'
import { type Cell, createTable } from './table.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from './xml.ts'

/** Left out with all that is in them. */
const UNSEEN: ReadonlySet<string> = new Set([
  ...['annotation', 'annotation-end', 'note-citation', 'ruby-text', 'desc', 'tracked-changes', 'binary-data'],
  ...['script', 'event-listeners', 'bookmark-ref-start', 'page-number', 'hidden-paragraph', 'notes'],
  ...['table-of-content', 'illustration-index', 'table-index', 'alphabetical-index', 'user-index'],
])
/** Their titles are those of pictures. */
const SHAPES: ReadonlySet<string> = new Set([
  'frame',
  'g',
  'custom-shape',
  'rect',
  'line',
  'ellipse',
  'text-box',
])
const MAX_SPACES = 100

type Gathered = { text: string; letters: number; bold: number; size: number; behind: Piece[] }

/** The pieces of a paragraph or heading: itself, then the notes and text boxes in it. */
export function readOdfParagraph(element: XmlElement, styles: OdfStyles): Piece[] {
  const style = styles.of(attributeOf(element, 'text:style-name'))
  const gathered: Gathered = { text: '', letters: 0, bold: 0, size: 0, behind: [] }
  gather(element, style, styles, gathered)
  const { text, letters, bold, size, behind } = gathered
  const piece: Piece = {
    text,
    level: levelOf(element, style),
    isBold: letters > 0 && bold >= letters,
    isCentered: style.isCentered === true,
    size,
  }
  return [piece, ...behind]
}

function levelOf(element: XmlElement, style: OdfStyle): Piece['level'] {
  if (style.isTitle === true) return 'title'
  const outline =
    element.name === 'h' ? Number(attributeOf(element, 'text:outline-level') ?? 1) : style.outline
  return outline === undefined || !(outline >= 1) ? 0 : Math.min(6, outline)
}

function gather(parent: XmlElement, style: OdfStyle, styles: OdfStyles, into: Gathered): void {
  for (const child of parent.children) {
    if (typeof child === 'string') addText(child.replace(/\s+/g, ' '), style, into)
    else if (UNSEEN.has(child.name)) continue
    else if (child.name === 's') {
      const count = Number(attributeOf(child, 'text:c') ?? 1)
      addText(' '.repeat(Math.max(1, Math.min(MAX_SPACES, count || 1))), style, into)
    } else if (child.name === 'tab') addText('\t', style, into)
    else if (child.name === 'line-break') addText('\n', style, into)
    else if (child.name === 'hidden-text' && attributeOf(child, 'text:is-hidden') !== 'false') continue
    else if (child.name === 'note' || SHAPES.has(child.name)) {
      into.behind.push(...readParts(child, styles))
    } else {
      const name = attributeOf(child, 'text:style-name')
      gather(child, name === undefined ? style : { ...style, ...styles.of(name) }, styles, into)
    }
  }
}

function addText(text: string, style: OdfStyle, into: Gathered): void {
  if (style.isHidden === true) return
  into.text += text
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length
  into.letters += letters
  if (style.isBold === true) into.bold += letters
  if (letters > 0) into.size = Math.max(into.size, style.size ?? 0)
}

/** What stands in a note, a text box or a cell, as parts of the text around it. */
export function readParts(element: XmlElement, styles: OdfStyles): Piece[] {
  return element.children.flatMap((child): Piece[] => {
    if (typeof child === 'string' || UNSEEN.has(child.name) || child.name === 'title') return []
    if (child.name === 'table') return readOdfTable(child, styles)
    if (child.name !== 'p' && child.name !== 'h') return readParts(child, styles)
    return readOdfParagraph(child, styles).map((piece): Piece => ({ ...piece, level: 0, isPart: true }))
  })
}

/** A table that stands inside another thing. */
function readOdfTable(element: XmlElement, styles: OdfStyles): Piece[] {
  const table = createTable()
  const rows = (at: XmlElement, isHeader: boolean): string[] =>
    at.children.flatMap((child) => {
      if (typeof child === 'string') return []
      if (child.name === 'table-row') return table.add({ cells: odfCells(child, styles), isHeader })
      const isGroup = /^table-(?:header-rows|rows|row-group)$/.test(child.name)
      return isGroup ? rows(child, child.name === 'table-header-rows') : []
    })
  const texts = rows(element, false)
  return [...texts, ...table.end()].map((text) => ({ text, level: 0, isPart: true }))
}

/** The cells of a row with the texts in them. Cells that are covered by the one above or before count as its own. */
export function odfCells(row: XmlElement, styles: OdfStyles, textOfCell = cellText): Cell[] {
  const cells: Cell[] = []
  for (const element of row.children) {
    if (typeof element === 'string' || !/^(?:covered-)?table-cell$/.test(element.name)) continue
    const count = Math.min(
      1000,
      Math.max(1, Number(attributeOf(element, 'table:number-columns-repeated') ?? 1) || 1),
    )
    const isCovered = element.name === 'covered-table-cell'
    const before = cells.at(-1)
    if (isCovered && before !== undefined && (before.span ?? 1) > 1 && !before.continues) continue
    const text = isCovered ? '' : textOfCell(element, styles)
    const spanned = Number(attributeOf(element, 'table:number-columns-spanned') ?? 1) || 1
    const paragraphs = childrenOf(element, 'p')
    const isBold =
      paragraphs.length > 0 && paragraphs.every((one) => readOdfParagraph(one, styles)[0]?.isBold === true)
    const own = styles.of(attributeOf(element, 'table:style-name')).isBold === true
    const span = Math.min(1000, Math.max(count, spanned))
    cells.push({ text, span, continues: isCovered, isBold: isBold || own })
  }
  return cells
}

function cellText(cell: XmlElement, styles: OdfStyles): string {
  return readParts(cell, styles)
    .map(({ text }) => text.trim())
    .join('\n')
}

/** The text box or table in a frame, or the frame itself. */
export function frameContent(frame: XmlElement): XmlElement {
  return childOf(frame, 'text-box') ?? frame
}
