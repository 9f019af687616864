/** Filters, loading and generations on the real engine: what is stored, what is live, and what is left behind. */
import t from 'tap'
import { isIn, not } from '../../engine/filters.ts'
import {
  createGeneration,
  discard,
  generationNamed,
  publish,
  readBuild,
  sweep,
} from '../../engine/generation.ts'
import { violations } from '../../engine/invariants.ts'
import { openLive } from '../../engine/live-generation.ts'
import { createLoader } from '../../engine/load.ts'
import { ask, keysByDate, matches } from '../../engine/search.ts'
import { createDescribing } from '../../indexer/describing.ts'
import { rebuild } from '../../indexer/rebuild.ts'
import { followLive } from '../../server/live.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { openTestEngine } from '../helpers/engine.ts'

const engine = await openTestEngine(t)
const signal = new AbortController().signal
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const describing = createDescribing([])

/** Waits until the engine has done all it was told to: it removes indexes in its own time. */
async function untilIdle(): Promise<void> {
  const { results } = await engine.client().tasks.getTasks({ statuses: ['enqueued', 'processing'] })
  for (const { uid } of results) await engine.client().tasks.waitForTask(uid)
}

/** Names of all indexes of the engine. */
async function indexNames(): Promise<string[]> {
  await untilIdle()
  return (await engine.client().getRawIndexes({ limit: 1000 })).results.map(({ uid }) => uid).sort()
}

const document = (id: string) => smallDraft({ id, passages: [`Testo di ${id}`] })

/** Makes these documents the live ones, in a generation of their own. */
async function publishDocuments(...ids: string[]): Promise<void> {
  await publish(engine, await createGeneration(engine, 'of the test'))
  const { writer } = await openLiveWriter(engine)
  await writer.change({ put: ids.map(document) })
  await writer.settle()
}

/** Ids of the documents that are live. */
async function liveIds(): Promise<string[]> {
  const live = await openLive(engine)
  if (live === undefined) return []
  const reader = { engine, indexes: live.indexes, signal }
  const { found } = await ask(reader, { found: [keysByDate(live.indexes, '', 'desc', 0, 100)] })
  return (found[0] ?? []).map((key) => key.split('-')[0] ?? '')
}

t.test('a value in a filter is that value, whatever is in it', async (t) => {
  const { generation: name } = await createGeneration(engine, 'of the test')
  const generation = generationNamed(name)
  const values = [
    'plain',
    '"',
    '\\',
    '\\"',
    '" OR id EXISTS OR tok = "',
    "' OR 1 = 1",
    '"] OR id IN ["x0',
    'a,b',
    '\\\\"',
    'tab\there',
    'line\nbreak',
    '🚀 città',
    'it:c++/3',
    'x'.repeat(60),
    '_geoRadius(0,0,0)',
    'NOT',
  ]
  const loader = createLoader<{ id: string; key: string; tok: string[] }>(engine, generation.documents, {
    signal,
  })
  for (const [index, value] of values.entries())
    await loader.add({ id: `x${index}`, key: `x${index}`, tok: [value] })
  await loader.finish()
  const reader = { engine, indexes: generation, signal }
  for (const [index, value] of values.entries()) {
    const { found, others } = await ask(reader, {
      found: [keysByDate(generation, isIn('tok', [value]), 'asc', 0, 100)],
      others: [matches(generation, not(isIn('tok', [value])))],
    })
    t.strictSame(found[0], [`x${index}`], JSON.stringify(value))
    t.strictSame(
      others.map(({ total }) => total),
      [values.length - 1],
      `not ${JSON.stringify(value)}`,
    )
  }
  const { counts } = await ask(reader, {
    counts: [
      matches(generation, isIn('tok', values)),
      matches(generation, isIn('tok', [])),
      matches(generation, not(isIn('tok', []))),
    ],
  })
  t.strictSame(
    counts.map(({ total }) => total),
    [values.length, 0, values.length],
    'all of them, none, all but none',
  )
  await discard(engine, name)
})

t.test('a batch that the engine does not store is an error, not silence', async (t) => {
  const { generation: name } = await createGeneration(engine, 'of the test')
  const generation = generationNamed(name)
  const load = async (...records: { id: string }[]): Promise<void> => {
    const loader = createLoader(engine, generation.documents, { signal })
    for (const record of records) await loader.add(record)
    await loader.finish()
  }
  await t.rejects(load({ id: 'good' }, { id: 'no id at all!' }), { name: 'EngineError', code: 'TASK_FAILED' })
  await t.rejects(load({} as { id: string }), { code: 'TASK_FAILED' })
  await load({ id: 'good' })
  await load()
  const { counts } = await ask({ engine, indexes: generation, signal }, { counts: [matches(generation, '')] })
  t.strictSame(
    counts.map(({ total }) => total),
    [1],
    'what came after was stored',
  )

  const aborted = new AbortController()
  const loader = createLoader(engine, generation.documents, { signal: aborted.signal })
  await loader.add({ id: 'late' })
  aborted.abort()
  await t.rejects(loader.finish(), { name: 'AbortError' })
  await discard(engine, name)
})

t.test('nothing built is nothing live', async (t) => {
  t.equal(await readBuild(engine), undefined)
  t.equal(await openLive(engine), undefined)
  t.strictSame(await violations(engine, signal), [])
})

t.test('a rebuild is not seen before it is complete, and then at once', async (t) => {
  await publishDocuments('a1', 'a2')
  t.strictSame(await liveIds(), ['a1', 'a2'])
  const { build: before, writer } = await openLiveWriter(engine)
  const seen: string[][] = []
  const rebuilding = rebuild(writer, { engine, describing, signal })
  let isOver = false
  const watching = (async () => {
    while (!isOver) seen.push(await liveIds())
  })()
  const after = await rebuilding
  isOver = true
  await watching
  t.strictSame([...new Set(seen.map(String))], ['a1,a2'], 'the same documents all the time')
  t.not(after.generation, before.generation)
  t.match(after, { documents: 2, passages: 2 })
  t.strictSame(await violations(engine, signal), [])
  const names = await indexNames()
  t.equal(names.filter((name) => name.includes(before.generation)).length, 0, 'the old one is removed')
  t.equal(names.filter((name) => name.includes(after.generation)).length, 3)
  const { writer: next } = await openLiveWriter(engine)
  await next.change({ put: [document('a3')], remove: ['a1'] })
  t.strictSame(await liveIds(), ['a2', 'a3'], 'and changes go on there')
  await next.settle()
  t.strictSame(await violations(engine, signal), [])
})

t.test('a rebuild that fails or is stopped leaves what was live, and nothing else', async (t) => {
  await publishDocuments('a1', 'a2')
  const names = await indexNames()
  const { writer } = await openLiveWriter(engine)
  const stopped = new AbortController()
  const stopping = rebuild(writer, {
    engine,
    describing,
    signal: stopped.signal,
    onProgress: () => stopped.abort(),
  })
  await t.rejects(stopping, { name: 'AbortError' })
  t.strictSame(await indexNames(), names, 'after it was stopped')

  const failing = { ...engine, checkSpace: async () => Promise.reject(new Error('the disk was pulled out')) }
  await t.rejects(rebuild(writer, { engine: failing, describing, signal }), {
    message: 'the disk was pulled out',
  })
  t.strictSame(await indexNames(), names, 'after a failure')
  t.strictSame(await liveIds(), ['a1', 'a2'])

  const client = engine.client()
  const withoutSweep = {
    ...engine,
    client: () =>
      new Proxy(client, {
        get: (target, name) =>
          name === 'deleteIndexIfExists'
            ? () => Promise.reject(new TypeError('connection reset'))
            : Reflect.get(target, name, target),
      }),
  }
  await t.rejects(rebuild(writer, { engine: withoutSweep, describing, signal }), {
    code: 'ENGINE_UNAVAILABLE',
  })
  t.strictSame(await liveIds(), ['a1', 'a2'], 'a failure after it has become live does not take it away')
  t.strictSame(await violations(engine, signal), [])
})

t.test('what a crash left behind is swept before the next build', async (t) => {
  await publishDocuments('a1')
  await sweep(engine)
  const names = await indexNames()
  const orphan = await createGeneration(engine, 'of the test')
  await engine.client().createIndex('somebody-elses', { primaryKey: 'id' }).waitTask()
  t.equal((await indexNames()).length, names.length + 4)
  await sweep(engine)
  t.strictSame(
    await indexNames(),
    [...names, 'somebody-elses'].sort(),
    'only builds of this project are removed',
  )
  t.strictSame(await liveIds(), ['a1'])
  await t.resolves(discard(engine, orphan.generation), 'discarding twice does no harm')
})

t.test('a reader of a replaced generation is told so, and a server moves on', async (t) => {
  await publishDocuments('a1')
  const old = await openLive(engine)
  if (old === undefined) throw new Error('nothing is live')
  const live = followLive(engine, silent)
  t.teardown(() => live.close())
  t.equal((await live.current()).build.generation, old.build.generation)

  await publishDocuments('b1', 'b2')
  await untilIdle()
  const onTheOld = { engine, indexes: old.indexes, signal }
  await t.rejects(ask(onTheOld, { counts: [matches(old.indexes, '')] }), { code: 'INDEX_MISSING' })
  const count = await live.reading(async ({ indexes }) => {
    const { counts } = await ask({ engine, indexes, signal }, { counts: [matches(indexes, '')] })
    return counts[0]?.total
  })
  t.equal(count, 2, 'from the new one')
  t.not((await live.current()).build.generation, old.build.generation, 'and the next one goes there at once')
  await t.rejects(
    live.reading(async () => {
      throw new Error('something else')
    }),
    { message: 'something else' },
    'other errors are passed on',
  )
})
