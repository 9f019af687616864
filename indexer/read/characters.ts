/**
 * Which characters of a text are kept. Everything that is indexed passes through here, after decoding and
 * again wherever entities or escapes may have brought characters back.
 */
import { withPlainCharacters } from '../../language/characters.ts'
import { UPPER_CONTROLS } from './windows-1252.ts'

const LINE_ENDS = /\r\n?|[\v\f\u2028\u2029]/g

/** What was written in Windows-1252 and taken for Latin-1 on its way: web browsers read these the same (WHATWG). */
const MISTAKEN = /[\u0080-\u009F]/g

/** Control characters and private use. */
const UNWANTED = /(?![\n\t])\p{Cc}|\p{Co}/gu

/**
 * The text in Unicode NFC, with `\n` as its only line end and without characters that mean nothing to a
 * reader; U+0080 to U+009F are the quotation marks, dashes and letters of Windows-1252.
 */
export function cleanCharacters(text: string): string {
  const words = text.replace(LINE_ENDS, '\n').replace(MISTAKEN, meant).replace(UNWANTED, '')
  return withPlainCharacters(words).normalize('NFC')
}

function meant(control: string): string {
  return UPPER_CONTROLS.charAt(control.charCodeAt(0) - 0x80)
}

/** Not the space that keeps the figures of a number together: 2 500 000. */
const SPACES = /(?!(?<=\d)[\u00A0\u2009\u202F]\d{3})\s+/g

/** The text on one line: white space in a row is one space, none at the ends; spaces inside numbers stay. */
export function toSingleLine(text: string): string {
  return text.replace(SPACES, ' ').trim()
}
