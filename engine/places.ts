/** Places: what an index is kept in step with. A folder or file on disk each, and the one of the API. */
import { createHash } from 'node:crypto'
import { CATALOG } from './catalog.ts'
import type { Engine } from './engine.ts'
import { EngineError } from './errors.ts'
import { enqueueDeletion, enqueueRecords, untilDone } from './load.ts'

/** The place of documents that were sent over REST. */
export const API_PLACE = 'api'
/** The place of the sample corpus. */
export const SAMPLE_PLACE = 'sample'

/** A place as stored. */
export type Place = {
  /** What it is called in filters, facets and answers; unlike any other's. */
  name: string
  /**
   * Absolute path of the folder or file; absent where documents come over REST, or came in on the standard input. Never
   * leaves the service.
   */
  root?: string
  /** Whether that is a file. Default: no. */
  isFile?: boolean
  /** Which column of its tables is what of a document, as `--map` has it. Default: told by their names. */
  map?: string
  /** Number of the last change of the index when it was brought in step: what came later came of a run that was cut off. */
  upTo?: number
  /** ISO 8601, UTC: when it was last brought in step and something had changed. */
  indexedAt: string
}

const PREFIX = 'place-'

/** All places, by name. */
export async function readPlaces(engine: Engine, signal?: AbortSignal): Promise<Place[]> {
  try {
    const places: Place[] = []
    const limit = 1000
    for (let offset = 0; ; offset += limit) {
      const page = (await engine.read(`indexes/${CATALOG}/documents/fetch`, { limit, offset }, signal)) as {
        results: (Place & { id: string })[]
      }
      for (const { id, ...place } of page.results) if (id.startsWith(PREFIX)) places.push(place)
      if (page.results.length < limit) break
    }
    return places.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if (error instanceof EngineError && error.code === 'INDEX_MISSING') return []
    throw error
  }
}

/** A place as its record in the catalog. */
export function placeRecord(place: Place): Place & { id: string } {
  return { ...place, id: idOf(place.name) }
}

/** Whether a value has the form of a place. */
export function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false
  const { name, root, isFile, map, upTo, indexedAt } = value as Record<string, unknown>
  return (
    typeof name === 'string' &&
    (root === undefined || typeof root === 'string') &&
    (isFile === undefined || typeof isFile === 'boolean') &&
    (map === undefined || typeof map === 'string') &&
    (upTo === undefined || typeof upTo === 'number') &&
    typeof indexedAt === 'string'
  )
}

/** Stores a place. */
export async function putPlace(engine: Engine, place: Place): Promise<void> {
  await untilDone(engine, await enqueueRecords(engine, CATALOG, [placeRecord(place)]))
}

/** Removes a place; its documents are another matter. */
export async function removePlace(engine: Engine, name: string): Promise<void> {
  await untilDone(engine, await enqueueDeletion(engine, CATALOG, [idOf(name)]))
}

function idOf(name: string): string {
  return `${PREFIX}${createHash('sha256').update(name).digest('hex').slice(0, 16)}`
}
