/** Text → words with offsets. The same for every language; what a word means is the analyzer's business. */
import { apart, isAbbreviation, type Word } from './compounds.ts'

/** All signs that people type for an apostrophe. */
const APOSTROPHES = "'’‘ʼ´`′＇"
const ATOM = '[\\p{L}\\p{M}\\p{N}]+'
/** Groups of three figures behind spaces that break no line, or behind any where that can only be one number. */
const SPACED_NUMBER =
  '\\d(?<![\\p{N}.,]\\d)\\d{0,2}(?:(?:[\\u00A0\\u2009\\u202F]\\d{3})+|(?: \\d{3}){2,}| 000)(?![\\p{L}\\p{N}])'
/** *R & D* */
const SPACED_CAPITALS = '\\p{Lu} & \\p{Lu}(?<![\\p{L}\\p{N}]\\p{Lu} & \\p{Lu})(?![\\p{L}\\p{N}])'
/** *.NET*, *@anna*, *#clima*: behind a space, a bracket or a quotation mark. */
const SIGNED = `[.@#](?<![^\\s(\\[{"'“«/].)\\p{L}[\\p{L}\\p{M}\\p{N}]+`
/**
 * What joins letters and figures to one word: apostrophes, hyphens, underscores, ampersands; points, but not that of
 * *art.5*; a comma between figures; a slash, but not before *l'acqua*.
 */
const JOIN = `[${APOSTROPHES}\\-‐‑_&]|\\.(?!(?<=\\p{L}\\.)\\d)|(?<=\\d),(?=\\d)|/(?!\\p{L}+[${APOSTROPHES}])`
/** *6(1)(f)*: paragraph and letter behind the number of an article. */
const NUMBERED = '\\((?<=\\d(?:\\p{L}|-?bis|-?ter)?\\(|\\)\\()(?:\\d{1,3}|\\p{L}{1,4})\\)'
/** Behind *C++*, *C#* and *7°*. */
const LAST_SIGN = '\\+\\+|#(?![\\p{L}\\p{N}])|°(?<=\\d°)'

/** A word, or several that signs join; everything else separates. */
const CHAIN = new RegExp(
  `${SPACED_NUMBER}|${SPACED_CAPITALS}|(?:${ATOM}|${SIGNED})((?:(?:${JOIN})${ATOM}|${NUMBERED})+(?:${LAST_SIGN})?|${LAST_SIGN})?`,
  'gu',
)

/** Longer runs of letters are no words (keys, encoded data): they are passed over. In UTF-16 code units. */
export const MAX_WORD_LENGTH = 64

/** The words of a text, in order: *l'acqua*, *Wi-Fi*, *S.p.A.*, *3.12* and *6(1)(f)* are one each. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(CHAIN)) {
    const chain = match[0]
    // Most words by far have no sign inside.
    if (match[1] === undefined) add(words, chain, match.index)
    else addChain(words, withPoint(chain, text.charAt(match.index + chain.length)), match.index)
  }
  return words
}

function add(words: Word[], text: string, start: number): void {
  if (text.length <= MAX_WORD_LENGTH) words.push({ text, start, end: start + text.length })
}

function addChain(words: Word[], chain: string, start: number): void {
  for (const { text, start: offset } of chainWords(chain)) add(words, text, start + offset)
}

/** Chains come again as words do: taking one apart is what costs most. */
const MAX_REMEMBERED = 20_000
const remembered = new Map<string, readonly Word[]>()

/** The words of a chain, with offsets from its start. */
function chainWords(chain: string): readonly Word[] {
  let words = remembered.get(chain)
  if (words === undefined) {
    words = hasApostrophe(chain) ? [{ text: chain, start: 0, end: chain.length }] : apart(chain, 0)
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    if (chain.length <= MAX_WORD_LENGTH) remembered.set(chain, words)
  }
  return words
}

const LAST_PIECE = new RegExp(`[^${APOSTROPHES}/\\-‐‑]*$`)

/** A chain with the point that ends an abbreviation: *S.p.A.* */
function withPoint(chain: string, next: string): string {
  return next === '.' && isAbbreviation(chain.slice(chain.search(LAST_PIECE))) ? `${chain}.` : chain
}

const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`)

/** Whether a word has an apostrophe inside. */
export function hasApostrophe(word: string): boolean {
  return APOSTROPHE.test(word)
}

/** A word cut at its apostrophes: *dell’acqua* → *dell*, *acqua*, each with its place in the text. */
export function piecesOf(word: Word): Word[] {
  if (!hasApostrophe(word.text)) return [word]
  let start = word.start
  return word.text.split(APOSTROPHE).flatMap((text) => {
    const pieces = apart(text, start)
    start += text.length + 1
    return pieces
  })
}

/** A text with all its apostrophes alike: `'`. */
export function withPlainApostrophes(text: string): string {
  return text.replace(ALL_APOSTROPHES, "'")
}

const ALL_APOSTROPHES = new RegExp(APOSTROPHE, 'g')
