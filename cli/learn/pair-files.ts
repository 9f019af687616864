/** Files of sentences with their translations: `sentence ⇥ translation`, a pair a line, UTF-8, gzipped or not. */
import { isUtf8 } from 'node:buffer'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { LexiconError } from '../../language/bridge/lexicon.ts'
import { type Input, openInput } from '../input.ts'
import { fileError } from '../lexicon/disk.ts'

/** A sentence, its translation, and the line they stand in, from 1. */
export type SentencePair = { source: string; target: string; line: number }

/** What came of a part of a file. */
export type PairBatch = {
  pairs: SentencePair[]
  /** Lines passed over because one side is empty. */
  untranslated: number
  /** Share of the file that has been read, 0 to 1. */
  shareRead: number
}

const MAX_LINE_BYTES = 1024 * 1024

/**
 * Reads a file of pairs, a batch for each piece of it. Holds one piece at a time, whatever the size of the file.
 *
 * @throws {LexiconError} with file and line, if a line is not a pair, not UTF-8 or longer than 1 MB, or the file cannot
 *   be read
 */
export async function* readPairs(path: string, signal: AbortSignal): AsyncGenerator<PairBatch> {
  let input: Input | undefined
  let line = 0
  try {
    input = await openInput(path, signal)
    const { stream, sizeBytes } = input
    for await (const lines of splitBytes(await unpack(stream), () => `${path}, line ${line + 1}`)) {
      const batch: PairBatch = {
        pairs: [],
        untranslated: 0,
        shareRead: stream.bytesRead / Math.max(sizeBytes, stream.bytesRead, 1),
      }
      for (const bytesOfLine of lines) {
        line += 1
        const columns = columnsOf(bytesOfLine, path, line)
        if (columns === undefined) continue
        const [source, target] = columns
        if (source === '' || target === '') batch.untranslated += 1
        else batch.pairs.push({ source, target, line })
      }
      yield batch
    }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new LexiconError(
        `${path} is damaged: it does not unpack behind line ${line} (${error.message}).`,
        line,
      )
    }
    throw fileError(error, path)
  } finally {
    input?.stream.destroy()
  }
}

/** The bytes of a file, unpacked if it begins as gzip does (RFC 1952). */
async function unpack(file: AsyncIterable<Buffer>): Promise<AsyncIterable<Buffer>> {
  const pieces = file[Symbol.asyncIterator]()
  const first = await pieces.next()
  const bytes = async function* (): AsyncGenerator<Buffer> {
    for (let piece = first; piece.done !== true; piece = await pieces.next()) yield piece.value
  }
  const isGzip = first.done !== true && first.value[0] === 0x1f && first.value[1] === 0x8b
  return isGzip ? pipeline(bytes(), createGunzip(), () => {}) : bytes()
}

/** The lines of a stream, as bytes, those that end in each of its pieces together. */
async function* splitBytes(pieces: AsyncIterable<Buffer>, where: () => string): AsyncGenerator<Buffer[]> {
  let held: Buffer[] = []
  let heldBytes = 0
  for await (const piece of pieces) {
    const lines: Buffer[] = []
    let start = 0
    for (let end = piece.indexOf(10); end !== -1; end = piece.indexOf(10, start)) {
      lines.push(Buffer.concat([...held, piece.subarray(start, end)]))
      held = []
      heldBytes = 0
      start = end + 1
    }
    held.push(piece.subarray(start))
    heldBytes += piece.length - start
    yield lines
    if (heldBytes > MAX_LINE_BYTES) {
      throw new LexiconError(
        `${where()} is longer than 1 MB. Write a sentence, a tab and its translation a line.`,
      )
    }
  }
  if (heldBytes > 0) yield [Buffer.concat(held)]
}

/** The two columns of a line; `undefined` for a blank one. */
function columnsOf(bytes: Buffer, path: string, line: number): [string, string] | undefined {
  if (!isUtf8(bytes)) {
    throw new LexiconError(`${path}, line ${line} is not UTF-8. Convert the file to UTF-8.`, line)
  }
  const text = bytes.toString().replace(/^\uFEFF|\r$/g, '')
  if (text.trim() === '') return undefined
  const columns = text.split('\t').map((column) => column.trim())
  if (columns.length !== 2) {
    throw new LexiconError(
      `${path}, line ${line} has ${columns.length === 1 ? 'no tab' : `${columns.length} columns`}: ` +
        `"${text.slice(0, 60)}". Write a sentence, a tab and its translation.`,
      line,
    )
  }
  return columns as [string, string]
}
