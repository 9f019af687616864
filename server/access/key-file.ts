/**
 * The file of keys in the data directory: read whole, changed under a lock by one rename, for its owner's eyes only. It
 * has the hashes of secrets, never a secret.
 */
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { errorCode } from '../../engine/embedded/data-dir.ts'
import { takePidLock } from '../../engine/embedded/pid-lock.ts'
import { EngineError } from '../../engine/errors.ts'
import { KeyError } from './errors.ts'
import { StoredKey } from './keys.ts'

const KeyFile = Type.Object({ version: Type.Literal(1), keys: Type.Array(StoredKey) })

/** A change takes milliseconds; whoever waits longer waits for something that is stuck. */
const WAIT_MS = 10_000

/** Where the keys of a data directory lie, and the lock that is held while they are changed. */
export function keyPaths(dataDir: string): { file: string; lock: string } {
  return { file: join(dataDir, 'keys.json'), lock: join(dataDir, 'keys.lock') }
}

/**
 * The keys of a data directory; none if there is no file.
 *
 * @throws {KeyError} `KEYS_BROKEN` if it is no file of keys, `KEYS_UNUSABLE` if it cannot be read
 */
export async function readKeys(dataDir: string): Promise<readonly StoredKey[]> {
  const { file } = keyPaths(dataDir)
  try {
    return parseKeys(await readFile(file, 'utf8'), file)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw keyFileError(error, file)
  }
}

/**
 * Replaces the keys of a data directory, which must exist, by what `change` makes of them, one change after another
 * whoever makes them. What `change` throws leaves them as they were.
 *
 * @throws {KeyError} also `KEYS_LOCKED` if another change does not end
 */
export async function changeKeys<T>(
  dataDir: string,
  change: (keys: readonly StoredKey[]) => { keys: readonly StoredKey[]; result: T },
): Promise<T> {
  const { file, lock } = keyPaths(dataDir)
  const release = await takeLock(lock)
  try {
    const { keys, result } = change(await readKeys(dataDir))
    await replace(file, `${JSON.stringify({ version: 1, keys }, null, 2)}\n`)
    return result
  } finally {
    await release()
  }
}

function parseKeys(text: string, file: string): readonly StoredKey[] {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    throw broken(file, 'is not JSON')
  }
  if (Value.Check(KeyFile, content)) return content.keys
  const [error] = Value.Errors(KeyFile, content)
  throw broken(file, `is no file of keys (${error?.instancePath || '/'} ${error?.message})`)
}

function broken(file: string, how: string): KeyError {
  return new KeyError(
    'KEYS_BROKEN',
    `${file} ${how}. Restore it, or remove it and make new keys: bifora keys add`,
  )
}

async function takeLock(lock: string): Promise<() => Promise<void>> {
  const endMs = performance.now() + WAIT_MS
  for (;;) {
    try {
      const taken = await takePidLock(lock)
      if ('lock' in taken) return taken.lock.release
    } catch (error) {
      // That another one is just taking over from a holder that died means to wait, too.
      if (!(error instanceof EngineError)) throw keyFileError(error, lock)
    }
    if (performance.now() > endMs) {
      throw new KeyError(
        'KEYS_LOCKED',
        `The keys are being changed by another Bifora. If none runs, remove ${lock}* and try again.`,
      )
    }
    await delay(5 + Math.random() * 20)
  }
}

async function replace(file: string, text: string): Promise<void> {
  // Always the same name, so that what a killed process leaves is used up by the next; the lock keeps others away.
  const draft = `${file}.tmp`
  try {
    await rm(draft, { force: true })
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    throw keyFileError(error, file)
  } finally {
    await rm(draft, { force: true })
  }
}

const SENSES: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written by this user. Make this user its owner (chown)',
  EPERM: 'may not be read or written by this user. Make this user its owner (chown)',
  EISDIR: 'is a folder. Move it away',
  ENOSPC: 'could not be written: the disk is full. Make room',
  EROFS: 'is on a read-only file system. Mount it for writing',
}

function keyFileError(error: unknown, file: string): unknown {
  const code = errorCode(error)
  if (error instanceof KeyError || code === undefined) return error
  const what = SENSES[code] ?? `cannot be used (${code})`
  return new KeyError('KEYS_UNUSABLE', `${file} ${what}.`, { cause: error })
}
