/** What stands around the routes: limits, other origins, headers, a prefix, and proxies in front. */
import type { FastifyPluginAsync, InjectOptions } from 'fastify'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { noKeys } from '../../server/access/follow-keys.ts'
import { createKey } from '../../server/access/keys.ts'
import { WRONG_KEYS_PER_MINUTE } from '../../server/access/limits.ts'
import { type AccessOptions, type App, buildApp } from '../../server/app.ts'
import { takeOffBase } from '../../server/base-path.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'
import { checkProblem } from '../helpers/problem.ts'

const engine = await openTestEngine(t)
const documents = Array.from({ length: 4 }, (_, number) => [
  `faro-${number}.md`,
  `# Faro ${number}\n\nIl faro illumina il porto.`,
])
await indexDocuments(engine, Object.fromEntries(documents))

const search = '/v1/search?q=faro'
const outside = { remoteAddress: '203.0.113.7' }
const routes: FastifyPluginAsync[] = [
  async (app) => {
    app.get('/v1/moved', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/v1/topics'))
    app.get('/v1/from', { schema: { hide: true } }, async ({ ip, protocol }) => ({ ip, protocol }))
  },
]

async function service(t: Test, access: Partial<AccessOptions> = {}, basePath = ''): Promise<App> {
  const logger = pino({ level: 'silent' })
  const app = await buildApp({ engine, topics: readTopics(), access, basePath, routes, logger })
  t.teardown(() => app.close())
  return app
}

/** The statuses of requests, one after another. */
async function statuses(app: App, count: number, request: InjectOptions): Promise<number[]> {
  const found: number[] = []
  for (let sent = 0; sent < count; sent += 1) found.push((await app.inject(request)).statusCode)
  return found
}

t.test('so many requests a minute are answered, and no more', async (t) => {
  const { key, secret } = createKey({ label: 'app', scopes: ['search'], expiresAt: null }, [], new Date())
  const keys = { ...noKeys, state: () => ({ are: 'usable', keys: [key] }) as const }
  const limits = { perMinute: 3, limitsLoopback: false }
  const app = await service(t, { keys, limits })
  const first = await app.inject({ url: search, ...outside })
  t.match(first.headers, { 'ratelimit-limit': '3', 'ratelimit-remaining': '2', 'ratelimit-reset': /^\d+$/ })
  t.strictSame(await statuses(app, 3, { url: search, ...outside }), [200, 200, 429])
  const { statusCode: status, headers, body } = await app.inject({ url: search, ...outside })
  const problem = checkProblem(
    t,
    { status, type: String(headers['content-type']), body },
    429,
    'one too many',
  )
  t.equal(problem.type, '/problems/too-many-requests')
  t.match(headers, { 'retry-after': /^[1-9]\d?$/, 'ratelimit-remaining': '0' })

  const withKey = { url: search, ...outside, headers: { 'x-api-key': secret } }
  t.strictSame(await statuses(app, 4, withKey), [200, 200, 200, 429], 'a key has a count of its own')
  const elsewhere = { ...withKey, remoteAddress: '198.51.100.9' }
  t.strictSame(await statuses(app, 1, elsewhere), [429], 'wherever it is used')
  const another = { url: search, remoteAddress: '198.51.100.9' }
  t.strictSame(await statuses(app, 1, another), [200], 'and an address has one')
  t.strictSame(await statuses(app, 1, { url: '/nothing', ...outside }), [429], 'whatever is asked for')
  t.strictSame(await statuses(app, 1, { url: '/docs/', ...outside }), [429])
  for (const url of ['/health/live', '/health/ready']) {
    t.strictSame(await statuses(app, 5, { url, ...outside }), [200, 200, 200, 200, 200], url)
  }
  const network = (last: string) => ({ url: search, remoteAddress: `2001:db8:1:2::${last}` })
  t.strictSame(
    [
      ...(await statuses(app, 2, network('1'))),
      ...(await statuses(app, 1, network('2'))),
      ...(await statuses(app, 1, network('3'))),
    ],
    [200, 200, 200, 429],
    'a network of IPv6 is one',
  )
  for (const remoteAddress of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    t.strictSame(
      await statuses(app, 5, { url: search, remoteAddress }),
      [200, 200, 200, 200, 200],
      remoteAddress,
    )
  }

  const everywhere = await service(t, { limits: { perMinute: 1, limitsLoopback: true } })
  t.strictSame(
    await statuses(everywhere, 2, { url: search }),
    [200, 429],
    'this machine, where it is asked for',
  )
  const unlimited = await service(t, { limits: { perMinute: 0, limitsLoopback: false } })
  t.strictSame(await statuses(unlimited, 5, { url: search, ...outside }), [200, 200, 200, 200, 200])
  t.equal((await unlimited.inject({ url: search, ...outside })).headers['ratelimit-limit'], undefined)
})

t.test('wrong keys are answered less often, and right ones always', async (t) => {
  const { key, secret } = createKey({ label: 'app', scopes: ['search'], expiresAt: null }, [], new Date())
  const keys = { ...noKeys, state: () => ({ are: 'usable', keys: [key] }) as const }
  for (const perMinute of [0, 1000]) {
    const app = await service(t, { keys, limits: { perMinute, limitsLoopback: false } })
    const wrong = { url: search, ...outside, headers: { authorization: 'Bearer bif_sbagliata' } }
    const found = await statuses(app, WRONG_KEYS_PER_MINUTE + 2, wrong)
    t.strictSame(found.slice(0, WRONG_KEYS_PER_MINUTE), Array(WRONG_KEYS_PER_MINUTE).fill(401))
    t.strictSame(found.slice(WRONG_KEYS_PER_MINUTE), [429, 429])
    t.match((await app.inject(wrong)).headers['retry-after'], /^[1-9]\d?$/)
    const right = { url: search, ...outside, headers: { authorization: `Bearer ${secret}` } }
    t.strictSame(await statuses(app, 1, right), [200], 'others behind the same address go on')
    t.strictSame(await statuses(app, 1, { url: search, ...outside }), [200])
  }
})

t.test('pages of other origins may read only where it is allowed', async (t) => {
  const origin = 'https://app.example.org'
  const preflight = (from: string, url = search): InjectOptions => ({
    method: 'OPTIONS',
    url,
    headers: {
      origin: from,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  })
  const closed = await service(t)
  for (const request of [{ url: search, headers: { origin } }, preflight(origin)]) {
    const { headers } = await closed.inject(request)
    t.notOk(
      Object.keys(headers).some((name) => name.startsWith('access-control')),
      'nothing is said by default',
    )
  }

  // Also where everything needs a key: a browser sends none along when it asks whether it may.
  const app = await service(t, { corsOrigins: [origin, 'http://localhost:5173'], requiresKey: true })
  for (const from of [origin, 'http://localhost:5173']) {
    const { statusCode, headers } = await app.inject(preflight(from))
    t.equal(statusCode, 204, from)
    t.match(headers, {
      'access-control-allow-origin': from,
      'access-control-allow-methods': /GET.*POST.*DELETE/,
      'access-control-allow-headers': 'authorization',
      'access-control-max-age': '600',
    })
    const answer = await app.inject({ url: search, headers: { origin: from } })
    t.equal(answer.statusCode, 401)
    t.equal(answer.headers['access-control-allow-origin'], from, 'errors can be read, too')
    t.match(answer.headers['access-control-expose-headers'], /ETag.*Retry-After.*RateLimit-Remaining/)
  }
  for (const from of [
    'https://attacker.example',
    'https://app.example.org.attacker.example',
    'null',
    'https://APP.example.org:444',
  ]) {
    const { statusCode, headers, body } = await app.inject(preflight(from))
    checkProblem(t, { status: statusCode, type: String(headers['content-type']), body }, 405, from)
    t.equal(headers['access-control-allow-origin'], undefined, from)
    const answer = await app.inject({ url: search, headers: { origin: from } })
    t.equal(answer.headers['access-control-allow-origin'], undefined, `${from}: reading`)
  }
  const alone = await app.inject({ method: 'OPTIONS', url: search })
  t.equal(alone.statusCode, 405, 'OPTIONS without an origin is a mistake as ever')

  const open = await service(t, { corsOrigins: ['*'] })
  const answer = await open.inject({ url: search, headers: { origin: 'https://anybody.example' } })
  t.equal(answer.statusCode, 200)
  t.match(answer.headers, { 'access-control-allow-origin': '*', vary: 'Origin, accept-language' })
  t.equal((await open.inject(preflight('https://anybody.example'))).statusCode, 204)
  for (const { headers } of [answer, await app.inject(preflight(origin))]) {
    t.equal(headers['access-control-allow-credentials'], undefined, 'never with cookies')
  }
})

t.test('every answer tells browsers to be careful', async (t) => {
  const app = await service(t, { trustProxy: ['127.0.0.1'] })
  for (const url of [
    search,
    '/docs/',
    '/docs/static/swagger-ui.css',
    '/openapi.json',
    '/health/live',
    '/nothing',
  ]) {
    const { headers } = await app.inject({ url, headers: { host: 'ricerca.example.org' } })
    t.match(
      headers,
      {
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'SAMEORIGIN',
        'content-security-policy': /^default-src 'self';(?!.*(?:upgrade-insecure|unsafe|https:))/,
      },
      url,
    )
    t.equal(headers['strict-transport-security'], undefined, `${url}: nothing about https over http`)
    t.equal(headers['x-powered-by'], undefined, url)
  }
  t.equal((await app.inject('/%')).headers['x-content-type-options'], 'nosniff', 'no address at all')
  const secure = await app.inject({ url: search, headers: { 'x-forwarded-proto': 'https' } })
  t.match(secure.headers['strict-transport-security'], /^max-age=\d+$/)
})

t.test('below a prefix everything is as it is without, and every address has it', async (t) => {
  const app = await service(t, {}, '/ricerca/docs')
  const base = '/ricerca/docs'
  for (const url of [
    '/v1/topics',
    '/v1/topics/',
    '/health/ready',
    '/docs',
    '/docs/',
    '/docs/json',
    '/docs/static/swagger-ui.css',
    '/openapi.json',
  ]) {
    t.equal((await app.inject(base + url)).statusCode, 200, url)
    t.equal((await app.inject(url)).statusCode, 200, `${url}, where a proxy has taken the prefix off`)
  }
  const links = async (url: string) => (await app.inject(url)).json().links
  const wanted = {
    self: `${base}/v1/search?q=faro&size=1&page=2`,
    next: `${base}/v1/search?q=faro&size=1&page=3`,
    prev: `${base}/v1/search?q=faro&size=1&page=1`,
  }
  t.match(await links(wanted.self), wanted)
  t.match(await links('/v1/search?q=faro&size=1&page=2'), wanted, 'also behind such a proxy')
  for (const [from, to] of [
    ['/', '/docs'],
    ['', '/docs'],
    ['/docs/static/index.html', '/docs/'],
    ['/v1/moved', '/v1/topics'],
  ]) {
    const { statusCode, headers } = await app.inject(base + from)
    t.match({ statusCode, ...headers }, { statusCode: 302, location: base + to }, `from ${from}`)
  }
  const { servers, paths } = (await app.inject(`${base}/openapi.json`)).json()
  t.strictSame(servers, [{ url: base, description: 'This service' }])
  t.ok('/v1/search' in paths)
  for (const url of [`${base}/docs`, `${base}/docs/`]) {
    const page = await app.inject(url)
    for (const [, address = ''] of page.body.matchAll(/(?:src|href)="([^"]*)"/g)) {
      const { pathname } = new URL(address, `http://localhost${url}`)
      t.equal((await app.inject(pathname)).statusCode, 200, `${url}: ${address}`)
      t.ok(pathname.startsWith(`${base}/docs/static/`), `${url}: ${address} has the prefix`)
    }
  }
  for (const url of ['/ricerca', '/ricerca/docsx/v1/topics', `${base}/nothing`, `${base}${base}/v1/topics`]) {
    const { statusCode: status, headers, body } = await app.inject(url)
    const problem = checkProblem(t, { status, type: String(headers['content-type']), body }, 404, url)
    t.match(problem.detail, `${base}/docs lists`, url)
  }
  t.equal((await app.inject({ method: 'POST', url: `${base}/v1/topics` })).headers.allow, 'GET, HEAD')
  const off = takeOffBase('/a')
  for (const [url = '', inside] of [
    ['/a', '/'],
    ['/a/', '/'],
    ['/a?q=b', '/?q=b'],
    ['/a/b?q=/a/c', '/b?q=/a/c'],
    ['/ab', '/ab'],
    ['/A/b', '/A/b'],
    ['/b', '/b'],
    ['/a//b', '//b'],
    ['/a/a/b', '/a/b'],
  ]) {
    t.equal(off({ url }), inside, url)
  }
  t.equal(off({}), '/')

  const plain = await service(t)
  t.match((await plain.inject('/v1/search?q=faro')).json().links, { self: '/v1/search?q=faro' })
  t.equal((await plain.inject('/')).headers.location, '/docs')
})

t.test('where a request comes from is believed of the named proxies only', async (t) => {
  const cases: [
    trustProxy: number | string[],
    remoteAddress: string,
    forwarded: string | undefined,
    ip: string,
  ][] = [
    [[], '10.0.0.2', '198.51.100.9', '10.0.0.2'],
    [['10.0.0.0/8'], '10.0.0.2', '198.51.100.9', '198.51.100.9'],
    [['10.0.0.0/8'], '10.0.0.2', '192.0.2.1, 198.51.100.9', '198.51.100.9'],
    [['10.0.0.0/8'], '10.0.0.2', '192.0.2.1, 198.51.100.9, 10.0.0.3', '198.51.100.9'],
    [['10.0.0.0/8'], '203.0.113.7', '198.51.100.9', '203.0.113.7'],
    [['10.0.0.2', '2001:db8::/32'], '2001:db8::5', '198.51.100.9', '198.51.100.9'],
    [['10.0.0.0/8'], '10.0.0.2', undefined, '10.0.0.2'],
    [1, '10.0.0.2', '192.0.2.1, 198.51.100.9', '198.51.100.9'],
    [2, '10.0.0.2', '192.0.2.1, 198.51.100.9', '192.0.2.1'],
    [0, '10.0.0.2', '198.51.100.9', '10.0.0.2'],
  ]
  for (const [trustProxy, remoteAddress, forwarded, ip] of cases) {
    const app = await service(t, { trustProxy })
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
    const reply = await app.inject({ url: '/v1/from', remoteAddress, headers })
    t.equal(reply.json().ip, ip, `${trustProxy}: ${remoteAddress} for ${forwarded}`)
  }
  const limits = { perMinute: 2, limitsLoopback: false }
  const app = await service(t, { trustProxy: ['127.0.0.1'], limits })
  const from = (client: string) => ({ url: search, headers: { 'x-forwarded-for': client } })
  t.strictSame(await statuses(app, 3, from('198.51.100.9')), [200, 200, 429], 'each client behind a proxy')
  t.strictSame(await statuses(app, 1, from('198.51.100.10')), [200], 'has a count of its own')
  for (const odd of ['', ',', 'unknown', '[::1]:80', 'fe80::1%eth0', 'x'.repeat(4000)]) {
    t.equal((await app.inject(from(odd))).statusCode, 200, `"${odd.slice(0, 20)}" is no fault`)
  }
})
