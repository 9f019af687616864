/** Parameters and answer of `GET /v1/documents/{id}/related`. */
import { type Static, Type } from 'typebox'
import { documentProperties, partialProperty, ref } from './common.ts'

/** The query string. */
export const RelatedQuery = Type.Object(
  {
    lang: Type.Optional(
      Type.String({ enum: ['it', 'en'], description: 'Only documents in this language. Default: any.' }),
    ),
    size: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 20,
        description:
          'Similar documents of each language at most; default 5. Translations and copies come besides.',
      }),
    ),
  },
  { additionalProperties: false },
)

/** A word that two documents share. */
export const SharedWord = Type.Object(
  {
    word: Type.String({ description: 'As the document that was asked for has it; of an act its id.' }),
    as: Type.Union([Type.String(), Type.Null()], {
      description:
        'As the related document has it: the same, another form, or a translation. Null if it is not in the passages that were looked at.',
    }),
  },
  { $id: 'SharedWord', description: 'A word that two documents share, in whatever form or language.' },
)

/** A related document. */
export const RelatedDocument = Type.Object(
  {
    ...documentProperties,
    relation: Type.String({
      enum: ['translation', 'copy', 'similar'],
      description:
        '`translation`: it says the same in another language. `copy`: nearly the same text. `similar`: it has much of what is rare in the document.',
    }),
    score: Type.Union([Type.Number(), Type.Null()], {
      description: 'How similar; compares only within one answer. Null where nothing was ranked.',
    }),
    shared: Type.Array(ref(SharedWord), {
      description: 'Why: the words that both have, those that say most first.',
    }),
  },
  { $id: 'RelatedDocument', description: 'A document that is about the same as another one.' },
)
export type RelatedDocument = Static<typeof RelatedDocument>

/** The answer. */
export const RelatedResponse = Type.Object(
  {
    id: Type.String({ description: 'The document that was asked for.' }),
    words: Type.Array(Type.String(), {
      description:
        'The words of it that were looked for, in both languages: frequent in it and rare elsewhere.',
    }),
    results: Type.Array(ref(RelatedDocument), {
      description: 'Translations first, then copies, then similar documents, the most similar first.',
    }),
    ...partialProperty,
  },
  { $id: 'RelatedResponse', description: 'Documents that are about the same as another one.' },
)
export type RelatedResponse = Static<typeof RelatedResponse>
