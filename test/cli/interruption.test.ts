/** What was indexed survives whatever ends the next run, and nothing of that run is left behind. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { isAlive } from '../../engine/embedded/process-identity.ts'
import { type Engine, openEngine } from '../../engine/engine.ts'
import { readBuild } from '../../engine/generation.ts'
import type { PlaceSummary } from '../../indexer/place.ts'
import { makeProgram, type Running, until } from './program.ts'

const program = await makeProgram(t)
const { skip, search } = program

const files = program.makeDir('files')
const before = join(files, 'prima.txt')
writeFileSync(
  before,
  'Il faro di Genova\n\nLa Lanterna illumina il porto di Genova dal Medioevo, e oggi si può visitare.\n',
)

/** A paragraph like no other. */
function paragraph(number: number): string {
  const share = `La delibera numero ${number} assegna ${number * 7} euro al quartiere ${number % 90}`
  return `${share}, per riparare le scuole e tenere aperta la biblioteca anche la sera.\n`
}

const many = join(files, 'molti')
mkdirSync(many)
for (let number = 0; number < 3000; number += 1) {
  writeFileSync(join(many, `delibera-${number}.txt`), `---\nlang: it\n---\n${paragraph(number)}`)
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
  const isWanted = (name: string): boolean => !name.startsWith('bifora-lease-')
  await until(async () => (await indexNames(engine)).filter(isWanted).join() === wanted.join())
}

/** How far a program that indexes has come: its first documents are stored, or it is storing others. */
type Moment = 'begun' | 'storing'

/** Waits for that moment of a run. */
async function untilIn(moment: Moment, running: Running, dataDir: string): Promise<{ enginePid: number }> {
  const [, pid, url] = await running.said(/"pid":(\d+),"url":"([^"]+)"/)
  const authorization = `Bearer ${readFileSync(join(dataDir, 'master.key'), 'utf8').trim()}`
  const tasks = async (statuses: string): Promise<string[]> => {
    const path = `/tasks?types=documentAdditionOrUpdate&statuses=${statuses}&limit=50`
    const reply = await fetch(`${url}${path}`, { headers: { authorization } })
    const { results } = (await reply.json()) as { results: { indexUid?: string; enqueuedAt: string }[] }
    return results
      .filter(({ enqueuedAt }) => Date.parse(enqueuedAt) > startedAt)
      .map(({ indexUid }) => indexUid ?? '')
  }
  const startedAt = Date.now() - 1000
  await until(async () =>
    moment === 'begun'
      ? (await tasks('succeeded')).some((uid) => uid.endsWith('-documents'))
      : (await tasks('enqueued,processing')).some((uid) => uid.endsWith('-passages')),
  )
  return { enginePid: Number(pid) }
}

t.test('indexing that is interrupted leaves what was there, and what it has done', { skip }, async (t) => {
  const dataDir = program.makeDir('interrupted')
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'info' }
  t.match(await program.run(['index', before], { env }), { code: 0 })

  const cases = [
    ['SIGINT', 'begun'],
    ['SIGTERM', 'storing'],
  ] as const
  for (const [name, moment] of cases) {
    const running = program.start(t, ['index', many], { env })
    const { enginePid } = await untilIn(moment, running, dataDir)
    running.child.kill(name)
    const { code, stdout, stderr } = await running.finished
    t.equal(code, 130, name)
    t.match(stderr, /^bifora: interrupted; what was indexed before is still there\.\n$/m, name)
    t.notMatch(stderr, /^ {4}at /m, 'no stack')
    t.equal(stdout, '', name)
    t.notOk(await isAlive(enginePid), 'no engine is left')
  }
  t.match(await search(dataDir, 'lanterna'), { total: { value: 1 } }, 'the index answers')
  const { total } = await search(dataDir, 'delibera')
  t.ok(total.value > 0, `${total.value} documents of the interrupted runs are there`)
})

t.test(
  'indexing that is killed leaves the index whole, and the next run ends as the first one would have',
  { skip },
  async (t) => {
    const dataDir = program.makeDir('killed')
    const env = { DATA_DIR: dataDir, LOG_LEVEL: 'info' }
    await program.run(['index', before], { env })
    const running = program.start(t, ['index', many], { env })
    const { enginePid } = await untilIn('storing', running, dataDir)
    running.child.kill('SIGKILL')
    await running.finished
    await until(async () => !(await isAlive(enginePid)))
    t.pass('the engine is gone with its program')
    t.match(await search(dataDir, 'lanterna'), { total: { value: 1 } }, 'the index answers')

    const cleanDir = program.makeDir('clean')
    for (const DATA_DIR of [dataDir, cleanDir]) {
      const { code, stdout } = await program.run(['index', many, '--json'], { env: { DATA_DIR } })
      const { places } = JSON.parse(stdout) as { places: PlaceSummary[] }
      t.match({ code, places }, { code: 0, places: [{ documents: 3000, passages: 3000 }] })
    }
    await program.run(['forget', before], { env })
    const engine = await openAt(t, dataDir)
    await untilTidy(engine)
    t.strictSame(await everything(engine), await everything(await openAt(t, cleanDir)), 'the same passages')
  },
)

/** All passages but for the revisions of their documents, sorted. */
async function everything(engine: Engine): Promise<string[]> {
  const passages = (await indexNames(engine)).find((name) => name.endsWith('-passages')) ?? ''
  const { results } = await engine.client().index(passages).getDocuments({ limit: 10_000 })
  return results
    .map(({ id: _id, document, ...record }) =>
      // Levels are cut with the mean of what came first.
      JSON.stringify({ ...record, tok: [], document: String(document).replace(/-\d+$/, '') }),
    )
    .sort()
}
