/** An engine that a service beside runs, used by this process as well. It cannot be started or stopped from here. */
import { Agent } from 'undici'
import { unlessAborted } from './abort.ts'
import { createClient, type FetchDispatcher } from './client.ts'
import type { EngineNote, Role } from './embedded/note.ts'
import { createWay } from './embedded/way.ts'
import type { Engine } from './engine.ts'
import { isUnavailable } from './errors.ts'
import { connectToRead } from './read-connections.ts'
import { repeatedly, repeatReads } from './repeat.ts'

/** How long a call waits for an engine that is started again: somebody waits for a search, nobody for a command. */
const PATIENCE_MS: Record<Role['kind'], number> = { service: 2_000, command: 30_000 }

/** An engine beside, and when it is over with it. */
export type AttachedEngine = Engine & {
  /** Resolves when the service beside has ended or is ending; rejects with the reason of the signal. */
  untilEnded: (signal: AbortSignal) => Promise<void>
}

/**
 * Attaches to the engine of `note`. When its service starts it again elsewhere, calls go there; one that was under way
 * is repeated if it only reads. When the service ends, calls fail with `ENGINE_UNAVAILABLE` and say so.
 */
export function attach(
  note: EngineNote,
  {
    dataDir,
    key,
    kind,
    checkSpace,
  }: { dataDir: string; key: string; kind: Role['kind']; checkSpace: Engine['checkSpace'] },
): AttachedEngine {
  const way = createWay(dataDir, note, PATIENCE_MS[kind])
  const agent = new Agent({ connect: way.connect })
  // The two types of dispatchers, of Node.js and of the package, differ in forms that are not sent.
  const dispatcher = agent.compose(repeatReads(way.whyEnded)) as unknown as FetchDispatcher
  const client = createClient(note.url, key, dispatcher)
  const reader = connectToRead(note.url, key, way.connect)
  return {
    client: () => client,
    read: async (path, body, signal, isUrgent) => {
      try {
        return await repeatedly(
          // A request that waits for its connection does not hear the signal.
          () => unlessAborted(reader.read(path, body, signal, isUrgent), signal),
          signal,
        )
      } catch (error) {
        throw (isUnavailable(error) ? await way.whyEnded() : undefined) ?? error
      }
    },
    exclusive: false,
    checkSpace,
    close: async () => {
      way.close()
      await Promise.all([agent.destroy(), reader.close()])
    },
    untilEnded: way.untilEnded,
  }
}
