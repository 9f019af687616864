/** Names of what stands in a container → paths that are safe, and of one container no two alike. */
import { extname } from 'node:path/posix'
import { cleanCharacters, toSingleLine } from './characters.ts'

/** Longer names are cut, their extension kept: file systems allow no longer ones. */
const MAX_NAME_LENGTH = 120
const MAX_PATH_LENGTH = 1000

/** Gives out the names of one container. */
export type Names = {
  /** A name (no path) like the wanted one that was not given out before; of a second one the copy is numbered: `a-2.pdf`. */
  of: (wanted: string, fallback: string) => string
  /** The name itself; undefined if it was given out before, or is none. */
  unlessTaken: (wanted: string) => string | undefined
}

/** A giver of names; remembers a number for each. */
export function createNames(): Names {
  const taken = new Set<number>()
  // The next copy of a name, so that many of the same name are not counted again each time.
  const copies = new Map<number, number>()
  const take = (name: string): boolean => {
    const mark = numberOf(name)
    if (taken.has(mark)) return false
    taken.add(mark)
    return true
  }
  return {
    unlessTaken: (wanted) => {
      const name = safeName(wanted)
      return name !== '' && take(name) ? name : undefined
    },
    of: (wanted, fallback) => {
      const last =
        wanted
          .replace(/^[a-z]:/i, '')
          .split(/[/\\]/)
          .pop() ?? ''
      const name = safeName(last) || fallback
      const complete = extname(name) === '' && extname(fallback) !== '' ? `${name}${extname(fallback)}` : name
      const extension = extname(complete)
      const stem = complete.slice(0, complete.length - extension.length)
      if (take(complete)) return complete
      const mark = numberOf(complete)
      for (let copy = copies.get(mark) ?? 2; ; copy += 1) {
        copies.set(mark, copy + 1)
        const candidate = `${stem}-${copy}${extension}`
        if (take(candidate)) return candidate
      }
    },
  }
}

/** One part of a path, without signs that paths or terminals give a meaning; empty if nothing is left. */
function safeName(name: string): string {
  const clean = toSingleLine(cleanCharacters(name).replace(/[<>:"|?*\p{Cc}\p{Cf}]/gu, '')).replace(/^\.+/, '')
  if (clean.length <= MAX_NAME_LENGTH) return clean
  const extension = extname(clean).slice(0, 12)
  return `${clean.slice(0, MAX_NAME_LENGTH - extension.length).trim()}${extension}`
}

/**
 * The path of a member as a path that cannot leave its container: `/` between its parts, no drive, no `..`.
 *
 * @returns undefined where nothing is left of it, or it is not meant to be read: hidden, or what macOS packs along
 */
export function safePath(path: string): string | undefined {
  if (path.length > MAX_PATH_LENGTH) return undefined
  const parts = path
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  if (parts.some((part) => part.startsWith('.') || part === '__MACOSX')) return undefined
  const safe = parts.map(safeName)
  return safe.length === 0 || safe.includes('') ? undefined : safe.join('/')
}

/** FNV-1a in 53 bits: sets of a million names stay small, and two names alike by chance are one in ten thousand years. */
function numberOf(name: string): number {
  let [low, high] = [0x811c9dc5, 0x1b873593]
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (low >>> 15)
  }
  return (high >>> 0) * 0x200000 + (low >>> 11)
}
