/** Documents in the formats that other programs read: JSON lines, tables, reference managers. Pure. */
import { stringify } from 'csv-stringify/sync'
import type { ExportedDocument } from '../schemas/export.ts'
import { bibtexEntry } from './bibtex.ts'
import { risEntry } from './ris.ts'

/** A format. */
export type ExportFormat = {
  /** Media type. */
  type: string
  /** Of the file that a browser makes of it. */
  extension: string
  /** What stands before the first document. */
  head: string
  /** Some documents; also none. */
  body: (documents: readonly ExportedDocument[]) => string
}

const COLUMNS = [
  'id',
  'title',
  'lang',
  'date',
  'dateBasis',
  'source',
  'url',
  'place',
  'path',
  'topics',
  'tags',
  'references',
  'translations',
] as const

/** The formats by name, as the parameter takes them. */
export const exportFormats = {
  jsonl: {
    type: 'application/x-ndjson',
    extension: 'jsonl',
    head: '',
    body: (documents) => documents.map((document) => `${JSON.stringify(document)}\n`).join(''),
  },
  csv: {
    type: 'text/csv',
    extension: 'csv',
    head: csv([[...COLUMNS]]),
    body: (documents) => csv(documents.map(rowOf)),
  },
  ris: {
    type: 'application/x-research-info-systems',
    extension: 'ris',
    head: '',
    body: (documents) => documents.map((document) => risEntry(document)).join(''),
  },
  bibtex: {
    type: 'application/x-bibtex',
    extension: 'bib',
    head: '',
    body: (documents) => documents.map((document) => bibtexEntry(document)).join(''),
  },
} satisfies Record<string, ExportFormat>

/** The formats of reference managers, as one document is cited in them. */
export const citationFormats = {
  ris: { ...exportFormats.ris, entry: risEntry },
  bibtex: { ...exportFormats.bibtex, entry: bibtexEntry },
}

/** RFC 4180. A value that a spreadsheet would take for a formula gets an apostrophe before it. */
function csv(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: '\r\n', escape_formulas: true })
}

function rowOf(document: ExportedDocument): string[] {
  const ids = (all: readonly { id: string }[]): string => all.map(({ id }) => id).join('; ')
  const { topics, references, translations, tags } = document
  const lists = {
    topics: ids(topics),
    references: ids(references),
    translations: ids(translations),
    tags: tags.join('; '),
  }
  return COLUMNS.map(
    (name) => (name in lists ? lists[name as keyof typeof lists] : (document[name] ?? '')) as string,
  )
}
