/**
 * Which characters of a text are kept. Everything that is indexed passes through here, after decoding and
 * again wherever entities or escapes may have brought characters back.
 */

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/**
 * Control characters, private use, and format characters that only a screen sees: soft hyphens and zero-width
 * spaces split words for search, marks of direction can make a text read otherwise than it is.
 */
const UNWANTED =
  /(?![\n\t])\p{Cc}|\p{Co}|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu

/**
 * The text in Unicode NFC, with `\n` as its only line end and without characters that mean nothing to a
 * reader.
 */
export function cleanCharacters(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(UNWANTED, '').normalize('NFC')
}

const SPACES = /\s+/g

/** The text on one line: white space in a row is one space, none at the ends. */
export function toSingleLine(text: string): string {
  return text.replace(SPACES, ' ').trim()
}
