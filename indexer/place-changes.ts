/** The drafts of a run → changes of some hundred documents; while one is stored, the drafts of the next are made. */
import type { Draft } from '../engine/drafts.ts'
import { removePlace, SAMPLE_PLACE } from '../engine/places.ts'
import type { Changed, Writer } from '../engine/writer.ts'
import { sampleIds } from './known.ts'
import type { PlaceOptions, PlaceSummary } from './place.ts'
import type { Target } from './places.ts'
import { documentId } from './record.ts'

/** A change ends with this many documents, or passages. */
const MAX_DOCUMENTS = 250
const MAX_PASSAGES = 2500
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
  remove: (ids: readonly string[]) => Promise<void>
  /** Ids of documents that have come so far, and documents that have gone. */
  put: readonly string[]
  gone: Changed['gone']
}

type Batch = { drafts: Draft[]; newPaths: Set<string>; passages: number }

/** Opens the changes of a run; counts go into `summary`. */
export function createPlaceChanges(
  target: Target,
  options: PlaceOptions,
  summary: PlaceSummary,
): PlaceChanges {
  const { engine, writing, signal } = options
  const put: string[] = []
  const gone: Changed['gone'] = []
  let batch: Batch = { drafts: [], newPaths: new Set(), passages: 0 }
  let storing: Promise<void> = Promise.resolve()
  let isSampleThere = target.name !== SAMPLE_PLACE

  const store = (full: Batch): Promise<void> =>
    writing.write(async (writer) => {
      const drafts = await withFreeIds(writer, full.drafts, target)
      // With the first documents of somebody's own the sample corpus goes.
      const remove = isSampleThere ? await sampleIds(engine, signal) : []
      const changed = await writer.change({ put: drafts, remove })
      if (changed.gone.length > 0) await removePlace(engine, SAMPLE_PLACE)
      isSampleThere = false
      gone.push(...changed.gone)
      const paths = new Map(drafts.map(({ document }) => [document.id, document.path]))
      for (const id of changed.empty) {
        summary.skipped.push({ path: paths.get(id) ?? '', reason: 'no text', kind: 'failed' })
      }
      for (const record of changed.put) {
        put.push(record.id)
        summary.passages += record.passages
        if (full.newPaths.has(record.path)) summary.added += 1
        else summary.changed += 1
      }
    }, signal)
  const flush = async (): Promise<void> => {
    const full = batch
    batch = { drafts: [], newPaths: new Set(), passages: 0 }
    await storing
    if (full.drafts.length === 0) return
    storing = store(full)
    // Looked at with the next change; a failure before that must not count as unhandled.
    storing.catch(() => {})
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
      if (isLong) await storing
    },
    finish: async () => {
      await flush()
      await storing
    },
    remove: async (ids) => {
      for (let first = 0; first < ids.length; first += MAX_REMOVED) {
        const some = ids.slice(first, first + MAX_REMOVED)
        await writing.write(async (writer) => {
          const changed = await writer.change({ remove: some })
          gone.push(...changed.gone)
          summary.removed += changed.gone.length
        }, signal)
      }
    },
  }
}

/** A document that belongs to another place keeps its id; the new one gets an id of its own place. */
async function withFreeIds(writer: Writer, drafts: readonly Draft[], target: Target): Promise<Draft[]> {
  const stored = await writer.stored(drafts.map(({ document }) => document.id))
  const places = new Map(stored.map(({ id, place }) => [id, place]))
  return drafts.map((draft) => {
    const { document } = draft
    const place = places.get(document.id)
    const isFree =
      place === undefined || place === target.name || place === SAMPLE_PLACE || target.covers(place)
    return isFree
      ? draft
      : { ...draft, document: { ...document, id: documentId(`${target.name}\n${document.path}`) } }
  })
}
