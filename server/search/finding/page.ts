/** The documents of one page, with their passages. Every match is on exactly one page, whatever the order. */

import { copyGroups } from '../../../engine/copies.ts'
import { changedMeanwhile } from '../../../engine/errors.ts'
import {
  documentsByKey,
  passagesById,
  type ShownDocument,
  type ShownPassage,
  type ShownTranslation,
  translationsById,
} from '../../../engine/fetch.ts'
import { and, isIn, not } from '../../../engine/filters.ts'
import { ask, type Candidate, type IndexReader, keysByDate } from '../../../engine/search.ts'
import type { RankedDocument } from '../../../ranking/by-document.ts'
import type { Scored } from '../../../ranking/score.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import { type SearchRequest, wants } from '../request.ts'
import type { QueryGroup } from '../understanding/readings.ts'
import type { Phrase } from '../understanding/understand.ts'
import { bestOf } from './best-passages.ts'
import { type FoundWithCopies, foldCopies } from './copies.ts'
import { missingWords } from './missing.ts'
import { matchingAmong, type Retrieved } from './retrieve.ts'

/** A document of the page with its best passages. */
export type FoundDocument = {
  document: ShownDocument
  passages: ShownPassage[]
  /** Absent where nothing was ranked: browsing, sorting by date, and behind the ranked ones. */
  score?: number
  /** Words of the query that the document has in no form or translation. */
  missing: string[]
}
/** One of the page before its records are fetched: its key, its score if it was ranked, its passages that were seen. */
type PageEntry = { key: string; score?: number; passages: readonly Scored<Candidate>[] }

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
}

/**
 * The page of a request, with what each document lacks, its near copies, and all translations of the documents, in no
 * order.
 *
 * @param retrieved documents that may match, best first; absent where there is nothing to rank by
 */
export async function pageOf(
  retrieved: Pick<Retrieved, 'ranked' | 'proven' | 'further'> | undefined,
  context: PageContext,
): Promise<{ documents: FoundWithCopies[]; translations: ShownTranslation[] }> {
  const { request } = context
  if (request.size === 0) return { documents: [], translations: [] }
  const entries = asCounted(
    await (retrieved === undefined ? pageByDate(context) : pageByRelevance(retrieved, context)),
    context,
  )
  const sightings = entries.map(({ key, passages }) => ({
    key,
    seen: context.groups.map((_, index) => passages.some(({ groups }) => groups[index] === true)),
  }))
  const [documents, missing] = await Promise.all([
    showAll(entries, wants(request, 'passages'), context.reader),
    // Where every match has every word there is nothing to ask.
    missingWords(
      context.isComplete || !wants(request, 'missing') ? [] : sightings,
      context.words,
      context.reader,
    ),
  ])
  const translated = new Set(
    wants(request, 'translations') ? documents.flatMap(({ document }) => document.translations) : [],
  )
  const [translations, groups] = await Promise.all([
    translationsById(context.reader, [...translated]),
    copyGroups(
      context.reader,
      wants(request, 'copies') || wants(request, 'copiesTotal')
        ? documents.map(({ document }) => document)
        : [],
    ),
  ])
  const found = documents.map((one) => ({ ...one, missing: missing.get(one.document.key) ?? [] }))
  return { documents: foldCopies(found, groups, request.isFolding), translations }
}

/** Entries as the total promises: more than it leaves room for have come since it was counted. */
function asCounted(
  entries: PageEntry[],
  { request: { page, size }, total, reader }: PageContext,
): PageEntry[] {
  const room = Math.max(0, total - (page - 1) * size)
  if (entries.length <= room) return entries
  if (reader.isLastTry !== true) throw changedMeanwhile()
  return entries.slice(0, room)
}

/** Passages shown of one document. */
const PASSAGES_SHOWN = 3

/**
 * The page by relevance: ranked documents first, then the other matches by date, newest first.
 *
 * @param retrieved documents that may match, best first, with the way to further ones
 */
async function pageByRelevance(
  { ranked, proven, further }: Pick<Retrieved, 'ranked' | 'proven' | 'further'>,
  context: PageContext,
): Promise<PageEntry[]> {
  const { request, reader, expression, total } = context
  const offset = (request.page - 1) * request.size
  const needed = offset + request.size
  // Even if all of the unproven drop out, the page does not reach further.
  const end = placeAfter(ranked, proven, needed)
  const matching = await matchingAmong(ranked.slice(0, end), proven, expression, reader)
  const seen = ranked.slice(0, end).filter(({ key }) => matching.has(key))
  // What was seen always comes first, so that the pages agree whether or not one had to look further.
  const isShort = seen.length < Math.min(needed, total)
  const matched = isShort ? [...seen, ...(await further(seen.map(({ key }) => key)))] : seen
  const page = matched.slice(offset, needed)
  if (page.length === request.size || offset + page.length >= total) return page
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
async function pageByDate(context: PageContext): Promise<PageEntry[]> {
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

/** The records of a page: its documents, in order, each with its best passages. */
async function showAll(
  entries: readonly PageEntry[],
  withPassages: boolean,
  reader: IndexReader,
): Promise<Omit<FoundDocument, 'missing'>[]> {
  const [documents, passages] = await Promise.all([
    documentsByKey(
      reader,
      entries.map(({ key }) => key),
    ),
    passagesById(reader, withPassages ? entries.flatMap(shownPassages) : []),
  ])
  const documentOf = new Map(documents.map((document) => [document.key, document]))
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  if (documents.length < entries.length && reader.isLastTry !== true) throw changedMeanwhile()
  return entries.flatMap((entry) => {
    const document = documentOf.get(entry.key)
    if (document === undefined) return []
    const shown = shownPassages(entry).flatMap((id) => passageOf.get(id) ?? [])
    return { document, passages: shown, ...(entry.score === undefined ? {} : { score: entry.score }) }
  })
}

/** Ids of the passages shown of a document: the best of those seen, or its first. */
function shownPassages({ key, passages }: PageEntry): string[] {
  if (passages.length === 0) return [`${key}-0`]
  return passages.slice(0, PASSAGES_SHOWN).map(({ candidate }) => candidate.id)
}

async function byDate(
  context: PageContext,
  expression: string,
  order: 'asc' | 'desc',
  offset: number,
  limit: number,
): Promise<PageEntry[]> {
  const { groups, reader, request, unread } = context
  const { found } = await ask(reader, {
    found: [keysByDate(reader.indexes, expression, order, offset, limit)],
  })
  const keys = found[0] ?? []
  // Nothing is seen of documents whose passages nobody wants.
  const isUnseen = groups.length === 0 || (!wants(request, 'passages') && unread.length === 0)
  if (isUnseen) return keys.map((key) => ({ key, passages: [] }))
  const best = await bestOf(keys, context)
  return keys.flatMap((key, index) => {
    const passages = best[index]
    return passages === undefined ? [] : [{ key, passages }]
  })
}
