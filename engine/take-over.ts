/**
 * The engine of a service that attached to another one's: when that ends, this service starts the engine itself, or
 * attaches to whoever was faster. Until then its calls fail, and say so.
 */
import type { AttachedEngine } from './attached.ts'
import { pause } from './embedded/enter.ts'
import type { Engine } from './engine.ts'
import type { Logger } from './logger.ts'

const RETRY_MS = 5_000

/** Either kind of engine. */
type Opened = Engine | AttachedEngine

/**
 * An engine that stays, whatever becomes of `first`.
 *
 * @param reopen starts the engine or attaches to one; the signal ends it
 */
export function takeOver(
  first: AttachedEngine,
  { reopen, logger }: { reopen: (signal: AbortSignal) => Promise<Opened>; logger: Logger },
): Engine {
  const closing = new AbortController()
  const { signal } = closing
  let current: Opened = first

  const follow = async (): Promise<void> => {
    while ('untilEnded' in current) {
      await current.untilEnded(signal)
      logger.info({}, 'The service that ran the search engine has ended; this one goes on with it')
      const next = await reopenAtLast(reopen, logger, signal)
      const before = current
      current = next
      await before.close()
    }
  }
  // What fails is tried again until the service stops, so that this ends with the signal only, or with an engine.
  const following = follow().catch((err: unknown) => {
    if (!signal.aborted) logger.error({ err }, 'The search engine is not followed any more')
  })
  return {
    client: () => current.client(),
    read: (path, body, aborting, isUrgent) => current.read(path, body, aborting, isUrgent),
    exclusive: false,
    checkSpace: () => current.checkSpace(),
    close: async () => {
      closing.abort()
      await following
      await current.close()
    },
  }
}

async function reopenAtLast(
  reopen: (signal: AbortSignal) => Promise<Opened>,
  logger: Logger,
  signal: AbortSignal,
): Promise<Opened> {
  for (;;) {
    try {
      return await reopen(signal)
    } catch (err) {
      signal.throwIfAborted()
      logger.error({ err }, 'The search engine could not be taken over; this is tried again')
      await pause(RETRY_MS, signal)
    }
  }
}
