/** Phrases and exclusions of a query → what documents must and must not have, whatever else they match. */

import { and, documentHas, isIn, not } from '../../../engine/filters.ts'
import type { IndexReader } from '../../../engine/search.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import type { Phrase, Query } from '../understanding/understand.ts'
import { type ResolvedPhrase, resolvePhrases } from './phrases.ts'

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
  /** Phrases that some document has: they rank. */
  present: Phrase[]
  /** Phrases that no document has: their words are looked for one by one. */
  absent: Phrase[]
  /** Phrases too frequent to have been looked up: whether a document has them is only known from its passages. */
  unread: Phrase[]
  /** Whether more documents fulfill the expressions than have or lack the phrases. */
  isBound: boolean
  warnings: string[]
}

/** Looks up the phrases of a query within a scope of passages, and says what follows. */
export async function requirementsOf(
  query: Query,
  scope: string,
  statistics: Statistics,
  reader: IndexReader,
): Promise<Requirements> {
  const [wanted, excluded] = await Promise.all([
    resolvePhrases(query.phrases, scope, statistics, reader),
    resolvePhrases(query.excludedPhrases, scope, statistics, reader),
  ])
  const present = wanted.filter(({ documents }) => documents?.length !== 0)
  const absent = wanted.filter(({ documents }) => documents?.length === 0).map(({ phrase }) => phrase)
  const unread = present.filter(isUnread).map(({ phrase }) => phrase)
  return {
    all: [
      ...present.map(({ phrase, documents }) => ({
        kind: 'phrase' as const,
        text: `"${phrase.text}"`,
        expression: documents === undefined ? and(phrase.groups.map(documentHas)) : isIn('id', documents),
      })),
      ...query.excludedGroups.map((group) => ({
        kind: 'exclusion' as const,
        text: `-${group.word}`,
        expression: not(documentHas(group)),
      })),
      ...excluded.flatMap(({ phrase, documents }) =>
        documents === undefined
          ? []
          : { kind: 'exclusion' as const, text: `-"${phrase.text}"`, expression: not(isIn('id', documents)) },
      ),
    ],
    passages: and(
      present.flatMap(({ documents }) => (documents === undefined ? [] : [isIn('document', documents)])),
    ),
    present: present.map(({ phrase }) => phrase),
    absent,
    unread,
    isBound: [...present, ...excluded].some(isUnread),
    warnings: [
      ...absent.map(
        ({ text }) => `No document here has the phrase "${text}"; its words are looked for one by one.`,
      ),
      ...excluded
        .filter(isUnread)
        .map(
          ({ phrase }) => `The words of "${phrase.text}" are too frequent to exclude the phrase everywhere.`,
        ),
    ],
  }
}

function isUnread({ documents }: ResolvedPhrase): boolean {
  return documents === undefined
}
