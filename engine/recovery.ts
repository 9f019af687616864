/**
 * A change that was interrupted: finished if its documents are there, undone if not. Whichever it is, afterwards it is
 * as if it had never been interrupted.
 */
import { type ChangeRecord, changesAfter, keysOfChange } from './changes.ts'
import { isIn } from './filters.ts'
import { enqueueDeletion, enqueueRecords, untilDone, untilIdle } from './load.ts'
import { partNumbered, partsWith } from './parts/parts.ts'
import { passageIds } from './schema.ts'
import type { IndexReader } from './search.ts'

/** Finishes or undoes what was interrupted after change `folded`, when the engine has done all that it was given. */
export async function finishInterrupted(reader: IndexReader, folded: number): Promise<void> {
  const { engine, indexes, signal } = reader
  for (const part of partsWith(engine, indexes.name)) {
    await untilIdle(part, [indexes.statistics, indexes.passages, indexes.documents], signal)
  }
  for (const change of await changesAfter(reader, folded)) {
    if (change.isDone === true) continue
    if (await hasHappened(reader, change)) await finish(reader, change)
    else await undo(reader, change)
  }
}

/** Its documents came in one task of the engine: one of them stands for all. What only removes can go on removing. */
async function hasHappened({ engine, indexes, signal }: IndexReader, change: ChangeRecord): Promise<boolean> {
  if (change.counts === undefined) return false
  const [id] = change.put
  if (id === undefined) return true
  const { results } = (await partNumbered(engine, change.part ?? 0).read(
    `indexes/${indexes.documents}/documents/fetch`,
    { ids: [id], fields: ['key'] },
    signal,
  )) as { results: { key: string }[] }
  return results[0]?.key === keysOfChange(change)[0]
}

async function finish({ engine, indexes }: IndexReader, change: ChangeRecord): Promise<void> {
  const part = partNumbered(engine, change.part ?? 0)
  if (change.removed.length > 0) {
    await untilDone(part, await enqueueDeletion(part, indexes.documents, change.removed))
  }
  const passages = change.replaced.flatMap(({ key, passages }) => passageIds(key, passages))
  if (passages.length > 0) await untilDone(part, await enqueueDeletion(part, indexes.passages, passages))
  const done = { id: change.id, isDone: true }
  await untilDone(engine, await enqueueRecords(engine, indexes.statistics, [done], 'update'))
}

async function undo({ engine, indexes }: IndexReader, change: ChangeRecord): Promise<void> {
  if (change.put.length > 0) {
    const part = partNumbered(engine, change.part ?? 0)
    const filter = isIn('document', keysOfChange(change))
    await untilDone(part, await enqueueDeletion(part, indexes.passages, { filter }))
  }
  const undone: ChangeRecord = {
    ...change,
    put: [],
    keys: [],
    removed: [],
    replaced: [],
    documents: 0,
    passages: 0,
    counts: [],
    pins: [],
    isDone: true,
    wasUndone: true,
  }
  await untilDone(engine, await enqueueRecords(engine, indexes.statistics, [undone]))
}
