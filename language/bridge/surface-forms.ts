/** How terms are written in texts, so that what is learned about them can be shown to people and edited. */
import { analyze } from '../analyzer.ts'

/** Counts spellings of terms. */
export type SurfaceForms = {
  /** @param id of the term, counted from 0 */
  add: (id: number, word: string) => void
  /**
   * The most frequent spelling that analysis leads back to `term`: in lower case, unless the word mostly has a
   * capital.
   */
  wordOf: (id: number, term: string) => string | undefined
}

/** Spellings of the terms of a language (ISO 639-1). */
export function createSurfaceForms(lang: string): SurfaceForms {
  const byTerm: Map<string, number>[] = []
  return {
    add: (id, word) => {
      const counts = byTerm[id] ?? new Map<string, number>()
      byTerm[id] = counts
      counts.set(word, (counts.get(word) ?? 0) + 1)
    },
    wordOf: (id, term) => {
      const isWritten = (word: string): boolean => {
        const found = analyze(word, lang)
        return found.length === 1 && found[0]?.term === term
      }
      return candidates(byTerm[id] ?? new Map()).find(isWritten)
    },
  }
}

/** Spellings in the order in which they are worth trying. */
function candidates(counts: ReadonlyMap<string, number>): string[] {
  const words = new Map<string, { total: number; spellings: [string, number][] }>()
  for (const [spelling, count] of counts) {
    const lower = spelling.toLowerCase()
    const word = words.get(lower) ?? { total: 0, spellings: [] }
    words.set(lower, word)
    word.total += count
    word.spellings.push([spelling, count])
  }
  return [...words]
    .sort(([a, { total: ofA }], [b, { total: ofB }]) => ofB - ofA || compare(a, b))
    .flatMap(([lower, { total, spellings }]) => {
      const capitals = spellings
        .filter(([spelling]) => spelling !== lower)
        .sort(([a, ofA], [b, ofB]) => ofB - ofA || compare(a, b))
      const capitalized = capitals.reduce((sum, [, count]) => sum + count, 0)
      const asWritten = capitals.map(([spelling]) => spelling)
      return capitalized * 2 > total ? [...asWritten, lower] : [lower, ...asWritten]
    })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
