/** OpenDocument spreadsheets (.ods, .ots, .fods) → a document: a heading a sheet, a paragraph a row. Hidden sheets are left out. */
import type { ReadDocument } from '../document.ts'
import type { Content } from './content.ts'
import { numberText } from './number-format.ts'
import { type Odf, type OdfStyles, openOdf } from './odf.ts'
import { odfCells, readParts } from './odf-paragraph.ts'
import { openPieces, type Piece, toBlocks } from './pieces.ts'
import { createSheets } from './sheets.ts'
import { attributeOf, walkXml, type XmlElement, xmlRules } from './xml.ts'

const RULES = xmlRules({
  whole: ['table-row'],
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
  let isHidden = false
  for await (const event of walkXml(text(), RULES, warn)) {
    if (event.at === 'start') {
      isHidden = styles.of(attributeOf(event, 'table:style-name')).isHidden === true
      yield* sheets.begin(attributeOf(event, 'table:name') ?? '')
    } else if (event.at === 'element' && !isHidden) {
      // A row that is repeated says the same each time.
      yield* sheets.row(odfCells(event.element, styles, cellText))
    }
  }
  yield* sheets.end()
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
      return get('time-value').replace(/^PT(\d+)H(\d+)M.*$/, '$1:$2')
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
