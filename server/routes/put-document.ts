/** `PUT /v1/documents/{id}`: a document in JSON, or a file as it is. */
import { readFile, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { type Posted, requireReadable, unusableValues } from '../../indexer/posted.ts'
import { READABLE_TYPES } from '../../indexer/read/formats.ts'
import { acknowledge, answerOf, requireDocumentId, requireUsable } from '../jobs/acknowledge.ts'
import { requireChanging } from '../jobs/changing.ts'
import { asNoSpace } from '../jobs/jobs.ts'
import { readPrecondition } from '../jobs/objections.ts'
import { asReadingProblem } from '../jobs/reading.ts'
import { keysAsSecurity } from '../openapi.ts'
import { ProblemError } from '../problem.ts'
import { readDocument } from '../read-document.ts'
import { keepOpen, type Received, receive } from '../receive.ts'
import { failures, ref } from '../schemas/common.ts'
import { DocumentParams, DocumentResponse } from '../schemas/documents.ts'
import { JobResponse } from '../schemas/jobs.ts'
import { ChangeQuery, PostedDocument, PutHeaders } from '../schemas/writing.ts'
import type { ChangingRouteOptions } from './options.ts'

const JSON_TYPE = 'application/json'
const READ_TYPES: readonly string[] = [JSON_TYPE, ...READABLE_TYPES]

/** Putting one document. */
export const putDocumentRoute: FastifyPluginAsyncTypebox<ChangingRouteOptions> = async (
  app,
  { changing, ...options },
) => {
  const received = new WeakMap<FastifyRequest, Received>()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser([...READ_TYPES], (_request, payload, done) => done(null, payload))

  const schema = {
    operationId: 'putDocument',
    tags: ['Documents'],
    security: keysAsSecurity(),
    summary: 'Put a document',
    description: `Adds a document under this id, or replaces the one that is there. Send it in JSON, with what is known about it, or as a file with its media type: ${READABLE_TYPES.join(', ')}. When it is answered 202 the document is kept safely and will be indexed, whatever happens to the service; the job that \`Location\` names tells when searches find it. With \`wait=true\` the answer comes when they do.`,
    params: DocumentParams,
    querystring: ChangeQuery,
    headers: PutHeaders,
    body: {
      content: {
        [JSON_TYPE]: { schema: ref(PostedDocument) },
        ...Object.fromEntries(
          READABLE_TYPES.map((type) => [type, { schema: { type: 'string', description: 'The file.' } }]),
        ),
      },
    },
    response: {
      200: ref(DocumentResponse),
      201: ref(DocumentResponse),
      202: ref(JobResponse),
      ...failures(400, 401, 403, 408, 409, 412, 413, 414, 415, 421, 422, 429, 500, 503, 507),
    },
  }
  /** The body is written to a file as it comes in; what is looked at after that is only what stands for it. */
  const takeBody = async (request: FastifyRequest): Promise<void> => {
    const { jobs, maxJsonBytes, maxDocumentBytes } = requireChanging(changing)
    requireDocumentId((request.params as { id: string }).id)
    if (request.body === undefined) throw unreadType()
    keepOpen(request.raw)
    const isJson = mediaTypeOf(request) === JSON_TYPE
    const taken = await receive(request.body as Readable, jobs.store.newBody(), {
      maxBytes: isJson ? maxJsonBytes : maxDocumentBytes,
      declaredBytes: Number(request.headers['content-length'] ?? 0),
    }).catch((error: unknown) => {
      throw asNoSpace(error)
    })
    received.set(request, taken)
    request.body = isJson ? await readJson(taken.file) : ''
  }
  app.route({
    method: 'PUT',
    url: '/v1/documents/:id',
    config: { scope: 'index', isStreamed: true },
    schema,
    onRequest: async (request) => {
      requireChanging(changing)
      if (!READ_TYPES.includes(mediaTypeOf(request))) throw unreadType()
    },
    preValidation: takeBody,
    // A body that became a job's has another name by then.
    onResponse: async (request) => {
      const { file } = received.get(request) ?? {}
      if (file !== undefined) await rm(file, { force: true })
    },
    handler: async (request, reply) => {
      const means = requireChanging(changing)
      const { id } = request.params
      const { file, sizeBytes, sha256 } = received.get(request) as Received
      const mediaType = mediaTypeOf(request)
      const precondition = readPrecondition(request.headers)
      const posted: Posted =
        mediaType === JSON_TYPE
          ? { document: request.body as PostedDocument as Extract<Posted, { document: object }>['document'] }
          : { file, sizeBytes, mediaType }
      if ('document' in posted) requireUsable(unusableValues(posted.document, means.describing))
      await requireReadable(posted).catch((error: unknown) => {
        throw asReadingProblem(error)
      })
      const job = await acknowledge(means, request, reply, {
        task: { kind: 'put', document: id, precondition, mediaType, sizeBytes },
        contentHash: `${mediaType} ${sha256}`,
        body: file,
      })
      return answerOf(means, request, reply, {
        job,
        isWaiting: request.query.wait === true,
        done: async ({ outcome }) => {
          reply.code(outcome?.did === 'created' ? 201 : 200)
          return readDocument(id, {}, options, { request, reply })
        },
      })
    },
  })
}

function mediaTypeOf({ headers }: FastifyRequest): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

function unreadType(): ProblemError {
  return new ProblemError(
    'unsupported-media-type',
    `Send the document as ${READ_TYPES.join(', ')}, and say which in Content-Type.`,
  )
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)))
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'it is not in UTF-8'
    throw new ProblemError('bad-request', `The body is no JSON: ${why}.`, undefined, { cause: error })
  }
}
