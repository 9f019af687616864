/**
 * Which documents the files of a place have the content of, as a run finds out: of files with the same content only the
 * first is a document, the others are further paths of it. At the end it is known which documents have other paths than
 * before, and which have none any more. Pure.
 */
import type { FilePath } from '../../engine/schema.ts'
import type { KnownDocument } from '../known.ts'
import type { Target } from '../places.ts'

/** The paths of a run. */
export type RunPaths = {
  /** A file has the content of a document that is there. */
  note: (path: string, id: string) => void
  /** A file is read, and will be a document with this id, unless something else is noted or put for the path later. */
  put: (path: string, id: string) => void
  /** Nothing could be made of a file: what the index has at its path stays, unless it is another file's now. */
  drop: (path: string) => void
  /** The path of a file, other than the one at `path`, that a document is of: it cannot be replaced by what is there. */
  holder: (id: string, path: string) => string | undefined
  /** Whether a file of this run has become the document with this id. */
  isPut: (id: string) => boolean
  /** The documents that have other paths now, and those that have none. */
  outcome: () => PathChanges
}

/** What is to be done about documents whose paths have changed. */
export type PathChanges = {
  /** Ids with the paths that they are to have, all of them but for `others`. */
  repath: { id: string; paths: FilePath[] }[]
  /** Ids of documents of other places, with paths that are to be added. */
  extend: { id: string; paths: FilePath[] }[]
  remove: string[]
}

/**
 * The paths at the start of a run.
 *
 * @param stays whether the file at a path is still there, and of a document with several paths, has its content
 */
export function createRunPaths(
  before: ReadonlyMap<string, KnownDocument>,
  target: Pick<Target, 'name'>,
  stays: (path: string) => boolean,
): RunPaths {
  const earlier = new Map<string, { document: KnownDocument; paths: string[] }>()
  for (const [path, document] of before) {
    const known = earlier.get(document.id)
    if (known === undefined) earlier.set(document.id, { document, paths: [path] })
    else known.paths.push(path)
  }
  const idAt = new Map<string, string>()
  const pathsOf = new Map<string, Set<string>>()
  const ownPath = new Map<string, string>()
  const assign = (path: string, id: string | undefined): void => {
    const old = idAt.get(path)
    if (old !== undefined) pathsOf.get(old)?.delete(path)
    if (old !== undefined && ownPath.get(old) === path) ownPath.delete(old)
    if (id === undefined) {
      idAt.delete(path)
      return
    }
    idAt.set(path, id)
    const paths = pathsOf.get(id) ?? new Set()
    pathsOf.set(id, paths.add(path))
  }
  const outsideOf = (id: string): FilePath[] => earlier.get(id)?.document.outside ?? []
  return {
    note: assign,
    put: (path, id) => {
      assign(path, id)
      ownPath.set(id, path)
    },
    drop: (path) => {
      const id = before.get(path)?.id
      const owner = id === undefined ? undefined : ownPath.get(id)
      assign(path, owner === undefined || owner === path ? id : undefined)
    },
    isPut: (id) => ownPath.has(id),
    holder: (id, path) => {
      for (const other of pathsOf.get(id) ?? []) if (other !== path) return other
      if (ownPath.has(id)) return undefined
      const [outside] = outsideOf(id)
      if (outside !== undefined) return outside.path
      return earlier.get(id)?.paths.find((other) => other !== path && !idAt.has(other) && stays(other))
    },
    outcome: () => {
      const changes: PathChanges = { repath: [], extend: [], remove: [] }
      for (const id of new Set([...earlier.keys(), ...pathsOf.keys()])) {
        const now = [...(pathsOf.get(id) ?? [])].map((path): FilePath => ({ place: target.name, path }))
        const known = earlier.get(id)?.document
        const own = ownPath.get(id)
        if (own !== undefined) {
          if (now.length > 1)
            changes.repath.push({ id, paths: ownFirst(now, { place: target.name, path: own }) })
        } else if (known === undefined) {
          if (now.length > 0) changes.extend.push({ id, paths: now })
        } else {
          const paths = [...known.outside, ...now]
          const [first] = known.paths
          if (paths.length === 0) changes.remove.push(id)
          else if (!areSame(paths, known.paths)) changes.repath.push({ id, paths: ownFirst(paths, first) })
        }
      }
      return changes
    },
  }
}

/** The path that a document goes by stays the first as long as it is there. */
function ownFirst(paths: readonly FilePath[], own: FilePath | undefined): FilePath[] {
  const isOwn = ({ place, path }: FilePath): boolean => place === own?.place && path === own.path
  return [...paths.filter(isOwn), ...paths.filter((one) => !isOwn(one))]
}

function areSame(paths: readonly FilePath[], others: readonly FilePath[]): boolean {
  const named = new Set(others.map(({ place, path }) => `${place}\n${path}`))
  return paths.length === others.length && paths.every(({ place, path }) => named.has(`${place}\n${path}`))
}
