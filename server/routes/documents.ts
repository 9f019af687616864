/** `GET /v1/documents/{id}`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { documentsById, passagesById, translationsById } from '../../engine/fetch.ts'
import { abortSignal } from '../abort.ts'
import { ProblemError } from '../problem.ts'
import { failures, ref } from '../schemas/common.ts'
import { DocumentParams, DocumentQuery, DocumentResponse } from '../schemas/documents.ts'
import { presentDocument, presentDocumentPassage } from '../search/presenting/present.ts'
import { labelLanguage } from '../topics.ts'
import type { RouteOptions } from './options.ts'

/** Passages a page if nobody says otherwise. */
const DEFAULT_SIZE = 100

/** Reading one document. */
export const documentRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { engine, live, labels, inTurn },
) => {
  const schema = {
    operationId: 'getDocument',
    tags: ['Documents'],
    summary: 'Read a document',
    description: 'A document with its text, passage by passage. Long documents come in pages.',
    params: DocumentParams,
    querystring: DocumentQuery,
    response: { 200: ref(DocumentResponse), ...failures(400, 404, 414, 421, 500, 503) },
  }
  app.get('/v1/documents/:id', { schema }, async (request, reply) => {
    const { id } = request.params
    const { page = 1, size = DEFAULT_SIZE } = request.query
    const signal = abortSignal(reply)
    const { document, translations, passages } = await inTurn(reply, signal, () =>
      live.reading(async ({ indexes }) => {
        const reader = { engine, indexes, signal }
        const [document] = await documentsById(reader, [id])
        if (document === undefined) {
          throw new ProblemError(
            'not-found',
            'There is no document with this id. Identifiers come from search results.',
          )
        }
        const first = (page - 1) * size
        const count = Math.max(0, Math.min(size, document.passages - first))
        const ids = Array.from({ length: count }, (_, index) => `${id}-${first + index}`)
        const [translations, passages] = await Promise.all([
          translationsById(reader, document.translations),
          passagesById(reader, ids),
        ])
        return { document, translations, passages }
      }),
    )
    reply.header('vary', 'accept-language')
    return {
      ...presentDocument(document, translations, labels, labelLanguage(request.headers['accept-language'])),
      langs: document.langs,
      dateWords: document.dateWords ?? null,
      passages: passages.sort((a, b) => a.position - b.position).map(presentDocumentPassage),
      page: { number: page, size, pages: Math.ceil(document.passages / size) },
    }
  })
}
