/** Schemas that several routes share. The schema is the definition; the type of the same name follows from it. */
import { type Static, type TSchema, Type } from 'typebox'

/** A reference to a schema that is published under its `$id`, with the type of what it refers to. */
export function ref<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T>>(Type.Ref((schema as { $id?: string }).$id ?? ''))
}

/** What is wrong with one parameter. */
export const ParameterError = Type.Object(
  {
    parameter: Type.String({ description: 'Name of the parameter.' }),
    detail: Type.String({ description: 'What is wrong with it and what to do.' }),
    allowed: Type.Optional(
      Type.Array(Type.String(), { description: 'The values, or names, that are allowed.' }),
    ),
    nearest: Type.Optional(Type.String({ description: 'The allowed one that is spelled most alike.' })),
  },
  { $id: 'ParameterError', description: 'What is wrong with one parameter.' },
)
export type ParameterError = Static<typeof ParameterError>

/** What an answer is without, where an index is spread over several servers and not all of them answer. */
export const PartialIndex = Type.Object(
  {
    parts: Type.Integer({ description: 'Servers that the index is spread over.' }),
    missing: Type.Array(Type.Integer(), {
      description: 'Numbers, from 1, of those that have not answered in time.',
    }),
  },
  {
    $id: 'PartialIndex',
    description:
      'Present where a part of the index did not answer: documents of that part are missing from the answer, and every count in it may be too low. Ask again a little later.',
  },
)
export type PartialIndex = Static<typeof PartialIndex>

/** Goes with every answer that a part of the index may be missing from. */
export const partialProperty = { partial: Type.Optional(ref(PartialIndex)) }

/** The body of every error (RFC 9457). */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Kind of problem, as a relative URI that stays the same.' }),
    title: Type.String({ description: 'The kind in words; the same for every occurrence.' }),
    status: Type.Integer({ description: 'HTTP status code.' }),
    detail: Type.String({ description: 'What happened this time, and what to do.' }),
    requestId: Type.String({ description: 'Quote it when asking about this error: the log has it too.' }),
    errors: Type.Optional(
      Type.Array(ref(ParameterError), { description: 'For bad parameters: one entry each.' }),
    ),
  },
  { $id: 'Problem', description: 'An error, as problem details (RFC 9457).' },
)
export type Problem = Static<typeof Problem>

/** What each status of an error means, for the OpenAPI document. */
const FAILURES = {
  400: 'A parameter is not valid, or the request cannot be understood.',
  401: 'A key is needed, or the one that was sent is not good.',
  403: 'The key is not for this, or writing is closed.',
  404: 'There is no such document, place, job, facet or decision, or the document has no translation.',
  408: 'The body did not come in, or too slowly.',
  409: 'The document belongs to a place that is kept in step with files, or the pair cannot be beside what was decided.',
  410: 'The file of the document is no longer in its folder.',
  412: 'The document is not as If-Match or If-None-Match want it.',
  413: 'What was sent is larger than this service takes.',
  414: 'The address is too long.',
  415: 'The body is of a kind that is not read.',
  421: 'The service is not known by the host name that it was asked under.',
  422: 'The document has no text or cannot be read; the documents are too long for this; or the Idempotency-Key was used for something else.',
  429: 'Too many requests came with this key, or from this address without one.',
  500: 'A fault of the service.',
  503: 'The search engine is not available, nothing has been indexed yet, a lexicon cannot be read, or the service is busy. Try again.',
  507: 'There is no room left to keep what was sent.',
} as const

/** The answer where a client names the entity tag of an earlier one in If-None-Match. */
export const unchanged = { 304: Type.Null({ description: 'It is as it was when it had that ETag.' }) }

/** How an operation can fail: a problem under each of these statuses. Each is named, as generators of clients want it. */
export function failures<const Status extends keyof typeof FAILURES>(...statuses: Status[]) {
  const responseOf = (status: Status) => ({
    description: FAILURES[status],
    content: { 'application/problem+json': { schema: ref(Problem) } },
  })
  return Object.fromEntries(statuses.map((status) => [status, responseOf(status)])) as Record<
    Status,
    ReturnType<typeof responseOf>
  >
}

/** A document's topic. */
export const DocumentTopic = Type.Object(
  {
    id: Type.String({
      description: 'Stable identifier, as the parameter `topic` takes it.',
      examples: ['semiconductors'],
    }),
    label: Type.String({ description: 'Name, in the language that Accept-Language prefers (it or en).' }),
    words: Type.Array(Type.String(), { description: 'The words of the document that gave it.' }),
    score: Type.Number({
      description:
        'How much the document is about it, from 0.5 to 1: by how often, where and with which words it is named, and by the length of the text. 1 where its author says so.',
    }),
  },
  { $id: 'DocumentTopic', description: 'A technology area that a document is about.' },
)
export type DocumentTopic = Static<typeof DocumentTopic>

/** An act or a standard that a document refers to. */
export const DocumentReference = Type.Object(
  {
    id: Type.String({
      description: 'The same for every spelling in either language; the parameter `reference` takes it.',
      examples: ['eu:2016/679'],
    }),
    label: Type.String({ description: 'Name, in the language that Accept-Language prefers (it or en).' }),
    articles: Type.Array(Type.String(), {
      description: 'Articles of it that the document names: `eu:2016/679#art6`.',
    }),
  },
  { $id: 'DocumentReference', description: 'An act or a standard that a document refers to.' },
)
export type DocumentReference = Static<typeof DocumentReference>

/** A stretch of text. */
export const Highlight = Type.Object(
  {
    start: Type.Integer({ minimum: 0, description: 'Offset of the first character, in UTF-16 code units.' }),
    end: Type.Integer({ minimum: 0, description: 'Offset behind the last character, in UTF-16 code units.' }),
    expansion: Type.Optional(
      Type.String({ description: 'The expansion that it matches; absent for words of the query itself.' }),
    ),
  },
  { $id: 'Highlight', description: 'A word that matches, where it stands in its text.' },
)
export type Highlight = Static<typeof Highlight>

/** A document that is a translation of another one. */
export const DocumentTranslation = Type.Object(
  {
    id: Type.String({ description: 'Identifier of the document.', examples: ['8f1d0c3b5e7a9264'] }),
    lang: Type.String({ description: 'ISO 639-1 code, or `und` if undetermined.', examples: ['en'] }),
    title: Type.String({ description: 'Title; empty if it has none.' }),
    path: Type.String({ description: 'Path of its file, relative to its place.' }),
  },
  { $id: 'DocumentTranslation', description: 'A document that says the same in another language.' },
)
export type DocumentTranslation = Static<typeof DocumentTranslation>

/** A near copy of a document. */
export const DocumentCopy = Type.Object(
  {
    id: Type.String({ description: 'Identifier of the document.', examples: ['8f1d0c3b5e7a9264'] }),
    title: Type.String({ description: 'Title; empty if it has none.' }),
    place: Type.String({ description: 'The place it is from.' }),
    path: Type.String({ description: 'Path of its file, relative to its place.' }),
    url: Type.Union([Type.String(), Type.Null()], { description: 'Where it was published, if known.' }),
    date: Type.Union([Type.String(), Type.Null()], {
      description: 'Date of publication, as exact as known.',
    }),
    folded: Type.Boolean({
      description: 'Whether it matches, too, and stands here instead of being a result of its own.',
    }),
  },
  {
    $id: 'DocumentCopy',
    description:
      'A document in the same language with nearly the same text: reprinted, in another version, with another date or footer.',
  },
)
export type DocumentCopy = Static<typeof DocumentCopy>

/** Where a file is. */
export const FilePath = Type.Object(
  {
    place: Type.String({ description: 'The place that it is in.', examples: ['reports'] }),
    path: Type.String({ description: 'Its path, relative to the place.', examples: ['minutes/2024/may.md'] }),
  },
  { $id: 'FilePath', description: 'Where a file is.' },
)
export type FilePath = Static<typeof FilePath>

/** Properties that documents have wherever they are shown. */
export const documentProperties = {
  id: Type.String({ description: 'Stable identifier of the document.', examples: ['1f0c53e0a4b7d9c2'] }),
  place: Type.String({
    description: 'The place it is from: a folder that was indexed, by name, `api`, or `sample`.',
    examples: ['reports'],
  }),
  path: Type.String({ description: 'Path of its file, relative to its place.' }),
  paths: Type.Array(ref(FilePath), {
    description: 'All files with exactly this content, whatever their names: its own first.',
  }),
  url: Type.Union([Type.String(), Type.Null()], { description: 'Where it was published, if known.' }),
  title: Type.String({ description: 'Title; empty if it has none.' }),
  lang: Type.String({ description: 'ISO 639-1 code, or `und` if undetermined.', examples: ['it'] }),
  date: Type.Union([Type.String(), Type.Null()], {
    description: 'Date of publication: YYYY-MM-DD, YYYY-MM or YYYY, as exact as the source says it.',
    examples: ['2023-07-13'],
  }),
  datePrecision: Type.Union([Type.String({ enum: ['day', 'month', 'year'] }), Type.Null()], {
    description: 'How exact `date` is; null if undated.',
  }),
  dateBasis: Type.Union([Type.String({ enum: ['published', 'updated', 'inferred'] }), Type.Null()], {
    description:
      'Who says `date`: the document, as its date of publication (`published`) or of its last change (`updated`), or nobody (`inferred` from an address, a name, an event reported as new); null if undated.',
  }),
  source: Type.Union([Type.String(), Type.Null()], { description: 'Who published it, if known.' }),
  topics: Type.Array(ref(DocumentTopic), { description: 'Technology areas, clearest first.' }),
  references: Type.Array(ref(DocumentReference), {
    description: 'Acts and standards that it refers to, those named most often first; at most 50.',
  }),
  tags: Type.Array(Type.String(), { description: 'Tags that its author gave; at most 30.' }),
  translations: Type.Array(ref(DocumentTranslation), {
    description:
      'Documents that say the same in another language, language by language: named by their authors, or recognized when they were indexed.',
  }),
  copies: Type.Array(ref(DocumentCopy), {
    description:
      'Near copies: some ten of them, and all that are not results of their own because they stand here.',
  }),
  copiesTotal: Type.Integer({ description: 'How many near copies there are.' }),
}
