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
import type { IndexReader } from '../../../engine/search.ts'
import type { Cursor } from '../cursor.ts'
import { wants } from '../request.ts'
import { pageBehind } from './behind.ts'
import { type FoundWithCopies, foldCopies } from './copies.ts'
import {
  type FoundBy,
  listed,
  type PageContext,
  type PageEntry,
  pageByDate,
  pageByRelevance,
  type Ranking,
} from './entries.ts'
import { missingWords } from './missing.ts'

/** A document of the page with its best passages. */
export type FoundDocument = {
  document: ShownDocument
  passages: ShownPassage[]
  /** Absent where nothing was ranked: browsing, sorting by date, and behind the ranked ones. */
  score?: number
  /** Words of the query that the document has in no form or translation. */
  missing: string[]
  foundBy: readonly FoundBy[]
}
/** A page. */
export type Page = {
  documents: FoundWithCopies[]
  /** Of all of these documents, in no order. */
  translations: ShownTranslation[]
  /** Where the next page begins, for whoever goes through them by cursor and is not at the end. */
  next: Cursor | undefined
}

/**
 * The page of a request, with what each document lacks, its near copies, and all translations of the documents, in no
 * order.
 *
 * @param retrieved documents that may match, best first; absent where there is nothing to rank by
 */
export async function pageOf(retrieved: Ranking | undefined, context: PageContext): Promise<Page> {
  const { request } = context
  if (request.size === 0) return { documents: [], translations: [], next: undefined }
  const { entries, next } = await entriesOfPage(retrieved, context)
  // Where every match has every word there is nothing to ask of matches.
  const unsure = context.isComplete
    ? entries.filter(({ foundBy }) => foundBy?.includes('words') === false)
    : entries
  const sightings = unsure.map(({ key, passages }) => ({
    key,
    seen: context.groups.map((_, index) => passages.some(({ groups }) => groups[index] === true)),
  }))
  const [documents, missing] = await Promise.all([
    showAll(entries, wants(request, 'passages'), context.reader),
    missingWords(wants(request, 'missing') ? sightings : [], context.words, context.reader),
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
  return { documents: foldCopies(found, groups, request.isFolding), translations, next }
}

async function entriesOfPage(
  retrieved: Ranking | undefined,
  context: PageContext,
): Promise<{ entries: PageEntry[]; next?: Cursor | undefined }> {
  const { cursor } = context.request
  if (cursor !== undefined) return pageBehind(cursor, retrieved, context)
  const entries = await (retrieved === undefined ? pageByDate(context) : pageByRelevance(retrieved, context))
  return { entries: asCounted(entries, context) }
}

/** Entries as the total promises: more than it leaves room for have come since it was counted. */
function asCounted(
  entries: PageEntry[],
  { request: { page, size }, reader, ...counted }: PageContext,
): PageEntry[] {
  const room = Math.max(0, listed(counted) - (page - 1) * size)
  if (entries.length <= room) return entries
  if (reader.isLastTry !== true) throw changedMeanwhile()
  return entries.slice(0, room)
}

/** Passages shown of one document. */
const PASSAGES_SHOWN = 3

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
    const { score, foundBy = ['words'] } = entry
    return { document, passages: shown, foundBy, ...(score === undefined ? {} : { score }) }
  })
}

/** Ids of the passages shown of a document: the best of those seen, or its first. */
function shownPassages({ key, passages }: PageEntry): string[] {
  if (passages.length === 0) return [`${key}-0`]
  return passages.slice(0, PASSAGES_SHOWN).map(({ candidate }) => candidate.id)
}
