/** A row of a table → the document that it is. */
import type { Metadata, ReadDocument } from '../document.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'
import type { MappedField } from './column-map.ts'
import type { Cells, Columns } from './columns.ts'
import { htmlToLines, looksLikeHtml } from './html-lines.ts'
import { blocksOfText } from './loose-text.ts'

/** Longer values of other columns are cut, and more than so many columns are left out: a row is read, not dumped. */
const MAX_VALUE_LENGTH = 4000
const MAX_OTHER_COLUMNS = 200

const TEXT_FIELDS = ['title', 'date', 'updated', 'lang', 'source', 'url', 'description'] as const
const LIST_FIELDS = ['tags', 'topics', 'translations'] as const

/** How rows become documents. */
export type RowReading = {
  columns: Columns
  /** Whether somebody said which column is the id: it then is the id of the document, and not only its path. */
  hasOwnIds: boolean
}

/** The document of a row, or a plain reason why it is none. */
export function documentOfRow(
  cells: Cells,
  { columns, hasOwnIds }: RowReading,
  warnings: readonly string[] = [],
): ReadDocument | string {
  const text = (columns.text === undefined ? [] : (cells.get(columns.text) ?? [])).map(readable).join('\n\n')
  const metadata = metadataOf(cells, columns)
  const hasText = /[\p{L}\p{N}]/u.test(text)
  if (columns.text !== undefined && !hasText)
    return `row without text: nothing stands in its column "${columns.text}"`
  if (!hasText && metadata.title === undefined)
    return `row without text: nothing stands in its column "${columns.title}"`
  const id = fieldValue(cells, columns, 'id')
  if (hasOwnIds && id !== '') metadata.id = id
  return {
    metadata,
    blocks: blocksOfText(text, { lines: otherLines(cells, columns) }),
    warnings: [...warnings],
  }
}

/** What stands in the column of a field, on one line; empty if nothing does. */
export function fieldValue(cells: Cells, columns: Columns, field: MappedField): string {
  const column = columns[field]
  return column === undefined ? '' : oneLine((cells.get(column) ?? []).join(', '))
}

function metadataOf(cells: Cells, columns: Columns): Metadata {
  const metadata: Metadata = {}
  for (const field of TEXT_FIELDS) {
    const value = fieldValue(cells, columns, field)
    if (value !== '') metadata[field] = value
  }
  for (const field of LIST_FIELDS) {
    const column = columns[field]
    const values = column === undefined ? [] : (cells.get(column) ?? [])
    const items = (values.length === 1 ? (values[0] as string).split(/[,;|]/) : values).map(oneLine)
    const given = items.filter((item) => item !== '')
    if (given.length > 0) metadata[field] = given
  }
  return metadata
}

/** `Column: value` for each column that is nothing else of the document. */
function otherLines(cells: Cells, columns: Columns): string[] {
  const used = new Set(Object.values(columns))
  return [...cells]
    .filter(([name, values]) => !used.has(name) && values.some((value) => value.trim() !== ''))
    .slice(0, MAX_OTHER_COLUMNS)
    .map(([name, values]) => lineOf(name, values))
}

/** `Column: value`, on one line. */
export function lineOf(name: string, values: readonly string[]): string {
  return `${oneLine(name)}: ${oneLine(values.join(', '))}`
}

function readable(value: string): string {
  return looksLikeHtml(value) ? htmlToLines(value) : value
}

function oneLine(value: string): string {
  const text = value.slice(0, MAX_VALUE_LENGTH)
  return toSingleLine(cleanCharacters(looksLikeHtml(text) ? htmlToLines(text) : text))
}
