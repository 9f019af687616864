/**
 * Finding the files below the indexed roots, in an order that does not change from run to run. It looks at
 * names and kinds, and at the beginning of files whose names tell no format; what is in them is read later.
 */
import { close as closeFile, open as openFile, type Stats, fstat as statOpen } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { promisify } from 'node:util'
import { ahead } from '../ahead.ts'
import type { FoundFile, Skipped } from '../document.ts'
import { IndexingError, toIndexingError } from '../errors.ts'
import { type Entry, listFolder } from './entries.ts'
import {
  type Format,
  formatNamed,
  formatOf,
  formatOfPath,
  OPENING_BYTES,
  type ReadOptions,
  unsupportedReason,
} from './formats.ts'

type Found = FoundFile | Skipped

/** Without the handles of `node:fs/promises`, which take most of the time where there are many files. */
const [openPlainly, statPlainly, closePlainly] = [
  promisify<string | Buffer, string, number>(openFile),
  promisify<number, Stats>(statOpen),
  promisify(closeFile),
]

/** Files that are looked at at the same time. */
const INSPECTED_AHEAD = 16

/**
 * Every file below the roots that is of a format that is read, depth first, names in code-unit order, and what was passed
 * over with the reason. Hidden names are passed over silently. Symbolic links below a root are not followed,
 * so a walk always ends; a root itself may be one.
 *
 * @param roots Directories or files, in the order they are to be walked.
 * @param options What is passed over unless it is asked for.
 * @throws {IndexingError} `PATH_MISSING`, before anything is yielded, if one of the roots does not exist.
 */
export async function* walkFiles(roots: readonly string[], options: ReadOptions = {}): AsyncGenerator<Found> {
  for (const root of roots) await requireRoot(root)
  for (const root of roots) {
    const absolutePath = resolve(root)
    const kind = await stat(absolutePath).catch(toIndexingError)
    if (kind instanceof IndexingError) yield failed(basename(absolutePath), kind)
    else if (kind.isDirectory()) yield* walkDirectory(absolutePath, '', options)
    else if (kind.isFile()) yield inspectFile(absolutePath, basename(absolutePath), options)
    else yield ignored(basename(absolutePath), 'not a regular file')
  }
}

async function requireRoot(root: string): Promise<void> {
  try {
    await stat(root)
  } catch (cause) {
    const { code, message } = toIndexingError(cause)
    // A root that is there but closed is reported in its turn, like any other.
    if (code === 'NO_PERMISSION') return
    const what = /ENOENT|ENOTDIR/.test(message) ? 'there is no such file or directory' : `it ${message}`
    throw new IndexingError(
      'PATH_MISSING',
      `Nothing was indexed: cannot find "${root}": ${what}. Give the path of a folder or of a file.`,
      { cause },
    )
  }
}

async function* walkDirectory(
  absolutePath: string | Buffer,
  path: string,
  options: ReadOptions,
): AsyncGenerator<Found> {
  const entries = await listFolder(absolutePath).catch(toIndexingError)
  if (entries instanceof IndexingError) {
    yield failed(path === '' ? basename(absolutePath.toString()) : path, entries)
    return
  }
  const pathOf = ({ name }: Entry): string => (path === '' ? name : `${path}/${name}`)
  const visible = entries.filter(({ name }) => !name.startsWith('.'))
  const inspect = async (entry: Entry): Promise<Found | undefined> =>
    entry.kind === 'folder' ? undefined : inspectEntry(entry, pathOf(entry), options)
  for await (const { item, result } of ahead(visible, INSPECTED_AHEAD, inspect)) {
    const found = await result
    if (found === undefined) yield* walkDirectory(item.absolutePath, pathOf(item), options)
    else yield found
  }
}

async function inspectEntry(
  { kind, absolutePath }: Entry,
  path: string,
  options: ReadOptions,
): Promise<Found> {
  if (kind === 'link') return ignored(path, 'symbolic link, not followed')
  return kind === 'file' ? inspectFile(absolutePath, path, options) : ignored(path, 'not a regular file')
}

async function inspectFile(
  absolutePath: string | Buffer,
  path: string,
  options: ReadOptions,
): Promise<Found> {
  try {
    const named = options.as === undefined ? formatOfPath(path) : formatNamed(options.as)
    const isTold = named !== undefined && isWanted(named, options)
    if (isTold) return await seen(absolutePath, path)
    const { opening, ...found } = await look(absolutePath, path)
    const format = formatOf(path, opening)
    if (format === undefined) return ignored(path, unsupportedReason(path))
    return isWanted(format, options) ? found : ignored(path, `${format.name}; set OCR=on to read it`)
  } catch (cause) {
    return failed(path, toIndexingError(cause))
  }
}

/** A file as it stands there, opened to see that it can be. */
async function seen(absolutePath: string | Buffer, path: string): Promise<FoundFile> {
  const descriptor = await openPlainly(absolutePath, 'r')
  try {
    const { size, mtimeMs } = await statPlainly(descriptor)
    return { absolutePath, path, sizeBytes: size, mtimeMs }
  } finally {
    await closePlainly(descriptor)
  }
}

/** A file as it stands there, with the bytes that it begins with. */
async function look(absolutePath: string | Buffer, path: string): Promise<FoundFile & { opening: Buffer }> {
  const file = await open(absolutePath, 'r')
  try {
    const { size, mtimeMs } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(OPENING_BYTES), 0, OPENING_BYTES, 0)
    return {
      absolutePath,
      path,
      sizeBytes: size,
      mtimeMs,
      opening: buffer.subarray(0, bytesRead),
    }
  } finally {
    await file.close()
  }
}

/** Whether files of a format are read with these options. */
function isWanted({ needs }: Format, options: ReadOptions): boolean {
  return needs === undefined || options[needs] !== undefined
}

function ignored(path: string, reason: string): Skipped {
  return { path, reason, kind: 'ignored' }
}

function failed(path: string, error: IndexingError): Skipped {
  return { path, reason: error.message, kind: 'failed' }
}
