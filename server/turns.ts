/**
 * How much is under way in the whole service, and of one client. What goes beyond waits for a moment, in a short line, and
 * is then told to come again: work that piles up makes everybody wait, and is done for clients that have left.
 */
import type { FastifyReply } from 'fastify'
import { createGate, type Gate } from '../engine/gate.ts'
import { unlessAborted } from './abort.ts'
import { ProblemError } from './problem.ts'

/** Limits of what is under way. */
export type Limits = {
  /** Requests that are worked on at a time. Default 64. */
  running: number
  /** Requests that wait for that. Default 128. */
  waiting: number
  /** Longest wait, in milliseconds. Default 2,000. */
  waitMs: number
  /** The same for the requests that one connection has sent without waiting for answers (pipelining). Default 4. */
  runningOfOne: number
  /** Default 64. */
  waitingOfOne: number
}

const DEFAULTS: Limits = { running: 64, waiting: 128, waitMs: 2_000, runningOfOne: 4, waitingOfOne: 64 }
/** The line of one connection ends with the deadline of each request, not before. */
const NEVER_MS = 60_000

/**
 * Does the work of a request when it is its turn.
 *
 * @throws {ProblemError} `overloaded` if there is no turn for it; the reason of `signal` if that aborts before: the work is
 * not begun then
 */
export type InTurn = <T>(reply: FastifyReply, signal: AbortSignal, work: () => Promise<T>) => Promise<T>

/** Turns for all requests of a service; limits that are not given are as usual. */
export function createTurns(given: Partial<Limits> = {}): InTurn {
  const limits = { ...DEFAULTS, ...given }
  const all = createGate(limits.running, limits.waitMs, limits.waiting)
  const ofConnection = new WeakMap<object, Gate>()
  const gateOf = (connection: object): Gate => {
    const gate =
      ofConnection.get(connection) ?? createGate(limits.runningOfOne, NEVER_MS, limits.waitingOfOne)
    ofConnection.set(connection, gate)
    return gate
  }
  return async (reply, signal, work) => {
    // Its own line first: who sends much at once must not fill that of everybody.
    const leaveOwn = await enter(gateOf(reply.request.raw.socket), signal)
    const leave = await enter(all, signal).catch((error: unknown) => {
      leaveOwn()
      throw error
    })
    // Its place is free when the work has really ended, which may be later than its signal.
    const done = work().finally(() => {
      leave()
      leaveOwn()
    })
    return unlessAborted(done, signal)
  }
}

async function enter(gate: Gate, signal: AbortSignal): Promise<() => void> {
  try {
    return await gate.enter(signal)
  } catch (cause) {
    signal.throwIfAborted()
    throw new ProblemError(
      'overloaded',
      {
        en: 'Too many searches are under way. Try again shortly.',
        it: 'Sono in corso troppe ricerche. Riprova tra poco.',
      },
      undefined,
      {
        cause,
      },
    )
  }
}
