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
  /** Phrases too frequent to have been looked up: whether a document has them is only known from its passages. */
  unread: Phrase[]
  /** Whether more documents fulfill the expressions than have or lack the phrases. */
  isBound: boolean
  warnings: string[]
}

/** Looks up the phrases of a query, and says what follows. Filters take no part in it. */
export async function requirementsOf(
  query: Query,
  statistics: Statistics,
  reader: IndexReader,
): Promise<Requirements> {
  const [wanted, excluded] = await Promise.all([
    resolvePhrases(query.phrases, statistics, reader),
    resolvePhrases(query.excludedPhrases, statistics, reader),
  ])
  const unread = wanted.filter(isUnread).map(({ phrase }) => phrase)
  return {
    all: [
      ...wanted.map(({ phrase, documents }) => ({
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
      wanted.flatMap(({ documents }) => (documents === undefined ? [] : [isIn('document', documents)])),
    ),
    unread,
    isBound: [...wanted, ...excluded].some(isUnread),
    warnings: [
      ...wanted
        .filter(({ documents }) => documents?.length === 0)
        .map(({ phrase }) => `No document here has the phrase "${phrase.text}".`),
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
