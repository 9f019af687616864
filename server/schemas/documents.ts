/** Parameters and answers of `/v1/documents` and `/v1/topics`. */
import { type Static, Type } from 'typebox'
import { documentProperties, Highlight, partialProperty, ref } from './common.ts'
import { passageProperties } from './passage.ts'
import { queryParameters } from './search-query.ts'
import { Expansion } from './understood.ts'

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

const { queryLang, expand, exact, without } = queryParameters

/** Which of its passages, and what is marked in them. */
export const DocumentQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({
        maxLength: 512,
        description:
          'A search whose matches are marked in the title and in every passage, as `GET /v1/search` marks them. Empty or absent: nothing is marked.',
        examples: ['semiconduttori'],
      }),
    ),
    queryLang,
    expand,
    exact,
    without,
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
    ...passageProperties,
    highlights: Type.Optional(
      Type.Array(ref(Highlight), { description: 'With `q`: what matches in `text`, all of it.' }),
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
    titleHighlights: Type.Optional(
      Type.Array(ref(Highlight), { description: 'With `q`: what matches in `title`.' }),
    ),
    expansions: Type.Optional(
      Type.Array(ref(Expansion), {
        description: 'With `q`: what is marked besides its words, and why. Highlights refer to these.',
      }),
    ),
    matches: Type.Optional(
      Type.Object(
        {
          total: Type.Integer({ description: 'Highlights in the passages of the whole document.' }),
          pages: Type.Array(
            Type.Object({
              number: Type.Integer({ description: 'A page of passages, of this size, that has some.' }),
              count: Type.Integer({ description: 'How many it has.' }),
            }),
            { description: 'Where they are, in the order of the text.' },
          ),
        },
        {
          description:
            'With `q`, on the first page of passages: how many matches the whole document has. Those of its title do not count.',
        },
      ),
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
    ...partialProperty,
  },
  { $id: 'TopicsResponse', description: 'The technology areas that documents are sorted into.' },
)
export type TopicsResponse = Static<typeof TopicsResponse>
