/** OpenDocument texts (.odt, .ott, .fodt) → a document: headings by outline level, lists with numbers, rows of tables. */
import type { ReadDocument } from '../document.ts'
import type { Content } from './content.ts'
import { type Odf, openOdf } from './odf.ts'
import { createOdfLists } from './odf-lists.ts'
import { odfCells, readOdfParagraph } from './odf-paragraph.ts'
import { openPieces, type Piece, toBlocks } from './pieces.ts'
import { createTable, type TableReader } from './table.ts'
import { attributeOf, childrenOf, walkXml, type XmlElement, xmlRules } from './xml.ts'

const RULES = xmlRules({
  whole: ['p', 'h', 'table-row'],
  mark: ['table', 'table-header-rows', 'list', 'list-item', 'section'],
  skip: [
    ...['tracked-changes', 'annotation', 'forms', 'binary-data', 'scripts', 'font-face-decls', 'settings'],
    ...['styles', 'automatic-styles', 'master-styles', 'meta', 'sequence-decls', 'variable-decls', 'desc'],
    ...[
      'table-of-content',
      'illustration-index',
      'table-index',
      'alphabetical-index',
      'user-index',
      'object-index',
    ],
  ],
})

/** A cell with more text, or with a heading, places text on the page. */
const MAX_CELL_LENGTH = 1500

/**
 * Reads an OpenDocument text. Left out are deleted and hidden text, annotations, headers, footers and indexes.
 *
 * @throws {IndexingError} `UNREADABLE` or `TOO_LARGE`
 */
export async function readOdt(content: Content): Promise<ReadDocument> {
  const odf = await openOdf(content, 'OpenDocument text (.odt)')
  const opened = await openPieces(piecesOf(odf))
  return { metadata: odf.metadata(opened.first), blocks: toBlocks(opened), warnings: odf.warnings }
}

async function* piecesOf({ text, styles, warn }: Odf): AsyncGenerator<Piece> {
  const lists = createOdfLists(styles)
  let table: TableReader | undefined
  let [isHeader, sections, hiddenFrom] = [false, 0, 0]
  const endTable = (): Piece[] => {
    const texts = table?.end() ?? []
    table = undefined
    return texts.map(toPiece)
  }
  function* ends(
    name: string,
    isStart: boolean,
    attributes: Readonly<Record<string, string>>,
  ): Generator<Piece> {
    if (name === 'table') yield* endTable()
    else if (name === 'table-header-rows') isHeader = isStart
    else if (name === 'list') isStart ? lists.start(attributes) : lists.end()
    else if (name === 'list-item' && isStart) lists.item()
    else if (name === 'section') {
      if (isStart) {
        sections += 1
        if (hiddenFrom === 0 && attributes['text:display'] === 'none') hiddenFrom = sections
      } else {
        if (hiddenFrom === sections) hiddenFrom = 0
        sections -= 1
      }
    }
  }
  function* element(found: XmlElement): Generator<Piece> {
    if (hiddenFrom > 0) return
    if (found.name !== 'table-row') {
      yield* paragraph(found)
      return
    }
    const parts = cellPieces(found)
    if (parts !== undefined) {
      yield* [...endTable(), ...parts]
      return
    }
    table ??= createTable()
    yield* table.add({ cells: odfCells(found, styles), isHeader }).map(toPiece)
  }
  function paragraph(found: XmlElement): Piece[] {
    const [piece, ...behind] = readOdfParagraph(found, styles)
    if (piece === undefined || piece.text.trim() === '') return behind
    const isNumbered = attributeOf(found, 'text:is-list-header') !== 'true'
    const level = typeof piece.level === 'number' ? piece.level : 0
    const isInside = lists.isInside()
    const label = isInside ? lists.label() : level > 0 && isNumbered ? lists.headingLabel(level) : ''
    const isPart = isInside && level === 0 && !/\p{L}{3}/u.test(label)
    const labelled = label === '' ? piece.text : `${label} ${piece.text.trimStart()}`
    return [{ ...piece, text: labelled, ...(isPart ? { isPart } : {}) }, ...behind]
  }
  /** The paragraphs of a row that only places text on the page. */
  function cellPieces(row: XmlElement): Piece[] | undefined {
    const cells = childrenOf(row, 'table-cell')
    const pieces = cells.flatMap((cell) => paragraphsIn(cell).flatMap((one) => readOdfParagraph(one, styles)))
    const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
    const isAlone =
      row.children.filter((child) => typeof child !== 'string').length === 1 && cells.length === 1
    const isLayout =
      isAlone || length > MAX_CELL_LENGTH * cells.length || pieces.some(({ level }) => level !== 0)
    return isLayout ? pieces : undefined
  }

  for await (const event of walkXml(text(), RULES, warn)) {
    if (event.at === 'element') yield* element(event.element)
    else yield* ends(event.name, event.at === 'start', event.at === 'start' ? event.attributes : {})
  }
  yield* endTable()
}

function paragraphsIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === 'p' || child.name === 'h' ? [child] : paragraphsIn(child)
  })
}

function toPiece(text: string): Piece {
  return { text, level: 0, isPart: true }
}
