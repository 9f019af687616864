/**
 * An index grows from two servers to three while it is searched: nothing is lost or found twice at any moment, and what was
 * interrupted goes on. `ROUNDS=40 SEED=7` for more interruptions, and others.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { createRandom } from '../../../bench/random.ts'
import type { Engine } from '../../../engine/engine.ts'
import { countRecords } from '../../../engine/fetch.ts'
import { generationNamed, readBuild } from '../../../engine/generation.ts'
import { violations } from '../../../engine/invariants.ts'
import { partOf } from '../../../engine/parts/placement.ts'
import { type RebalanceOptions, rebalance } from '../../../engine/parts/rebalance.ts'
import type { App } from '../../../server/app.ts'
import { appOn, get, type SearchResponse, searchUrl } from '../../helpers/app.ts'
import { openLiveWriter, type SmallDocument, smallDraft } from '../../helpers/drafts.ts'
import { openServers, openSpread } from '../../helpers/parts.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 5)
const SEED = Number(process.env.SEED ?? 1)
/** Services look for a new live record three times a second; where others keep the machine busy, less often. */
const SETTLE_MS = 3_000
const DOCUMENTS = 240
const signal = new AbortController().signal

const documentOf = (id: string, more: Partial<SmallDocument> = {}): SmallDocument => ({
  id,
  passages: ['Il porto è aperto.', `La nave ${id} entra.`],
  year: 2000 + (id.length % 7),
  ...more,
})
const IDS = Array.from({ length: DOCUMENTS }, (_, index) => `d${index}`)

async function fill(engine: Engine): Promise<void> {
  const { writer } = await openLiveWriter(engine)
  await writer.change({ put: IDS.map((id) => smallDraft(documentOf(id))) })
  await writer.settle()
}

async function spread(engine: Engine, options: Partial<RebalanceOptions> = {}) {
  const { writer } = await openLiveWriter(engine, { settleMs: SETTLE_MS })
  return rebalance(engine, writer, { signal, settleMs: SETTLE_MS, documentsAStep: 12, ...options })
}

/** Clients that search all the time, and what was wrong with what they got. */
function searching(app: App, count: number): { stop: () => Promise<{ asked: number; wrong: string[] }> } {
  const wrong: string[] = []
  let asked = 0
  let isOver = false
  const client = async (number: number): Promise<void> => {
    for (let turn = number; !isOver; turn += 1) {
      const page = 1 + (turn % 3)
      const url = searchUrl({ q: 'porto', size: 100, page, facets: 'lang,year', sort: '-date' })
      const { status, body } = await get<SearchResponse>(app, url)
      asked += 1
      // A busy machine may have none in time.
      if (status === 503) continue
      const { total, results, facets, partial } = body
      if (partial !== undefined) continue
      const ids = new Set(results.map(({ id }) => id))
      const counted = facets.lang?.buckets.find(({ value }) => value === 'it')?.count
      const isRight =
        total.value === DOCUMENTS &&
        total.relation === 'eq' &&
        counted === DOCUMENTS &&
        results.length === Math.min(100, DOCUMENTS - (page - 1) * 100) &&
        ids.size === results.length
      if (!isRight) wrong.push(`page ${page}: ${JSON.stringify({ total, counted, ids: ids.size })}`)
      const id = IDS[turn % DOCUMENTS]
      const document = await get(app, `/v1/documents/${id}`)
      if (document.status !== 200 && document.status !== 503) wrong.push(`${id}: ${document.status}`)
      await sleep(5)
    }
  }
  const clients = Promise.all(Array.from({ length: count }, (_, number) => client(number)))
  return {
    stop: async () => {
      isOver = true
      await clients
      return { asked, wrong }
    },
  }
}

/** Each part has its documents, and no other. */
async function isPlaced(t: Test, engine: Engine, ids: readonly string[]): Promise<void> {
  const build = await readBuild(engine, signal)
  const parts = build?.parts ?? 1
  const indexes = generationNamed(build?.generation ?? '')
  for (const [number, part] of (engine.parts?.all ?? []).entries()) {
    const own = ids.filter((id) => partOf(id, { parts }) === number)
    const { results, total } = (await part.read(`indexes/${indexes.documents}/documents/fetch`, {
      limit: 1000,
      fields: ['id'],
    })) as { results: { id: string }[]; total: number }
    t.strictSame(results.map(({ id }) => id).sort(), [...own].sort(), `part ${number + 1} has ${total}`)
    const passages = (await part.read(`indexes/${indexes.passages}/documents/fetch`, { limit: 1 })) as {
      total: number
    }
    t.equal(passages.total, own.length * 2)
  }
}

t.test('two servers become three under load: about a third moves, and every answer is right', async (t) => {
  const servers = await openServers(t, 3)
  await fill(await openSpread(t, servers.slice(0, 2)))
  const engine = await openSpread(t, servers)
  t.equal((await readBuild(engine))?.parts, 2, 'a further server is not used by itself')
  await isPlaced(t, await openSpread(t, servers.slice(0, 2)), IDS)
  // Another process, which only follows the live record.
  const app = await appOn(t, await openSpread(t, servers))
  t.equal((await get(app, '/health/ready')).status, 200)
  const clients = searching(app, 3)
  const told: number[] = []
  const done = await spread(engine, { onProgress: (documents) => told.push(documents) })
  const { asked, wrong } = await clients.stop()
  t.strictSame(wrong, [], `${asked} searches`)
  t.match(done, { from: 2, to: 3, passages: done.documents * 2 })
  t.ok(Math.abs(done.documents / DOCUMENTS - 1 / 3) < 0.1, `${done.documents} of ${DOCUMENTS} have moved`)
  t.strictSame(
    [...told].sort((a, b) => a - b),
    told,
  )
  t.equal(told.at(-1), done.documents)
  const build = await readBuild(engine)
  t.equal(build?.parts, 3)
  t.notOk(build?.moving)
  await isPlaced(t, engine, IDS)
  t.strictSame(await violations(engine, signal), [])
  t.equal((await get(app, '/health/ready')).status, 200)
  t.match(await spread(engine), { from: 3, to: 3, documents: 0 }, 'there is nothing more to do')
})

t.test(`interrupted at any moment it goes on (SEED=${SEED})`, async (t) => {
  const random = createRandom(SEED)
  const servers = await openServers(t, 3)
  await fill(await openSpread(t, servers.slice(0, 2)))
  const app = await appOn(t, await openSpread(t, servers))
  const clients = searching(app, 2)
  for (let round = 1; round <= ROUNDS; round += 1) {
    // As a process that ends and one that is begun: nothing is left in memory.
    const engine = await openSpread(t, servers)
    const ending = new AbortController()
    const timer = setTimeout(() => ending.abort(), random.below(4_000))
    await spread(engine, { signal: ending.signal }).catch(() => {})
    clearTimeout(timer)
    if (round % 2 === 0) continue
    // Somebody writes in between: whatever was left is put right first.
    const other = await openSpread(t, servers)
    const { writer } = await openLiveWriter(other, { settleMs: SETTLE_MS })
    await writer.change({ put: random.sample(IDS, 20).map((id) => smallDraft(documentOf(id))) })
    await writer.settle()
    t.strictSame(await violations(other, signal), [], `after ${round} interruptions`)
    const build = await readBuild(other)
    const reader = { engine: other, indexes: writer.indexes, signal }
    const { documents, passages } = await countRecords(reader, {
      epoch: build?.epoch ?? 0,
      folded: 0,
      seen: writer.last(),
    })
    t.strictSame({ documents, passages }, { documents: DOCUMENTS, passages: DOCUMENTS * 2 })
  }
  const engine = await openSpread(t, servers)
  t.match(await spread(engine), { to: 3 })
  const { asked, wrong } = await clients.stop()
  t.strictSame(wrong, [], `${asked} searches`)
  await isPlaced(t, engine, IDS)
  t.strictSame(await violations(engine, signal), [])
})

t.test(
  'one server becomes two; a service that was not told of the second refuses rather than count half',
  async (t) => {
    const servers = await openServers(t, 2)
    const [alone] = servers
    if (alone === undefined) throw new Error('two were started')
    await fill(alone)
    const uninformed = await appOn(t, alone)
    t.equal((await get(uninformed, searchUrl({ q: 'porto' }))).status, 200)
    const engine = await openSpread(t, servers)
    const app = await appOn(t, engine)
    t.match(await spread(engine, { documentsAStep: 1000 }), { from: 1, to: 2 })
    t.match(await get(app, searchUrl({ q: 'porto' })), {
      body: { total: { value: DOCUMENTS, relation: 'eq' } },
    })
    t.equal((await get(uninformed, searchUrl({ q: 'porto' }))).status, 503)
    await isPlaced(t, engine, IDS)
  },
)
