/** Which place a path belongs to. A place inside another one is a part of it. Pure. */
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { API_PLACE, type Place, SAMPLE_PLACE } from '../engine/places.ts'
import { IndexingError } from './errors.ts'

/** What a run is about: a place, or a part of one. */
export type Target = {
  /** Of the place. */
  name: string
  /** Absolute path of what is looked at. */
  root: string
  /** Absolute path of the place, where that is larger; null where it is nowhere on disk. */
  placeRoot?: string | null
  /** Whether the place is a file. */
  isFile: boolean
  /** What paths of files below `root` begin with in the place: empty, or `folder/`. */
  prefix: string
  /** Number of the change up to which the place is known to be in step; absent where it is not. */
  upTo?: number | undefined
  /** The one path in the place that the run is about; absent for all below `root`. */
  only?: string
  /** Names of places that lie inside and become a part of this one. */
  absorbed: string[]
  /** Whether a place is one of these. */
  covers: (place: string) => boolean
  /** The path of a document of this place, or of one that it absorbs. */
  pathIn: (document: { id: string; place: string; path: string }) => string
}

/**
 * The target of a path that somebody wants indexed, given the places there are.
 *
 * @param isFile whether the path is a file: inside a place it is the one file of it
 */
export function targetOf(path: string, places: readonly Place[], isFile: boolean): Target {
  const root = resolve(path)
  const outer = places.find((place) => place.root !== undefined && isInside(root, place.root))
  if (outer?.root !== undefined) {
    const below = relative(outer.root, root).split(sep).join('/')
    const folder = isFile ? below.split('/').slice(0, -1).join('/') : below
    return {
      name: outer.name,
      root,
      placeRoot: outer.root,
      isFile: outer.isFile === true,
      upTo: outer.upTo,
      // A file is given its own name by the walk.
      prefix: folder === '' ? '' : `${folder}/`,
      ...(isFile ? { only: outer.isFile === true ? basename(root) : below } : {}),
      absorbed: [],
      covers: () => false,
      pathIn: ({ path }) => path,
    }
  }
  const inner = places.filter((place) => place.root !== undefined && isInside(place.root, root))
  const prefixes = new Map(
    inner.map(({ name, root: inside = '', isFile }) => {
      const folder = relative(root, isFile === true ? dirname(inside) : inside)
        .split(sep)
        .join('/')
      return [name, folder === '' ? '' : `${folder}/`]
    }),
  )
  return {
    name: freeName(
      basename(root) || 'root',
      places.filter((place) => !inner.includes(place)),
    ),
    root,
    isFile,
    prefix: '',
    absorbed: inner.map(({ name }) => name),
    covers: (place) => prefixes.has(place),
    pathIn: ({ place, path }) => `${prefixes.get(place) ?? ''}${path}`,
  }
}

/**
 * The target of what came in on the standard input and was put down in a file of that name: a place that is nowhere on disk.
 *
 * @throws {IndexingError} `NAME_TAKEN` if the place of that name is kept in step with something else
 */
export function targetOfInput(file: string, places: readonly Place[]): Target {
  const name = basename(file)
  const place = places.find((place) => place.name === name)
  if (name === API_PLACE || name === SAMPLE_PLACE || place?.root !== undefined) {
    const what = place?.root === undefined ? 'has documents of another origin' : `is ${place.root}`
    throw new IndexingError(
      'NAME_TAKEN',
      `The place "${name}" ${what}. Call what comes in otherwise: --name <name>.`,
    )
  }
  return {
    name,
    root: resolve(file),
    placeRoot: null,
    isFile: true,
    upTo: place?.upTo,
    prefix: '',
    absorbed: [],
    covers: () => false,
    pathIn: ({ path }) => path,
  }
}

function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)
}

function freeName(name: string, places: readonly Place[]): string {
  const taken = new Set([API_PLACE, SAMPLE_PLACE, ...places.map((place) => place.name)])
  if (!taken.has(name)) return name
  for (let copy = 2; ; copy += 1) {
    if (!taken.has(`${name}-${copy}`)) return `${name}-${copy}`
  }
}
