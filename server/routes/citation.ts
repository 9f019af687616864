/** `GET /v1/documents/{id}/citation`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { documentsById } from '../../engine/fetch.ts'
import { abortSignal } from '../abort.ts'
import { exportedDocument } from '../export/exported.ts'
import { citationFormats } from '../export/formats.ts'
import { attachmentNamed } from '../files/media-type.ts'
import { varyBy } from '../headers.ts'
import { noSuchDocument } from '../jobs/objections.ts'
import { CitationQuery } from '../schemas/citation.ts'
import { failures, unchanged } from '../schemas/common.ts'
import { DocumentParams } from '../schemas/documents.ts'
import { labelLanguage } from '../topics.ts'
import type { RouteOptions } from './options.ts'

const TEXT = { schema: { type: 'string' } } as const

/** What the route is given; `hasPage`: whether there is a page that documents can be read on. */
type CitationRouteOptions = RouteOptions & { hasPage: boolean }

/** One document as an entry for a reference manager. */
export const citationRoutes: FastifyPluginAsyncTypebox<CitationRouteOptions> = async (
  app,
  { engine, live, labels, basePath, hasPage, inTurn },
) => {
  const schema = {
    operationId: 'getCitation',
    tags: ['Documents'],
    summary: 'Cite a document',
    description:
      'The document as an entry for reference managers, as `GET /v1/export` writes it for many. A document that was not published elsewhere has its address at this service.',
    params: DocumentParams,
    querystring: CitationQuery,
    response: {
      200: {
        description: 'The entry.',
        content: { [citationFormats.ris.type]: TEXT, [citationFormats.bibtex.type]: TEXT },
      },
      ...unchanged,
      ...failures(400, 401, 404, 414, 421, 429, 500, 503),
    },
  }
  app.get(
    '/v1/documents/:id/citation',
    { schema, config: { changesWith: 'index' } },
    async (request, reply) => {
      const { id } = request.params
      const { format = 'ris', accessed } = request.query
      const chosen = citationFormats[format as keyof typeof citationFormats]
      const signal = abortSignal(reply)
      const document = await inTurn(reply, signal, () =>
        live.reading(async (_corpus, moment) => {
          const [document] = await documentsById({ engine, signal, ...moment }, [id])
          if (document === undefined) throw noSuchDocument(id)
          return document
        }),
      )
      varyBy(reply, 'accept-language')
      const cited = exportedDocument(document, [], labels, labelLanguage(request.headers['accept-language']))
      const path = hasPage ? '/?document=' : '/v1/documents/'
      const here = `${request.protocol}://${request.host}${basePath}${path}${encodeURIComponent(id)}`
      return reply
        .type(`${chosen.type}; charset=utf-8`)
        .header('content-disposition', attachmentNamed(`${id}.${chosen.extension}`))
        .send(chosen.entry({ ...cited, url: cited.url ?? here }, accessed) as never)
    },
  )
}
