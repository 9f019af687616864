/**
 * A database that cannot be opened any more is moved aside, never removed, and an empty one takes its place: what it was
 * made of is still where it came from. That it is the database, and not the engine or the machine, is shown by an empty
 * one that does open; otherwise everything stays as it was.
 */
import { rename } from 'node:fs/promises'
import { EngineError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { dataPaths, freeDiskBytes, neededDiskBytes } from './data-dir.ts'
import type { RunningEngine } from './launch.ts'

/** What it takes to start an engine in a data directory. */
export type StartOptions = {
  dataDir: string
  /** Starts the engine. */
  start: () => Promise<RunningEngine>
  /** @throws {EngineError} `DATA_DAMAGED` if the engine runs, but what it has cannot be read */
  probe: (engine: RunningEngine) => Promise<void>
  logger: Logger
}

/**
 * Starts the engine; on a database that is damaged, with an empty one in its place.
 *
 * @throws {EngineError} whatever `start` throws; `DATA_DAMAGED` if an empty database does not open either
 */
export async function startWhole({ dataDir, start, probe, logger }: StartOptions): Promise<RunningEngine> {
  const { database } = dataPaths(dataDir)
  try {
    return await startProbed(start, probe)
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'DATA_DAMAGED') throw error
    // Reading a file that could not be written to its end looks the same; then room is what is missing.
    if ((await freeDiskBytes(dataDir)) < neededDiskBytes) throw error
    const aside = `${database}.damaged-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`
    await rename(database, aside)
    try {
      const engine = await start()
      // What the engine said of it stands before this in the log.
      logger.error({ aside }, adviceOn(database, aside))
      return engine
    } catch {
      // Not the fault of the database: it goes back, and what was wrong at first is the error.
      await rename(database, `${aside}-empty`).catch(() => {})
      await rename(aside, database)
      throw error
    }
  }
}

async function startProbed(
  start: () => Promise<RunningEngine>,
  probe: (engine: RunningEngine) => Promise<void>,
): Promise<RunningEngine> {
  const engine = await start()
  try {
    await probe(engine)
    return engine
  } catch (error) {
    await engine.stop()
    throw error
  }
}

function adviceOn(database: string, aside: string): string {
  return (
    `The data in ${database} was damaged and could not be opened. It was moved to ${aside}, and the index is empty now. ` +
    'Index your folders again: bifora index <path>. Documents that were sent over REST have to be sent again. ' +
    `When all is there again, remove ${aside}.`
  )
}
