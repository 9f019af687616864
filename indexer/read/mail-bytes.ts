/** Mends what the bytes of a mail say wrongly about their encoding. */
import { isUtf8 } from 'node:buffer'
import { decodeWindows1252 } from './windows-1252.ts'

/**
 * The bytes of a mail with headers in UTF-8, in which plain accented letters may stand (RFC 6532): older programs wrote
 * them in Windows-1252.
 */
export function withUtf8Headers(bytes: Buffer): Buffer {
  const end = endOfHeaders(bytes)
  const head = bytes.subarray(0, end)
  if (isUtf8(head)) return bytes
  return Buffer.concat([Buffer.from(decodeWindows1252(head)), bytes.subarray(end)])
}

/**
 * The bytes of a mail whose parts say they are UTF-8 and are not, with parts that say Windows-1252; undefined if none
 * says so.
 */
export function asWindows1252(bytes: Buffer): Buffer | undefined {
  const text = bytes.toString('latin1')
  const other = text.replace(/(charset\s{0,3}=\s{0,3}"?)utf-?8\b/gi, '$1windows-1252')
  return other === text ? undefined : Buffer.from(other, 'latin1')
}

/** A text in which UTF-8 was read as Windows-1252 (`perchÃ©`), read as what it is; others as they are. */
export function withoutMojibake(text: string): string {
  if (!/[ÃÂâ][\u0080-\u00BF\u2018-\u203A€‚ƒ„…†‡ˆ‰Š‹ŒŽœšžŸ™˜]/.test(text)) return text
  const bytes: number[] = []
  for (const character of text) {
    const byte = byteOf(character)
    if (byte === undefined) return text
    bytes.push(byte)
  }
  const buffer = Buffer.from(bytes)
  return isUtf8(buffer) ? buffer.toString('utf8') : text
}

const UPPER = new Map<string, number>()
for (let byte = 0x80; byte < 0x100; byte += 1) UPPER.set(decodeWindows1252(Buffer.from([byte])), byte)

function byteOf(character: string): number | undefined {
  const code = character.charCodeAt(0)
  return character.length === 1 && code < 0x80 ? code : UPPER.get(character)
}

/** Where the empty line after the headers begins. */
function endOfHeaders(bytes: Buffer): number {
  const [plain, carriage] = [bytes.indexOf('\n\n'), bytes.indexOf('\n\r\n')]
  const ends = [plain, carriage].filter((at) => at !== -1)
  return ends.length === 0 ? bytes.length : Math.min(...ends)
}
