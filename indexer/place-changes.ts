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
  const storing: Promise<void>[] = []
  let isSampleThere = target.name !== SAMPLE_PLACE

  /** Begins a change, and resolves when it has begun; the lease is not given back before it has ended. */
  const begin = (full: Batch): Promise<{ drafts: Draft[]; changed: Promise<Changed> }> =>
    writing.write(async (writer) => {
      const drafts = await withFreeIds(writer, full.drafts, target)
      const changed = isSampleThere
        ? withoutSample(writer, drafts)
        : writer.change({ put: drafts, remove: [] })
      if (isSampleThere) await changed
      isSampleThere = false
      changed.catch(() => {})
      return { drafts, changed }
    }, signal)
  /** With the first documents of somebody's own the sample corpus goes. */
  const withoutSample = async (writer: Writer, drafts: Draft[]): Promise<Changed> => {
    const changed = await writer.change({ put: drafts, remove: await sampleIds(engine, signal) })
    if (changed.gone.length > 0) await removePlace(engine, SAMPLE_PLACE)
    return changed
  }
  const store = async (full: Batch): Promise<void> => {
    const { drafts, changed } = await begin(full)
    const { gone: went, empty, put: records } = await changed
    gone.push(...went)
    const paths = new Map(drafts.map(({ document }) => [document.id, document.path]))
    for (const id of empty) {
      summary.skipped.push({ path: paths.get(id) ?? '', reason: 'no text', kind: 'failed' })
    }
    for (const record of records) {
      put.push(record.id)
      summary.passages += record.passages
      if (full.newPaths.has(record.path)) summary.added += 1
      else summary.changed += 1
    }
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
