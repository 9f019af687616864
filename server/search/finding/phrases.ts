/**
 * Quoted phrases → the documents that have them, word by word.
 *
 * The engine finds passages that have all words of the phrase; whether they stand in order is read in their text.
 */

import { type PassageText, passageTexts } from '../../../engine/fetch.ts'
import { and, or, passageHas } from '../../../engine/filters.ts'
import { ask, candidates, type IndexReader } from '../../../engine/search.ts'
import { inSlices, type Steps } from '../../../language/slices.ts'
import { hasSequence, sequenceOf } from '../../../ranking/encoded-terms.ts'
import type { Group } from '../../../ranking/groups.ts'
import type { Statistics } from '../../../ranking/statistics.ts'
import { type Phrase, type PhraseWords, phraseWords } from '../understanding/understand.ts'

/**
 * A phrase with the documents that have it; `undefined` if too many passages have its words to read them all.
 * `unreadPassages`: of a phrase of words of grammar alone, how many passages may have it that were not read.
 * `isOverBudget`: whether they would have been read, had the other phrases of the search left more to read.
 */
export type ResolvedPhrase = {
  phrase: Phrase
  documents: string[] | undefined
  unreadPassages: number
  isOverBudget: boolean
}

/** Passages read for one phrase. */
const MAX_READ = 1000
/** Passages read for one of whose words none is indexed, so that any passage may have it. */
const MAX_SCANNED = 3000
/** Passages read for all phrases of a search together. */
const MAX_READ_OF_ALL = 3000

/** What was found of phrases in one search, and how much more may be read for it. */
export type PhraseLookUp = { found: Map<string, Promise<Found>>; left: number }

type Found = Omit<ResolvedPhrase, 'phrase'>

/** A search begins: nothing is found yet. */
export function beginLookUp(): PhraseLookUp {
  return { found: new Map(), left: MAX_READ_OF_ALL }
}

/** A phrase, the expression on passages that may have it, and how many there are. */
type Wanted = { phrase: Phrase; key: string; expression: string; total: number }

/**
 * Finds the documents of each phrase, those first of which there is least to read.
 *
 * @param near words that are asked for besides: where not all passages can be read, those that have one come first
 */
export async function resolvePhrases(
  phrases: readonly Phrase[],
  statistics: Statistics,
  reader: IndexReader,
  lookUp: PhraseLookUp,
  near: readonly Group[] = [],
): Promise<ResolvedPhrase[]> {
  const keyed = phrases.map((phrase) => {
    const expression = mayHave(phrase, statistics)
    return { phrase, expression, key: `${phrase.words.wholes.join(' ')}\n${expression}` }
  })
  const open = keyed.filter(({ key }) => !lookUp.found.has(key))
  const { counts } = await ask(reader, {
    counts: open.map(({ expression }) => candidates(reader.indexes, expression, 0)),
  })
  const wanted = open.map((one, index): Wanted => ({ ...one, total: counts[index]?.total ?? 0 }))
  // One after another: reading costs most of all, and all of it on one thread.
  let before: Promise<unknown> = Promise.resolve()
  for (const one of wanted.sort((a, b) => limitOf(a) - limitOf(b) || a.total - b.total)) {
    if (lookUp.found.has(one.key)) continue
    const limit = Math.min(limitOf(one), lookUp.left)
    const isRead = one.total <= limitOf(one) && one.total <= limit
    const isScanned = one.phrase.groups.length === 0
    if (isRead || isScanned) lookUp.left -= Math.min(one.total, limit)
    const found = before.then(() =>
      isScanned
        ? scanFor(one, limit, statistics, reader, lookUp, near)
        : readFor(one, isRead, one.total <= MAX_READ, reader),
    )
    lookUp.found.set(one.key, found)
    before = found
  }
  return Promise.all(
    keyed.map(async ({ phrase, key }) => ({ phrase, ...((await lookUp.found.get(key)) ?? NOT_FOUND) })),
  )
}

const NOT_FOUND: Found = { documents: [], unreadPassages: 0, isOverBudget: false }

function limitOf({ phrase }: Pick<Wanted, 'phrase'>): number {
  return phrase.groups.length === 0 ? MAX_SCANNED : MAX_READ
}

async function readFor(
  { phrase, expression, total }: Wanted,
  isRead: boolean,
  isReadable: boolean,
  reader: IndexReader,
): Promise<Found> {
  if (!isRead) return { documents: undefined, unreadPassages: 0, isOverBudget: isReadable }
  const documents = await documentsWith(phrase, expression, total, reader)
  return { documents: [...documents], unreadPassages: 0, isOverBudget: false }
}

/** Words of grammar are not indexed: passages are read until there are too many. */
async function scanFor(
  { phrase, expression, total }: Wanted,
  limit: number,
  statistics: Statistics,
  reader: IndexReader,
  lookUp: PhraseLookUp,
  near: readonly Group[],
): Promise<Found> {
  const documents = await documentsWith(phrase, expression, limit, reader)
  const unreadPassages = Math.max(0, total - limit)
  const others = near.map((group) => passageHas(group, statistics))
  if (unreadPassages > 0 && others.length > 0) {
    const nearby = and([expression, or(others)])
    const limitNearby = Math.min(MAX_READ, lookUp.left)
    lookUp.left -= limitNearby
    for (const id of await documentsWith(phrase, nearby, limitNearby, reader)) documents.add(id)
  }
  return { documents: [...documents], unreadPassages, isOverBudget: false }
}

/** The documents of passages that have a phrase, of those that fulfill an expression, at most `limit`. */
async function documentsWith(
  { words }: Phrase,
  expression: string,
  limit: number,
  reader: IndexReader,
): Promise<Set<string>> {
  const documents = new Set<string>()
  for await (const passages of passageTexts(reader, expression, limit)) {
    await inSlices(addThoseWith(words, passages, documents), reader.signal)
  }
  return documents
}

function* addThoseWith(
  words: PhraseWords,
  passages: readonly PassageText[],
  documents: Set<string>,
): Steps<void> {
  for (const passage of passages) {
    yield
    if (!documents.has(passage.document) && hasPhrase(passage, words)) documents.add(passage.document)
  }
}

/**
 * True for passages that may have a phrase: that have its words, or, where they are all of grammar, what some language has
 * indexed of it. For all passages, if one has nothing of it.
 */
function mayHave({ groups, terms }: Phrase, statistics: Statistics): string {
  if (groups.length > 0) return and(groups.map((group) => passageHas(group, statistics)))
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

/** Whether title, a heading or the text has the words one after another, case and accents aside. */
function hasPhrase({ title, heading, text }: PassageText, { wholes, parts }: PhraseWords): boolean {
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
