/** A tar → the files in it, read as a stream: in memory stands one at a time. */
import { isUtf8 } from 'node:buffer'
import { pipeline, Readable } from 'node:stream'
import { extract, type Header } from 'tar-stream'
import { IndexingError } from '../errors.ts'
import {
  ARCHIVE_LIMITS,
  type ArchiveLimits,
  requireEntries,
  requireWithinLimits,
  tooLargeMember,
} from './archive-limits.ts'
import { type Content, contentOfBytes } from './content.ts'
import type { Member } from './formats.ts'
import { safePath } from './member-names.ts'
import { decodeWindows1252 } from './windows-1252.ts'

/** Whether a file that begins so is a tar (POSIX or GNU). */
export function recognizesTar(opening: Buffer): boolean {
  return opening.length >= 262 && opening.toString('latin1', 257, 262) === 'ustar'
}

const OPTIONS = {
  highWaterMark: 64 * 1024,
  /** Tars of before POSIX have no magic number; their checksums are verified all the same. */
  allowUnknownFormat: true,
  /** Names come as bytes, one character each: many are in no encoding that anybody names. */
  filenameEncoding: 'latin1',
}

/**
 * The files in a tar; links, devices, hidden files and what macOS packs along are left out.
 *
 * @throws {IndexingError} `TOO_LARGE`, or `UNREADABLE` if it is damaged: what stands before that is read
 */
export function readTar(content: Content, limits: ArchiveLimits = ARCHIVE_LIMITS): AsyncGenerator<Member> {
  return readTarBytes(content.pieces, limits)
}

/** As `readTar`, for bytes that are unpacked on the way. */
export async function* readTarBytes(
  pieces: () => AsyncIterable<Buffer>,
  limits: ArchiveLimits,
): AsyncGenerator<Member> {
  let failure: unknown
  const copied = async function* (): AsyncGenerator<Buffer> {
    try {
      // The next piece may stand in the same memory, and is asked for before this one is used up.
      for await (const piece of pieces()) yield Buffer.from(piece)
    } catch (error) {
      failure = error
      throw error
    }
  }
  const entries = extract(OPTIONS)
  // What goes wrong comes out of the entries.
  pipeline(Readable.from(copied()), entries, () => {})
  let [count, unpackedBytes] = [0, 0]
  try {
    for await (const entry of entries) {
      const { header } = entry
      count += 1
      unpackedBytes += header.size ?? 0
      requireEntries(count, limits)
      requireWithinLimits({ packedBytes: unpackedBytes, unpackedBytes }, limits)
      const path = isFile(header) ? safePath(nameOf(header)) : undefined
      const failed = tooLargeMember(header.size ?? 0, limits)
      if (path === undefined || failed !== undefined) entry.resume()
      if (path === undefined) continue
      if (failed !== undefined) yield { path, failed }
      else {
        const bytes: Buffer[] = []
        for await (const piece of entry) bytes.push(piece as Buffer)
        yield { path, content: contentOfBytes(path, Buffer.concat(bytes)) }
      }
    }
  } catch (cause) {
    if (failure !== undefined) throw failure
    if (cause instanceof IndexingError) throw cause
    const what =
      count === 0 ? 'no tar, or damaged at its beginning' : `damaged or cut off after ${count} files`
    throw new IndexingError('UNREADABLE', what, { cause })
  }
}

function isFile({ type }: Header): boolean {
  return type === 'file' || type === 'contiguous-file'
}

function nameOf({ name, pax }: Header & { pax?: unknown }): string {
  // Names in extended headers are UTF-8 by definition, and were decoded as that.
  if (typeof pax === 'object' && pax !== null && 'path' in pax) return name
  const bytes = Buffer.from(name, 'latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : decodeWindows1252(bytes)
}
