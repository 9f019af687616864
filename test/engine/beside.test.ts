/** Several processes on one data directory: one runs the engine, the others use it or wait. On the real engine. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { findBinary } from '../../engine/embedded/binary.ts'
import { prepareDataDir } from '../../engine/embedded/data-dir.ts'
import { enter, type Waiting } from '../../engine/embedded/enter.ts'
import type { SupervisedEngine } from '../../engine/embedded/keep-running.ts'
import { type EngineNote, readLiveNote, writeNote } from '../../engine/embedded/note.ts'
import { identify, isRunning } from '../../engine/embedded/process-identity.ts'
import { createWay } from '../../engine/embedded/way.ts'
import { type Engine, openEngine } from '../../engine/engine.ts'
import { EngineError } from '../../engine/errors.ts'
import { readBuild } from '../../engine/generation.ts'
import { createLoader, untilDone } from '../../engine/load.ts'
import type { Opened } from './opening-child.ts'

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

const silent = (): void => {}
const logger = { debug: silent, info: silent, warn: silent, error: silent }
const service = { kind: 'service', name: 'a service' } as const
const command = { kind: 'command', name: 'a command' } as const

/** Waits until something becomes true; the test's own time limit ends it otherwise. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(10)
}

/** Opens an engine in this process, until `t` ends. */
async function open(t: Test, dataDir: string, role: EngineRole, more: object = {}): Promise<Engine> {
  const engine = await openEngine({ dataDir, meiliBin: binary, logger, role, ...more })
  t.teardown(engine.close)
  return engine
}
type EngineRole = typeof service | typeof command

/** Opens one in another process, until `t` ends. */
async function openElsewhere(t: Test, dataDir: string, kind: 'service' | 'command', env = process.env) {
  const args = [...process.execArgv, join(import.meta.dirname, 'opening-child.ts'), dataDir, binary, kind]
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env })
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  t.teardown(async () => {
    child.kill('SIGKILL')
    await gone
  })
  if (child.stdout === null) throw new Error('The child has no stdout')
  for await (const line of createInterface({ input: child.stdout })) {
    const close = (): Promise<number | null> => {
      child.stdin?.end()
      return gone
    }
    return { said: JSON.parse(line) as Opened, child, gone, close }
  }
  throw new Error('The child said nothing')
}

const noteFile = (dataDir: string): string => join(dataDir, 'engine.json')
const noteIn = (dataDir: string): EngineNote => JSON.parse(readFileSync(noteFile(dataDir), 'utf8'))

/** Stores a record by one engine and reads it back. */
async function storeIn(engine: Engine, id: string): Promise<void> {
  const { taskUid } = await engine.client().index('prove').addDocuments([{ id }], { primaryKey: 'id' })
  await untilDone(engine, taskUid)
}

async function idsIn(engine: Engine): Promise<string[]> {
  const { results } = (await engine.read('indexes/prove/documents/fetch', { limit: 1000 })) as {
    results: { id: string }[]
  }
  return results.map(({ id }) => id).sort()
}

t.test('the note says where the engine is and who has it, and goes with it', { skip }, async (t) => {
  const dataDir = await prepareDataDir(t.testdir())
  const engine = await open(t, dataDir, service)
  const { host: url, apiKey } = engine.client().config
  const note = noteIn(dataDir)
  t.match(note, { url, host: hostname(), holder: await identify(process.pid), ...service })
  t.ok(await isRunning(note.engine))
  t.equal(statSync(noteFile(dataDir)).mode & 0o777, 0o600, 'it is for the owner only')
  t.notMatch(readFileSync(noteFile(dataDir), 'utf8'), String(apiKey), 'the key is not in it')

  process.kill(note.engine.pid, 'SIGKILL')
  await until(() => noteIn(dataDir).engine.pid !== note.engine.pid)
  t.equal(noteIn(dataDir).url, engine.client().config.host, 'a restart is noted')
  await engine.close()
  t.strictSame(
    readdirSync(dataDir).filter((name) => name.startsWith('engine.json')),
    [],
    'nothing is left of it',
  )
})

t.test('a process beside a service uses its engine and leaves it alone', { skip }, async (t) => {
  const dataDir = await prepareDataDir(t.testdir())
  const { said, child, gone } = await openElsewhere(t, dataDir, 'service')
  t.match(said, { exclusive: false, waitedFor: [] }, 'others can come at any time')
  const waited: Waiting[] = []
  const [one, two] = await Promise.all([
    // No engine of its own is looked for.
    open(t, dataDir, command, {
      meiliBin: '/nonexistent',
      onWaiting: (holder: Waiting) => waited.push(holder),
    }),
    open(t, dataDir, command),
  ])
  t.strictSame([one.exclusive, two.exclusive], [false, false])
  await storeIn(one, 'uno')
  t.strictSame(await idsIn(two), ['uno'])
  await one.close()
  await one.close()
  t.strictSame(await idsIn(two), ['uno'], 'closing ends nobody else’s connections')
  t.strictSame(waited, [])
  const aborted = AbortSignal.abort(new Error('enough'))
  await t.rejects(two.read('indexes/prove/documents/fetch', {}, aborted), { message: 'enough' })

  const { engine } = noteIn(dataDir)
  child.kill('SIGKILL')
  await gone
  const ended = { code: 'ENGINE_UNAVAILABLE', message: /service .*has ended\. Run this again/ }
  await t.rejects(storeIn(two, 'due'), { cause: { cause: ended } }, 'when the service ends, calls say so')
  await t.rejects(readBuild(two), ended)
  const next = await open(t, dataDir, command, { onWaiting: (holder: Waiting) => waited.push(holder) })
  t.strictSame(await idsIn(next), ['uno'], 'the next one starts the engine itself')
  t.strictSame([next.exclusive, waited.length], [true, 0], 'without waiting for anybody')
  t.notOk(await isRunning(engine))
})

t.test('who is attached goes on when the engine is killed and started again', { skip }, async (t) => {
  const dataDir = await prepareDataDir(t.testdir())
  const first = await open(t, dataDir, service)
  const attached = await open(t, dataDir, command)
  await storeIn(attached, '0')
  const loader = createLoader<{ id: string }>(attached, 'prove', { signal: new AbortController().signal })
  for (const round of [1, 2]) {
    const { pid } = noteIn(dataDir).engine
    let isBack = false
    // Looked at all the time, as a command does while it waits for what it has sent.
    const look = async (ask: () => Promise<unknown>): Promise<void> => {
      while (!isBack) await ask()
    }
    const looking = [look(() => untilDone(attached, 0)), look(() => idsIn(attached))]
    process.kill(pid, 'SIGKILL')
    await until(() => noteIn(dataDir).engine.pid !== pid)
    isBack = true
    await Promise.all(looking)
    await loader.add({ id: `${round}` })
    await loader.finish()
    t.strictSame(await idsIn(attached), ['0', '1', '2'].slice(0, round + 1))
    t.not(noteIn(dataDir).engine.pid, pid, 'on another process than before')
  }
  await first.close()
  await t.rejects(readBuild(attached), { code: 'ENGINE_UNAVAILABLE', message: /has ended\. Run this again/ })
})

t.test('a command that runs is waited for', { skip }, async (t) => {
  const dataDir = await prepareDataDir(t.testdir())
  const first = await openElsewhere(t, dataDir, 'command')
  t.match(first.said, { exclusive: true })
  const [reason, controller] = [new Error('enough'), new AbortController()]
  const waiting = open(t, dataDir, service, {
    signal: controller.signal,
    onWaiting: (holder: Waiting) => {
      t.strictSame(holder, { pid: first.said.pid, name: 'a command of the tests' })
      controller.abort(reason)
    },
  })
  await t.rejects(waiting, reason, 'the signal ends the waiting')

  const second = await open(t, dataDir, command, { onWaiting: () => void first.close() })
  t.equal(await first.gone, 0, 'one that ends')
  await t.rejects(open(t, dataDir, command), { code: 'DATA_DIR_IN_USE', message: /this very process/ })
  await second.close()

  const third = await openElsewhere(t, dataDir, 'command')
  const fourth = await open(t, dataDir, command, { onWaiting: () => void third.child.kill('SIGKILL') })
  t.equal(fourth.exclusive, true, 'one that is killed')
})

t.test('those that start at once all get in, whatever they are', { skip }, async (t) => {
  const withoutTools = { ...process.env, PATH: '/nonexistent' }
  for (const [how, env] of [
    ['kernel', process.env],
    ['pid file', withoutTools],
  ] as const) {
    const dataDir = await prepareDataDir(join(t.testdir(), how))
    const kinds = ['command', 'service', 'command', 'service', 'command', 'command'] as const
    const opened = kinds.map((kind) => openElsewhere(t, dataDir, kind, env))
    const ends = async (wanted: string): Promise<(number | null)[]> => {
      const those = opened.filter((_, index) => kinds[index] === wanted)
      return Promise.all(those.map(async (one) => (await one).close()))
    }
    // A command ends as soon as it is done, a service when nobody needs it any more.
    const ended = [...(await ends('command')), ...(await ends('service'))]
    t.strictSame(ended, Array(kinds.length).fill(0), `all end in order: ${how}`)
  }
})

t.test('without util-linux, a process attaches and takes over as with it', { skip }, async (t) => {
  const { PATH } = process.env
  t.teardown(() => {
    process.env.PATH = PATH
  })
  process.env.PATH = '/nonexistent'
  const dataDir = await prepareDataDir(t.testdir())
  const { child, gone } = await openElsewhere(t, dataDir, 'service')
  const before = noteIn(dataDir).engine
  const attached = await open(t, dataDir, command)
  await storeIn(attached, 'uno')
  child.kill('SIGKILL')
  await gone
  t.ok(await isRunning(before), 'the engine survives its holder')
  const next = await open(t, dataDir, command)
  t.notOk(await isRunning(before), 'until the next one ends it')
  t.strictSame(await idsIn(next), ['uno'])
})

t.test('a service goes on when the one whose engine it used ends', { skip }, async (t) => {
  for (const how of ['close', 'SIGKILL'] as const) {
    const dataDir = await prepareDataDir(join(t.testdir(), how))
    const { said, child, close } = await openElsewhere(t, dataDir, 'service')
    const engine = await open(t, dataDir, service)
    await storeIn(engine, 'uno')
    t.equal(noteIn(dataDir).holder.pid, said.pid)
    if (how === 'close') await close()
    else child.kill('SIGKILL')
    await until(async () => (await readLiveNote(dataDir))?.holder.pid === process.pid)
    await until(() =>
      idsIn(engine).then(
        (ids) => ids.join() === 'uno',
        (error: unknown) => {
          t.match(error, { code: 'ENGINE_UNAVAILABLE' }, 'in between calls fail')
          return false
        },
      ),
    )
    t.equal(engine.exclusive, false)
    await engine.close()
    t.equal(await readLiveNote(dataDir), undefined, `and it leaves as one that started the engine: ${how}`)
  }
})

t.test('a note that is not true leads nowhere, and the key to nobody', { skip }, async (t) => {
  const asked: string[] = []
  const stranger = createServer((socket) => {
    socket.on('data', (data) => asked.push(data.toString()))
    socket.on('error', silent)
  })
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  t.teardown(() => stranger.close())
  const url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`

  const sleeper = spawn('sleep', ['600'])
  t.teardown(() => sleeper.kill('SIGKILL'))
  const [own, other] = await Promise.all([identify(process.pid), identify(sleeper.pid ?? 0)])
  const dead = spawn('true')
  await new Promise((resolve) => dead.once('exit', resolve))
  const gone = { pid: dead.pid ?? 0, started: '1' }
  const good: EngineNote = { url, engine: own, holder: other, host: hostname(), ...service }

  const dataDir = await prepareDataDir(t.testdir())
  const started = { url: () => 'own' } as SupervisedEngine
  const enterBy = (note: unknown) => {
    writeFileSync(noteFile(dataDir), typeof note === 'string' ? note : JSON.stringify(note))
    return enter({ dataDir, start: async () => started, patienceMs: 100 })
  }
  t.match(await enterBy(good), { beside: good }, 'one that is true leads there')
  for (const [why, note] of [
    ['its holder is gone', { ...good, holder: gone }],
    ['the pid of its holder is another’s now', { ...good, holder: { ...other, started: '1' } }],
    ['it is of another machine', { ...good, host: 'elsewhere' }],
    ['it leads to another machine', { ...good, url: 'http://192.0.2.1:80' }],
    ['it leads to where a path would be', { ...good, url: `${url}/v1` }],
    ['it has no such kind', { ...good, kind: 'engine' }],
    ['its name would reach the terminal', { ...good, name: 'a\u001b[2J' }],
    ['it is cut short', JSON.stringify(good).slice(0, 60)],
    ['it is no object', 'null'],
  ] as const) {
    t.match(await enterBy(note), { own: started }, why)
  }
  for (const [why, engine] of [
    ['its engine is gone', gone],
    ['the pid of its engine is another’s now', { ...own, started: '1' }],
    ['nobody can say when its engine started', { ...own, started: '' }],
    ['the port is somebody else’s', other],
  ] as const) {
    const note = { ...good, engine }
    await t.rejects(
      enterBy(note),
      { code: 'ENGINE_UNAVAILABLE', message: /process \d+\) does not come up/ },
      why,
    )
    const way = createWay(dataDir, note, 100)
    const connecting = new Promise((resolve, reject) => {
      const options = { hostname: '127.0.0.1', protocol: 'http:', port: '1' }
      way.connect(options, (error, socket) => (error === null ? resolve(socket) : reject(error)))
    })
    await t.rejects(connecting, { code: 'ENGINE_UNAVAILABLE', message: /being started again/ }, why)
  }
  t.strictSame(asked, [], 'whoever has the port is told nothing')

  await writeNote(dataDir, { ...good, holder: gone })
  const engine = await open(t, dataDir, command)
  t.equal(noteIn(dataDir).holder.pid, process.pid, 'who starts the engine replaces it')
  await engine.close()
})

t.test('what cannot be waited for is refused', async (t) => {
  const dataDir = await prepareDataDir(t.testdir())
  const refusing = (holder: { pid: number; host: string } | undefined) => async () => {
    throw new EngineError('DATA_DIR_IN_USE', 'it is in use', { holder })
  }
  for (const [why, holder] of [
    ['a process of another machine', { pid: 1, host: 'elsewhere' }],
    ['this very process', { pid: process.pid, host: hostname() }],
    ['one that never leaves a note', { pid: process.ppid, host: hostname() }],
  ] as const) {
    const entering = enter({ dataDir, start: refusing(holder), patienceMs: 100 })
    await t.rejects(entering, { code: 'DATA_DIR_IN_USE', holder }, why)
  }
  const broken = async () => {
    throw new EngineError('ENGINE_START_FAILED', 'it does not start')
  }
  await t.rejects(
    enter({ dataDir, start: broken }),
    { code: 'ENGINE_START_FAILED' },
    'other errors are passed on',
  )
})
