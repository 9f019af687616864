/** Rows, whatever they stood in → members: a document a row, or, where no column has prose, one document of all of them. */
import type { Block, ReadDocument } from '../document.ts'
import { createBlockMaker } from './block-maker.ts'
import type { ColumnMap } from './column-map.ts'
import { type Cells, chooseColumns } from './columns.ts'
import type { Member } from './formats.ts'
import { createNames } from './member-names.ts'
import { documentOfRow, fieldValue, lineOf } from './row-document.ts'

/** A row, or what stands in its place. */
export type Row = { number: number } & (
  | { cells: Cells; warnings?: readonly string[] }
  /** A plain reason why it could not be read. */
  | { broken: string }
)

/** Which column is what is told by so many rows, or as many as have so many characters. */
const SAMPLE_ROWS = 200
const SAMPLE_LENGTH = 2 * 1024 ** 2

/** What is bare data is read so far: it is found by what its rows name, and ranked like any text. */
const MAX_TABLE_ROWS = 5000
const MAX_TABLE_LENGTH = 4 * 1024 ** 2

/**
 * The members of rows as they come; a path is what the id column says, or else the number of the row. In memory stands a
 * sample of the rows, and a number for each path.
 *
 * @throws {IndexingError} `UNREADABLE` where the mapping names a column that does not exist; what reading rows throws
 */
export async function* membersOfRows(rows: AsyncIterable<Row>, map?: ColumnMap): AsyncGenerator<Member> {
  const source = rows[Symbol.asyncIterator]()
  try {
    const { sample, error } = await takeSample(source)
    const read = sample.flatMap((row) => ('cells' in row ? [row.cells] : []))
    const columns = read.length === 0 ? {} : chooseColumns(read, map)
    if (columns === undefined) {
      if (error !== undefined) throw error
      yield { path: '', read: await tableOf(chain(sample, source)) }
      return
    }
    const names = createNames()
    const reading = { columns, hasOwnIds: map?.id !== undefined }
    for await (const row of chain(sample, source, error)) {
      const id = 'cells' in row ? fieldValue(row.cells, columns, 'id') : ''
      const path = names.unlessTaken(id.replace(/[/\\]+/g, '-')) ?? names.of(String(row.number), 'row')
      if ('broken' in row) {
        yield { path, failed: row.broken }
        continue
      }
      const document = documentOfRow(row.cells, reading, row.warnings)
      yield typeof document === 'string' ? { path, failed: document } : { path, read: document }
    }
  } finally {
    await source.return?.()
  }
}

/** The first rows, and what went wrong after them. */
async function takeSample(source: AsyncIterator<Row>): Promise<{ sample: Row[]; error?: unknown }> {
  const sample: Row[] = []
  let length = 0
  try {
    while (sample.length < SAMPLE_ROWS && length < SAMPLE_LENGTH) {
      const next = await source.next()
      if (next.done === true) break
      sample.push(next.value)
      if ('cells' in next.value)
        for (const values of next.value.cells.values()) length += values.join().length
    }
    return { sample }
  } catch (error) {
    // The rows before it are good.
    return { sample, error }
  }
}

async function* chain(
  sample: readonly Row[],
  source: AsyncIterator<Row>,
  error?: unknown,
): AsyncGenerator<Row> {
  yield* sample
  if (error !== undefined) throw error
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value
}

/** A table of data as one document: a row a paragraph, `Header: value; …`. */
async function tableOf(rows: AsyncIterable<Row>): Promise<ReadDocument> {
  const warnings: string[] = []
  const blocks: Block[] = []
  const make = createBlockMaker()
  let [count, length] = [0, 0]
  for await (const row of rows) {
    if (!('cells' in row)) continue
    if (count === MAX_TABLE_ROWS || length > MAX_TABLE_LENGTH) {
      warnings.push(`a table of data without prose: of its rows the first ${count} were read`)
      break
    }
    const filled = [...row.cells].filter(([, values]) => values.some((value) => value.trim() !== ''))
    const text = filled.map(([name, values]) => lineOf(name, values)).join('; ')
    blocks.push(...make(text, 0))
    count += 1
    length += text.length
  }
  return { metadata: {}, blocks: streamOf(blocks), warnings }
}

async function* streamOf(blocks: readonly Block[]): AsyncGenerator<Block> {
  yield* blocks
}
