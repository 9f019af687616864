/** What there is to read: a file on disk, or bytes in memory that stood inside another file. */
import { readBytes, readWhole, SMALL_BYTES } from './bytes.ts'
import { cleanCharacters } from './characters.ts'

/** Bytes to read, with the name they go by. */
export type Content = {
  /** Its last part has the extension: of a file its path in the place, of a member its name in the container. */
  path: string
  sizeBytes: number
  /**
   * The bytes in pieces, from the beginning; as often as it is called. Each piece may stand in the same memory as the
   * one before: use it up before asking for the next.
   *
   * @throws {IndexingError} `NO_PERMISSION` or `UNREADABLE`
   */
  pieces: () => AsyncIterable<Buffer>
  /**
   * All bytes at once. Ask only if `sizeBytes` is within the limit of the format.
   *
   * @throws {IndexingError} `NO_PERMISSION` or `UNREADABLE`
   */
  whole: () => Promise<Buffer>
}

/**
 * The content of a file. A small one is read once, however often it is asked for: its format is told by its beginning.
 *
 * @param file `absolutePath` may be bytes, where a name is not valid UTF-8; `sizeBytes` as it was seen
 */
export function contentOfFile(file: {
  absolutePath: string | Buffer
  path: string
  sizeBytes: number
}): Content {
  const { absolutePath, path, sizeBytes } = file
  if (sizeBytes > SMALL_BYTES) {
    return {
      path,
      sizeBytes,
      pieces: () => readBytes(absolutePath, sizeBytes),
      whole: async () => readWhole(absolutePath),
    }
  }
  let bytes: Buffer | undefined
  const whole = (): Buffer => {
    bytes ??= readWhole(absolutePath)
    return bytes
  }
  return {
    path,
    sizeBytes,
    pieces: async function* () {
      yield whole()
    },
    whole: async () => whole(),
  }
}

/** Content of a text that is in memory. Characters that mean nothing to a reader are left out. */
export function contentOfText(path: string, text: string): Content {
  return contentOfBytes(path, Buffer.from(cleanCharacters(text)))
}

/** Content that is in memory. */
export function contentOfBytes(path: string, bytes: Buffer): Content {
  return {
    path,
    sizeBytes: bytes.length,
    pieces: async function* () {
      yield bytes
    },
    whole: async () => bytes,
  }
}
