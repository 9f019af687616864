/**
 * How many connections there may be. Beyond that, the one makes room which has kept the service waiting longest: for headers,
 * for a body, for a next request, or to take what it was sent. Clients that are slow on purpose so take the places of each
 * other, not those of clients that ask and read.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Limits the connections of a server. One whose request has come in whole and is being answered is never closed, nor one
 * whose body may take its time (`keepOpen` in receive.ts); where there are no others, it is the new one that goes.
 */
export function limitConnections(server: Server, max: number): void {
  /** Requests of each connection that came in whole and are not answered yet. */
  const open = new Map<Socket, number>()
  /** Connections without such requests, those that have been waited for longest first. */
  const waiting = new Set<Socket>()

  const begin = (socket: Socket): void => {
    const under = open.get(socket)
    if (under === undefined) return
    open.set(socket, under + 1)
    waiting.delete(socket)
  }
  const end = (socket: Socket): void => {
    const under = open.get(socket)
    // It may be closed already.
    if (under === undefined) return
    open.set(socket, under - 1)
    if (under === 1) waiting.add(socket)
  }
  server.on('connection', (socket: Socket) => {
    open.set(socket, 0)
    waiting.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      waiting.delete(socket)
    })
    if (open.size > max) longestWaiting(waiting)?.destroy()
  })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    let isBegun = false
    const take = (): void => {
      isBegun = true
      begin(socket)
    }
    if (hasBody(request)) request.once('end', take)
    else take()
    response.once('close', () => {
      request.removeListener('end', take)
      if (isBegun) end(socket)
    })
  })
}

function longestWaiting(waiting: ReadonlySet<Socket>): Socket | undefined {
  for (const socket of waiting) if (socket.timeout !== 0) return socket
  return undefined
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
