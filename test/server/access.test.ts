/** Who may do what: with a key, without one, with a bad one, and from this machine. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyPluginAsync, InjectOptions } from 'fastify'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { KeyError } from '../../server/access/errors.ts'
import { followKeys, type KeyRing, type KeysState } from '../../server/access/follow-keys.ts'
import { changeKeys, keyPaths, readKeys } from '../../server/access/key-file.ts'
import { createKey, findKey, type StoredKey, verify, withLastUse } from '../../server/access/keys.ts'
import { isFromHere, isLoopbackAddress } from '../../server/access/local.ts'
import { presentedSecret } from '../../server/access/presented.ts'
import { allows, SCOPES, type Scope } from '../../server/access/scopes.ts'
import { type AccessOptions, type App, buildApp } from '../../server/app.ts'
import type { Problem } from '../../server/schemas/common.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'
import { checkProblem } from '../helpers/problem.ts'

const engine = await openTestEngine(t)
await indexDocuments(engine, { 'a.md': '# Il porto\n\nIl porto di Genova accoglie navi da ogni mare.' })
const silent = pino({ level: 'silent' })

const now = new Date('2026-11-30T10:00:00Z')
const wish = (label: string, scopes: readonly Scope[]) => ({ label, scopes, expiresAt: null })
const made = {
  search: createKey(wish('lettrice', ['search']), [], now),
  index: createKey(wish('indicizzatore', ['index']), [], now),
  admin: createKey(wish('amministratrice', ['admin']), [], now),
  expired: createKey(
    { ...wish('scaduta', ['admin']), expiresAt: new Date('2026-01-02') },
    [],
    new Date('2026-01-01'),
  ),
}
const all = Object.values(made).map(({ key }) => key)

/** A ring with these keys, and what was noted of their use. */
function ringOf(state: KeysState): KeyRing & { uses: string[] } {
  const uses: string[] = []
  return { uses, state: () => state, used: (id) => void uses.push(id), close: async () => {} }
}
const usable = (keys: readonly StoredKey[]): KeyRing & { uses: string[] } => ringOf({ are: 'usable', keys })

/** Routes as those who write them do. */
const routes: FastifyPluginAsync[] = [
  async (app) => {
    app.post('/v1/test', { config: { scope: 'index' }, schema: { hide: true } }, async (request) => ({
      caller: request.caller,
    }))
    app.delete('/v1/test', { config: { scope: 'admin' }, schema: { hide: true } }, async (request) => ({
      caller: request.caller,
    }))
  },
]

async function service(t: Test, access: Partial<AccessOptions>): Promise<App> {
  const app = await buildApp({ engine, topics: [], access, routes, logger: silent })
  t.teardown(() => app.close())
  return app
}

const read = { url: '/v1/search?q=porto' }
const write = { method: 'POST', url: '/v1/test' } as const
const clear = { method: 'DELETE', url: '/v1/test' } as const
const outside = { remoteAddress: '203.0.113.7' }
const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } })

/** Asks, and gives the status, the kind of problem if it is one, and what the answer says. */
async function ask(t: Test, app: App, request: InjectOptions, why: string) {
  const reply = await app.inject(request)
  const { statusCode: status, headers, body } = reply
  if (status < 400) return { status, kind: '', detail: '', headers, body }
  const problem: Problem = checkProblem(
    t,
    { status, type: String(headers['content-type']), body },
    status,
    why,
  )
  t.notMatch(body, /bif_|sha256|[0-9a-f]{64}/, `${why}: nothing of any key`)
  return {
    status,
    kind: problem.type.replace('/problems/', ''),
    detail: problem.detail,
    headers,
    body,
  }
}

t.test('each scope allows what those before it allow', async (t) => {
  for (const [place, held] of SCOPES.entries()) {
    for (const [needed, scope] of SCOPES.entries()) {
      t.equal(allows([held], scope), needed <= place, `${held} for ${scope}`)
    }
  }
  t.equal(allows(['search', 'admin'], 'index'), true)
  t.equal(allows([], 'search'), false)
})

t.test('a key is 256 random bits, of which only a hash is kept', async (t) => {
  const { key, secret } = createKey(wish('nuova', ['index', 'search']), all, now)
  t.match(secret, /^bif_[A-Za-z0-9_-]{43}$/)
  t.equal(Buffer.from(secret.slice(4), 'base64url').length, 32)
  t.notMatch(JSON.stringify(key), secret.slice(4))
  t.strictSame(key.scopes, ['search', 'index'], 'in their order')
  t.match(verify(secret, [...all, key], now.getTime()), { is: 'valid', key: { label: 'nuova' } })
  t.equal(verify(undefined, all, 0).is, 'absent')
  for (const wrong of ['', 'bif_', secret.slice(0, -1), `${secret}x`, secret.toUpperCase(), key.sha256]) {
    t.equal(verify(wrong, [...all, key], now.getTime()).is, 'unknown', wrong)
  }
  const until = createKey({ ...wish('breve', ['search']), expiresAt: now }, [], now)
  t.equal(verify(until.secret, [until.key], now.getTime() - 1).is, 'valid')
  t.equal(verify(until.secret, [until.key], now.getTime()).is, 'expired', 'at the very moment')
})

t.test('labels and ids name one key', async (t) => {
  for (const [why, label] of [
    ['taken', 'lettrice'],
    ['like an id', '0123abcd'],
    ['empty', ''],
    ['spaces only', '  '],
    ['space at its end', 'a '],
    ['a line break', 'a\nb'],
    ['an escape', '\x1b[31mrosso'],
    ['65 characters', 'a'.repeat(65)],
  ] as const) {
    t.throws(() => createKey(wish(label, ['search']), all, now), { code: 'KEY_REFUSED' }, why)
  }
  t.equal(createKey(wish('Città di Forlì – 2', ['search']), all, now).key.label, 'Città di Forlì – 2')
  t.equal(findKey(all, 'scaduta'), made.expired.key)
  t.equal(findKey(all, made.index.key.id), made.index.key)
  t.throws(() => findKey(all, 'nessuna'), {
    code: 'KEY_UNKNOWN',
    message: /"nessuna"\. There are: "lettrice", /,
  })
  t.throws(() => findKey([], 'nessuna'), { message: /There are none\.$/ })
  const later = withLastUse(all, new Map([[made.index.key.id, now.getTime()]]))
  t.equal(findKey(later, 'indicizzatore').lastUsedAt, now.toISOString())
  t.strictSame(withLastUse(later, new Map([[made.index.key.id, 0]])), later, 'an earlier use changes nothing')
})

t.test('a key comes as a bearer or in a header of its own', async (t) => {
  const cases: [why: string, headers: Record<string, string>, secret: string | undefined][] = [
    ['nothing', {}, undefined],
    ['a bearer', { authorization: 'Bearer bif_a' }, 'bif_a'],
    ['in other letters', { authorization: 'bearer  bif_a ' }, 'bif_a'],
    ['its own header', { 'x-api-key': ' bif_b' }, 'bif_b'],
    ['both', { authorization: 'Bearer bif_a', 'x-api-key': 'bif_b' }, 'bif_a'],
    ['a password of a proxy', { authorization: 'Basic YTpi' }, undefined],
    ['that and a key', { authorization: 'Basic YTpi', 'x-api-key': 'bif_b' }, 'bif_b'],
    ['empty ones', { authorization: 'Bearer ', 'x-api-key': '' }, undefined],
  ]
  for (const [why, headers, secret] of cases) t.equal(presentedSecret(headers), secret, why)
})

t.test('who may do what', async (t) => {
  const noKeys = usable([])
  const someKeys = usable(all)
  const broken = ringOf({ are: 'unusable' })
  const wrong = bearer('bif_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
  const cases: [
    why: string,
    access: Partial<AccessOptions>,
    request: InjectOptions,
    status: number,
    kind?: string,
    detail?: RegExp,
  ][] = [
    ['reading is open', { keys: noKeys }, read, 200],
    ['also where there are keys', { keys: someKeys }, read, 200],
    ['a wrong key is told even so', { keys: someKeys }, { ...read, ...wrong }, 401, 'key-unknown'],
    ['and where there are none', { keys: noKeys }, { ...read, ...wrong }, 401, 'key-unknown'],
    [
      'an expired one too',
      { keys: someKeys },
      { ...read, ...bearer(made.expired.secret) },
      401,
      'key-expired',
      /2026-01-02T00:00:00\.000Z/,
    ],
    ['a right one reads', { keys: someKeys }, { ...read, ...bearer(made.search.secret) }, 200],
    ['reading closed', { keys: someKeys, requiresKey: true }, read, 401, 'key-missing', /scope search/],
    ['closed for all', { keys: noKeys, requiresKey: true }, read, 401, 'key-missing'],
    [
      'opened with a key',
      { keys: someKeys, requiresKey: true },
      { ...read, headers: { 'x-api-key': made.search.secret } },
      200,
    ],
    [
      'a greater key reads',
      { keys: someKeys, requiresKey: true },
      { ...read, ...bearer(made.admin.secret) },
      200,
    ],
    ['health is open', { keys: someKeys, requiresKey: true }, { url: '/health/ready' }, 200],
    ['the page is open', { keys: someKeys, requiresKey: true }, { url: '/docs/' }, 200],
    ['the description is open', { keys: someKeys, requiresKey: true }, { url: '/openapi.json' }, 200],
    ['and looks at no key', { keys: someKeys }, { url: '/openapi.json', ...wrong }, 200],
    [
      'writing without any keys',
      { keys: noKeys },
      write,
      403,
      'writing-closed',
      /bifora keys add .*--scope index.*WRITE=local/,
    ],
    ['writing without one', { keys: someKeys }, write, 401, 'key-missing', /scope index or admin/],
    ['with a wrong one', { keys: someKeys }, { ...write, ...wrong }, 401, 'key-unknown'],
    ['with a wrong one of none', { keys: noKeys }, { ...write, ...wrong }, 401, 'key-unknown'],
    [
      'with an expired one',
      { keys: someKeys },
      { ...write, ...bearer(made.expired.secret) },
      401,
      'key-expired',
    ],
    [
      'with one to search',
      { keys: someKeys },
      { ...write, ...bearer(made.search.secret) },
      403,
      'scope-missing',
      /scope index or admin; the one that was sent has search/,
    ],
    ['with one to index', { keys: someKeys }, { ...write, ...bearer(made.index.secret) }, 200],
    ['with a greater one', { keys: someKeys }, { ...write, ...bearer(made.admin.secret) }, 200],
    [
      'what only admin may',
      { keys: someKeys },
      { ...clear, ...bearer(made.index.secret) },
      403,
      'scope-missing',
      /scope admin;/,
    ],
    ['admin may', { keys: someKeys }, { ...clear, ...bearer(made.admin.secret) }, 200],
    ['this machine may write', { keys: noKeys, writesLocally: true }, write, 200],
    ['also beside keys', { keys: someKeys, writesLocally: true }, write, 200],
    ['but not all', { keys: noKeys, writesLocally: true }, clear, 403, 'writing-closed', /--scope admin/],
    [
      'a wrong key is one here, too',
      { keys: someKeys, writesLocally: true },
      { ...write, ...wrong },
      401,
      'key-unknown',
    ],
    [
      'others may not',
      { keys: noKeys, writesLocally: true },
      { ...write, ...outside },
      403,
      'writing-closed',
      /machine of the service/,
    ],
    [
      'not beside keys either',
      { keys: someKeys, writesLocally: true },
      { ...write, ...outside },
      401,
      'key-missing',
    ],
    ['a broken file: reading', { keys: broken }, read, 200],
    [
      'reading with a key',
      { keys: broken },
      { ...read, ...bearer(made.search.secret) },
      503,
      'keys-unusable',
    ],
    ['writing', { keys: broken }, { ...write, ...bearer(made.index.secret) }, 503, 'keys-unusable'],
    ['writing from here', { keys: broken, writesLocally: true }, write, 503, 'keys-unusable'],
    ['closed reading', { keys: broken, requiresKey: true }, read, 503, 'keys-unusable'],
  ]
  for (const [why, access, request, status, kind = '', detail = /^/] of cases) {
    const app = await service(t, access)
    const answer = await ask(t, app, request, why)
    t.equal(answer.status, status, why)
    t.equal(answer.kind, kind, `${why}: the kind`)
    t.match(answer.detail, detail, `${why}: what to do`)
    const challenge = answer.headers['www-authenticate']
    const wanted = {
      'scope-missing': /error="insufficient_scope", scope="/,
      'key-unknown': /error="invalid_token"/,
    }
    if (status === 401) t.match(challenge, /^Bearer realm=/, `${why}: how to ask`)
    if (kind in wanted) t.match(challenge, wanted[kind as 'key-unknown'], `${why}: in the words of the RFC`)
    if (status < 400) t.equal(challenge, undefined, why)
  }
})

t.test('a route knows who asks, and each use is noted', async (t) => {
  const keys = usable(all)
  const app = await service(t, { keys, writesLocally: true })
  const withKey = await app.inject({ ...write, ...bearer(made.index.secret) })
  const { id, label } = made.index.key
  t.strictSame(withKey.json(), { caller: { by: 'key', id, label } })
  t.strictSame((await app.inject(write)).json(), { caller: { by: 'local' } })
  await app.inject({ ...clear, ...bearer(made.index.secret) })
  await app.inject({ ...write, ...bearer(made.expired.secret) })
  t.strictSame(keys.uses, [id], 'only what was let in')
})

t.test('a route that writes cannot forget to say who may', async (t) => {
  const careless: FastifyPluginAsync = async (app) => {
    app.put('/v1/careless', async () => 'written')
  }
  await t.rejects(buildApp({ engine, topics: [], routes: [careless], logger: silent }), /PUT \/v1\/careless/)
})

t.test('what comes from this machine, and what only seems to', async (t) => {
  for (const [address, isIt] of [
    ['127.0.0.1', true],
    ['127.9.9.9', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:203.0.113.7', false],
    ['10.0.0.1', false],
    ['127.0.0.1.attacker.example', false],
  ] as const) {
    t.equal(isLoopbackAddress(address), isIt, address)
  }
  const host = 'localhost:3000'
  const cases: [why: string, headers: Record<string, string>, isIt: boolean][] = [
    ['a program', { host }, true],
    ['by address', { host: '127.0.0.1:3000' }, true],
    ['by IPv6', { host: '[::1]:3000' }, true],
    ['without a host', {}, false],
    ['a name that somebody pointed here', { host: 'attacker.example:3000' }, false],
    ['the name of a proxy', { host: 'ricerca.example.org' }, false],
    [
      'the page of the service',
      { host, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' },
      true,
    ],
    ['a page of a site', { host, origin: 'https://attacker.example', 'sec-fetch-site': 'cross-site' }, false],
    ['in an old browser', { host, origin: 'https://attacker.example' }, false],
    ['without an origin', { host, 'sec-fetch-site': 'cross-site' }, false],
    ['another port', { host, origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' }, false],
    ['another name for it', { host, origin: 'http://127.0.0.1:3000' }, false],
    ['by https', { host, origin: 'https://localhost:3000' }, false],
    ['a sandbox', { host, origin: 'null' }, false],
    ['typed in', { host, 'sec-fetch-site': 'none' }, true],
    ['through a proxy', { host, 'x-forwarded-for': '203.0.113.7' }, false],
    ['through one that says it otherwise', { host, forwarded: 'for=203.0.113.7' }, false],
    ['through another', { host, via: '1.1 proxy' }, false],
    ['through yet another', { host, 'x-real-ip': '127.0.0.1' }, false],
  ]
  for (const [why, headers, isIt] of cases) {
    t.equal(isFromHere({ address: '127.0.0.1', httpVersion: '1.1', headers }), isIt, why)
    t.equal(
      isFromHere({ address: '203.0.113.7', httpVersion: '1.1', headers }),
      false,
      `${why}, from elsewhere`,
    )
    // Without a Host, inject makes one up.
    if (headers.host === undefined) continue
    const app = await service(t, { writesLocally: true })
    const status = (await app.inject({ ...write, headers })).statusCode
    t.equal(status, isIt ? 200 : 403, `${why}: asked`)
  }
  t.equal(isFromHere({ address: undefined, httpVersion: '1.1', headers: { host } }), false)
  t.equal(isFromHere({ address: '127.0.0.1', httpVersion: '1.0', headers: { host } }), false, 'as nginx does')
})

t.test('over the network it is the other end that counts, not what a request says', async (t) => {
  const app = await service(t, { writesLocally: true })
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  const send = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asking = httpRequest(
        { host: '127.0.0.1', port, path: '/v1/test', method: 'POST', headers },
        (reply) => {
          reply.resume()
          resolve(reply.statusCode)
        },
      )
      asking.on('error', reject).end()
    })
  t.equal(await send({}), 200)
  t.equal(await send({ host: `localhost:${port}`, origin: `http://localhost:${port}` }), 200)
  t.equal(await send({ host: 'attacker.example', origin: 'http://attacker.example' }), 403)
  t.equal(await send({ origin: 'https://attacker.example' }), 403)
  t.equal(await send({ 'x-forwarded-for': '127.0.0.1' }), 403)
})

t.test('keys are kept in one file, whoever changes it at once', async (t) => {
  const dataDir = t.testdir()
  const { file } = keyPaths(dataDir)
  t.strictSame(await readKeys(dataDir), [], 'no file, no keys')
  const labels = Array.from({ length: 20 }, (_, number) => `chiave ${number}`)
  await Promise.all(
    labels.map((label) =>
      changeKeys(dataDir, (keys) => {
        const { key } = createKey(wish(label, ['search']), keys, now)
        return { keys: [...keys, key], result: key }
      }),
    ),
  )
  t.strictSame((await readKeys(dataDir)).map(({ label }) => label).sort(), labels.sort())
  t.equal(statSync(file).mode & 0o777, 0o600)
  t.strictSame(readdirSync(dataDir), ['keys.json'], 'nothing else is left')
  const before = readFileSync(file, 'utf8')
  const refuse = (keys: readonly StoredKey[]) => ({ keys, result: findKey(keys, 'nessuna') })
  await t.rejects(changeKeys(dataDir, refuse), { code: 'KEY_UNKNOWN' })
  t.equal(readFileSync(file, 'utf8'), before, 'a change that is refused changes nothing')
  t.strictSame(readdirSync(dataDir), ['keys.json'])
})

t.test('a file that is no file of keys is named, and never replaced', async (t) => {
  const dataDir = t.testdir()
  const { file } = keyPaths(dataDir)
  const [key] = all
  const cases: [why: string, content: unknown][] = [
    ['cut short', '{"version":1,"keys":[{"id"'],
    ['empty', ''],
    ['something else', '[]'],
    ['another version', { version: 2, keys: [] }],
    ['a scope that is none', { version: 1, keys: [{ ...key, scopes: ['root'] }] }],
    ['no scope', { version: 1, keys: [{ ...key, scopes: [] }] }],
    ['a short hash', { version: 1, keys: [{ ...key, sha256: 'abc' }] }],
    ['no date', { version: 1, keys: [{ ...key, expiresAt: 'domani' }] }],
  ]
  for (const [why, content] of cases) {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    writeFileSync(file, text)
    await t.rejects(readKeys(dataDir), { code: 'KEYS_BROKEN', message: /keys\.json is no.*Restore it/ }, why)
    const add = changeKeys(dataDir, (keys) => ({ keys, result: undefined }))
    await t.rejects(add, { code: 'KEYS_BROKEN' }, why)
    t.equal(readFileSync(file, 'utf8'), text, why)
  }
  rmSync(file)
  mkdirSync(file)
  await t.rejects(readKeys(dataDir), { code: 'KEYS_UNUSABLE', message: /is a folder/ })
  await t.rejects(
    changeKeys(join(dataDir, 'nowhere'), (keys) => ({ keys, result: 0 })),
    KeyError,
  )
})

t.test('a running service follows the file', async (t) => {
  const dataDir = t.testdir()
  const lines: { level: number; msg: string; problem?: string }[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  let timeMs = now.getTime()
  const keys = await followKeys(dataDir, { logger, now: () => timeMs })
  const app = await service(t, { keys })
  const status = async (secret: string) => (await app.inject({ ...write, ...bearer(secret) })).statusCode
  const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
    while (!(await holds())) await delay(10)
  }
  const put = (...stored: StoredKey[]) => changeKeys(dataDir, () => ({ keys: stored, result: undefined }))
  const { secret, key } = made.index

  t.equal(await status(secret), 401, 'no file yet')
  await put(key, made.search.key)
  await until(async () => (await status(secret)) === 200)
  const lastUse = async () => findKey(await readKeys(dataDir), 'indicizzatore').lastUsedAt
  await until(async () => (await lastUse()) === now.toISOString())
  t.pass('the use is noted')
  const noted = readFileSync(keyPaths(dataDir).file, 'utf8')
  timeMs += 59_000
  t.equal(await status(secret), 200)
  t.equal(readFileSync(keyPaths(dataDir).file, 'utf8'), noted, 'within a minute it is not noted again')
  timeMs += 1_000
  t.equal(await status(secret), 200)
  await until(async () => (await lastUse()) === new Date(timeMs).toISOString())

  const changes = lines.filter(({ msg }) => msg === 'using changed keys')
  t.equal(changes.length, 1, 'that a key was used is no change to speak of')
  await put(made.search.key)
  await until(async () => (await status(secret)) === 401)
  t.equal(await status(made.search.secret), 403, 'the other one stays')

  const problems = () => lines.filter(({ level }) => level === 50)
  t.strictSame(problems(), [])
  writeFileSync(keyPaths(dataDir).file, '{')
  await until(async () => (await status(made.search.secret)) === 503)
  t.equal((await app.inject(read)).statusCode, 200, 'who reads without a key still may')
  t.match(problems(), [{ msg: /keys cannot be used/, problem: /keys\.json is not JSON/ }], 'it is in the log')
  await put().catch(() => rmSync(keyPaths(dataDir).file))
  await until(async () => (await status(secret)) === 401)
  t.equal(problems().length, 1, 'once')
  await put(key)
  await until(async () => (await status(secret)) === 200)
  timeMs += 5_000
  t.equal(await status(secret), 200)
  await keys.close()
  t.equal(await lastUse(), new Date(timeMs).toISOString(), 'the last use is not lost at the end')
})
