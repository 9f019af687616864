/**
 * The program of a process that answers searches. It is started by the main process of a service, told by it what to do,
 * and ends with it. The port is not its own: connections are given to it.
 */
import { Socket } from 'node:net'
import type { Logger } from 'pino'
import { openEngineBeside } from '../../engine/engine.ts'
import { followKeys } from '../../server/access/follow-keys.ts'
import { type App, buildApp } from '../../server/app.ts'
import { isLoopback } from '../../server/hosts.ts'
import type { Parts } from '../../server/processes/shared.ts'
import { EXIT } from '../exit.ts'
import { pageFolder } from '../installation.ts'
import { followLexicons } from '../lexicon/follow.ts'
import { createLogger } from '../logger.ts'
import { keepPrintable, tolerateClosedOutputs } from '../output.ts'
import { createCalls } from './calls.ts'
import type { AnsweringAsks, MainAsks, Orders, ToAnswering, ToMain } from './messages.ts'

/** What is under way in all processes together is limited as in one, but no process to less than this. */
const LIMITS = { running: { all: 64, least: 8 }, waiting: { all: 128, least: 16 } }
const COUNT_TIMEOUT_MS = 2_000
/** A connection whose answer has been sent is idle, which nobody tells. */
const LOOK_EVERY_MS = 20

tolerateClosedOutputs()
keepPrintable(process.stderr)
// A terminal, or whoever ends a group of processes, tells all of them; what is to be done the main process says.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => {})
process.once('disconnect', () => process.exit(EXIT.failed))

const tell = (message: ToMain | object): void => {
  if (process.connected) process.send?.(message, undefined, undefined, () => {})
}

type Message = Exclude<ToAnswering, { begin: Orders }>

let onMessage: ((message: Message, socket: unknown) => void) | undefined
process.on('message', (message: ToAnswering, socket) => {
  if ('begin' in message) void begin(message.begin)
  else if (onMessage !== undefined) onMessage(message, socket)
  // Before it answers there is nothing to finish.
  else if ('end' in message) process.exit(EXIT.done)
})

async function begin(orders: Orders): Promise<void> {
  const logger = createLogger(orders.config.logLevel, { isOneOfSeveral: true })
  try {
    onMessage = await answer(orders, logger)
    tell({ ready: true })
  } catch (err) {
    logger.fatal({ err }, 'this process cannot answer searches')
    process.exit(EXIT.failed)
  }
}

/** Answers; gives what takes the messages of the main process from now on. */
async function answer(
  { config, topics, door, listenAt, service }: Orders,
  logger: Logger,
): Promise<NonNullable<typeof onMessage>> {
  const connections = new Set<Socket>()
  const lexicons = followLexicons(config.dataDir, logger)
  let parts: Parts | undefined
  const calls = createCalls<AnsweringAsks, MainAsks>(tell, {
    see: async (number) => {
      await parts?.untilSeen(number)
      return undefined
    },
    lexicons: () => lexicons.refresh(),
    metrics: async () => (await parts?.metrics()) ?? [],
    alive: async () => true,
  })
  const engine = await openEngineBeside({ ...config, logger })
  const keys = await followKeys(config.dataDir, { logger })
  const app = await buildApp({
    engine,
    topics,
    bridge: lexicons.bridge,
    allowedHosts: isLoopback(config.host) ? config.allowedHosts : undefined,
    access: { ...config, keys },
    basePath: config.basePath,
    page: pageFolder(),
    requestLog: { hasQueries: config.logsQueries },
    tracing: config.tracing,
    limits: {
      running: shareOf(LIMITS.running, config.processes),
      waiting: shareOf(LIMITS.waiting, config.processes),
    },
    shared: {
      is: 'answering',
      service,
      lexicons: lexicons.version,
      count: (name, windowMs) => calls.ask('count', { name, windowMs }, COUNT_TIMEOUT_MS),
      door,
      onParts: (given) => {
        parts = given
      },
    },
    // Connections that were given are none of the server's own: it would end while they are answered.
    routes: [async (app) => void app.addHook('preClose', () => untilOver(connections, app.server))],
    logger,
  })
  await app.listen({ path: listenAt, listenTextResolver: () => 'answering' })
  // The first search is not to wait for the statistics. What fails now fails again, and is told, when somebody asks.
  await parts?.untilSeen(0).catch(() => {})

  const close = async (): Promise<void> => {
    await app.close()
    lexicons.close()
    await keys.close()
    await engine.close()
    process.exit(EXIT.done)
  }
  return (message, socket) => {
    calls.take(message)
    if ('take' in message) {
      tell({ taken: message.take })
      // One that is closed already comes as nothing.
      if (socket instanceof Socket) take(socket, app, connections)
      else tell({ left: true })
    } else if ('end' in message) void close()
  }
}

function take(socket: Socket, { server }: App, connections: Set<Socket>): void {
  connections.add(socket)
  socket.once('close', () => {
    connections.delete(socket)
    tell({ left: true })
  })
  // As the server has those that it accepts itself.
  socket.allowHalfOpen = true
  server.emit('connection', socket)
}

async function untilOver(connections: ReadonlySet<Socket>, server: App['server']): Promise<void> {
  while (connections.size > 0) {
    server.closeIdleConnections()
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

function shareOf({ all, least }: { all: number; least: number }, processes: number): number {
  return Math.max(least, Math.ceil(all / processes))
}
