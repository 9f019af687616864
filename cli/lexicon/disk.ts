/** Reading and replacing files whole, with errors that say what to do. Knows nothing of what is in them. */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { LexiconError } from '../../language/bridge/lexicon.ts'
import { atOnce, type Steps } from '../../language/slices.ts'

/** Largest file that is read whole. */
const MAX_FILE_BYTES = 256 * 1024 * 1024

/** Read at a time: some milliseconds. */
const PIECE_BYTES = 1024 * 1024

/**
 * The text of a file.
 *
 * @throws {LexiconError} if it cannot be read, is too large or is not UTF-8
 */
export function readText(path: string): string {
  return atOnce(textOf(path))
}

/** {@link readText}, a megabyte at a time. */
export function* textOf(path: string): Steps<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const pieces: string[] = []
  const file = openFile(path)
  try {
    const bytes = Buffer.allocUnsafe(PIECE_BYTES)
    for (let length = 1; length > 0; ) {
      length = readSync(file, bytes, 0, PIECE_BYTES, null)
      pieces.push(decoder.decode(bytes.subarray(0, length), { stream: length > 0 }))
      yield
    }
    return pieces.join('')
  } catch (error) {
    if (error instanceof TypeError) throw new LexiconError(`${path} is not UTF-8. Convert it to UTF-8.`)
    throw fileError(error, path)
  } finally {
    closeSync(file)
  }
}

function openFile(path: string): number {
  try {
    requireSize(path)
    return openSync(path, 'r')
  } catch (error) {
    throw fileError(error, path)
  }
}

function requireSize(path: string): void {
  const { size } = statSync(path)
  if (size <= MAX_FILE_BYTES) return
  throw new LexiconError(
    `${path} has ${size} bytes; at most ${MAX_FILE_BYTES} are read. Split it, or keep what matters.`,
  )
}

/**
 * The bytes of a file.
 *
 * @throws {LexiconError} if it cannot be read or is too large
 */
export function readBytes(path: string): Buffer {
  try {
    requireSize(path)
    return readFileSync(path)
  } catch (error) {
    throw fileError(error, path)
  }
}

/** Replaces files, all or none as far as a file system can: every text is on disk before the first name changes. */
export function replaceFiles(files: readonly { path: string; text: string }[], directory: string): void {
  const mark = randomBytes(6).toString('hex')
  const temporary = (path: string): string => `${path}.${mark}.tmp`
  try {
    mkdirSync(directory, { recursive: true })
    for (const { path, text } of files) writeFileSync(temporary(path), text, { flush: true })
    for (const { path } of files) renameSync(temporary(path), path)
  } catch (error) {
    throw fileError(error, directory)
  } finally {
    for (const { path } of files) rmSync(temporary(path), { force: true })
  }
}

/** What a failed file operation means, for people; errors that say it already come back as they are. */
export function fileError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = new Map([
    ['ENOENT', 'does not exist'],
    ['EISDIR', 'is a folder. Give files'],
    ['EACCES', 'may not be read or written by this user'],
    ['EPERM', 'may not be read or written by this user'],
    ['ENOSPC', 'could not be written: the disk is full'],
  ]).get(code)
  if (reason !== undefined) return new LexiconError(`${path} ${reason}.`)
  if (/^E[A-Z]+$/.test(code)) return new LexiconError(`${path} cannot be used (${code}).`)
  return error
}
