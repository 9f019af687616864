/**
 * Which characters of a text are kept. Everything that is indexed passes through here, after decoding and
 * again wherever entities or escapes may have brought characters back.
 */
import { withPlainCharacters } from '../../language/characters.ts'

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** Control characters and private use. */
const UNWANTED = /(?![\n\t])\p{Cc}|\p{Co}/gu

/**
 * The text in Unicode NFC, with `\n` as its only line end and without characters that mean nothing to a
 * reader.
 */
export function cleanCharacters(text: string): string {
  return withPlainCharacters(text.replace(LINE_ENDS, '\n').replace(UNWANTED, '')).normalize('NFC')
}

/** Not the space that keeps the figures of a number together: 2 500 000. */
const SPACES = /(?!(?<=\d)[\u00A0\u2009\u202F]\d{3})\s+/g

/** The text on one line: white space in a row is one space, none at the ends; spaces inside numbers stay. */
export function toSingleLine(text: string): string {
  return text.replace(SPACES, ' ').trim()
}
