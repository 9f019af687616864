/**
 * What happens to an engine while documents change and people search: it is killed at random moments, it stands still, its
 * disk is full; and an index that is rebuilt meanwhile. `ROUNDS=100 SEED=3` for more and others; a round has two kills.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { createRandom } from '../../bench/random.ts'
import type { Engine } from '../../engine/engine.ts'
import { EngineError } from '../../engine/errors.ts'
import { createWriting, type Writing } from '../../engine/writing.ts'
import { createDescribing } from '../../indexer/describing.ts'
import { rebuild } from '../../indexer/rebuild.ts'
import { appOn } from '../helpers/app.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { openKillable } from './killable.ts'
import { checkWhole, storedDocuments } from './outcomes.ts'
import { searchingClients } from './searching-clients.ts'

const isLong = process.env.DRILLS === 'long'
const ROUNDS = Number(process.env.ROUNDS ?? 4)
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))
const CLIENTS = 4
/** While each kill. */
const REQUESTS = isLong ? 100 : 40
const random = createRandom(SEED)
const signal = new AbortController().signal
const describing = createDescribing([])

/**
 * Changes one after another, numbered from `first`; each puts the same text into two documents. Which ones were
 * acknowledged.
 */
async function changeMany(
  writing: Writing,
  name: string,
  count: number,
  first = 0,
): Promise<Map<string, number>> {
  const acknowledged = new Map<string, number>()
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const number = first + index
      const ids = [`${name}${number % 3}`, `${name}x${number % 3}`]
      try {
        await writing.write((writer) =>
          writer.change({
            put: ids.map((id) => smallDraft({ id, passages: [`il porto ${number}`, 'la nave'] })),
          }),
        )
        for (const id of ids) acknowledged.set(id, Math.max(acknowledged.get(id) ?? 0, number))
      } catch (error) {
        if (!(error instanceof EngineError)) throw error
      }
    }),
  )
  return acknowledged
}

/** Of each document what was acknowledged last is there, or something later; the two of a change are the same. */
async function check(
  t: Test,
  engine: Engine,
  acknowledged: ReadonlyMap<string, number>,
  why: string,
): Promise<void> {
  await openLiveWriter(engine)
  await checkWhole(t, engine, why)
  const stored = await storedDocuments(engine)
  const numberOf = (id: string): number => Number(stored.get(id)?.contentHash.match(/\d+/)?.[0] ?? -1)
  for (const [id, number] of acknowledged) {
    if (numberOf(id) < number) t.fail(`${why}: ${id} is at ${numberOf(id)}, and ${number} was acknowledged`)
    if (id.includes('x')) continue
    const other = id.replace(/(\d)$/, 'x$1')
    t.equal(numberOf(id), numberOf(other), `${why}: the two documents of a change`)
  }
}

t.test(`an engine that is killed at random moments loses nothing (SEED=${SEED})`, async (t) => {
  const engine = await openKillable(t)
  const steady = createWriting(engine, { what: 'a drill', topics: '', idleMs: 10 })
  await steady.write((writer) =>
    writer.change({ put: ['f1', 'f2', 'f3'].map((id) => smallDraft({ id, passages: ['il faro'] })) }),
  )
  await steady.close()
  const app = await appOn(t, engine)
  const searching = searchingClients(app)
  const downMs: number[] = []
  const sizes: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const why = `SEED=${SEED}, round ${round}`
    // The same few documents in all rounds, so that the disk has no reason to fill.
    const name = `k${round % 5}`
    const writing = createWriting(engine, { what: 'a drill', topics: '', idleMs: 10 })
    const changing = changeMany(writing, name, 12, round * 100)
    for (let kill = 0; kill < 2; kill += 1) {
      const asking = searching.ask(CLIENTS, REQUESTS / CLIENTS)
      await sleep(random.below(400))
      const killedMs = performance.now()
      await engine.kill()
      await searching.untilAnswered()
      downMs.push(performance.now() - killedMs)
      t.strictSame(await asking, [], `${why}: no answer is late or wrong`)
    }
    const acknowledged = await changing
    const last = await changeMany(writing, name, 1, round * 100 + 50)
    t.equal(last.size, 2, `${why}: afterwards it goes on`)
    await writing.close()
    await check(t, engine, new Map([...acknowledged, ...last]), why)
    sizes.push(diskBytes(engine.dataDir))
  }
  downMs.sort((one, other) => one - other)
  const asked = searching.counts()
  t.comment(
    `kills ${downMs.length}; ${JSON.stringify(asked)}; ms from kill to the next answer: ${summary(downMs)}`,
  )
  t.comment(
    `MB on disk after each round: ${summary(sizes.map((bytes) => bytes / 1e6))}, last ${(sizes.at(-1) ?? 0) / 1e6}`,
  )
  t.ok((asked[200] ?? 0) > asked.all / 2, `most are answered: ${JSON.stringify(asked)}`)
})

/** Least, median, 95th and 100th percentile of sorted numbers. */
function summary(sorted: readonly number[]): string {
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0)
  return [0, 0.5, 0.95, 1].map(at).join(' ')
}

function diskBytes(dir: string): number {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).blocks * 512, 0)
}

t.test('an engine that stands still is waited for, or given up; afterwards all is well', async (t) => {
  const engine = await openKillable(t)
  const writing = createWriting(engine, { what: 'a drill', topics: '', idleMs: 10 })
  const first = await changeMany(writing, 'a', 2)
  t.equal(first.size, 4)
  for (const [name, forMs] of isLong
    ? ([
        ['b', 1000],
        ['c', 12_000],
      ] as const)
    : ([['b', 500]] as const)) {
    const changing = changeMany(writing, name, 6)
    await sleep(60)
    engine.signal('SIGSTOP')
    await sleep(forMs)
    engine.signal('SIGCONT')
    await check(t, engine, await changing, `after ${forMs} ms`)
    t.equal((await changeMany(writing, `${name}after`, 2)).size, 4, 'it goes on')
  }
  await writing.close()
  await check(t, engine, first, 'at the end')
})

t.test('documents that change while the index is rebuilt are in the new one', async (t) => {
  const engine = await openKillable(t)
  const one = createWriting(engine, { what: 'the first', topics: '', idleMs: 10 })
  const other = createWriting(engine, { what: 'the second', topics: '', idleMs: 10 })
  await changeMany(one, 'r', 3)
  const [first, second, builds] = await Promise.all([
    changeMany(one, 'p', 9),
    changeMany(other, 'q', 9),
    Promise.all(
      [one, other].map((writing) =>
        writing.write((writer) => rebuild(writer, { engine, describing, signal })),
      ),
    ),
  ])
  t.equal(first.size + second.size, 12, 'every change was made')
  await Promise.all([one.close(), other.close()])
  await check(t, engine, new Map([...first, ...second]), 'after two rebuilds')
  const uids = (await engine.client().getRawIndexes({ limit: 1000 })).results.map(({ uid }) => uid)
  t.equal(new Set(builds.map(({ generation }) => generation)).size, 2)
  const { results } = await engine.client().tasks.getTasks({ statuses: ['enqueued', 'processing'] })
  t.ok(
    results.length > 0 || uids.filter((uid) => uid.endsWith('-documents')).length === 1,
    'one generation is left',
  )
})

const disk = mkdtempSync(join(tmpdir(), 'bifora-disk-'))
const canMount =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=420m', 'tmpfs', disk]).status === 0
t.teardown(() => {
  if (canMount) spawnSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true, force: true })
})

t.test(
  'a full disk is named, and all is well when there is room again',
  { skip: canMount ? false : 'no disk can be mounted here' },
  async (t) => {
    const engine = await openKillable(t, disk)
    const writing = createWriting(engine, { what: 'a drill', topics: '', idleMs: 10 })
    const before = await changeMany(writing, 'a', 3)
    const filler = join(disk, 'filler')
    const megabyte = Buffer.alloc(1 << 20)
    try {
      for (;;) writeFileSync(filler, megabyte, { flag: 'a' })
    } catch {
      // Full: what the drill is about.
    }
    const put = async (id: string): Promise<unknown> =>
      writing
        .write((writer) => writer.change({ put: [smallDraft({ id, passages: ['il faro'] })] }))
        .catch((error: unknown) => error)
    t.match(await put('full'), { code: 'DISK_FULL', message: /The disk is full.*free some space/ })
    t.equal((await storedDocuments(engine)).size, 6, 'what was there can be read')
    rmSync(filler)
    t.match(await put('room'), { put: [{ id: 'room' }] }, 'there is room again')
    await writing.close()
    await check(t, engine, before, 'after that')
    await engine.close()
  },
)
