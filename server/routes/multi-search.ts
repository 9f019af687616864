/** `POST /v1/multi-search`: several searches, each with an answer or a problem of its own. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { abortSignal } from '../abort.ts'
import { answerSearch, searchAddress } from '../answer-search.ts'
import { asParameterProblem, type SchemaError } from '../errors.ts'
import { varyBy } from '../headers.ts'
import { asProblem, ProblemError, problemBody, statusOf } from '../problem.ts'
import { failures, ref } from '../schemas/common.ts'
import {
  MAX_SEARCHES,
  MultiSearchBody,
  MultiSearchResponse,
  type SearchOutcome,
} from '../schemas/multi-search.ts'
import { SearchBody, type SearchQuery } from '../schemas/search-query.ts'
import { labelLanguage } from '../topics.ts'
import type { RouteOptions } from './options.ts'

/** Several searches at once. */
export const multiSearchRoute: FastifyPluginAsyncTypebox<RouteOptions> = async (app, options) => {
  const asked = new WeakMap<FastifyRequest, unknown[]>()
  const schema = {
    operationId: 'multiSearch',
    tags: ['Search'],
    summary: 'Several searches in one request',
    description: `Up to ${MAX_SEARCHES} searches, each as the body of \`POST /v1/search\`. Each has an outcome of its own, in the order of the request: an answer, or the problem that it would have had by itself. One that fails keeps none of the others. Several run side by side, and all together take no longer, and count no more, than one request.`,
    querystring: { type: 'object', properties: {}, additionalProperties: false } as const,
    body: ref(MultiSearchBody),
    response: {
      200: ref(MultiSearchResponse),
      ...failures(400, 401, 408, 413, 415, 421, 429, 500, 503),
    },
  }
  app.route({
    method: 'POST',
    url: '/v1/multi-search',
    config: { scope: 'search' },
    schema,
    // Searches are looked at one by one: what stands for each here is one that asks for nothing.
    preValidation: async (request) => {
      const body = request.body as { searches?: unknown } | null | undefined
      if (!Array.isArray(body?.searches)) return
      asked.set(request, body.searches)
      request.body = { ...body, searches: body.searches.map(() => ({})) } as typeof request.body
    },
    handler: async (request, reply) => {
      const startedMs = performance.now()
      const signal = abortSignal(reply)
      const lang = labelLanguage(request.headers['accept-language'])
      const isValid = request.compileValidationSchema(ref(SearchBody), 'body')
      const outcomeOf = async (search: unknown): Promise<SearchOutcome> => {
        try {
          if (!isValid(search)) {
            if (typeof search !== 'object' || search === null || Array.isArray(search)) throw noSearch()
            const errors = (isValid.errors ?? []) as SchemaError[]
            throw asParameterProblem(errors, Object.keys(SearchBody.properties))
          }
          const params = search as SearchQuery
          const answer = await answerSearch(
            params,
            searchAddress(params),
            { request, reply, signal },
            options,
          )
          return { status: 200, answer }
        } catch (error) {
          const problem = asProblem(error)
          const status = statusOf(problem.kind)
          if (status >= 500 && !request.raw.socket?.destroyed) {
            request.log.error(
              { err: problem.cause ?? problem, kind: problem.kind },
              'one of several searches failed',
            )
          }
          return { status, problem: problemBody(problem, request.id, lang) }
        }
      }
      const searches = asked.get(request) ?? request.body.searches
      const outcomes = await Promise.all(searches.map(outcomeOf))
      varyBy(reply, 'accept-language')
      return { outcomes, tookMs: Math.round((performance.now() - startedMs) * 1000) / 1000 }
    },
  })
}

function noSearch(): ProblemError {
  const detail = {
    en: 'A search is an object with the parameters of GET /v1/search.',
    it: 'Una ricerca è un oggetto con i parametri di GET /v1/search.',
  }
  return new ProblemError('invalid-parameter', detail, [{ parameter: 'searches', detail }])
}
