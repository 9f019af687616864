/**
 * The embedded engine from its data directory: makes the directory ready, starts Meilisearch with the
 * directory's key and keeps it running. Which binary to run is binary.ts' matter, when to start it again
 * embedded/keep-running.ts'.
 */
import { warnIfUntested } from '../version.ts'
import { dataPaths, freeDiskBytes, prepareDataDir } from './data-dir.ts'
import { keepRunning, type SupervisedEngine } from './keep-running.ts'
import type { RunningEngine } from './launch.ts'
import { readMasterKey } from './master-key.ts'
import { probeIndexes } from './probe.ts'
import { type ProcessOptions, startEngine } from './process.ts'
import { startWhole } from './quarantine.ts'

/**
 * Starts the engine in `dataDir`, which is created where it is missing, and keeps it running until it is
 * stopped. `signal` ends the first start only; afterwards there is `stop`. Data that is damaged is moved aside first.
 * @throws EngineError DATA_DIR_UNUSABLE, DATA_DIR_IN_USE, ENGINE_START_FAILED or DISK_FULL where it does not
 * start; DATA_DAMAGED where
 * not even an empty database opens; the reason of `signal` where that aborts.
 */
export async function superviseEngine(options: Omit<ProcessOptions, 'key'>): Promise<SupervisedEngine> {
  const { binary, logger } = options
  const dataDir = await prepareDataDir(options.dataDir)
  const key = await readMasterKey(dataDir)
  const start = async (signal: AbortSignal) => {
    const engine = await startEngine({ ...options, dataDir, key, signal })
    const { pid, url, version } = engine
    logger.info({ binary, pid, url, version }, 'The search engine has started')
    warnIfUntested(version, logger)
    return engine
  }
  let isFirst = true
  /** Only when Bifora starts: an engine that is brought back must not come back with other data. */
  const startFirst = (signal: AbortSignal) => {
    isFirst = false
    const probe = (engine: RunningEngine) => probeIndexes(engine, key, signal)
    return startWhole({ dataDir, start: () => start(signal), probe, logger })
  }
  return keepRunning({
    start: (signal) => (isFirst ? startFirst(signal) : start(signal)),
    countFreeBytes: () => freeDiskBytes(dataDir),
    key,
    database: dataPaths(dataDir).database,
    logger,
    signal: options.signal,
  })
}
