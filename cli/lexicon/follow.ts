/**
 * The bridge of a running service: read at the start, read again when a lexicon changes. The second time searches are
 * being answered, so it is made in slices, beside the one in use.
 */
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import type { Logger } from '../../engine/logger.ts'
import { type Bridge, bridgeOver } from '../../language/bridge/bridge.ts'
import { atOnce, inSlices, type Steps } from '../../language/slices.ts'
import { lexiconsOf, packagedLexicon, packagedVariants, storedLexicons } from './files.ts'

const LOOK_EVERY_MS = 2_000

/** The lexicons of a data directory, followed. */
export type FollowedLexicons = {
  bridge: () => Bridge
  /** Stands for the files that the bridge was made of: the same in every process that uses the same ones. */
  version: () => string
  /** Looks at once; resolves to whether what the files have now is in use. */
  refresh: () => Promise<boolean>
  close: () => void
}

/**
 * The bridge over the packaged lexicon and those of a data directory. A lexicon that cannot be used is logged with its
 * line; at the start the others are used without it. When one goes bad later, what was in use stays in use, also where the
 * folder itself cannot be read.
 */
export function followLexicons(dataDir: string, logger: Logger): FollowedLexicons {
  let read = stateOf(dataDir)
  let usedState = read
  let used = atOnce(load(dataDir, logger))
  let isCurrent = true
  const look = async (): Promise<boolean> => {
    const state = stateOf(dataDir)
    if (state === read) return isCurrent
    ;[read, isCurrent] = [state, false]
    const next = await inSlices(load(dataDir, logger, used.problems))
    if (next === undefined) return false
    ;[used, usedState, isCurrent] = [next, state, true]
    logger.info({ entries: next.bridge.size }, 'using changed lexicons')
    return true
  }
  // One look after the other: who asks while there is one may have changed a file behind its back.
  let looking: Promise<boolean> = Promise.resolve(true)
  let isLooking = 0
  const refresh = (): Promise<boolean> => {
    isLooking += 1
    looking = looking
      .catch(() => false)
      .then(look)
      .finally(() => {
        isLooking -= 1
      })
    return looking
  }
  const timer = setInterval(() => {
    // What changes meanwhile is seen the next time.
    if (isLooking > 0) return
    // A service goes on with the lexicons that it has.
    refresh().catch((err: unknown) => logger.error({ err }, 'the lexicons could not be read again'))
  }, LOOK_EVERY_MS)
  timer.unref()
  return {
    bridge: () => used.bridge,
    version: () => createHash('sha256').update(usedState).digest('base64url'),
    refresh,
    close: () => clearInterval(timer),
  }
}

/** A bridge, and what was wrong with lexicons that it was made without. */
type Loaded = { bridge: Bridge; problems: ReadonlySet<string> }

function load(dataDir: string, logger: Logger): Steps<Loaded>
function load(dataDir: string, logger: Logger, known: ReadonlySet<string>): Steps<Loaded | undefined>
/** @param known problems that there may be; given and another one: nothing is made */
function* load(dataDir: string, logger: Logger, known?: ReadonlySet<string>): Steps<Loaded | undefined> {
  const { lexicons, problems } = yield* lexiconsOf(dataDir)
  for (const { message } of problems) logger.warn({ problem: message }, 'a lexicon cannot be used')
  if (known !== undefined && problems.some(({ message }) => !known.has(message))) return undefined
  return { bridge: yield* bridgeOver(lexicons), problems: new Set(problems.map(({ message }) => message)) }
}

/**
 * Stands for the files as they are now: names, sizes and times of change; or for why they cannot be looked at, which
 * reading them then tells.
 */
function stateOf(dataDir: string): string {
  try {
    return [packagedLexicon, ...packagedVariants, ...storedLexicons(dataDir)]
      .map(({ path }) => {
        const file = statSync(path, { throwIfNoEntry: false })
        return `${path} ${file?.size} ${file?.mtimeMs}`
      })
      .join('\n')
  } catch (error) {
    return String(error)
  }
}
