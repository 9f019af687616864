/** `GET /v1/suggest`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { abortSignal } from '../abort.ts'
import { allowMissing } from '../partial.ts'
import { failures, ref } from '../schemas/common.ts'
import { SuggestQuery, SuggestResponse } from '../schemas/suggest.ts'
import { followNames } from '../suggest/names.ts'
import { suggest } from '../suggest/suggest.ts'
import type { RouteOptions } from './options.ts'

const DEFAULT_LIMIT = 8

/** Suggesting what an unfinished query may become. */
export const suggestRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { engine, live, bridge, labels, inTurn },
) => {
  const namesOf = followNames(engine, app.log)
  const schema = {
    operationId: 'suggest',
    tags: ['Search'],
    summary: 'Suggest how a query goes on',
    description:
      'Finishes the last word of what has been typed with words as documents write them, and names topics, acts and titles with such a word, in both languages, the translation of a word beside it. Nothing is suggested that would find nothing: behind other words only those that go with them. Meant to be asked with every letter.',
    querystring: SuggestQuery,
    response: { 200: ref(SuggestResponse), ...failures(400, 401, 421, 429, 500, 503) },
  }
  app.get('/v1/suggest', { schema }, async (request, reply) => {
    const { q, lang, limit = DEFAULT_LIMIT } = request.query
    const signal = abortSignal(reply)
    return inTurn(reply, signal, () =>
      live.reading(async (corpus, moment) => {
        const allowing = allowMissing(engine, request)
        const suggestions = await suggest(
          { q: q.normalize('NFC'), langs: lang === undefined ? [] : [lang], limit },
          {
            corpus,
            bridge: bridge(),
            names: await namesOf(corpus),
            labels,
            reader: { engine: allowing.engine, signal, ...moment },
          },
        )
        return { q, suggestions, ...allowing.partial(corpus) }
      }),
    )
  })
}
