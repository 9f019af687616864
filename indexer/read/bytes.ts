/**
 * Reading a file as bytes, from its beginning to its end, with flat memory.
 */
import { open } from 'node:fs/promises'
import { toIndexingError } from '../errors.ts'

const CHUNK_BYTES = 256 * 1024

/**
 * The bytes of a file in pieces of up to 256 KB. Each piece stands in the same memory as the one before: use
 * it up before asking for the next.
 *
 * @throws {IndexingError} `NO_PERMISSION` or `UNREADABLE`
 */
export async function* readBytes(absolutePath: string | Buffer): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
  const file = await open(absolutePath, 'r').catch(rethrow)
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES).catch(rethrow)
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
