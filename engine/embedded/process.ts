/**
 * One process of the embedded engine: the options it is started with, under a lock that keeps every other one off
 * the same data directory. It does not start the engine again: embedded/keep-running.ts does.
 */
import { availableParallelism } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { EngineError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { dataPaths, freeDiskBytes } from './data-dir.ts'
import { hasLockTools, lockCommand, lockedExitCode, readLockOwner } from './kernel-lock.ts'
import { type LaunchPlan, launch, type RunningEngine } from './launch.ts'
import { takePidLock } from './pid-lock.ts'
import { putSearchesFirst } from './priority.ts'
import { type LockOwner, nameOwner } from './process-identity.ts'
import { type EngineExit, startFailure } from './start-failure.ts'

/** What one process of the engine needs. */
export interface ProcessOptions {
  /** Absolute path of the Meilisearch binary, see binary.ts. */
  readonly binary: string
  /** A directory made ready by data-dir.ts. */
  readonly dataDir: string
  /** The master key, see embedded/master-key.ts. */
  readonly key: string
  readonly logger: Logger
  /** Memory for indexing, in MiB; the engine keeps to it roughly. Default 512. */
  readonly indexingMemoryMiB?: number | undefined
  /** Threads for indexing. Default: one less than the machine has cores, at least 1 and at most 4. */
  readonly indexingThreads?: number | undefined
  /** How long the engine may take until it answers, in ms. Default 60,000: large data takes a while. */
  readonly readyTimeoutMs?: number | undefined
  /** Directories of the programs that are used. Default: PATH of this process. */
  readonly searchPath?: string | undefined
  /** Ends the start, and the process with it. Without effect once the engine is ready. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Starts the engine on a free loopback port and resolves when it answers. It dies with this process, however
 * this process dies; where util-linux is missing, only if this process still gets to end it.
 * @throws EngineError DATA_DIR_IN_USE where another process uses the directory, ENGINE_START_FAILED or
 * DISK_FULL where the engine ends or does not answer; the reason of `signal` where that aborts.
 */
export async function startEngine(options: ProcessOptions): Promise<RunningEngine> {
  const { dataDir, key, logger, signal } = options
  const paths = dataPaths(dataDir)
  const PATH = options.searchPath ?? process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin'
  const env = { PATH, HOME: process.env.HOME, TMPDIR: paths.temporary, MEILI_MASTER_KEY: key }
  const command = engineCommand(options)
  const plan = {
    command,
    env,
    cwd: dataDir,
    key,
    logger,
    readyTimeoutMs: options.readyTimeoutMs ?? 60_000,
    signal,
  }
  const start = (await hasLockTools(env)) ? startUnderKernelLock : startUnderPidLock
  const outcome = await start(plan, dataDir)
  if ('url' in outcome) {
    await putSearchesFirst(outcome.pid, logger)
    return outcome
  }
  const freeBytes = await freeDiskBytes(dataDir)
  throw startFailure(outcome, { binary: options.binary, dataDir, database: paths.database, freeBytes })
}

function engineCommand(options: ProcessOptions): string[] {
  const paths = dataPaths(options.dataDir)
  // Memory is shared out among the threads: with more than four, each would have little to sort in.
  const threads = options.indexingThreads ?? Math.min(4, Math.max(1, availableParallelism() - 1))
  const settings = {
    'http-addr': '127.0.0.1:0',
    'db-path': paths.database,
    'dump-dir': paths.dumps,
    'snapshot-dir': paths.snapshots,
    env: 'production',
    'log-level': 'INFO',
    'experimental-logs-mode': 'json',
    'max-indexing-memory': `${options.indexingMemoryMiB ?? 512}MiB`,
    'max-indexing-threads': String(threads),
  }
  return [
    options.binary,
    '--no-analytics',
    ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
  ]
}

async function startUnderKernelLock(plan: LaunchPlan, dataDir: string): Promise<RunningEngine | EngineExit> {
  const { lock } = dataPaths(dataDir)
  const locked = { ...plan, command: lockCommand(lock, plan.command) }
  // The owner may have died a moment ago and its engine be about to, or the owner not have written its name
  // yet.
  for (let attempt = 0; ; attempt++) {
    const outcome = await launch(locked)
    if ('url' in outcome || outcome.code !== lockedExitCode) return outcome
    const owner = await readLockOwner(lock)
    if (owner !== undefined || attempt === 100) throw inUse(dataDir, owner)
    await delay(50, undefined, { signal: plan.signal })
  }
}

async function startUnderPidLock(plan: LaunchPlan, dataDir: string): Promise<RunningEngine | EngineExit> {
  const taken = await takePidLock(dataPaths(dataDir).pidLock)
  if ('heldBy' in taken) throw inUse(dataDir, taken.heldBy)
  const { lock } = taken
  let killAtExit = () => {}
  const leave = async () => {
    process.off('exit', killAtExit)
    await lock.release()
  }
  const onSpawn = async (pid: number, kill: () => void) => {
    killAtExit = kill
    process.once('exit', killAtExit)
    await lock.nameEngine(pid)
  }
  try {
    const outcome = await launch({ ...plan, onSpawn })
    if ('url' in outcome) return leavingAtExit(outcome, leave, plan.logger)
    await leave()
    return outcome
  } catch (error) {
    await leave()
    throw error
  }
}

/** An engine that counts as gone only when its lock is given up, too. */
function leavingAtExit(engine: RunningEngine, leave: () => Promise<void>, logger: Logger): RunningEngine {
  const exited = engine.exited.then(async (exit) => {
    await leave().catch((err: unknown) =>
      logger.error({ err }, 'The lock of the data directory could not be removed'),
    )
    return exit
  })
  const stop = async () => {
    await engine.stop()
    await exited
  }
  return { ...engine, exited, stop }
}

function inUse(dataDir: string, owner: LockOwner | undefined): EngineError {
  const who =
    owner === undefined
      ? 'another process that does not give its name'
      : `another Bifora (${nameOwner(owner)})`
  return new EngineError(
    'DATA_DIR_IN_USE',
    `${dataDir} is in use by ${who}. Stop it first or set DATA_DIR to another directory.`,
    { holder: owner },
  )
}
