/**
 * All matches of a request, page by page in the order of their ids: documents that stay are exported once, whatever comes,
 * changes or goes meanwhile. Memory is that of a page.
 */
import {
  documentsById,
  type ShownDocument,
  type ShownTranslation,
  translationsById,
} from '../../engine/fetch.ts'
import { and } from '../../engine/filters.ts'
import { nextKeysById } from '../../engine/listing.ts'
import { idOfKey } from '../../engine/schema.ts'
import type { IndexReader } from '../../engine/search.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import type { Corpus, Live } from '../live.ts'
import { patiently } from '../patiently.ts'
import { type Criteria, criteriaOf } from '../search/criteria.ts'
import { matchExpression } from '../search/finding/match.ts'
import { beginLookUp } from '../search/finding/phrases.ts'
import { requirementsOf } from '../search/finding/requirements.ts'
import { documentScope } from '../search/finding/scope.ts'
import type { SearchRequest } from '../search/request.ts'

/** Some documents with all translations of them, in no order. */
export type ExportPage = { documents: ShownDocument[]; translations: ShownTranslation[] }

/** What an export goes by. */
export type ExportOptions = {
  live: Live
  bridge: () => Bridge
  engine: IndexReader['engine']
  signal: AbortSignal
  /** Does the work of a page when it is its turn. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** Default 500. */
  pageSize?: number
}

/** @throws {ProblemError} as a search does, with the first page; later what is temporary is waited for */
export async function* exportPages(
  request: SearchRequest,
  { live, bridge, engine, signal, inTurn, pageSize = 500 }: ExportOptions,
): AsyncGenerator<ExportPage> {
  let decided: Decided | undefined
  let behind: string | undefined
  const next = (): Promise<ExportPage & { last: string | undefined }> =>
    inTurn(() =>
      live.reading(async (corpus, moment) => {
        const reader = { engine, signal, ...moment }
        decided = await decidedFor(request, decided, corpus, bridge(), reader)
        const ids = (await nextKeysById(reader, decided.expression, behind, pageSize)).map(idOfKey)
        // What has changed in between is exported as it is now.
        const documents = await documentsById(reader, ids)
        const placeOf = new Map(ids.map((id, place) => [id, place]))
        documents.sort((a, b) => (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0))
        const translated = new Set(documents.flatMap(({ translations }) => translations))
        return { documents, translations: await translationsById(reader, [...translated]), last: ids.at(-1) }
      }),
    )
  for (let isFirst = true; ; isFirst = false) {
    const { last, ...page } = await (isFirst ? next() : patiently(next, signal))
    // The first page comes even if it is empty: it says that all is well.
    if (last === undefined && !isFirst) return
    yield page
    if (last === undefined) return
    behind = last
  }
}

type Decided = Criteria & { generation: string; seen: number }

/**
 * What is asked of documents. It is decided once: words do not begin or cease to count in the middle. Phrases are looked
 * up again where documents have changed, because they are known by the documents that have them.
 */
async function decidedFor(
  request: SearchRequest,
  before: Decided | undefined,
  corpus: Corpus,
  bridge: Bridge,
  reader: IndexReader,
): Promise<Decided> {
  const { indexes, seen, statistics } = corpus
  if (before === undefined || before.generation !== indexes.name) {
    return { ...(await criteriaOf(request, corpus, bridge, reader)), generation: indexes.name, seen }
  }
  const { query, ladders } = before.asked
  if (before.seen === seen || query.phrases.length + query.excludedPhrases.length === 0) return before
  const { all } = await requirementsOf(query, statistics, reader, beginLookUp())
  const expression = and([
    matchExpression(before.match, ladders),
    ...all.map(({ expression }) => expression),
    documentScope(request.filters),
  ])
  return { ...before, expression, seen }
}
