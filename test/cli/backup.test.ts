/** `bifora backup` and `bifora restore` as people run them, beside a service and alone. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { writeWhole } from '../../cli/whole-file.ts'
import type { SearchResponse } from '../../server/schemas/search.ts'
import { makeProgram, type Running, until } from './program.ts'

/** Nothing, or how far it is where that takes long. */
const QUIET = /^(?:Indexing .*\n)*$/

const program = await makeProgram(t)
const { skip } = program

const files = program.makeDir('documents')
writeFileSync(
  join(files, 'faro.txt'),
  'Il faro di Genova\n\nLa Lanterna illumina il porto di Genova dal Medioevo, e si può visitare.\n',
)
const more = program.makeDir('others')
writeFileSync(
  join(more, 'radar.txt'),
  'Il radar di Trieste\n\nDal molo il radar segue le navi che entrano nel golfo di Trieste.\n',
)
const kept = program.makeDir('kept')

async function ready(running: Running): Promise<string> {
  return (JSON.parse((await running.said(/^\{"url":.*\}\n$/))[0]) as { url: string }).url
}

async function count(url: string, q: string): Promise<number | undefined> {
  const reply = await fetch(`${url}/v1/search?${new URLSearchParams({ q })}`)
  return ((await reply.json()) as Partial<SearchResponse>).total?.value
}

t.test('an index, lexicons and keys go into a file and into another data directory', { skip }, async (t) => {
  const env = { DATA_DIR: program.makeDir('first') }
  const file = join(kept, 'first.bifora')
  t.match(await program.run(['backup', file], { env }), {
    code: 2,
    stderr: /^bifora: Nothing is indexed yet, so there is nothing to back up: bifora index <path>\.\n$/,
  })
  t.notOk(existsSync(file))
  await program.run(['index', files], { env })
  await program.run(['keys', 'add', '--label', 'sito'], { env })
  await program.run(['lexicon', 'add', 'lanterna', 'lighthouse'], { env })
  await program.run(['lexicon', 'reject', 'rete', 'goal'], { env })

  const made = await program.run(['backup', file], { env })
  t.match(made, {
    code: 0,
    stdout:
      /^Backed up 1 document \(1 passage\), 1 place, 2 lexicons and 1 key to .*first\.bifora, 0\.0 MB, .*\n.*hashes, no secret/,
    stderr: QUIET,
  })
  t.equal(statSync(file).mode & 0o777, 0o600)
  t.strictSame(readdirSync(kept), ['first.bifora'], 'nothing else is left beside it')

  const again = await program.run(['backup', file], { env })
  t.match(again, {
    code: 2,
    stdout: '',
    stderr: /^bifora: .*first\.bifora is there already and was left as it is\. .*--force/,
  })
  const forced = await program.run(['backup', file, '--force', '--json'], { env })
  t.equal(forced.code, 0)
  t.match(JSON.parse(forced.stdout), { file, documents: 1, passages: 1, places: 1, lexicons: 2, keys: 1 })

  const other = { DATA_DIR: join(kept, '..', 'second') }
  const restored = await program.run(['restore', file], { env: other })
  t.match(restored, {
    code: 0,
    stdout: /^Restored 1 document \(1 passage\), 1 place, 2 lexicons and 1 key of \d{4}-.* UTC from /,
    stderr: QUIET,
  })
  t.match(await program.search(other.DATA_DIR, 'lighthouse'), { total: { value: 1 } }, 'through the lexicon')
  for (const name of ['keys.json', 'lexicon/own.tsv', 'lexicon/rejected.tsv']) {
    const [here, there] = [env, other].map(({ DATA_DIR }) => readFileSync(join(DATA_DIR, name), 'utf8'))
    t.equal(there, here, name)
  }
  t.strictSame(
    readdirSync(other.DATA_DIR).filter((name) => name.startsWith('restoring-')),
    [],
  )
  t.match(
    await program.run(['index', files], { env: other }),
    { stdout: /nothing has changed/ },
    'a place as before',
  )
})

t.test('what would be lost is told, and replaced only when that is said', { skip }, async (t) => {
  const env = { DATA_DIR: program.makeDir('own') }
  const moving = program.makeDir('moving')
  writeFileSync(
    join(moving, 'molo.txt'),
    'Il molo di Bari\n\nSul molo di Bari si vende il pesce appena pescato.\n',
  )
  const file = join(kept, 'moving.bifora')
  await program.run(['index', moving], { env })
  await program.run(['keys', 'add', '--label', 'uno'], { env })
  await program.run(['lexicon', 'add', 'molo', 'pier'], { env })
  t.match(await program.run(['backup', file], { env }), { code: 0 })
  rmSync(moving, { recursive: true })
  await program.run(['forget', moving], { env })
  await program.run(['index', more], { env })
  await program.run(['keys', 'remove', 'uno'], { env })
  await program.run(['keys', 'add', '--label', 'due'], { env })
  await program.run(['lexicon', 'add', 'molo', 'jetty'], { env })

  const refused = await program.run(['restore', file], { env })
  t.match(refused, {
    code: 2,
    stdout: '',
    stderr:
      /^bifora: Restoring would replace what is here: 1 document of the place "others", the lexicon "own" as it is here\. Nothing was done\. .*--replace\n$/,
  })
  t.match(await program.search(env.DATA_DIR, 'radar'), { total: { value: 1 } })
  const replaced = await program.run(['restore', file, '--replace'], { env })
  t.match(replaced, { code: 0, stdout: /^Restored 1 document/ })
  t.match(replaced.stdout, /1 key of the backup was left out: there are keys here, and these stay/)
  t.match(
    replaced.stdout,
    /The place "moving" is not on this machine \(.*moving\): .* bifora forget "moving"/,
  )
  t.match(await program.search(env.DATA_DIR, 'pesce'), { total: { value: 1 } })
  t.match(await program.search(env.DATA_DIR, 'radar'), { total: { value: 0 } })
  const keys = await program.run(['keys', 'list', '--json'], { env })
  t.match(JSON.parse(keys.stdout), { keys: [{ label: 'due' }] }, 'a key that was removed does not come back')
  const places = await program.run(['places', '--json'], { env })
  t.match(JSON.parse(places.stdout), { places: [{ name: 'moving', documents: 1 }] })
})

t.test('both work beside a service, which follows by itself', { skip }, async (t) => {
  const env = { DATA_DIR: program.makeDir('serving'), PORT: '0' }
  const file = join(kept, 'serving.bifora')
  const running = program.start(t, ['start', files, '--json'], { env })
  const url = await ready(running)
  t.match(await program.run(['backup', file], { env }), { code: 0, stderr: QUIET })
  await program.run(['index', more], { env })
  await until(async () => (await count(url, 'radar')) === 1)
  t.match(await program.run(['restore', file], { env }), { code: 2, stderr: /place "documents", .*"others"/ })
  t.match(await program.run(['restore', file, '--replace'], { env }), { code: 0, stderr: QUIET })
  t.strictSame(
    [await count(url, 'lanterna'), await count(url, 'radar')],
    [1, 0],
    'it answers from what was restored',
  )
  t.match(await program.run(['index', more], { env }), { code: 0 })
  await until(async () => (await count(url, 'radar')) === 1)
  running.child.kill('SIGTERM')
  t.match(await running.finished, { code: 0 })
})

t.test('the sample gives way to a backup, and a backup with a fault to nothing', { skip }, async (t) => {
  const env = { DATA_DIR: program.makeDir('sample'), PORT: '0' }
  const running = program.start(t, ['start', '--json'], { env })
  const url = await ready(running)
  running.child.kill('SIGTERM')
  await running.finished
  t.ok(url)
  const bytes = readFileSync(join(kept, 'first.bifora'))
  const broken = join(kept, 'broken.bifora')
  const cases: [string, Buffer, RegExp][] = [
    [
      'cut short',
      bytes.subarray(0, 500),
      /^bifora: .*broken\.bifora has been cut short: .*nothing was restored\.\n$/,
    ],
    ['empty', Buffer.alloc(0), /^bifora: .*broken\.bifora is no backup of Bifora: it is empty\./],
    [
      'text',
      Buffer.from('faro'),
      /^bifora: .*broken\.bifora is no backup of Bifora: it is not a gzip file\./,
    ],
  ]
  for (const [why, content, stderr] of cases) {
    writeFileSync(broken, content)
    t.match(await program.run(['restore', broken], { env }), { code: 2, stdout: '', stderr }, why)
  }
  t.match(await program.run(['restore', join(kept, 'none')], { env }), {
    code: 2,
    stderr: /none does not exist\.\n$/,
  })
  t.match(await program.search(env.DATA_DIR, 'lanterna'), { total: { value: 0 } })
  t.match(await program.run(['restore', join(kept, 'first.bifora')], { env }), { code: 0 })
  t.match(await program.search(env.DATA_DIR, 'lanterna'), { total: { value: 1 } })
})

t.test('restoring that is interrupted leaves the live index', { skip }, async (t) => {
  const many = program.makeDir('many')
  const lines = Array.from(
    { length: 30_000 },
    (_, of) => `La delibera numero ${of} assegna ${of * 7} euro alla scuola.`,
  )
  writeFileSync(join(many, 'registro.txt'), lines.join('\n\n'))
  const large = { DATA_DIR: program.makeDir('large') }
  const file = join(kept, 'large.bifora')
  await program.run(['index', many], { env: large })
  t.match(await program.run(['backup', file], { env: large }), { code: 0 })
  const env = { DATA_DIR: program.makeDir('interrupted'), LOG_LEVEL: 'info' }
  await program.run(['index', files], { env })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
    const running = program.start(t, ['restore', file, '--replace'], { env })
    const [, address] = await running.said(/"url":"([^"]+)"/)
    const authorization = `Bearer ${readFileSync(join(env.DATA_DIR, 'master.key'), 'utf8').trim()}`
    await until(async () => {
      const path = '/tasks?types=documentAdditionOrUpdate&statuses=enqueued,processing&limit=50'
      const reply = await fetch(`${address}${path}`, { headers: { authorization } })
      const { results } = (await reply.json()) as { results: { indexUid?: string }[] }
      return results.some(({ indexUid }) => indexUid?.endsWith('-passages') === true)
    })
    running.child.kill(name)
    const { code, stdout, stderr } = await running.finished
    t.equal(stdout, '', name)
    if (name !== 'SIGKILL') {
      t.equal(code, 130, name)
      t.match(stderr, /^bifora: interrupted; what was indexed before is still there\.\n$/m, name)
    }
    t.match(await program.search(env.DATA_DIR, 'lanterna'), { total: { value: 1 } }, name)
    t.match(await program.search(env.DATA_DIR, 'delibera'), { total: { value: 0 } }, name)
  }
  t.match(await program.run(['restore', file, '--replace'], { env }), { code: 0 }, 'and it can be run again')
  t.match(await program.search(env.DATA_DIR, 'delibera'), { total: { value: 1 } })

  const backing = program.start(t, ['backup', join(kept, 'stopped.bifora')], { env })
  await until(() => readdirSync(kept).some((name) => name.endsWith('.tmp')))
  backing.child.kill('SIGTERM')
  t.match(await backing.finished, { code: 130 })
  t.strictSame(
    readdirSync(kept).filter((name) => name.startsWith('stopped')),
    [],
    'no half of a backup is left',
  )
})

t.test('where a file cannot be written, why is told, and nothing is left', async (t) => {
  const folder = t.testdir({ file: 'text', folder: {} })
  const never = async (): Promise<void> => {
    throw new Error('It is not begun')
  }
  const full = async (): Promise<void> => {
    throw Object.assign(new Error('write'), { code: 'ENOSPC' })
  }
  const cases: [path: string, isForced: boolean, write: () => Promise<void>, message: RegExp][] = [
    ['none/a', false, never, /none\/a could not be written: its folder does not exist\. Make it first\.$/],
    ['file/a', false, never, /file\/a could not be written: it would lie below a file\./],
    ['file', false, never, /file is there already and was left as it is\. Give another name, or --force/],
    ['folder', true, async () => {}, /folder could not be written: it is a folder\./],
    ['a', false, full, /a could not be written: the disk is full\. Make room, or give another folder\.$/],
  ]
  for (const [path, isForced, write, message] of cases) {
    await t.rejects(writeWhole(join(folder, path), isForced, write), { name: 'ConfigError', message }, path)
  }
  t.strictSame(readdirSync(folder).sort(), ['file', 'folder'])
  t.equal(readFileSync(join(folder, 'file'), 'utf8'), 'text')
})

const uid = process.getuid?.() === 0 ? 65_534 : undefined
const canRun = uid === undefined || (await program.run(['--version'], { uid })).code === 0

t.test('a folder that may not be written is named', { skip: skip || !canRun }, async (t) => {
  const folder = program.makeDir('forbidden')
  chmodSync(folder, 0o555)
  const run = await program.run(['backup', join(folder, 'a')], {
    env: { DATA_DIR: join(folder, 'data') },
    ...(uid === undefined ? {} : { uid }),
  })
  t.match(run, {
    code: 2,
    stderr: /^bifora: .*forbidden\/a could not be written: this user may not write there\./,
  })
})

t.test('a disk that is full is told', { skip: skip || process.platform !== 'linux' }, async (t) => {
  const disk = program.makeDir('disk')
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]).status === 0
  if (!isMounted) {
    t.pass('no disk can be mounted here')
    return
  }
  t.teardown(() => spawnSync('umount', ['-l', disk]))
  mkdirSync(join(disk, 'in'))
  const env = { DATA_DIR: join(kept, '..', 'large') }
  const { code, stderr } = await program.run(['backup', join(disk, 'in', 'a')], { env })
  t.match(
    { code, stderr },
    { code: 2, stderr: /^bifora: .*could not be written: the disk is full\. Make room/ },
  )
  t.strictSame(readdirSync(join(disk, 'in')), [])
})
