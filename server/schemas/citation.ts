/** Parameters of `GET /v1/documents/{id}/citation`. */
import { Type } from 'typebox'

/** The query string. */
export const CitationQuery = Type.Object(
  {
    format: Type.Optional(
      Type.String({
        enum: ['ris', 'bibtex'],
        description:
          '`ris`, the default: as Zotero, EndNote and Mendeley read it. `bibtex`: an entry for BibTeX and BibLaTeX, in UTF-8.',
      }),
    ),
    accessed: Type.Optional(
      Type.String({
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description:
          'The day on which it was read, YYYY-MM-DD, to stand in the entry. Default: none stands there.',
        examples: ['2026-11-30'],
      }),
    ),
  },
  { additionalProperties: false },
)
