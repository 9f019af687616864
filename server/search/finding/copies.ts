/**
 * Near copies on a page: the best one is a result, and those behind it on the same page are named with it.
 *
 * Only documents that would stand on the same page are put together. Totals, facets and pages count documents: with
 * groups counted in their place, a filter that parts a group could give more than it was given, and a facet would count
 * what its value does not find.
 */
import type { CopyGroup, ShownCopy } from '../../../engine/copies.ts'
import type { FoundDocument } from './page.ts'

/** A document's near copies. */
export type Copies = {
  /** Near copies that match, too, and stand here in the place of results of their own. */
  folded: ShownCopy[]
  /** Some of the others. */
  others: ShownCopy[]
  /** How many there are, without the document itself. */
  total: number
}

/** A result with its near copies. */
export type FoundWithCopies = FoundDocument & { copies: Copies }

const MAX_SHOWN = 10

/** Folds near copies into the first of them, if that is wanted, and names some more. */
export function foldCopies(
  found: readonly FoundDocument[],
  groups: ReadonlyMap<string, CopyGroup>,
  isFolding: boolean,
): FoundWithCopies[] {
  const results: FoundWithCopies[] = []
  const firstOf = new Map<string, FoundWithCopies>()
  for (const one of found) {
    const { copyGroup } = one.document
    const first = copyGroup == null ? undefined : firstOf.get(copyGroup)
    if (isFolding && first !== undefined) {
      first.copies.folded.push(one.document)
      continue
    }
    const result = { ...one, copies: { folded: [], ...copiesOf(one.document, groups) } }
    results.push(result)
    if (copyGroup != null) firstOf.set(copyGroup, result)
  }
  for (const { copies } of results) {
    const folded = new Set(copies.folded.map(({ id }) => id))
    const left = Math.max(0, MAX_SHOWN - folded.size)
    copies.others = copies.others.filter(({ id }) => !folded.has(id)).slice(0, left)
  }
  return results
}

/** The near copies of one document. */
export function copiesOf(
  { id, copyGroup }: Pick<ShownCopy, 'id' | 'copyGroup'>,
  groups: ReadonlyMap<string, CopyGroup>,
): Omit<Copies, 'folded'> {
  const { documents, some } = groups.get(copyGroup ?? '') ?? { documents: 0, some: [] }
  const others = some.filter((other) => other.id !== id)
  return { others, total: Math.max(others.length, documents - 1, 0) }
}
