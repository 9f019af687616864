/**
 * Streams of a PDF that unpack to more than a document has: pdf.js would unpack them into memory that no limit of a
 * thread holds for. They are looked for before it sees the file. What is encrypted cannot be looked into.
 */
import { Readable } from 'node:stream'
import { createInflate } from 'node:zlib'
import { IndexingError } from '../errors.ts'

const MB = 1024 ** 2

/** What a stream may unpack to. A picture of a page at 600 dots an inch has some 100 MB. */
const LIMITS = { text: 64 * MB, picture: 400 * MB }

/** Deflate makes at most 1,032 bytes of one: shorter streams are within the limit. */
const SHORT_BYTES = LIMITS.text / 1032

/** Packed in ways that are not unpacked here, which make up to 1,400 bytes of one; none but pictures are so long. */
const MAX_OTHER_BYTES = 256 * 1024

/** Bytes before a stream that its dictionary is looked for in. */
const DICTIONARY_BYTES = 2048
const PIECE_BYTES = 64 * 1024

/**
 * Makes sure that no stream unpacks to too much.
 *
 * @throws {IndexingError} `TOO_LARGE`
 */
export async function requireNoBombs(bytes: Buffer): Promise<void> {
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue
    const start = dataStart(bytes, at + 6)
    if (start === null) continue
    const end = bytes.indexOf('endstream', start)
    const length = (end === -1 ? bytes.length : end) - start
    const isShort =
      length < SHORT_BYTES && /^endstream\s+endobj/.test(bytes.toString('latin1', end, end + 40))
    const dictionary = dictionaryBefore(bytes, at)
    const filters = dictionary.match(/\/(?:Fl|FlateDecode|LZW|LZWDecode|RL|RunLengthDecode)\b/g) ?? []
    const isPicture = /\/Subtype\s*\/Image\b/.test(dictionary)
    if (filters.length > 1) throw bomb()
    if (isShort || filters.length === 0) continue
    const isFlate = /^\/Fl/.test(filters[0] ?? '') && !/\/(?:A85|ASCII85|AHx|ASCIIHex)/.test(dictionary)
    if (!isFlate && !isPicture && length > MAX_OTHER_BYTES) throw bomb()
    const limit = isPicture ? LIMITS.picture : LIMITS.text
    if (isFlate && (await unpacksTo(bytes.subarray(start), limit))) throw bomb()
  }
}

/** Where the data begin behind the word `stream`; `null` if it is a word in a text. */
function dataStart(bytes: Buffer, at: number): number | null {
  if (bytes[at] === 0x0a) return at + 1
  if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1
  return null
}

function dictionaryBefore(bytes: Buffer, at: number): string {
  const before = bytes.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at)
  return before.slice(before.lastIndexOf(' obj') + 1)
}

/** Whether deflated data, with anything behind them, unpack to more than a limit. */
async function unpacksTo(bytes: Buffer, limit: number): Promise<boolean> {
  const inflate = createInflate()
  const pieces = Readable.from(piecesOf(bytes))
  let total = 0
  try {
    for await (const piece of pieces.pipe(inflate)) {
      total += (piece as Buffer).length
      if (total > limit) return true
    }
  } catch {
    // Broken data: pdf.js takes what comes before the break, which is within the limit.
  } finally {
    pieces.destroy()
    inflate.destroy()
  }
  return false
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}

function bomb(): IndexingError {
  return new IndexingError('TOO_LARGE', 'a part of the PDF unpacks to more than a document holds')
}
