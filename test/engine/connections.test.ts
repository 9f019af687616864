/** Reading from an engine through a limited number of connections; a server of one's own, and how it can fail. */
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout, setImmediate as turn } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { openEngine } from '../../engine/engine.ts'
import { createGate } from '../../engine/gate.ts'
import { readBuild } from '../../engine/generation.ts'
import type { Logger } from '../../engine/logger.ts'
import { connectToRead } from '../../engine/read-connections.ts'
import { appOn, get, pathsOf } from '../helpers/app.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'
import { checkProblem } from '../helpers/problem.ts'

const silent = (): void => {}
const logger: Logger = { debug: silent, info: silent, warn: silent, error: silent }

/** A server that does with requests as told; closed when `t` ends. */
async function serve(
  t: Test,
  handle: (request: IncomingMessage, reply: ServerResponse) => void,
): Promise<string> {
  const server = createServer(handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

t.test('a gate lets so many in, the others one after another', async (t) => {
  const gate = createGate(2, 60_000)
  const [first, second] = [await gate.enter(), await gate.enter()]
  const order: string[] = []
  const third = gate.enter().then((leave) => {
    order.push('third')
    return leave
  })
  const fourth = gate.enter().then((leave) => {
    order.push('fourth')
    return leave
  })
  await turn()
  t.strictSame(order, [], 'it is full')
  first()
  first()
  await turn()
  t.strictSame(order, ['third'], 'leaving twice makes room once')
  second()
  ;(await third)()
  await fourth
  t.strictSame(order, ['third', 'fourth'])
})

t.test('who waits at a gate for too long, or gives up, takes no turn', async (t) => {
  const gate = createGate(1, 30)
  const leave = await gate.enter()
  await t.rejects(gate.enter(), { name: 'TimeoutError' })
  const controller = new AbortController()
  const reason = new Error('enough')
  const waiting = gate.enter(controller.signal)
  controller.abort(reason)
  await t.rejects(waiting, reason)
  await t.rejects(gate.enter(controller.signal), reason, 'before it waits')
  leave()
  const next = await gate.enter()
  next()
  t.pass('the turn was still there')
})

t.test('where too many wait at a gate already, one is told at once', async (t) => {
  const gate = createGate(1, 60_000, 1)
  const leave = await gate.enter()
  const waiting = gate.enter()
  await t.rejects(gate.enter(), { name: 'QuotaExceededError' })
  leave()
  ;(await waiting)()
  ;(await gate.enter())()
})

t.test(
  'calls that find no connection in time fail as if the engine was down, and others go on',
  async (t) => {
    const held: ServerResponse[] = []
    let isFrozen = true
    let allHeld = (): void => {}
    const full = new Promise<void>((resolve) => {
      allHeld = resolve
    })
    const url = await serve(t, (request, reply) => {
      request.resume()
      if (!isFrozen) return reply.end('{"ok":true}')
      if (held.push(reply) === 32) allHeld()
      return undefined
    })
    const reader = connectToRead(url, '')
    t.teardown(reader.close)
    const taken = Array.from({ length: 32 }, () => reader.read('multi-search', {}))
    await full
    const controller = new AbortController()
    const reason = new Error('the client is gone')
    const gone = reader.read('multi-search', {}, controller.signal)
    const late = reader.read('multi-search', {})
    controller.abort(reason)
    await t.rejects(gone, reason, 'who is gone waits no longer')
    await t.rejects(late, { code: 'ENGINE_UNAVAILABLE', cause: { name: 'TimeoutError' } })
    t.equal(held.length, 32, 'neither has reached the engine')
    const urgent = reader.read('multi-search', {}, undefined, true)
    while (held.length < 33) await turn()
    t.pass('what is urgent goes past them')
    isFrozen = false
    for (const reply of held) reply.end('{"ok":true}')
    t.strictSame(await urgent, { ok: true })
    t.strictSame(await Promise.all(taken), Array(32).fill({ ok: true }), 'those before are answered')
    t.strictSame(await reader.read('multi-search', {}), { ok: true }, 'and those after')
  },
)

t.test('what is answered wrongly is told apart', async (t) => {
  let answer: [status: number, body: string] = [200, '{}']
  const url = await serve(t, (request, reply) => {
    request.resume()
    const [status, body] = answer
    reply.writeHead(status).end(body)
  })
  const engine = await openEngine({ dataDir: '', meiliServers: [{ url, key: 'k' }], logger })
  t.teardown(engine.close)
  const cases: [why: string, status: number, body: string, code: string, message: RegExp][] = [
    ['a wrong key', 403, '{"code":"invalid_api_key"}', 'ENGINE_REFUSED', /Set MEILI_KEY/],
    ['no key', 401, '{"code":"missing_authorization_header"}', 'ENGINE_REFUSED', /Set MEILI_KEY/],
    ['no such index', 404, '{"code":"index_not_found"}', 'INDEX_MISSING', /not there/],
    ['a full disk', 500, '{"code":"no_space_left_on_device"}', 'DISK_FULL', /disk is full/],
    ['a wrong request', 400, '{"code":"invalid_search_filter"}', 'ENGINE_REFUSED', /invalid_search_filter/],
    ['a fault', 500, '{"code":"internal"}', 'ENGINE_REFUSED', /internal/],
    ['a proxy without it', 502, '<html>Bad gateway</html>', 'ENGINE_UNAVAILABLE', /does not answer/],
    ['a proxy’s own error', 503, '{}', 'ENGINE_UNAVAILABLE', /does not answer/],
    ['a page instead', 200, '<html></html>', 'ENGINE_UNAVAILABLE', /does not answer/],
    ['an answer cut short', 200, '{"results":[', 'ENGINE_UNAVAILABLE', /does not answer/],
  ]
  for (const [why, status, body, code, message] of cases) {
    answer = [status, body]
    await t.rejects(engine.read('multi-search', { queries: [] }), { name: 'EngineError', code, message }, why)
  }
})

t.test('a server of one’s own, below a path of a proxy', async (t) => {
  const own = await openTestEngine(t)
  const { host, apiKey = '' } = own.client().config
  const proxy = await serve(t, (request, reply) => {
    const path = /^\/meili(\/.*)$/.exec(request.url ?? '')?.[1]
    if (path === undefined) return reply.writeHead(404).end('<html>Nothing here</html>')
    const { method = 'GET', headers } = request
    const passed = httpRequest(new URL(path, host), { method, headers }, (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(reply)
    })
    passed.on('error', () => reply.writeHead(502).end())
    return request.pipe(passed)
  })
  for (const url of [host, `${proxy}/meili`, `${proxy}/meili/`]) {
    const engine = await openEngine({ dataDir: '', meiliServers: [{ url, key: apiKey ?? '' }], logger })
    t.teardown(engine.close)
    t.equal(engine.exclusive, false, 'others may use it, too')
    await indexDocuments(engine, { 'a.md': '# Chip\n\nUn chip.', 'b.md': '# Cavo\n\nUn cavo.' })
    const app = await appOn(t, engine)
    t.equal((await get(app, '/health/ready')).status, 200, url)
    t.strictSame(await pathsOf(app, { q: 'chip' }), ['a.md'])
    await engine.close()
  }
  t.ok(await readBuild(own), 'closing leaves the server alone')

  const wrong = await openEngine({ dataDir: '', meiliServers: [{ url: host, key: 'a wrong key' }], logger })
  t.teardown(wrong.close)
  await t.rejects(readBuild(wrong), { code: 'ENGINE_REFUSED', message: /Set MEILI_KEY/ })
  await t.rejects(indexDocuments(wrong, { 'a.md': 'Un chip.' }), {
    code: 'ENGINE_REFUSED',
    message: /Set MEILI_KEY/,
  })

  const engine = await openEngine({ dataDir: '', meiliServers: [{ url: host, key: apiKey ?? '' }], logger })
  t.teardown(engine.close)
  const app = await appOn(t, engine)
  t.equal((await get(app, '/health/ready')).status, 200)
  await own.close()
  await t.rejects(readBuild(engine), { code: 'ENGINE_UNAVAILABLE', message: /does not answer/ })
  for (const url of ['/health/ready', '/v1/search?q=chip']) {
    const { statusCode: status, headers, body } = await app.inject(url)
    checkProblem(t, { status, type: String(headers['content-type']), body }, 503, url)
  }
})

const VERSIONS = [
  ['1.21.0', false],
  ['1.21.7', false],
  ['1.22.0', true],
  ['1.2.0', true],
  ['2.21.0', true],
] as const
for (const [pkgVersion, isTold] of VERSIONS) {
  t.test(
    `a server that is Meilisearch ${pkgVersion} ${isTold ? 'is told of' : 'is as tested'}`,
    async (t) => {
      let asked = (): void => {}
      const answered = new Promise<void>((resolve) => {
        asked = resolve
      })
      const url = await serve(t, ({ url: path }, reply) => {
        t.equal(path, '/version')
        reply.setHeader('content-type', 'application/json').end(JSON.stringify({ pkgVersion }), asked)
      })
      const warned: unknown[] = []
      const told: Logger = { ...logger, warn: (fields) => warned.push(fields) }
      const engine = await openEngine({
        dataDir: t.testdir(),
        meiliServers: [{ url: `${url}/`, key: 'una chiave' }],
        logger: told,
      })
      t.teardown(engine.close)
      await answered
      await setTimeout(50)
      t.strictSame(warned, isTold ? [{ version: pkgVersion, testedVersion: '1.21.0', server: url }] : [])
    },
  )
}
