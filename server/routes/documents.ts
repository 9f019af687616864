/** `GET /v1/documents/{id}`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { entityTags } from '../jobs/objections.ts'
import { readDocument } from '../read-document.ts'
import { failures, ref } from '../schemas/common.ts'
import { DocumentHeaders, DocumentParams, DocumentQuery, DocumentResponse } from '../schemas/documents.ts'
import { readParams } from '../search/params.ts'
import type { RouteOptions } from './options.ts'

/** Reading one document. */
export const documentRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, options) => {
  const schema = {
    operationId: 'getDocument',
    tags: ['Documents'],
    summary: 'Read a document',
    description:
      'A document with its text, passage by passage. Long documents come in pages. With `q` all that a search for it marks is marked, in both languages, and the first page says how many matches there are in the whole document. The header ETag has its revision: If-None-Match with it is answered 304 as long as the document is the same. With `q` there is none, since what is marked changes with other documents, too.',
    params: DocumentParams,
    querystring: DocumentQuery,
    headers: DocumentHeaders,
    response: {
      200: ref(DocumentResponse),
      304: Type.Null({ description: 'It is as it was.' }),
      ...failures(400, 401, 404, 414, 421, 429, 500, 503),
    },
  }
  app.get('/v1/documents/:id', { schema }, async (request, reply) => {
    const { page, size, ...search } = request.query
    // Checked as a search is, whatever is given.
    const asked = readParams(search, options.labels.ids)
    const marked = search.q?.trim() ? asked : undefined
    const document = await readDocument(
      request.params.id,
      { ...(page && { page }), ...(size && { size }), ...(marked && { marked }) },
      options,
      { request, reply },
    )
    if (marked !== undefined) return document
    const known = entityTags(request.headers['if-none-match'] ?? '')
    if (known.includes('*') || known.includes(String(document.revision))) {
      return reply.code(304).send(undefined as never)
    }
    return document
  })
}
