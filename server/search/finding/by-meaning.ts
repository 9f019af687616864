/**
 * Documents found by meaning, beside those found by words. What matches is decided by words: totals, facets and filters
 * count those. What is near in meaning alone comes among the first of the list, counted apart, if it fulfills the filters
 * and has nothing that the query excludes.
 */
import { and, isIn } from '../../../engine/filters.ts'
import { idOfKey } from '../../../engine/schema.ts'
import { ask, type IndexReader, matches } from '../../../engine/search.ts'
import type { NearPassage } from '../../../engine/vectors.ts'
import { isStopWord } from '../../../language/analyzer.ts'
import { languages } from '../../../language/languages.ts'
import { wordsOf } from '../../../language/words.ts'
import { fuse } from '../../../ranking/fuse.ts'
import { isUnfinished } from '../asked.ts'
import type { SearchRequest } from '../request.ts'
import { parseQuery } from '../understanding/parse.ts'
import type { PageEntry } from './entries.ts'

/** A document with passages that are near in meaning to the query. */
export type NearDocument = {
  key: string
  /** Ids, nearest first. */
  passages: string[]
  /** Whether it matches by words, too. */
  isMatch: boolean
}

/** Documents that are taken: more would fill pages with what is ever less near. */
const MAX_DOCUMENTS = 20
/** Of the documents that were ranked by words so many are fused with them; the others come behind, as they are. */
export const FUSED = 20

/**
 * What of a request is to be embedded: its words, without what it excludes. Undefined where words alone decide: where they
 * are insisted on, quoted, or still being typed, and where nothing is ranked or pages are walked through by cursor.
 */
export function meantText(request: SearchRequest): string | undefined {
  const { sort, size, cursor, words, isExpanded, meaning } = request
  const isRanked = sort === 'relevance' && size > 0 && cursor === undefined
  if (meaning === 'off' || !isRanked || words !== 'auto' || !isExpanded || isUnfinished(request))
    return undefined
  const { parts } = parseQuery(request.q)
  const wanted = parts.filter(({ isExcluded }) => !isExcluded)
  if (wanted.some(({ kind }) => kind === 'phrase')) return undefined
  const text = wanted.map(({ text }) => text).join(' ')
  const saysSomething = wordsOf(text).some(({ text: word }) =>
    [...languages.keys()].every((code) => !isStopWord(word, code)),
  )
  return saysSomething ? text : undefined
}

/**
 * The documents of near passages that can be results, nearest first.
 *
 * @param allowed what a document must fulfill to be one: the filters, and what the query demands besides its words
 * @param expression what it must fulfill to match by words
 */
export async function nearDocuments(
  passages: readonly NearPassage[],
  { allowed, expression, reader }: { allowed: string; expression: string; reader: IndexReader },
): Promise<NearDocument[]> {
  const byKey = new Map<string, string[]>()
  for (const { id } of passages) {
    const key = idOfKey(id)
    byKey.set(key, [...(byKey.get(key) ?? []), id])
  }
  const keys = [...byKey.keys()]
  if (keys.length === 0) return []
  const isOne = isIn('key', keys)
  const { there, matching } = await ask(reader, {
    there: [matches(reader.indexes, and([isOne, allowed]), { keys: keys.length })],
    matching: [matches(reader.indexes, and([isOne, expression]), { keys: keys.length })],
  })
  const present = new Set(there[0]?.keys)
  const isMatch = new Set(matching[0]?.keys)
  return keys
    .filter((key) => present.has(key))
    .slice(0, MAX_DOCUMENTS)
    .map((key) => ({ key, passages: byKey.get(key) ?? [], isMatch: isMatch.has(key) }))
}

/**
 * The ranked list with what is near: the first of both are fused, and what else was ranked comes behind them. Which page
 * is asked for makes no difference.
 *
 * @param ranked matches by words, best first
 */
export function withNear(ranked: readonly PageEntry[], near: readonly NearDocument[]): PageEntry[] {
  const first = ranked.slice(0, FUSED)
  const byWords = new Map(ranked.map((entry) => [entry.key, entry]))
  const byMeaning = new Map(near.map((document) => [document.key, document]))
  const fused = fuse([first.map(({ key }) => key), near.map(({ key }) => key)])
  const rest = ranked.slice(FUSED).filter(({ key }) => !byMeaning.has(key))
  return [...fused.map((key) => entryOf(key, byWords.get(key), byMeaning.get(key))), ...rest]
}

function entryOf(key: string, ranked: PageEntry | undefined, near: NearDocument | undefined): PageEntry {
  if (near === undefined) return ranked ?? { key, passages: [] }
  const seen = new Map(ranked?.passages.map((passage) => [passage.candidate.id, passage]))
  const passages = fuse([[...seen.keys()], near.passages]).map(
    (id) => seen.get(id) ?? { candidate: { id }, groups: [] },
  )
  const foundBy = near.isMatch ? (['words', 'meaning'] as const) : (['meaning'] as const)
  return { ...ranked, key, passages, foundBy }
}
