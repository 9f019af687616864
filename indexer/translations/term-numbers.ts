/** The terms that a bridge knows, as small numbers: what signatures of documents are made of. */
import type { SingleWords } from '../../language/bridge/single-words.ts'

/** Numbers for the terms of all languages. */
export type TermNumbers = {
  /** The number of a term, the same each time; {@link UNKNOWN_TERM} for terms that the bridge does not know. */
  idOf: (lang: string, term: string) => number
  /** The numbers of the terms of `lang` that may say the same as a term. */
  equivalentsIn: (lang: string) => (id: number) => readonly number[]
}

/** What terms that the bridge does not know have for a number. */
export const UNKNOWN_TERM = -1

/** They are remembered too, as far as that takes some megabytes. */
const MAX_REMEMBERED = 200_000

/** Numbers the terms that `bridge` knows, as they come up: they are as many as the lexicons have, not the documents. */
export function createTermNumbers(bridge: SingleWords): TermNumbers {
  const terms: { lang: string; term: string }[] = []
  const idsByLanguage = new Map<string, Map<string, number>>()
  const equivalents = new Map<string, (readonly number[])[]>()

  const idsOf = (lang: string): Map<string, number> => {
    const ids = idsByLanguage.get(lang) ?? new Map<string, number>()
    idsByLanguage.set(lang, ids)
    return ids
  }
  const add = (ids: Map<string, number>, lang: string, term: string): number => {
    ids.set(term, terms.length)
    return terms.push({ lang, term }) - 1
  }
  return {
    idOf: (lang, term) => {
      const ids = idsOf(lang)
      const id = ids.get(term)
      if (id !== undefined) return id
      if (bridge.knows(lang, term)) return add(ids, lang, term)
      if (ids.size < MAX_REMEMBERED) ids.set(term, UNKNOWN_TERM)
      return UNKNOWN_TERM
    },
    equivalentsIn: (lang) => {
      const ids = idsOf(lang)
      const found = equivalents.get(lang) ?? []
      equivalents.set(lang, found)
      const numberOf = (term: string): number => {
        const id = ids.get(term) ?? UNKNOWN_TERM
        return id === UNKNOWN_TERM ? add(ids, lang, term) : id
      }
      return (id) => {
        const { lang: from, term } = terms[id] ?? { lang, term: '' }
        found[id] ??= bridge.equivalents(from, term, lang).map(numberOf)
        return found[id]
      }
    },
  }
}
