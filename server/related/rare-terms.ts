/** The terms that say most about a document: frequent in it, rare elsewhere. Pure. */
import { idf } from '../../ranking/bm25.ts'
import { termLanguage } from '../../ranking/counts.ts'
import type { Statistics } from '../../ranking/statistics.ts'

/** A term of a document and how much it says about it. */
export type RareTerm = { lang: string; term: string; weight: number }

/** Lines of an encoded passage that are its own words: title, headings, text; and the acts that it names. */
const FIELDS = { title: 1, heading: 2, text: 3, references: 4 }
const NUMBER = /^[\d.,/-]+$/

/**
 * The terms of a document, those that say most first: by how many of its passages have them and by how rare they are.
 *
 * @param passages of the document, with their terms as they are stored (ranking/encoded-terms.ts)
 */
export function rareTerms(
  passages: readonly { lang: string; terms: string }[],
  statistics: Statistics,
): RareTerm[] {
  const found = new Map<string, RareTerm & { passages: number }>()
  for (const { lang, terms } of passages) {
    const filedUnder = termLanguage(lang)
    const lines = terms.split('\n')
    const own = new Set(Object.values(FIELDS).flatMap((line) => (lines[line] ?? '').trim().split(' ')))
    for (const term of own) {
      if (term === '' || NUMBER.test(term)) continue
      const key = `${filedUnder} ${term}`
      const known = found.get(key) ?? { lang: filedUnder, term, weight: 0, passages: 0 }
      known.passages += 1
      found.set(key, known)
    }
  }
  return [...found.values()]
    .map(({ lang, term, passages }) => {
      const all = statistics.languages.get(lang)?.passages ?? 0
      const having = statistics.term(lang, term)?.passages ?? 0
      return { lang, term, weight: Math.log(1 + passages) * idf(all, having) }
    })
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
}
