/** Ready-made batches → Meilisearch, with as little between as there can be, at the pace of the indexer's own loader. */
import { calling } from '../engine/client.ts'
import type { Engine } from '../engine/engine.ts'
import { untilDone } from '../engine/load.ts'

/** Records of one index, a JSON object a line. */
export type Batch = { index: string; body: string }

/** As many batches of one index are under way at once as in the indexer. */
const MAX_UNDER_WAY = 3

/** Makes an empty index with settings in Meilisearch's own words. */
export async function createIndex(engine: Engine, index: string, settings: object): Promise<void> {
  await calling(async () => {
    const { taskUid: created } = await engine.client().createIndex(index, { primaryKey: 'id' })
    await untilDone(engine, created)
    const { taskUid } = await engine.client().index(index).updateSettings(settings)
    await untilDone(engine, taskUid)
  })
}

/** Removes an index, and waits until it is gone: it would take the time of whatever is measured next. */
export async function removeIndex(engine: Engine, index: string): Promise<void> {
  const { taskUid } = await calling(() => engine.client().deleteIndex(index))
  await untilDone(engine, taskUid)
}

/**
 * Loads batches, in order, and waits until all of them are stored.
 *
 * @throws {EngineError} if one of them could not be
 */
export async function loadBatches(
  engine: Engine,
  batches: AsyncIterable<Batch>,
  signal: AbortSignal,
): Promise<void> {
  const underWay = new Map<string, Promise<void>[]>()
  for await (const { index, body } of batches) {
    signal.throwIfAborted()
    const ofIndex = underWay.get(index) ?? []
    underWay.set(index, ofIndex)
    if (ofIndex.length >= MAX_UNDER_WAY) await ofIndex.shift()
    const { taskUid } = await calling(() =>
      engine.client().index(index).addDocumentsFromString(body, 'application/x-ndjson', { primaryKey: 'id' }),
    )
    const stored = untilDone(engine, taskUid, signal)
    // Looked at when its turn comes; a failure before that must not count as unhandled.
    stored.catch(() => {})
    ofIndex.push(stored)
  }
  for (const ofIndex of underWay.values()) await Promise.all(ofIndex)
}
