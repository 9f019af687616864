/** Taking a job: from what was asked over HTTP to the answer that it was acknowledged, or is done. */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DOCUMENT_ID, type Unusable } from '../../indexer/posted.ts'
import { abortSignal } from '../abort.ts'
import { ProblemError } from '../problem.ts'
import { keepOpen } from '../receive.ts'
import type { JobResponse } from '../schemas/jobs.ts'
import type { Changing } from './changing.ts'
import { isTemporary } from './failures.ts'
import type { Job, Task } from './job.ts'
import { objectionTo } from './objections.ts'
import { presentJob, problemOfJob } from './present.ts'
import { untilFinished } from './waiting.ts'

/** Longest wait for a job. */
const MAX_WAIT_MS = 25_000

/** What is asked for. */
export type Asked = {
  task: Task
  /** Stands for all that was sent in the body. */
  contentHash: string
  /** Where the body has been written to. */
  body?: string
}

/**
 * Takes a job.
 *
 * @throws {ProblemError} if it is plain already that it cannot be done
 */
export async function acknowledge(
  changing: Changing,
  request: FastifyRequest,
  reply: FastifyReply,
  { task, contentHash, body }: Asked,
): Promise<Job> {
  const { jobs } = changing
  const idempotency = idempotencyOf(request, contentHash)
  const earlier = idempotency === undefined ? undefined : await jobs.known(idempotency)
  if (earlier !== undefined) return earlier
  if (task.kind !== 'deletePlace' && !isUndecided(changing, task.document)) {
    const objection = await firstObjection(changing, task, abortSignal(reply))
    if (objection !== undefined) throw objection
  }
  const { job } = await jobs.add({ task, idempotency, ...(body === undefined ? {} : { body }) })
  return job
}

/** What the writer would say, as far as it can be seen. An engine that is away does not keep anybody from asking. */
async function firstObjection(
  { present }: Changing,
  task: Exclude<Task, { kind: 'deletePlace' }>,
  signal: AbortSignal,
): Promise<ProblemError | undefined> {
  try {
    return objectionTo(task.kind, task, await present(task.document, signal))
  } catch (error) {
    if (isTemporary(error)) return undefined
    throw error
  }
}

/** Whether something is under way that may change what a document is. */
function isUndecided({ jobs }: Changing, document: string): boolean {
  return jobs.unfinished().some(({ task }) => task.kind === 'deletePlace' || task.document === document)
}

/**
 * The answer to a job: that it was acknowledged, or, if whoever asks wants to wait and it is done in time, what is there
 * then.
 *
 * @throws {ProblemError} why it failed
 */
export async function answerOf<T>(
  { jobs, closing }: Changing,
  request: FastifyRequest,
  reply: FastifyReply,
  { job, isWaiting, done }: { job: Job; isWaiting: boolean; done: (job: Job) => Promise<T | undefined> },
): Promise<T | JobResponse> {
  if (isWaiting) {
    keepOpen(request.raw)
    await untilFinished(jobs, job, {
      timeoutMs: MAX_WAIT_MS,
      signal: AbortSignal.any([abortSignal(reply), closing]),
    })
    if (job.problem !== undefined) throw problemOfJob(job.problem)
    const answer = job.status === 'done' ? await done(job) : undefined
    if (answer !== undefined) return answer
  }
  reply.code(202).header('location', `/v1/jobs/${job.id}`)
  return presentJob(job)
}

function idempotencyOf(request: FastifyRequest, contentHash: string): Job['idempotency'] {
  const { 'idempotency-key': key, 'if-match': match, 'if-none-match': noneMatch } = request.headers
  if (typeof key !== 'string') return undefined
  const [path = ''] = request.url.split('?')
  const { wait: _, ...query } = request.query as { wait?: boolean }
  const asked = [request.method, path, query, match ?? null, noneMatch ?? null, contentHash]
  return { key, fingerprint: createHash('sha256').update(JSON.stringify(asked)).digest('hex') }
}

/** @throws {ProblemError} `invalid-parameter` if no document can have this id */
export function requireDocumentId(id: string): void {
  if (DOCUMENT_ID.test(id)) return
  const detail = `The id "${id.slice(0, 64)}" cannot be: use 1 to 128 of A-Z, a-z, 0-9, _ and -.`
  throw new ProblemError('invalid-parameter', detail, [{ parameter: 'id', detail }])
}

/** @throws {ProblemError} `invalid-parameter` if there are values that cannot be used */
export function requireUsable(unusable: readonly Unusable[]): void {
  if (unusable.length === 0) return
  throw new ProblemError('invalid-parameter', unusable.map(({ detail }) => detail).join(' '), [...unusable])
}
