/** `GET /v1/export`. */
import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { abortSignal } from '../abort.ts'
import { exportedDocument } from '../export/exported.ts'
import { exportFormats } from '../export/formats.ts'
import { type ExportPage, exportPages } from '../export/pages.ts'
import { varyBy } from '../headers.ts'
import { failures, ref } from '../schemas/common.ts'
import { ExportedDocument, ExportQuery } from '../schemas/export.ts'
import { readParams } from '../search/params.ts'
import { type LabelLanguage, labelLanguage, type TopicLabels } from '../topics.ts'
import type { RouteOptions } from './options.ts'

const TEXT = { schema: { type: 'string' } } as const

/** Taking all matches along. */
export const exportRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { engine, live, bridge, labels, inTurn },
) => {
  const schema = {
    operationId: 'exportDocuments',
    tags: ['Search'],
    summary: 'Export all matches',
    description:
      'Every document that a search with the same parameters finds, in the order of their ids, as a stream of any length. Documents that are there from the beginning to the end are exported once, whatever comes, changes or goes meanwhile. If the connection ends before the answer does, it is not complete: ask again.',
    querystring: ExportQuery,
    response: {
      200: {
        description: 'The documents, in the format that was asked for.',
        content: {
          [exportFormats.jsonl.type]: { schema: ref(ExportedDocument) },
          [exportFormats.csv.type]: TEXT,
          [exportFormats.ris.type]: TEXT,
          [exportFormats.bibtex.type]: TEXT,
        },
      },
      ...failures(400, 401, 421, 429, 500, 503),
    },
  }
  app.get('/v1/export', { schema }, async (request, reply) => {
    const { format = 'jsonl', ...criteria } = request.query
    const chosen = exportFormats[format as keyof typeof exportFormats]
    const signal = abortSignal(reply, Number.POSITIVE_INFINITY)
    const pages = exportPages(readParams(criteria, labels.ids), {
      live,
      bridge,
      engine,
      signal,
      inTurn: (work) => inTurn(reply, signal, work),
    })
    // What is wrong is told before anything is sent.
    const first = await pages.next()
    const lang = labelLanguage(request.headers['accept-language'])
    const body = async function* (): AsyncGenerator<string> {
      yield chosen.head
      if (first.done !== true) yield chosen.body(exported(first.value, labels, lang))
      for await (const page of pages) yield chosen.body(exported(page, labels, lang))
    }
    varyBy(reply, 'accept-language')
    reply
      .type(`${chosen.type}; charset=utf-8`)
      .header('content-disposition', `attachment; filename="bifora.${chosen.extension}"`)
      .header('x-accel-buffering', 'no')
    return reply.send(Readable.from(body(), { highWaterMark: 1 }) as never)
  })
}

function exported(
  { documents, translations }: ExportPage,
  labels: TopicLabels,
  lang: LabelLanguage,
): ExportedDocument[] {
  return documents.map((document) => exportedDocument(document, translations, labels, lang))
}
