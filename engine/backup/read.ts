/**
 * Backup files as lines, with counts and checksum checked. Every fault of a file has a message of its own. A stream:
 * memory stays flat.
 */
import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { errorCode } from '../embedded/data-dir.ts'
import { EngineError } from '../errors.ts'
import { type Build, isBuild } from '../generation.ts'
import { isPlace, type Place } from '../places.ts'
import {
  type BackupContents,
  type BackupEnd,
  type BackupHeader,
  type BackupLine,
  cutShort,
  damaged,
  isSection,
  nameOfLine,
  noBackup,
  noCounts,
  readHeader,
  SECTIONS,
  valueOfLine,
} from './format.ts'

const PIECE_BYTES = 64 * 1024
/** Longer than any record can be: what unpacks without an end is no backup. */
const MAX_LINE_BYTES = 256 * 1024 * 1024
const MAX_HEADER_BYTES = 64 * 1024

/** What is read, and how it is called for people. */
export type ReadBackupOptions = {
  file: string
  signal: AbortSignal
  /** Called now and then with how much of the file has been read. */
  onBytes?: (bytes: number) => void
}

/**
 * Reads a whole backup and checks it: nothing is wrong with a file that this returns for.
 *
 * @throws {EngineError} `BACKUP_BROKEN` or `BACKUP_OTHER_VERSION`, saying what is wrong with the file
 */
export async function checkBackup(
  path: string,
  options: ReadBackupOptions & {
    /** Is given what is not of the index, in its order. */
    onBelonging?: (section: 'lexicon' | 'key', value: unknown) => Promise<void>
  },
): Promise<BackupContents> {
  let build: Build | undefined
  const places: Place[] = []
  let contents: Omit<BackupContents, 'build' | 'places'> | undefined
  const onEnd = (end: typeof contents): void => {
    contents = end
  }
  for await (const { section, line } of readBackup(path, { ...options, onEnd })) {
    if (section === 'live') {
      const value = valueOfLine(line, options.file)
      if (!isBuild(value)) throw damaged(options.file)
      build = value
    } else if (section === 'place') {
      const value = valueOfLine(line, options.file)
      if (!isPlace(value)) throw damaged(options.file)
      places.push(value)
    } else if (section === 'lexicon' || section === 'key') {
      await options.onBelonging?.(section, valueOfLine(line, options.file))
    }
  }
  if (contents === undefined || build === undefined) throw damaged(options.file)
  return { ...contents, build, places }
}

/**
 * The lines of a backup between its first and its last. When the generator has ended, all of the file has been found to
 * be as it was written.
 *
 * @throws {EngineError} from its generator, as {@link checkBackup}; what it gave before is worth nothing then
 */
export async function* readBackup(
  path: string,
  {
    file,
    signal,
    onBytes,
    onEnd,
  }: ReadBackupOptions & { onEnd?: (contents: Omit<BackupContents, 'build' | 'places'>) => void },
): AsyncGenerator<BackupLine> {
  requireFile(path, file)
  const hash = createHash('sha256')
  const counts = noCounts()
  let header: BackupHeader | undefined
  let end: BackupEnd | undefined
  let sizeBytes = 0
  for await (const line of linesOf(unpacked(path, file, signal, onBytes), file)) {
    sizeBytes += line.length
    if (header === undefined) {
      header = readHeader(line, file)
      hash.update(line)
      continue
    }
    if (end !== undefined) throw damaged(file)
    const name = nameOfLine(line)
    if (name === 'end') {
      end = valueOfLine(line, file) as BackupEnd
      continue
    }
    if (!isSection(name)) throw damaged(file)
    hash.update(line)
    counts[name] += 1
    yield { section: name, line }
  }
  if (header === undefined) throw noBackup(file, 'there is nothing in it')
  if (end === undefined) throw cutShort(file)
  const sha256 = hash.digest('hex')
  if (end.sha256 !== sha256 || SECTIONS.some((one) => counts[one] !== (end?.counts[one] ?? 0)))
    throw damaged(file)
  onEnd?.({ header, counts, sha256, sizeBytes })
}

function requireFile(path: string, file: string): void {
  let size = 0
  try {
    const found = statSync(path)
    if (found.isDirectory()) throw noBackup(file, 'it is a folder')
    size = found.size
  } catch (error) {
    throw unreadable(error, file)
  }
  if (size === 0) throw noBackup(file, 'it is empty')
}

async function* unpacked(
  path: string,
  file: string,
  signal: AbortSignal,
  onBytes: ((bytes: number) => void) | undefined,
): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: PIECE_BYTES, signal })
  const gunzip = createGunzip({ chunkSize: PIECE_BYTES })
  // Either one fails the other; what failed is thrown where it is read.
  pipeline(source, gunzip, () => {})
  let hasBegun = false
  try {
    for await (const chunk of gunzip) {
      signal.throwIfAborted()
      hasBegun = true
      onBytes?.(source.bytesRead)
      yield chunk as Buffer
    }
  } catch (error) {
    signal.throwIfAborted()
    const code = errorCode(error)
    if (code === 'Z_BUF_ERROR') throw cutShort(file, error)
    const isHeader = error instanceof Error && /header|compression method/.test(error.message)
    if (code?.startsWith('Z_') && !hasBegun && isHeader) throw noBackup(file, 'it is not a gzip file')
    if (code?.startsWith('Z_')) throw damaged(file, error)
    throw unreadable(error, file)
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

/** Lines with their line breaks; what stands behind the last break is a line, too. */
async function* linesOf(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = []
  let length = 0
  let max = MAX_HEADER_BYTES
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      pieces.push(chunk.subarray(from, at + 1))
      yield pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces)
      pieces = []
      length = 0
      from = at + 1
      max = MAX_LINE_BYTES
    }
    if (from === chunk.length) continue
    pieces.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > max)
      throw max === MAX_HEADER_BYTES ? noBackup(file, 'it has something else in it') : damaged(file)
  }
  if (length > 0) yield Buffer.concat(pieces)
}

function unreadable(error: unknown, file: string): unknown {
  const code = errorCode(error)
  if (error instanceof EngineError || code === undefined) return error
  const why = new Map([
    ['ENOENT', 'does not exist'],
    ['ENOTDIR', 'does not exist'],
    ['EACCES', 'may not be read by this user'],
    ['EPERM', 'may not be read by this user'],
  ]).get(code)
  return new EngineError('BACKUP_BROKEN', `${file} ${why ?? `cannot be read (${code})`}.`, { cause: error })
}
