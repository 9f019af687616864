/** Pairs of translations that stay as they are where only some documents have come, changed or gone. Pure. */
import type { DocumentRecord } from '../../engine/schema.ts'
import type { Link } from './join.ts'

/** What stays, and what is looked for. Documents by their places. */
export type Kept = {
  links: Link[]
  /** Those that have come or changed, and those of which a translation has. */
  open: ReadonlySet<number>
}

/**
 * Tells them apart.
 *
 * @param documents all of them, in the order of their places
 * @param touched ids of those that have come, changed or gone
 */
export function keptPairs(
  documents: readonly Pick<DocumentRecord, 'id' | 'translations'>[],
  touched: ReadonlySet<string>,
): Kept {
  const places = new Map(documents.map(({ id }, place) => [id, place]))
  const links: Link[] = []
  const open = new Set<number>()
  for (const [place, { id, translations }] of documents.entries()) {
    if (touched.has(id)) {
      open.add(place)
      continue
    }
    for (const other of translations) {
      const there = places.get(other)
      // A run that was cut off may have told only one of them.
      const isKept =
        there !== undefined && !touched.has(other) && documents[there]?.translations.includes(id) === true
      if (!isKept) open.add(place)
      else if (place < there) links.push([place, there])
    }
  }
  return { links, open }
}
