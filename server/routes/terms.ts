/** `GET /v1/terms`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { abortSignal } from '../abort.ts'
import { withEvidenceIn } from '../evidence.ts'
import { failures, ref, unchanged } from '../schemas/common.ts'
import { TermsQuery, TermsResponse } from '../schemas/terms.ts'
import { termsOf } from '../terms.ts'
import { labelLanguage } from '../topics.ts'
import type { RouteOptions } from './options.ts'

/** What is known of words. */
export const termRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { engine, live, bridge, inTurn },
) => {
  const schema = {
    operationId: 'getTerms',
    tags: ['Statistics'],
    summary: 'Say what is known of a word',
    description:
      'What the index has of some words, read as words of each language: their forms, how many documents and passages have them, and what a search looks for besides, with its weight, its origin and the evidence for it.',
    querystring: TermsQuery,
    response: { 200: ref(TermsResponse), ...unchanged, ...failures(400, 401, 421, 429, 500, 503) },
  }
  app.get('/v1/terms', { schema, config: { changesWith: 'index' } }, async (request, reply) => {
    const { q } = request.query
    const signal = abortSignal(reply)
    const languages = await inTurn(reply, signal, () =>
      live.reading((corpus, moment) =>
        termsOf(q.normalize('NFC'), corpus, bridge(), { engine, signal, ...moment }),
      ),
    )
    const lang = labelLanguage(request.headers['accept-language'])
    return {
      q,
      languages: languages.map((one) => ({ ...one, expansions: withEvidenceIn(one.expansions, lang) })),
    }
  })
}
