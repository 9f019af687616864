/** Parameters and answers of `/v1/jobs`. */
import { type Static, Type } from 'typebox'
import { ref } from './common.ts'

/** Path of one job. */
export const JobParams = Type.Object(
  { id: Type.String({ maxLength: 64, description: 'Identifier of the job.' }) },
  { additionalProperties: false },
)

/** Which jobs. */
export const JobsQuery = Type.Object(
  {
    status: Type.Optional(
      Type.String({
        enum: ['queued', 'running', 'done', 'failed'],
        description: 'Only jobs of this status.',
      }),
    ),
    size: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, description: 'At most so many; default 100.' }),
    ),
  },
  { additionalProperties: false },
)

/** A problem as a part of an answer. */
export const ProblemPart = Type.Object(
  {
    type: Type.String({ description: 'Kind of problem, as a relative URI that stays the same.' }),
    title: Type.String({ description: 'The kind in words; the same for every occurrence.' }),
    status: Type.Integer({ description: 'The HTTP status that it would have as an answer.' }),
    detail: Type.String({ description: 'What happened this time, and what to do.' }),
  },
  { $id: 'ProblemPart', description: 'What went wrong with one of several things.' },
)

const orNull = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Integer>>(
  type: T,
  description: string,
) => Type.Union([type, Type.Null()], { description })

const count = (description: string) => Type.Integer({ minimum: 0, description })

/** What a run of `bifora index` has done. */
export const IndexSummary = Type.Object(
  {
    added: count('Documents that are new.'),
    changed: count('Documents that have changed.'),
    removed: count('Documents whose files are gone.'),
    unchanged: count('Documents that are as they were.'),
    documents: count('Documents of the place afterwards.'),
    passages: count('Their passages.'),
    skipped: Type.Object(
      {
        files: count('Files that were passed over.'),
        reasons: Type.Array(
          Type.Object({
            format: Type.Optional(
              Type.String({ description: 'Format of these files; absent where it is none that is read.' }),
            ),
            reason: Type.String({ description: 'Why they were passed over, in a plain sentence.' }),
            files: count('How many they are.'),
            examples: Type.Array(Type.String(), {
              description: 'Paths of up to three of them, in the place.',
            }),
          }),
          {
            description:
              'By format and reason: first what could not be read, then by number; at most twelve.',
          },
        ),
        others: count('Files that were passed over for other reasons.'),
      },
      { description: 'What was not read.' },
    ),
    tookMs: count('Milliseconds that it took.'),
  },
  { $id: 'IndexSummary', description: 'What bringing a place in step with its folder has done.' },
)

/** A job. */
export const JobResponse = Type.Object(
  {
    id: Type.String({ description: 'Identifier of the job.' }),
    kind: Type.String({
      enum: ['put', 'patch', 'delete', 'deletePlace', 'index'],
      description:
        'What is done: a document put, described anew or deleted, all documents of a place deleted, or a place brought in step with its folder by the command `bifora index`.',
    }),
    status: Type.String({
      enum: ['queued', 'running', 'done', 'failed'],
      description: 'Done is when a search finds, or no longer finds, what has changed.',
    }),
    document: orNull(Type.String(), 'The document; null for a whole place.'),
    place: orNull(Type.String(), 'The place; null for one document.'),
    createdAt: Type.String({ description: 'When it was acknowledged: ISO 8601, UTC.' }),
    startedAt: orNull(Type.String(), 'When it was begun.'),
    finishedAt: orNull(
      Type.String(),
      'When it was done, or had failed. It can be looked up for a day after.',
    ),
    progress: Type.Object(
      {
        documents: Type.Integer({ description: 'Documents done; of a folder, files looked at.' }),
        of: orNull(
          Type.Integer(),
          'Documents of the job; null of a folder, while it is being looked through.',
        ),
        passages: Type.Integer({
          description: 'Passages so far: of a document that is long those read, of a folder those stored.',
        }),
      },
      { description: 'How far it is.' },
    ),
    did: Type.Union(
      [Type.String({ enum: ['created', 'replaced', 'unchanged', 'changed', 'removed'] }), Type.Null()],
      { description: 'What was done; `unchanged` where the very same document was there. Null until then.' },
    ),
    summary: Type.Union([ref(IndexSummary), Type.Null()], {
      description: 'What bringing a place in step has done; null until then, and of other jobs.',
    }),
    revision: orNull(Type.Integer(), 'Revision of the document afterwards, as If-Match takes it.'),
    warnings: Type.Array(Type.String(), {
      description: 'What is odd about the document, or of a folder the first twenty such things.',
    }),
    problem: Type.Union([ref(ProblemPart), Type.Null()], {
      description: 'Why it failed; null if it has not.',
    }),
  },
  { $id: 'JobResponse', description: 'A change that was asked for.' },
)
export type JobResponse = Static<typeof JobResponse>

/** Jobs. */
export const JobsResponse = Type.Object(
  {
    jobs: Type.Array(ref(JobResponse), { description: 'Newest first.' }),
    unfinished: Type.Integer({ description: 'How many jobs in all are neither done nor failed.' }),
  },
  { $id: 'JobsResponse', description: 'Jobs that wait, run, or ended of late.' },
)
export type JobsResponse = Static<typeof JobsResponse>
