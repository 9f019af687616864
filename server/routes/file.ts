/** `GET /v1/documents/{id}/file`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { documentsById } from '../../engine/fetch.ts'
import { readPlaces } from '../../engine/places.ts'
import { abortSignal } from '../abort.ts'
import { attachmentNamed, fileTypes, mediaTypeOf } from '../files/media-type.ts'
import { type Absence, openOriginal } from '../files/original.ts'
import { noSuchDocument } from '../jobs/objections.ts'
import { ProblemError } from '../problem.ts'
import { failures } from '../schemas/common.ts'
import { DocumentParams } from '../schemas/documents.ts'
import type { RouteOptions } from './options.ts'

/** Nothing in a file may run, load or be framed, should a browser show it all the same. */
const POLICY = "sandbox; default-src 'none'; form-action 'none'; frame-ancestors 'none'"

/** The original files. */
export const fileRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { engine, live, inTurn }) => {
  const schema = {
    operationId: 'getFile',
    tags: ['Documents'],
    summary: 'Save the original file',
    description:
      'The file that the document was read from, as it is now, to be saved. There is none for documents that were sent over REST (404) and for those that stand inside another file, such as an archive or a table (404); one that is no longer in its folder is gone (410).',
    params: DocumentParams,
    response: {
      200: {
        description: 'The file.',
        content: Object.fromEntries(
          fileTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
        ),
      },
      ...failures(400, 401, 404, 410, 414, 421, 429, 500, 503),
    },
  }
  app.get('/v1/documents/:id/file', { schema }, async (request, reply) => {
    const { id } = request.params
    const signal = abortSignal(reply)
    const [document, places] = await inTurn(reply, signal, () =>
      live.reading(async (_corpus, moment) => {
        const reader = { engine, signal, ...moment }
        const [[document], places] = await Promise.all([
          documentsById(reader, [id]),
          readPlaces(engine, signal),
        ])
        if (document === undefined) throw noSuchDocument(id)
        return [document, places] as const
      }),
    )
    let reason: Absence = 'none'
    for (const { place, path } of document.paths) {
      const found = await openOriginal(places.find(({ name }) => name === place) ?? {}, path)
      if (typeof found === 'string') {
        if (reason === 'none') reason = found
        continue
      }
      reply
        .type(mediaTypeOf(path))
        .header('content-length', found.size)
        .header('content-disposition', attachmentNamed(path))
        .header('content-security-policy', POLICY)
        .header('cache-control', 'private, no-cache')
      // A file that grows meanwhile must not send more than was said.
      const end = Math.max(0, found.size - 1)
      if (found.size === 0) {
        await found.handle.close()
        return reply.send('' as never)
      }
      return reply.send(found.handle.createReadStream({ start: 0, end }) as never)
    }
    throw absent(reason)
  })
}

function absent(reason: Absence): ProblemError {
  if (reason === 'gone')
    return new ProblemError('gone', {
      en: 'The file is not in its folder any more. Its text can still be read here.',
      it: 'Il file non è più nella sua cartella. Il testo si può ancora leggere qui.',
    })
  if (reason === 'inside')
    return new ProblemError('not-found', {
      en: 'The document stands inside another file, such as an archive, a mailbox or a table, and has none of its own.',
      it: 'Il documento sta dentro un altro file, come un archivio, una casella di posta o una tabella, e non ne ha uno suo.',
    })
  return new ProblemError('not-found', {
    en: 'The document has no file here: it was sent over REST, or its folder is not one that files are given from.',
    it: 'Qui il documento non ha un file: è stato inviato via REST, o la sua cartella non è tra quelle da cui si danno file.',
  })
}
