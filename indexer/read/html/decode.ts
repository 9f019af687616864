/**
 * Bytes of an HTML document → its text. The encoding is that of the byte order mark, else the one that the page names,
 * unless the bytes prove it wrong, else the one that its bytes look like.
 */
import { isUtf8 } from 'node:buffer'
import { cleanCharacters } from '../characters.ts'
import { type Content, contentOfBytes } from '../content.ts'
import { decodeBytes } from '../decode.ts'
import { detectEncoding } from '../encoding.ts'

/** Where a page has to name its encoding (HTML Living Standard, 4.2.5.4), with room for those who do it late. */
const NAMED_WITHIN_BYTES = 4096

/** The text of a page, cleaned, and what was odd about its encoding. */
export type DecodedHtml = { html: string; warnings: string[] }

/** @throws {IndexingError} `EMPTY_FILE`, `BINARY_FILE` or `UNKNOWN_ENCODING`, and what reading a file throws */
export async function decodeHtml(content: Content): Promise<DecodedHtml> {
  const bytes = await content.whole()
  const label = hasMark(bytes) ? null : namedEncoding(bytes)
  // A page that is valid UTF-8 beyond ASCII is UTF-8, whatever an old head says.
  if (label !== null && !(isUtf8(bytes) && bytes.some((byte) => byte >= 0x80))) {
    const decoder = decoderOf(label)
    if (decoder !== null && decoder.encoding !== 'utf-8' && !(isWestern(decoder) && hasUtf8(bytes)))
      return { html: cleanCharacters(decoder.decode(bytes)), warnings: [] }
  }
  const whole = contentOfBytes(content.path, bytes)
  const encoding = await detectEncoding(whole)
  let html = ''
  for await (const piece of decodeBytes(whole.pieces(), encoding)) html += piece
  const warnings = isWrong(label, encoding)
    ? [`the page calls itself ${label} and is ${encoding}: read as that`]
    : []
  return { html: cleanCharacters(html), warnings }
}

function isWestern({ encoding }: InstanceType<typeof TextDecoder>): boolean {
  return encoding === 'windows-1252'
}

/** Whether some of it is UTF-8, as in pages that were put together from several sources. */
function hasUtf8(bytes: Buffer): boolean {
  return /[\xC2-\xF4][\x80-\xBF]/.test(bytes.toString('latin1'))
}

function hasMark(bytes: Buffer): boolean {
  return /^(?:efbbbf|fffe|feff)/.test(bytes.subarray(0, 3).toString('hex'))
}

function namedEncoding(bytes: Buffer): string | null {
  const opening = bytes
    .subarray(0, NAMED_WITHIN_BYTES)
    .toString('latin1')
    .replace(/<!--[\s\S]*?-->/g, '')
  const declared = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(opening)?.[1]
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(opening)?.[1]
  return (meta ?? declared)?.toLowerCase() ?? null
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    // A page that can be read as ASCII far enough to be asked is no UTF-16.
    return /^utf-?16/.test(label) ? null : new TextDecoder(label)
  } catch {
    // A name that no browser knows says nothing: the bytes decide.
    return null
  }
}

/** Pages that say nothing wrong: ASCII may be called anything, and Latin 1 means Windows-1252 on the web. */
function isWrong(label: string | null, encoding: string): boolean {
  if (label === null) return false
  return decoderOf(label)?.encoding === 'utf-8' && encoding !== 'utf-8'
}
