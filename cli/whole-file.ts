/** A file that is there as a whole or not at all, for its owner's eyes only. Knows nothing of what is in it. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { errorCode } from '../engine/embedded/data-dir.ts'
import { ConfigError } from './config.ts'

/**
 * Writes a file under another name beside it, and gives it its own when it is on disk.
 *
 * @param isForced whether one that is there already is replaced
 * @param write writes into the stream and ends it
 * @returns what `write` returns
 * @throws {ConfigError} if it is there already or cannot be written, saying why; whatever `write` throws. Nothing is left
 * behind then
 */
export async function writeWhole<T>(
  path: string,
  isForced: boolean,
  write: (sink: Writable) => Promise<T>,
): Promise<T> {
  const target = resolve(path)
  const draft = `${target}.${randomBytes(6).toString('hex')}.tmp`
  try {
    if (!isForced) requireAbsent(target, path)
    // Its end is told when all of it is on disk.
    const sink = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })
    await once(sink, 'open')
    let result: T
    try {
      result = await write(sink)
    } finally {
      sink.destroy()
    }
    // It may have come while this one was written.
    if (!isForced) requireAbsent(target, path)
    await rename(draft, target)
    await syncFolder(dirname(target))
    return result
  } catch (error) {
    throw writingError(error, path)
  } finally {
    await rm(draft, { force: true }).catch(() => {
      // Where nothing can be removed, nothing could be written: that is the error that is told.
    })
  }
}

/** A name that has changed is on disk when its folder is; not every file system knows that. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } catch {
    // The file itself is on disk: at worst, after a power failure, it is not there.
  } finally {
    await folder.close()
  }
}

function requireAbsent(target: string, path: string): void {
  if (existsSync(target)) {
    throw new ConfigError(
      `${path} is there already and was left as it is. Give another name, or --force to replace it.`,
    )
  }
}

/** What a failed file operation means; other errors come back as they are. */
function writingError(error: unknown, path: string): unknown {
  const code = error instanceof ConfigError ? undefined : errorCode(error)
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return error
  const why = new Map([
    ['ENOENT', 'its folder does not exist. Make it first'],
    ['ENOTDIR', 'it would lie below a file. Give another name'],
    ['EISDIR', 'it is a folder. Give the name of a file'],
    ['EACCES', 'this user may not write there. Give another folder'],
    ['EPERM', 'this user may not write there. Give another folder'],
    ['EROFS', 'its file system is read-only. Give another folder'],
    ['ENOSPC', 'the disk is full. Make room, or give another folder'],
    ['EDQUOT', 'this user may not use more of the disk. Make room, or give another folder'],
    ['EFBIG', 'it would be larger than a file may be. Give another folder'],
  ]).get(code)
  return new ConfigError(`${path} could not be written: ${why ?? `the system says ${code}`}.`, {
    cause: error,
  })
}
