/** The records of a document that is there, given to Meilisearch once more under other ids: what it needs by itself. */

import { CATALOG } from '../engine/catalog.ts'
import type { Engine } from '../engine/engine.ts'
import { liveIndexes } from '../engine/generation.ts'
import { enqueueDeletion, enqueueRecords, untilDone, untilIdle } from '../engine/load.ts'
import { type DocumentRecord, type PassageRecord, passageIds } from '../engine/schema.ts'
import { BenchError } from './errors.ts'

/**
 * Stores them, waits until both are searchable, and takes them away again. Returns milliseconds until searchable, and how
 * many passages the document has.
 */
export async function putAlone(
  engine: Engine,
  id: string,
  signal: AbortSignal,
): Promise<{ tookMs: number; passages: number }> {
  const indexes = await liveIndexes(engine)
  if (indexes === undefined) throw new BenchError('Nothing is indexed.')
  const fetchAll = async <T>(index: string, ids: string[]): Promise<T[]> =>
    ((await engine.read(`indexes/${index}/documents/fetch`, { ids, limit: ids.length })) as { results: T[] })
      .results
  const [document] = await fetchAll<DocumentRecord>(indexes.documents, [id])
  if (document === undefined) throw new BenchError(`There is no document ${id}.`)
  const passages = await fetchAll<PassageRecord>(
    indexes.passages,
    passageIds(document.key, document.passages),
  )
  const copies = passages.map((one) => ({ ...one, id: `alone-${one.id}`, document: `alone-${one.document}` }))
  const copy = { ...document, id: `alone-${document.id}`, key: `alone-${document.key}` }
  // What the service has left to do after its change must not be waited for here, nor by the change after this one.
  await untilIdle(engine, [indexes.passages, indexes.documents, indexes.statistics, CATALOG], signal)
  const startedMs = performance.now()
  const tasks = [
    await enqueueRecords(engine, indexes.passages, copies),
    await enqueueRecords(engine, indexes.documents, [copy]),
  ]
  for (const task of tasks) await untilDone(engine, task, signal)
  const tookMs = performance.now() - startedMs
  await untilDone(engine, await enqueueDeletion(engine, indexes.documents, [copy.id]))
  await untilDone(
    engine,
    await enqueueDeletion(
      engine,
      indexes.passages,
      copies.map(({ id }) => id),
    ),
  )
  return { tookMs, passages: document.passages }
}
