/** The word that somebody is typing at the end of a query, and how words may be spelled whose accents are gone. */
import { isStopWord } from '../../../language/analyzer.ts'
import { foldWord } from '../../../language/fold.ts'
import { piecesOf, wordsOf } from '../../../language/words.ts'
import { parseQuery } from './parse.ts'
import type { Query } from './understand.ts'

/** A single letter says nothing. */
const MIN_LENGTH = 2

/** The last word of a query, if it is long enough and no word of grammar. */
export function unfinishedWord(q: string, query: Query): { text: string; start: number } | undefined {
  const last = lastWord(q)
  if (last === undefined || foldWord(last.text).length < MIN_LENGTH) return undefined
  return query.languages.some(({ lang }) => isStopWord(last.text, lang)) ? undefined : last
}

/** The word at the very end of a query, white space aside, that is neither quoted nor excluded. */
function lastWord(q: string): { text: string; start: number } | undefined {
  const part = parseQuery(q).parts.at(-1)
  if (part === undefined || part.kind !== 'words' || part.isExcluded) return undefined
  const piece = wordsOf(part.text).flatMap(piecesOf).at(-1)
  if (piece === undefined || part.start + piece.end !== q.trimEnd().length) return undefined
  return { text: piece.text, start: part.start + piece.start }
}

const LAST_VOWELS: Record<string, string> = { a: 'à', e: 'è', i: 'ì', o: 'ò', u: 'ù' }

/** Vocabularies have words without accents, and some have another stem without the one that they end in: *sovranità*. */
export function spellingsOf(form: string): string[] {
  const last = LAST_VOWELS[form.at(-1) ?? '']
  return last === undefined ? [form] : [form, form.slice(0, -1) + last]
}
