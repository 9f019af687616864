/** Ends work that nobody waits for any more. */
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A signal that aborts when the client goes away before it has its answer. */
export function abortSignal(request: FastifyRequest, reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  request.raw.socket.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort()
  })
  return controller.signal
}
