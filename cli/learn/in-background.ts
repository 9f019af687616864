/**
 * Learning while a service runs: in a process of its own, since it takes a processor for up to a minute; some time after
 * translations have changed, and not all the time.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Logger } from '../../engine/logger.ts'

/** The program that learns, and when. */
export type BackgroundOptions = {
  /** Arguments of node. Default: `bifora learn --index`. */
  command?: readonly string[]
  /** How long after it was asked for it begins: more may come in a moment. In milliseconds; default half a minute. */
  quietMs?: number
  /** From the end of one time to the beginning of the next, in milliseconds; default ten minutes. */
  pauseMs?: number
}

const LEARN = [fileURLToPath(new URL('../main.js', import.meta.url)), 'learn', '--index']

/** Learns when it is asked to. */
export type BackgroundLearning = {
  /** Asks for it; asking again before it has begun is asking once. */
  ask: () => void
  close: () => void
}

/** Learns from the index that this process serves; `env` says which it is. */
export function learnInBackground(
  env: NodeJS.ProcessEnv,
  logger: Logger,
  { command = LEARN, quietMs = 30_000, pauseMs = 10 * 60_000 }: BackgroundOptions = {},
): BackgroundLearning {
  let timer: NodeJS.Timeout | undefined
  let child: ReturnType<typeof spawn> | undefined
  let endedMs = Number.NEGATIVE_INFINITY
  let isAskedAgain = false
  let isClosed = false

  const ask = (): void => {
    if (isClosed || timer !== undefined) return
    if (child !== undefined) {
      isAskedAgain = true
      return
    }
    const waitMs = Math.max(quietMs, endedMs + pauseMs - performance.now())
    timer = setTimeout(start, waitMs).unref()
  }
  const start = (): void => {
    timer = undefined
    child = spawn(process.execPath, [...command], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr?.on('data', (piece: Buffer) => {
      said = `${said}${piece}`.slice(-1000)
    })
    child.once('error', (err) => logger.error({ err }, 'learning from translations could not be begun'))
    child.once('close', (code) => {
      child = undefined
      endedMs = performance.now()
      if (code !== 0 && !isClosed) logger.warn({ code, said }, 'nothing was learned from translations')
      if (isAskedAgain) {
        isAskedAgain = false
        ask()
      }
    })
  }
  return {
    ask,
    close: () => {
      isClosed = true
      clearTimeout(timer)
      child?.kill()
    },
  }
}
