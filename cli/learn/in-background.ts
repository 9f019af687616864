/**
 * Learning while a service runs: in a process of its own, since it takes a processor for up to a minute; some time after
 * translations have changed, and not all the time.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from '../../engine/logger.ts'

/** More may come in a moment. */
const QUIET_MS = 30_000
/** From the end of one time to the beginning of the next. */
const AT_LEAST_MS = 10 * 60_000

/** Learns when it is asked to. */
export type BackgroundLearning = {
  /** Asks for it; asking again before it has begun is asking once. */
  ask: () => void
  close: () => void
}

/** Learns from the index of `dataDir`, which this process serves. */
export function learnInBackground(env: NodeJS.ProcessEnv, logger: Logger): BackgroundLearning {
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
    const waitMs = Math.max(QUIET_MS, endedMs + AT_LEAST_MS - performance.now())
    timer = setTimeout(start, waitMs).unref()
  }
  const start = (): void => {
    timer = undefined
    const command = fileURLToPath(new URL(join('..', 'main.js'), import.meta.url))
    child = spawn(process.execPath, [command, 'learn', '--index'], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
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
