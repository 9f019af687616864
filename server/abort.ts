/** Ends work that nobody waits for any more, or that has taken too long. */
import { setMaxListeners } from 'node:events'
import type { Socket } from 'node:net'
import type { FastifyReply } from 'fastify'
import { ProblemError } from './problem.ts'

/** Longest that a request is worked on, waiting included: whoever asked has given up by then, or should. */
const DEADLINE_MS = 6_000

/** What is under way on each connection. */
const underWay = new WeakMap<Socket, Set<AbortController>>()

/**
 * A signal that aborts when the client goes away before it has its answer, or when it has waited for too long.
 *
 * @param deadlineMs longest wait, in milliseconds; default 6,000; `Infinity` for what a client follows as long as
 * it likes. The reason is then a {@link ProblemError}, `overloaded`
 */
export function abortSignal(reply: FastifyReply, deadlineMs = DEADLINE_MS): AbortSignal {
  const controller = new AbortController()
  // Every call to the engine listens; more than ten at once are no leak.
  setMaxListeners(0, controller.signal)
  const requests = requestsOn(reply.request.raw.socket)
  requests.add(controller)
  const isEndless = deadlineMs === Number.POSITIVE_INFINITY
  const deadline = isEndless
    ? undefined
    : setTimeout(() => controller.abort(tooLate(deadlineMs)), deadlineMs).unref()
  const end = (): void => {
    clearTimeout(deadline)
    requests.delete(controller)
  }
  controller.signal.addEventListener('abort', end)
  // The response closes with the request; the socket would outlive it and gather a listener for each.
  reply.raw.once('close', () => {
    end()
    if (!reply.raw.writableFinished) controller.abort()
  })
  return controller.signal
}

/**
 * The requests of a connection. Of several that were sent at once (pipelining) only the first one's response is told that
 * the connection is gone: the others hear it from here.
 */
function requestsOn(socket: Socket): Set<AbortController> {
  const known = underWay.get(socket)
  if (known !== undefined) return known
  const requests = new Set<AbortController>()
  underWay.set(socket, requests)
  socket.once('close', () => {
    for (const controller of [...requests]) controller.abort()
  })
  return requests
}

function tooLate(deadlineMs: number): ProblemError {
  return new ProblemError('overloaded', {
    en: `There was no answer within ${deadlineMs / 1000} s. Try again shortly, or ask for less.`,
    it: `Nessuna risposta entro ${deadlineMs / 1000} s. Riprova tra poco, o chiedi di meno.`,
  })
}

/**
 * What a promise gives, unless the signal aborts first.
 *
 * @throws the reason of `signal` as soon as it aborts, whatever becomes of the promise
 */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason)
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}
