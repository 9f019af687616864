/** How much the service takes on: what is under way, what waits, what is told to come again, and when work ends. */
import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import Fastify from 'fastify'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import type { Engine } from '../../engine/engine.ts'
import { abortSignal, unlessAborted } from '../../server/abort.ts'
import { createLimiter } from '../../server/access/limits.ts'
import { type App, buildApp } from '../../server/app.ts'
import { handleErrors } from '../../server/errors.ts'
import type { Limits } from '../../server/turns.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'
import { checkProblem } from '../helpers/problem.ts'

const engine = await openTestEngine(t)
await indexDocuments(engine, { 'a.md': '# Chip\n\nUn chip.', 'b.md': '# Cavo\n\nUn cavo.' })

/** A service whose engine answers searches only when it is let; health is asked past them. */
async function heldApp(t: Test, limits: Partial<Limits>) {
  const held: (() => void)[] = []
  const asked: string[] = []
  let isHolding = false
  const read: Engine['read'] = async (path, body, signal, isUrgent) => {
    if (isHolding && isUrgent !== true) {
      asked.push(JSON.stringify(body))
      await new Promise<void>((resolve) => held.push(resolve))
    }
    return engine.read(path, body, signal, isUrgent)
  }
  const app = await buildApp({
    engine: { ...engine, read },
    topics: [],
    limits,
    logger: pino({ level: 'silent' }),
  })
  t.teardown(() => app.close())
  await app.inject('/v1/search?q=chip')
  isHolding = true
  return {
    app,
    asked,
    letGo: (): void => {
      isHolding = false
      for (const release of held.splice(0)) release()
    },
    until: async (count: number): Promise<void> => {
      while (asked.length < count) await turn()
    },
  }
}

/** Calls of one search in its first round: matches and candidates. */
const FIRST_CALLS = 2

t.test('beyond what is under way and what may wait, one is told to come again; health is not', async (t) => {
  const { app, letGo, until } = await heldApp(t, { running: 2, waiting: 1, waitMs: 60_000 })
  const search = () => app.inject('/v1/search?q=chip')
  const first = [search(), search()]
  await until(2 * FIRST_CALLS)
  const waiting = search()
  // Its place in the line is taken before anything is awaited that takes longer than a turn.
  for (let turns = 0; turns < 20; turns += 1) await turn()
  for (const url of ['/v1/search?q=chip', '/v1/topics', '/v1/documents/0123456789abcdef']) {
    const { statusCode: status, headers, body } = await app.inject(url)
    const problem = checkProblem(t, { status, type: String(headers['content-type']), body }, 503, url)
    t.equal(problem.type, '/problems/overloaded')
    t.match(headers['retry-after'], /^\d+$/)
  }
  t.equal((await app.inject('/health/live')).statusCode, 200)
  t.equal((await app.inject('/health/ready')).statusCode, 200, 'it is busy, and well')
  letGo()
  for (const answer of [...first, waiting]) t.equal((await answer).statusCode, 200, 'the others are answered')
  t.equal((await search()).statusCode, 200)
})

t.test('who waits for a turn for too long is told to come again', async (t) => {
  const { app, letGo, until } = await heldApp(t, { running: 1, waitMs: 10 })
  const first = app.inject('/v1/search?q=chip')
  await until(FIRST_CALLS)
  const { statusCode: status, headers, body } = await app.inject('/v1/search?q=chip')
  checkProblem(t, { status, type: String(headers['content-type']), body }, 503, 'late')
  letGo()
  t.equal((await first).statusCode, 200)
})

async function listening(app: App): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port
}

function pipelined(port: number, count: number): Promise<Socket> {
  const requests = 'GET /v1/search?q=chip HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(count)
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(requests, () => resolve(socket)))
    socket.once('error', reject)
  })
}

t.test('what a client that has left had sent ahead is never begun, and what was begun ends', async (t) => {
  const { app, asked, letGo, until } = await heldApp(t, { runningOfOne: 3 })
  const port = await listening(app)
  const gone = new Promise<void>((resolve) => {
    app.server.once('connection', (socket) => socket.once('close', () => resolve()))
  })
  const socket = await pipelined(port, 50)
  await until(3 * FIRST_CALLS)
  socket.destroy()
  await gone
  letGo()
  const reply = await fetch(`http://127.0.0.1:${port}/v1/search?q=cavo`)
  t.equal(reply.status, 200, 'others are served')
  t.equal(asked.length, 3 * FIRST_CALLS, 'the engine was asked for nothing more')
})

t.test('a client that has left before its request is looked at is no fault of the service', async (t) => {
  const server = Fastify({ genReqId: () => crypto.randomUUID() })
  t.teardown(() => server.close())
  server.addHook('onRequest', async ({ raw: { socket } }) => {
    const closed = once(socket, 'close')
    socket.destroy()
    await closed
  })
  const limit = await createLimiter(server, { perMinute: 1, limitsLoopback: false })
  const counted = new Promise<unknown>((resolve) => {
    server.addHook('onRequest', async (request, reply) => {
      resolve(await limit(request, reply, { is: 'absent' }).catch((error: unknown) => error))
    })
  })
  server.get('/', async () => 'answered')
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  await t.rejects(fetch(url))
  t.equal(await counted, undefined)
})

t.test('one connection does not fill the line of all', async (t) => {
  const { app, letGo, until } = await heldApp(t, { running: 4, waiting: 0, runningOfOne: 2, waitingOfOne: 5 })
  const port = await listening(app)
  let answers = ''
  const socket = await pipelined(port, 20)
  t.teardown(() => socket.destroy())
  socket.setEncoding('utf8').on('data', (chunk) => {
    answers += chunk
  })
  await until(2 * FIRST_CALLS)
  const other = fetch(`http://127.0.0.1:${port}/v1/search?q=cavo`)
  await until(3 * FIRST_CALLS)
  letGo()
  t.equal((await other).status, 200, 'another one has its turn')
  const statuses = () => [...answers.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status)
  while (statuses().length < 20) await turn()
  t.strictSame(statuses(), [...Array(7).fill('200'), ...Array(13).fill('503')], 'in the order asked')
})

t.test('no request is worked on beyond its deadline, whatever it waits for', async (t) => {
  const server = Fastify({ genReqId: () => crypto.randomUUID() })
  t.teardown(() => server.close())
  handleErrors(server)
  let signal: AbortSignal | undefined
  server.get('/slow', async (_request, reply) => {
    signal = abortSignal(reply, 20)
    return unlessAborted(new Promise(() => {}), signal)
  })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  const reply = await fetch(`${url}/slow`)
  const type = String(reply.headers.get('content-type'))
  const problem = checkProblem(t, { status: reply.status, type, body: await reply.text() }, 503, 'late')
  t.equal(problem.type, '/problems/overloaded')
  t.match(problem.detail, /within 0\.02 s/)
  t.ok(signal?.aborted, 'and what it did is told to end')
})

t.test('connections are limited, in number and in how long headers may take to arrive', async (t) => {
  const { app } = await heldApp(t, {})
  t.ok(app.server.headersTimeout <= 10_000)
  const port = await listening(app)
  const idle = () => {
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    t.teardown(() => socket.destroy())
    return once(socket, 'connect').then(() => socket)
  }
  const first = await idle()
  const closed = once(first.resume(), 'close')
  for (let opened = 1; opened <= 2_000; opened += 100) await Promise.all(Array.from({ length: 100 }, idle))
  await closed
  t.equal((await fetch(`http://127.0.0.1:${port}/health/live`)).status, 200, 'there is room for who asks')
})
