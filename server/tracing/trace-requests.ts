/** Traces requests: each is a span of the trace that its caller names, or of one of its own. */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { isProbe } from '../request-log.ts'
import { createSender, type TracingOptions } from './sender.ts'
import { readTraceParent } from './traceparent.ts'

/** Traces the requests of all routes that are added from now on, but for health and metrics. Queries are in no span. */
export function traceRequests(app: FastifyInstance, options: TracingOptions): void {
  const sender = createSender(options, app.log)
  app.addHook('onResponse', async (request, reply) => {
    if (request.isHandedOn === true) return
    const { id, method, protocol, headers, routeOptions } = request
    const route = routeOptions.url
    const parent = readTraceParent(headers.traceparent)
    if (isProbe(route) || parent?.isSampled === false) return
    const tookMs = reply.elapsedTime
    sender.add({
      traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
      parentSpanId: parent?.spanId,
      startedMs: Date.now() - tookMs,
      tookMs,
      method,
      route,
      status: reply.statusCode,
      scheme: protocol,
      requestId: id,
    })
  })
  app.addHook('onClose', () => sender.close())
}
