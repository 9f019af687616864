/**
 * The door of the main process, for requests that other processes of the service hand on. Which client sent one, the
 * handing process says in a header of its own, with a secret that only the processes of this service know.
 */
import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** Where requests are handed on to. */
export type Door = {
  /** Of a Unix socket. */
  path: string
  /** Random, of letters and figures; made anew each time the service starts. */
  secret: string
}

/** The header that says who sent a request. */
export const HANDED_ON = 'bifora-handed-on'

/** What that header says: the secret, the version of HTTP that the client spoke, and its address. */
export function handedOnBy({ httpVersion, socket }: IncomingMessage, { secret }: Door): string {
  return `${secret} ${httpVersion} ${socket.remoteAddress ?? ''}`
}

/**
 * Has a server that listens at the door take each request for one of the client that sent it. Of who does not know the
 * secret it hears nothing. To be called when all listeners for requests are there.
 */
export function receiveHandedOn(server: Server, { secret }: Pick<Door, 'secret'>): void {
  const listeners = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const [given = '', httpVersion = '', address = ''] = String(request.headers[HANDED_ON] ?? '').split(' ')
    delete request.headers[HANDED_ON]
    if (!isSame(given, secret)) {
      request.socket.destroy()
      return
    }
    request.httpVersion = httpVersion
    // Such a connection has one request only.
    Object.defineProperty(request.socket, 'remoteAddress', {
      value: address || undefined,
      configurable: true,
    })
    for (const listener of listeners) listener.call(server, request, response)
  })
}

function isSame(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)]
  return one.length === other.length && timingSafeEqual(one, other)
}
