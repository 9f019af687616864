import {
  documentsById,
  passagesById,
  type ShownDocument,
  type ShownPassage,
  type ShownTranslation,
  translationsById,
} from '../../../engine/fetch.ts'
import { and, isIn, not, or, passageHas } from '../../../engine/filters.ts'
import { ask, type Candidate, candidates, type IndexReader, idsByDate } from '../../../engine/search.ts'
import { rank, type Scored } from '../../../ranking/score.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import type { SearchRequest } from '../request.ts'
import type { QueryGroup } from '../understanding/readings.ts'
import type { Phrase } from '../understanding/understand.ts'
import { hasTermsInOrder } from './phrases.ts'
import { matchingAmong, type Retrieved } from './retrieve.ts'

/** The documents of one page, with their passages. Every match is on exactly one page, whatever the order. */

/** A document of the page with its best passages. */
export type FoundDocument = {
  document: ShownDocument
  passages: ShownPassage[]
  /** Absent where nothing was ranked: browsing, sorting by date, and behind the ranked ones. */
  score?: number
}

/** What a page is cut out of. */
export type PageContext = {
  request: SearchRequest
  groups: readonly QueryGroup[]
  /** Languages that the query may be in. */
  own: readonly string[]
  /** Phrases too frequent to have been looked up: whether a document has them is only known from its passages. */
  unread: readonly Phrase[]
  statistics: Statistics
  reader: IndexReader
  /** What a document must fulfill to match. */
  expression: string
  /** Number of documents that do. */
  total: number
}

/** Passages of one document looked at to choose its best ones where no ranking has chosen them already. */
const MAX_PASSAGES_READ = 30

/**
 * The page by relevance: ranked documents first, then the other matches by date, newest first.
 *
 * @param retrieved documents that may match, best first, with the way to further ones
 */
export async function pageByRelevance(
  { ranked, proven, further }: Pick<Retrieved, 'ranked' | 'proven' | 'further'>,
  context: PageContext,
): Promise<FoundDocument[]> {
  const { request, reader, expression, total } = context
  const offset = (request.page - 1) * request.size
  const needed = offset + request.size
  // Even if all of the unproven drop out, the page does not reach further.
  const end = placeAfter(ranked, proven, needed)
  const matching = await matchingAmong(ranked.slice(0, end), proven, expression, reader)
  const seen = ranked.slice(0, end).filter(({ id }) => matching.has(id))
  // What was seen always comes first, so that the pages agree whether or not one had to look further.
  const isShort = seen.length < Math.min(needed, total)
  const matched = isShort ? [...seen, ...(await further(seen.map(({ id }) => id)))] : seen
  const page = matched.slice(offset, needed)
  const found = await showRanked(page, reader)
  if (page.length === request.size || offset + page.length >= total) return found
  const ids = matched.map(({ id }) => id)
  const rest = await byDate(
    context,
    ids.length === 0 ? expression : and([expression, not(isIn('id', ids))]),
    'desc',
    Math.max(0, offset - ids.length),
    request.size - page.length,
  )
  return [...found, ...rest]
}

/** The page by date; by relevance too where there are no words to rank by: then the newest come first. */
export async function pageByDate(context: PageContext): Promise<FoundDocument[]> {
  const { sort, page, size } = context.request
  return byDate(context, context.expression, sort === 'date' ? 'asc' : 'desc', (page - 1) * size, size)
}

/** The place behind the `count`-th of the documents that are proven; behind the last of all, if there are fewer. */
function placeAfter(ranked: readonly RankedDocument[], proven: ReadonlySet<string>, count: number): number {
  const places = ranked.flatMap(({ id }, place) => (proven.has(id) ? place + 1 : []))
  return places[count - 1] ?? ranked.length
}

async function showRanked(ranked: readonly RankedDocument[], reader: IndexReader): Promise<FoundDocument[]> {
  const [documents, passages] = await Promise.all([
    documentsById(
      reader,
      ranked.map(({ id }) => id),
    ),
    passagesById(
      reader,
      ranked.flatMap(({ passages }) => bestIds(passages)),
    ),
  ])
  const documentOf = new Map(documents.map((document) => [document.id, document]))
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  return ranked.flatMap(({ id, score, passages }) => {
    const document = documentOf.get(id)
    if (document === undefined) return []
    return { document, passages: bestIds(passages).flatMap((passage) => passageOf.get(passage) ?? []), score }
  })
}

async function byDate(
  context: PageContext,
  expression: string,
  order: 'asc' | 'desc',
  offset: number,
  limit: number,
): Promise<FoundDocument[]> {
  const { groups, reader } = context
  const { found } = await ask(reader, {
    found: [idsByDate(reader.indexes, expression, order, offset, limit)],
  })
  const ids = found[0] ?? []
  const [documents, best] = await Promise.all([
    documentsById(reader, ids),
    groups.length === 0 ? ids.map((id) => [`${id}-0`]) : bestOf(ids, context),
  ])
  const passages = await passagesById(
    reader,
    best.flatMap((passageIds) => passageIds ?? []),
  )
  const documentOf = new Map(documents.map((document) => [document.id, document]))
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  return ids.flatMap((id, index) => {
    const document = documentOf.get(id)
    const passageIds = best[index]
    if (document === undefined || passageIds === undefined) return []
    return { document, passages: passageIds.flatMap((passageId) => passageOf.get(passageId) ?? []) }
  })
}

/** The ids of each document's best passages; `undefined` where a phrase that had to be looked for is not in it. */
async function bestOf(
  documents: readonly string[],
  { groups, own, unread, statistics, reader }: PageContext,
): Promise<(string[] | undefined)[]> {
  const any = or(groups.map((group) => passageHas(group, statistics)))
  const { found } = await ask(reader, {
    found: documents.map((id) =>
      candidates(reader.indexes, and([isIn('document', [id]), any]), MAX_PASSAGES_READ),
    ),
  })
  return found.map(({ passages }) =>
    unread.every((phrase) => passages.some(({ terms, lang }) => hasTermsInOrder(terms, lang, phrase)))
      ? bestIds(rank(passages, groups, own, statistics))
      : undefined,
  )
}

function bestIds(passages: readonly Scored<Candidate>[]): string[] {
  return passages.slice(0, PASSAGES_SHOWN).map(({ candidate }) => candidate.id)
}

/** A document with the best of its passages, best first. */
export type RankedDocument = {
  id: string
  /** That of its best passage. */
  score: number
  passages: Scored<Candidate>[]
}

/** Passages shown of one document. */
export const PASSAGES_SHOWN = 3

/** Groups passages, best first, by document; the order of documents is that of their best passages. */
export function groupByDocument(ranked: readonly Scored<Candidate>[]): RankedDocument[] {
  const documents = new Map<string, RankedDocument>()
  for (const scored of ranked) {
    const id = scored.candidate.document
    const known = documents.get(id)
    if (known === undefined) documents.set(id, { id, score: scored.score, passages: [scored] })
    else known.passages.push(scored)
  }
  return [...documents.values()]
}

/** The translations of documents that are shown. */

/** Documents with all their translations, in no order. One request more, and none if no document has any. */
export async function withTranslations<Found extends { document: ShownDocument }>(
  documents: readonly Found[],
  reader: IndexReader,
): Promise<{ documents: readonly Found[]; translations: ShownTranslation[] }> {
  const ids = new Set(documents.flatMap(({ document }) => document.translations))
  return { documents, translations: await translationsById(reader, [...ids]) }
}
