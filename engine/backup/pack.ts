/** Lines into a backup file: gzip, with counts and a checksum at the end. A stream: memory stays flat. */
import { createHash } from 'node:crypto'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import {
  type BackupEnd,
  type BackupHeader,
  isSection,
  lineOf,
  nameOfLine,
  noCounts,
  type Section,
} from './format.ts'

/** Text is gathered into pieces of this size before it is packed. */
const PIECE_BYTES = 64 * 1024

/** What was written. */
export type WrittenBackup = { header: BackupHeader; counts: Record<Section, number>; sha256: string }

/**
 * Packs lines into `sink`, which is ended.
 *
 * @throws whatever `lines` and `sink` fail with; the reason of the signal if that aborts
 */
export async function packBackup(
  lines: AsyncIterable<string>,
  sink: Writable,
  signal: AbortSignal,
): Promise<WrittenBackup> {
  const hash = createHash('sha256')
  const counts = noCounts()
  let header: BackupHeader | undefined
  let sha256 = ''
  const pieces = async function* (): AsyncGenerator<Buffer> {
    let piece = ''
    const take = (): Buffer => {
      const bytes = Buffer.from(piece)
      hash.update(bytes)
      piece = ''
      return bytes
    }
    for await (const line of lines) {
      const name = nameOfLine(line)
      if (isSection(name)) counts[name] += 1
      else header ??= JSON.parse(line)[1] as BackupHeader
      piece += line
      if (piece.length >= PIECE_BYTES) yield take()
    }
    yield take()
    sha256 = hash.digest('hex')
    yield Buffer.from(lineOf('end', { counts, sha256 } satisfies BackupEnd))
  }
  try {
    await pipeline(Readable.from(pieces(), { objectMode: false }), createGzip(), sink, { signal })
  } catch (error) {
    signal.throwIfAborted()
    throw error
  }
  if (header === undefined) throw new TypeError('A backup begins with its header.')
  return { header, counts, sha256 }
}
