/**
 * Vectors of passages, in an index of their own beside a generation's, made only where somebody has an embedder. It is
 * derived: no backup has it, and whoever finds it missing, or made with another model, makes it anew. A vector whose
 * document is gone or has another revision does not exist for anybody, as passages do not. Where documents are spread over
 * several servers, all vectors are on the first one.
 */
import { createHash } from 'node:crypto'
import { CATALOG } from './catalog.ts'
import { calling } from './client.ts'
import type { Engine } from './engine.ts'
import { EngineError } from './errors.ts'
import { isIn } from './filters.ts'
import type { Generation } from './generation.ts'
import { enqueueDeletion, enqueueRecords, untilDone } from './load.ts'
import { settings } from './schema.ts'
import type { IndexReader } from './search.ts'
import type { PassageToEmbed } from './vectors-due.ts'

/** What the engine calls the vectors of a record. */
const EMBEDDER = 'meaning'
const RECORD = 'vectors'
/** Lots that passages are dealt to by their ids: the first of them are a sample of all. */
const LOTS = 65_536

/** What the vectors of a generation were made with. Stored in the catalog. */
export type VectorStore = { generation: string; model: string; dimensions: number }

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
