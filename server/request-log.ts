/** One line of the log a request: what was asked of whom and how it ended. What people look for is not in it unless asked. */
import type { FastifyInstance } from 'fastify'

/** What is logged. */
export type RequestLogOptions = {
  /** Whether the text of a query is in the line. Default false. */
  hasQueries?: boolean | undefined
}

/** Whether a route is one that those ask who watch the service. */
export function isProbe(route: string | undefined): boolean {
  return route?.startsWith('/health') === true || route === '/metrics'
}

/** Logs the requests of all routes that are added from now on, at `info`; of health and metrics at `debug`. */
export function logRequests(app: FastifyInstance, { hasQueries = false }: RequestLogOptions = {}): void {
  app.addHook('onResponse', async (request, reply) => {
    if (request.isHandedOn === true) return
    const { method, routeOptions, log, caller } = request
    const route = routeOptions.url
    const query = hasQueries ? (request.query as { q?: unknown } | undefined)?.q : undefined
    const line = {
      method,
      route,
      status: reply.statusCode,
      tookMs: Math.round(reply.elapsedTime * 10) / 10,
      ...(caller?.by === 'key' ? { key: caller.id } : {}),
      ...(query === undefined ? {} : { query }),
    }
    log[isProbe(route) ? 'debug' : 'info'](line, 'request')
  })
}
