/** A place and all of its documents out of the index. */
import type { Engine } from '../engine/engine.ts'
import { API_PLACE, removePlace } from '../engine/places.ts'
import type { Writing } from '../engine/writing.ts'
import { repath } from './copies/repath.ts'
import type { Describing } from './describing.ts'
import { knownDocuments } from './known.ts'
import { followTranslations } from './translations/follow.ts'

/** Documents removed by one change. */
const MAX_REMOVED = 1000

/**
 * Removes all documents of a place, then the place itself. Documents that have a path in another place, too, stay there.
 *
 * @returns how many documents were removed
 */
export async function forgetPlace(
  name: string,
  {
    engine,
    writing,
    describing,
    signal,
    onRemoved,
  }: {
    engine: Engine
    writing: Writing
    describing: Describing
    signal: AbortSignal
    /** Called with how many were removed so far, of how many. */
    onRemoved?: (removed: number, of: number) => void
  },
): Promise<number> {
  return writing.write(async (writer) => {
    const whole = { name, prefix: '', absorbed: [], pathIn: ({ id }: { id: string }) => id }
    const known = [...(await knownDocuments(engine, whole, signal)).values()]
    const ids = known.filter(({ outside }) => outside.length === 0).map(({ id }) => id)
    // What other places have as well stays theirs.
    const shared = known.filter(({ outside }) => outside.length > 0)
    await repath(
      shared.map(({ id, outside }) => ({ id, paths: outside })),
      { engine, writer, describing, signal },
    )
    for (let first = 0; first < ids.length; first += MAX_REMOVED) {
      signal.throwIfAborted()
      await writer.change({ remove: ids.slice(first, first + MAX_REMOVED) })
      onRemoved?.(Math.min(ids.length, first + MAX_REMOVED), ids.length)
    }
    if (known.length > 0) await followTranslations({ engine, writer, bridge: describing.bridge, signal })
    if (name !== API_PLACE) await removePlace(engine, name)
    return ids.length
  }, signal)
}
