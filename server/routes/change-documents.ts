/** `PATCH` and `DELETE /v1/documents/{id}`, `DELETE /v1/documents?place=`. */
import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { API_PLACE, readPlaces } from '../../engine/places.ts'
import { knownDocuments } from '../../indexer/known.ts'
import { unusableValues } from '../../indexer/posted.ts'
import { abortSignal } from '../abort.ts'
import { acknowledge, answerOf, requireDocumentId, requireUsable } from '../jobs/acknowledge.ts'
import { type Changing, requireChanging } from '../jobs/changing.ts'
import { readPrecondition } from '../jobs/objections.ts'
import { presentJob } from '../jobs/present.ts'
import { keysAsSecurity } from '../openapi.ts'
import { ProblemError } from '../problem.ts'
import { readDocument } from '../read-document.ts'
import { failures, ref } from '../schemas/common.ts'
import { DocumentParams, DocumentResponse } from '../schemas/documents.ts'
import { JobResponse } from '../schemas/jobs.ts'
import { ChangeHeaders, ChangeQuery, DocumentPatch, PlaceQuery } from '../schemas/writing.ts'
import type { ChangingRouteOptions } from './options.ts'

const config = { scope: 'index' } as const

/** Describing documents anew, and deleting them. */
export const changeDocumentRoutes: FastifyPluginAsyncTypebox<ChangingRouteOptions> = async (
  app,
  { changing, ...options },
) => {
  app.addContentTypeParser(
    'application/merge-patch+json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  )
  const patch = {
    operationId: 'patchDocument',
    tags: ['Documents'],
    security: keysAsSecurity(),
    summary: 'Describe a document anew',
    description:
      'Changes what is known about a document that was sent; its text stays. What is absent stays, null takes away.',
    params: DocumentParams,
    querystring: ChangeQuery,
    headers: ChangeHeaders,
    body: ref(DocumentPatch),
    consumes: ['application/json', 'application/merge-patch+json'],
    response: {
      200: ref(DocumentResponse),
      202: ref(JobResponse),
      ...failures(400, 401, 403, 404, 408, 409, 412, 413, 414, 415, 421, 422, 429, 500, 503, 507),
    },
  }
  app.patch('/v1/documents/:id', { schema: patch, config }, async (request, reply) => {
    const means = requireChanging(changing)
    const { id } = request.params
    requireDocumentId(id)
    requireUsable(unusableValues(request.body, means.describing))
    const precondition = readPrecondition(request.headers)
    const job = await acknowledge(means, request, reply, {
      task: { kind: 'patch', document: id, precondition, patch: request.body },
      contentHash: createHash('sha256').update(JSON.stringify(request.body)).digest('hex'),
    })
    return answerOf(means, request, reply, {
      job,
      isWaiting: request.query.wait === true,
      done: () => readDocument(id, {}, options, { request, reply }),
    })
  })

  const remove = {
    operationId: 'deleteDocument',
    tags: ['Documents'],
    security: keysAsSecurity(),
    summary: 'Delete a document',
    description:
      'Removes a document that was sent. With `wait=true` it is answered when no search finds it any more.',
    params: DocumentParams,
    querystring: ChangeQuery,
    headers: ChangeHeaders,
    response: {
      200: ref(JobResponse),
      202: ref(JobResponse),
      ...failures(400, 401, 403, 404, 409, 412, 414, 421, 422, 429, 500, 503, 507),
    },
  }
  app.delete('/v1/documents/:id', { schema: remove, config }, async (request, reply) => {
    const means = requireChanging(changing)
    const { id } = request.params
    requireDocumentId(id)
    const precondition = readPrecondition(request.headers)
    const task = { kind: 'delete', document: id, precondition } as const
    const job = await acknowledge(means, request, reply, { task, contentHash: '' })
    return answerOf(means, request, reply, {
      job,
      isWaiting: request.query.wait === true,
      done: async (job) => presentJob(job),
    })
  })

  const removePlace = {
    operationId: 'deleteDocuments',
    tags: ['Documents'],
    security: keysAsSecurity(),
    summary: 'Delete all documents of a place',
    description:
      'Removes all documents of a place: `api` are those that were sent. A folder that was indexed is forgotten with its documents; its files stay, and indexing it again brings them back.',
    querystring: PlaceQuery,
    headers: ChangeHeaders,
    response: {
      200: ref(JobResponse),
      202: ref(JobResponse),
      ...failures(400, 401, 403, 404, 414, 421, 422, 429, 500, 503, 507),
    },
  }
  app.delete('/v1/documents', { schema: removePlace, config }, async (request, reply) => {
    const means = requireChanging(changing)
    const { place } = request.query
    await requirePlace(means, place, abortSignal(reply))
    const job = await acknowledge(means, request, reply, {
      task: { kind: 'deletePlace', place },
      contentHash: '',
    })
    return answerOf(means, request, reply, {
      job,
      isWaiting: request.query.wait === true,
      done: async (job) => presentJob(job),
    })
  })
}

async function requirePlace({ engine, jobs }: Changing, name: string, signal: AbortSignal): Promise<void> {
  const places = await readPlaces(engine, signal)
  if (places.some((place) => place.name === name)) return
  // What was acknowledged is there.
  if (name === API_PLACE && jobs.unfinished().some(({ task }) => task.kind === 'put')) return
  const whole = { name, prefix: '', absorbed: [], pathIn: ({ id }: { id: string }) => id }
  if ((await knownDocuments(engine, whole, signal)).size > 0) return
  const names = places.map((place) => `"${place.name}"`).join(', ')
  throw new ProblemError(
    'not-found',
    `There is no place "${name.slice(0, 64)}". ${names === '' ? 'Nothing is indexed.' : `There is: ${names}.`}`,
  )
}
