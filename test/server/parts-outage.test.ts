/**
 * An index on three servers, of which one is killed, frozen or slow: searches are answered without it and say so, what is
 * said to be whole is whole, and all is whole again by itself.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { createRandom } from '../../bench/random.ts'
import type { Engine } from '../../engine/engine.ts'
import { partOf } from '../../engine/parts/placement.ts'
import { spreadOver } from '../../engine/parts/spread.ts'
import type { App } from '../../server/app.ts'
import { appOn, get, type SearchResponse, searchUrl } from '../helpers/app.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { openServers, openSpread, serverOf } from '../helpers/parts.ts'

const IDS = Array.from({ length: 30 }, (_, index) => `d${index}`)
const PARTS = [0, 1, 2]
/** When it counts as never. */
const PATIENCE_MS = 30_000
const SEED = Number(process.env.SEED ?? 1)

const placed = (part: number): string[] => IDS.filter((id) => partOf(id, { parts: 3 }) === part)
/** All documents but those of some parts, by their numbers from 1. */
const without = (missing: readonly number[]): string[] =>
  PARTS.filter((part) => !missing.includes(part + 1)).flatMap(placed)

const asked = { q: 'porto', size: 100, facets: 'lang', sort: '-date' }

async function fill(engine: Engine): Promise<void> {
  const { writer } = await openLiveWriter(engine)
  await writer.change({
    put: IDS.map((id) => smallDraft({ id, passages: ['Il porto è aperto alle navi.'] })),
  })
  await writer.settle()
}

/**
 * What an answer says, compared with what it may say. A part that goes away between counting and showing is missing from
 * the page alone: what was counted is no less a lower bound.
 *
 * @param isSettled whether nothing comes and goes meanwhile
 */
function wrongIn({ total, results, facets, partial }: SearchResponse, isSettled = true): string | undefined {
  const there = without(partial?.missing ?? [])
  if (partial !== undefined && !isSettled) {
    const ids = new Set(results.map(({ id }) => id))
    const isRight =
      total.relation === 'gte' &&
      total.value >= there.length &&
      total.value <= IDS.length &&
      there.every((id) => ids.has(id))
    return isRight ? undefined : `without ${partial.missing}: ${JSON.stringify({ total, ids: [...ids] })}`
  }
  const got = {
    total,
    ids: results.map(({ id }) => id).sort(),
    counted: facets.lang?.buckets.find(({ value }) => value === 'it')?.count ?? 0,
  }
  const want = {
    total: { value: there.length, relation: partial === undefined ? 'eq' : 'gte' },
    ids: [...there].sort(),
    counted: there.length,
  }
  return JSON.stringify(got) === JSON.stringify(want)
    ? undefined
    : `without ${partial?.missing}: ${JSON.stringify({ got, want })}`
}

const ask = async (app: App, params: Record<string, string | number> = asked, lang = 'en') =>
  get<SearchResponse>(app, searchUrl(params), { 'accept-language': lang })

async function until(what: string, is: () => Promise<boolean>): Promise<void> {
  const untilMs = performance.now() + PATIENCE_MS
  while (!(await is())) {
    if (performance.now() > untilMs) throw new Error(`never: ${what}`)
    await sleep(50)
  }
}

const isWhole = async (app: App): Promise<boolean> => {
  const { status, body } = await ask(app)
  return status === 200 && body.partial === undefined && wrongIn(body) === undefined
}

/** A part that is away is told by the answer, by the health of the service, and by what cannot be answered without it. */
async function isAway(t: Test, app: App, part: number, why: string, isSlow = false): Promise<void> {
  await until(`${why} is noticed`, async () => (await ask(app)).body.partial !== undefined)
  const { status, body, headers } = await ask(app)
  t.equal(status, 200, why)
  t.strictSame(body.partial, { parts: 3, missing: [part + 1] }, why)
  t.equal(wrongIn(body), undefined, why)
  t.match(body.warnings[0], new RegExp(`of the 3 parts of the index, part ${part + 1} does not answer`))
  t.match((await ask(app, asked, 'it')).body.warnings[0], new RegExp(`la parte ${part + 1} al momento non`))
  t.notOk(headers.etag, `${why}: it is not to be remembered`)
  const [own = ''] = placed(part)
  const [other = ''] = placed((part + 1) % 3)
  // Who needs a slow part waits for it.
  if (!isSlow) {
    const { status } = await get(app, `/v1/documents/${own}`)
    t.equal(status, 503, `${why}: whether it is there nobody knows`)
    t.equal((await get(app, '/v1/export?q=porto')).status, 503, `${why}: no export is called whole`)
  }
  t.equal((await get(app, `/v1/documents/${other}`)).status, 200, `${why}: others can be read`)
  const ready = await get(app, '/health/ready')
  t.match(ready, { status: 200, body: { partial: { missing: [part + 1] } } }, `${why}: it answers searches`)
  for (const url of ['/v1/stats', '/v1/topics', '/v1/facets/lang', '/v1/coverage', '/v1/suggest?q=nav']) {
    t.match(await get(app, url), { status: 200 }, `${why}: ${url}`)
  }
  t.match((await get(app, '/v1/stats')).body, {
    partial: { missing: [part + 1] },
    documents: without([part + 1]).length,
  })
}

t.test('a frozen part is left out, whichever it is, and is back by itself', async (t) => {
  const servers = await openServers(t, 3)
  const engine = await openSpread(t, servers)
  await fill(engine)
  const app = await appOn(t, engine)
  await until('all is whole', () => isWhole(app))
  t.ok((await ask(app)).headers.etag)
  for (const part of PARTS) {
    servers[part]?.signal('SIGSTOP')
    try {
      await isAway(t, app, part, `part ${part + 1} frozen`)
    } finally {
      servers[part]?.signal('SIGCONT')
    }
    await until('all is whole again', () => isWhole(app))
  }
})

t.test('a slow part is left out until it is fast again', async (t) => {
  const servers = await openServers(t, 3)
  let delayMs = 0
  const engine = await spreadOver(
    servers.map((server, index) => {
      const own = serverOf(server)
      if (index !== 1) return own
      return {
        ...own,
        read: async (...call) => {
          if (delayMs > 0) await sleep(delayMs)
          return own.read(...call)
        },
      }
    }),
    { logger: { debug() {}, info() {}, warn() {}, error() {} } },
  )
  t.teardown(() => engine.close())
  await fill(engine)
  const app = await appOn(t, engine)
  await until('all is whole', () => isWhole(app))
  delayMs = 3_500
  await isAway(t, app, 1, 'part 2 slow', true)
  delayMs = 0
  await until('all is whole again', () => isWhole(app))
})

t.test(
  `under load, while parts are killed and frozen, no answer says what is not so (SEED=${SEED})`,
  async (t) => {
    const random = createRandom(SEED)
    const servers = await openServers(t, 3)
    const engine = await openSpread(t, servers, { restMs: 500 })
    await fill(engine)
    const app = await appOn(t, engine)
    await until('all is whole', () => isWhole(app))
    let isOver = false
    const counts = { whole: 0, partial: 0, refused: 0 }
    const wrong: string[] = []
    const client = async (): Promise<void> => {
      while (!isOver) {
        const { status, body } = await ask(app)
        if (status === 503) counts.refused += 1
        else if (body.partial === undefined) counts.whole += 1
        else counts.partial += 1
        const found = status === 200 ? wrongIn(body, false) : undefined
        if (found !== undefined) wrong.push(found)
        await sleep(5)
      }
    }
    const clients = Promise.all([client(), client(), client(), client()])
    for (let round = 0; round < 6; round += 1) {
      const server = servers[round % 3]
      if (random.below(2) === 0) await server?.kill()
      else {
        server?.signal('SIGSTOP')
        await until('it is noticed', async () => (await ask(app)).body.partial !== undefined)
        server?.signal('SIGCONT')
      }
      await until('all is whole again', () => isWhole(app))
    }
    isOver = true
    await clients
    t.strictSame(wrong, [])
    t.ok(counts.whole > 0 && counts.partial > 0, JSON.stringify(counts))
  },
)

t.test('writing waits for all parts, and goes on when they are back', async (t) => {
  const servers = await openServers(t, 3)
  const engine = await openSpread(t, servers)
  await fill(engine)
  servers[2]?.signal('SIGSTOP')
  const { writer } = await (async () => {
    try {
      await t.rejects(openLiveWriter(engine), { code: 'ENGINE_UNAVAILABLE' })
    } finally {
      servers[2]?.signal('SIGCONT')
    }
    return openLiveWriter(engine)
  })()
  const changed = await writer.change({ remove: ['d0', 'd1', 'd2', 'd3', 'd4', 'nessuno'] })
  t.strictSame([...changed.removed].sort(), ['d0', 'd1', 'd2', 'd3', 'd4'])
  await writer.settle()
})
