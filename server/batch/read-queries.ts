/** The queries of a batch: from JSON as they are, or from a table with a line of names. Pure. */
import { parse } from 'csv-parse/sync'
import { nearest } from '../nearest.ts'
import { ProblemError } from '../problem.ts'
import { BatchQuery, MAX_QUERIES } from '../schemas/batch.ts'

/** A query before it is looked at; what is wrong with its line in the table, if anything is. */
export type GivenQuery = { value: Record<string, unknown>; fault?: string }

const NAMES = Object.keys(BatchQuery.properties)
const DELIMITERS = [';', '\t', ',']

/**
 * The queries of a table (RFC 4180; also with semicolons or tabs), whose first line names parameters of a search: `q`,
 * `id`, `lang` … Without such names, in a table of one column, every line is a query.
 *
 * @throws {ProblemError} `invalid-parameter` if it is no table, or a column has a name that means nothing
 */
export function queriesOfTable(text: string): GivenQuery[] {
  const rows = rowsOf(text)
  const [first = []] = rows
  const named = first.map((name) => name.trim())
  const hasNames = named.some((name) => NAMES.includes(name))
  if (!hasNames && first.length > 1) throw unknownColumn(named[0] ?? '')
  if (!hasNames) return limited(rows.map((row) => ({ value: { q: row[0] ?? '' } })))
  const unknown = named.find((name) => name !== '' && !NAMES.includes(name))
  if (unknown !== undefined) throw unknownColumn(unknown)
  return limited(
    rows.slice(1).map((row) => {
      const cells = named.map((name, index) => [name, (row[index] ?? '').trim()] as const)
      const value = Object.fromEntries(cells.filter(([name, cell]) => name !== '' && cell !== ''))
      const isLong = row.slice(named.length).some((cell) => cell.trim() !== '')
      return isLong ? { value, fault: `It has ${row.length} values for ${named.length} columns.` } : { value }
    }),
  )
}

/**
 * The queries of a body of JSON.
 *
 * @throws {ProblemError} `invalid-parameter` if there are none, or too many
 */
export function queriesOfList(queries: readonly unknown[]): GivenQuery[] {
  return limited(
    queries.map((value) =>
      isObject(value)
        ? { value }
        : { value: {}, fault: 'A query is an object with the parameters of a search, such as `q`.' },
    ),
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function rowsOf(text: string): string[][] {
  const opening = /^.*/.exec(text.replace(/^\uFEFF/, ''))?.[0] ?? ''
  const delimiter = DELIMITERS.find((one) => opening.includes(one)) ?? ','
  let lastGood = 0
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (row: string[], { lines }) => {
        lastGood = lines
        return row
      },
    })
  } catch {
    // An open mark takes in all that follows, so the end of the text, where it is noticed, helps nobody.
    throw wrong(
      `The body is no table: the row that begins in line ${lastGood + 1} has a quotation mark without its partner, or one inside of a value. A value with marks stands in marks itself, and has each of its own twice: """supply chain"" chip".`,
    )
  }
}

function limited(queries: GivenQuery[]): GivenQuery[] {
  if (queries.length === 0) throw wrong('There is no query in the body.')
  if (queries.length <= MAX_QUERIES) return queries
  throw wrong(
    `There are ${queries.length} queries; a batch takes up to ${MAX_QUERIES}. Send the rest as another one.`,
  )
}

function unknownColumn(name: string): ProblemError {
  const meant = nearest(name, NAMES)
  return wrong(
    `There is no parameter "${name.slice(0, 64)}" that a column could be.${meant === undefined ? '' : ` Did you mean "${meant}"?`} The first line names them: ${NAMES.join(', ')}.`,
  )
}

function wrong(detail: string): ProblemError {
  return new ProblemError('invalid-parameter', detail, [{ parameter: 'body', detail }])
}
