/**
 * Reading a file as bytes. Synchronously: files are read in threads that have nothing else to do meanwhile, and a
 * promise for each step takes several times as long as the steps of a small file.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { toIndexingError } from '../errors.ts'

const MIN_CHUNK_BYTES = 4 * 1024
const MAX_CHUNK_BYTES = 256 * 1024

/** A file of which no more was seen is read at once. */
export const SMALL_BYTES = MAX_CHUNK_BYTES

/**
 * All bytes of a file.
 *
 * @throws {IndexingError} `NO_PERMISSION` or `UNREADABLE`
 */
export function readWhole(absolutePath: string | Buffer): Buffer {
  return orThrow(() => readFileSync(absolutePath))
}

/**
 * The bytes of a file from its beginning to its end, with flat memory: in pieces of up to 256 KB. Each piece stands in the same memory as the one before: use
 * it up before asking for the next.
 *
 * @param sizeBytes as it was seen; a file that has grown since is read to its end all the same
 * @throws {IndexingError} `NO_PERMISSION` or `UNREADABLE`
 */
export async function* readBytes(absolutePath: string | Buffer, sizeBytes: number): AsyncGenerator<Buffer> {
  // Garbage is collected after so many bytes of buffers: whole pieces for small files would do so all the time.
  const buffer = Buffer.allocUnsafe(Math.min(Math.max(sizeBytes + 1, MIN_CHUNK_BYTES), MAX_CHUNK_BYTES))
  const file = orThrow(() => openSync(absolutePath, 'r'))
  try {
    for (;;) {
      const bytesRead = orThrow(() => readSync(file, buffer, 0, buffer.length, null))
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    closeSync(file)
  }
}

function orThrow<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw toIndexingError(cause)
  }
}
