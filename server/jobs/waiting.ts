/** Waiting for jobs to end, and following them while they run. */
import { setTimeout as sleep } from 'node:timers/promises'
import { isFinished, type Job } from './job.ts'
import type { Jobs } from './jobs.ts'

/**
 * Waits until a job has ended.
 *
 * @returns whether it has, within this time
 */
export async function untilFinished(
  jobs: Jobs,
  job: Job,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<boolean> {
  if (isFinished(job)) return true
  const timer = new AbortController()
  let stop = (): void => {}
  const ended = new Promise<void>((resolve) => {
    stop = jobs.watch(job.id, (now) => {
      if (isFinished(now)) resolve()
    })
  })
  try {
    await Promise.race([
      ended,
      sleep(timeoutMs, undefined, { signal: AbortSignal.any([signal, timer.signal]) }),
    ])
  } catch {
    // Whoever waited has gone; the job goes on.
  } finally {
    stop()
    timer.abort()
  }
  return isFinished(job)
}

/** Waits until all jobs that are in the queue now have ended. */
export async function untilEmptied(jobs: Jobs, signal: AbortSignal): Promise<void> {
  const last = jobs.unfinished().at(-1)
  if (last !== undefined) await untilFinished(jobs, last, { timeoutMs: 0x7fffffff, signal })
}

/** Of an event stream: how often something is sent at least, so that nobody in between takes it for dead. */
export const HEARTBEAT_MS = 5_000

/**
 * A job as it runs, until it has ended: the job each time something has happened to it, undefined when nothing has for
 * some seconds. What happens faster than it is asked for is told together.
 */
export async function* following(
  jobs: Jobs,
  job: Job,
  { signal, heartbeatMs = HEARTBEAT_MS }: { signal: AbortSignal; heartbeatMs?: number },
): AsyncGenerator<Job | undefined> {
  let hasChanged = true
  let wake = (): void => {}
  const stop = jobs.watch(job.id, () => {
    hasChanged = true
    wake()
  })
  const leave = (): void => wake()
  signal.addEventListener('abort', leave)
  try {
    while (!signal.aborted) {
      if (hasChanged) {
        hasChanged = false
        const isLast = isFinished(job)
        yield job
        if (isLast) return
        continue
      }
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        wake = resolve
        timer = setTimeout(resolve, heartbeatMs)
      })
      clearTimeout(timer)
      if (!hasChanged && !signal.aborted) yield undefined
    }
  } finally {
    signal.removeEventListener('abort', leave)
    stop()
  }
}
