/** More connections than there may be: who asks and reads is answered, who keeps the service waiting makes room. */
import { once } from 'node:events'
import { type Agent, createServer, request as httpRequest, Agent as KeepingAgent } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import { limitConnections } from '../../server/connections.ts'

const MAX = 5

/** A server that answers what it is told to; its port, and what to call for the answers to `/later` to be sent. */
async function serve(t: Test, timeoutMs = 15_000) {
  const later: (() => void)[] = []
  const server = createServer((request, response) => {
    if (request.url === '/long') request.socket.setTimeout(0)
    request.resume()
    if (request.url === '/later') later.push(() => response.end('ok'))
    else request.once('end', () => response.end('ok'))
  })
  server.setTimeout(timeoutMs)
  limitConnections(server, MAX)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  /** Resolves when the server has so many requests for `/later`. */
  const asked = async (count: number): Promise<void> => {
    while (later.length < count) await once(server, 'request')
  }
  return { port, later, asked }
}

/** A connection that sends some text and then nothing; `closed` resolves when the server ends it. */
async function slow(t: Test, port: number, text: string): Promise<{ socket: Socket; closed: Promise<true> }> {
  const socket = connect(port, '127.0.0.1')
  t.teardown(() => socket.destroy())
  socket.on('error', () => {})
  const closed = once(socket.resume(), 'close').then(() => true as const)
  await once(socket, 'connect')
  await new Promise((resolve) => socket.write(text, resolve))
  return { socket, closed }
}

/** The status of an answer, or why there is none. */
function ask(port: number, path = '/', agent: Agent | false = false): Promise<number | string> {
  return new Promise((resolve) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, agent }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
    })
    request.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    request.end()
  })
}

const SLOW: [why: string, text: string][] = [
  ['nothing', ''],
  ['half of the headers', 'GET /v1/search HTTP/1.1\r\nHost: localhost\r\nX-a: b\r\n'],
  ['half of a body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"q":'],
]

for (const [why, text] of SLOW) {
  t.test(`many who send ${why} keep nobody out`, async (t) => {
    const { port } = await serve(t)
    const first = await slow(t, port, text)
    for (let more = 1; more < 3 * MAX; more += 1) {
      await slow(t, port, text)
      t.equal(await ask(port), 200, `beside ${more}`)
    }
    t.ok(await first.closed, 'the first of them had to go')
  })
}

t.test('who waits for an answer is not closed, and where all do the new one goes', async (t) => {
  const { port, later, asked } = await serve(t)
  const answers = Array.from({ length: MAX }, () => ask(port, '/later'))
  await asked(MAX)
  t.equal(await ask(port), 'ECONNRESET')
  for (const answer of later.splice(0)) answer()
  t.strictSame(await Promise.all(answers), Array(MAX).fill(200))
  t.equal(await ask(port), 200)
})

t.test('a connection that was used makes room when it has been idle longest', async (t) => {
  const { port } = await serve(t)
  const agent = new KeepingAgent({ keepAlive: true })
  t.teardown(() => agent.destroy())
  const first = await slow(t, port, '')
  t.equal(await ask(port, '/', agent), 200)
  for (let more = 0; more < MAX - 1; more += 1) await slow(t, port, '')
  t.ok(await first.closed, 'the one that never asked has waited longer')
  t.equal(await ask(port, '/', agent), 200, 'the one that was used can be used again')
})

t.test('a body that may take its time is waited for', async (t) => {
  const { port } = await serve(t)
  const long = await slow(t, port, 'POST /long HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nab')
  t.equal(await ask(port), 200)
  for (let more = 0; more < 2 * MAX; more += 1) await slow(t, port, '')
  const answered = once(long.socket, 'data')
  long.socket.write('cd')
  t.match(String((await answered)[0]), /^HTTP\/1\.1 200/)
})
