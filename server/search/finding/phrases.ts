/**
 * Quoted phrases → the documents that have them, word by word.
 *
 * The engine finds passages that have all words of the phrase; whether they stand in order is read in their text.
 */

import { passagesMatching, type ShownPassage } from '../../../engine/fetch.ts'
import { and, or, passageHas } from '../../../engine/filters.ts'
import type { IndexReader } from '../../../engine/search.ts'
import { hasSequence, sequenceOf } from '../../../ranking/encoded-terms.ts'
import type { Group } from '../../../ranking/groups.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import { type Phrase, type PhraseWords, phraseWords } from '../understanding/understand.ts'

/**
 * A phrase with the documents that have it; `undefined` if too many passages have its words to read them all.
 * `unreadPassages`: of a phrase of words of grammar alone, how many passages may have it that were not read.
 */
export type ResolvedPhrase = { phrase: Phrase; documents: string[] | undefined; unreadPassages: number }

/** Passages read for one phrase. */
const MAX_READ = 1000
/** The same where no word of it is indexed, so that any passage may have it. */
const MAX_SCANNED = 3000

/**
 * Finds the documents of each phrase.
 *
 * @param near words that are asked for besides: where not all passages can be read, those that have one come first
 */
export async function resolvePhrases(
  phrases: readonly Phrase[],
  statistics: Statistics,
  reader: IndexReader,
  near: readonly Group[] = [],
): Promise<ResolvedPhrase[]> {
  return Promise.all(
    phrases.map(async (phrase) => {
      if (phrase.groups.length === 0) return scanFor(phrase, statistics, reader, near)
      const words = phrase.groups.map((group) => passageHas(group, statistics))
      const { passages, total } = await passagesMatching(reader, and(words), MAX_READ)
      const documents = total > MAX_READ ? undefined : documentsWith(passages, phrase)
      return { phrase, documents, unreadPassages: 0 }
    }),
  )
}

/** Words of grammar are not indexed: passages are read until there are too many. */
async function scanFor(
  phrase: Phrase,
  statistics: Statistics,
  reader: IndexReader,
  near: readonly Group[],
): Promise<ResolvedPhrase> {
  const possible = mayHave(phrase, statistics)
  const read = await passagesMatching(reader, possible, MAX_SCANNED)
  const unreadPassages = Math.max(0, read.total - MAX_SCANNED)
  const others = near.map((group) => passageHas(group, statistics))
  const nearby =
    unreadPassages > 0 && others.length > 0
      ? (await passagesMatching(reader, and([possible, or(others)]), MAX_READ)).passages
      : []
  return { phrase, documents: documentsWith([...read.passages, ...nearby], phrase), unreadPassages }
}

/** True for passages that have what some language has indexed of a phrase: for all, if one has nothing of it. */
function mayHave({ terms }: Phrase, statistics: Statistics): string {
  return or(
    [...terms].map(([lang, ofLanguage]) =>
      and(
        ofLanguage.map((term) =>
          passageHas({ alternatives: [{ lang, terms: [term], weight: 1 }] }, statistics),
        ),
      ),
    ),
  )
}

function documentsWith(passages: readonly ShownPassage[], { words }: Phrase): string[] {
  const having = passages.filter((passage) => hasPhrase(passage, words))
  return [...new Set(having.map(({ document }) => document))]
}

/** Whether title, a heading or the text has the words one after another, case and accents aside. */
function hasPhrase(
  { title, heading, text }: Pick<ShownPassage, 'title' | 'heading' | 'text'>,
  { wholes, parts }: PhraseWords,
): boolean {
  return [title, ...heading, text].some((field) => {
    const words = phraseWords(field)
    return hasRun(words.wholes, wholes) || hasRun(words.parts, parts)
  })
}

function hasRun(words: readonly string[], wanted: readonly string[]): boolean {
  // Spaces around make whole words meet whole words.
  return ` ${words.join(' ')} `.includes(` ${wanted.join(' ')} `)
}

/** Whether the terms of a phrase stand one after another among encoded terms: as near as one can see without text. */
export function hasTermsInOrder(encoded: string, lang: string, { groups }: Phrase): boolean {
  const words = groups.map(({ alternatives }) => alternatives.filter((one) => one.lang === lang))
  if (words.some((own) => own.length === 0)) return false
  // A joined word stands before its parts, if it is written as one; else there are only the one or the others.
  const spellings = [
    words.map((own) => own.flatMap(({ terms }) => terms)),
    words.map((own) => own[0]?.terms ?? []),
    words.map((own) => own.at(-1)?.terms ?? []),
  ]
  return spellings.some((terms) => hasSequence(encoded, sequenceOf(terms.flat())))
}
