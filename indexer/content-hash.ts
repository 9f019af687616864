/** The hash of what a document is made of, by which it is seen whether that has changed. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Block, ReadDocument } from './document.ts'

/** Changes when files are read or described in another way: the same file is another document then. */
const READING_VERSION = 5

const PIECE_BYTES = 256 * 1024

/** A small file is read at once: that takes a third of the time, of which there is much where nothing has changed. */
const readAtOnce = promisify<string | Buffer, Buffer>(readFile)

/**
 * Of a file's content.
 *
 * @param sizeBytes as it was seen; a file that has grown since is read to its end all the same. Default: it may be large
 */
export async function hashOfFile(
  absolutePath: string | Buffer,
  sizeBytes = Number.POSITIVE_INFINITY,
): Promise<string> {
  if (sizeBytes <= PIECE_BYTES) return hashOfBytes(await readAtOnce(absolutePath))
  const hash = begin()
  const file = await open(absolutePath, 'r')
  try {
    // One buffer for all: a stream would make a new one for each piece, which are only collected much later.
    const buffer = Buffer.allocUnsafe(PIECE_BYTES)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES)
      if (bytesRead === 0) break
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
  return hash.digest('hex').slice(0, 32)
}

/** Of content that is in memory. */
export function hashOfBytes(bytes: string | Buffer): string {
  return begin().update(bytes).digest('hex').slice(0, 32)
}

/** Of a document that was taken out of others, such as a row or a mail: of what was read of it. */
export function hashOfRead({ metadata }: Pick<ReadDocument, 'metadata'>, blocks: readonly Block[]): string {
  return hashOfBytes(JSON.stringify([metadata, blocks.map(({ level, text }) => [level, text])]))
}

function begin(): ReturnType<typeof createHash> {
  return createHash('sha256').update(`${READING_VERSION}\n`)
}
