/** Excel workbooks (Office Open XML) → a document: a heading a sheet, a paragraph a row. Hidden sheets and columns are left out. */
import type { ReadDocument } from '../document.ts'
import { IndexingError } from '../errors.ts'
import type { Content } from './content.ts'
import { metadataOf } from './docx.ts'
import { type NumberKind, numberKind, numberText } from './number-format.ts'
import { mainPartOf, openPackage, type Package, relationsOf, requirePart } from './package.ts'
import { openPieces, type Piece, toBlocks } from './pieces.ts'
import { createSheets } from './sheets.ts'
import type { Cell } from './table.ts'
import { attributeOf, childOf, childrenOf, textOf, walkXml, type XmlElement, xmlRules } from './xml.ts'
import type { ZipEntry } from './zip.ts'

const KIND = 'Excel workbook (.xlsx)'
const MAX_COLUMNS = 1000
/** Characters of all texts that cells share. */
const MAX_SHARED = 64_000_000

type Workbook = {
  sheets: { name: string; entry: ZipEntry }[]
  shared: readonly string[]
  /** What each style of cells makes of numbers, and whether its type is bold. */
  styles: readonly { kind: NumberKind; isBold: boolean }[]
  since1904: boolean
}

/**
 * Reads an Excel workbook. Of formulas the results are read that were stored.
 *
 * @throws {IndexingError} `UNREADABLE` or `TOO_LARGE`
 */
export async function readXlsx(content: Content): Promise<ReadDocument> {
  const of = await openPackage(content, KIND)
  const workbook = await readWorkbook(of)
  const opened = await openPieces(piecesOf(workbook, of))
  return { metadata: await metadataOf(of, opened.first), blocks: toBlocks(opened), warnings: of.warnings }
}

async function readWorkbook(of: Package): Promise<Workbook> {
  const path = (await mainPartOf(of)) ?? 'xl/workbook.xml'
  if (path.endsWith('.bin')) {
    throw new IndexingError('UNSUPPORTED_FORMAT', 'binary Excel format (.xlsb): save it as .xlsx')
  }
  requirePart(of, path, KIND)
  const root = childOf(await of.tree(path), 'workbook')
  const related = await relationsOf(of, path)
  const byType = (type: string): string => related.find((one) => one.type === type)?.target ?? ''
  const sheets = childrenOf(childOf(root, 'sheets'), 'sheet').flatMap((sheet) => {
    if (/hidden/i.test(attributeOf(sheet, 'state') ?? '')) return []
    const id = attributeOf(sheet, 'r:id')
    const relation = related.find((one) => one.id === id && one.type === 'worksheet')
    const entry = relation === undefined ? undefined : of.part(relation.target)
    return entry === undefined ? [] : { name: attributeOf(sheet, 'name') ?? '', entry }
  })
  const properties = childOf(root, 'workbookPr') ?? { attributes: {} }
  return {
    sheets,
    shared: await readShared(of, byType('sharedStrings')),
    styles: stylesOf(await of.tree(byType('styles'))),
    since1904: /^(?:1|true|on)$/i.test(attributeOf(properties, 'date1904') ?? ''),
  }
}

async function readShared(of: Package, path: string): Promise<string[]> {
  const texts: string[] = []
  let length = 0
  const rules = xmlRules({ whole: ['si'], skip: ['rPh', 'phoneticPr'] })
  for await (const event of walkXml(of.part(path)?.pieces() ?? nothing(), rules, of.warn)) {
    if (event.at !== 'element') continue
    const text = stringOf(event.element)
    length += text.length + 20
    if (length > MAX_SHARED) throw new IndexingError('TOO_LARGE', 'too much text in its cells: split it')
    texts.push(text)
  }
  return texts
}

async function* nothing(): AsyncGenerator<Buffer> {}

/** Plain text, or runs of text of different looks. */
function stringOf(element: XmlElement): string {
  const runs = [
    ...childrenOf(element, 't'),
    ...childrenOf(element, 'r').flatMap((run) => childrenOf(run, 't')),
  ]
  return runs.map(textOf).join('')
}

function stylesOf(root: XmlElement | undefined): Workbook['styles'] {
  const sheet = childOf(root, 'styleSheet')
  const codes = new Map(
    childrenOf(childOf(sheet, 'numFmts'), 'numFmt').map((format) => [
      attributeOf(format, 'numFmtId') ?? '',
      attributeOf(format, 'formatCode') ?? '',
    ]),
  )
  const fonts = childrenOf(childOf(sheet, 'fonts'), 'font').map((font) => {
    const bold = childOf(font, 'b')
    return bold !== undefined && !/^(?:0|false)$/.test(attributeOf(bold, 'val') ?? '')
  })
  return childrenOf(childOf(sheet, 'cellXfs'), 'xf').map((style) => {
    const id = attributeOf(style, 'numFmtId') ?? '0'
    return {
      kind: numberKind(Number(id), codes.get(id)),
      isBold: fonts[Number(attributeOf(style, 'fontId') ?? 0)] === true,
    }
  })
}

async function* piecesOf(workbook: Workbook, of: Package): AsyncGenerator<Piece> {
  const sheets = createSheets(workbook.sheets.length, of.warn)
  const rules = xmlRules({ whole: ['row', 'cols'], skip: ['extLst', 'conditionalFormatting', 'f'] })
  for (const { name, entry } of workbook.sheets) {
    yield* sheets.begin(name)
    let hidden: ReadonlySet<number> = new Set()
    let last = 0
    for await (const event of walkXml(entry.pieces(), rules, of.warn)) {
      if (event.at !== 'element') continue
      if (event.element.name === 'cols') hidden = hiddenColumns(event.element)
      else {
        const number = Number(attributeOf(event.element, 'r') ?? last + 1)
        // Rows without anything are not stored.
        if (number > last + 1) yield* sheets.row([])
        last = number
        yield* sheets.row(cellsOf(event.element, hidden, workbook))
      }
    }
  }
  yield* sheets.end()
}

function hiddenColumns(element: XmlElement): Set<number> {
  const hidden = new Set<number>()
  for (const column of childrenOf(element, 'col')) {
    if (!/^(?:1|true)$/.test(attributeOf(column, 'hidden') ?? '')) continue
    const last = Math.min(MAX_COLUMNS, Number(attributeOf(column, 'max')))
    for (let at = Number(attributeOf(column, 'min')); at <= last; at += 1) hidden.add(at - 1)
  }
  return hidden
}

function cellsOf(row: XmlElement, hidden: ReadonlySet<number>, workbook: Workbook): Cell[] {
  const cells: Cell[] = []
  let next = 0
  for (const element of childrenOf(row, 'c')) {
    const column = columnOf(attributeOf(element, 'r') ?? '') ?? next
    next = column + 1
    if (column >= MAX_COLUMNS || hidden.has(column)) continue
    while (cells.length < column) cells.push({ text: '' })
    const style = workbook.styles[Number(attributeOf(element, 's') ?? 0)]
    cells[column] = {
      text: cellText(element, workbook, style?.kind ?? 'number'),
      isBold: style?.isBold === true,
    }
  }
  return cells
}

/** `AB12` → 27. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellText(cell: XmlElement, { shared, since1904 }: Workbook, kind: NumberKind): string {
  const value = textOf(childOf(cell, 'v'))
  switch (attributeOf(cell, 't') ?? 'n') {
    case 's':
      return shared[Number(value)] ?? ''
    case 'inlineStr': {
      const inline = childOf(cell, 'is')
      return inline === undefined ? '' : stringOf(inline)
    }
    case 'b':
      return value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE'
    case 'n':
      return value.trim() === '' ? '' : numberText(Number(value), kind, since1904)
    case 'e':
      return ''
    case 'd':
      return value.replace(/T00:00:00.*$/, '').replace('T', ' ')
    default:
      return value
  }
}
