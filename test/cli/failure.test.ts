/**
 * What was indexed survives whatever ends the next run: Ctrl-C, a kill, a full disk. And nothing of that run is left
 * behind.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { isAlive } from '../../engine/embedded/process-identity.ts'
import { type Engine, openEngine } from '../../engine/engine.ts'
import { readBuild } from '../../engine/generation.ts'
import type { IndexSummary } from '../../indexer/pipeline.ts'
import type { SearchResponse } from '../../server/schemas/search.ts'
import { makeProgram, type Running, until } from './program.ts'

const program = await makeProgram(t)
const { skip } = program

const files = program.makeDir('files')
const before = join(files, 'prima.txt')
writeFileSync(
  before,
  'Il faro di Genova\n\nLa Lanterna illumina il porto di Genova dal Medioevo, e oggi si può visitare.\n',
)

/** A paragraph like no other. */
function paragraph(number: number): string {
  return `La delibera numero ${number} assegna ${number * 7} euro al quartiere ${number % 90}, per riparare le scuole, `.concat(
    'illuminare le strade e tenere aperta la biblioteca anche la sera.\n\n',
  )
}

const many = join(files, 'molti')
mkdirSync(many)
for (let number = 0; number < 3000; number += 1) {
  writeFileSync(join(many, `delibera-${number}.txt`), `---\nlang: it\n---\n${paragraph(number)}`)
}
/** Some 80 MB in the engine. */
const long = join(files, 'registro.txt')
writeFileSync(long, Array.from({ length: 60_000 }, (_, number) => paragraph(number)).join(''))

async function search(dataDir: string, query: string): Promise<SearchResponse> {
  const { stdout, stderr } = await program.run(['search', query, '--json'], { env: { DATA_DIR: dataDir } })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

/** The engine of a data directory that no program uses at the moment. */
async function openAt(t: Test, dataDir: string): Promise<Engine> {
  const silent = (): void => {}
  const logger = { debug: silent, info: silent, warn: silent, error: silent }
  const engine = await openEngine({ dataDir, meiliBin: program.meiliBin, logger })
  t.teardown(() => engine.close())
  return engine
}

async function indexNames(engine: Engine): Promise<string[]> {
  const { results } = await engine.client().getRawIndexes({ limit: 100 })
  return results.map(({ uid }) => uid).sort()
}

/** Waits until the engine has done all that it was told, and there is nothing in it but the live generation. */
async function untilTidy(engine: Engine): Promise<void> {
  const live = `bifora-${(await readBuild(engine))?.generation}`
  const wanted = ['bifora', `${live}-documents`, `${live}-passages`, `${live}-statistics`]
  await until(async () => (await indexNames(engine)).join() === wanted.join())
}

/** How far a program that indexes has come: it reads documents, or has begun to store what it made of them. */
type Moment = 'reading' | 'storing'

/** Waits for that moment of a run that replaces the generation `live`. */
async function untilIn(
  moment: Moment,
  running: Running,
  dataDir: string,
  live: string,
): Promise<{ enginePid: number }> {
  const [, pid, url] = await running.said(/"pid":(\d+),"url":"([^"]+)"/)
  const authorization = `Bearer ${readFileSync(join(dataDir, 'master.key'), 'utf8').trim()}`
  const ask = async (path: string): Promise<{ uid: string; indexUid?: string }[]> => {
    const reply = await fetch(`${url}${path}`, { headers: { authorization } })
    return ((await reply.json()) as { results: { uid: string; indexUid?: string }[] }).results
  }
  await until(async () => {
    if (moment === 'reading') {
      const indexes = await ask('/indexes?limit=100')
      return indexes.some(({ uid }) => uid.endsWith('-statistics') && !uid.includes(live))
    }
    const tasks = await ask('/tasks?types=documentAdditionOrUpdate&statuses=enqueued,processing')
    return tasks.some(({ indexUid }) => indexUid?.endsWith('-passages'))
  })
  return { enginePid: Number(pid) }
}

t.test('indexing that is interrupted leaves the index as it was', { skip }, async (t) => {
  const dataDir = program.makeDir('interrupted')
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'info' }
  t.match(await program.run(['index', before], { env }), { code: 0 })
  const { generation } = (await search(dataDir, 'lanterna')).index

  const cases = [
    ['SIGINT', 'reading'],
    ['SIGTERM', 'storing'],
  ] as const
  for (const [name, moment] of cases) {
    const running = program.start(t, ['index', many], { env })
    const { enginePid } = await untilIn(moment, running, dataDir, generation)
    running.child.kill(name)
    const { code, stdout, stderr } = await running.finished
    t.equal(code, 130, name)
    t.match(stderr, /^bifora: interrupted; what was indexed before is still there\.\n$/m, name)
    t.notMatch(stderr, /^ {4}at /m, 'no stack')
    t.equal(stdout, '', name)
    t.notOk(await isAlive(enginePid), 'no engine is left')
  }
  t.match(
    await search(dataDir, 'lanterna'),
    { total: { value: 1 }, index: { generation } },
    'the index answers',
  )

  const engine = await openAt(t, dataDir)
  await untilTidy(engine)
  t.pass('an interrupted run takes its own indexes away')
})

t.test(
  'indexing that is killed leaves the index as it was, and the next run ends as the first one would have',
  { skip },
  async (t) => {
    const dataDir = program.makeDir('killed')
    const env = { DATA_DIR: dataDir, LOG_LEVEL: 'info' }
    await program.run(['index', before], { env })
    const running = program.start(t, ['index', many], { env })
    const { enginePid } = await untilIn('storing', running, dataDir, 'none')
    running.child.kill('SIGKILL')
    await running.finished
    await until(async () => !(await isAlive(enginePid)))
    t.pass('the engine is gone with its program')
    t.match(await search(dataDir, 'lanterna'), { total: { value: 1 } }, 'the index answers')

    const cleanDir = program.makeDir('clean')
    const [again, clean] = await Promise.all(
      [dataDir, cleanDir].map(async (DATA_DIR) => {
        const { code, stdout } = await program.run(['index', many, '--json'], { env: { DATA_DIR } })
        const { tookMs: _, ...summary } = JSON.parse(stdout) as IndexSummary
        return { code, summary }
      }),
    )
    t.match(again, { code: 0, summary: { documents: 3000, skipped: [] } })
    t.strictSame(again, clean, 'the same counts as in a clean directory')

    const engine = await openAt(t, dataDir)
    await untilTidy(engine)
    t.pass('what the killed run had stored is gone')
    t.strictSame(await everything(engine), await everything(await openAt(t, cleanDir)), 'the same records')
  },
)

/** All passages, in order of their ids. */
async function everything(engine: Engine): Promise<string[]> {
  const passages = (await indexNames(engine)).find((name) => name.endsWith('-passages')) ?? ''
  const { results } = await engine.client().index(passages).getDocuments({ limit: 10_000 })
  return results.map((record) => JSON.stringify(record)).sort()
}

/** A disk of its own, where this user may make one. */
const disk = program.makeDir('disk')
t.teardown(() => spawnSync('umount', ['-l', disk]))
const canMount =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=76m', 'tmpfs', disk]).status === 0

t.test(
  'a full disk is named, and the index survives it',
  { skip: skip || (canMount ? false : 'no disk can be mounted here') },
  async (t) => {
    const env = { DATA_DIR: join(disk, 'data'), LOG_LEVEL: 'error' }
    const index = (path: string) => program.run(['index', path], { env })
    t.match(await index(before), { code: 0 })
    const { generation } = (await search(env.DATA_DIR, 'lanterna')).index
    const isLive = async (why: string): Promise<void> => {
      t.match(await search(env.DATA_DIR, 'lanterna'), { total: { value: 1 }, index: { generation } }, why)
    }
    const fullDisk =
      /^bifora: The disk is full\. What was searchable before still is; free some space, then index again\.\n$/m

    t.match(await index(long), { code: 2, stdout: '', stderr: fullDisk }, 'it fills up while indexing')
    await isLive('after it filled up while indexing')

    const filler = join(disk, 'filler')
    fill(filler, 32)
    t.match(await index(long), { code: 2, stdout: '', stderr: fullDisk }, 'too little room to begin')
    await isLive('with little room')

    fill(filler, 0)
    const { code, stderr } = await index(long)
    t.equal(code, 2, 'no room at all')
    t.match(stderr, /^bifora: .*\b(disk .* is full|is on a disk without enough free space).* Make room/m)
    t.notMatch(stderr, /^ {4}at /m, 'no stack')
    rmSync(filler)
    await isLive('when there is room again')
  },
)

/** Fills the disk with a file, up to so many megabytes that stay free. */
function fill(path: string, freeMegabytes: number): void {
  rmSync(path, { force: true })
  const zeros = Buffer.alloc(1 << 20)
  try {
    for (;;) writeFileSync(path, zeros, { flag: 'a' })
  } catch {
    // The disk is full.
  }
  const size = statSync(path).size - freeMegabytes * zeros.length
  rmSync(path)
  writeFileSync(path, Buffer.alloc(Math.max(0, size)))
}
