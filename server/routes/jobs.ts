/** `GET /v1/jobs` and `GET /v1/jobs/{id}`, the latter also as an event stream. */
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { abortSignal } from '../abort.ts'
import { varyBy } from '../headers.ts'
import { requireChanging } from '../jobs/changing.ts'
import type { Job } from '../jobs/job.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { presentJob, presentRun } from '../jobs/present.ts'
import type { Run } from '../jobs/runs.ts'
import { following, HEARTBEAT_MS } from '../jobs/waiting.ts'
import { keysAsSecurity } from '../openapi.ts'
import { ProblemError } from '../problem.ts'
import { keepOpen } from '../receive.ts'
import { failures, ref } from '../schemas/common.ts'
import { JobParams, JobResponse, JobsQuery, JobsResponse } from '../schemas/jobs.ts'
import type { ChangingRouteOptions } from './options.ts'

const DEFAULT_SIZE = 100
const EVENTS = 'text/event-stream'
const LOOK_EVERY_MS = 1000

const config = { scope: 'index' } as const

/** Looking at jobs. */
export const jobRoutes: FastifyPluginAsyncTypebox<ChangingRouteOptions> = async (app, { changing }) => {
  const list = {
    operationId: 'listJobs',
    tags: ['Jobs'],
    security: keysAsSecurity(),
    summary: 'List jobs',
    description:
      'Changes that wait or run, and those that ended within a day, newest first; also runs of the command `bifora index` on the same data directory, with what they have passed over.',
    querystring: JobsQuery,
    response: { 200: ref(JobsResponse), ...failures(400, 401, 403, 421, 429, 500, 503) },
  }
  app.get('/v1/jobs', { schema: list, config }, async (request) => {
    const { jobs, runs } = requireChanging(changing)
    const { status, size = DEFAULT_SIZE } = request.query
    const isWanted = (job: { status: string }): boolean => status === undefined || job.status === status
    const known = await runs()
    // Of each kind the newest are enough to find the newest of both.
    const listed = [
      ...jobs.list().filter(isWanted).slice(0, size).map(presentJob),
      ...known.filter(isWanted).slice(0, size).map(presentRun),
    ].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))
    const running = known.filter((run) => run.status === 'running').length
    return { jobs: listed.slice(0, size), unfinished: jobs.unfinished().length + running }
  })

  const read = {
    operationId: 'getJob',
    tags: ['Jobs'],
    security: keysAsSecurity(),
    summary: 'Look at a job',
    description:
      'How far a change is. With `Accept: text/event-stream` it is told as it happens: an event `progress` each time something has changed, `done` or `failed` at the end, each with the job as its data.',
    params: JobParams,
    response: {
      200: {
        description: 'The job, or what happens to it.',
        content: {
          'application/json': { schema: ref(JobResponse) },
          [EVENTS]: { schema: { type: 'string', description: 'Events, each with the job as its data.' } },
        },
      },
      ...failures(400, 401, 403, 404, 414, 421, 429, 500, 503),
    },
  }
  // An event must not wait until there is enough to compress.
  app.get('/v1/jobs/:id', { schema: read, config, compress: false }, async (request, reply) => {
    const { jobs, runs, closing } = requireChanging(changing)
    const { id } = request.params
    const job = jobs.get(id)
    const readRun = async (): Promise<Run | undefined> => (await runs()).find((run) => run.id === id)
    const run = job === undefined ? await readRun() : undefined
    const now = job === undefined ? run && presentRun(run) : presentJob(job)
    if (now === undefined) {
      throw new ProblemError('not-found', 'There is no such job, or it ended more than a day ago.')
    }
    varyBy(reply, 'accept')
    if (!(request.headers.accept ?? '').includes(EVENTS)) {
      return reply.type('application/json').send(now as never)
    }
    keepOpen(request.raw)
    const signal = AbortSignal.any([closing, abortSignal(reply, Number.POSITIVE_INFINITY)])
    reply.type(EVENTS).header('cache-control', 'no-store').header('x-accel-buffering', 'no')
    const shown = job === undefined ? runShown(readRun, signal) : jobShown(jobs, job, signal)
    return reply.send(Readable.from(events(shown)) as never)
  })
}

async function* jobShown(jobs: Jobs, job: Job, signal: AbortSignal): AsyncGenerator<JobResponse | undefined> {
  for await (const now of following(jobs, job, { signal })) yield now && presentJob(now)
}

/** A run is another process's: it is looked at again and again. */
async function* runShown(
  readRun: () => Promise<Run | undefined>,
  signal: AbortSignal,
): AsyncGenerator<JobResponse | undefined> {
  let [told, silentMs] = ['', 0]
  while (!signal.aborted) {
    const run = await readRun()
    if (run === undefined) return
    const now = presentRun(run)
    const text = JSON.stringify(now)
    if (text !== told) yield now
    else if (silentMs >= HEARTBEAT_MS) yield undefined
    silentMs = text !== told || silentMs >= HEARTBEAT_MS ? 0 : silentMs + LOOK_EVERY_MS
    told = text
    if (isOver(now)) return
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {})
  }
}

/** A comment keeps the connection in use. */
async function* events(shown: AsyncIterable<JobResponse | undefined>): AsyncGenerator<string> {
  for await (const now of shown) {
    if (now === undefined) yield ': still there\n\n'
    else yield `event: ${isOver(now) ? now.status : 'progress'}\ndata: ${JSON.stringify(now)}\n\n`
  }
}

function isOver({ status }: Pick<JobResponse, 'status'>): boolean {
  return status === 'done' || status === 'failed'
}
