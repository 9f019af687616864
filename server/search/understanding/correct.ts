/** Repairs words of a query that neither the corpus nor a lexicon knows. A known word is never touched. */

import { termOf } from '../../../language/analyzer.ts'
import { partsOf } from '../../../language/compounds.ts'
import { foldWord } from '../../../language/fold.ts'
import { createVocabulary, repair, type Vocabulary } from '../../../language/spelling.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import type { QueryGroup } from './readings.ts'
import type { Query } from './understand.ts'

/** A word that was taken for another. */
export type Correction = { from: string; to: string; lang: string }

/** The words of a corpus, language by language, made when first needed. */
export type Vocabularies = (lang: string) => Vocabulary

/** The vocabularies of a corpus. */
export function createVocabularies(statistics: Statistics): Vocabularies {
  const made = new Map<string, Vocabulary>()
  return (lang) => {
    let vocabulary = made.get(lang)
    if (vocabulary === undefined) {
      const words = [...statistics.terms(lang)].flatMap(({ forms, passages }) =>
        forms.map((form, rank) => ({ form, count: passages / (rank + 1) })),
      )
      vocabulary = createVocabulary(words)
      made.set(lang, vocabulary)
    }
    return vocabulary
  }
}

/** What correcting needs to know. */
export type Speller = {
  statistics: Statistics
  vocabularies: Vocabularies
  /** Whether a lexicon has a term. */
  knows: (lang: string, term: string) => boolean
}

/**
 * The corrections of a query, each in the likeliest language that has one. The last word may still be being typed,
 * unless white space follows it.
 */
export function correct(query: Query, q: string, { statistics, vocabularies, knows }: Speller): Correction[] {
  const likely = query.languages.map(({ lang }) => lang)
  const all = [...new Set([...likely, ...statistics.languages.keys()])]
  // A joined word that nobody has written is corrected in its parts.
  const wordsOfGroup = ({ word }: QueryGroup): string[] => {
    const { words, isSame } = partsOf({ text: word, start: 0, end: word.length })
    return isSame && !isKnown(word) ? words.map(({ text }) => text) : [word]
  }
  const isKnown = (word: string): boolean =>
    all.some((lang) => {
      const term = termOf(word, lang)
      const found = statistics.term(lang, term)
      return (
        knows(lang, term) ||
        (found !== undefined && (likely.includes(lang) || found.forms.includes(foldWord(word))))
      )
    })
  return query.groups.flatMap(wordsOfGroup).flatMap((word) => {
    if (isKnown(word)) return []
    for (const lang of all) {
      const to = repair(foldWord(word), vocabularies(lang), q.endsWith(word))
      if (to !== undefined) return [{ from: word, to, lang }]
    }
    return []
  })
}
