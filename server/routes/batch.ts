/** `POST /v1/batch`: many queries, each answered in a line of its own. */
import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { abortSignal, unlessAborted } from '../abort.ts'
import { answerOf } from '../batch/answer.ts'
import { batchFormats } from '../batch/lines.ts'
import { type GivenQuery, queriesOfList, queriesOfTable } from '../batch/read-queries.ts'
import { asParameterProblem, type SchemaError } from '../errors.ts'
import { varyBy } from '../headers.ts'
import { patiently } from '../patiently.ts'
import { asProblem, ProblemError, problemPart } from '../problem.ts'
import { BatchBody, BatchLine, BatchParams, BatchQuery, MAX_QUERIES } from '../schemas/batch.ts'
import { failures, ref } from '../schemas/common.ts'
import { readParams } from '../search/params.ts'
import { labelLanguage } from '../topics.ts'
import type { RouteOptions } from './options.ts'

const MAX_BODY_BYTES = 1024 * 1024
const DEFAULT_SIZE = 10
/** Longest that one query is worked on; the others go on. */
const DEADLINE_MS = 6_000

/** Searching for many things at once. */
export const batchRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { engine, live, bridge, labels, inTurn },
) => {
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  const schema = {
    operationId: 'batch',
    tags: ['Search'],
    summary: 'Search for many things at once',
    description: `Up to ${MAX_QUERIES} queries, as JSON or as a table (CSV) whose first line names parameters of a search (\`q\`, \`id\`, \`lang\`, \`topic\` …), or that is a plain list of queries. The answer is a stream with a line for each, in their order, as soon as it is known. What is wrong with one query is told in its line and stops no other. With \`since\` only what is new is listed.`,
    querystring: BatchParams,
    body: {
      content: {
        'application/json': { schema: ref(BatchBody) },
        'text/csv': { schema: { type: 'string', description: 'Queries, one a line.' } },
      },
    },
    response: {
      200: {
        description: 'A line for each query.',
        content: {
          [batchFormats.jsonl.type]: { schema: ref(BatchLine) },
          [batchFormats.csv.type]: { schema: { type: 'string' } },
        },
      },
      ...failures(400, 401, 403, 408, 413, 415, 421, 429, 500, 503),
    },
  } as const
  const listed = new WeakMap<FastifyRequest, unknown[]>()
  app.post(
    '/v1/batch',
    {
      schema,
      config: { scope: 'search' },
      bodyLimit: MAX_BODY_BYTES,
      // Queries are looked at one by one: what stands for all of them here is one that asks for nothing.
      preValidation: async (request) => {
        const body = request.body as unknown as { queries?: unknown } | string | null | undefined
        if (typeof body !== 'object' || !Array.isArray(body?.queries)) return
        listed.set(request, body.queries)
        request.body = { ...body, queries: [{}] } as never
      },
    },
    async (request, reply) => {
      const { since, size = DEFAULT_SIZE, format = 'jsonl' } = request.query
      const body = request.body as unknown
      const queries =
        typeof body === 'string' ? queriesOfTable(body) : queriesOfList(listed.get(request) ?? [])
      // Where nothing is indexed, or nothing answers, that is told before anything is sent.
      await live.current()
      varyBy(reply, 'accept-language')
      const signal = abortSignal(reply, Number.POSITIVE_INFINITY)
      const lang = labelLanguage(request.headers['accept-language'])
      const isValid = request.compileValidationSchema(ref(BatchQuery), 'body')
      const requestOf = ({ value, fault }: GivenQuery) => {
        if (fault !== undefined) throw new ProblemError('invalid-parameter', fault)
        if (!isValid(value)) {
          throw asParameterProblem(
            (isValid.errors ?? []) as SchemaError[],
            Object.keys(BatchQuery.properties),
          )
        }
        const { id: _, ...criteria } = value as BatchQuery
        return readParams(criteria, labels.ids)
      }
      const lineOf = async (given: GivenQuery, line: number): Promise<BatchLine> => {
        const { id, q } = given.value
        const about = { line, id: typeof id === 'string' ? id : null, q: typeof q === 'string' ? q : '' }
        try {
          const wanted = requestOf(given)
          const answer = await patiently(() => {
            const own = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)])
            const work = () =>
              live.reading((corpus, moment) =>
                answerOf(
                  wanted,
                  { since, size, lang },
                  { corpus, bridge: bridge(), reader: { engine, signal: own, ...moment } },
                ),
              )
            return unlessAborted(inTurn(reply, own, work), own)
          }, signal)
          return { ...about, status: 'done', ...answer }
        } catch (error) {
          signal.throwIfAborted()
          const problem = isTooLate(error)
            ? new ProblemError('overloaded', {
                en: `There was no answer within ${DEADLINE_MS / 1000} s. Ask for less.`,
                it: `Nessuna risposta entro ${DEADLINE_MS / 1000} s. Chiedi di meno.`,
              })
            : asProblem(error)
          if (problem.kind === 'internal') request.log.error({ err: error }, 'a query of a batch failed')
          return { ...about, status: 'failed', problem: problemPart(problem, lang) }
        }
      }
      const { type, head, body: written } = batchFormats[format as keyof typeof batchFormats]
      const lines = async function* (): AsyncGenerator<string> {
        yield head
        for (const [index, given] of queries.entries()) yield written(await lineOf(given, index + 1))
      }
      reply.type(`${type}; charset=utf-8`).header('x-accel-buffering', 'no')
      return reply.send(Readable.from(lines(), { highWaterMark: 1 }) as never)
    },
  )
}

function isTooLate(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}
