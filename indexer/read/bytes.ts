/**
 * Reading a file as bytes, from its beginning to its end, with flat memory.
 */
import { open } from 'node:fs/promises'
import { toIndexingError } from '../errors.ts'

const MIN_CHUNK_BYTES = 4 * 1024
const MAX_CHUNK_BYTES = 256 * 1024

/**
 * The bytes of a file in pieces of up to 256 KB. Each piece stands in the same memory as the one before: use
 * it up before asking for the next.
 *
 * @param sizeBytes as it was seen; a file that has grown since is read to its end all the same
 * @throws {IndexingError} `NO_PERMISSION` or `UNREADABLE`
 */
export async function* readBytes(absolutePath: string | Buffer, sizeBytes: number): AsyncGenerator<Buffer> {
  // Garbage is collected after so many bytes of buffers: whole pieces for small files would do so all the time.
  const buffer = Buffer.allocUnsafe(Math.min(Math.max(sizeBytes + 1, MIN_CHUNK_BYTES), MAX_CHUNK_BYTES))
  const file = await open(absolutePath, 'r').catch(rethrow)
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length).catch(rethrow)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

function rethrow(cause: unknown): never {
  throw toIndexingError(cause)
}
