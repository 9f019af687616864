/**
 * The front of a service of several processes: takes connections and gives each, before a byte of it is read, to the
 * process that has fewest. Until that process has it in its hands it is kept here too, so that one that dies meanwhile
 * loses none.
 */
import { lookup } from 'node:dns/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'

/** A process that takes connections. */
export type Taker = {
  /** Gives it a connection, which stays open here; the number comes back when it has it. False: it cannot be reached. */
  give: (number: number, socket: Socket) => boolean
}

/** The front. */
export type Front = {
  /** Address to ask, such as `http://127.0.0.1:3000`. */
  listen: (host: string, port: number) => Promise<string>
  /** From now on this process takes connections. */
  open: (taker: Taker) => void
  /** It has a connection in its hands. */
  taken: (taker: Taker, number: number) => void
  /** One of its connections is over. */
  left: (taker: Taker) => void
  /** It takes none any more; those that it did not get are given to others. */
  close: (taker: Taker) => void
  /** No connection is accepted any more. */
  stop: () => void
}

/** Connections that wait while no process takes any. */
const MAX_WAITING = 1_000

/** A front that does not listen yet. */
export function createFront(): Front {
  const takers = new Map<Taker, { has: number; given: Map<number, Socket> }>()
  const waiting: Socket[] = []
  const servers: Server[] = []
  let last = 0

  const give = (socket: Socket): void => {
    for (const [taker, state] of [...takers].sort(([, one], [, other]) => one.has - other.has)) {
      last += 1
      if (!taker.give(last, socket)) continue
      state.has += 1
      state.given.set(last, socket)
      // Of equals another one is next.
      takers.delete(taker)
      takers.set(taker, state)
      return
    }
    if (waiting.length < MAX_WAITING) waiting.push(socket)
    else socket.destroy()
  }
  const accept = (socket: Socket): void => {
    // Whoever leaves before it was given away has nothing to be told.
    socket.on('error', () => {})
    give(socket)
  }
  const listenAt = async (host: string, port: number): Promise<Server> => {
    const server = createServer({ pauseOnConnect: true, noDelay: true, allowHalfOpen: true }, accept)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
    // Of one connection that could not be accepted: the others are.
    server.on('error', () => {})
    servers.push(server)
    return server
  }
  return {
    listen: async (host, port) => {
      const server = await listenAt(host, port)
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('a port was asked for')
      // That name has an address in each family, as a rule; where the other one cannot be had, this one serves.
      const others = host === 'localhost' ? await lookup(host, { all: true }).catch(() => []) : []
      for (const other of others) {
        if (other.address !== address.address) await listenAt(other.address, address.port).catch(() => {})
      }
      return urlOf(address)
    },
    open: (taker) => {
      takers.set(taker, { has: 0, given: new Map() })
      for (const socket of waiting.splice(0)) give(socket)
    },
    taken: (taker, number) => {
      const given = takers.get(taker)?.given
      // It is open in the other process.
      given?.get(number)?.destroy()
      given?.delete(number)
    },
    left: (taker) => {
      const state = takers.get(taker)
      if (state !== undefined) state.has -= 1
    },
    close: (taker) => {
      const given = takers.get(taker)?.given ?? new Map()
      takers.delete(taker)
      for (const socket of given.values()) give(socket)
    },
    stop: () => {
      for (const server of servers) server.close()
      for (const socket of waiting.splice(0)) socket.destroy()
    },
  }
}

function urlOf({ address, port }: { address: string; port: number }): string {
  if (address.includes(':')) return `http://[${address}]:${port}`
  if (address !== '0.0.0.0') return `http://${address}:${port}`
  const [first = '127.0.0.1'] = Object.values(networkInterfaces())
    .flatMap((found = []) => found)
    .filter(({ family }) => family === 'IPv4')
    .map(({ address }) => address)
  return `http://${first}:${port}`
}
