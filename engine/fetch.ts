/** Whole records of a generation: by id, by what they fulfill, or all of a kind page after page. */
import { type DocumentRecord, idOfKey, type PassageRecord } from './schema.ts'
import type { IndexReader } from './search.ts'
import { allDocuments } from './stored-documents.ts'

const DOCUMENT_FIELDS = [
  'id',
  'key',
  'revision',
  'addedAt',
  'changedAt',
  'place',
  'path',
  'paths',
  'folder',
  'title',
  'lang',
  'langs',
  'topics',
  'topicWords',
  'topicScores',
  'references',
  'articles',
  'tags',
  'date',
  'datePrecision',
  'dateBasis',
  'dateWords',
  'dateEvidence',
  'year',
  'month',
  'source',
  'url',
  'translations',
  'copyGroup',
  'passages',
] as const satisfies (keyof DocumentRecord)[]

/** A document as it is shown. */
export type ShownDocument = Pick<DocumentRecord, (typeof DOCUMENT_FIELDS)[number]>

const TRANSLATION_FIELDS = [
  'id',
  'key',
  'lang',
  'title',
  'path',
  'passages',
] as const satisfies (keyof DocumentRecord)[]

/** A document as the documents that it translates show it. */
export type ShownTranslation = Pick<DocumentRecord, (typeof TRANSLATION_FIELDS)[number]>

const PASSAGE_FIELDS = [
  'id',
  'document',
  'position',
  'lang',
  'title',
  'heading',
  'text',
  'start',
  'end',
  'page',
] as const satisfies (keyof PassageRecord)[]

/** A passage as it is shown. */
export type ShownPassage = Pick<PassageRecord, (typeof PASSAGE_FIELDS)[number]>

/** Documents by id, in no order. */
export async function documentsById(reader: IndexReader, ids: readonly string[]): Promise<ShownDocument[]> {
  return (await fetchRecords<ShownDocument>(reader, 'documents', { ids, fields: DOCUMENT_FIELDS })).results
}

/** Documents by key, in no order: those that have been replaced meanwhile are left out. */
export async function documentsByKey(reader: IndexReader, keys: readonly string[]): Promise<ShownDocument[]> {
  const wanted = new Set(keys)
  return (await documentsById(reader, keys.map(idOfKey))).filter(({ key }) => wanted.has(key))
}

/** What is shown of documents beside those that they translate, by id, in no order. */
export async function translationsById(
  reader: IndexReader,
  ids: readonly string[],
): Promise<ShownTranslation[]> {
  return (await fetchRecords<ShownTranslation>(reader, 'documents', { ids, fields: TRANSLATION_FIELDS }))
    .results
}

/** Passages by id, in no order. */
export async function passagesById(reader: IndexReader, ids: readonly string[]): Promise<ShownPassage[]> {
  const { results } = await fetchRecords<ShownPassage>(reader, 'passages', { ids, fields: PASSAGE_FIELDS })
  return results.map(withoutTitle)
}

/** The title stands above every passage anyway. */
function withoutTitle<T extends Pick<ShownPassage, 'title' | 'heading'>>(passage: T): T {
  return { ...passage, heading: passage.heading.filter((heading) => heading !== passage.title) }
}

const TEXT_FIELDS = [
  'document',
  'position',
  'lang',
  'title',
  'heading',
  'text',
] as const satisfies (keyof PassageRecord)[]

/** Where a passage's words stand, to compare them with a phrase, or to mark them. */
export type PassageText = Pick<PassageRecord, (typeof TEXT_FIELDS)[number]>

/** Passages read at a time: taking apart the answer with more would hold everything else up. */
const PIECE = 200

/** The texts of passages that fulfill an expression, at most `limit`, in pieces of some hundreds and no order. */
export async function* passageTexts(
  reader: IndexReader,
  expression: string,
  limit: number,
): AsyncGenerator<PassageText[]> {
  for (let offset = 0; offset < limit; offset += PIECE) {
    const size = Math.min(PIECE, limit - offset)
    const wanted = { filter: expression, offset, limit: size, fields: TEXT_FIELDS }
    const { results } = await fetchRecords<PassageText>(reader, 'passages', wanted)
    yield results.map(withoutTitle)
    if (results.length < size) return
  }
}

type Wanted = { fields: readonly string[] } & (
  | { ids: readonly string[] }
  | { filter: string; offset: number; limit: number }
)

/** What the engine takes for an id; it refuses a whole call for one that cannot be. */
const ID = /^[\w-]{1,511}$/

/** Searching gives ids and what ranking reads; records that are shown are fetched. */
async function fetchRecords<T>(
  { engine, indexes, signal }: IndexReader,
  of: 'documents' | 'passages',
  wanted: Wanted,
): Promise<{ results: T[]; total: number }> {
  const path = `indexes/${indexes[of]}/documents/fetch`
  type Fetched = { results: T[]; total: number }
  if ('filter' in wanted) return (await engine.read(path, wanted, signal)) as Fetched
  const ids = wanted.ids.filter((id) => ID.test(id))
  if (ids.length === 0) return { results: [], total: 0 }
  return (await engine.read(path, { ...wanted, ids, limit: ids.length }, signal)) as Fetched
}

/** How many records each index of a generation has, as fetching one of them shows. */
export type RecordCounts = Record<'documents' | 'passages' | 'blocks' | 'changes', number>

/**
 * Counts the records of a generation.
 *
 * @param epoch of the blocks of statistics that count; `folded` and `seen` are the changes after which, and up to which,
 * changes are counted
 * @throws {EngineError} `ENGINE_UNAVAILABLE`, or `INDEX_MISSING` if one of its indexes is gone
 */
export async function countRecords(
  { engine, indexes, signal }: IndexReader,
  { epoch, folded, seen }: { epoch: number; folded: number; seen: number },
): Promise<RecordCounts> {
  const count = async (of: 'documents' | 'passages' | 'statistics', filter?: string): Promise<number> => {
    const path = `indexes/${indexes[of]}/documents/fetch`
    const wanted = { limit: 1, fields: ['id'], ...(filter === undefined ? {} : { filter }) }
    const { total, results } = (await engine.read(path, wanted, signal)) as {
      total: number
      results: unknown[]
    }
    return results.length === 0 ? 0 : total
  }
  const [documents, passages, blocks, changes] = await Promise.all([
    count('documents'),
    count('passages'),
    count('statistics', `epoch = ${epoch}`),
    count('statistics', `number > ${folded} AND number <= ${seen}`),
  ])
  return { documents, passages, blocks, changes }
}

const TRANSLATED_FIELDS = [...TRANSLATION_FIELDS, 'translations'] as const satisfies (keyof DocumentRecord)[]

/** A document and the documents that say the same in another language. */
export type TranslatedDocument = Pick<DocumentRecord, (typeof TRANSLATED_FIELDS)[number]>

/**
 * All documents that name a translation, in no order.
 *
 * @throws {EngineError} `ENGINE_UNAVAILABLE`, or `INDEX_MISSING` if the generation was replaced meanwhile
 */
export async function* translatedDocuments(reader: IndexReader): AsyncGenerator<TranslatedDocument> {
  for await (const document of allDocuments(reader, { fields: TRANSLATED_FIELDS })) {
    if (document.translations.length > 0) yield document
  }
}
