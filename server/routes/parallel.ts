/** `GET /v1/documents/{id}/parallel`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  documentsById,
  passagesById,
  type ShownPassage,
  type ShownTranslation,
  translationsById,
} from '../../engine/fetch.ts'
import { passageIds } from '../../engine/schema.ts'
import type { IndexReader } from '../../engine/search.ts'
import { abortSignal } from '../abort.ts'
import { createAligner, knownIn } from '../parallel/aligner.ts'
import { ProblemError } from '../problem.ts'
import { failures, ref } from '../schemas/common.ts'
import { DocumentParams } from '../schemas/documents.ts'
import { ParallelQuery, ParallelResponse } from '../schemas/parallel.ts'
import { presentDocumentPassage } from '../search/presenting/passage.ts'
import type { RouteOptions } from './options.ts'

/** Longest documents that are laid side by side, in passages: some hundred pages, some seconds. */
const MAX_PASSAGES = 500
/** Aligning has a time limit of its own; reading comes before. */
const DEADLINE_MS = 28_000

/** Reading a document beside its translation. */
export const parallelRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { engine, live, bridge, inTurn },
) => {
  const aligner = createAligner()
  app.addHook('onClose', aligner.close)
  const schema = {
    operationId: 'getParallel',
    tags: ['Documents'],
    summary: 'Read a document beside its translation',
    description: `The texts of a document and of its translation, aligned passage by passage. Documents of more than ${MAX_PASSAGES} passages are too long for it.`,
    params: DocumentParams,
    querystring: ParallelQuery,
    response: { 200: ref(ParallelResponse), ...failures(400, 401, 404, 414, 421, 422, 429, 500, 503) },
  }
  app.get('/v1/documents/:id/parallel', { schema }, async (request, reply) => {
    const signal = abortSignal(reply, DEADLINE_MS)
    const { documents, passages } = await inTurn(reply, signal, () =>
      live.reading(async (_current, moment) => {
        const reader = { engine, signal, ...moment }
        const documents = await twoDocuments(reader, request.params.id, request.query.with)
        return { documents, passages: await Promise.all(documents.map((one) => allPassages(reader, one))) }
      }),
    )
    const [source, target] = documents
    const [left = [], right = []] = passages
    const texts = left.map(({ text }) => text)
    const groups = await aligner.align(
      {
        source: texts,
        target: right.map(({ text }) => text),
        from: source.lang,
        to: target.lang,
        known: knownIn(texts, source.lang, target.lang, bridge()),
      },
      signal,
    )
    const shown = (all: readonly ShownPassage[], places: readonly number[]) =>
      places.flatMap((place) => all[place] ?? []).map((passage) => presentDocumentPassage(passage))
    return {
      documents: documents.map(({ id, lang, title, path }) => ({ id, lang, title, path })),
      rows: groups.map((group) => ({
        passages: [shown(left, group.source), shown(right, group.target)],
        score: Math.round(group.score * 1000) / 1000,
      })),
    }
  })
}

/**
 * A document and its translation `other`, by default the first.
 *
 * @throws {ProblemError} `not-found`, `invalid-parameter` or `too-long`
 */
async function twoDocuments(
  reader: IndexReader,
  id: string,
  other: string | undefined,
): Promise<[ShownTranslation, ShownTranslation]> {
  const [document] = await documentsById(reader, [id])
  if (document === undefined) {
    throw new ProblemError('not-found', {
      en: 'There is no document with this id. Identifiers come from search results.',
      it: 'Non c’è alcun documento con questo id. Gli id stanno nei risultati delle ricerche.',
    })
  }
  const ids = document.translations
  if (ids.length === 0) {
    throw new ProblemError('not-found', {
      en: 'This document has no translation among the indexed documents. Those that have one name it in `translations`.',
      it: 'Questo documento non ha una traduzione tra quelli indicizzati. Quelli che ne hanno una la indicano in `translations`.',
    })
  }
  const wanted = ids.filter((one) => one === (other ?? ids[0]))
  const [translation] = await translationsById(reader, wanted)
  if (translation === undefined) {
    const detail = {
      en: `with must be one of the translations of this document: ${ids.join(', ')}.`,
      it: `with deve essere una delle traduzioni di questo documento: ${ids.join(', ')}.`,
    }
    throw new ProblemError('invalid-parameter', detail, [{ parameter: 'with', detail, allowed: ids }])
  }
  for (const { passages, title } of [document, translation]) {
    if (passages <= MAX_PASSAGES) continue
    throw new ProblemError('too-long', {
      en: `"${title}" has ${passages} passages; up to ${MAX_PASSAGES} can be aligned. Read the two one by one.`,
      it: `"${title}" ha ${passages} passi; se ne possono allineare fino a ${MAX_PASSAGES}. Leggi i due uno alla volta.`,
    })
  }
  return [document, translation]
}

async function allPassages(
  reader: IndexReader,
  { key, passages }: ShownTranslation,
): Promise<ShownPassage[]> {
  return (await passagesById(reader, passageIds(key, passages))).sort((a, b) => a.position - b.position)
}
