/**
 * Vectors of passages, in an index of their own beside a generation's, made only where somebody has an embedder. It is
 * derived: no backup has it, and whoever finds it missing, or made with another model, makes it anew. A vector whose
 * document is gone or has another revision does not exist for anybody, as passages do not.
 */
import { createHash } from 'node:crypto'
import { keysOfChange } from './changes.ts'
import { calling } from './client.ts'
import type { Engine } from './engine.ts'
import { EngineError } from './errors.ts'
import { isIn } from './filters.ts'
import { CATALOG, type Generation } from './generation.ts'
import { enqueueDeletion, enqueueRecords, untilDone } from './load.ts'
import { idOfKey, type PassageRecord, settings } from './schema.ts'
import type { IndexReader } from './search.ts'
import { someDocuments } from './stored-documents.ts'

/** What the engine calls the vectors of a record. */
const EMBEDDER = 'meaning'
const RECORD = 'vectors'
/** Lots that passages are dealt to by their ids: the first of them are a sample of all. */
const LOTS = 65_536

/** What the vectors of a generation were made with. Stored in the catalog. */
export type VectorStore = { generation: string; model: string; dimensions: number }

/** What is read of a passage to embed it, with the copies of its document's fields that filters need. */
export type PassageToEmbed = Pick<
  PassageRecord,
  | 'id'
  | 'document'
  | 'title'
  | 'heading'
  | 'text'
  | 'documentLang'
  | 'topics'
  | 'place'
  | 'folder'
  | 'date'
  | 'dateEnd'
  | 'dateBasis'
  | 'references'
  | 'articles'
  | 'tags'
  | 'source'
>

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
] as const satisfies (keyof PassageToEmbed)[]

/** The name of the index of a generation's vectors. */
export function vectorsIndex({ name }: Pick<Generation, 'name'>): string {
  return `${CATALOG}-${name}-vectors`
}

/** What vectors there are made with; undefined if there are none. */
export async function readVectorStore(
  engine: Engine,
  signal?: AbortSignal,
): Promise<VectorStore | undefined> {
  try {
    const { results } = (await engine.read(
      `indexes/${CATALOG}/documents/fetch`,
      { ids: [RECORD] },
      signal,
    )) as { results: VectorStore[] }
    return results[0]
  } catch (error) {
    if (error instanceof EngineError && error.code === 'INDEX_MISSING') return undefined
    throw error
  }
}

/** Number of records with vectors of a generation; undefined if it has no index of them. */
export async function countVectors(
  engine: Engine,
  indexes: Pick<Generation, 'name'>,
  signal?: AbortSignal,
): Promise<number | undefined> {
  try {
    const path = `indexes/${vectorsIndex(indexes)}/documents/fetch`
    const { total } = (await engine.read(path, { limit: 1, fields: ['id'] }, signal)) as { total: number }
    return total
  } catch (error) {
    if (error instanceof EngineError && error.code === 'INDEX_MISSING') return undefined
    throw error
  }
}

/** Makes the index of a generation's vectors anew, empty; who searches sees it when all of it is there. */
export async function beginVectors(engine: Engine, store: VectorStore, signal: AbortSignal): Promise<void> {
  const index = vectorsIndex({ name: store.generation })
  const { displayedAttributes: _, ...ofPassages } = settings.passages
  await dropVectors(engine, { name: store.generation })
  await calling(async () => {
    const client = engine.client()
    await untilDone(engine, (await client.createIndex(index, { primaryKey: 'id' })).taskUid, signal)
    const { taskUid } = await client.index(index).updateSettings({
      ...ofPassages,
      // Similarity takes part where the ranking of words would, and nowhere else.
      rankingRules: ['words'],
      displayedAttributes: ['id'],
      filterableAttributes: [
        ...ofPassages.filterableAttributes,
        {
          attributePatterns: ['lot'],
          features: { facetSearch: false, filter: { equality: true, comparison: true } },
        },
      ],
      embedders: { [EMBEDDER]: { source: 'userProvided', dimensions: store.dimensions } },
    })
    await untilDone(engine, taskUid, signal)
  })
  await untilDone(engine, await enqueueRecords(engine, CATALOG, [{ id: RECORD, ...store }]), signal)
}

/** Removes the index of a generation's vectors, if there is one. */
export async function dropVectors(engine: Engine, indexes: Pick<Generation, 'name'>): Promise<void> {
  await calling(() => engine.client().deleteIndexIfExists(vectorsIndex(indexes)))
}

/**
 * Stores passages with their vectors, in one task; resolves when it is done.
 *
 * @param embedded a vector of as many finite numbers as the store has dimensions; null for a passage without one
 * @throws {EngineError} `TASK_FAILED` if one has another number of them: then none is stored
 */
export async function putVectors(
  engine: Engine,
  indexes: Pick<Generation, 'name'>,
  embedded: readonly { passage: PassageToEmbed; vector: readonly number[] | null }[],
  signal: AbortSignal,
): Promise<void> {
  const records = embedded.map(({ passage: { title: _, heading: __, text: ___, ...copied }, vector }) => ({
    ...copied,
    lot: lotOf(copied.id),
    // The engine refuses a whole task for one record without.
    _vectors: { [EMBEDDER]: vector },
  }))
  await engine.checkSpace()
  await untilDone(engine, await enqueueRecords(engine, vectorsIndex(indexes), records), signal)
}

/** Removes the vectors of documents, by their keys. */
export async function removeVectors(
  engine: Engine,
  indexes: Pick<Generation, 'name'>,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const filter = isIn('document', keys)
  await untilDone(engine, await enqueueDeletion(engine, vectorsIndex(indexes), { filter }), signal)
}

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

/** A passage that is near to a vector. `similarity`: from 0, opposite, to 1, the same. */
export type NearPassage = { id: string; similarity: number }

/**
 * The passages that are nearest to a vector, nearest first, and how near a sample of all passages is.
 *
 * @param scope on passages: what the nearest must fulfill; not the sample
 * @param sizes how many of the nearest, of how many passages in all, and how many of these for the sample
 * @throws {EngineError} `ENGINE_REFUSED` if the vector has another number of dimensions, `INDEX_MISSING`,
 * `ENGINE_UNAVAILABLE`
 */
export async function nearestPassages(
  { engine, indexes, signal }: IndexReader,
  vector: readonly number[],
  scope: string,
  { limit, of, sample }: { limit: number; of: number; sample: number },
): Promise<{ nearest: NearPassage[]; sample: number[] }> {
  const query = {
    indexUid: vectorsIndex(indexes),
    vector,
    hybrid: { embedder: EMBEDDER, semanticRatio: 1 },
    showRankingScore: true,
    attributesToRetrieve: ['id'],
  }
  const share = `lot < ${Math.ceil((LOTS * sample) / Math.max(of, 1))}`
  const { results } = (await engine.read(
    'multi-search',
    {
      queries: [
        { ...query, filter: scope, limit },
        { ...query, filter: share, limit: 2 * sample },
      ],
    },
    signal,
  )) as { results: { hits: { id: string; _rankingScore: number }[] }[] }
  // What has no vector is given, too, at the very end.
  const [nearest = [], sampled = []] = results.map(({ hits }) =>
    hits.filter(({ _rankingScore }) => _rankingScore > 0),
  )
  return {
    nearest: nearest.map(({ id, _rankingScore }) => ({ id, similarity: _rankingScore })),
    sample: sampled.map(({ _rankingScore }) => _rankingScore),
  }
}

function lotOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt16BE()
}
