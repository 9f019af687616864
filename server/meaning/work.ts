/**
 * What of a generation is to be embedded, and which vectors are nobody's any more: by comparing, at the start and where
 * changes are not to be seen one by one any more; in between by the records of changes.
 */
import type { Engine } from '../../engine/engine.ts'
import type { Generation } from '../../engine/generation.ts'
import { allDocuments } from '../../engine/stored-documents.ts'
import { beginVectors, countVectors, readVectorStore } from '../../engine/vectors.ts'
import { changedSince, countByDocument, presentKeys } from '../../engine/vectors-due.ts'
import type { Live } from '../live.ts'
import type { Embedder } from './embedder.ts'

/** A generation that is being filled. */
export type Work = {
  indexes: Generation
  dimensions: number
  /** Number of the last change that is known of. */
  last: number
  /** How many vectors there are of each document, by its key. */
  known: Map<string, number>
  /** Keys of documents that lack some, with the position of the first passage that has not been embedded yet. */
  missing: Map<string, number>
  /** Keys of documents that are gone. */
  gone: Set<string>
  /** Whether nothing changed while it was compared: documents may have been passed over otherwise. */
  isSure: boolean
  /** When something has changed last, and first since there was nothing to do. */
  changedMs: number
  burstMs: number
}

/** What it takes to find out. */
type Given = { engine: Engine; live: Live; embedder: Embedder; signal: AbortSignal }

/** What is embedded to see how long the vectors of a model are. */
const PROBE = 'Bifora'
const PROBE_TIMEOUT_MS = 60_000

/**
 * Sees to it that a generation has an index of vectors of this model, and compares it with what is there.
 *
 * @throws {EmbedderError} if the embedder does not say how long its vectors are
 */
export async function beginWork(indexes: Generation, given: Given): Promise<Work> {
  const { engine, embedder, signal } = given
  const until = AbortSignal.any([signal, AbortSignal.timeout(PROBE_TIMEOUT_MS)])
  const [probe] = await embedder.embed([PROBE], until)
  const dimensions = probe?.length ?? 0
  const wanted = { generation: indexes.name, model: embedder.model, dimensions }
  const store = await readVectorStore(engine, signal)
  const isSame =
    store?.generation === wanted.generation &&
    store.model === wanted.model &&
    store.dimensions === wanted.dimensions
  if (!isSame || (await countVectors(engine, indexes, signal)) === undefined) {
    await beginVectors(engine, wanted, signal)
  }
  return compare(indexes, dimensions, given)
}

/** Compares all of it once more. */
export async function compareAgain(work: Work, given: Given): Promise<void> {
  Object.assign(work, await compare(work.indexes, work.dimensions, given))
}

/** Takes note of what has changed. */
export async function takeChanges(work: Work, given: Given): Promise<void> {
  const { engine, live, signal } = given
  if ((live.seen()?.seen ?? 0) <= work.last) return
  const since = await changedSince({ engine, indexes: work.indexes, signal }, work.last)
  if (since === undefined) return compareAgain(work, given)
  if (since.last === work.last) return
  work.last = since.last
  const nowMs = performance.now()
  if (work.missing.size + work.gone.size === 0) work.burstMs = nowMs
  work.changedMs = nowMs
  for (const key of since.put) {
    // It may have been met already, when all were compared.
    if (!work.known.has(key) && !work.missing.has(key)) work.missing.set(key, 0)
  }
  for (const key of since.gone) {
    work.missing.delete(key)
    if (work.known.delete(key)) work.gone.add(key)
  }
}

async function compare(
  indexes: Generation,
  dimensions: number,
  { engine, live, signal }: Given,
): Promise<Work> {
  const reader = { engine, indexes, signal }
  // What changes meanwhile is met again afterwards.
  const last = (await live.current()).seen
  const known = await countByDocument(reader)
  const missing = new Map<string, number>()
  const orphans = new Set(known.keys())
  for await (const { key, passages } of allDocuments(reader, { fields: ['key', 'passages'] })) {
    orphans.delete(key)
    if (known.get(key) !== passages) missing.set(key, 0)
  }
  // Of documents that come and go while they are read some are not met: each is looked up by itself.
  const present = await presentKeys(reader, [...orphans])
  for (const [key, passages] of present) if (known.get(key) !== passages) missing.set(key, 0)
  const gone = new Set([...orphans].filter((key) => !present.has(key)))
  await live.refresh()
  const isSure = (await live.current()).seen === last
  return { indexes, dimensions, last, known, missing, gone, isSure, changedMs: 0, burstMs: 0 }
}
