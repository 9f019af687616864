/** Parameters and answers of `/v1/documents` and `/v1/topics`. */
import { type Static, Type } from 'typebox'
import { documentProperties, ref } from './common.ts'

/** Path of one document. */
export const DocumentParams = Type.Object(
  { id: Type.String({ maxLength: 128, description: 'Identifier, as results carry it.' }) },
  { additionalProperties: false },
)

/** What is known of it already. */
export const DocumentHeaders = Type.Object({
  'if-none-match': Type.Optional(
    Type.String({ maxLength: 1000, description: 'ETag of the document as it was read before.' }),
  ),
})

/** Which of its passages. */
export const DocumentQuery = Type.Object(
  {
    page: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100_000, description: 'Page of passages, from 1.' }),
    ),
    size: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, description: 'Passages a page; default 100.' }),
    ),
  },
  { additionalProperties: false },
)

/** A passage of a document. */
export const DocumentPassage = Type.Object(
  {
    id: Type.String({ description: 'Stable identifier of the passage.' }),
    lang: Type.String({
      description: 'ISO 639-1 code, or `und`; quotations may differ from their document.',
    }),
    heading: Type.Array(Type.String(), { description: 'Headings above it, outermost first.' }),
    text: Type.String({ description: 'Its text, as it stands in the document.' }),
    start: Type.Integer({
      description: 'Where it begins in the text of the document, in UTF-16 code units.',
    }),
    end: Type.Integer({ description: 'Where it ends there.' }),
    page: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Number of the page that it begins on, counted from 1; absent where there are no pages.',
      }),
    ),
  },
  { $id: 'DocumentPassage', description: 'A passage of a document: some sentences under one heading.' },
)

export type DocumentPassage = Static<typeof DocumentPassage>

/** A document. */
export const DocumentResponse = Type.Object(
  {
    ...documentProperties,
    revision: Type.Integer({
      description: 'Another one each time the document has changed; in quotation marks it is its ETag.',
    }),
    langs: Type.Array(Type.String(), { description: 'Languages of its passages.' }),
    dateWords: Type.Union([Type.String(), Type.Null()], { description: 'The words the date was read from.' }),
    dateEvidence: Type.Union([Type.String(), Type.Null()], {
      description: 'The line that they stand in: `Pubblicato il 3 luglio 2023`.',
    }),
    passages: Type.Array(ref(DocumentPassage), { description: 'Its text, passage by passage.' }),
    page: Type.Object(
      {
        number: Type.Integer({ description: 'This page, from 1.' }),
        size: Type.Integer({ description: 'Passages a page.' }),
        pages: Type.Integer({ description: 'Number of pages.' }),
      },
      { description: 'Which of its passages these are.' },
    ),
  },
  { $id: 'DocumentResponse', description: 'A document with a page of its passages.' },
)
export type DocumentResponse = Static<typeof DocumentResponse>

/** All topics. */
export const TopicsResponse = Type.Object(
  {
    topics: Type.Array(
      Type.Object({
        id: Type.String({ description: 'Stable identifier, as the parameter `topic` takes it.' }),
        labels: Type.Object(
          {
            it: Type.String({ description: 'In Italian.' }),
            en: Type.String({ description: 'In English.' }),
          },
          { description: 'Its name in both languages.' },
        ),
        count: Type.Integer({ description: 'Documents with this topic.' }),
      }),
      { description: 'All topics; last `unclassified`, for documents that show none of them.' },
    ),
  },
  { $id: 'TopicsResponse', description: 'The technology areas that documents are sorted into.' },
)
export type TopicsResponse = Static<typeof TopicsResponse>
