/** How terms are written in texts, so that what is learned about them can be shown to people and edited. */
import { analyzeWhole } from '../analyzer.ts'

/** Counts spellings of terms. */
export type SurfaceForms = {
  /**
   * @param id of the term, counted from 0
   * @param opens whether the word is the first of its sentence, where a capital says nothing
   */
  add: (id: number, word: string, opens: boolean) => void
  /**
   * The most frequent word that analysis leads back to `term`: in lower case, unless it mostly has a capital.
   */
  wordOf: (id: number, term: string) => string | undefined
}

/** A word with its spellings. */
type Word = { count: number; spellings: Map<string, number> }

/** Spellings of the terms of a language (ISO 639-1). */
export function createSurfaceForms(lang: string): SurfaceForms {
  const byTerm: Map<string, Word>[] = []
  return {
    add: (id, word, opens) => {
      const words = byTerm[id] ?? new Map<string, Word>()
      byTerm[id] = words
      const lower = word.toLowerCase()
      const known = words.get(lower) ?? { count: 0, spellings: new Map() }
      words.set(lower, known)
      known.count += 1
      // The capitals of an acronym do say something.
      if (opens && /^\p{Lu}[^\p{Lu}]+$/u.test(word)) return
      known.spellings.set(word, (known.spellings.get(word) ?? 0) + 1)
    },
    wordOf: (id, term) => {
      const isWritten = (word: string): boolean => {
        const found = analyzeWhole(word, lang)
        return found.length === 1 && found[0]?.term === term
      }
      return [...(byTerm[id] ?? [])]
        .sort(([a, { count: ofA }], [b, { count: ofB }]) => ofB - ofA || compare(a, b))
        .flatMap(([lower, { spellings }]) => inOrder(lower, spellings))
        .find(isWritten)
    },
  }
}

/** Spellings in the order in which they are worth trying. */
function inOrder(lower: string, spellings: ReadonlyMap<string, number>): string[] {
  const capitals = [...spellings]
    .filter(([spelling]) => spelling !== lower)
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || compare(a, b))
  const capitalized = capitals.reduce((sum, [, count]) => sum + count, 0)
  const asWritten = capitals.map(([spelling]) => spelling)
  return capitalized > (spellings.get(lower) ?? 0) ? [...asWritten, lower] : [lower, ...asWritten]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
