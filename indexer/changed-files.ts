/** The files of a place that are to be read: those that are new, or whose content is not what the index knows. */
import { ahead } from './ahead.ts'
import { hashOfFile } from './content-hash.ts'
import type { FoundFile, Skipped } from './document.ts'
import type { Source } from './drafting/source.ts'
import { toIndexingError } from './errors.ts'
import type { KnownDocument } from './known.ts'
import type { PlaceOptions } from './place.ts'
import type { Target } from './places.ts'
import { walkFiles } from './read/walk.ts'

/** What else is seen on the way. */
export type FilesSeen = {
  /** Called with each file, by its path in the place. */
  onFile: (path: string, file: FoundFile) => void
  /** Called for a file that is a document which has not changed. */
  onUnchanged: (path: string, known: KnownDocument) => void
  onSkipped: (skipped: Skipped) => void
}

/** Files that are hashed at the same time: most of the time goes into waiting for the file system. */
const HASHED_AHEAD = 16

/** Walks the files below a target, compares them with what is known, and gives those that are to be read. */
export async function* changedFiles(
  target: Target,
  before: ReadonlyMap<string, KnownDocument>,
  options: PlaceOptions,
  { onFile, onUnchanged, onSkipped }: FilesSeen,
): AsyncGenerator<Source> {
  const { signal, isForced = false, isDryRun = false, reading } = options
  const paths = [...before.keys()].sort()
  const pathOf = ({ path }: { path: string }): string => `${target.prefix}${path}`
  const hash = async (found: FoundFile | Skipped): Promise<string | undefined> =>
    'reason' in found ? undefined : hashIfTouched(found, before.get(pathOf(found)), options)
  for await (const { item: found, result } of ahead(
    walkFiles([target.root], options.reading),
    HASHED_AHEAD,
    hash,
  )) {
    signal.throwIfAborted()
    if ('reason' in found) {
      onSkipped(found)
      continue
    }
    const path = pathOf(found)
    const known = before.get(path)
    onFile(path, found)
    const contentHash = await result.catch((error) => {
      onSkipped({ path: found.path, reason: toIndexingError(error).message, kind: 'failed' })
      return undefined
    })
    if (contentHash === undefined) continue
    // A document with several paths has them changed at the end, without being read again.
    const isHere = known?.place === target.name || (known?.paths.length ?? 0) > 1
    if (known?.contentHash === contentHash && isHere && !isForced) {
      onUnchanged(path, known)
      continue
    }
    yield {
      path,
      place: target.name,
      content: { absolutePath: found.absolutePath, sizeBytes: found.sizeBytes },
      contentHash,
      ...(reading === undefined ? {} : { options: reading }),
      known: isForced ? new Map() : hashesBelow(path, paths, before, target.name),
      isLookedAt: isDryRun,
    }
  }
}

/** The hash of a file, read if it may have changed. */
async function hashIfTouched(
  { absolutePath, sizeBytes }: FoundFile,
  known: KnownDocument | undefined,
  { touched }: PlaceOptions,
): Promise<string> {
  // Names that are not UTF-8 are not told by what watches a folder.
  const isUntouched =
    known !== undefined && typeof absolutePath === 'string' && touched?.has(absolutePath) === false
  return isUntouched ? known.contentHash : hashOfFile(absolutePath, sizeBytes)
}

/** The hashes of what a file holds, as far as it is known; by path. */
function hashesBelow(
  path: string,
  sortedPaths: readonly string[],
  before: ReadonlyMap<string, KnownDocument>,
  place: string,
): Map<string, string> {
  const hashes = new Map<string, string>()
  const add = (document: KnownDocument | undefined): void => {
    if (document?.place === place) hashes.set(document.path, document.contentHash)
  }
  add(before.get(path))
  const prefix = `${path}/`
  for (let at = firstFrom(sortedPaths, prefix); sortedPaths[at]?.startsWith(prefix) === true; at += 1) {
    add(before.get(sortedPaths[at] as string))
  }
  return hashes
}

/** Where the first path stands that is not before `wanted`. */
function firstFrom(sortedPaths: readonly string[], wanted: string): number {
  let [low, high] = [0, sortedPaths.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sortedPaths[middle] as string) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
