/** Keeps the note of an engine that this process runs true: written, rewritten after a restart, removed at the end. */
import { hostname } from 'node:os'
import type { Logger } from '../logger.ts'
import type { SupervisedEngine } from './keep-running.ts'
import { type Role, removeNote, writeNote } from './note.ts'
import { identify } from './process-identity.ts'

/**
 * Notes where the engine is, and gives the same engine, which removes the note before it stops. An engine that cannot
 * be noted is of use all the same: the log says that others will not find it.
 */
export async function keepNoted(
  engine: SupervisedEngine,
  { dataDir, role, logger }: { dataDir: string; role: Role; logger: Logger },
): Promise<SupervisedEngine> {
  const holder = await identify(process.pid)
  const write = async (): Promise<void> => {
    const [url, process] = [engine.url(), await identify(engine.pid())]
    await writeNote(dataDir, { url, engine: process, holder, host: hostname(), ...role })
  }
  let last = Promise.resolve()
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    last = last.then(step).catch((err: unknown) => {
      logger.error({ err }, 'Other processes cannot be told where the search engine is')
    })
    return last
  }
  engine.onRestart(() => void inTurn(write))
  await inTurn(write)
  let stopped: Promise<void> | undefined
  return {
    ...engine,
    stop: () => {
      // First the note: whoever reads it from here on must not take a port that is about to be anybody's.
      stopped ??= inTurn(() => removeNote(dataDir, holder)).then(() => engine.stop())
      return stopped
    },
  }
}
