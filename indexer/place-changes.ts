/** The drafts of a run → changes of some hundred documents; while one is stored, the drafts of the next are made. */

import type { Changed } from '../engine/change-request.ts'
import type { Draft } from '../engine/drafts.ts'
import { removePlace, SAMPLE_PLACE } from '../engine/places.ts'
import type { Writer } from '../engine/writer.ts'
import { contentOf, findCopies } from './copies/find.ts'
import type { RunPaths } from './copies/paths.ts'
import { repath } from './copies/repath.ts'
import { freeId } from './file-draft.ts'
import { sampleIds } from './known.ts'
import type { PlaceOptions, PlaceSummary } from './place.ts'
import type { Target } from './places.ts'

/** A change ends with this many documents, or passages. */
const MAX_DOCUMENTS = 250
const MAX_PASSAGES = 2500
/** One is stored, and the next one comes in. */
const CHANGES_UNDER_WAY = 2
/** Documents removed by one change. */
const MAX_REMOVED = 1000

/** The changes of a run. */
export type PlaceChanges = {
  /**
   * Takes a draft; waits while a change is stored and the next one is full. A long one, whose passages are a stream, has
   * been stored when this resolves.
   */
  putDraft: (draft: Draft, about: { isNew: boolean }) => Promise<void>
  /** Stores what is left. */
  finish: () => Promise<void>
  /** Gives documents the paths that the run has found them at, and removes those that have none any more. */
  settlePaths: (gone: number) => Promise<void>
  /** Ids of documents that have come so far, and documents that have gone. */
  put: readonly string[]
  gone: Changed['gone']
}

/** A change that has begun: its documents, and of the other drafts the documents that they are copies of. */
type Begun = { drafts: Draft[]; copies: Map<Draft, string>; changed: Promise<Changed> }

type Batch = { drafts: Draft[]; newPaths: Set<string>; passages: number }

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
  let batch: Batch = { drafts: [], newPaths: new Set(), passages: 0 }
  const storing: Promise<void>[] = []
  let isSampleThere = target.name !== SAMPLE_PLACE
  /** Content of the documents of changes that are under way, which the engine does not have yet: id by content. */
  const coming = new Map<string, string>()
  const empty = new Set<string>()

  /** Begins a change, and resolves when it has begun; the lease is not given back before it has ended. */
  const begin = (full: Batch): Promise<Begun> =>
    writing.write(async (writer) => {
      const all = await withFreeIds(writer, full.drafts, target, runPaths)
      const copies = await findCopies(all, coming, { engine, writer, signal })
      for (const [{ document }, id] of copies) runPaths.note(document.path, id)
      const drafts = all.filter((draft) => !copies.has(draft))
      for (const { document } of drafts) coming.set(contentOf(document), document.id)
      const changed = isSampleThere
        ? withoutSample(writer, drafts)
        : writer.change({ put: drafts, remove: [] })
      if (isSampleThere) await changed
      isSampleThere = false
      // Looked at when its turn comes, as below.
      changed.catch(() => {})
      return { drafts, copies, changed }
    }, signal)
  /** With the first documents of somebody's own the sample corpus goes. */
  const withoutSample = async (writer: Writer, drafts: Draft[]): Promise<Changed> => {
    const changed = await writer.change({ put: drafts, remove: await sampleIds(engine, signal) })
    if (changed.gone.length > 0) await removePlace(engine, SAMPLE_PLACE)
    return changed
  }
  const store = async (full: Batch): Promise<void> => {
    const { drafts, copies, changed } = await begin(full)
    const { gone: went, empty: without, put: records } = await changed
    for (const { document } of drafts) {
      const content = contentOf(document)
      if (coming.get(content) === document.id) coming.delete(content)
    }
    gone.push(...went)
    const paths = new Map(drafts.map(({ document }) => [document.id, document.path]))
    for (const id of without) {
      empty.add(id)
      drop(paths.get(id) ?? '')
    }
    for (const record of records) {
      put.push(record.id)
      summary.passages += record.passages
      count(full, record.path)
    }
    for (const [{ document }, id] of copies) {
      if (empty.has(id)) drop(document.path)
      else count(full, document.path)
    }
  }
  const drop = (path: string): void => {
    runPaths.drop(path)
    summary.skipped.push({ path, reason: 'no text', kind: 'failed' })
  }
  const count = ({ newPaths }: Batch, path: string): void => {
    if (newPaths.has(path)) summary.added += 1
    else summary.changed += 1
  }
  const flush = async (): Promise<void> => {
    const full = batch
    batch = { drafts: [], newPaths: new Set(), passages: 0 }
    if (storing.length === CHANGES_UNDER_WAY) await storing.shift()
    if (full.drafts.length === 0) return
    const stored = store(full)
    // Looked at when its turn comes; a failure before that must not count as unhandled.
    stored.catch(() => {})
    storing.push(stored)
  }
  const untilStored = async (): Promise<void> => {
    while (storing.length > 0) await storing.shift()
  }
  return {
    put,
    gone,
    putDraft: async (draft, { isNew }) => {
      const { passages } = draft
      const isLong = !Array.isArray(passages)
      batch.drafts.push(draft)
      if (isNew) batch.newPaths.add(draft.document.path)
      batch.passages += isLong ? MAX_PASSAGES : passages.length
      if (batch.drafts.length >= MAX_DOCUMENTS || batch.passages >= MAX_PASSAGES) await flush()
      if (isLong) {
        await flush()
        await untilStored()
      }
    },
    finish: async () => {
      await flush()
      await untilStored()
    },
    settlePaths: async (goneFiles) => {
      const { remove, repath: changed, extend } = runPaths.outcome()
      const isNeeded = changed.length + extend.length > 0
      const settle = async (writer: Writer): Promise<void> => {
        const how = { engine, writer, describing, signal }
        const moved = [...(await repath(changed, how)), ...(await repath(extend, how, true))]
        put.push(...moved.map(({ id }) => id))
      }
      // The lease is not taken for nothing.
      if (isNeeded) await writing.write(settle, signal)
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
