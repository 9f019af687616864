/**
 * Starts one engine process, waits until it answers with its key, and ends it. Knows nothing of locks, nor of
 * Bifora's choice of options: process.ts does.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { EngineError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { errorCode } from './data-dir.ts'
import { listensOn } from './port-owner.ts'
import { followOutput } from './process-log.ts'
import type { EngineExit } from './start-failure.ts'

/** A process to start. */
export interface LaunchPlan {
  /** The program and its arguments. */
  readonly command: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** The key it must answer to. */
  readonly key: string
  readonly logger: Logger
  /** How long it may take until it answers, in ms. */
  readonly readyTimeoutMs: number
  /** Ends the start, and the process with it. */
  readonly signal?: AbortSignal | undefined
  /**
   * Called when the process exists, with its pid and a way to kill it at once; the start goes on when it
   * resolves.
   */
  readonly onSpawn?: (pid: number, kill: () => void) => Promise<void>
}

/** An engine that answers. */
export interface RunningEngine {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly pid: number
  /** The version it reports, such as `1.21.0`. */
  readonly version: string
  /** Resolves when the process is gone, for whatever reason. Never rejects. */
  readonly exited: Promise<EngineExit>
  /**
   * Ends the process: SIGTERM, and SIGKILL after 5 s. Resolves when it is gone. May be called more than once.
   */
  stop(): Promise<void>
}

const termGraceMs = 5_000

/**
 * Starts the process, away from the terminal's group, so that Ctrl-C reaches only us, and we end it in order.
 * Resolves with the engine when it answers, or with its exit where it ends by itself before.
 * @throws EngineError ENGINE_START_FAILED where it does not answer in time or to its key; the reason of
 * `signal` where that aborts. The process is gone then.
 */
export async function launch(plan: LaunchPlan): Promise<RunningEngine | EngineExit> {
  plan.signal?.throwIfAborted()
  const [program = '', ...args] = plan.command
  const { cwd, env } = plan
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const { pid } = child
  if (pid === undefined) return spawnFailure(child)
  const output = followOutput([child.stdout, child.stderr], plan.logger, plan.key)
  const exited = new Promise<EngineExit>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, lastLines: output.lastLines() }))
  })
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= end(child, exited)
    return stopped
  }
  const patience = limitPatience(plan)
  try {
    await plan.onSpawn?.(pid, () => child.kill('SIGKILL'))
    const ready = output.port.then((port) => untilItAnswers(pid, port, plan.key, patience.signal))
    // Whatever ends the race first, the asking ends with it.
    ready.catch(() => {})
    const outcome = await Promise.race([ready, exited, patience.over])
    return 'url' in outcome ? { ...outcome, pid, exited, stop } : outcome
  } catch (error) {
    await stop()
    throw error
  } finally {
    patience.clear()
  }
}

/**
 * A signal that aborts after the plan's time, with the plan's own signal or when the start is over, and a promise that
 * rejects with it.
 */
function limitPatience({ readyTimeoutMs, signal }: LaunchPlan) {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(tooSlow(readyTimeoutMs)), readyTimeoutMs)
  const abort = () => controller.abort(signal?.reason)
  signal?.addEventListener('abort', abort)
  const over = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason))
  })
  over.catch(() => {})
  const clear = () => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
    controller.abort()
  }
  return { signal: controller.signal, over, clear }
}

/** The key is told only to the process itself: if it has died, the port may be anybody's. */
async function untilItAnswers(pid: number, port: number, key: string, signal: AbortSignal) {
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    const version = (await listensOn(pid, port)) ? await askVersion(url, key, signal) : undefined
    if (version !== undefined) return { url, version }
    await delay(20, undefined, { signal })
  }
}

/** Asks once; undefined means not yet. That it never answers is for the time limit to find out. */
async function askVersion(url: string, key: string, signal: AbortSignal): Promise<string | undefined> {
  const headers = { authorization: `Bearer ${key}`, 'accept-encoding': 'identity' }
  const response = await fetch(`${url}/version`, { headers, signal }).catch(() => undefined)
  if (response?.status === 401 || response?.status === 403) {
    throw new EngineError(
      'ENGINE_START_FAILED',
      `The search engine at ${url} does not accept its own master key (HTTP ${response.status}). ` +
        'Is the binary really Meilisearch?',
    )
  }
  if (response?.status !== 200) return undefined
  const body: unknown = await response.json()
  return String((body as { pkgVersion?: unknown }).pkgVersion)
}

async function end(child: ChildProcess, exited: Promise<EngineExit>): Promise<void> {
  child.kill('SIGTERM')
  // A process that is itself stopped (SIGSTOP) heeds no SIGTERM.
  const timer = setTimeout(() => child.kill('SIGKILL'), termGraceMs)
  await exited
  clearTimeout(timer)
}

/** Puts a failed spawn in the terms a shell uses: 126 cannot be executed, 127 is not there. */
function spawnFailure(child: ChildProcess): Promise<EngineExit> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      const code = errorCode(error) === 'ENOENT' ? 127 : 126
      resolve({ code, signal: null, lastLines: [error.message] })
    })
  })
}

function tooSlow(timeoutMs: number): EngineError {
  return new EngineError(
    'ENGINE_START_FAILED',
    `The search engine did not answer within ${timeoutMs / 1000} s of its start, and was ended. ` +
      'Is the machine overloaded, or the binary not Meilisearch? Start again; the log has what it said.',
  )
}
