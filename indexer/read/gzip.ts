/** A file that was packed with gzip: the one file in it, or, if that is a tar, the files in that. */
import { basename } from 'node:path/posix'
import { ARCHIVE_LIMITS, type ArchiveLimits } from './archive-limits.ts'
import { type Content, contentOfBytes } from './content.ts'
import type { Member } from './formats.ts'
import { gunzip } from './gunzip.ts'
import { createNames } from './member-names.ts'
import { readTarBytes, recognizesTar } from './tar.ts'

/** Larger files are unpacked each time that they are read. */
const MAX_HELD_BYTES = 8 * 1024 ** 2

/**
 * What stands in a gzip. The name of a single file is that of the gzip without `.gz`; it is never held as a whole if it is large.
 *
 * @throws {IndexingError} `TOO_LARGE` or `UNREADABLE`
 */
export async function* readGzip(
  content: Content,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): AsyncGenerator<Member> {
  const pieces = (): AsyncGenerator<Buffer> => gunzip(content, limits)
  if (await isTar(pieces())) {
    yield* readTarBytes(pieces, limits)
    return
  }
  let sizeBytes = 0
  const held: Buffer[] = []
  for await (const piece of pieces()) {
    sizeBytes += piece.length
    if (sizeBytes <= MAX_HELD_BYTES) held.push(piece)
    else held.length = 0
  }
  const path = createNames().of(nameInside(content.path), 'file')
  if (sizeBytes <= MAX_HELD_BYTES) yield { path, content: contentOfBytes(path, Buffer.concat(held)) }
  else yield { path, content: { path, sizeBytes, pieces, whole: () => wholeOf(pieces()) } }
}

async function wholeOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

async function isTar(pieces: AsyncGenerator<Buffer>): Promise<boolean> {
  for await (const piece of pieces) return recognizesTar(piece)
  return false
}

function nameInside(path: string): string {
  return basename(path).replace(/\.(?:gz|gzip)$/i, '')
}
