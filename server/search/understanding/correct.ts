/** Repairs words of a query that neither the corpus nor a lexicon knows. A known word is never touched. */

import { termOf } from '../../../language/analyzer.ts'
import { partsOf } from '../../../language/compounds.ts'
import { foldWord } from '../../../language/fold.ts'
import type { Steps } from '../../../language/slices.ts'
import { isRepairable, repair } from '../../../language/spelling.ts'
import { createVocabulary, type Vocabulary, type VocabularyWord } from '../../../language/vocabulary.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import type { QueryGroup } from './readings.ts'
import type { Query } from './understand.ts'

/** A word that was taken for another. */
export type Correction = { from: string; to: string; lang: string }

/** The words of a corpus in one language; `undefined` if it has none. */
export type Vocabularies = (lang: string) => Vocabulary | undefined

/** The vocabularies of a corpus. */
export function* createVocabularies(statistics: Statistics): Steps<Vocabularies> {
  const made = new Map<string, Vocabulary>()
  for (const lang of statistics.languages.keys()) {
    made.set(lang, yield* createVocabulary(wordsIn(lang, statistics)))
  }
  return (lang) => made.get(lang)
}

function* wordsIn(lang: string, statistics: Statistics): Generator<VocabularyWord> {
  for (const { forms, passages } of statistics.terms(lang)) {
    for (const [rank, form] of forms.entries()) yield { form, count: passages / (rank + 1) }
  }
}

/** What correcting needs to know. */
export type Speller = {
  statistics: Statistics
  vocabularies: Vocabularies
  /** Whether a lexicon has a term. */
  knows: (lang: string, term: string) => boolean
}

/** Words of one query that are repaired at most: a text with more unknown words is no query that was mistyped. */
const MAX_REPAIRED = 8

/**
 * The corrections of a query, each in the likeliest language that has one. The last word may still be being typed,
 * unless white space follows it. Of many unknown words the longest are repaired: they are the rarest, and what they
 * should be is surest.
 */
export function* correct(
  query: Query,
  q: string,
  { statistics, vocabularies, knows }: Speller,
): Steps<Correction[]> {
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
  const unknown = query.groups
    .flatMap(wordsOfGroup)
    .filter((word) => isRepairable(foldWord(word)) && !isKnown(word))
  const repaired = unknown.toSorted((a, b) => b.length - a.length).slice(0, MAX_REPAIRED)
  const corrections = new Map<string, Correction>()
  for (const from of repaired) {
    for (const lang of all) {
      const vocabulary = vocabularies(lang)
      const to = vocabulary && (yield* repair(foldWord(from), vocabulary, { isUnfinished: q.endsWith(from) }))
      if (to === undefined) continue
      corrections.set(from, { from, to, lang })
      break
    }
  }
  return unknown.flatMap((word) => corrections.get(word) ?? [])
}
