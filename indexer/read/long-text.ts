/**
 * Where to cut text that is too long to be handled in one piece.
 */
import { endsSentence } from '../../language/sentences.ts'

/** No paragraph is longer, in UTF-16 code units: what is held in memory has a bound, whatever the file. */
export const MAX_PARAGRAPH_LENGTH = 32 * 1024

/**
 * Cuts a text into pieces of at most `MAX_PARAGRAPH_LENGTH`, each after the end of a sentence in its second
 * half, or else after white space, or else anywhere but inside a character. Joined, the pieces are the text.
 */
export function cutLongText(text: string): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > MAX_PARAGRAPH_LENGTH) {
    const end = cutPoint(rest)
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  pieces.push(rest)
  return pieces
}

function cutPoint(text: string): number {
  const window = text.slice(0, MAX_PARAGRAPH_LENGTH)
  let white = -1
  for (let index = window.length - 1; index > 0; index -= 1) {
    if (!isWhite(window, index)) continue
    if (white === -1) white = index
    if (index < window.length / 2) break
    if (endsSentence(window.slice(Math.max(0, index - 3), index))) return index + 1
  }
  if (white !== -1) return white + 1
  // Not between the two halves of a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(window) ? window.length - 1 : window.length
}

function isWhite(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0xa0
}
