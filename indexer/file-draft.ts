/** A file of a place → its draft, with an id that no other file has. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft } from '../engine/drafts.ts'
import type { FoundFile } from './document.ts'
import { type Describing, draftOf, materialized } from './draft.ts'
import type { KnownDocument } from './known.ts'
import type { Target } from './places.ts'
import { contentOfFile } from './read/content.ts'
import { openDocument } from './read/read.ts'
import { documentId } from './record.ts'

/** Larger files are read while they are stored, so that they never stand in memory. */
const MAX_EAGER_BYTES = 2 * 1024 * 1024

/** A file with what is known of it. */
export type PlaceFile = {
  file: FoundFile
  /** In the place. */
  path: string
  contentHash: string
  /** What the index has at this path. */
  known: KnownDocument | undefined
  /** Name of the place. */
  place: string
  /** Called with a plain sentence about what is odd. */
  warn: (warning: string) => void
}

/** Which file an id belongs to. */
export type Owners = {
  /** The path of another file that has an id, and still exists. */
  other: (id: string, path: string) => string | undefined
  /** Notes that a file has an id. */
  take: (id: string, path: string) => void
  /** Whether a file of this run has an id. */
  isPut: (id: string) => boolean
}

/** The owners of ids at the start of a run. */
export function ownersOf(before: ReadonlyMap<string, KnownDocument>, target: Target): Owners {
  const paths = new Map<string, string>()
  const earlier = new Map([...before.values()].map(({ id, path }) => [id, path]))
  const exists = (path: string): boolean => existsSync(join(target.root, path.slice(target.prefix.length)))
  return {
    other: (id, path) => {
      const owner = paths.get(id) ?? earlier.get(id)
      if (owner === undefined || owner === path) return undefined
      return paths.has(id) || exists(owner) ? owner : undefined
    },
    take: (id, path) => {
      paths.set(id, path)
    },
    isPut: (id) => paths.has(id),
  }
}

/**
 * Opens a file and makes its draft; a large one is read further when it is stored.
 *
 * @throws {IndexingError} with a reason fit for a report if it cannot be read
 */
export async function openFile(
  { file, path, contentHash, known, place, warn }: PlaceFile,
  owners: Owners,
  describing: Describing,
): Promise<Draft> {
  const { format, read } = await openDocument(contentOfFile(file))
  const wanted = known?.id ?? documentId(read.metadata.id ?? path)
  const owner = owners.other(wanted, path)
  if (owner !== undefined && read.metadata.id !== undefined) {
    warn(`front matter id ignored: ${owner} has it, too`)
  }
  const id = owner === undefined ? wanted : documentId(`${place}\n${path}`)
  const draft = await draftOf({ id, place, path, contentHash, format, read, warn }, describing)
  const made = file.sizeBytes > MAX_EAGER_BYTES ? draft : await materialized(draft)
  owners.take(id, path)
  return made
}
