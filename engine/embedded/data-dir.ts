/**
 * The directory in which the embedded engine keeps everything: what lies where in it, whether it can be used,
 * and the room left on its disk. It does not lock the directory: embedded/kernel-lock.ts and
 * embedded/pid-lock.ts do.
 */
import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { EngineError } from '../errors.ts'

/** The files and directories below a data directory, as absolute paths. */
export interface DataPaths {
  /** Verified copies of the engine's binary. */
  readonly binaries: string
  readonly database: string
  readonly dumps: string
  readonly snapshots: string
  /** What the engine writes while it indexes: on the disk of the data, never in a `/tmp` that is memory. */
  readonly temporary: string
  readonly masterKey: string
  /** Held by the kernel for as long as the engine lives, see embedded/kernel-lock.ts. */
  readonly lock: string
  /** Its stand-in where the kernel's lock cannot be had, see embedded/pid-lock.ts. */
  readonly pidLock: string
  /** Where the engine answers and who runs it, see embedded/note.ts. */
  readonly note: string
}

/** Says where things lie below `dataDir`. */
export function dataPaths(dataDir: string): DataPaths {
  const below = (name: string) => join(resolve(dataDir), name)
  return {
    binaries: below('bin'),
    database: below('data.ms'),
    dumps: below('dumps'),
    snapshots: below('snapshots'),
    temporary: below('tmp'),
    masterKey: below('master.key'),
    lock: below('engine.lock'),
    pidLock: below('engine.pid'),
    note: below('engine.json'),
  }
}

/**
 * Makes `dataDir` ready for the engine: created for its owner only (mode 0700) where it is missing, left as
 * it is where it exists. Returns its absolute path.
 * @throws EngineError DATA_DIR_UNUSABLE where it is no directory, has no name, or cannot be written.
 */
export async function prepareDataDir(dataDir: string): Promise<string> {
  // Path functions take an empty name for the current folder, and the master key would be put there.
  if (dataDir === '') {
    throw new EngineError('DATA_DIR_UNUSABLE', 'The data directory has no name. Set DATA_DIR to a directory.')
  }
  const root = resolve(dataDir)
  try {
    await mkdir(root, { recursive: true, mode: 0o700 })
    await access(root, constants.R_OK | constants.W_OK | constants.X_OK)
    await mkdir(dataPaths(root).temporary, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw dataDirError(root, error)
  }
  return root
}

/**
 * With less free space than this, in bytes, the engine is not started: it would fail at once, and one that is
 * still up answers searches even on a full disk.
 */
export const neededDiskBytes = 64 * 1024 * 1024

/** Counts the bytes that this user may still write on the disk that holds `dir`. */
export async function freeDiskBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir)
  return bavail * bsize
}

const notOwned: readonly [string, string] = [
  `may not be used by this user (uid ${process.getuid?.() ?? 'unknown'})`,
  'Make this user its owner (chown)',
]

/** What a file system error means for a path, and what to do about it. */
const senses: Readonly<Record<string, readonly [string, string]>> = {
  EEXIST: ['is a file', 'Move the file away'],
  ENOTDIR: ['is a file, or lies below one', 'Move the file away'],
  EACCES: notOwned,
  EPERM: notOwned,
  // What mkdir gives for a directory to be made on a read-only file system.
  ENOENT: ['cannot be created (is its file system read-only?)', 'Mount it for writing'],
  EROFS: ['is on a read-only file system', 'Mount it for writing'],
  ENOSPC: ['is on a disk without enough free space', 'Make room'],
  EDQUOT: ['is over the disk quota of this user', 'Make room'],
  ENAMETOOLONG: ['has too long a name', 'Shorten it'],
}

/**
 * Turns a file system error below `dataDir` into one that says what is wrong with which path, and what to do:
 * DISK_FULL where room is missing, else DATA_DIR_UNUSABLE. An EngineError comes back as it is.
 */
export function dataDirError(dataDir: string, cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause
  const code = errorCode(cause) ?? 'unknown error'
  const [what, remedy] = senses[code] ?? [`gives the error ${code}`, 'Repair it']
  const path = cause instanceof Error && 'path' in cause ? String(cause.path) : dataDir
  return new EngineError(
    code === 'ENOSPC' || code === 'EDQUOT' ? 'DISK_FULL' : 'DATA_DIR_UNUSABLE',
    `The data directory ${dataDir} cannot be used: ${path} ${what}. ` +
      `${remedy}, or set DATA_DIR to another directory.`,
    { cause },
  )
}

/** The `code` of a Node.js system error, such as `ENOENT`; undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
