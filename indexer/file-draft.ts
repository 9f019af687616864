/** A file of a place → its draft, with an id that no other file has. */
import type { Draft } from '../engine/drafts.ts'
import type { RunPaths } from './copies/paths.ts'
import type { FoundFile } from './document.ts'
import { type Describing, draftOf, materialized } from './draft.ts'
import type { KnownDocument } from './known.ts'
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

/**
 * Opens a file and makes its draft; a large one is read further when it is stored.
 *
 * @throws {IndexingError} with a reason fit for a report if it cannot be read
 */
export async function openFile(
  { file, path, contentHash, known, place, warn }: PlaceFile,
  paths: RunPaths,
  describing: Describing,
): Promise<Draft> {
  const { format, read } = await openDocument(contentOfFile(file))
  const wanted = known?.id ?? documentId(read.metadata.id ?? path)
  const owner = paths.holder(wanted, path)
  if (owner !== undefined && read.metadata.id !== undefined) {
    warn(`front matter id ignored: ${owner} has it, too`)
  }
  const id = owner === undefined ? wanted : freeId(place, path, (id) => paths.holder(id, path) !== undefined)
  const draft = await draftOf({ id, place, path, contentHash, format, read, warn }, describing)
  const made = file.sizeBytes > MAX_EAGER_BYTES ? draft : await materialized(draft)
  paths.put(path, id)
  return made
}

/** An id for a file whose usual id is that of another document. */
export function freeId(place: string, path: string, isTaken: (id: string) => boolean): string {
  for (let suffix = '', copy = 2; ; suffix = `\n${copy}`, copy += 1) {
    const id = documentId(`${place}\n${path}${suffix}`)
    if (!isTaken(id)) return id
  }
}
