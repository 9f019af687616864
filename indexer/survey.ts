/** A look at what there is to index, before reading any of it. */
import { createHash } from 'node:crypto'
import { INDEX_VERSION } from '../engine/schema.ts'
import type { Topic } from './describe/wordings.ts'
import { walkFiles } from './read/walk.ts'

/** What there is to index. */
export type Survey = {
  files: number
  bytes: number
  /**
   * Stands for the files (names, sizes, times of change), the topics and the version of this program: an index with
   * the same fingerprint is up to date.
   */
  fingerprint: string
}

/**
 * Looks at everything below `roots`.
 *
 * @throws {IndexingError} `PATH_MISSING` if a root does not exist
 */
export async function survey(roots: readonly string[], topics: readonly Topic[]): Promise<Survey> {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([INDEX_VERSION, topics]))
  let files = 0
  let bytes = 0
  for await (const found of walkFiles(roots)) {
    if ('reason' in found) continue
    hash.update(`${found.path}\0${found.sizeBytes}\0${found.mtimeMs}\n`)
    files += 1
    bytes += found.sizeBytes
  }
  return { files, bytes, fingerprint: hash.digest('hex') }
}
