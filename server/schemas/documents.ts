/** Parameters and answers of `/v1/documents` and `/v1/topics`. */
import { type Static, Type } from 'typebox'
import { documentProperties, ref } from './common.ts'

/** Path of one document. */
export const DocumentParams = Type.Object(
  { id: Type.String({ maxLength: 64, description: 'Identifier, as results carry it.' }) },
  { additionalProperties: false },
)

/** Which of its passages. */
export const DocumentQuery = Type.Object(
  {
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, description: 'Page of passages, from 1.' })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'Passages a page; default 100.' })),
  },
  { additionalProperties: false },
)

/** A passage of a document. */
export const DocumentPassage = Type.Object(
  {
    id: Type.String(),
    lang: Type.String(),
    heading: Type.Array(Type.String(), { description: 'Headings above it, outermost first.' }),
    text: Type.String(),
    start: Type.Integer({ description: 'Where it begins in the text of the document, in UTF-16 code units.' }),
    end: Type.Integer({ description: 'Where it ends there.' }),
  },
  { $id: 'DocumentPassage' },
)

/** A document. */
export const DocumentResponse = Type.Object(
  {
    ...documentProperties,
    langs: Type.Array(Type.String(), { description: 'Languages of its passages.' }),
    dateWords: Type.Union([Type.String(), Type.Null()], { description: 'The words the date was read from.' }),
    translations: Type.Array(Type.String(), { description: 'Identifiers of documents that say the same in another language.' }),
    passages: Type.Array(ref(DocumentPassage), { description: 'Its text, passage by passage.' }),
    page: Type.Object({ number: Type.Integer(), size: Type.Integer(), pages: Type.Integer() }),
  },
  { $id: 'DocumentResponse' },
)
export type DocumentResponse = Static<typeof DocumentResponse>

/** All topics. */
export const TopicsResponse = Type.Object(
  {
    topics: Type.Array(
      Type.Object({
        id: Type.String(),
        labels: Type.Object({ it: Type.String(), en: Type.String() }),
        count: Type.Integer({ description: 'Documents with this topic.' }),
      }),
    ),
  },
  { $id: 'TopicsResponse' },
)
export type TopicsResponse = Static<typeof TopicsResponse>
