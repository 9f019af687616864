/** One document with a page of its passages, as it is answered. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { copyGroups } from '../engine/copies.ts'
import { changedMeanwhile } from '../engine/errors.ts'
import { documentsById, passagesById, type ShownPassage, translationsById } from '../engine/fetch.ts'
import { inSlices, type Steps } from '../language/slices.ts'
import { abortSignal } from './abort.ts'
import { withEvidenceIn } from './evidence.ts'
import { varyBy } from './headers.ts'
import { entityTagOf, noSuchDocument } from './jobs/objections.ts'
import type { RouteOptions } from './routes/options.ts'
import type { DocumentPassage, DocumentResponse } from './schemas/documents.ts'
import { copiesOf } from './search/finding/copies.ts'
import { marksIn } from './search/marks.ts'
import { presentDocument } from './search/presenting/document.ts'
import type { Highlighter } from './search/presenting/highlight.ts'
import { presentDocumentPassage } from './search/presenting/passage.ts'
import type { SearchRequest } from './search/request.ts'
import { labelLanguage } from './topics.ts'

/** Passages a page if nobody says otherwise. */
const DEFAULT_SIZE = 100

/** Which passages of a document, and the search whose matches are marked in them, if there is one. */
export type Reading = { page?: number; size?: number; marked?: SearchRequest }

/**
 * Reads a document, and sets the headers that go with it.
 *
 * @throws {ProblemError} `not-found`
 */
export async function readDocument(
  id: string,
  { page = 1, size = DEFAULT_SIZE, marked }: Reading,
  { engine, live, bridge, labels, inTurn }: RouteOptions,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<DocumentResponse> {
  const signal = abortSignal(reply)
  const { document, translations, passages, copies, marks } = await inTurn(reply, signal, () =>
    live.reading(async (corpus, moment) => {
      const reader = { engine, signal, ...moment }
      const [document] = await documentsById(reader, [id])
      if (document === undefined) throw noSuchDocument(id)
      const first = (page - 1) * size
      const count = Math.max(0, Math.min(size, document.passages - first))
      const ids = Array.from({ length: count }, (_, index) => `${document.key}-${first + index}`)
      const [translations, passages, groups, marks] = await Promise.all([
        translationsById(reader, document.translations),
        passagesById(reader, ids),
        copyGroups(reader, [document]),
        marked && marksIn(document, { request: marked, isCounted: page === 1 }, corpus, bridge(), reader),
      ])
      // It was replaced between the two.
      if (passages.length < ids.length && !moment.isLastTry) throw changedMeanwhile()
      return {
        document,
        translations,
        passages,
        copies: { folded: [], ...copiesOf(document, groups) },
        marks,
      }
    }),
  )
  varyBy(reply, 'accept-language')
  // What is marked changes with all other documents, too.
  if (marks === undefined) reply.header('etag', entityTagOf(document))
  const lang = labelLanguage(request.headers['accept-language'])
  const shown = passages.sort((a, b) => a.position - b.position)
  return {
    ...presentDocument(document, translations, copies, labels, lang),
    revision: document.revision,
    langs: document.langs,
    dateWords: document.dateWords ?? null,
    dateEvidence: document.dateEvidence ?? null,
    passages: await inSlices(presented(shown, marks?.highlight), signal),
    page: { number: page, size, pages: Math.ceil(document.passages / size) },
    ...(marks && {
      titleHighlights: marks.highlight(document.title, document.lang),
      expansions: withEvidenceIn(marks.expansions, lang),
      ...(marks.counts && { matches: presentMatches(marks.counts, size) }),
    }),
  }
}

function* presented(passages: readonly ShownPassage[], highlight?: Highlighter): Steps<DocumentPassage[]> {
  const all: DocumentPassage[] = []
  for (const passage of passages) {
    yield
    all.push(presentDocumentPassage(passage, highlight))
  }
  return all
}

function presentMatches(
  counts: ReadonlyMap<number, number>,
  size: number,
): NonNullable<DocumentResponse['matches']> {
  const byPage = new Map<number, number>()
  let total = 0
  for (const [position, count] of [...counts].sort(([a], [b]) => a - b)) {
    const number = Math.floor(position / size) + 1
    byPage.set(number, (byPage.get(number) ?? 0) + count)
    total += count
  }
  return { total, pages: [...byPage].map(([number, count]) => ({ number, count })) }
}
