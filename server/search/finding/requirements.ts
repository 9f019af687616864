/** Phrases and exclusions of a query → what documents must and must not have, whatever else they match. */

import { and, documentHas, isIn, not } from '../../../engine/filters.ts'
import type { IndexReader } from '../../../engine/search.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import { ProblemError } from '../../problem.ts'
import type { Sentence } from '../../sentence.ts'
import type { Phrase, Query } from '../understanding/understand.ts'
import { type PhraseLookUp, type ResolvedPhrase, resolvePhrases } from './phrases.ts'

/** One thing that documents must or must not have. */
export type Requirement = {
  kind: 'phrase' | 'exclusion'
  /** As it stands in the query. */
  text: string
  /** On documents. */
  expression: string
}

/** What a query requires. */
export type Requirements = {
  all: Requirement[]
  /** Restricts passages where it is known which documents have the phrases. */
  passages: string
  /** Phrases that no document has: their words are looked for one by one. */
  absent: Phrase[]
  /** Phrases too frequent to have been looked up: whether a document has them is only known from its passages. */
  unread: Phrase[]
  /** Whether more documents fulfill the expressions than have or lack the phrases. */
  isBound: boolean
  /** Whether more documents may have the phrases than could be read. */
  isPartial: boolean
  warnings: Sentence[]
}

/** Different phrases, excluded ones included, of one query: each is looked up in texts, and none is ever left out. */
const MAX_PHRASES = 16

/**
 * Looks up the phrases of a query, and says what follows. Filters take no part in it.
 *
 * @param lookUp what the search has found of phrases before, and what it may still read
 * @throws {ProblemError} `invalid-parameter` if the query has too many phrases
 */
export async function requirementsOf(
  query: Query,
  statistics: Statistics,
  reader: IndexReader,
  lookUp: PhraseLookUp,
): Promise<Requirements> {
  requireFew(query)
  const near = [...query.groups, ...query.phrases.flatMap(({ groups }) => groups)]
  const wanted = await resolvePhrases(query.phrases, statistics, reader, lookUp, near)
  const excluded = await resolvePhrases(query.excludedPhrases, statistics, reader, lookUp)
  // A phrase of words of grammar alone has no words that could be looked for instead.
  const isAbsent = ({ phrase, documents }: ResolvedPhrase): boolean =>
    documents?.length === 0 && phrase.groups.length > 0
  const present = wanted.filter((one) => !isAbsent(one))
  const absent = wanted.filter(isAbsent).map(({ phrase }) => phrase)
  const unread = present.filter(isUnread).map(({ phrase }) => phrase)
  return {
    all: [
      ...present.map(({ phrase, documents }) => ({
        kind: 'phrase' as const,
        text: `"${phrase.text}"`,
        expression: documents === undefined ? and(phrase.groups.map(documentHas)) : isIn('key', documents),
      })),
      ...query.excludedGroups.map((group) => ({
        kind: 'exclusion' as const,
        text: `-${group.word}`,
        expression: not(documentHas(group)),
      })),
      ...excluded.flatMap(({ phrase, documents }) =>
        documents === undefined
          ? []
          : {
              kind: 'exclusion' as const,
              text: `-"${phrase.text}"`,
              expression: not(isIn('key', documents)),
            },
      ),
    ],
    passages: and(
      present.flatMap(({ documents }) => (documents === undefined ? [] : [isIn('document', documents)])),
    ),
    absent,
    unread,
    isBound: [...present, ...excluded].some(isUnread) || excluded.some(isPartlyRead),
    isPartial: present.some(isPartlyRead),
    warnings: [
      ...absent.map(({ text }) => ({
        en: `No document here has the phrase "${text}"; its words are looked for one by one.`,
        it: `Nessun documento qui ha la frase "${text}"; le sue parole si cercano una per una.`,
      })),
      ...present
        .filter((one) => one.documents?.length === 0 && !isPartlyRead(one))
        .map(({ phrase }) => ({
          en: `No document here has the phrase "${phrase.text}".`,
          it: `Nessun documento qui ha la frase "${phrase.text}".`,
        })),
      ...[...wanted, ...excluded].filter(isPartlyRead).map(partlyReadWarning),
      ...present.filter(({ isOverBudget }) => isOverBudget).map(overBudgetWarning),
      ...excluded.filter(isUnread).map(({ phrase }) => ({
        en: `The words of "${phrase.text}" are too frequent to exclude the phrase everywhere.`,
        it: `Le parole di "${phrase.text}" sono troppo frequenti per escludere la frase ovunque.`,
      })),
    ],
  }
}

function requireFew({ phrases, excludedPhrases }: Query): void {
  const count = phrases.length + excludedPhrases.length
  if (count <= MAX_PHRASES) return
  const detail = {
    en: `q has ${count} quoted or excluded phrases; a search takes up to ${MAX_PHRASES}. Leave some out, or their quotation marks.`,
    it: `q ha ${count} frasi tra virgolette o escluse; una ricerca ne ammette fino a ${MAX_PHRASES}. Togline qualcuna, o le sue virgolette.`,
  }
  throw new ProblemError('invalid-parameter', detail, [{ parameter: 'q', detail }])
}

function overBudgetWarning({ phrase }: ResolvedPhrase): Sentence {
  return {
    en: `With so many phrases the texts could not be searched for "${phrase.text}": documents that have its words count.`,
    it: `Con tante frasi non si è potuto cercare "${phrase.text}" nei testi: contano i documenti che ne hanno le parole.`,
  }
}

function isUnread({ documents }: ResolvedPhrase): boolean {
  return documents === undefined
}

function isPartlyRead({ unreadPassages }: ResolvedPhrase): boolean {
  return unreadPassages > 0
}

function partlyReadWarning({ phrase, unreadPassages }: ResolvedPhrase): Sentence {
  return {
    en: `"${phrase.text}" has only words of grammar, which are not indexed; ${unreadPassages} passages that may have it were not read.`,
    it: `"${phrase.text}" ha solo parole grammaticali, che non sono indicizzate; ${unreadPassages} passaggi che potrebbero averla non sono stati letti.`,
  }
}
