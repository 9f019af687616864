/** Whole records of a generation: by id, by what they fulfill, or all of a kind page after page. */

import type { DocumentRecord, PassageRecord } from './schema.ts'
import type { IndexReader } from './search.ts'

const DOCUMENT_FIELDS = [
  'id',
  'path',
  'title',
  'lang',
  'langs',
  'topics',
  'topicWords',
  'date',
  'datePrecision',
  'dateWords',
  'year',
  'month',
  'source',
  'url',
  'translations',
  'passages',
] as const satisfies (keyof DocumentRecord)[]

/** A document as it is shown. */
export type ShownDocument = Pick<DocumentRecord, (typeof DOCUMENT_FIELDS)[number]>

/** A document as the documents that it translates show it. */
export type ShownTranslation = Pick<DocumentRecord, 'id' | 'lang' | 'title' | 'path' | 'passages'>
const TRANSLATION_FIELDS = ['id', 'lang', 'title', 'path', 'passages']

/** A passage as it is shown. */
export type ShownPassage = Omit<
  PassageRecord,
  'terms' | 'tok' | 'topics' | 'date' | 'dateEnd' | 'documentLang'
>
const PASSAGE_FIELDS = ['id', 'document', 'position', 'lang', 'title', 'heading', 'text', 'start', 'end']

/** Documents by id, in no order. */
export async function documentsById(reader: IndexReader, ids: readonly string[]): Promise<ShownDocument[]> {
  return (await fetchRecords<ShownDocument>(reader, 'documents', { ids, fields: DOCUMENT_FIELDS })).results
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
  return (await fetchRecords<ShownPassage>(reader, 'passages', { ids, fields: PASSAGE_FIELDS })).results
}

/** Where a passage's words stand, to compare them with a phrase. */
export type PassageText = Pick<ShownPassage, 'document' | 'title' | 'heading' | 'text'>
const TEXT_FIELDS = ['document', 'title', 'heading', 'text']
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
    yield results
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
export type RecordCounts = Record<'documents' | 'passages' | 'statistics', number>

/**
 * Counts the records of a generation.
 *
 * @throws {EngineError} `ENGINE_UNAVAILABLE`, or `INDEX_MISSING` if one of its indexes is gone
 */
export async function countRecords({ engine, indexes, signal }: IndexReader): Promise<RecordCounts> {
  const count = async (of: keyof RecordCounts): Promise<number> => {
    const path = `indexes/${indexes[of]}/documents/fetch`
    const { total, results } = (await engine.read(path, { limit: 1, fields: ['id'] }, signal)) as {
      total: number
      results: unknown[]
    }
    return results.length === 0 ? 0 : total
  }
  const [documents, passages, statistics] = await Promise.all([
    count('documents'),
    count('passages'),
    count('statistics'),
  ])
  return { documents, passages, statistics }
}

/** A document and the documents that say the same in another language. */
export type TranslatedDocument = Pick<
  DocumentRecord,
  'id' | 'path' | 'title' | 'lang' | 'passages' | 'translations'
>

const FIELDS = ['id', 'path', 'title', 'lang', 'passages', 'translations']
const PAGE_SIZE = 1000

/**
 * All documents that name a translation, in no order.
 *
 * @throws {EngineError} `ENGINE_UNAVAILABLE`, or `INDEX_MISSING` if the generation was replaced meanwhile
 */
export async function* translatedDocuments({
  engine,
  indexes,
  signal,
}: IndexReader): AsyncGenerator<TranslatedDocument> {
  for (let offset = 0; ; offset += PAGE_SIZE) {
    const { results } = (await engine.read(
      `indexes/${indexes.documents}/documents/fetch`,
      { offset, limit: PAGE_SIZE, fields: FIELDS },
      signal,
    )) as { results: TranslatedDocument[] }
    yield* results.filter(({ translations }) => translations.length > 0)
    if (results.length < PAGE_SIZE) return
  }
}
