/** One document with a page of its passages, as it is answered. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { copyGroups } from '../engine/copies.ts'
import { changedMeanwhile } from '../engine/errors.ts'
import { documentsById, passagesById, translationsById } from '../engine/fetch.ts'
import { abortSignal } from './abort.ts'
import { varyBy } from './headers.ts'
import { entityTagOf, noSuchDocument } from './jobs/objections.ts'
import type { RouteOptions } from './routes/options.ts'
import type { DocumentResponse } from './schemas/documents.ts'
import { copiesOf } from './search/finding/copies.ts'
import { presentDocument, presentDocumentPassage } from './search/presenting/present.ts'
import { labelLanguage } from './topics.ts'

/** Passages a page if nobody says otherwise. */
const DEFAULT_SIZE = 100

/**
 * Reads a document, and sets the headers that go with it.
 *
 * @throws {ProblemError} `not-found`
 */
export async function readDocument(
  id: string,
  { page = 1, size = DEFAULT_SIZE }: { page?: number; size?: number },
  { engine, live, labels, inTurn }: RouteOptions,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<DocumentResponse> {
  const signal = abortSignal(reply)
  const { document, translations, passages, copies } = await inTurn(reply, signal, () =>
    live.reading(async (_current, moment) => {
      const reader = { engine, signal, ...moment }
      const [document] = await documentsById(reader, [id])
      if (document === undefined) throw noSuchDocument(id)
      const first = (page - 1) * size
      const count = Math.max(0, Math.min(size, document.passages - first))
      const ids = Array.from({ length: count }, (_, index) => `${document.key}-${first + index}`)
      const [translations, passages, groups] = await Promise.all([
        translationsById(reader, document.translations),
        passagesById(reader, ids),
        copyGroups(reader, [document]),
      ])
      // It was replaced between the two.
      if (passages.length < ids.length && !moment.isLastTry) throw changedMeanwhile()
      return { document, translations, passages, copies: { folded: [], ...copiesOf(document, groups) } }
    }),
  )
  varyBy(reply, 'accept-language')
  reply.header('etag', entityTagOf(document))
  return {
    ...presentDocument(
      document,
      translations,
      copies,
      labels,
      labelLanguage(request.headers['accept-language']),
    ),
    revision: document.revision,
    langs: document.langs,
    dateWords: document.dateWords ?? null,
    dateEvidence: document.dateEvidence ?? null,
    passages: passages.sort((a, b) => a.position - b.position).map(presentDocumentPassage),
    page: { number: page, size, pages: Math.ceil(document.passages / size) },
  }
}
