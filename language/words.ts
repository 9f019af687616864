/** Text → words with offsets. The same for every language; what a word means is the analyzer's business. */

/** A word as it stands in a text. Offsets are UTF-16 code units, `end` exclusive. */
export type Word = { text: string; start: number; end: number }

/**
 * A word: letters and digits or an acronym with points (*U.E.*), with apostrophes inside (*dell'acqua*,
 * *dell'U.E.*) and the signs of *C++* and *C#*. Hyphens, slashes and other points separate.
 */
const WORD =
  /(?:(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+)(?:['’ʼ](?:(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+))*(?:\+\+|#(?![\p{L}\p{N}]))?/gu

/** Longer runs of letters are no words (keys, encoded data): they are passed over. */
const MAX_WORD_LENGTH = 64

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const word = match[0]
    if (word.length <= MAX_WORD_LENGTH)
      words.push({ text: word, start: match.index, end: match.index + word.length })
  }
  return words
}

const APOSTROPHE = /['’ʼ]/

/** Whether a word has an apostrophe inside. */
export function hasApostrophe(word: string): boolean {
  return APOSTROPHE.test(word)
}

/** A word cut at its apostrophes: *dell’acqua* → *dell*, *acqua*, each with its place in the text. */
export function piecesOf(word: Word): Word[] {
  const pieces: Word[] = []
  let start = word.start
  for (const text of word.text.split(APOSTROPHE)) {
    pieces.push({ text, start, end: start + text.length })
    start += text.length + 1
  }
  return pieces
}
