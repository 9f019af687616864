import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { findBinary, glibcProblem, packageName, thisMachine } from '../../engine/embedded/binary.ts'
import { freeDiskBytes, prepareDataDir } from '../../engine/embedded/data-dir.ts'
import { readMasterKey } from '../../engine/embedded/master-key.ts'
import { installPackagedBinary, packagedSha256 } from '../../engine/embedded/packaged-binary.ts'
import { type EngineExit, startFailure } from '../../engine/embedded/start-failure.ts'
import type { EngineError } from '../../engine/errors.ts'

const nothing = { packaged: undefined, unfit: undefined, searchPath: '' }

function executable(path: string, content = '#!/bin/sh\n'): string {
  writeFileSync(path, content)
  chmodSync(path, 0o755)
  return path
}

t.test('MEILI_BIN comes first', async (t) => {
  const dir = t.testdir()
  const own = executable(join(dir, 'own'))
  const sources = { packaged: own, searchPath: dir }
  t.strictSame(await findBinary({ meiliBin: own, dataDir: dir }, sources), { path: own, origin: 'MEILI_BIN' })
})

t.test('a wrong MEILI_BIN is refused with its value', async (t) => {
  const dir = t.testdir({ plain: 'text', folder: {} })
  const cases = [
    ['a missing file', join(dir, 'missing'), 'cannot be found'],
    ['a file without the right to execute', join(dir, 'plain'), 'may not be executed'],
    ['a directory', join(dir, 'folder'), 'is not a file'],
  ] as const
  for (const [why, meiliBin, want] of cases) {
    const sources = { ...nothing, searchPath: dir }
    await t.rejects(findBinary({ meiliBin, dataDir: dir }, sources), { code: 'ENGINE_NOT_FOUND' }, why)
    const error: Error = await findBinary({ meiliBin, dataDir: dir }, sources).then(t.fail, (error) => error)
    t.match(error.message, want, `${why}: says what is wrong`)
    t.match(error.message, meiliBin, `${why}: names the value`)
  }
})

t.test('without the package, meilisearch on PATH is taken', async (t) => {
  const dir = t.testdir({ first: { meilisearch: {} }, second: { meilisearch: 'not executable' }, third: {} })
  const path = executable(join(dir, 'third', 'meilisearch'))
  const searchPath = ['first', 'second', 'missing', 'third'].map((name) => join(dir, name)).join(':')
  const found = await findBinary({ dataDir: dir }, { ...nothing, searchPath: `:${searchPath}` })
  t.strictSame(found, { path, origin: 'PATH' })
  const unfit = { packaged: path, unfit: 'its library is too old', searchPath }
  t.equal((await findBinary({ dataDir: dir }, unfit)).origin, 'PATH', 'also where the package cannot run')
})

t.test('where nothing is found, one error names the three ways', async (t) => {
  const dataDir = t.testdir()
  const error: EngineError = await findBinary({ dataDir }, nothing).then(t.fail, (error) => error)
  t.equal(error.code, 'ENGINE_NOT_FOUND')
  for (const way of [packageName, 'MEILI_BIN', 'PATH', 'MEILI_URL', 'MEILI_KEY']) t.match(error.message, way)
  const unfit = { packaged: '/any', unfit: 'this machine is darwin arm64', searchPath: '' }
  await t.rejects(
    findBinary({ dataDir }, unfit),
    { message: /darwin arm64/ },
    'and why the package is no help',
  )
})

t.test('the package asks for glibc 2.35', async (t) => {
  const cases = [
    [undefined, 'musl'],
    ['2.34', '2.34'],
    ['2.9', '2.9'],
    ['1.99', '1.99'],
    ['2.35', undefined],
    ['2.36', undefined],
    ['3.0', undefined],
  ] as const
  for (const [version, problem] of cases) {
    if (problem === undefined) t.equal(glibcProblem(version), undefined, `${version} is enough`)
    else t.match(glibcProblem(version), problem, `${version} is not, and the reason says so`)
  }
})

t.test('a tampered package is refused and never becomes executable', async (t) => {
  const dir = t.testdir({ packaged: 'not Meilisearch', data: {} })
  const dataDir = join(dir, 'data')
  const sources = { ...nothing, packaged: join(dir, 'packaged') }
  await t.rejects(findBinary({ dataDir }, sources), {
    code: 'ENGINE_CORRUPT',
    message: new RegExp(`${join(dir, 'packaged')}.*${packagedSha256}`),
  })
  t.strictSame(readdirSync(join(dataDir, 'bin')), [], 'no copy is left behind')
})

t.test('the copy is kept while it is intact and made anew when it is not', async (t) => {
  const dir = t.testdir({ packaged: 'the engine', data: {} })
  const packaged = join(dir, 'packaged')
  const dataDir = join(dir, 'data')
  const sha256 = createHash('sha256').update('the engine').digest('hex')
  const install = () => installPackagedBinary(packaged, dataDir, sha256)

  const copy = await install()
  t.equal(copy, join(dataDir, 'bin', `meilisearch-${sha256.slice(0, 12)}`))
  t.equal(statSync(copy).mode & 0o777, 0o755, 'the copy may be executed')
  const { ino } = statSync(copy)
  await install()
  t.equal(statSync(copy).ino, ino, 'an intact copy is used again')

  writeFileSync(copy, 'the enginX')
  await install()
  t.equal(readFileSync(copy, 'utf8'), 'the engine', 'a damaged copy is replaced')
  writeFileSync(copy, 'the eng')
  await install()
  t.equal(readFileSync(copy, 'utf8'), 'the engine', 'so is one that was cut off')
  chmodSync(copy, 0o644)
  await install()
  t.equal(statSync(copy).mode & 0o777, 0o755, 'and one that may not be executed')

  const copies = await Promise.all([install(), install(), install()])
  t.strictSame(copies, [copy, copy, copy], 'several at once do not disturb each other')
  t.strictSame(readdirSync(join(dataDir, 'bin')).length, 1, 'nothing else is left behind')
})

t.test('a data directory is created for its owner only', async (t) => {
  const dir = t.testdir()
  const dataDir = join(dir, 'a', 'b')
  t.equal(await prepareDataDir(dataDir), dataDir)
  t.equal(statSync(dataDir).mode & 0o777, 0o700)
  t.equal(await prepareDataDir(dataDir), dataDir, 'and can be used again')
  t.ok((await freeDiskBytes(dataDir)) > 0, 'there is room on its disk')
})

t.test('a data directory that cannot be used is refused with its value', async (t) => {
  const dir = t.testdir({ file: 'text' })
  await t.rejects(
    prepareDataDir(''),
    { code: 'DATA_DIR_UNUSABLE' },
    'without a name it is not the current folder',
  )
  for (const dataDir of [join(dir, 'file'), join(dir, 'file', 'below')]) {
    const want = { code: 'DATA_DIR_UNUSABLE', message: new RegExp(`${dataDir} .*is a file.*set DATA_DIR`) }
    await t.rejects(prepareDataDir(dataDir), want, dataDir)
    await t.rejects(
      findBinary({ dataDir }, { ...nothing, packaged: join(dir, 'file') }),
      want,
      'by findBinary too',
    )
  }
  const locked = join(dir, 'locked')
  mkdirSync(locked, { mode: 0o500 })
  const want = { code: 'DATA_DIR_UNUSABLE', message: /may not be used by this user/ }
  const skip = process.getuid?.() === 0 && 'root may write everywhere'
  await t.test(
    'without the right to write',
    { skip },
    async (t) => void (await t.rejects(prepareDataDir(locked), want)),
  )
})

t.test('the master key is made once and readable by its owner only', async (t) => {
  const dataDir = t.testdir()
  const keys = await Promise.all(Array.from({ length: 5 }, () => readMasterKey(dataDir)))
  const [key = ''] = keys
  t.match(key, /^[\w-]{43}$/, '32 bytes in base64url')
  t.equal(new Set(keys).size, 1, 'five that make it at once get the same')
  t.equal(await readMasterKey(dataDir), key, 'the next start gets it too')
  t.equal(statSync(join(dataDir, 'master.key')).mode & 0o777, 0o600)
  t.strictSame(readdirSync(dataDir), ['master.key'], 'nothing else is left behind')
  chmodSync(join(dataDir, 'master.key'), 0o644)
  t.equal(await readMasterKey(dataDir), key)
  t.equal(
    statSync(join(dataDir, 'master.key')).mode & 0o777,
    0o600,
    'a mode that lets others read is repaired',
  )
})

t.test('a damaged master key is an error, not a new key', async (t) => {
  for (const content of ['', 'short\n', 'with spaces in the midst of it']) {
    const dataDir = t.testdir({ 'master.key': content })
    await t.rejects(
      readMasterKey(dataDir),
      { code: 'DATA_DIR_UNUSABLE', message: /master\.key/ },
      `"${content}"`,
    )
    t.equal(readFileSync(join(dataDir, 'master.key'), 'utf8'), content, 'the file is left alone')
  }
})

t.test('why the engine did not start is said in plain words', async (t) => {
  const attempt = { binary: '/opt/meilisearch', dataDir: '/data', database: '/data/data.ms', freeBytes: 1e9 }
  const end = { code: 1, signal: null, lastLines: [] }
  const cases: [string, Partial<EngineExit>, RegExp][] = [
    ['damaged data', { lastLines: ['MDB_CORRUPTED: Located page was wrong type'] }, /data\.ms is damaged/],
    ['data that is cut off', { code: null, signal: 'SIGBUS' }, /move \/data\/data\.ms away/],
    ['no right to execute', { code: 126 }, /noexec/],
    ['a binary that is gone', { code: 127 }, /\/opt\/meilisearch is not there/],
    ['an old C library', { lastLines: ["version `GLIBC_2.35' not found"] }, /newer GNU C/],
    ['data of another user', { lastLines: ['Permission denied (os error 13)'] }, /chown -R/],
    ['another program', { code: 2, lastLines: ["error: unexpected argument '--x'"] }, /option/],
    ['want of memory', { code: null, signal: 'SIGKILL' }, /memory/],
    ['anything else', { code: 3, lastLines: ['ouch'] }, /exit code 3/],
  ]
  for (const [why, exit, message] of cases) {
    const error = startFailure({ ...end, ...exit }, attempt)
    const code = /data\\?\.ms/.test(message.source) ? 'DATA_DAMAGED' : 'ENGINE_START_FAILED'
    t.match(error, { code, message }, why)
    for (const line of exit.lastLines ?? []) {
      t.notMatch(error.message, line, 'what the engine printed is not in the message')
      t.match(String(error.cause), line, 'but in the cause')
    }
  }
  const want = { code: 'DISK_FULL', message: /\/data is full/ }
  const said = ['No space left on device (os error 28) at path "/data/data.ms/.tmpGrazau"']
  t.match(startFailure({ ...end, lastLines: said }, attempt), want, 'a full disk')
  const broken: EngineExit = { ...end, code: null, signal: 'SIGBUS' }
  t.match(startFailure(broken, { ...attempt, freeBytes: 4096 }), want, 'a full disk under mapped files')
})

const here = thisMachine()
const skip = here.packaged === undefined ? 'the package is not installed' : (here.unfit ?? false)
t.test('this machine gets the real engine from the package', { skip }, async (t) => {
  const { path, origin } = await findBinary({ dataDir: t.testdir() })
  t.equal(origin, 'package')
  t.equal(createHash('sha256').update(readFileSync(path)).digest('hex'), packagedSha256, 'verified')
})
