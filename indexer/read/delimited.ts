/** CSV and its relatives (tabs, semicolons, bars) → rows, as a stream. */
import { finished } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { IndexingError } from '../errors.ts'
import type { Content } from './content.ts'
import { decodeText } from './decode.ts'
import { type Dialect, detectDialect } from './delimiter.ts'
import { detectEncoding } from './encoding.ts'
import type { Member, ReadOptions } from './formats.ts'
import { membersOfRows, type Row } from './rows.ts'

const SAMPLE_LENGTH = 64 * 1024

/** A longer row is none: a quotation mark was opened and never closed. */
const MAX_ROW_LENGTH = 4 * 1024 ** 2

/**
 * The rows of a delimited text as documents. Delimiter, quotation marks and header are found out from its beginning.
 *
 * @throws {IndexingError} as finding its encoding and reading rows do
 */
export async function* readDelimited(content: Content, { map }: ReadOptions): AsyncGenerator<Member> {
  const encoding = await detectEncoding(content)
  const pieces = decodeText(content, encoding)
  let sample = ''
  let isWhole = true
  for await (const piece of decodeText(content, encoding)) {
    sample += piece
    if (sample.length <= SAMPLE_LENGTH) continue
    isWhole = false
    break
  }
  yield* membersOfRows(rowsOf(pieces, detectDialect(sample, isWhole)), map)
}

async function* rowsOf(pieces: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<Row> {
  const { delimiter, isQuoted, skippedRows, header } = dialect
  // Rows are taken as they are parsed: a stream that ends in an error gives away what it has not handed over yet.
  let parsed: string[][] = []
  const parser = parse({
    delimiter,
    quote: isQuoted ? '"' : null,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_LENGTH,
    on_record: (row: string[]) => {
      parsed.push(row)
      return null
    },
  })
  let failure: Error | undefined
  parser.on('error', (error) => {
    failure = error
  })
  // Nothing comes out of it, and it ends only when that was read.
  parser.resume()
  const above = skippedRows + (header === undefined ? 0 : 1)
  let count = 0
  let names = header ?? []
  const take = function* (): Generator<Row> {
    const rows = parsed
    parsed = []
    for (const values of rows) {
      count += 1
      if (count <= above) continue
      if (header === undefined && values.length > names.length)
        names = values.map((_, index) => `column ${index + 1}`)
      yield toRow(values, names, count - above, delimiter)
    }
  }
  try {
    for await (const piece of pieces) {
      await new Promise((resolve) => parser.write(piece, resolve))
      yield* take()
      if (failure !== undefined) break
    }
    if (failure === undefined) await new Promise<void>((resolve) => finished(parser.end(), () => resolve()))
    yield* take()
    if (failure !== undefined) throw toPlainError(failure, Math.max(0, count - above))
  } finally {
    parser.destroy()
  }
}

/** A sentence in the last column whose semicolon nobody put in quotation marks was cut there: what is left of it begins with a space. */
function whole(values: readonly string[], count: number, delimiter: string): readonly string[] {
  if (count === 0 || values.length <= count || !values.slice(count).every((value) => /^ \S/.test(value)))
    return values
  return [...values.slice(0, count - 1), values.slice(count - 1).join(delimiter)]
}

function toRow(given: readonly string[], names: readonly string[], number: number, delimiter: string): Row {
  const values = whole(given, names.length, delimiter)
  const cells = new Map<string, string[]>()
  for (const [index, value] of values.entries()) {
    if (value.trim() !== '') cells.set(names[index] ?? `column ${index + 1}`, [value])
  }
  const ragged = `row ${number} has ${values.length} values, the header ${names.length}`
  return values.length === names.length ? { number, cells } : { number, cells, warnings: [ragged] }
}

function toPlainError(cause: unknown, count: number): unknown {
  if (!(cause instanceof CsvError)) return cause
  const what =
    cause.code === 'CSV_QUOTE_NOT_CLOSED' || cause.code === 'CSV_MAX_RECORD_SIZE'
      ? 'a quotation mark is opened and never closed'
      : 'not readable as a table'
  return new IndexingError('UNREADABLE', `${what}, after row ${count}: rows before it were read`, { cause })
}
