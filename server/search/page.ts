/** The documents of one page, with their passages. Every match is on exactly one page, whatever the order. */
import { and, isIn, not, or } from '../../engine/filter.ts'
import { passageHas } from '../../engine/has-group.ts'
import {
  ask,
  documentsByDate,
  documentsById,
  matchingIds,
  passagesById,
  passagesOf,
  type Reader,
  type ShownDocument,
  type ShownPassage,
} from '../../engine/search.ts'
import type { Statistics } from '../../engine/statistics.ts'
import { PASSAGES_SHOWN, type RankedDocument } from './group.ts'
import { hasPhrase } from './phrases.ts'
import { rank } from './rank.ts'
import type { QueryGroup } from './readings.ts'
import type { SearchRequest } from './request.ts'
import type { Phrase } from './understand.ts'

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
  reader: Reader
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
 * @param ranked documents that may match, best first
 * @param isProven whether a document is known to match by what was seen of it; the others are asked about
 */
export async function pageByRelevance(
  ranked: readonly RankedDocument[],
  isProven: (document: RankedDocument) => boolean,
  context: PageContext,
): Promise<FoundDocument[]> {
  const { request, reader, expression, total } = context
  const offset = (request.page - 1) * request.size
  const unproven = ranked.filter((document) => !isProven(document)).map(({ id }) => id)
  // Some of the unproven may drop out, and then those behind them move up.
  const likely = ranked.slice(offset, offset + request.size + Math.min(unproven.length, request.size))
  const [{ matching }, shown] = await Promise.all([
    ask(reader, { matching: unproven.length > 0 ? [matchingIds(reader.indexes, unproven, expression)] : [] }),
    showRanked(likely, reader),
  ])
  const dropped = new Set(unproven.filter((id) => !matching[0]?.has(id)))
  const matches = ranked.filter(({ id }) => !dropped.has(id))
  const page = matches.slice(offset, offset + request.size)
  const missing = page.filter(({ id }) => !shown.has(id))
  const late = await showRanked(missing, reader)
  const found = page.flatMap(({ id }) => shown.get(id) ?? late.get(id) ?? [])
  if (page.length === request.size || offset + page.length >= total) return found
  const behind = and([
    expression,
    not(
      isIn(
        'id',
        matches.map(({ id }) => id),
      ),
    ),
  ])
  const rest = await byDate(
    context,
    matches.length === 0 ? expression : behind,
    'desc',
    Math.max(0, offset - matches.length),
    request.size - page.length,
  )
  return [...found, ...rest]
}

/** The page by date; by relevance too where there are no words to rank by: then the newest come first. */
export async function pageByDate(context: PageContext): Promise<FoundDocument[]> {
  const { sort, page, size } = context.request
  return byDate(context, context.expression, sort === 'date' ? 'asc' : 'desc', (page - 1) * size, size)
}

async function showRanked(
  ranked: readonly RankedDocument[],
  reader: Reader,
): Promise<Map<string, FoundDocument>> {
  if (ranked.length === 0) return new Map()
  const best = new Map(
    ranked.map(({ id, passages }) => [
      id,
      passages.slice(0, PASSAGES_SHOWN).map(({ candidate }) => candidate.id),
    ]),
  )
  const [{ documents }, passages] = await Promise.all([
    ask(reader, { documents: [documentsById(reader.indexes, [...best.keys()])] }),
    passagesById(reader, [...best.values()].flat()),
  ])
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  const scoreOf = new Map(ranked.map(({ id, score }) => [id, score]))
  return new Map(
    (documents[0] ?? []).map((document) => [
      document.id,
      {
        document,
        passages: (best.get(document.id) ?? []).flatMap((id) => passageOf.get(id) ?? []),
        score: scoreOf.get(document.id) ?? 0,
      },
    ]),
  )
}

async function byDate(
  { groups, own, unread, statistics, reader }: PageContext,
  expression: string,
  order: 'asc' | 'desc',
  offset: number,
  limit: number,
): Promise<FoundDocument[]> {
  const { documents } = await ask(reader, {
    documents: [documentsByDate(reader.indexes, expression, order, offset, limit)],
  })
  const page = documents[0] ?? []
  if (groups.length === 0) {
    const first = await passagesById(
      reader,
      page.map(({ id }) => `${id}-0`),
    )
    return page.map((document) => ({
      document,
      passages: first.filter((passage) => passage.document === document.id),
    }))
  }
  const any = or(groups.map((group) => passageHas(group, statistics)))
  const { passages } = await ask(reader, {
    passages: page.map(({ id }) => passagesOf(reader.indexes, id, any, MAX_PASSAGES_READ)),
  })
  return page.flatMap((document, index) => {
    const read = passages[index] ?? []
    if (!unread.every(({ words }) => read.some((passage) => hasPhrase(passage, words)))) return []
    const best = rank(read, groups, own, statistics).slice(0, PASSAGES_SHOWN)
    return { document, passages: best.map(({ candidate }) => candidate) }
  })
}
