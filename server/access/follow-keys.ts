/**
 * The keys of a running service: read at the start, read again as soon as the file changes. Notes when each was used
 * last, beside the requests and never in their way.
 */
import { stat } from 'node:fs/promises'
import { errorCode } from '../../engine/embedded/data-dir.ts'
import type { Logger } from '../../engine/logger.ts'
import { KeyError } from './errors.ts'
import { changeKeys, keyPaths, readKeys } from './key-file.ts'
import { type StoredKey, withLastUse } from './keys.ts'

const LOOK_EVERY_MS = 500
/** The time of last use is written no more often. */
const NOTE_EVERY_MS = 60_000

/** The keys at this moment; where the file cannot be used, nobody knows which keys are good. */
export type KeysState = { are: 'usable'; keys: readonly StoredKey[] } | { are: 'unusable' }

/** The keys of a service. */
export type KeyRing = {
  state: () => KeysState
  /** Notes that a key was used now. */
  used: (id: string) => void
  /** Ends it; what is not written of last uses is written first. */
  close: () => Promise<void>
}

/** A service without keys. */
export const noKeys: KeyRing = {
  state: () => ({ are: 'usable', keys: [] }),
  used: () => {},
  close: async () => {},
}

/** Follows the keys of a data directory. What is wrong with their file is logged, each time it changes. */
export async function followKeys(
  dataDir: string,
  { logger, now = Date.now }: { logger: Logger; now?: () => number },
): Promise<KeyRing> {
  let state: KeysState = { are: 'usable', keys: [] }
  let seen = ''
  let rights = ''
  let complaint = ''
  const usedMs = new Map<string, number>()
  const notedMs = new Map<string, number>()

  const look = async (): Promise<void> => {
    try {
      const found = await stateOf(dataDir)
      if (found === seen && complaint === '') return
      const keys = await readKeys(dataDir)
      const isFirst = seen === '' && complaint === ''
      if (!isFirst && rightsOf(keys) !== rights) logger.info({ keys: keys.length }, 'using changed keys')
      state = { are: 'usable', keys }
      rights = rightsOf(keys)
      seen = found
      complaint = ''
    } catch (error) {
      state = { are: 'unusable' }
      const reason = error instanceof KeyError ? error.message : String(error)
      if (reason === complaint) return
      complaint = reason
      logger.error({ problem: reason }, 'the keys cannot be used: nobody may write until they can')
    }
  }
  const note = async (isDue: (id: string) => boolean): Promise<void> => {
    const due = new Map([...usedMs].filter(([id]) => isDue(id)))
    if (due.size === 0 || state.are === 'unusable') return
    for (const id of due.keys()) {
      usedMs.delete(id)
      // Also if it fails: then it is tried again with the next use, a minute later.
      notedMs.set(id, now())
    }
    await changeKeys(dataDir, (keys) => ({ keys: withLastUse(keys, due), result: undefined })).catch(
      (error: unknown) => logger.warn({ err: error }, 'when keys were used last could not be noted'),
    )
  }
  const isDue = (id: string): boolean =>
    now() - (notedMs.get(id) ?? Number.NEGATIVE_INFINITY) >= NOTE_EVERY_MS

  let turn: Promise<void> | undefined
  await look()
  const timer = setInterval(() => {
    turn ??= look()
      .then(() => note(isDue))
      .finally(() => {
        turn = undefined
      })
  }, LOOK_EVERY_MS)
  timer.unref()
  return {
    state: () => state,
    used: (id) => void usedMs.set(id, now()),
    close: async () => {
      clearInterval(timer)
      await turn
      await note(() => true)
    },
  }
}

/** Stands for all of the keys but their last use, which the service itself notes. */
function rightsOf(keys: readonly StoredKey[]): string {
  return JSON.stringify(keys.map(({ lastUsedAt: _, ...rest }) => rest))
}

/** Stands for the file as it is now; every change is a new file. */
async function stateOf(dataDir: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(keyPaths(dataDir).file, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'none'
    throw error
  }
}
