/** Links between documents → the translations of each document, by way of others too. Pure. */

/** Two documents that are translations of each other, by their places; which comes first says nothing. */
export type Link = readonly [place: number, other: number]

/** Versions of one text, each linked to another of them: more than the Union has languages is a mistake. */
export const MAX_VERSIONS = 40

/** The translations of documents, and the documents that too many links join for them to be versions of one text. */
export type Joined = { translations: Map<number, Set<number>>; tooMany: number[][] }

/**
 * Makes links go both ways and leads them on: if A is a translation of B and B of C, A is one of C, provided that they
 * are in different languages.
 */
export function joinTranslations(links: readonly Link[], langOf: (place: number) => string): Joined {
  const direct = new Map<number, Set<number>>()
  for (const [a, b] of links) {
    neighborsOf(a, direct).add(b)
    neighborsOf(b, direct).add(a)
  }
  const translations = new Map<number, Set<number>>()
  const tooMany: number[][] = []
  const seen = new Set<number>()
  for (const start of direct.keys()) {
    if (seen.has(start)) continue
    const versions = connected(start, direct)
    for (const place of versions) seen.add(place)
    if (versions.size > MAX_VERSIONS) {
      tooMany.push([...versions])
      continue
    }
    for (const place of versions) {
      const own = direct.get(place)
      const others = [...versions].filter(
        (other) => other !== place && (own?.has(other) || areDifferent(langOf(place), langOf(other))),
      )
      translations.set(place, new Set(others))
    }
  }
  return { translations, tooMany }
}

function neighborsOf(place: number, direct: Map<number, Set<number>>): Set<number> {
  const neighbors = direct.get(place) ?? new Set<number>()
  direct.set(place, neighbors)
  return neighbors
}

function connected(start: number, direct: ReadonlyMap<number, ReadonlySet<number>>): Set<number> {
  const versions = new Set([start])
  for (const place of versions) for (const other of direct.get(place) ?? []) versions.add(other)
  return versions
}

function areDifferent(lang: string, other: string): boolean {
  return lang !== other && lang !== 'und' && other !== 'und'
}
