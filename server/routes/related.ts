/** `GET /v1/documents/{id}/related`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { documentsById } from '../../engine/fetch.ts'
import { abortSignal } from '../abort.ts'
import { varyBy } from '../headers.ts'
import { noSuchDocument } from '../jobs/objections.ts'
import { allowMissing } from '../partial.ts'
import { relatedTo } from '../related/related.ts'
import { failures, ref, unchanged } from '../schemas/common.ts'
import { DocumentParams } from '../schemas/documents.ts'
import { RelatedQuery, RelatedResponse } from '../schemas/related.ts'
import { presentDocument } from '../search/presenting/document.ts'
import { labelLanguage } from '../topics.ts'
import type { RouteOptions } from './options.ts'

/** Similar documents of each language if nobody says otherwise. */
const DEFAULT_SIZE = 5

/** Documents that are about the same. */
export const relatedRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { engine, live, bridge, labels, inTurn },
) => {
  const schema = {
    operationId: 'getRelated',
    tags: ['Documents'],
    summary: 'Find documents about the same',
    description:
      'Documents that share the rarest words of a document, in any form and in both languages, ranked as a search ranks; each says which words it shares. Its translations and near copies come first and are marked as such. No model takes part: what connects two documents are words that can be shown.',
    params: DocumentParams,
    querystring: RelatedQuery,
    response: {
      200: ref(RelatedResponse),
      ...unchanged,
      ...failures(400, 401, 404, 414, 421, 429, 500, 503),
    },
  }
  app.get(
    '/v1/documents/:id/related',
    { schema, config: { changesWith: 'index' } },
    async (request, reply) => {
      const { id } = request.params
      const { lang, size = DEFAULT_SIZE } = request.query
      const signal = abortSignal(reply)
      const { words, related, translations, partial } = await inTurn(reply, signal, () =>
        live.reading(async (corpus, moment) => {
          // A document of a part that is missing may be there.
          const [document] = await documentsById({ engine, signal, ...moment }, [id])
          if (document === undefined) throw noSuchDocument(id)
          const langs = lang === undefined ? [...corpus.statistics.languages.keys()] : [lang]
          const allowing = allowMissing(engine, request)
          const reader = { engine: allowing.engine, signal, ...moment }
          const found = await relatedTo(document, { size, langs }, corpus, bridge(), reader)
          return { ...found, partial: allowing.partial(corpus) }
        }),
      )
      varyBy(reply, 'accept-language')
      const labelsLang = labelLanguage(request.headers['accept-language'])
      return {
        id,
        words,
        results: related.map(({ document, relation, score, shared, copies }) => ({
          ...presentDocument(document, translations, copies, labels, labelsLang),
          relation,
          score: score === undefined ? null : Math.round(score * 1000) / 1000,
          shared,
        })),
        ...partial,
      }
    },
  )
}
