/**
 * Handing on: a process that answers searches gives what writes, or needs what only one process knows, to the main
 * process of the service, over a Unix socket. Both bodies flow as they come; who may do what, limits, log and metrics are
 * the main process's matter.
 */
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError, problemBody, RETRY_AFTER_SECONDS, statusOf } from '../problem.ts'
import { keepOpen } from '../receive.ts'
import { type Door, HANDED_ON, handedOnBy } from './door.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether only the main process can answer, where several answer. Default: routes that need more than `search`. */
    isCentral?: boolean
  }
  interface FastifyRequest {
    /** Whether another process answers it. */
    isHandedOn?: boolean
  }
}

/** Concern one connection, not what goes over it. The names that Connection has are not believed: a client writes them. */
const OF_CONNECTION = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
  'expect',
  HANDED_ON,
])

/** Hands on, from now on, requests of routes that need the main process. To be called before other hooks are added. */
export function handOnRequests(app: FastifyInstance, door: Door): void {
  // One connection a request: a kept one may be closed at the other end just as it is taken up again.
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })
  app.decorateRequest('isHandedOn', false)
  app.addHook('onRequest', async (request, reply) => {
    if (!isForMain(request)) return
    request.isHandedOn = true
    reply.hijack()
    handOn(request, reply.raw, door, agent)
  })
  app.addHook('onClose', async () => agent.destroy())
}

function isForMain({ routeOptions: { config } }: FastifyRequest): boolean {
  return config.isCentral ?? (config.scope === 'index' || config.scope === 'admin')
}

function handOn(request: FastifyRequest, answer: ServerResponse, door: Door, agent: Agent): void {
  const { raw, routeOptions, originalUrl } = request
  // How long it may take is for the main process to say, which knows how long nothing has come.
  if (routeOptions.config.isStreamed === true) keepOpen(raw)
  else raw.once('end', () => keepOpen(raw))
  const outgoing = ask({
    agent,
    socketPath: door.path,
    method: raw.method,
    path: originalUrl,
    headers: [...headersOf(raw, OF_CONNECTION), 'connection', 'keep-alive', HANDED_ON, handedOnBy(raw, door)],
  })
  let isAnswered = false
  outgoing.once('response', (incoming) => {
    isAnswered = true
    passBack(incoming, answer)
    // What is left of a body that was refused is read and thrown away, as Node does itself.
    incoming.once('end', () => {
      raw.unpipe(outgoing)
      raw.resume()
    })
    incoming.once('error', () => answer.destroy())
  })
  outgoing.on('error', (cause) => {
    if (isAnswered || answer.headersSent) answer.destroy()
    else refuse(request, answer, cause)
  })
  answer.once('close', () => {
    if (!answer.writableFinished) outgoing.destroy()
  })
  raw.pipe(outgoing)
}

function passBack(incoming: IncomingMessage, answer: ServerResponse): void {
  const headers = headersOf(incoming, new Set([...OF_CONNECTION, 'transfer-encoding']))
  if (incoming.headers.connection === 'close') headers.push('connection', 'close')
  answer.writeHead(incoming.statusCode ?? 500, headers)
  // Of a stream the first piece may come late.
  answer.flushHeaders()
  incoming.pipe(answer)
}

/** Names and values in turn, as they were sent. */
function headersOf({ rawHeaders }: IncomingMessage, without: ReadonlySet<string>): string[] {
  const kept: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string
    if (!without.has(name.toLowerCase())) kept.push(name, rawHeaders[index + 1] as string)
  }
  return kept
}

function refuse({ id, log, raw }: FastifyRequest, answer: ServerResponse, cause: Error): void {
  if (raw.socket.destroyed) return
  log.warn({ err: cause }, 'a request could not be handed on')
  const problem = new ProblemError(
    'overloaded',
    'The part of the service that takes changes does not answer. Try again shortly.',
  )
  answer.writeHead(statusOf(problem.kind), {
    'content-type': 'application/problem+json; charset=utf-8',
    'retry-after': String(RETRY_AFTER_SECONDS),
    'x-content-type-options': 'nosniff',
    connection: 'close',
  })
  answer.end(JSON.stringify(problemBody(problem, id)))
}
