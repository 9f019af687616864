/**
 * What stands in a zip, listed and read within limits, so that no archive can unpack to more than was allowed. Which of
 * it is read, and as what, is decided by the formats that are zips.
 */
import { isUtf8 } from 'node:buffer'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { IndexingError } from '../errors.ts'
import type { Content } from './content.ts'

/** A file in a zip. Its path is relative, with `/` as separator, and as it stands in the zip. */
export type ZipEntry = Content & {
  /** A plain reason why it cannot be read; reading it throws that. */
  refused?: string
  /** Whether it is a symbolic link: its bytes are the path that it leads to. */
  isLink?: true
}

/** How much a zip may hold. */
export type ZipLimits = {
  /** Files and folders. */
  entries: number
  /** Of all files together, unpacked. */
  bytes: number
  /** Times that a file of more than 1 MB may grow when it is unpacked. */
  ratio: number
}

/** Limits of a document that is a zip, such as one of Word or OpenDocument. */
export const ZIP_LIMITS: ZipLimits = { entries: 10_000, bytes: 200 * 1024 ** 2, ratio: 200 }

/** Below this size a file may be packed as well as it likes: white space is. */
const RATIO_COUNTS_FROM_BYTES = 1024 ** 2

const [STORED, DEFLATED] = [0, 8]

/**
 * The files in a zip, in the order of its directory, without folders. None of them is unpacked before it is read.
 *
 * @throws {IndexingError} `UNREADABLE` if it is no zip or damaged, `TOO_LARGE` if it holds more than `limits`
 */
export async function listZip(bytes: Buffer, limits: ZipLimits = ZIP_LIMITS): Promise<ZipEntry[]> {
  // Names are decoded here: one bad name would cost all the others.
  const zip = await fromBufferPromise(bytes, { decodeStrings: false }).catch(rethrow)
  if (zip.entryCount > limits.entries) throw tooLarge(`${zip.entryCount} files, more than ${limits.entries}`)
  const entries: ZipEntry[] = []
  let sum = 0
  try {
    for await (const entry of zip.eachEntry()) {
      sum += entry.uncompressedSize
      if (sum > limits.bytes) throw tooLarge(`more than ${Math.round(limits.bytes / 1024 ** 2)} MB, unpacked`)
      const path = nameOf(entry)
      if (!path.endsWith('/')) entries.push(toContent(zip, entry, path, limits))
    }
  } catch (error) {
    rethrow(error)
  }
  return entries
}

function toContent(zip: ZipFile, entry: Entry, path: string, limits: ZipLimits): ZipEntry {
  const refused = refusal(entry, path, limits)
  async function* pieces(): AsyncGenerator<Buffer> {
    if (refused !== undefined) throw new IndexingError('UNREADABLE', refused)
    let checksum = 0
    try {
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        checksum = crc32(piece, checksum)
        yield piece
      }
    } catch (cause) {
      throw new IndexingError('UNREADABLE', 'damaged: it cannot be unpacked', { cause })
    }
    if (checksum !== entry.crc32) {
      throw new IndexingError('UNREADABLE', 'damaged: its content is not what was packed')
    }
  }
  async function whole(): Promise<Buffer> {
    const all: Buffer[] = []
    for await (const piece of pieces()) all.push(piece)
    return Buffer.concat(all)
  }
  const content = { path, sizeBytes: entry.uncompressedSize, pieces, whole }
  return {
    ...content,
    ...(refused === undefined ? {} : { refused }),
    ...(isLink(entry) ? { isLink: true } : {}),
  }
}

/** Unix keeps the kind of a file in the upper half of its attributes. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

function refusal(entry: Entry, path: string, limits: ZipLimits): string | undefined {
  const { uncompressedSize: size, compressedSize, compressionMethod: method } = entry
  if (entry.isEncrypted()) return 'protected with a password'
  if (/^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)|\0/i.test(path)) return 'its name points outside the archive'
  if (method !== STORED && method !== DEFLATED) return `packed in a way that is not read (method ${method})`
  if (size > RATIO_COUNTS_FROM_BYTES && size > limits.ratio * compressedSize) {
    return `grows more than ${limits.ratio} times when unpacked, as nothing that was written does`
  }
  return undefined
}

/** Many programs write UTF-8 without saying so. */
function nameOf(entry: Entry): string {
  const { fileNameRaw: raw, generalPurposeBitFlag: flags, extraFields } = entry
  const name = isUtf8(raw) ? raw.toString('utf8') : getFileNameLowLevel(flags, raw, extraFields, false)
  return name.replaceAll('\\', '/')
}

function tooLarge(what: string): IndexingError {
  return new IndexingError('TOO_LARGE', `it holds ${what}: split it`)
}

function rethrow(cause: unknown): never {
  if (cause instanceof IndexingError) throw cause
  const message = cause instanceof Error ? cause.message : ''
  const what = /strong encryption/.test(message)
    ? 'protected with a password'
    : /multi-disk/.test(message)
      ? 'one part of an archive of several files: join them'
      : 'damaged or cut off: its list of files cannot be read'
  throw new IndexingError('UNREADABLE', what, { cause })
}
