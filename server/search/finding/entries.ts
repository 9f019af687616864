/** What pages are cut out of: the matching documents in order, ranked ones with their passages. */
import { and, isIn, not } from '../../../engine/filters.ts'
import { ask, type Candidate, type IndexReader, keysByDate } from '../../../engine/search.ts'
import type { RankedDocument } from '../../../ranking/by-document.ts'
import type { Scored } from '../../../ranking/score.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import { type SearchRequest, wants } from '../request.ts'
import type { QueryGroup } from '../understanding/readings.ts'
import type { Phrase } from '../understanding/understand.ts'
import { bestOf } from './best-passages.ts'
import { FUSED, type NearDocument, withNear } from './by-meaning.ts'
import { matchingAmong, type Retrieved } from './retrieve.ts'

/** How a document was found: it has the words of the query, or passages that are near to it in meaning. */
export type FoundBy = 'words' | 'meaning'

/** One of the page before its records are fetched: its key, its score if it was ranked, its passages that were seen. */
export type PageEntry = {
  key: string
  score?: number
  passages: readonly (Pick<Scored<Candidate>, 'groups'> & { candidate: Pick<Candidate, 'id'> })[]
  /** Default: by words. */
  foundBy?: readonly FoundBy[]
}

/** What a page is cut out of. */
export type PageContext = {
  request: SearchRequest
  /** The words that matching asks for, those of `groups` that phrases do not bring. */
  words: readonly QueryGroup[]
  /** Whether every match has every word. */
  isComplete: boolean
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
  /** Documents that are near in meaning, nearest first; those of them that do not match come on top of the total. */
  near: readonly NearDocument[]
}

/** What was ranked, and the way to more of it. */
export type Ranking = Pick<Retrieved, 'ranked' | 'proven' | 'further'>

/** The ranked documents that match, best first: the first `needed` of them, if there are so many, and maybe more. */
export async function rankedMatches(
  { ranked, proven, further }: Ranking,
  needed: number,
  { expression, reader, total }: Pick<PageContext, 'expression' | 'reader' | 'total'>,
): Promise<RankedDocument<Candidate>[]> {
  // Even if all of the unproven drop out, the page does not reach further.
  const end = placeAfter(ranked, proven, needed)
  const matching = await matchingAmong(ranked.slice(0, end), proven, expression, reader)
  const seen = ranked.slice(0, end).filter(({ key }) => matching.has(key))
  // What was seen always comes first, so that the pages agree whether or not one had to look further.
  const isShort = seen.length < Math.min(needed, total)
  return isShort ? [...seen, ...(await further(seen.map(({ key }) => key)))] : seen
}

/** How many documents all pages have: those that match, and those that are near in meaning alone. */
export function listed({ total, near }: Pick<PageContext, 'total' | 'near'>): number {
  return total + near.filter(({ isMatch }) => !isMatch).length
}

/**
 * The page by relevance: ranked documents first, with those that are near in meaning among them, then the other matches by
 * date, newest first.
 *
 * @param retrieved documents that may match, best first, with the way to further ones
 */
export async function pageByRelevance(retrieved: Ranking, context: PageContext): Promise<PageEntry[]> {
  const { request, expression, near } = context
  const offset = (request.page - 1) * request.size
  const needed = offset + request.size
  const wanted = near.length === 0 ? needed : Math.max(needed, FUSED)
  const matched = withNear(await rankedMatches(retrieved, wanted, context), near)
  const page = matched.slice(offset, needed)
  if (page.length === request.size || offset + page.length >= listed(context)) return page
  const keys = matched.map(({ key }) => key)
  const rest = await byDate(
    context,
    keys.length === 0 ? expression : and([expression, not(isIn('key', keys))]),
    'desc',
    Math.max(0, offset - keys.length),
    request.size - page.length,
  )
  return [...page, ...rest]
}

/** The page by date; by relevance too where there are no words to rank by: then the newest come first. */
export async function pageByDate(context: PageContext): Promise<PageEntry[]> {
  const { sort, page, size } = context.request
  return byDate(context, context.expression, sort === 'date' ? 'asc' : 'desc', (page - 1) * size, size)
}

/** The place behind the `count`-th of the documents that are proven; behind the last of all, if there are fewer. */
function placeAfter(
  ranked: readonly RankedDocument<Candidate>[],
  proven: ReadonlySet<string>,
  count: number,
): number {
  const places = ranked.flatMap(({ key }, place) => (proven.has(key) ? place + 1 : []))
  return places[count - 1] ?? ranked.length
}

async function byDate(
  context: PageContext,
  expression: string,
  order: 'asc' | 'desc',
  offset: number,
  limit: number,
): Promise<PageEntry[]> {
  const { reader } = context
  const { found } = await ask(reader, {
    found: [keysByDate(reader.indexes, expression, order, offset, limit)],
  })
  return entriesOf(found[0] ?? [], context)
}

/** Documents of a page with their best passages; without those that lack a phrase which only their passages show. */
export async function entriesOf(keys: readonly string[], context: PageContext): Promise<PageEntry[]> {
  const { groups, request, unread } = context
  // Nothing is seen of documents whose passages nobody wants.
  const isUnseen = groups.length === 0 || (!wants(request, 'passages') && unread.length === 0)
  if (isUnseen) return keys.map((key) => ({ key, passages: [] }))
  const best = await bestOf(keys, context)
  return keys.flatMap((key, index) => {
    const passages = best[index]
    return passages === undefined ? [] : [{ key, passages }]
  })
}
