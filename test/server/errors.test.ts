/** Everything that can be asked wrongly, and how the service says so. */
import { Agent, get as httpGet, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import Fastify from 'fastify'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { EngineError } from '../../engine/errors.ts'
import { abortSignal } from '../../server/abort.ts'
import { buildApp } from '../../server/app.ts'
import { isLoopback } from '../../server/hosts.ts'
import { createOutages } from '../../server/outages.ts'
import type { Problem } from '../../server/schemas/common.ts'
import { testApp } from '../helpers/app.ts'
import { checkProblem } from '../helpers/problem.ts'

const { app, engine } = await testApp(t, { 'a.md': '# La città\n\nLe imprese producono semiconduttori.' })

async function failing(
  t: Test,
  url: string,
  status: number,
  request: Record<string, unknown> = {},
): Promise<Problem> {
  const reply = await app.inject({ url, ...request })
  const type = String(reply.headers['content-type'])
  return checkProblem(t, { status: reply.statusCode, type, body: reply.body }, status, url.slice(0, 60))
}

t.test('a parameter that is wrong is named, with what is allowed and what was probably meant', async (t) => {
  const cases: [url: string, ...errors: { parameter: string; nearest?: string; allowed?: string[] }[]][] = [
    ['/v1/search?sorrt=date', { parameter: 'sorrt', nearest: 'sort' }],
    ['/v1/search?query=x', { parameter: 'query' }],
    ['/v1/search?Q=x', { parameter: 'Q', nearest: 'q' }],
    ['/v1/search?page=0', { parameter: 'page' }],
    ['/v1/search?page=-1', { parameter: 'page' }],
    ['/v1/search?page=1.5', { parameter: 'page' }],
    ['/v1/search?page=two', { parameter: 'page' }],
    ['/v1/search?page=', { parameter: 'page' }],
    ['/v1/search?page=1000001', { parameter: 'page' }],
    ...['Infinity', '-Infinity', '1e400', '-1e400', 'NaN', '1e999999'].flatMap((value): typeof cases => [
      [`/v1/search?page=${value}`, { parameter: 'page' }],
      [`/v1/search?size=${value}`, { parameter: 'size' }],
      [`/v1/documents/0123456789abcdef?page=${value}`, { parameter: 'page' }],
      [`/v1/documents/0123456789abcdef?size=${value}`, { parameter: 'size' }],
    ]),
    ['/v1/search?size=-1', { parameter: 'size' }],
    ['/v1/search?fields=titel', { parameter: 'fields', nearest: 'title' }],
    ['/v1/search?interval=week', { parameter: 'interval', allowed: ['auto', 'year', 'month', 'day'] }],
    ['/v1/search?size=101', { parameter: 'size' }],
    ['/v1/search?sort=newest', { parameter: 'sort', allowed: ['relevance', 'date', '-date'] }],
    ['/v1/search?queryLang=de', { parameter: 'queryLang', allowed: ['auto', 'it', 'en'] }],
    ['/v1/search?format=xml', { parameter: 'format', allowed: ['json', 'html'] }],
    ['/v1/search?facets=topics', { parameter: 'facets', nearest: 'topic' }],
    ['/v1/search?topic=semiconductor', { parameter: 'topic', nearest: 'semiconductors' }],
    ['/v1/search?topic=__proto__', { parameter: 'topic' }],
    ['/v1/search?lang=italian', { parameter: 'lang' }],
    ['/v1/search?lang=IT', { parameter: 'lang' }],
    [`/v1/search?q=${'a'.repeat(513)}`, { parameter: 'q' }],
    [`/v1/search?q=${'%F0%9F%9A%80'.repeat(513)}`, { parameter: 'q' }],
    ['/v1/search?q=a&q=b', { parameter: 'q' }],
    ['/v1/search?from=2024-13', { parameter: 'from' }],
    ['/v1/search?from=2023-02-29', { parameter: 'from' }],
    ['/v1/search?to=2023-00', { parameter: 'to' }],
    ['/v1/search?to=ieri', { parameter: 'to' }],
    ['/v1/search?from=01/02/2023', { parameter: 'from' }],
    ['/v1/search?from=', { parameter: 'from' }],
    ['/v1/search?from=2024&to=2023', { parameter: 'from' }],
    ['/v1/search?undated=only&to=2023', { parameter: 'undated' }],
    ['/v1/search?undated=none', { parameter: 'undated', allowed: ['exclude', 'include', 'only'] }],
    ['/v1/search?from=2024-02-02&to=2024-02-01', { parameter: 'from' }],
    [
      '/v1/search?page=0&size=101&sort=x&q=a',
      { parameter: 'page' },
      { parameter: 'size' },
      { parameter: 'sort' },
    ],
    [
      '/v1/search?topic=nonsense&lang=x&from=2023-99',
      { parameter: 'topic' },
      { parameter: 'lang' },
      { parameter: 'from' },
    ],
    [`/v1/search?${'x'.repeat(500)}=1`, { parameter: 'x'.repeat(64) }],
    ['/v1/topics?lang=it', { parameter: 'lang' }],
    ['/v1/documents/0123456789abcdef?size=1001', { parameter: 'size' }],
    ['/v1/documents/0123456789abcdef?pages=1', { parameter: 'pages', nearest: 'page' }],
    [`/v1/documents/${'a'.repeat(129)}`, { parameter: 'id' }],
  ]
  for (const [url, ...errors] of cases) {
    const problem = await failing(t, url, 400)
    t.equal(problem.type, '/problems/invalid-parameter')
    t.equal(problem.errors?.length, errors.length, `${url.slice(0, 60)}: each wrong one, once`)
    for (const error of errors) {
      t.match(
        problem.errors?.find(({ parameter }) => parameter === error.parameter),
        error,
        url.slice(0, 60),
      )
    }
    for (const { detail } of problem.errors ?? [])
      t.ok(problem.detail.includes(detail), 'the detail has them all')
  }
  const rockets = await app.inject(`/v1/search?q=${'%F0%9F%9A%80'.repeat(512)}`)
  t.equal(rockets.statusCode, 200, 'characters are counted, not bytes')
})

t.test('an address that is not there is 404, and one that is but not so is 405', async (t) => {
  for (const url of [
    '/nothing',
    '/v1',
    '/v1/search/x',
    '/v2/search',
    '/v1/documents/a/b',
    '/docs/static/nothing.js',
  ]) {
    t.equal((await failing(t, url, 404)).type, '/problems/not-found')
  }
  for (const url of [
    '/v1/search',
    '/v1/search/',
    '/v1/search?q=x',
    '/v1/topics',
    '/v1/documents/abc',
    '/health/ready',
    '/openapi.json',
  ]) {
    const others =
      url === '/v1/documents/abc'
        ? ['POST', 'OPTIONS']
        : ['PUT', 'PATCH', 'DELETE', 'OPTIONS', ...(url.startsWith('/v1/search') ? [] : ['POST'])]
    for (const method of others) {
      const reply = await app.inject({ url, method: method as 'POST' })
      const why = `${method} ${url}`
      checkProblem(
        t,
        { status: reply.statusCode, type: String(reply.headers['content-type']), body: reply.body },
        405,
        why,
      )
      t.match(reply.headers.allow, /\bGET\b/, `${why}: what is allowed`)
    }
    t.equal((await app.inject({ url, method: 'HEAD' })).body, '', `HEAD ${url}`)
  }
  await failing(t, '/nothing', 404, { method: 'POST' })
})

t.test('a body that is no search is refused', async (t) => {
  const bodies: [type: string, payload: string][] = [
    ['application/json', ''],
    ['application/json', 'null'],
    ['application/json', '"x"'],
    ['application/json', '{"query":"x"}'],
    ['application/json', '{"q":{"a":"b"}}'],
    ['application/json', '{"q":'],
    ['application/json', '{"__proto__":{}}'],
    ['application/xml', '<q/>'],
    ['text/plain', 'x'],
    ['application/json', 'x'.repeat(100_000)],
  ]
  for (const [type, payload] of bodies) {
    const reply = await app.inject({
      method: 'POST',
      url: '/v1/search',
      headers: { 'content-type': type },
      payload,
    })
    t.ok([400, 413, 415].includes(reply.statusCode), `${type} of ${payload.length}: ${reply.statusCode}`)
    checkProblem(
      t,
      { status: reply.statusCode, type: String(reply.headers['content-type']), body: reply.body },
      reply.statusCode,
      type,
    )
  }
})

t.test('a body of an unknown kind is told so, whatever the method and the address', async (t) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
    for (const url of ['/v1/search', '/health/live', '/nothing']) {
      for (const type of [
        'application/xml',
        'x',
        'multipart/form-data; boundary=x',
        'application/json; charset',
      ]) {
        const reply = await app.inject({ method, url, headers: { 'content-type': type }, payload: '<q/>' })
        const { statusCode: status, headers, body } = reply
        const why = `${method} ${url} ${type}`
        t.ok(status >= 400 && status < 500, `${why}: ${status}`)
        checkProblem(t, { status, type: String(headers['content-type']), body }, status, why)
      }
    }
  }
  const refused = { method: 'DELETE', headers: { 'content-type': 'x' }, payload: '<q/>' }
  t.equal((await failing(t, '/v1/search', 415, refused)).type, '/problems/unsupported-media-type')
})

t.test('the page to try the API works on any host name over plain http', async (t) => {
  for (const url of ['/docs', '/docs/', '/docs/static/swagger-ui.css']) {
    const { statusCode, headers } = await app.inject({ url, headers: { host: 'ricerca.example.org' } })
    t.equal(statusCode, 200, url)
    const policy = String(headers['content-security-policy'])
    t.notMatch(
      policy,
      /upgrade-insecure-requests|https:|unsafe|validator\.swagger/,
      'nothing asks for https or others',
    )
    t.match(policy, /script-src 'self';/)
    t.equal(headers['strict-transport-security'], undefined)
  }
  const page = await app.inject('/docs/')
  for (const [, address = ''] of page.body.matchAll(/(?:src|href)="([^"]*)"/g)) {
    t.notMatch(address, /^(?:https?:)?\/\//, `${address} is on the same host`)
  }
})

t.test('on a loopback address other host names are refused', async (t) => {
  const guarded = await buildApp({
    engine,
    topics: [],
    allowedHosts: ['ricerca.example.org'],
    logger: pino({ level: 'silent' }),
  })
  t.teardown(() => guarded.close())
  for (const host of [
    'localhost',
    'LocalHost:3000',
    'localhost.',
    '127.0.0.1',
    '127.0.0.1:80',
    '[::1]',
    '[::1]:3000',
    'ricerca.example.org',
    'Ricerca.Example.org:8080',
  ]) {
    t.equal((await guarded.inject({ url: '/v1/search?q=chip', headers: { host } })).statusCode, 200, host)
  }
  for (const host of [
    'attacker.example',
    'attacker.example:3000',
    'localhost.attacker.example',
    '127.0.0.1.attacker.example',
    'ricerca.example.org.attacker.example',
    '192.168.1.2:3000',
    '0.0.0.0',
    'localhost:3000:80',
    'localhost@attacker.example',
  ]) {
    for (const url of ['/v1/search?q=chip', '/health/live', '/docs', '/openapi.json', '/nothing']) {
      const { statusCode: status, headers, body } = await guarded.inject({ url, headers: { host } })
      const type = String(headers['content-type'])
      t.equal(checkProblem(t, { status, type, body }, 421, `${host}${url}`).type, '/problems/misdirected')
    }
  }
  const open = await app.inject({ url: '/health/live', headers: { host: 'ricerca.example.net' } })
  t.equal(open.statusCode, 200, 'elsewhere any name is answered to')
  for (const [host, isHere] of [
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.2', false],
    ['ricerca.example.org', false],
  ] as const) {
    t.equal(isLoopback(host), isHere, host)
  }
})

t.test('an address that is no text is 400', async (t) => {
  for (const url of ['/%ff', '/%', '/v1/documents/%ff', '/v1/documents/%zz']) await failing(t, url, 400)
  await failing(t, `/v1/documents/${'a'.repeat(2000)}`, 414)
})

/** Sends bytes to the listening service and reads all of the answer. */
function exchange(port: number, request: string): Promise<{ status: number; type: string; body: string }> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(request))
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = '', ...body] = answer.split('\r\n\r\n')
      const type = /^content-type: (.*)$/im.exec(head)?.[1] ?? ''
      resolve({ status: Number(head.split(' ')[1]), type, body: body.join('\r\n\r\n') })
    })
  })
}

t.test('over the network', async (t) => {
  const sockets: Socket[] = []
  app.server.on('connection', (socket) => sockets.push(socket))
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const head = 'Host: localhost\r\nConnection: close\r\n'

  t.test('what is no HTTP, or too much of it, is told so', async (t) => {
    const cases: [why: string, request: string, status: number][] = [
      ['no HTTP', 'HELLO\r\n\r\n', 400],
      ['an unknown method', `BREW /v1/search HTTP/1.1\r\n${head}\r\n`, 400],
      ['a broken header', `GET /v1/search HTTP/1.1\r\n${head}no colon here\r\n\r\n`, 400],
      ['a query of 9 KB', `GET /v1/search?q=${'a'.repeat(9000)} HTTP/1.1\r\n${head}\r\n`, 400],
      ['an address of 9 KB', `GET /v1/documents/${'a'.repeat(9000)} HTTP/1.1\r\n${head}\r\n`, 414],
      ['an address of 20 KB', `GET /v1/search?q=${'a'.repeat(20_000)} HTTP/1.1\r\n${head}\r\n`, 431],
      ['a header of 20 KB', `GET /v1/search HTTP/1.1\r\n${head}X-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
      [
        'two lengths',
        `POST /v1/search HTTP/1.1\r\n${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\nx`,
        400,
      ],
      ['a NUL in the address', `GET /v1/\0 HTTP/1.1\r\n${head}\r\n`, 400],
    ]
    for (const [why, request, status] of cases) checkProblem(t, await exchange(port, request), status, why)
    t.equal((await exchange(port, `GET /health/live HTTP/1.1\r\n${head}\r\n`)).status, 200, 'and goes on')
  })

  t.test('many requests over one connection leave nothing behind', async (t) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    t.teardown(() => agent.destroy())
    sockets.length = 0
    const counts: number[] = []
    for (let request = 0; request < 15; request += 1) {
      await new Promise<IncomingHttpHeaders>((resolve, reject) => {
        const asking = httpGet({ port, path: '/v1/search?q=impresa', agent }, (reply) => {
          reply.resume()
          reply.on('end', () => resolve(reply.headers))
        })
        asking.on('error', reject)
      })
      counts.push(sockets[0]?.listenerCount('close') ?? 0)
    }
    t.equal(sockets.length, 1, 'one connection')
    t.equal(counts.at(-1), counts[4], 'no listener for each request')
  })
})

t.test('work is ended when nobody waits for it any more, and only then', async (t) => {
  const server = Fastify()
  t.teardown(() => server.close())
  const aborted = new Promise<void>((resolve) => {
    server.get('/slow', (_request, reply) => {
      abortSignal(reply).addEventListener('abort', () => resolve())
    })
  })
  let signal: AbortSignal | undefined
  server.get('/quick', async (_request, reply) => {
    signal = abortSignal(reply)
    return 'done'
  })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  t.equal(await (await fetch(`${url}/quick`)).text(), 'done')
  const controller = new AbortController()
  const asking = fetch(`${url}/slow`, { signal: controller.signal }).catch((error: Error) => error.name)
  server.server.once('request', () => setImmediate(() => controller.abort()))
  t.equal(await asking, 'AbortError')
  await aborted
  t.equal(signal?.aborted, false, 'what was answered was not aborted')
})

t.test('an outage is logged in full once, and in a line for each further request', async (t) => {
  const lines: { level: number; reqId?: string; kind?: string; reason?: string; err?: { stack: string } }[] =
    []
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  const down = async (): Promise<never> => {
    throw new EngineError('ENGINE_UNAVAILABLE', 'The search engine does not answer.')
  }
  const broken = await buildApp({ engine: { ...engine, read: down }, topics: [], logger })
  t.teardown(() => broken.close())
  const ids: string[] = []
  for (const url of ['/v1/search?q=chip', '/v1/topics', '/health/ready', '/v1/documents/0123456789abcdef']) {
    ids.push((await broken.inject(url)).json<Problem>().requestId)
  }
  const failures = lines.filter(({ kind }) => kind === 'engine-unavailable')
  t.strictSame(
    failures.map(({ reqId }) => reqId),
    ids,
    'each can be found by its id',
  )
  const [first, ...others] = failures
  t.match(first, { level: 50, err: { stack: /EngineError/ } })
  t.equal(others.length, 3)
  for (const other of others) {
    t.match(other, { level: 40, reason: 'The search engine does not answer.' })
    t.equal(other.err, undefined, 'without a stack')
  }
  let nowMs = 0
  const isFirst = createOutages(() => nowMs)
  const told = [0, 20, 49, 78, 110].map((seconds) => {
    nowMs = seconds * 1000
    return isFirst('engine-unavailable')
  })
  t.strictSame(
    told,
    [true, false, false, false, true],
    'after half a minute without failures it is another one',
  )
  t.ok(isFirst('no-index'), 'another kind is another one, too')
})

t.test('what nobody foresaw is told with an id, and the log has it under this id', async (t) => {
  const lines: { reqId?: string; kind?: string; err?: { message: string } }[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  const client = (): never => {
    throw new RangeError('secret: /home/of/somebody')
  }
  const engine = {
    client,
    read: async () => client(),
    exclusive: true,
    checkSpace: async () => {},
    close: async () => {},
  }
  const broken = await buildApp({ engine, topics: [], logger })
  t.teardown(() => broken.close())
  const reply = await broken.inject('/v1/search?q=privato')
  const type = String(reply.headers['content-type'])
  const problem = checkProblem(t, { status: reply.statusCode, type, body: reply.body }, 500, 'a fault')
  t.notMatch(reply.body, /secret|somebody/)
  t.match(
    lines.find(({ reqId }) => reqId === problem.requestId),
    { kind: 'internal', err: { message: 'secret: /home/of/somebody' } },
  )
  t.notMatch(JSON.stringify(lines), /privato/, 'what was searched for is in no log')
})
