/** The translations that authors name in the front matter of their documents: names → documents. Pure. */
import { posix } from 'node:path'
import { documentId } from '../record.ts'
import type { Link } from './join.ts'

/** A document that names others. */
export type Naming = { place: number; path: string; names: readonly string[] }

/** Something to tell about a document. */
export type Remark = { path: string; remark: string }

/** All documents, to be found by the names that authors use. Documents have places, from 0, in the order of adding. */
export type Directory = {
  /** Returns the place of the document. */
  add: (document: { id: string; paths: readonly { path: string }[] }) => number
  /** Places of the documents with this path, with this id in their front matter, or with this id in the API. */
  find: (name: string) => number[]
  idOf: (place: number) => string
}

/** An empty directory. */
export function createDirectory(): Directory {
  const ids: string[] = []
  const byId = new Map<string, number>()
  // Most ids are made of the path and found without this.
  const byPath = new Map<string, number[]>()
  return {
    add: ({ id, paths }) => {
      const place = ids.push(id) - 1
      byId.set(id, place)
      for (const usual of new Set(paths.map(({ path }) => documentId(path)))) {
        if (id !== usual) byPath.set(usual, [...(byPath.get(usual) ?? []), place])
      }
      return place
    },
    find: (name) => {
      const [asGiven, asPath] = [documentId(name), documentId(posix.join('/', name).slice(1))]
      const found = [name, asGiven, asPath].flatMap((id) => byId.get(id) ?? [])
      return [...new Set([...found, ...(byPath.get(asPath) ?? [])])]
    },
    idOf: (place) => ids[place] ?? '',
  }
}

/** Finds the named documents. A name that no document has, or more than one, is passed over with a remark. */
export function resolveNamed(
  namings: readonly Naming[],
  directory: Directory,
): { links: Link[]; remarks: Remark[] } {
  const links: Link[] = []
  const remarks: Remark[] = []
  for (const { place, path, names } of namings) {
    for (const name of names) {
      const [other, ...more] = directory.find(name)
      if (other !== undefined && other !== place && more.length === 0) {
        links.push([place, other])
        continue
      }
      const why =
        other === undefined
          ? 'no indexed document has this path or id'
          : more.length > 0
            ? `${more.length + 1} documents have this path or id`
            : 'it is the document itself'
      remarks.push({ path, remark: `front matter translation "${name}" ignored: ${why}` })
    }
  }
  return { links, remarks }
}
