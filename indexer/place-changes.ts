/** The drafts of a run → changes of some hundred documents; while one is stored, the drafts of the next are made. */
import type { Draft } from '../engine/drafts.ts'
import { removePlace, SAMPLE_PLACE } from '../engine/places.ts'
import type { Changed, Writer } from '../engine/writer.ts'
import { findCopies } from './copies/find.ts'
import type { RunPaths } from './copies/paths.ts'
import { repath } from './copies/repath.ts'
import { freeId } from './file-draft.ts'
import { sampleIds } from './known.ts'
import type { PlaceOptions, PlaceSummary } from './place.ts'
import type { Target } from './places.ts'

/** A change ends with this many documents, or bytes of files. */
const MAX_DOCUMENTS = 250
const MAX_BYTES = 4 * 1024 * 1024
/** Documents removed by one change. */
const MAX_REMOVED = 1000

/** The changes of a run. */
export type PlaceChanges = {
  /** Takes a draft; waits while a change is stored and the next one is full. */
  putDraft: (draft: Draft, about: { isNew: boolean; sizeBytes: number }) => Promise<void>
  /** Stores what is left. */
  finish: () => Promise<void>
  /** Gives documents the paths that the run has found them at, and removes those that have none any more. */
  settlePaths: (gone: number) => Promise<void>
  /** Ids of documents that have come so far, and documents that have gone. */
  put: readonly string[]
  gone: Changed['gone']
}

type Batch = { drafts: Draft[]; newPaths: Set<string>; bytes: number }

/** Opens the changes of a run; counts go into `summary`. */
export function createPlaceChanges(
  target: Target,
  runPaths: RunPaths,
  options: PlaceOptions,
  summary: PlaceSummary,
): PlaceChanges {
  const { engine, writing, describing, signal } = options
  const put: string[] = []
  const gone: Changed['gone'] = []
  let batch: Batch = { drafts: [], newPaths: new Set(), bytes: 0 }
  let storing: Promise<void> = Promise.resolve()
  let isSampleThere = target.name !== SAMPLE_PLACE

  const store = (full: Batch): Promise<void> =>
    writing.write(async (writer) => {
      const { drafts, copies } = await prepare(writer, full)
      // With the first documents of somebody's own the sample corpus goes.
      const remove = isSampleThere ? await sampleIds(engine, signal) : []
      const changed = await writer.change({ put: drafts, remove })
      if (changed.gone.length > 0) await removePlace(engine, SAMPLE_PLACE)
      isSampleThere = false
      gone.push(...changed.gone)
      const paths = new Map(drafts.map(({ document }) => [document.id, document.path]))
      for (const id of changed.empty) drop(paths.get(id) ?? '')
      for (const record of changed.put) {
        put.push(record.id)
        summary.passages += record.passages
        count(full, record.path)
      }
      for (const [{ document }, id] of copies) {
        if (changed.empty.includes(id)) drop(document.path)
        else count(full, document.path)
      }
    }, signal)
  const drop = (path: string): void => {
    runPaths.drop(path)
    summary.skipped.push({ path, reason: 'no text', kind: 'failed' })
  }
  const count = ({ newPaths }: Batch, path: string): void => {
    if (newPaths.has(path)) summary.added += 1
    else summary.changed += 1
  }
  /** The drafts that become documents, each with an id that is free, and of the others the documents they are copies of. */
  const prepare = async (
    writer: Writer,
    full: Batch,
  ): Promise<{ drafts: Draft[]; copies: Map<Draft, string> }> => {
    const drafts = await withFreeIds(writer, full.drafts, target, runPaths)
    const copies = await findCopies(drafts, { engine, writer, signal })
    for (const [{ document }, id] of copies) runPaths.note(document.path, id)
    return { drafts: drafts.filter((draft) => !copies.has(draft)), copies }
  }
  const flush = async (): Promise<void> => {
    const full = batch
    batch = { drafts: [], newPaths: new Set(), bytes: 0 }
    await storing
    if (full.drafts.length === 0) return
    storing = store(full)
    // Looked at with the next change; a failure before that must not count as unhandled.
    storing.catch(() => {})
  }
  return {
    put,
    gone,
    putDraft: async (draft, { isNew, sizeBytes }) => {
      batch.drafts.push(draft)
      if (isNew) batch.newPaths.add(draft.document.path)
      batch.bytes += sizeBytes
      if (batch.drafts.length >= MAX_DOCUMENTS || batch.bytes >= MAX_BYTES) await flush()
    },
    finish: async () => {
      await flush()
      await storing
    },
    settlePaths: async (goneFiles) => {
      const { remove, repath: changed, extend } = runPaths.outcome()
      await writing.write(async (writer) => {
        const how = { engine, writer, describing, signal }
        const moved = [...(await repath(changed, how)), ...(await repath(extend, how, true))]
        put.push(...moved.map(({ id }) => id))
      }, signal)
      for (let first = 0; first < remove.length; first += MAX_REMOVED) {
        const some = remove.slice(first, first + MAX_REMOVED)
        await writing.write(async (writer) => {
          const changed = await writer.change({ remove: some })
          gone.push(...changed.gone)
        }, signal)
      }
      summary.removed += goneFiles
    },
  }
}

/** A document that belongs to another place keeps its id; the new one gets an id of its own place. */
async function withFreeIds(
  writer: Writer,
  drafts: readonly Draft[],
  target: Target,
  paths: RunPaths,
): Promise<Draft[]> {
  const places = new Map<string, string>()
  const look = async (ids: readonly string[]): Promise<void> => {
    for (const { id, place } of await writer.stored(ids)) places.set(id, place)
  }
  await look(drafts.map(({ document }) => document.id))
  const isTaken = (id: string, path: string): boolean => {
    const place = places.get(id)
    const isOwn =
      place === undefined || place === target.name || place === SAMPLE_PLACE || target.covers(place)
    // A copy of it may have been found since the draft was made: then it is that file's.
    return !isOwn || paths.holder(id, path) !== undefined
  }
  const free: Draft[] = []
  for (const draft of drafts) {
    const { document } = draft
    if (!isTaken(document.id, document.path)) {
      free.push(draft)
      continue
    }
    await look([freeId(target.name, document.path, () => false)])
    const id = freeId(target.name, document.path, (id) => isTaken(id, document.path))
    paths.put(document.path, id)
    free.push({ ...draft, document: { ...document, id } })
  }
  return free
}
