/**
 * Finding the encoding of a file out of all its bytes, so that reading it as text cannot fail half-way.
 */
import { isUtf8 } from 'node:buffer'
import { IndexingError } from '../errors.ts'
import type { Content } from './content.ts'
import { decodeBytes, type Encoding, incompleteTail, isPlausible } from './decode.ts'
import { createWindows1252Judge } from './windows-1252.ts'

type Survey = {
  sizeBytes: number
  /** The first four bytes, in hexadecimal. */
  opening: string
  /** NUL bytes at even and at odd offsets. */
  zeros: [even: number, odd: number]
  /** C0 controls that no text needs. */
  controls: number
  hasInk: boolean
  utf8: 'valid' | 'cut-at-the-end' | 'invalid'
}

/** More control characters than one in a hundred: no text. */
const MAX_CONTROL_SHARE = 0.01
/** A NUL in a thousand bytes is damage; binary formats have more. */
const MAX_ZERO_SHARE = 0.001
/** Of a text that is nearly UTF-8, or of another encoding where it has characters of UTF-8 to show. */
const MAX_DAMAGED_SHARE = 0.01

/**
 * The encoding of a text file.
 *
 * Order: byte order mark; UTF-16 without one, where every other byte is NUL; UTF-8, also if the file was cut
 * off inside its last character; Windows-1252, if the bytes make sense as a western European text; UTF-8 with lines in
 * Windows-1252 or with damage, if hardly anything in it is neither.
 *
 * @throws {IndexingError} `EMPTY_FILE`, `BINARY_FILE` or `UNKNOWN_ENCODING`, and what reading a file throws
 */
export async function detectEncoding(content: Content): Promise<Encoding> {
  const survey = await surveyBytes(content)
  if (/^(?:fffe0000|0000feff)/.test(survey.opening)) throw unknownEncoding()
  const utf16 = utf16Of(survey)
  if (utf16 !== null) {
    await requireText(content, utf16)
    return utf16
  }
  if (survey.zeros[0] + survey.zeros[1] > MAX_ZERO_SHARE * survey.sizeBytes) throw binaryFile()
  if (!survey.hasInk) throw emptyFile()
  if (survey.controls > MAX_CONTROL_SHARE * survey.sizeBytes) throw binaryFile()
  if (survey.utf8 !== 'invalid') return 'utf-8'
  if (await isWindows1252(content)) return 'windows-1252'
  if (await isNearlyUtf8(content)) return 'utf-8'
  throw unknownEncoding()
}

async function surveyBytes(content: Content): Promise<Survey> {
  const counts = new Uint32Array(256)
  const survey: Survey = {
    sizeBytes: 0,
    opening: '',
    zeros: [0, 0],
    controls: 0,
    hasInk: false,
    utf8: 'valid',
  }
  let tail = Buffer.alloc(0)
  for await (const chunk of content.pieces()) {
    if (survey.sizeBytes === 0) survey.opening = chunk.subarray(0, 4).toString('hex')
    if (chunk.includes(0)) countZeros(chunk, survey)
    for (const byte of chunk) counts[byte] = (counts[byte] as number) + 1
    survey.sizeBytes += chunk.length
    if (survey.utf8 === 'invalid') continue
    const bytes = tail.length === 0 ? chunk : Buffer.concat([tail, chunk])
    const whole = bytes.length - incompleteTail(bytes)
    if (!isUtf8(bytes.subarray(0, whole))) survey.utf8 = 'invalid'
    tail = Buffer.from(bytes.subarray(whole))
  }
  const tally = (from: number, to: number): number => counts.subarray(from, to).reduce((a, b) => a + b, 0)
  if (survey.utf8 === 'valid' && tail.length > 0) {
    // A single accented letter at the very end of plain ASCII is Windows-1252 rather than a cut UTF-8 text.
    survey.utf8 = tally(0x80, 0x100) > tail.length ? 'cut-at-the-end' : 'invalid'
  }
  survey.controls = tally(0x01, 0x09) + tally(0x0e, 0x20) + tally(0x7f, 0x80)
  const mark = survey.opening.startsWith('efbbbf') ? 3 : 0
  survey.hasInk = tally(0x21, 0x7f) + tally(0x80, 0x100) > mark
  return survey
}

function countZeros(chunk: Buffer, survey: Survey): void {
  for (let index = chunk.indexOf(0); index !== -1; index = chunk.indexOf(0, index + 1)) {
    survey.zeros[(survey.sizeBytes + index) % 2 === 0 ? 0 : 1] += 1
  }
}

/** Text in Latin letters has NUL in most of its high bytes and in hardly any low byte. */
function utf16Of({ opening, zeros: [even, odd], sizeBytes }: Survey): 'utf-16le' | 'utf-16be' | null {
  if (opening.startsWith('fffe')) return 'utf-16le'
  if (opening.startsWith('feff')) return 'utf-16be'
  const half = sizeBytes / 2
  if (odd > 0.4 * half && even < 0.01 * half) return 'utf-16le'
  if (even > 0.4 * half && odd < 0.01 * half) return 'utf-16be'
  return null
}

async function requireText(content: Content, encoding: Encoding): Promise<void> {
  let [length, bad, ink] = [0, 0, 0]
  for await (const text of decodeBytes(content.pieces(), encoding)) {
    length += text.length
    bad += text.match(/(?!\s)[\p{Cc}\uFFFD]/gu)?.length ?? 0
    ink += /\S/.test(text) ? 1 : 0
  }
  if (bad > MAX_CONTROL_SHARE * length) throw binaryFile()
  if (ink === 0) throw emptyFile()
}

async function isWindows1252(content: Content): Promise<boolean> {
  const judge = createWindows1252Judge()
  for await (const chunk of content.pieces()) judge.add(chunk)
  return judge.isPlausible()
}

/**
 * Whether a text is UTF-8 apart from lines in Windows-1252 and some damage: bytes that are neither are few, or are
 * outnumbered by characters that can only be UTF-8.
 */
async function isNearlyUtf8(content: Content): Promise<boolean> {
  let [size, damaged, proper] = [0, 0, 0]
  for await (const chunk of content.pieces()) {
    size += chunk.length
    for (let start = 0; start < chunk.length; ) {
      const end = chunk.indexOf(0x0a, start) + 1 || chunk.length
      const line = chunk.subarray(start, end)
      start = end
      if (!isUtf8(line) && isPlausible(line)) continue
      const text = line.toString('utf8')
      damaged += text.split('\uFFFD').length - 1
      proper += text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0
    }
  }
  return damaged <= MAX_DAMAGED_SHARE * size || damaged * 3 <= proper
}

function emptyFile(): IndexingError {
  return new IndexingError('EMPTY_FILE', 'empty file')
}

function binaryFile(): IndexingError {
  return new IndexingError('BINARY_FILE', 'binary file')
}

function unknownEncoding(): IndexingError {
  return new IndexingError('UNKNOWN_ENCODING', 'encoding not recognized: not UTF-8, UTF-16 or Windows-1252')
}
