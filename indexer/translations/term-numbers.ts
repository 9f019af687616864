/** The terms that a bridge can translate, as small numbers: what signatures of documents are made of. */
import type { Bridge } from '../../language/bridge/bridge.ts'
import { knownWords } from '../../language/bridge/known-words.ts'

/** Numbers for the terms of all languages. */
export type Vocabulary = {
  /** The number of a term, the same each time; {@link UNKNOWN_TERM} for terms without translations. */
  idOf: (lang: string, term: string) => number
  /** The numbers of the terms of `lang` that a term may be translated by. */
  translationsInto: (lang: string) => (id: number) => readonly number[]
}

/** What terms without translations have for a number. */
export const UNKNOWN_TERM = -1

/** Terms without translations are remembered too, as far as that takes some megabytes. */
const MAX_REMEMBERED = 200_000

/** Numbers the terms that `bridge` knows, as they come up: they are as many as the lexicons have, not the documents. */
export function createVocabulary(bridge: Bridge): Vocabulary {
  const terms: { lang: string; term: string }[] = []
  const idsByLanguage = new Map<string, Map<string, number>>()
  const translations = new Map<string, (readonly number[])[]>()

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
    translationsInto: (lang) => {
      const ids = idsOf(lang)
      const found = translations.get(lang) ?? []
      translations.set(lang, found)
      const numberOf = (term: string): number => {
        const id = ids.get(term) ?? UNKNOWN_TERM
        return id === UNKNOWN_TERM ? add(ids, lang, term) : id
      }
      return (id) => {
        const { lang: from, term } = terms[id] ?? { lang, term: '' }
        found[id] ??= [...knownWords(bridge, from, lang)(term).keys()].map(numberOf)
        return found[id]
      }
    },
  }
}
