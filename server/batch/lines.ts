/** Lines of a batch as they are sent: JSON, or rows of a table. Pure. */
import { stringify } from 'csv-stringify/sync'
import type { BatchLine } from '../schemas/batch.ts'

const COLUMNS = [
  'line',
  'id',
  'q',
  'status',
  'total',
  'new',
  'rank',
  'document',
  'title',
  'lang',
  'date',
  'url',
  'path',
  'detail',
]

/** How lines are written, by the name of the format. */
export const batchFormats = {
  jsonl: {
    type: 'application/x-ndjson',
    head: '',
    body: (line: BatchLine): string => `${JSON.stringify(line)}\n`,
  },
  csv: { type: 'text/csv', head: csv([COLUMNS]), body: (line: BatchLine): string => csv(rowsOf(line)) },
}

function rowsOf({ line, id, q, status, total, new: fresh, results = [], problem }: BatchLine): string[][] {
  const about = [line, id ?? '', q, status, total ?? '', fresh ?? ''].map(String)
  if (results.length === 0) return [[...about, '', '', '', '', '', '', '', problem?.detail ?? '']]
  return results.map(({ id, title, lang, date, url, path }, index) => [
    ...about,
    String(index + 1),
    id,
    title,
    lang,
    date ?? '',
    url ?? '',
    path,
    '',
  ])
}

function csv(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: '\r\n', escape_formulas: true })
}
