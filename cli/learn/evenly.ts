/** Choosing some of many, evenly spread. Pure. */

/**
 * As many of `items`, in their order and evenly spread, as have a size of about `most` in all: each counts towards the
 * share that may be taken, and is taken where that reaches the next whole item's worth.
 */
export function evenly<Item>(items: readonly Item[], sizeOf: (item: Item) => number, most: number): Item[] {
  const total = items.reduce((sum, item) => sum + sizeOf(item), 0)
  if (total <= most) return [...items]
  const share = most / total
  const chosen: Item[] = []
  let allowed = 0
  for (const item of items) {
    allowed += sizeOf(item) * share
    if (allowed < sizeOf(item)) continue
    allowed -= sizeOf(item)
    chosen.push(item)
  }
  return chosen
}
