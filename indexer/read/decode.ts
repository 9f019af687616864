/**
 * Bytes → clean text, as a stream. What the encoding is has been decided before (`encoding.ts`).
 */
import { cleanCharacters } from './characters.ts'
import type { Content } from './content.ts'
import { decodeWindows1252 } from './windows-1252.ts'

/** The encodings that are read, by their WHATWG names. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * The text of a content in pieces of up to some 256 K characters: NFC, lines ending in `\n`, free of control and
 * private-use characters.
 *
 * @throws {IndexingError} `NO_PERMISSION` or `UNREADABLE`
 */
export async function* decodeText(content: Content, encoding: Encoding): AsyncGenerator<string> {
  let held = ''
  for await (const decoded of decodeBytes(content.pieces(), encoding)) {
    const text = held + decoded
    const end = safeEnd(text)
    held = text.slice(end)
    if (end > 0) yield cleanCharacters(text.slice(0, end))
  }
  if (held !== '') yield cleanCharacters(held)
}

/** Bytes as text, a byte order mark left out, sequences that do not decode as U+FFFD. */
export async function* decodeBytes(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === 'windows-1252') {
    for await (const chunk of bytes) yield decodeWindows1252(chunk)
    return
  }
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/**
 * Where a piece of text can end so that nothing that belongs together is parted (`\r\n`, a letter and its
 * combining accents): before its last space or line end, or else before its last character that is no mark.
 */
function safeEnd(text: string): number {
  const white = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'))
  if (white > 0) return text[white - 1] === '\r' ? white - 1 : white
  const letter = text.search(/\P{M}\p{M}{0,30}$/u)
  return letter > 0 ? letter : text.length
}
