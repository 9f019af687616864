/** Which paths of documents that have several still have their content: seen before a run changes anything. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dirname } from 'node:path/posix'
import { hashOfFile } from '../content-hash.ts'
import { IndexingError, toIndexingError } from '../errors.ts'
import type { KnownDocument } from '../known.ts'
import type { Target } from '../places.ts'

/**
 * Looks at the files of documents with several paths.
 *
 * @param touched absolute paths of the only files that may have changed; default: any may
 * @returns whether the file at a path is still there, and of a document with several paths, has
 *   its content, as far as that is seen without looking into containers
 */
export async function stayingPaths(
  before: ReadonlyMap<string, KnownDocument>,
  { root, prefix }: Pick<Target, 'root' | 'prefix'>,
  touched?: ReadonlySet<string>,
): Promise<(path: string) => boolean> {
  const absolute = (path: string): string => join(root, path.slice(prefix.length))
  const changed = new Set<string>()
  const exists = (path: string): boolean => {
    // Of what stands in a container, the container must be there.
    for (let file = path.slice(prefix.length); file !== '.' && file !== '/'; file = dirname(file)) {
      if (existsSync(join(root, file))) return true
    }
    return false
  }
  for (const [path, { paths, contentHash }] of before) {
    const file = absolute(path)
    if (paths.length === 1 || touched?.has(file) === false) continue
    const hash = await hashOfFile(file).catch(toIndexingError)
    // What cannot be read keeps its last good version.
    const isOther = hash instanceof IndexingError ? !exists(path) : hash !== contentHash
    if (isOther) changed.add(path)
  }
  return (path) => !changed.has(path) && exists(path)
}
