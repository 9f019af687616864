/** The format of bytes that come without a name that tells it, as from a pipe. Pure. */
import { parse } from 'csv-parse/sync'
import { detectDialect } from './delimiter.ts'
import { textOf } from './prose.ts'

/** A heading, a list of links, a fence or front matter: what Markdown has and other texts hardly do. */
const MARKDOWN =
  /^(?:---\n[\s\S]{1,3000}\n---\n|#{1,4} \S.*\n|```)|\n(?:#{1,4} \S.*\n|```\w*\n)|\]\(https?:\/\//

/** Rows and columns that make a table of a text. */
const MIN_ROWS = 3
const MIN_COLUMNS = 2
const MIN_SHARE = 0.9

/**
 * The name of the format that bytes are likely of which no format recognizes by itself: an archive, JSON, JSON Lines, a
 * table, Markdown or plain text.
 *
 * @param opening up to 4,096 bytes
 * @returns undefined if they are no text
 */
export function formatByLook(opening: Buffer): string | undefined {
  if (opening.toString('latin1', 0, 4) === 'PK\x03\x04') return 'zip'
  const text = textOf(opening)?.replaceAll('\r\n', '\n')
  if (text === undefined) return undefined
  if (/^\s*\{/.test(text)) return jsonKind(text)
  if (/^\s*\[\s*(?:[{"\]]|$)/.test(text)) return 'json'
  if (MARKDOWN.test(text)) return 'markdown'
  return isTable(text) ? 'csv' : 'text'
}

/**
 * Objects a line, the first of which is seen whole, may break one by one; whatever else begins so is read as one JSON text,
 * or several that follow each other. One object that stands alone in its line is the only line, unless it holds a list.
 */
function jsonKind(text: string): string {
  const [first = '', second = ''] = text.trimStart().split('\n', 2)
  try {
    const values = Object.values(JSON.parse(first) as object)
    const hasList = values.some((value) => Array.isArray(value) && typeof value[0] === 'object')
    return second.trim() === '' && hasList ? 'json' : 'json-lines'
  } catch {
    // An object that goes on in the next line, or behind the opening.
    return 'json'
  }
}

/** Whether its rows have the same number of values, and the first one names them. */
function isTable(text: string): boolean {
  const { delimiter, isQuoted, header, skippedRows } = detectDialect(text, false)
  if (header === undefined || skippedRows > 0 || header.length < MIN_COLUMNS) return false
  try {
    // The last line may have been cut off, and so may a value of several lines.
    const rows: string[][] = parse(text.slice(0, text.lastIndexOf('\n') + 1), {
      delimiter,
      quote: isQuoted ? '"' : null,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
    const alike = rows.filter(({ length }) => length === header.length).length
    return alike >= MIN_ROWS && alike >= MIN_SHARE * rows.length
  } catch {
    return false
  }
}
