/**
 * Bytes → clean text, as a stream. What the encoding is has been decided before (`encoding.ts`); a line that is not in
 * it is read in the other one that it may be in, and what is in none costs no more than the character.
 */
import { isUtf8 } from 'node:buffer'
import { cleanCharacters } from './characters.ts'
import type { Content } from './content.ts'
import { createWindows1252Judge, decodeWindows1252 } from './windows-1252.ts'

/** The encodings that are read, by their WHATWG names. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * The text of a content in pieces of up to some 256 K characters: NFC, lines ending in `\n`, free of control and
 * private-use characters.
 *
 * @param warnings gets a plain sentence, at the end, if something did not decode or stood in another encoding
 * @throws {IndexingError} `NO_PERMISSION` or `UNREADABLE`
 */
export async function* decodeText(
  content: Content,
  encoding: Encoding,
  warnings: string[] = [],
): AsyncGenerator<string> {
  let held = ''
  const odd = { lost: 0, lines: 0 }
  for await (const decoded of decodeBytes(content.pieces(), encoding, odd)) {
    const text = held + decoded
    const end = safeEnd(text)
    held = text.slice(end)
    if (end > 0) yield cleanCharacters(text.slice(0, end))
  }
  if (held !== '') yield cleanCharacters(held)
  if (odd.lost > 0) warnings.push(`${counted(odd.lost, 'character')} could not be decoded: shown as \uFFFD`)
  if (odd.lines > 0) {
    const other = encoding === 'utf-8' ? 'Windows-1252' : 'UTF-8'
    warnings.push(`mixed encodings: ${counted(odd.lines, 'line')} read as ${other}`)
  }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** What did not decode, in characters, and lines that stood in another encoding than the rest. */
export type Odd = { lost: number; lines: number }

/** Bytes as text, a byte order mark left out, sequences that do not decode as U+FFFD. */
export async function* decodeBytes(
  bytes: AsyncIterable<Buffer>,
  encoding: Encoding,
  odd: Odd = { lost: 0, lines: 0 },
): AsyncGenerator<string> {
  if (encoding === 'utf-8' || encoding === 'windows-1252') {
    let isFirst = true
    for await (const lines of wholeLines(bytes)) {
      const text = isUtf8(lines) ? lines.toString('utf8') : decodeLines(lines, encoding, odd)
      yield isFirst ? text.replace(/^\uFEFF/, '') : text
      isFirst = false
    }
    return
  }
  const decoder = new TextDecoder(encoding)
  const decode = (text: string): string => {
    if (text.includes('\uFFFD')) odd.lost += text.split('\uFFFD').length - 1
    return text
  }
  for await (const chunk of bytes) yield decode(decoder.decode(chunk, { stream: true }))
  yield decode(decoder.decode())
}

const LINE_END = 0x0a
/** A line that goes on for longer is cut; nothing of the sort is a line of text. */
const MAX_LINE_BYTES = 1024 * 1024

/** Bytes in pieces that end where a line does. */
async function* wholeLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of bytes) {
    const end = chunk.lastIndexOf(LINE_END) + 1
    if (end > 0) {
      yield Buffer.concat([...held, chunk.subarray(0, end)])
      held = []
      length = 0
    }
    if (end < chunk.length) held.push(Buffer.from(chunk.subarray(end)))
    length += chunk.length - end
    if (length <= MAX_LINE_BYTES) continue
    const line = Buffer.concat(held)
    const whole = line.length - incompleteTail(line)
    yield line.subarray(0, whole)
    held = [line.subarray(whole)]
    length = line.length - whole
  }
  if (length > 0) yield Buffer.concat(held)
}

function decodeLines(lines: Buffer, encoding: 'utf-8' | 'windows-1252', odd: Odd): string {
  const texts: string[] = []
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf(LINE_END, start) + 1 || lines.length
    texts.push(decodeLine(lines.subarray(start, end), encoding, odd))
    start = end
  }
  return texts.join('')
}

function decodeLine(line: Buffer, encoding: 'utf-8' | 'windows-1252', odd: Odd): string {
  const asUtf8 = isUtf8(line)
  if (asUtf8 && encoding === 'windows-1252' && line.some((byte) => byte >= 0x80)) odd.lines += 1
  if (asUtf8) return line.toString('utf8')
  const isOther = encoding === 'utf-8' && isPlausible(line)
  if (isOther) odd.lines += 1
  const text = isOther || encoding === 'windows-1252' ? decodeWindows1252(line) : line.toString('utf8')
  odd.lost += text.split('\uFFFD').length - 1
  return text
}

/** Whether a line makes sense as Windows-1252. */
export function isPlausible(line: Uint8Array): boolean {
  const judge = createWindows1252Judge()
  judge.add(line)
  return judge.isPlausible()
}

/** How many bytes at the end begin a UTF-8 sequence without finishing it: 0 to 3 (RFC 3629, section 3). */
export function incompleteTail(bytes: Buffer): number {
  for (let length = 1; length <= Math.min(3, bytes.length); length += 1) {
    const byte = bytes[bytes.length - length] as number
    if (byte < 0x80) return 0
    if (byte < 0xc0) continue
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return needed > length ? length : 0
  }
  return 0
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
