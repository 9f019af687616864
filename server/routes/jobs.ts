/** `GET /v1/jobs` and `GET /v1/jobs/{id}`, the latter also as an event stream. */
import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { abortSignal } from '../abort.ts'
import { varyBy } from '../headers.ts'
import { requireChanging } from '../jobs/changing.ts'
import { isFinished, type Job } from '../jobs/job.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { presentJob } from '../jobs/present.ts'
import { following } from '../jobs/waiting.ts'
import { keysAsSecurity } from '../openapi.ts'
import { ProblemError } from '../problem.ts'
import { keepOpen } from '../receive.ts'
import { failures, ref } from '../schemas/common.ts'
import { JobParams, JobResponse, JobsQuery, JobsResponse } from '../schemas/jobs.ts'
import type { ChangingRouteOptions } from './options.ts'

const DEFAULT_SIZE = 100
const EVENTS = 'text/event-stream'

const config = { scope: 'index' } as const

/** Looking at jobs. */
export const jobRoutes: FastifyPluginAsyncTypebox<ChangingRouteOptions> = async (app, { changing }) => {
  const list = {
    operationId: 'listJobs',
    tags: ['Jobs'],
    security: keysAsSecurity(),
    summary: 'List jobs',
    description: 'Changes that wait or run, and those that ended within a day, newest first.',
    querystring: JobsQuery,
    response: { 200: ref(JobsResponse), ...failures(400, 401, 403, 421, 429, 500, 503) },
  }
  app.get('/v1/jobs', { schema: list, config }, async (request) => {
    const { jobs } = requireChanging(changing)
    const { status, size = DEFAULT_SIZE } = request.query
    const wanted = jobs.list().filter((job) => status === undefined || job.status === status)
    return { jobs: wanted.slice(0, size).map(presentJob), unfinished: jobs.unfinished().length }
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
    const { jobs, closing } = requireChanging(changing)
    const job = jobs.get(request.params.id)
    if (job === undefined) {
      throw new ProblemError('not-found', 'There is no such job, or it ended more than a day ago.')
    }
    varyBy(reply, 'accept')
    if (!(request.headers.accept ?? '').includes(EVENTS)) {
      return reply.type('application/json').send(presentJob(job) as never)
    }
    keepOpen(request.raw)
    const signal = AbortSignal.any([closing, abortSignal(reply, Number.POSITIVE_INFINITY)])
    reply.type(EVENTS).header('cache-control', 'no-store').header('x-accel-buffering', 'no')
    return reply.send(Readable.from(events(jobs, job, signal)) as never)
  })
}

/** A comment keeps the connection in use. */
async function* events(jobs: Jobs, job: Job, signal: AbortSignal): AsyncGenerator<string> {
  for await (const now of following(jobs, job, { signal })) {
    if (now === undefined) yield ': still there\n\n'
    else
      yield `event: ${isFinished(now) ? now.status : 'progress'}\ndata: ${JSON.stringify(presentJob(now))}\n\n`
  }
}
