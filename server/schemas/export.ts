/** Parameters and documents of `GET /v1/export`. */
import { type Static, Type } from 'typebox'
import { documentProperties } from './common.ts'
import { criteriaProperties } from './criteria.ts'

/** The query string. */
export const ExportQuery = Type.Object(
  {
    format: Type.Optional(
      Type.String({
        enum: ['jsonl', 'csv', 'ris', 'bibtex'],
        description:
          '`jsonl`, the default: a JSON object a line. `csv`: a table (RFC 4180, UTF-8) with a line of names; several values are separated by `; `, and a value that a spreadsheet would take for a formula has an apostrophe before it. `ris` and `bibtex`: for reference managers.',
      }),
    ),
    ...criteriaProperties,
  },
  { additionalProperties: false },
)

const { copies: _copies, copiesTotal: _copiesTotal, ...exported } = documentProperties

/** A document as it is exported. */
export const ExportedDocument = Type.Object(
  {
    ...exported,
    revision: Type.Integer({ description: 'Another one each time the document has changed.' }),
  },
  {
    $id: 'ExportedDocument',
    description: 'A line of an export: what is known of a document, without its text.',
  },
)
export type ExportedDocument = Static<typeof ExportedDocument>
