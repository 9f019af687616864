/** Ends work that nobody waits for any more. */
import { setMaxListeners } from 'node:events'
import type { FastifyReply } from 'fastify'

/** A signal that aborts when the client goes away before it has its answer. */
export function abortSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  // Every call to the engine listens; more than ten at once are no leak.
  setMaxListeners(0, controller.signal)
  // The response closes with the request; the socket would outlive it and gather a listener for each.
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort()
  })
  return controller.signal
}
