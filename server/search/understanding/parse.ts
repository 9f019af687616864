/** The text of a query → its parts: words, quoted phrases, and what is excluded. Knows no language. */

import { piecesOf, wordsOf } from '../../../language/words.ts'

/** A stretch of the query, with its place in it. */
export type QueryPart = {
  kind: 'words' | 'phrase'
  /** Whether it stood behind a minus sign. */
  isExcluded: boolean
  text: string
  /** UTF-16 offset of `text` in the query. */
  start: number
}

/**
 * A quoted phrase, with the punctuation behind it, or a run without white space. A minus counts only at the start of
 * one, behind white space.
 */
const PART = /((?<=^|\s)-)?(?:["“”«»]([^"“”«»]*)["“”«»][,;.:)]*|(\S+))/gu

/**
 * Takes a query apart: `semiconduttori "alte prestazioni" -chip -"Stati Uniti"`.
 *
 * Straight, curly and angle quotation marks all quote. A quotation mark without its partner means nothing. A minus
 * between words or inside one excludes nothing.
 */
export function parseQuery(q: string): QueryPart[] {
  const parts: QueryPart[] = []
  for (const match of q.matchAll(PART)) {
    const [whole, minus = '', phrase, word] = match
    const start = match.index + minus.length
    if (phrase !== undefined) {
      if (phrase.trim() !== '')
        parts.push({ kind: 'phrase', isExcluded: minus !== '', text: phrase, start: start + 1 })
    } else if (word !== undefined && whole !== '-') {
      parts.push({ kind: 'words', isExcluded: minus !== '', text: word, start })
    }
  }
  return parts
}

/** The query with some of its words exchanged; phrases and exclusions stay as they are. */
export function replaceWords(q: string, replacements: ReadonlyMap<string, string>): string {
  let replaced = ''
  let at = 0
  for (const part of parseQuery(q)) {
    if (part.kind === 'phrase' || part.isExcluded) continue
    for (const piece of wordsOf(part.text).flatMap(piecesOf)) {
      const replacement = replacements.get(piece.text)
      if (replacement === undefined) continue
      replaced += q.slice(at, part.start + piece.start) + replacement
      at = part.start + piece.end
    }
  }
  return replaced + q.slice(at)
}
