/** Requests whose small bodies come in too slowly are ended. The server's own limit is one for all, whatever is sent. */
import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem.ts'

/** Sets the limit for all routes but those with `config: { isStreamed: true }`. */
export function limitBodies(app: FastifyInstance, timeoutMs: number): void {
  app.addHook('onRequest', async (request, reply) => {
    const { raw, headers, routeOptions } = request
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
    if (!hasBody || raw.complete || routeOptions.config?.isStreamed === true) return
    const timer = setTimeout(() => {
      if (reply.sent) return
      reply.header('connection', 'close')
      reply.send(new ProblemError('request-timeout', 'The request did not arrive in time. Send it again.'))
    }, timeoutMs)
    raw.once('end', () => clearTimeout(timer))
    raw.once('close', () => clearTimeout(timer))
  })
}
