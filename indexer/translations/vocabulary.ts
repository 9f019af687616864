/** The terms that a bridge can translate, as small numbers: what signatures of documents are made of. */
import type { Bridge } from '../../language/bridge/bridge.ts'
import { knownWords } from '../../language/bridge/known-words.ts'

/** Numbers for the terms of all languages. */
export type Vocabulary = {
  /** The numbers of the terms of a language, the same each time; `undefined` for terms without translations. */
  idsOf: (lang: string) => (term: string) => number | undefined
  /** The numbers of the terms of `lang` that a term may be translated by. */
  translationsInto: (lang: string) => (id: number) => readonly number[]
}

/** Numbers the terms that `bridge` knows, as they come up: they are as many as the lexicons have, not the documents. */
export function createVocabulary(bridge: Bridge): Vocabulary {
  const terms: { lang: string; term: string }[] = []
  const idsByLanguage = new Map<string, Map<string, number>>()
  const translations = new Map<string, (readonly number[])[]>()

  const numbersOf = (lang: string): Map<string, number> => {
    const ids = idsByLanguage.get(lang) ?? new Map<string, number>()
    idsByLanguage.set(lang, ids)
    return ids
  }
  const add = (ids: Map<string, number>, lang: string, term: string): number => {
    ids.set(term, terms.length)
    return terms.push({ lang, term }) - 1
  }
  return {
    idsOf: (lang) => {
      const ids = numbersOf(lang)
      return (term) => ids.get(term) ?? (bridge.knows(lang, term) ? add(ids, lang, term) : undefined)
    },
    translationsInto: (lang) => {
      const ids = numbersOf(lang)
      const found = translations.get(lang) ?? []
      translations.set(lang, found)
      const lookUp = (id: number): number[] => {
        const { lang: from, term } = terms[id] ?? { lang, term: '' }
        return [...knownWords(bridge, from, lang)(term).keys()].map(
          (word) => ids.get(word) ?? add(ids, lang, word),
        )
      }
      return (id) => {
        found[id] ??= lookUp(id)
        return found[id]
      }
    },
  }
}
