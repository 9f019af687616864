/** The sides of entries: words of one language with their terms. The same words come in many entries. */
import { termsOfUnit } from '../analyzer.ts'
import { createLargeMap } from '../large-map.ts'

/** One side of an entry. */
export type Side = { lang: string; word: string; terms: readonly string[] }

/** Gives the side of an entry by its text; nothing if the text has no terms. */
export function sidesIn(lang: string): (word: string) => Side | undefined {
  const sides = createLargeMap<Side>()
  return (word) => {
    const known = sides.get(word) ?? { lang, word, terms: termsOfUnit(word, lang) }
    sides.set(word, known)
    return known.terms.length === 0 ? undefined : known
  }
}

/** Whether two runs of terms are the same. */
export function areSame(terms: readonly string[], others: readonly string[]): boolean {
  return terms.length === others.length && terms.every((term, index) => term === others[index])
}
