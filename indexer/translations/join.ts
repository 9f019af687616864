/** Links between documents → the translations of each document. Pure. */

/** Two documents that are translations of each other, by their places; which comes first says nothing. */
export type Link = readonly [place: number, other: number]

/** Documents that are translations of each other by way of others: more than the Union has languages is a mistake. */
export const MAX_GROUP = 40

/** The translations of documents, and the groups that are too large to be any. */
export type Groups = { translations: Map<number, Set<number>>; tooLarge: number[][] }

/**
 * Makes links go both ways and leads them on: if A is a translation of B and B of C, A is one of C, provided that they
 * are in different languages.
 */
export function groupTranslations(links: readonly Link[], langOf: (place: number) => string): Groups {
  const direct = new Map<number, Set<number>>()
  for (const [a, b] of links) {
    neighborsOf(a, direct).add(b)
    neighborsOf(b, direct).add(a)
  }
  const translations = new Map<number, Set<number>>()
  const tooLarge: number[][] = []
  const seen = new Set<number>()
  for (const start of direct.keys()) {
    if (seen.has(start)) continue
    const group = connected(start, direct)
    for (const place of group) seen.add(place)
    if (group.size > MAX_GROUP) {
      tooLarge.push([...group])
      continue
    }
    for (const place of group) {
      const own = direct.get(place)
      const others = [...group].filter(
        (other) => other !== place && (own?.has(other) || areDifferent(langOf(place), langOf(other))),
      )
      translations.set(place, new Set(others))
    }
  }
  return { translations, tooLarge }
}

function neighborsOf(place: number, direct: Map<number, Set<number>>): Set<number> {
  const neighbors = direct.get(place) ?? new Set<number>()
  direct.set(place, neighbors)
  return neighbors
}

function connected(start: number, direct: ReadonlyMap<number, ReadonlySet<number>>): Set<number> {
  const group = new Set([start])
  for (const place of group) for (const other of direct.get(place) ?? []) group.add(other)
  return group
}

function areDifferent(lang: string, other: string): boolean {
  return lang !== other && lang !== 'und' && other !== 'und'
}
