/** Bodies and parameters of what changes documents. */
import { type Static, Type } from 'typebox'
import { ref } from './common.ts'
import { ProblemPart } from './jobs.ts'

const described = {
  lang: {
    description: 'Language of the document: a code such as `it`, or a name. Default: as the text reads.',
  },
  date: { description: 'Date of publication: YYYY-MM-DD, YYYY-MM or YYYY.', examples: ['2024-05-17'] },
  source: { description: 'Who published it.' },
  url: { description: 'Where it was published: an http or https address.' },
}
const topics = Type.Array(Type.String({ maxLength: 64 }), {
  maxItems: 100,
  description: 'Ids of topics, as `/v1/topics` lists them.',
})
const tags = Type.Array(Type.String({ maxLength: 1000 }), {
  maxItems: 1000,
  description: "Its author's own tags, of which thirty are kept; those longer than 64 characters are not.",
})
const title = Type.String({
  minLength: 1,
  maxLength: 1000,
  description: 'Title. Default: as the text has it.',
})

const documentFields = {
  text: Type.String({ description: 'The text of the document.' }),
  format: Type.Optional(
    Type.String({ enum: ['plain', 'markdown'], description: 'How the text is written; default `plain`.' }),
  ),
  title: Type.Optional(title),
  lang: Type.Optional(Type.String({ maxLength: 64, ...described.lang })),
  date: Type.Optional(Type.String({ maxLength: 64, ...described.date })),
  source: Type.Optional(Type.String({ maxLength: 1000, ...described.source })),
  url: Type.Optional(Type.String({ maxLength: 2000, ...described.url })),
  topics: Type.Optional(topics),
  tags: Type.Optional(tags),
  translations: Type.Optional(
    Type.Array(Type.String({ maxLength: 1024 }), {
      maxItems: 100,
      description: 'Ids or paths of documents that are translations of this one.',
    }),
  ),
  path: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1024,
      description: 'A path to show it under, with `/` between folders; default: its id.',
      examples: ['minutes/2024/may.md'],
    }),
  ),
}

/** A document in JSON. */
export const PostedDocument = Type.Object(documentFields, {
  $id: 'PostedDocument',
  additionalProperties: false,
  description: 'A document: its text, and what is known about it. What is not given is found in the text.',
  examples: [
    {
      text: 'Le fabbriche di semiconduttori in Europa sono poche.',
      title: 'I semiconduttori in Europa',
      lang: 'it',
      date: '2024-05-17',
    },
  ],
})
export type PostedDocument = Static<typeof PostedDocument>

/** A line of a stream of documents. */
export const PostedLine = Type.Object(
  {
    id: Type.String({ description: 'Identifier: 1 to 128 of A-Z a-z 0-9 _ -', examples: ['report-2024-05'] }),
    ...documentFields,
  },
  { $id: 'PostedLine', additionalProperties: false, description: 'A document, with its identifier.' },
)
export type PostedLine = Static<typeof PostedLine>

/** What came of a line. */
export const LineResult = Type.Object(
  {
    line: Type.Integer({ description: 'Number of the line, from 1; empty lines are counted, too.' }),
    id: Type.Union([Type.String(), Type.Null()], {
      description: 'Identifier of the document; null if it is not known.',
    }),
    status: Type.String({ enum: ['indexed', 'failed'], description: 'Indexed is: a search finds it.' }),
    revision: Type.Optional(Type.Integer({ description: 'Its revision, if it was indexed.' })),
    problem: Type.Optional(ref(ProblemPart)),
  },
  { $id: 'LineResult', description: 'What came of one document of a stream.' },
)
export type LineResult = Static<typeof LineResult>

const nullable = (type: ReturnType<typeof Type.String>, description: string) =>
  Type.Optional(Type.Union([type, Type.Null()], { description: `${description} Null takes it away.` }))

/** What of the description of a document changes. */
export const DocumentPatch = Type.Object(
  {
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 1000, description: 'Title.' })),
    lang: Type.Optional(
      Type.String({ maxLength: 64, description: 'Language: a code such as `it`, or a name.' }),
    ),
    date: nullable(Type.String({ maxLength: 64 }), described.date.description),
    source: nullable(Type.String({ maxLength: 1000 }), described.source.description),
    url: nullable(Type.String({ maxLength: 2000 }), described.url.description),
    topics: Type.Optional(topics),
    tags: Type.Optional(tags),
  },
  {
    $id: 'DocumentPatch',
    additionalProperties: false,
    minProperties: 1,
    description: 'What changes of the description of a document; what is absent stays (RFC 7396).',
    examples: [{ title: 'Il bilancio del 2024', date: '2024-05' }],
  },
)
export type DocumentPatch = Static<typeof DocumentPatch>

/** Whether to wait. */
export const ChangeQuery = Type.Object(
  {
    wait: Type.Optional(
      Type.Boolean({
        description:
          'Whether to be answered when the change can be seen by searches. What takes longer than some 25 seconds is answered as without it.',
      }),
    ),
  },
  { additionalProperties: false },
)

/** Which documents go. */
export const PlaceQuery = Type.Object(
  {
    place: Type.String({
      minLength: 1,
      maxLength: 256,
      description: 'Name of the place: `api` for all documents that were sent.',
      examples: ['api'],
    }),
    wait: ChangeQuery.properties.wait,
  },
  { additionalProperties: false },
)

const wanted = (description: string) => Type.Optional(Type.String({ maxLength: 1000, description }))

/** Headers of a change of one document. */
export const ChangeHeaders = Type.Object({
  'if-match': wanted(
    'ETag of the document as it was read: if it has been changed since, nothing is done (412). * for any.',
  ),
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description:
        'A name for this request, unlike any other. The same request under the same name is the same job, for a day.',
    }),
  ),
})

/** Headers of a request that puts a document. */
export const PutHeaders = Type.Object({
  ...ChangeHeaders.properties,
  'if-none-match': wanted(
    '* if the document is only to be put when there is none with this id yet (else 412).',
  ),
})
