/** The text of a query → its parts: words, quoted phrases, and what is excluded. Knows no language. */

import { partsOf } from '../../../language/compounds.ts'
import { piecesOf, wordsOf } from '../../../language/words.ts'
import type { Sentence } from '../../sentence.ts'
import { withoutHabits } from './habits.ts'
import type { QueryPart } from './query-part.ts'

/** What a query consists of. */
export type ParsedQuery = {
  parts: QueryPart[]
  /** What is asked for and has letters or figures, but no word: it is too long to be one. */
  overlong: string[]
  /** Plain sentences about what means something to other search engines and not to this one. */
  warnings: Sentence[]
}

/** A mark with its own partner; else with any. What is quoted inside belongs to the phrase. */
const QUOTED = '"[^"]*"|[“”„][^“”„]*[“”]|«[^«»]*»|»[^«»]*«|["“”„«»][^"“”„«»]*["“”«»]'
/** A quotation begins behind white space, an apostrophe, a bracket, or a sign that separates. */
const OPENS = `(?<=^|[\\s'’‘ʼ´\`(\\[{:;,/=+-])(?:${QUOTED})`
/**
 * A quoted phrase, with the punctuation behind it, or a run without white space and quotations. A minus counts only
 * at the start of one, behind white space; two of them are an option of a command.
 */
const PART = new RegExp(`((?<=^|\\s)-(?!-))?(?:(${QUOTED})[\\])},;.:!?]*|((?:(?!${OPENS})\\S)+))`, 'gu')
/** The article or preposition that has lost its vowel to a quotation: *l'"economia circolare"*. */
const ELIDED = /\p{L}+['’‘ʼ´`]$/u

const LETTERS = /[\p{L}\p{N}]/u

/**
 * Takes a query apart: `semiconduttori "alte prestazioni" -chip -"Stati Uniti"`.
 *
 * Straight, curly and angle quotation marks all quote. A quotation mark without its partner means nothing. A minus
 * between words or inside one excludes nothing. AND, OR and NOT, wildcards and names of fields are no words.
 */
export function parseQuery(q: string): ParsedQuery {
  const parts: QueryPart[] = []
  for (const match of q.matchAll(PART)) {
    const [whole, minus = '', quoted, word] = match
    const start = match.index + minus.length
    const before = parts.at(-1)
    if (quoted !== undefined) {
      const touches = before?.kind === 'words' && before.start + before.text.length === match.index
      if (touches) before.text = before.text.replace(ELIDED, '')
      // The minus before *l'"acqua alta"* means the phrase.
      const isExcluded = minus !== '' || (touches && before.isExcluded)
      parts.push({ kind: 'phrase', isExcluded, text: quoted.slice(1, -1), start: start + 1 })
    } else if (word !== undefined && whole !== '-') {
      parts.push({ kind: 'words', isExcluded: minus !== '', text: word, start })
    }
  }
  const { parts: meant, warnings } = withoutHabits(parts)
  const hasWords = ({ text }: QueryPart): boolean => text === '&' || wordsOf(text).length > 0
  const overlong = meant.filter((part) => !part.isExcluded && !hasWords(part) && LETTERS.test(part.text))
  return { parts: meant.filter(hasWords), overlong: overlong.map(({ text }) => text), warnings }
}

/** The query with some of its words exchanged; phrases and exclusions stay as they are. */
export function replaceWords(q: string, replacements: ReadonlyMap<string, string>): string {
  let replaced = ''
  let at = 0
  for (const part of parseQuery(q).parts) {
    if (part.kind === 'phrase' || part.isExcluded) continue
    // A joined word is exchanged as a whole, or in its parts.
    const pieces = wordsOf(part.text)
      .flatMap(piecesOf)
      .flatMap((piece) => (replacements.has(piece.text) ? [piece] : [piece, ...partsOf(piece).words]))
    for (const piece of pieces) {
      const replacement = replacements.get(piece.text)
      if (replacement === undefined) continue
      replaced += q.slice(at, part.start + piece.start) + replacement
      at = part.start + piece.end
    }
  }
  return replaced + q.slice(at)
}
