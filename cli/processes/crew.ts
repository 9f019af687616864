/** The processes that answer searches: started, told and asked by the main one, and started again when they die. */
import { type ChildProcess, fork } from 'node:child_process'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Logger } from '../../engine/logger.ts'
import type { Count } from '../../server/processes/counts.ts'
import { ConfigError } from '../config.ts'
import { type Calls, createCalls } from './calls.ts'
import type { Front, Taker } from './front.ts'
import type { AnsweringAsks, MainAsks, Orders, ToAnswering, ToMain } from './messages.ts'

/** What the crew needs. */
export type CrewOptions = {
  size: number
  orders: Omit<Orders, 'listenAt'>
  socketsDir: string
  front: Pick<Front, 'open' | 'taken' | 'left' | 'close'>
  /** Counts for limits, for all of them. */
  count: Count
  /** Is told when one has ended that had answered. */
  onEnded: (pid: number) => void
  logger: Logger
}

/** All processes that answer. */
export type Crew = {
  /** Starts them; resolves when all answer. @throws {ConfigError} if one ends before it does */
  start: () => Promise<void>
  /** How many answer. */
  answering: () => number
  /** Waits until all that answer search what the change `number` has done; one that takes too long looks by itself. */
  untilSeen: (number: number) => Promise<void>
  /** Asks all that answer; gives the answers of those that give one in time, by their process. */
  askAll: <Name extends keyof MainAsks & string>(
    name: Name,
    given: MainAsks[Name]['given'],
    timeoutMs: number,
  ) => Promise<Map<number, MainAsks[Name]['answer']>>
  /** Has each finish what it is asked, then end. Resolves when all have. */
  end: () => Promise<void>
}

const PROGRAM = fileURLToPath(import.meta.resolve('./answering.js'))

/** Whoever has put a document waits for its acknowledgement meanwhile. */
const SEE_TIMEOUT_MS = 5_000
/** A bridge is made in slices, beside searches. */
export const LEXICONS_TIMEOUT_MS = 30_000
/** One that has lived for so long did not die of how it was started. */
const SETTLED_AFTER_MS = 10_000
/** One that dies again and again is started again after so long, twice as long each time. */
const FIRST_PAUSE_MS = 250
const MAX_PAUSE_MS = 30_000
/** One that does not move for so long is ended: nobody else can answer what it was given. */
const MAX_STILL_MS = 30_000
const LOOK_EVERY_MS = 10_000
/** Whoever is asked still after that is not waited for. */
const MAX_ENDING_MS = 60_000

/** A crew that is not started yet. */
export function createCrew({ size, orders, socketsDir, front, count, onEnded, logger }: CrewOptions): Crew {
  /** Those that answer. */
  const ready = new Map<ChildProcess, Calls<MainAsks>>()
  const running = new Map<ChildProcess, Promise<void>>()
  const pauses = new Set<NodeJS.Timeout>()
  let isEnding = false
  let lastChange = 0

  /** Starts one; `onReady` is called when it answers, `onExit` when it has ended. */
  const launch = (onReady: () => void, onExit: (how: string) => void): void => {
    const child = fork(PROGRAM, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const tell = (message: ToAnswering, socket?: Socket): boolean => {
      if (!child.connected) return false
      // What could not be sent was meant for a process that has ended, which `exit` tells.
      child.send(message, socket, { keepOpen: true }, () => {})
      return true
    }
    const calls = createCalls<MainAsks, AnsweringAsks>(
      (message) => {
        if (child.connected) child.send(message, () => {})
      },
      { count: ({ name, windowMs }) => count(name, windowMs) },
    )
    const taker: Taker = { give: (number, socket) => tell({ take: number }, socket) }
    child.on('message', (message: ToMain) => {
      calls.take(message)
      if ('taken' in message) front.taken(taker, message.taken)
      else if ('left' in message) front.left(taker)
      else if ('ready' in message && !isEnding) {
        // Asked like all others from here on; what has happened while it was starting it has to know first.
        ready.set(child, calls)
        void bringUp(calls).then(() => {
          if (!ready.has(child)) return
          front.open(taker)
          onReady()
        })
        void watch(child, calls)
      }
    })
    const ended = new Promise<void>((resolve) => {
      let isOver = false
      const end = (how: string): void => {
        if (isOver) return
        isOver = true
        running.delete(child)
        ready.delete(child)
        front.close(taker)
        calls.end()
        if (child.pid !== undefined) onEnded(child.pid)
        resolve()
        onExit(how)
      }
      child.once('exit', (code, signal) => end(signal ?? `exit code ${code}`))
      // One that could not be started has no exit.
      child.once('error', (error) => end(error.message))
    })
    running.set(child, ended)
    tell({ begin: { ...orders, listenAt: join(socketsDir, `${child.pid}.sock`) } })
  }

  const bringUp = async (calls: Calls<MainAsks>): Promise<void> => {
    try {
      await Promise.all([
        calls.ask('see', lastChange, SEE_TIMEOUT_MS),
        calls.ask('lexicons', null, LEXICONS_TIMEOUT_MS),
      ])
    } catch (err) {
      logger.debug({ err }, 'a new process does not know yet what is new')
    }
  }
  const watch = async (child: ChildProcess, calls: Calls<MainAsks>): Promise<void> => {
    while (ready.has(child)) {
      await sleep(LOOK_EVERY_MS, undefined, { ref: false })
      const moves = await calls.ask('alive', null, MAX_STILL_MS).catch(() => false)
      if (moves || !ready.has(child)) continue
      logger.error({ process: child.pid }, 'a process that answers searches stands still, and is ended')
      child.kill('SIGKILL')
      return
    }
  }

  /** Keeps one place filled. */
  const keep = (pauseMs: number, onFirst?: { ready: () => void; failed: (how: string) => void }): void => {
    const startedMs = performance.now()
    let wasReady = false
    launch(
      () => {
        wasReady = true
        onFirst?.ready()
      },
      (how) => {
        if (isEnding) return
        if (!wasReady && onFirst !== undefined) return onFirst.failed(how)
        const isSettled = performance.now() - startedMs > SETTLED_AFTER_MS
        const nextPauseMs = isSettled ? 0 : Math.min(MAX_PAUSE_MS, Math.max(FIRST_PAUSE_MS, pauseMs * 2))
        const waitMs = isSettled || pauseMs === 0 ? 0 : pauseMs
        logger.error(
          { how, startsInMs: waitMs },
          'a process that answers searches has ended; it is started again',
        )
        const timer = setTimeout(() => {
          pauses.delete(timer)
          if (!isEnding) keep(nextPauseMs)
        }, waitMs)
        pauses.add(timer)
      },
    )
  }

  const askAll: Crew['askAll'] = async (name, given, timeoutMs) => {
    const answers = await Promise.all(
      [...ready].map(async ([{ pid = 0 }, calls]) => {
        try {
          return [[pid, await calls.ask(name, given, timeoutMs)] as const]
        } catch (err) {
          // One that has ended is missed nowhere: the next one begins with what is there.
          logger.debug({ err, process: pid }, 'a process gave no answer')
          return []
        }
      }),
    )
    return new Map(answers.flat())
  }

  return {
    untilSeen: async (number) => {
      lastChange = Math.max(lastChange, number)
      await askAll('see', number, SEE_TIMEOUT_MS)
    },
    askAll,
    start: async () => {
      await Promise.all(
        Array.from({ length: size }, () => {
          return new Promise<void>((resolve, reject) => {
            const failed = (how: string): void =>
              reject(
                new ConfigError(
                  `A process that is to answer searches has ended before it was ready (${how}); the log says why. With PROCESSES=1 there are no such processes.`,
                ),
              )
            keep(0, { ready: resolve, failed })
          })
        }),
      )
    },
    answering: () => ready.size,
    end: async () => {
      isEnding = true
      for (const timer of pauses) clearTimeout(timer)
      for (const child of running.keys()) {
        if (ready.has(child) && child.connected) child.send({ end: true } satisfies ToAnswering, () => {})
        // Nobody has asked it anything yet.
        else child.kill('SIGKILL')
      }
      const kill = setTimeout(() => {
        for (const child of running.keys()) child.kill('SIGKILL')
      }, MAX_ENDING_MS)
      await Promise.all(running.values())
      clearTimeout(kill)
    },
  }
}
