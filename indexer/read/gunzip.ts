/** Bytes that were packed with gzip → what they were, as a stream and within limits. */
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { IndexingError } from '../errors.ts'
import { type ArchiveLimits, requireWithinLimits } from './archive-limits.ts'
import type { Content } from './content.ts'

/** Whether a file that begins so was packed with gzip. */
export function recognizesGzip(opening: Buffer): boolean {
  return opening[0] === 0x1f && opening[1] === 0x8b && opening[2] === 0x08
}

/**
 * The unpacked bytes, piece by piece.
 *
 * @throws {IndexingError} `TOO_LARGE` for what grows beyond the limits, `UNREADABLE` if it is damaged
 */
export async function* gunzip(content: Content, limits: ArchiveLimits): AsyncGenerator<Buffer> {
  let [packedBytes, unpackedBytes] = [0, 0]
  let failure: unknown
  const packed = async function* (): AsyncGenerator<Buffer> {
    try {
      for await (const piece of content.pieces()) {
        packedBytes += piece.length
        // The next piece may stand in the same memory, and is asked for before this one is used up.
        yield Buffer.from(piece)
      }
    } catch (error) {
      failure = error
      throw error
    }
  }
  const unpacked = createGunzip()
  // What goes wrong comes out of the stream that is read below.
  pipeline(Readable.from(packed()), unpacked, () => {})
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      unpackedBytes += piece.length
      requireWithinLimits({ packedBytes, unpackedBytes }, limits)
      yield piece
    }
  } catch (cause) {
    if (failure !== undefined) throw failure
    if (cause instanceof IndexingError) throw cause
    throw new IndexingError('UNREADABLE', 'damaged or cut off: it cannot be unpacked', { cause })
  }
}
