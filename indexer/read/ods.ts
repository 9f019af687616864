/** OpenDocument spreadsheets (.ods, .ots, .fods) → a document: a heading a sheet, a paragraph a row. Hidden sheets are left out. */
import type { ReadDocument } from '../document.ts'
import type { Content } from './content.ts'
import { numberText } from './number-format.ts'
import { type Odf, type OdfStyles, openOdf } from './odf.ts'
import { odfCells, readParts } from './odf-paragraph.ts'
import { openPieces, type Piece, toBlocks } from './pieces.ts'
import { createSheets } from './sheets.ts'
import type { Cell } from './table.ts'
import { attributeOf, walkXml, type XmlElement, xmlRules } from './xml.ts'

const RULES = xmlRules({
  whole: ['table-row', 'table-column'],
  mark: ['table'],
  skip: [
    ...[
      'styles',
      'automatic-styles',
      'master-styles',
      'annotation',
      'forms',
      'binary-data',
      'shapes',
      'meta',
    ],
    ...[
      'settings',
      'dde-links',
      'tracked-changes',
      'content-validations',
      'database-ranges',
      'data-pilot-tables',
    ],
  ],
})

/**
 * Reads an OpenDocument spreadsheet. Of formulas the results are read that were stored.
 *
 * @throws {IndexingError} `UNREADABLE` or `TOO_LARGE`
 */
export async function readOds(content: Content): Promise<ReadDocument> {
  const odf = await openOdf(content, 'OpenDocument spreadsheet (.ods)')
  const opened = await openPieces(piecesOf(odf, await countSheets(odf)))
  return { metadata: odf.metadata(opened.first), blocks: toBlocks(opened), warnings: odf.warnings }
}

async function countSheets({ text, warn }: Odf): Promise<number> {
  let count = 0
  const rules = xmlRules({
    mark: ['table'],
    skip: ['table-row', 'automatic-styles', 'styles', 'tracked-changes'],
  })
  for await (const event of walkXml(text(), rules, warn)) if (event.at === 'start') count += 1
  return count
}

async function* piecesOf({ text, styles, warn }: Odf, count: number): AsyncGenerator<Piece> {
  const sheets = createSheets(count, warn)
  let [isHidden, columns] = [false, [] as boolean[]]
  for await (const event of walkXml(text(), RULES, warn)) {
    if (event.at === 'start') {
      isHidden = styles.of(attributeOf(event, 'table:style-name')).isHidden === true
      columns = []
      yield* sheets.begin(attributeOf(event, 'table:name') ?? '')
    } else if (event.at === 'element' && event.element.name === 'table-column') {
      columns.push(...seenColumns(event.element, MAX_COLUMNS - columns.length))
    } else if (event.at === 'element' && !isHidden) {
      // A row that is repeated says the same each time.
      yield* sheets.row(visible(odfCells(event.element, styles, cellText), columns))
    }
  }
  yield* sheets.end()
}

const MAX_COLUMNS = 1000

/** Whether the columns that an element stands for are seen. */
function seenColumns(element: XmlElement, most: number): boolean[] {
  const count = Number(attributeOf(element, 'table:number-columns-repeated') ?? 1) || 1
  const isSeen = (attributeOf(element, 'table:visibility') ?? 'visible') !== 'collapse'
  return Array.from({ length: Math.max(0, Math.min(count, most)) }, () => isSeen)
}

function visible(cells: readonly Cell[], columns: readonly boolean[]): Cell[] {
  let column = 0
  return cells.filter(({ span = 1 }) => {
    column += span
    return columns[column - span] !== false
  })
}

function cellText(cell: XmlElement, styles: OdfStyles): string {
  const get = (name: string): string => cell.attributes[`office:${name}`] ?? ''
  switch (get('value-type')) {
    case 'date':
      return get('date-value')
        .replace(/T00:00:00.*$/, '')
        .replace('T', ' ')
        .replace(/(:\d\d):\d\d(?:\.\d+)?$/, '$1')
    case 'time':
      return timeText(get('time-value'))
    case 'boolean':
      return get('boolean-value').toUpperCase()
    case 'percentage':
      return get('value') === '' ? '' : numberText(Number(get('value')), 'percent', false)
    case 'float':
    case 'currency':
      return get('value') === '' ? '' : numberText(Number(get('value')), 'number', false)
    default:
      return readParts(cell, styles)
        .map((piece) => piece.text.trim())
        .join('\n')
  }
}

/** `PT06H15M00S` as a clock shows it; of what has lost its day in a format for times, the time of day. */
function timeText(value: string): string {
  const [, hours = '', minutes = ''] = /^PT(\d+)H(\d+)M/.exec(value) ?? []
  if (hours === '') return ''
  return `${Number(hours) < 1000 ? hours : String(Number(hours) % 24).padStart(2, '0')}:${minutes}`
}
