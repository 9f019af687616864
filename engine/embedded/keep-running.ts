/**
 * Keeps the embedded engine running: starts it again when it ends by itself, at a pace that spares the
 * machine, and never on a full disk. It removes no data, and does not judge whether a running engine is well.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { EngineError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { neededDiskBytes } from './data-dir.ts'
import type { RunningEngine } from './launch.ts'
import { describeExit } from './start-failure.ts'

/** An engine that is kept running. */
export interface SupervisedEngine {
  /** The master key. */
  readonly key: string
  /**
   * Where the engine answers now: `http://127.0.0.1:<port>`. The port is another after every restart.
   * @throws EngineError ENGINE_UNAVAILABLE while it is down.
   */
  url(): string
  /** @throws EngineError ENGINE_UNAVAILABLE while it is down. */
  pid(): number
  /** Calls `listener` with the new url whenever the engine is back after it was down. */
  onRestart(listener: (url: string) => void): void
  /**
   * Ends the engine for good. Resolves when its process is gone. May be called at any time and more than
   * once.
   */
  stop(): Promise<void>
}

/** What keeping an engine running takes. */
export interface KeepRunningOptions {
  /** Starts the engine, see process.ts. The signal ends a start that is under way. */
  readonly start: (signal: AbortSignal) => Promise<RunningEngine>
  /** Counts the free bytes on the disk of the data. */
  readonly countFreeBytes: () => Promise<number>
  readonly key: string
  /** The engine's data, to be named in advice. */
  readonly database: string
  readonly logger: Logger
  /** Ends the first start. Afterwards use `stop`. */
  readonly signal?: AbortSignal | undefined
}

const slowPaceMs = 15_000
const crashWindowMs = 60_000
const manyCrashes = 4

const roomCheckMs = 3_000

/**
 * How long to wait before the next start, in ms: 100 after the first crash within a minute, twice as long
 * after each further one, and 15,000 from the fourth on.
 */
export function restartDelayMs(recentCrashes: number): number {
  return recentCrashes >= manyCrashes ? slowPaceMs : 100 * 2 ** (recentCrashes - 1)
}

/**
 * Starts the engine and keeps it running until it is stopped. A pending restart keeps this process alive, as
 * the engine does.
 * @throws whatever `start` throws for the first start.
 */
export async function keepRunning(options: KeepRunningOptions): Promise<SupervisedEngine> {
  const { start, key, logger } = options
  const stopping = new AbortController()
  const { signal } = stopping
  const listeners: ((url: string) => void)[] = []
  let engine: RunningEngine | undefined = await start(options.signal ?? signal)

  const watch = async () => {
    const crashesMs: number[] = []
    while (engine !== undefined) {
      const exit = await engine.exited
      engine = undefined
      if (signal.aborted) return
      const { lastLines } = exit
      logger.error({ exit: describeExit(exit), lastLines }, 'The search engine has ended by itself')
      engine = await bringBack(options, crashesMs, signal)
      if (signal.aborted || engine === undefined) return engine?.stop()
      logger.info({ pid: engine.pid, url: engine.url }, 'The search engine is back')
      for (const listener of listeners) tell(listener, engine.url, logger)
    }
  }
  const watching = watch()

  let stopped: Promise<void> | undefined
  const finish = async () => {
    stopping.abort()
    await engine?.stop()
    await watching
  }
  const running = (): RunningEngine => {
    if (engine !== undefined && stopped === undefined) return engine
    throw new EngineError(
      'ENGINE_UNAVAILABLE',
      stopped === undefined
        ? 'The search engine has ended and is being started again. Try again in a few seconds.'
        : 'The search engine has been stopped. Start Bifora again to use it.',
    )
  }
  return {
    key,
    url: () => running().url,
    pid: () => running().pid,
    onRestart: (listener) => void listeners.push(listener),
    stop: () => {
      stopped ??= finish()
      return stopped
    },
  }
}

/** Starts the engine again, as often as it takes. Undefined where `signal` put an end to it. */
async function bringBack(
  { start, countFreeBytes, database, logger }: KeepRunningOptions,
  crashesMs: number[],
  signal: AbortSignal,
): Promise<RunningEngine | undefined> {
  while (!signal.aborted) {
    const nowMs = performance.now()
    crashesMs.splice(0, crashesMs.length, ...crashesMs.filter((atMs) => nowMs - atMs < crashWindowMs), nowMs)
    const crashes = crashesMs.length
    if (crashes >= manyCrashes) logger.error({ crashes }, adviceOnCrashes(database))
    try {
      await delay(restartDelayMs(crashes), undefined, { signal })
      await untilThereIsRoom(countFreeBytes, database, logger, signal)
      return await start(signal)
    } catch (err) {
      if (!signal.aborted) logger.error({ err }, 'The search engine could not be started again')
    }
  }
  return undefined
}

async function untilThereIsRoom(
  countFreeBytes: () => Promise<number>,
  database: string,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  for (let told = false; ; told = true) {
    const freeBytes = await countFreeBytes()
    if (freeBytes >= neededDiskBytes) return
    if (!told) {
      const remedy = `Make room on the disk of ${database}.`
      logger.error(
        { freeBytes, neededDiskBytes },
        `The search engine waits, because its disk is full. ${remedy}`,
      )
    }
    await delay(roomCheckMs, undefined, { signal })
  }
}

function adviceOnCrashes(database: string): string {
  return (
    `The search engine has ended ${manyCrashes} times or more within a minute, and is started again every ` +
    `${slowPaceMs / 1000} s. If the log names no other reason, its data is damaged: stop Bifora, ` +
    `move ${database} away, start again, and index your documents again.`
  )
}

function tell(listener: (url: string) => void, url: string, logger: Logger): void {
  try {
    listener(url)
  } catch (err) {
    logger.error({ err }, 'What was to happen after a restart of the search engine failed')
  }
}
