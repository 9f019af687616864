/** What has to be known to give passages their vectors: which documents there are, what has changed, and the texts. */
import { keysOfChange } from './changes.ts'
import { idOfKey, type PassageRecord } from './schema.ts'
import type { IndexReader } from './search.ts'
import { someDocuments } from './stored-documents.ts'
import { vectorsIndex } from './vectors.ts'

const PASSAGE_FIELDS = [
  'id',
  'document',
  'title',
  'heading',
  'text',
  'documentLang',
  'topics',
  'place',
  'folder',
  'date',
  'dateEnd',
  'dateBasis',
  'references',
  'articles',
  'tags',
  'source',
] as const satisfies (keyof PassageRecord)[]

/** What is read of a passage to embed it, with the copies of its document's fields that filters need. */
export type PassageToEmbed = Pick<PassageRecord, (typeof PASSAGE_FIELDS)[number]>

/** Passages by id, in no order; those that are not there are left out. */
export async function passagesToEmbed(
  { engine, indexes, signal }: IndexReader,
  ids: readonly string[],
): Promise<PassageToEmbed[]> {
  if (ids.length === 0) return []
  const { results } = (await engine.read(
    `indexes/${indexes.passages}/documents/fetch`,
    { ids, limit: ids.length, fields: PASSAGE_FIELDS },
    signal,
  )) as { results: PassageToEmbed[] }
  return results
}

const IDS_A_PAGE = 5_000

/** How many vectors each document has, by its key. */
export async function countByDocument({
  engine,
  indexes,
  signal,
}: IndexReader): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const path = `indexes/${vectorsIndex(indexes)}/documents/fetch`
  for (let offset = 0; ; offset += IDS_A_PAGE) {
    const page = { offset, limit: IDS_A_PAGE, fields: ['id'] }
    const { results } = (await engine.read(path, page, signal)) as { results: { id: string }[] }
    for (const { id } of results) {
      const key = idOfKey(id)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    if (results.length < IDS_A_PAGE) return counts
  }
}

/** Which of some keys are those of documents that are there, with the number of their passages. */
export async function presentKeys(
  reader: IndexReader,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const documents = await someDocuments(reader, keys.map(idOfKey), ['key', 'passages'])
  const wanted = new Set(keys)
  return new Map(documents.filter(({ key }) => wanted.has(key)).map(({ key, passages }) => [key, passages]))
}

/** What some changes did to documents. */
export type Since = {
  /** Number of the last one that is complete. */
  last: number
  /** Keys of documents that came; some of them may have gone since. */
  put: string[]
  /** Keys of those that went. */
  gone: string[]
}

/** What the changes after `number` did, as far as they are complete; undefined where that is not to be seen any more. */
export async function changedSince(
  { engine, indexes, signal }: IndexReader,
  number: number,
): Promise<Since | undefined> {
  const { results } = (await engine.read(
    `indexes/${indexes.statistics}/documents/fetch`,
    {
      filter: `number > ${number}`,
      limit: 1_000,
      fields: ['number', 'put', 'keys', 'replaced', 'isDone', 'wasUndone'],
    },
    signal,
  )) as { results: Parameters<typeof keysOfChange>[0][] }
  const changes = results.sort((a, b) => a.number - b.number)
  const since: Since = { last: number, put: [], gone: [] }
  for (const change of changes) {
    // Numbers have no gap: what is missing has been folded, and is not told any more.
    if (change.number !== since.last + 1) return undefined
    if (change.isDone !== true) break
    since.last = change.number
    if (change.wasUndone === true) continue
    since.put.push(...keysOfChange(change))
    since.gone.push(...change.replaced.map(({ key }) => key))
  }
  return since
}
