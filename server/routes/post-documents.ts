/** `POST /v1/documents`: a stream of documents, one a line, answered line by line. */
import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { unusableValues } from '../../indexer/posted.ts'
import { abortSignal } from '../abort.ts'
import { asParameterProblem, type SchemaError } from '../errors.ts'
import { requireDocumentId, requireUsable } from '../jobs/acknowledge.ts'
import { requireChanging } from '../jobs/changing.ts'
import { type LinesOptions, resultsOf } from '../jobs/lines.ts'
import { untilEmptied } from '../jobs/waiting.ts'
import { linesOf } from '../ndjson.ts'
import { keysAsSecurity } from '../openapi.ts'
import { ProblemError } from '../problem.ts'
import { keepOpen, piecesOf } from '../receive.ts'
import { failures, ref } from '../schemas/common.ts'
import { LineResult, PostedLine } from '../schemas/writing.ts'
import type { ChangingRouteOptions } from './options.ts'

const TYPES = ['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/x-jsonlines']
/** Longest line, in bytes: longer documents are put one by one. */
const MAX_LINE_BYTES = 2 * 1024 * 1024

/** Putting many documents. */
export const postDocumentsRoute: FastifyPluginAsyncTypebox<ChangingRouteOptions> = async (
  app,
  { changing },
) => {
  const streams = new WeakMap<FastifyRequest, Readable>()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(TYPES, (_request, payload, done) => done(null, payload))

  const schema = {
    operationId: 'postDocuments',
    tags: ['Documents'],
    security: keysAsSecurity(),
    summary: 'Put many documents',
    description: `Adds or replaces any number of documents, sent as JSON, one a line (NDJSON), each of up to ${MAX_LINE_BYTES / 1024 ** 2} MB. The answer is a stream, too: a line for each document as soon as a search finds it, or that says why it cannot be indexed; the others are indexed all the same. Read it while you send: when answers are not taken off, no more lines are read. When the connection breaks, what was not answered may or may not be indexed; send it again.`,
    querystring: { type: 'object', properties: {}, additionalProperties: false } as const,
    body: {
      content: Object.fromEntries(TYPES.slice(0, 1).map((type) => [type, { schema: ref(PostedLine) }])),
    },
    response: {
      200: {
        description: 'A line for each document.',
        content: { [TYPES[0] as string]: { schema: ref(LineResult) } },
      },
      ...failures(400, 401, 403, 415, 421, 429, 500, 503),
    },
  }
  app.route({
    // A result must not wait until there is enough to compress.
    compress: false,
    method: 'POST',
    url: '/v1/documents',
    config: { scope: 'index', isStreamed: true },
    schema,
    onRequest: async (request) => {
      requireChanging(changing)
      const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
      if (!TYPES.includes(type)) throw unreadType()
    },
    // Its lines are looked at one by one: what stands for the body here is a line that is well.
    preValidation: async (request) => {
      if (request.body === undefined) throw unreadType()
      streams.set(request, request.body as unknown as Readable)
      request.body = { id: '', text: '' }
    },
    handler: async (request, reply) => {
      const means = requireChanging(changing)
      keepOpen(request.raw)
      const signal = AbortSignal.any([abortSignal(reply, Number.POSITIVE_INFINITY), means.closing])
      const isValid = request.compileValidationSchema(ref(PostedLine), 'body')
      const check: LinesOptions['check'] = (value) => {
        if (!isValid(value)) {
          throw asParameterProblem(
            (isValid.errors ?? []) as SchemaError[],
            Object.keys(PostedLine.properties),
          )
        }
        const document = value as PostedLine
        requireDocumentId(document.id)
        requireUsable(unusableValues(document, means.describing))
        return document
      }
      // What was asked for before must not come after.
      await untilEmptied(means.jobs, signal)
      const lines = linesOf(piecesOf(streams.get(request) as Readable), MAX_LINE_BYTES)
      const results = resultsOf(lines, { changing: means, signal, check })
      reply.type(`${TYPES[0]}; charset=utf-8`).header('x-accel-buffering', 'no')
      return reply.send(Readable.from(asLines(results)) as never)
    },
  })
}

async function* asLines(results: AsyncIterable<LineResult>): AsyncGenerator<string> {
  for await (const result of results) yield `${JSON.stringify(result)}\n`
}

function unreadType(): ProblemError {
  return new ProblemError(
    'unsupported-media-type',
    `Send documents as ${TYPES[0]}: JSON, one document a line. A single one can be put under /v1/documents/{id}.`,
  )
}
