/**
 * Quoted phrases → the documents that have them, word by word.
 *
 * The engine finds passages that have all words of the phrase; whether they stand in order is read in their text.
 */

import { passagesMatching, type ShownPassage } from '../../../engine/fetch.ts'
import { and, passageHas } from '../../../engine/filters.ts'
import type { IndexReader } from '../../../engine/search.ts'
import { sequenceOf } from '../../../ranking/encoded-terms.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import { type Phrase, phraseWords } from '../understanding/understand.ts'

/** A phrase with the documents that have it; `undefined` if too many passages have its words to read them all. */
export type ResolvedPhrase = { phrase: Phrase; documents: string[] | undefined }

/** Passages read for one phrase. */
const MAX_READ = 1000

/** Finds the documents of each phrase. */
export async function resolvePhrases(
  phrases: readonly Phrase[],
  statistics: Statistics,
  reader: IndexReader,
): Promise<ResolvedPhrase[]> {
  return Promise.all(
    phrases.map(async (phrase) => {
      const words = phrase.groups.map((group) => passageHas(group, statistics))
      const { passages, total } = await passagesMatching(reader, and(words), MAX_READ)
      if (total > MAX_READ) return { phrase, documents: undefined }
      const having = passages.filter((passage) => hasPhrase(passage, phrase.words))
      return { phrase, documents: [...new Set(having.map(({ document }) => document))] }
    }),
  )
}

/** Whether title, a heading or the text has the words one after another, case and accents aside. */
function hasPhrase(
  { title, heading, text }: Pick<ShownPassage, 'title' | 'heading' | 'text'>,
  words: readonly string[],
): boolean {
  // Spaces around make whole words meet whole words.
  const wanted = ` ${words.join(' ')} `
  return [title, ...heading, text].some((field) => ` ${phraseWords(field).join(' ')} `.includes(wanted))
}

/** Whether the terms of a phrase stand one after another among encoded terms: as near as one can see without text. */
export function hasTermsInOrder(encoded: string, lang: string, { groups }: Phrase): boolean {
  const terms = groups.map(({ alternatives }) => alternatives.find((one) => one.lang === lang)?.terms[0])
  return terms.every((term) => term !== undefined) && encoded.includes(` ${sequenceOf(terms)}`)
}
