/** The embedded engine as a process: the real Meilisearch is started, killed, stopped, and started twice. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getPriority, hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { findBinary } from '../../engine/embedded/binary.ts'
import { prepareDataDir } from '../../engine/embedded/data-dir.ts'
import { keepRunning, restartDelayMs } from '../../engine/embedded/keep-running.ts'
import type { RunningEngine } from '../../engine/embedded/launch.ts'
import { startEngine } from '../../engine/embedded/process.ts'
import { identify, isAlive } from '../../engine/embedded/process-identity.ts'
import type { EngineExit } from '../../engine/embedded/start-failure.ts'
import { superviseEngine } from '../../engine/embedded/supervisor.ts'
import { openEngine } from '../../engine/engine.ts'
import { EngineError } from '../../engine/errors.ts'
import type { Logger } from '../../engine/logger.ts'

const key = 'a key for tests, not a secret'.replaceAll(' ', '-')
const gibibyte = 1024 ** 3

/** Why there is no engine to test with on this machine; false where there is one. */
let skip: string | false = false
let binary = ''
try {
  const { MEILI_BIN: meiliBin } = process.env
  binary = (await findBinary({ meiliBin, dataDir: t.testdir() })).path
} catch (error) {
  if (!(error instanceof EngineError) || error.code !== 'ENGINE_NOT_FOUND') throw error
  skip = error.message
}

/** A logger that keeps what it is told. */
function record(): Logger & {
  lines: { level: string; fields: object; message: string }[]
  has(part: string): boolean
} {
  const lines: { level: string; fields: object; message: string }[] = []
  const at = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields, message })
  const has = (part: string) => lines.some(({ message }) => message.includes(part))
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), lines, has }
}

/** Waits until something becomes true; the test's own time limit ends it otherwise. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(10)
}

/** Options for an engine in a directory of its own, which the test removes. */
async function options(t: Test) {
  const dataDir = await prepareDataDir(t.testdir())
  return { binary, dataDir, key, logger: record(), indexingThreads: 1 }
}

async function ask(url: string, path: string, init: { key?: string; body?: unknown } = {}) {
  const response = await fetch(url + path, {
    method: init.body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...(init.key && { authorization: `Bearer ${init.key}` }) },
    ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
  })
  return { status: response.status, body: JSON.parse((await response.text()) || 'null') }
}

/** Starts engine-child.ts, in the way in which this test itself was started. Returns the line it says. */
async function startChild(t: Test, dataDir: string) {
  const args = [...process.execArgv, join(import.meta.dirname, 'engine-child.ts'), dataDir, binary]
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => child.kill('SIGKILL'))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (child.stdout === null) throw new Error('The child has no stdout')
  for await (const line of createInterface({ input: child.stdout })) {
    const said: { owner?: number; pid?: number; url?: string; code?: string; message?: string } =
      JSON.parse(line)
    return { said, child, gone }
  }
  throw new Error('The child said nothing')
}

t.test(
  'searches go before indexing: its threads have a lower priority than those that answer',
  { skip: skip || (process.platform === 'linux' ? false : 'priorities of threads are of Linux') },
  async (t) => {
    const engine = await startEngine(await options(t))
    t.teardown(engine.stop)
    const tasks = `/proc/${engine.pid}/task`
    const priorities = readdirSync(tasks).map((thread) => ({
      name: readFileSync(`${tasks}/${thread}/comm`, 'utf8'),
      isLower: getPriority(Number(thread)) > getPriority(),
    }))
    const isIndexing = (name: string): boolean => /^(indexing|scheduler)/.test(name)
    t.ok(priorities.filter(({ name }) => isIndexing(name)).length >= 2, 'there are such threads')
    for (const { name, isLower } of priorities) t.equal(isLower, isIndexing(name), name.trim())
  },
)

t.test('the engine starts, answers to its key only, and leaves no process behind', { skip }, async (t) => {
  process.env.SECRET_OF_THE_SERVICE = 'x'
  const settings = await options(t)
  const engine = await startEngine(settings)
  t.teardown(engine.stop)
  t.match(engine, { url: /^http:\/\/127\.0\.0\.1:[1-9]\d+$/, version: /^1\.\d+\.\d+$/ })
  t.equal((await ask(engine.url, '/version', { key })).status, 200)
  t.equal((await ask(engine.url, '/version')).status, 401, 'without a key')
  t.equal((await ask(engine.url, '/version', { key: 'another key' })).status, 403, 'with a wrong key')

  if (process.platform === 'linux') {
    const environment = readFileSync(`/proc/${engine.pid}/environ`, 'utf8')
    t.notMatch(environment, 'SECRET_OF_THE_SERVICE', 'the environment of the service is not handed on')
    const commandLine = readFileSync(`/proc/${engine.pid}/cmdline`, 'utf8').split('\0')
    t.equal(commandLine[0], binary, 'the pid is the engine itself')
    t.notOk(
      commandLine.some((part) => part.includes(key)),
      'the key is not on the command line',
    )
  }
  t.strictSame(
    readdirSync(settings.dataDir)
      .filter((name) => name !== 'data.ms')
      .sort(),
    ['dumps', 'engine.lock', 'tmp'],
    'everything it writes lies in the data directory',
  )

  await Promise.all([engine.stop(), engine.stop()])
  t.notOk(await isAlive(engine.pid), 'the process is gone')
  t.match(await engine.exited, { signal: 'SIGTERM' })
  await engine.stop()
  await (await startEngine(settings)).stop()
  t.pass('the directory can be used again at once')
})

t.test(
  'the log holds what the engine warns of, but no key and nothing that was searched for',
  { skip },
  async (t) => {
    const settings = await options(t)
    const engine = await startEngine(settings)
    t.teardown(engine.stop)
    await ask(engine.url, '/indexes/articoli/search?q=la+mia+malattia', { key })
    await ask(engine.url, '/indexes/articoli/search', {
      key,
      body: { q: 'la mia malattia', filter: 'la mia malattia' },
    })
    await ask(engine.url, '/indexes/articoli/documents', { key, body: [{ id: 1 }] })
    await until(async () => (await ask(engine.url, '/tasks', { key })).body.results[0].status === 'succeeded')
    await engine.stop()
    const { logger } = settings
    t.ok(logger.has('listening on: 127.0.0.1:'), 'its lines are passed on')
    const all = JSON.stringify(logger.lines)
    t.notMatch(all, 'malattia')
    t.notMatch(all, key)
    t.notMatch(all, '8888', 'its greeting is left out')
    t.strictSame(
      logger.lines.filter(({ level }) => level !== 'debug'),
      [],
      'nothing in it is worth a warning',
    )
  },
)

t.test('a second start on the same directory is refused with the pid of the owner', { skip }, async (t) => {
  const settings = await options(t)
  const { said, child, gone } = await startChild(t, settings.dataDir)
  const owner = said.owner ?? t.fail('no owner')
  await t.rejects(startEngine(settings), {
    code: 'DATA_DIR_IN_USE',
    message: new RegExp(
      `${settings.dataDir} is in use by another Bifora \\(process ${owner}\\).*set DATA_DIR`,
    ),
  })
  t.ok(await isAlive(said.pid ?? 0), 'the first one runs on')

  child.kill('SIGKILL')
  await gone
  const engine = await startEngine(settings)
  t.teardown(engine.stop)
  await until(async () => !(await isAlive(said.pid ?? 0)))
  t.pass('an engine dies with its killed parent, and the directory is free at once')
})

t.test('of processes that start at once, exactly one wins', { skip }, async (t) => {
  const { dataDir } = await options(t)
  const children = await Promise.all([1, 2, 3].map(() => startChild(t, dataDir)))
  const winners = children.filter(({ said }) => said.url !== undefined)
  t.equal(winners.length, 1)
  const owner = `(process ${winners[0]?.said.owner})`
  for (const { said } of children.filter((child) => !winners.includes(child))) {
    t.match(said, { code: 'DATA_DIR_IN_USE', message: owner }, 'the others name it')
  }
})

t.test('without util-linux, a pid file is the lock', { skip }, async (t) => {
  const settings = { ...(await options(t)), searchPath: '/nonexistent' }
  const lock = join(settings.dataDir, 'engine.pid')
  const startFive = async () => {
    const starts = await Promise.allSettled(Array.from({ length: 5 }, () => startEngine(settings)))
    const engines = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
    for (const engine of engines) t.teardown(engine.stop)
    const refusals = starts.flatMap((start) => (start.status === 'rejected' ? [start.reason] : []))
    for (const error of refusals) t.match(error, { code: 'DATA_DIR_IN_USE' })
    t.equal(engines.length, 1, 'exactly one of five wins')
    return engines[0] as RunningEngine
  }
  const first = await startFive()
  await t.rejects(
    startEngine(settings),
    { message: `(process ${process.pid})` },
    'later ones learn who has it',
  )
  t.match(JSON.parse(readFileSync(lock, 'utf8')), { engine: { pid: first.pid } }, 'the engine is named too')
  await first.stop()
  t.notOk(existsSync(lock), 'the lock is given up')

  const host = hostname()
  const abandoned = spawn('sleep', ['600'])
  t.teardown(() => abandoned.kill('SIGKILL'))
  const gone = new Promise((resolve) => abandoned.once('exit', resolve))
  const engine = await identify(abandoned.pid ?? 0)
  writeFileSync(
    lock,
    JSON.stringify({ host, owner: { pid: process.pid, started: 'in another life' }, engine }),
  )
  const heir = await startFive()
  await gone
  t.equal(abandoned.signalCode, 'SIGKILL', 'the engine that a killed owner left behind is ended')
  await heir.stop()

  writeFileSync(lock, 'cut o')
  await (await startFive()).stop()
  t.pass('a file that says nothing does not lock for ever')
  writeFileSync(lock, JSON.stringify({ host: 'elsewhere', owner: { pid: 1, started: '1' } }))
  await t.rejects(
    startEngine(settings),
    { message: '(process 1 on elsewhere)' },
    'another host cannot be judged',
  )
  t.strictSame(
    readdirSync(settings.dataDir).filter((name) => /tmp$|takeover/.test(name)),
    ['tmp'],
    'nothing is left',
  )
})

t.test('an engine that is killed comes back with its data', { skip }, async (t) => {
  const { dataDir, logger } = await options(t)
  const engine = await superviseEngine({ binary, dataDir, logger })
  t.teardown(engine.stop)
  const index = { key: engine.key, body: [{ id: 1, titolo: 'Città e università' }] }
  await ask(engine.url(), '/indexes/articoli/documents', index)
  await until(async () => (await ask(engine.url(), '/tasks', engine)).body.results[0].status === 'succeeded')

  const before = { url: engine.url(), pid: engine.pid() }
  engine.onRestart(() => {
    throw new Error('a listener that fails')
  })
  const back = new Promise<string>((resolve) => engine.onRestart(resolve))
  process.kill(before.pid, 'SIGKILL')
  await until(() => logger.has('ended by itself'))
  t.throws(() => engine.url(), { code: 'ENGINE_UNAVAILABLE' }, 'while it is down, there is no url')
  t.throws(() => engine.pid(), { code: 'ENGINE_UNAVAILABLE' })
  const url = await back
  t.equal(url, engine.url(), 'listeners get the new url, also after one that fails')
  t.not(engine.pid(), before.pid)
  t.notOk(await isAlive(before.pid))
  const found = await ask(url, '/indexes/articoli/documents/1', engine)
  t.strictSame(found.body, { id: 1, titolo: 'Città e università' })

  const pid = engine.pid()
  await Promise.all([engine.stop(), engine.stop()])
  t.notOk(await isAlive(pid), 'stopping it leaves no process')
  t.throws(() => engine.url(), { code: 'ENGINE_UNAVAILABLE', message: /stopped/ })
})

t.test('a frozen engine can be stopped too', { skip }, async (t) => {
  const { dataDir, logger } = await options(t)
  const engine = await superviseEngine({ binary, dataDir, logger })
  const pid = engine.pid()
  process.kill(pid, 'SIGSTOP')
  await engine.stop()
  t.notOk(await isAlive(pid))
  t.notOk(logger.has('ended by itself'), 'and is not taken for a crash')
})

t.test('a start can be broken off', { skip }, async (t) => {
  const settings = await options(t)
  const reason = new Error('enough')
  await t.rejects(startEngine({ ...settings, signal: AbortSignal.abort(reason) }), reason, 'before it begins')

  const controller = new AbortController()
  const logger = { ...settings.logger, debug: () => controller.abort(reason) }
  await t.rejects(startEngine({ ...settings, logger, signal: controller.signal }), reason, 'under way')
  await (await startEngine(settings)).stop()
  t.pass('nothing holds the directory afterwards')
})

t.test('an engine that cannot start says why and what to do', { skip }, async (t) => {
  const spoil: [string, (database: string) => void, RegExp, code?: string][] = [
    [
      'data of a newer version',
      (db) => writeFileSync(join(db, 'VERSION'), '1.22.0'),
      /by Meilisearch 1\.22\.0/,
      'ENGINE_START_FAILED',
    ],
    [
      'a damaged version file',
      (db) => writeFileSync(join(db, 'VERSION'), ''),
      /VERSION is damaged.*move .* away/,
    ],
    ['damaged data', (db) => truncateSync(join(db, 'tasks', 'data.mdb'), 4096), /is damaged.*move .* away/],
  ]
  for (const [why, damage, message, code = 'DATA_DAMAGED'] of spoil) {
    await t.test(why, async (t) => {
      const settings = await options(t)
      await (await startEngine(settings)).stop()
      damage(join(settings.dataDir, 'data.ms'))
      const error: EngineError = await startEngine(settings).then(t.fail, (error) => error)
      t.match(error, { code, message })
      t.match(error.cause, { message: /exit code 1|SIGBUS/ }, 'the cause has what the engine printed')
    })
  }
  const settings = await options(t)
  const plain = join(settings.dataDir, 'plain')
  writeFileSync(plain, 'not to be executed')
  for (const searchPath of [process.env.PATH, '/nonexistent']) {
    const start = (binary: string) => startEngine({ ...settings, searchPath, binary })
    await t.rejects(start(plain), { code: 'ENGINE_START_FAILED', message: /refuses to execute/ })
    await t.rejects(start(join(settings.dataDir, 'gone')), {
      code: 'ENGINE_START_FAILED',
      message: /not there/,
    })
    await t.rejects(start('/bin/true'), { code: 'ENGINE_START_FAILED', message: /exit code 0/ })
  }
  const mute = join(settings.dataDir, 'mute')
  writeFileSync(mute, '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 })
  const start = startEngine({ ...settings, binary: mute, readyTimeoutMs: 100 })
  await t.rejects(start, { code: 'ENGINE_START_FAILED', message: /did not answer within 0\.1 s/ })
})

t.test('the key is told only to the process that was started', { skip }, async (t) => {
  const asked: (string | undefined)[] = []
  const stranger = createServer((request, reply) => {
    asked.push(request.headers.authorization)
    reply.end('{"pkgVersion":"1.21.0"}')
  })
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  t.teardown(() => stranger.close())
  const { port } = stranger.address() as AddressInfo
  const settings = await options(t)
  const line = JSON.stringify({
    level: 'INFO',
    target: 'actix_server',
    fields: { message: `listening on: 127.0.0.1:${port}` },
  })
  const cases: [why: string, then: string, message: RegExp][] = [
    ['it names its port and dies', 'exit 3', /exit code 3/],
    ['it names a port that is not its own', 'exec sleep 600', /did not answer within/],
  ]
  for (const [why, then, message] of cases) {
    const liar = join(settings.dataDir, 'liar')
    writeFileSync(liar, `#!/bin/sh\necho '${line}'\n${then}\n`, { mode: 0o755 })
    const start = startEngine({ ...settings, binary: liar, readyTimeoutMs: 2_000 })
    await t.rejects(start, { code: 'ENGINE_START_FAILED', message }, why)
    if (process.platform === 'linux') t.strictSame(asked, [], `${why}: whoever has that port is not asked`)
  }
  const before = asked.length
  await delay(200)
  t.equal(asked.length, before, 'and nobody is asked any more')
})

t.test('opening the engine can be broken off', { skip }, async (t) => {
  const { dataDir, logger } = await options(t)
  const reason = new Error('enough')
  await t.rejects(
    openEngine({ dataDir, meiliBin: binary, logger, signal: AbortSignal.abort(reason) }),
    reason,
    'before it begins',
  )
  const controller = new AbortController()
  const opening = openEngine({
    dataDir,
    meiliBin: binary,
    logger: { ...logger, debug: () => controller.abort(reason) },
    signal: controller.signal,
  })
  await t.rejects(opening, reason, 'under way')
  const engine = await openEngine({ dataDir, meiliBin: binary, logger, signal: new AbortController().signal })
  await engine.close()
  t.pass('nothing holds the directory afterwards')
})

t.test('restarts slow down after four crashes within a minute', async (t) => {
  const cases = [
    [1, 100],
    [2, 200],
    [3, 400],
    [4, 15_000],
    [9, 15_000],
  ] as const
  for (const [crashes, wantMs] of cases) t.equal(restartDelayMs(crashes), wantMs, `${crashes} crashes`)
})

/** An engine without a process, that crashes on demand. */
function fakeEngine() {
  let crash = (_exit: EngineExit) => {}
  const exited = new Promise<EngineExit>((resolve) => {
    crash = resolve
  })
  const end = () => crash({ code: null, signal: 'SIGTERM', lastLines: [] })
  const engine: RunningEngine = {
    url: 'http://127.0.0.1:1',
    pid: 1,
    version: '1.21.0',
    exited,
    stop: async () => end(),
  }
  return { engine, crash: end }
}

t.test('on a full disk the engine is not started until there is room', async (t) => {
  const logger = record()
  const engines = [fakeEngine(), fakeEngine()]
  let starts = 0
  const free = [64 * 1024 * 1024 - 1, gibibyte]
  const countFreeBytes = async () => {
    t.equal(starts, 1, 'no start before there is room')
    return free.shift() ?? gibibyte
  }
  const start = async () => engines[starts++]?.engine as RunningEngine
  const supervised = await keepRunning({ start, countFreeBytes, key, database: '/data/data.ms', logger })
  const back = new Promise((resolve) => supervised.onRestart(resolve))
  engines[0]?.crash()
  await back
  t.equal(starts, 2)
  t.equal(logger.lines.filter(({ message }) => message.includes('disk is full')).length, 1, 'it is said')
  await supervised.stop()
})

t.test('failed restarts are tried again, and many of them bring advice', async (t) => {
  const logger = record()
  const first = fakeEngine()
  let starts = 0
  const start = async () => {
    if (++starts === 1) return first.engine
    throw new Error('it does not start')
  }
  const database = '/data/data.ms'
  const supervised = await keepRunning({ start, countFreeBytes: async () => gibibyte, key, database, logger })
  first.crash()
  await until(() => logger.has('move /data/data.ms away'))
  t.equal(starts, 4, 'after three failures, the first crash counted as one more')
  await supervised.stop()
  t.equal(starts, 4, 'stopping calls off the restart that is due')
})

t.test('a stop ends a restart that is under way', async (t) => {
  const first = fakeEngine()
  let starts = 0
  let underWay = () => {}
  const restarting = new Promise<void>((resolve) => {
    underWay = resolve
  })
  const start = async (signal: AbortSignal) => {
    if (++starts === 1) return first.engine
    underWay()
    return new Promise<RunningEngine>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  }
  const logger = record()
  const supervised = await keepRunning({
    start,
    countFreeBytes: async () => gibibyte,
    key,
    database: '',
    logger,
  })
  first.crash()
  await restarting
  await supervised.stop()
  t.notOk(logger.has('could not be started again'), 'which is no failure')
})

t.test("where the first start fails, the error is the caller's", { skip }, async (t) => {
  const dataDir = join(t.testdir(), 'data')
  mkdirSync(dataDir)
  const start = superviseEngine({ binary: '/bin/false', dataDir, logger: record() })
  await t.rejects(start, { code: 'ENGINE_START_FAILED' })
})
