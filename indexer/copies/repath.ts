/** Documents whose files have other names now: the same text under other paths. Nothing is read from disk. */

import type { Changed } from '../../engine/change-request.ts'
import type { Draft } from '../../engine/drafts.ts'
import type { Engine } from '../../engine/engine.ts'
import type { DocumentRecord, FilePath } from '../../engine/schema.ts'
import { someDocuments } from '../../engine/stored-documents.ts'
import type { Writer } from '../../engine/writer.ts'
import type { Describing } from '../describing.ts'
import { draftOfStored } from '../rebuild.ts'
import { foldersOf } from '../record.ts'
import { mirrorKeys } from '../translations/mirror.ts'

/** Where to write, and with what. */
export type RepathOptions = { engine: Engine; writer: Writer; describing: Describing; signal: AbortSignal }

/** Documents of a change, each stored anew as a whole. */
const DOCUMENTS_A_CHANGE = 50

/**
 * Gives documents other paths: those given, or, with `isAdding`, those that they have and these.
 *
 * @returns the documents as they are now; those that are not there are passed over
 */
export async function repath(
  wanted: readonly { id: string; paths: FilePath[] }[],
  options: RepathOptions,
  isAdding = false,
): Promise<Changed['put']> {
  const { engine, writer, signal } = options
  const reader = { engine, indexes: writer.indexes, signal }
  const put: Changed['put'] = []
  for (let first = 0; first < wanted.length; first += DOCUMENTS_A_CHANGE) {
    signal.throwIfAborted()
    const some = wanted.slice(first, first + DOCUMENTS_A_CHANGE)
    const ids = some.map(({ id }) => id)
    const stored = new Map((await someDocuments(reader, ids)).map((document) => [document.id, document]))
    const drafts = some.flatMap(({ id, paths }): Draft[] => {
      const document = stored.get(id)
      if (document === undefined) return []
      const all = isAdding ? [...document.paths, ...paths] : paths
      return [draftOfStored(withPaths(document, all), writer, options)]
    })
    put.push(...(await writer.change({ put: drafts })).put)
  }
  return put
}

/** A document with other paths, of which the first is its own. */
function withPaths(document: DocumentRecord, paths: readonly FilePath[]): DocumentRecord {
  const [own = { place: document.place, path: document.path }] = paths
  const folder = [...new Set(paths.flatMap(({ path }) => foldersOf(path)))]
  // What it names itself stays; where it was is only a hint.
  const mirror = [...new Set([...document.mirror, ...mirrorKeys({ ...document, paths })])]
  return { ...document, ...own, paths: [...paths], folder, mirror }
}
