/** `/plain`: the results of a search as a page that needs no scripts, with the parameters of `/v1/search`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { abortSignal } from '../abort.ts'
import { answerSearch } from '../answer-search.ts'
import { linkPages, varyBy } from '../headers.ts'
import { type PlainContext, plainPage, plainProblemPage } from '../page/plain-page.ts'
import type { Problem } from '../schemas/common.ts'
import { SearchQuery } from '../schemas/search-query.ts'
import { labelLanguage } from '../topics.ts'
import type { RouteOptions } from './options.ts'

/** No scripts at all. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')
const HTML = 'text/html; charset=utf-8'

/** What the address of the search page says besides the search. */
const OF_THE_PAGE = ['view', 'word', 'document'] as const
/** What the page decides itself. */
const DECIDED = ['format', 'fields', 'facets', 'interval', 'cursor', 'prefix'] as const

/** The plain page, with the style sheet of the search page, if it has one. */
export const plainRoute: FastifyPluginAsyncTypebox<RouteOptions & Pick<PlainContext, 'stylesheet'>> = async (
  app,
  options,
) => {
  const contextOf = ({ url, headers }: FastifyRequest): PlainContext => {
    const params = new URLSearchParams(url.replace(/^[^?]*/, ''))
    for (const name of [...OF_THE_PAGE, ...DECIDED]) params.delete(name)
    return {
      lang: labelLanguage(headers['accept-language']),
      basePath: options.basePath,
      stylesheet: options.stylesheet,
      query: params.toString(),
    }
  }
  const asPage = (reply: FastifyReply, lang: string): FastifyReply => {
    varyBy(reply, 'accept-language')
    return reply.type(HTML).header('content-language', lang).header('content-security-policy', POLICY)
  }
  const problemPage = (problem: Problem, request: FastifyRequest, reply: FastifyReply): string => {
    const context = contextOf(request)
    asPage(reply, context.lang)
    return plainProblemPage(problem, context)
  }
  app.get(
    '/plain',
    {
      schema: { hide: true, querystring: SearchQuery },
      config: { scope: 'search', changesWith: 'index', problemPage },
      preValidation: async ({ query }) => {
        for (const name of [...OF_THE_PAGE, ...DECIDED]) delete (query as Record<string, unknown>)[name]
      },
    },
    async (request, reply) => {
      const context = contextOf(request)
      const signal = abortSignal(reply)
      const address = `/plain${context.query === '' ? '' : `?${context.query}`}`
      const params = { ...request.query, format: 'html' }
      const answer = await answerSearch(params, address, { request, reply, signal }, options)
      linkPages(reply, answer.links)
      return asPage(reply, context.lang).send(plainPage(answer, context))
    },
  )
}
