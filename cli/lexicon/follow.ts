/**
 * The bridge of a running service: read at the start, read again when a lexicon changes. The second time searches are
 * being answered, so it is made in slices, beside the one in use.
 */
import { statSync } from 'node:fs'
import type { Logger } from '../../engine/logger.ts'
import { type Bridge, bridgeOver, createBridge } from '../../language/bridge/bridge.ts'
import { atOnce, inSlices, type Steps } from '../../language/slices.ts'
import { lexiconsOf, packagedLexicon, packagedVariants, storedLexicons } from './files.ts'

const LOOK_EVERY_MS = 2_000

/**
 * The bridge over the packaged lexicon and those of a data directory. A lexicon that cannot be used is logged with its
 * line; at the start the others are used without it, later what was in use stays in use, also where the folder itself
 * cannot be read.
 */
export function followLexicons(dataDir: string, logger: Logger): { bridge: () => Bridge; close: () => void } {
  let read = stateOf(dataDir)
  let bridge = atOnce(load(dataDir, logger, () => true))
  const look = async (): Promise<void> => {
    const state = stateOf(dataDir)
    if (state === read) return
    read = state
    const next = await inSlices(load(dataDir, logger, (problems) => problems === 0))
    if (next === undefined) return
    bridge = next
    logger.info({ entries: next.size }, 'using changed lexicons')
  }
  let isLooking = false
  const timer = setInterval(async () => {
    // What changes meanwhile is seen the next time.
    if (isLooking) return
    isLooking = true
    try {
      await look()
    } catch (err) {
      // A service goes on with the lexicons that it has.
      logger.error({ err }, 'the lexicons could not be read again')
    } finally {
      isLooking = false
    }
  }, LOOK_EVERY_MS)
  timer.unref()
  return { bridge: () => bridge ?? createBridge([]), close: () => clearInterval(timer) }
}

function* load(
  dataDir: string,
  logger: Logger,
  isUsable: (problems: number) => boolean,
): Steps<Bridge | undefined> {
  const { lexicons, problems } = yield* lexiconsOf(dataDir)
  for (const { message } of problems) logger.warn({ problem: message }, 'a lexicon cannot be used')
  return isUsable(problems.length) ? yield* bridgeOver(lexicons) : undefined
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
