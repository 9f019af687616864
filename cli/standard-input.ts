/** What comes in on the standard input, put down in a file: it is looked at more than once, and may be larger than memory. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { dataDirError } from '../engine/embedded/data-dir.ts'
import { isAlive } from '../engine/embedded/process-identity.ts'
import { IndexingError } from '../indexer/errors.ts'
import { FORMAT_NAMES, formatTold, OPENING_BYTES } from '../indexer/read/formats.ts'
import { formatByLook } from '../indexer/read/nameless.ts'
import { megabytes } from './backup.ts'
import { ConfigError } from './config.ts'
import { createStatusLine } from './status-line.ts'

/** What stands for it where a path is asked for. */
export const STANDARD_INPUT = '-'
/** What it is called where nobody says otherwise. */
const DEFAULT_NAME = 'stdin'

/** What the folders are called that it is put down in: behind it the process, which says whether it is still needed. */
const PREFIX = 'input-'

/** How to take it, as it is given with the command. */
export type InputFlags = {
  /** What it is called: its extension tells the format where its content does not. Default `stdin`. */
  name?: string | undefined
  /** Name of its format. Default: told by its content, else by its name. */
  format?: string | undefined
}

/** The standard input as a file. */
export type InputFile = {
  /** Absolute path; its last part is the name it goes by. */
  path: string
  /** The format that it has to be read as, where neither its beginning nor its name tells that. */
  as?: string
  remove: () => Promise<void>
}

/**
 * Checks that the standard input is among the paths, at most once, if anything is said about it.
 *
 * @throws {ConfigError} with what to do instead
 */
export function requireInputFlags(paths: readonly string[], { name, format }: InputFlags): void {
  const times = paths.filter((path) => path === STANDARD_INPUT).length
  if (times > 1) throw new ConfigError('The standard input can be read once: give - one time.')
  if (times === 0 && (name !== undefined || format !== undefined)) {
    throw new ConfigError('--name and --format are for the standard input: give - as the path.')
  }
  if (name !== undefined && !isPlainName(name)) {
    throw new ConfigError(
      `"${name}" cannot be the name of what comes in. Give one as of a file, without a folder, such as posts.jsonl.`,
    )
  }
  if (format !== undefined && !FORMAT_NAMES.includes(format)) {
    throw new ConfigError(`There is no format "${format}". Formats: ${FORMAT_NAMES.join(', ')}.`)
  }
}

function isPlainName(name: string): boolean {
  return Buffer.byteLength(name) <= 200 && /^[^./\\\p{C}][^/\\\p{C}]*$/u.test(name) && name.trim() === name
}

/**
 * Reads the standard input to its end, into a file below `folder`. Remove it when it has been used.
 *
 * @throws {IndexingError} `NO_INPUT` if nothing comes, `UNREADABLE` if it breaks off, `UNSUPPORTED_FORMAT` if it is of none
 * @throws {EngineError} `DISK_FULL` if there is no room for it
 */
export async function takeInput(
  { name = DEFAULT_NAME, format }: InputFlags,
  { folder, signal, stdin = process.stdin }: { folder: string; signal: AbortSignal; stdin?: Readable },
): Promise<InputFile> {
  if ('isTTY' in stdin && stdin.isTTY === true) {
    process.stderr.write(
      'Reading what you type; end it with Ctrl-D in a line of its own. To read a file instead: bifora index <path>, or ‹command› | bifora index -\n',
    )
  }
  await removeLeftOver(folder)
  const below = await mkdtemp(join(folder, `${PREFIX}${process.pid}-`))
  const remove = (): Promise<void> => rm(below, { recursive: true, force: true })
  const path = join(below, name)
  const status = createStatusLine(process.stderr)
  try {
    const sizeBytes = await copy(stdin, path, {
      signal,
      onBytes: (bytes) => status.show(`reading the standard input, ${megabytes(bytes)}`),
    })
    if (sizeBytes === 0) throw noInput(name)
    const opening = await openingOf(path)
    const isTold = format === undefined && formatTold(name, opening) !== undefined
    const as = isTold ? undefined : (format ?? formatByLook(opening))
    if (!isTold && as === undefined) throw unknownFormat()
    return { path, ...(as === undefined ? {} : { as }), remove }
  } catch (error) {
    await remove()
    throw error
  } finally {
    status.end()
  }
}

/** Takes away what processes have left that were killed before they could. */
async function removeLeftOver(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (pid === undefined || (await isAlive(Number(pid)))) continue
    await rm(join(folder, name), { recursive: true, force: true })
  }
}

async function copy(
  stdin: Readable,
  path: string,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<number> {
  let sizeBytes = 0
  let failure: unknown
  stdin.once('error', (error) => {
    failure = error
  })
  const counted = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      sizeBytes += piece.length
      onBytes(sizeBytes)
      yield piece
    }
  }
  try {
    await pipeline(stdin, counted, createWriteStream(path, { mode: 0o600 }), { signal })
  } catch (error) {
    signal.throwIfAborted()
    if (failure === error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'an error'
      throw new IndexingError(
        'UNREADABLE',
        `The standard input cannot be read (${code}). Nothing was indexed.`,
        { cause: error },
      )
    }
    throw dataDirError(path, error)
  }
  return sizeBytes
}

function noInput(name: string): IndexingError {
  return new IndexingError(
    'NO_INPUT',
    `Nothing came in on the standard input, so nothing was done: what is indexed as "${name}" stays. bifora forget ${name} removes it.`,
  )
}

function unknownFormat(): IndexingError {
  return new IndexingError(
    'UNSUPPORTED_FORMAT',
    'What came in on the standard input is neither text nor of a format that is read. Nothing was done.',
  )
}

async function openingOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(OPENING_BYTES), 0, OPENING_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
