/** Counts of facets that different documents have, added up as the engine would have counted them together. Pure. */

/** What the engine compares texts by, and what it counts as one value of a facet. */
export function folded(text: string): string {
  return text.trim().normalize('NFKD').toLowerCase()
}

/**
 * Counts of values by facet, added up, most frequent first. Values that are one to the engine are called as the first part
 * calls them.
 *
 * @param parts counts of different documents
 * @param maxValues values of a facet that are kept
 */
export function sumOfFacets(
  parts: readonly Record<string, Record<string, number>>[],
  maxValues: number,
): Record<string, Record<string, number>> {
  const facets = new Map<string, Map<string, { value: string; count: number }>>()
  for (const part of parts) {
    for (const [facet, counts] of Object.entries(part)) {
      const values = facets.get(facet) ?? new Map<string, { value: string; count: number }>()
      facets.set(facet, values)
      for (const [value, count] of Object.entries(counts)) {
        const key = folded(value)
        const known = values.get(key)
        if (known === undefined) values.set(key, { value, count })
        else known.count += count
      }
    }
  }
  return Object.fromEntries(
    [...facets].map(([facet, values]) => {
      const ordered = [...values.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      return [
        facet,
        Object.fromEntries(ordered.slice(0, maxValues).map(({ value, count }) => [value, count])),
      ]
    }),
  )
}
