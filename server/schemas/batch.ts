/** Parameters, body and lines of `POST /v1/batch`. */
import { type Static, Type } from 'typebox'
import { ref } from './common.ts'
import { criteriaProperties } from './criteria.ts'
import { ProblemPart } from './jobs.ts'

/** Most queries of one batch. */
export const MAX_QUERIES = 1_000

/** The query string. */
export const BatchParams = Type.Object(
  {
    since: Type.Optional(
      Type.Integer({
        minimum: 0,
        description:
          'The number of a change, as an earlier batch or `/v1/stats` gave it: `new` counts the matches that came or were changed after it, and only these are listed.',
      }),
    ),
    size: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 100, description: 'Documents named for each query; default 10.' }),
    ),
    format: Type.Optional(
      Type.String({
        enum: ['jsonl', 'csv'],
        description:
          '`jsonl`, the default: a JSON object for each query. `csv`: a row for each document, or one for a query that has none or failed.',
      }),
    ),
  },
  { additionalProperties: false },
)

/** A query of a batch: what a search takes, and a name for it. */
export const BatchQuery = Type.Object(
  {
    id: Type.Optional(
      Type.String({ maxLength: 200, description: 'What the query is called; its line has it again.' }),
    ),
    ...criteriaProperties,
  },
  {
    additionalProperties: false,
    $id: 'BatchQuery',
    description: 'A query of a batch: the parameters of a search, and a name.',
  },
)
export type BatchQuery = Static<typeof BatchQuery>

/** The body, where it is JSON. */
export const BatchBody = Type.Object(
  {
    queries: Type.Array(ref(BatchQuery), {
      minItems: 1,
      maxItems: MAX_QUERIES,
      description: `Up to ${MAX_QUERIES} queries. What is wrong with one is told in its line.`,
      examples: [
        [
          { id: 'chips', q: 'semiconduttori' },
          { q: 'hydrogen', lang: ['it'] },
        ],
      ],
    }),
  },
  { additionalProperties: false, $id: 'BatchBody', description: 'Many queries.' },
)

/** A document that a query found. */
const found = Type.Object({
  id: Type.String({ description: 'Identifier of the document.' }),
  title: Type.String({ description: 'Title; empty if it has none.' }),
  lang: Type.String({ description: 'ISO 639-1 code, or `und`.' }),
  date: Type.Union([Type.String(), Type.Null()], { description: 'Date of publication, as exact as known.' }),
  url: Type.Union([Type.String(), Type.Null()], { description: 'Where it was published, if known.' }),
  place: Type.String({ description: 'The place it is from.' }),
  path: Type.String({ description: 'Path of its file, relative to its place.' }),
})

/** What came of one query. */
export const BatchLine = Type.Object(
  {
    line: Type.Integer({ description: 'Which query, counted from 1 in the order in which they were sent.' }),
    id: Type.Union([Type.String(), Type.Null()], { description: 'What it is called, if anything.' }),
    q: Type.String({ description: 'The query.' }),
    status: Type.String({ enum: ['done', 'failed'], description: 'Whether it could be answered.' }),
    total: Type.Optional(Type.Integer({ description: 'Documents that match.' })),
    new: Type.Optional(
      Type.Integer({ description: 'With `since`: those that came or were changed after it.' }),
    ),
    change: Type.Optional(
      Type.Integer({
        description:
          'The last change that this answer knows of. The one of the first line is `since` for next time.',
      }),
    ),
    results: Type.Optional(
      Type.Array(found, {
        description: 'The best matches; with `since` those that are new, the last to come first.',
      }),
    ),
    warnings: Type.Optional(
      Type.Array(Type.String(), {
        description: 'Parts of the query that could not be used, in plain words.',
      }),
    ),
    problem: Type.Optional(ref(ProblemPart)),
  },
  { $id: 'BatchLine', description: 'What came of one query of a batch.' },
)
export type BatchLine = Static<typeof BatchLine>
