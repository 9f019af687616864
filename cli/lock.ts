/**
 * One change of the files of a data directory at a time, whichever process makes it: what is read and written back would
 * otherwise lose what another one has written meanwhile. The engine's data have locks of their own.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { takePidLock } from '../engine/embedded/pid-lock.ts'
import { EngineError } from '../engine/errors.ts'
import { ConfigError } from './config.ts'

/** Changes take a moment; who waits longer waits for somebody who does not move. */
const PATIENCE_MS = 30_000
const LOOK_EVERY_MS = 20

/**
 * Makes a change while no other process makes one; waits for its turn.
 *
 * @param dataDir made if missing
 * @throws {ConfigError} after half a minute; the reason of `signal` if that aborts before its turn; whatever `change` throws
 */
export async function whileLocked<T>(
  dataDir: string,
  signal: AbortSignal,
  change: () => T | Promise<T>,
): Promise<T> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'changes.lock')
  const giveUpMs = performance.now() + PATIENCE_MS
  for (;;) {
    signal.throwIfAborted()
    const lock = await takeIfFree(file)
    if (lock !== undefined) {
      try {
        return await change()
      } finally {
        await lock.release()
      }
    }
    if (performance.now() > giveUpMs) {
      throw new ConfigError(
        `Another process has been changing the files of ${dataDir} for ${PATIENCE_MS / 1000} s. Wait for it; if there is none, remove ${file} and ${file}.takeover.`,
      )
    }
    await delay(LOOK_EVERY_MS, undefined, { signal })
  }
}

/** A lock, or nothing while another process has it or takes it over from one that is gone. */
export async function takeIfFree(file: string): Promise<{ release: () => Promise<void> } | undefined> {
  try {
    const taken = await takePidLock(file)
    return 'lock' in taken ? taken.lock : undefined
  } catch (error) {
    if (error instanceof EngineError && error.code === 'DATA_DIR_IN_USE') return undefined
    throw error
  }
}
