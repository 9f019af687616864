/** The service while its index or its engine is missing, comes, goes and changes. */
import { setTimeout as delay } from 'node:timers/promises'
import t from 'tap'
import { appOn, get, pathsOf } from '../helpers/app.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'
import { checkProblem } from '../helpers/problem.ts'

const engine = await openTestEngine(t)
const app = await appOn(t, engine)
const ASKING = [
  '/v1/search?q=chip',
  '/v1/search',
  '/v1/topics',
  '/v1/documents/0123456789abcdef',
  '/health/ready',
]

/** Waits until an address answers with a status; the test's own time limit ends it otherwise. */
async function until(url: string, status: number): Promise<void> {
  while ((await app.inject(url)).statusCode !== status) await delay(5)
}

t.test('with nothing indexed it lives, is not ready, and says what to do', async (t) => {
  t.equal((await get(app, '/health/live')).status, 200)
  for (const url of ASKING) {
    const { statusCode: status, headers, body } = await app.inject(url)
    const problem = checkProblem(t, { status, type: String(headers['content-type']), body }, 503, url)
    t.equal(problem.type, '/problems/no-index')
    t.match(problem.detail, /bifora index/, 'what to do')
    t.match(headers['retry-after'], /^\d+$/)
  }
  t.equal((await get(app, '/docs')).status, 200, 'what it can do can be read')
})

t.test('what is indexed while it runs is served at once', async (t) => {
  await indexDocuments(engine, { 'a.md': '# Chip\n\nUn chip.', 'b.md': '# Cavo\n\nUn cavo.' })
  t.equal((await get(app, '/health/ready')).status, 200)
  t.strictSame(await pathsOf(app, { q: 'chip' }), ['a.md'])
})

t.test(
  'a new generation is picked up, in the middle of a stream of searches, without one that fails',
  async (t) => {
    const statuses = new Set<number>()
    const generations = new Set<unknown>()
    let isBuilt = false
    const searching = async (): Promise<void> => {
      for (let more = true; more; more = !isBuilt) {
        const { status, body } = await get<{ index: { generation: string } }>(
          app,
          '/v1/search?q=chip&facets=lang',
        )
        statuses.add(status)
        generations.add(body.index.generation)
      }
    }
    const searches = [searching(), searching()]
    for (const name of ['c', 'd'])
      await indexDocuments(engine, { [`${name}.md`]: '# Chip\n\nUn altro chip.' })
    isBuilt = true
    await Promise.all(searches)
    t.strictSame([...statuses], [200])
    t.ok(generations.size >= 2, `${generations.size} generations have answered`)
    // The old one answers until its indexes are gone, or until the service looks.
    while ((await pathsOf(app, { q: 'chip' }))[0] !== 'd.md') await delay(20)
    t.strictSame(await pathsOf(app, {}), ['d.md'], 'nothing of the old ones')
    t.equal((await get(app, '/health/ready')).status, 200)
  },
)

t.test('an index that lost something is not ready, whatever it is', async (t) => {
  const lose = async (kind: string, isWhole: boolean): Promise<void> => {
    const { results } = await engine.client().getRawIndexes()
    const uid = results.find((index) => index.uid.endsWith(`-${kind}`))?.uid ?? ''
    if (isWhole) return void (await engine.client().deleteIndex(uid).waitTask())
    const index = engine.client().index(uid)
    const { results: left } = await index.getDocuments({ limit: 1, fields: ['id'] })
    await index.deleteDocument(left[0]?.id).waitTask()
  }
  for (const [kind, isWhole] of [
    ['documents', false],
    ['passages', false],
    ['statistics', false],
    ['statistics', true],
    ['passages', true],
    ['documents', true],
  ] as const) {
    await indexDocuments(engine, { 'a.md': '# Chip\n\nUn chip.', 'b.md': '# Cavo\n\nUn cavo.' })
    await until('/health/ready', 200)
    await lose(kind, isWhole)
    const { statusCode: status, headers, body } = await app.inject('/health/ready')
    const why = `${isWhole ? 'all' : 'some'} of ${kind}`
    const problem = checkProblem(t, { status, type: String(headers['content-type']), body }, 503, why)
    t.equal(problem.type, '/problems/engine-unavailable')
    t.match(problem.detail, /^The index is damaged: .*bifora index/)
    if (!isWhole) t.equal((await get(app, '/v1/search')).status, 200, 'what is left can still be found')
  }
})

t.test('while the engine does not move everybody is told so, and health past them', async (t) => {
  await indexDocuments(engine, { 'a.md': '# Chip\n\nUn chip.' })
  await until('/health/ready', 200)
  const pid = engine.pid()
  process.kill(pid, 'SIGSTOP')
  try {
    const searches = Array.from({ length: 200 }, () => app.inject('/v1/search?q=chip'))
    t.equal((await get(app, '/health/live')).status, 200)
    for (const asked of [app.inject('/health/ready'), ...searches]) {
      const { statusCode, headers } = await asked
      if (statusCode !== 503) t.fail(`answered ${statusCode}`)
      if (!/^\d+$/.test(String(headers['retry-after']))) t.fail('without the time to come again')
    }
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  await until('/health/ready', 200)
  t.strictSame(await pathsOf(app, { q: 'chip' }), ['a.md'])
})

t.test('while the engine is down it says so, and it recovers by itself', async (t) => {
  await indexDocuments(engine, { 'a.md': '# Chip\n\nUn chip.' })
  for (let crash = 1; crash <= 2; crash += 1) {
    const pid = engine.pid()
    process.kill(pid, 'SIGKILL')
    await until('/health/ready', 503)
    for (const url of ASKING) {
      const { statusCode: status, headers, body } = await app.inject(url)
      // It may be back before all have been asked.
      if (status !== 503) continue
      const problem = checkProblem(t, { status, type: String(headers['content-type']), body }, 503, url)
      t.equal(problem.type, '/problems/engine-unavailable')
      t.match(headers['retry-after'], /^\d+$/)
    }
    t.equal((await get(app, '/health/live')).status, 200, 'the process itself is up')
    await until('/health/ready', 200)
    t.not(engine.pid(), pid, 'another process')
    t.strictSame(await pathsOf(app, { q: 'chip' }), ['a.md'], 'nothing is lost')
  }
})
