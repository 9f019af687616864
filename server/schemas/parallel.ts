/** Parameters and answer of `/v1/documents/{id}/parallel`. */
import { type Static, Type } from 'typebox'
import { DocumentTranslation, ref } from './common.ts'
import { DocumentPassage } from './documents.ts'

/** The other document. */
export const ParallelQuery = Type.Object(
  {
    with: Type.Optional(
      Type.String({
        maxLength: 64,
        description: 'Identifier of one of its translations; by default the first of them.',
      }),
    ),
  },
  { additionalProperties: false },
)

/** Passages that say the same. */
export const ParallelRow = Type.Object(
  {
    passages: Type.Array(Type.Array(ref(DocumentPassage)), {
      minItems: 2,
      maxItems: 2,
      description:
        'Those of the first document and those of the second; one side is empty where it says nothing.',
    }),
    score: Type.Number({
      description: 'Share of their text whose translation is on the other side, 0 to 1.',
    }),
  },
  { $id: 'ParallelRow', description: 'Passages of two documents that are translations of each other.' },
)

/** Two documents side by side. */
export const ParallelResponse = Type.Object(
  {
    documents: Type.Array(ref(DocumentTranslation), {
      minItems: 2,
      maxItems: 2,
      description: 'The document that was asked for and its translation.',
    }),
    rows: Type.Array(ref(ParallelRow), {
      description: 'Their text from beginning to end: every passage of both, once.',
    }),
  },
  { $id: 'ParallelResponse', description: 'A document and its translation, passage by passage.' },
)
export type ParallelResponse = Static<typeof ParallelResponse>
