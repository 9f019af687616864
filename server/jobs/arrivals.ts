/**
 * Translations follow what comes and goes over REST: a moment after it can be found, what has come is compared with what
 * is there, and both sides are told.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../../engine/engine.ts'
import type { Logger } from '../../engine/logger.ts'
import type { Writing } from '../../engine/writing.ts'
import { followChanges } from '../../indexer/translations/follow.ts'
import type { Arrived } from '../../indexer/translations/nearby.ts'
import type { SingleWords } from '../../language/bridge/single-words.ts'

/** What comes in a burst is compared together, when it is over: those who put more are not to wait for it. */
const QUIET_MS = 1_000
/** A burst that does not end is taken in parts. */
const MAX_BURST_MS = 30_000

/** Follows what comes and goes. */
export type Follower = {
  /** Takes note of what has come and gone. */
  afterChange: (arrived: Arrived) => void
  /** Ends it; what was not compared yet is compared when the same documents come again, or with the next whole run. */
  close: () => Promise<void>
}

/** Compares what arrives, one burst after another, beside everything else that writes. */
export function followArrivals({
  engine,
  writing,
  bridge,
  onTranslations,
  logger,
}: {
  engine: Engine
  writing: Writing
  bridge: SingleWords | undefined
  /** Called when documents have other translations than before. */
  onTranslations: (() => void) | undefined
  logger: Logger
}): Follower {
  const closing = new AbortController()
  let put = new Set<string>()
  let removed: Arrived['removed'][number][] = []
  let following: Promise<void> | undefined
  let arrivedMs = 0

  const follow = async (): Promise<void> => {
    while (put.size + removed.length > 0) {
      await untilQuiet()
      const arrived = { put: [...put], removed }
      put = new Set()
      removed = []
      const { changed } = await writing.write(
        (writer) => followChanges(arrived, { engine, writer, bridge, signal: closing.signal }),
        closing.signal,
      )
      if (changed > 0) onTranslations?.()
    }
  }
  const untilQuiet = async (): Promise<void> => {
    const endMs = performance.now() + MAX_BURST_MS
    for (;;) {
      const leftMs = Math.min(arrivedMs + QUIET_MS, endMs) - performance.now()
      if (leftMs <= 0) return
      await sleep(leftMs, undefined, { signal: closing.signal })
    }
  }
  return {
    afterChange: (arrived) => {
      if (arrived.put.length + arrived.removed.length === 0) return
      arrivedMs = performance.now()
      for (const id of arrived.put) put.add(id)
      removed.push(...arrived.removed)
      following ??= follow()
        .catch((err: unknown) => {
          if (!closing.signal.aborted)
            logger.error({ err }, 'translations of new documents were not looked for')
        })
        .finally(() => {
          following = undefined
        })
    },
    close: async () => {
      closing.abort()
      await following
    },
  }
}
