/** Filters, loading and generations on the real engine: what is stored, what is live, and what is left behind. */
import t from 'tap'
import { isIn, not } from '../../engine/filters.ts'
import { createGeneration, discard, openLive, readBuild, sweep } from '../../engine/generation.ts'
import { createLoader } from '../../engine/load.ts'
import { ask, idsByDate, matches } from '../../engine/search.ts'
import { buildGeneration, type IncomingDocument } from '../../indexer/build.ts'
import type { IdentifiedDocument } from '../../indexer/record.ts'
import { followLive } from '../../server/live.ts'
import { openTestEngine } from '../helpers/engine.ts'

const engine = await openTestEngine(t)
const signal = new AbortController().signal
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

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

/** A document of one passage. */
function documentOf(id: string, text: string): IncomingDocument {
  const document: IdentifiedDocument = {
    id,
    path: `${id}.md`,
    title: id,
    titleFrom: 'file-name',
    lang: 'it',
    date: null,
    topics: [],
    source: '',
    url: '',
    translations: [],
  }
  return {
    document,
    passages: [{ position: 0, heading: [], text, start: 0, end: text.length }],
    translations: [],
  }
}

const options = { fingerprint: 'of the test', signal }

/** Makes these documents live. */
async function publishDocuments(...ids: string[]): Promise<void> {
  await buildGeneration(
    engine,
    (async function* () {
      for (const id of ids) yield documentOf(id, `Testo di ${id}`)
    })(),
    options,
  )
}

/** Ids of the documents that are live. */
async function liveIds(): Promise<string[]> {
  const live = await openLive(engine)
  if (live === undefined) return []
  const { found } = await ask(
    { engine, indexes: live.indexes, signal },
    { found: [idsByDate(live.indexes, '', 'desc', 0, 100)] },
  )
  return found[0] ?? []
}

t.test('a value in a filter is that value, whatever is in it', async (t) => {
  const generation = await createGeneration(engine)
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
  const loader = createLoader<{ id: string; tok: string[] }>(engine, generation.documents, signal)
  for (const [index, value] of values.entries()) await loader.add({ id: `x${index}`, tok: [value] })
  await loader.finish()
  const reader = { engine, indexes: generation, signal }
  for (const [index, value] of values.entries()) {
    const { found, others } = await ask(reader, {
      found: [idsByDate(generation, isIn('tok', [value]), 'asc', 0, 100)],
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
  await discard(engine, generation)
})

t.test('a batch that the engine does not store is an error, not silence', async (t) => {
  const generation = await createGeneration(engine)
  const load = async (...records: { id: string }[]): Promise<void> => {
    const loader = createLoader(engine, generation.documents, signal)
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
  const loader = createLoader(engine, generation.documents, aborted.signal)
  await loader.add({ id: 'late' })
  aborted.abort()
  await t.rejects(loader.finish(), { name: 'AbortError' })
  await discard(engine, generation)
})

t.test('nothing built is nothing live', async (t) => {
  t.equal(await readBuild(engine), undefined)
  t.equal(await openLive(engine), undefined)
})

t.test('a new generation is not seen before it is complete, and then at once', async (t) => {
  await publishDocuments('a1', 'a2')
  t.strictSame(await liveIds(), ['a1', 'a2'])
  const before = await readBuild(engine)
  t.match(before, { documents: 2, passages: 2, fingerprint: 'of the test', isSample: false })
  const seen: string[][] = []
  await buildGeneration(
    engine,
    (async function* () {
      seen.push(await liveIds())
      yield documentOf('b1', 'Primo testo')
      seen.push(await liveIds())
      yield documentOf('b2', 'Secondo testo')
      yield documentOf('b3', 'Terzo testo')
      seen.push(await liveIds())
    })(),
    options,
  )
  t.strictSame(
    seen,
    Array.from({ length: 3 }, () => ['a1', 'a2']),
    'the old one while it is built',
  )
  t.strictSame(await liveIds(), ['b1', 'b2', 'b3'])
  const after = await readBuild(engine)
  t.not(after?.generation, before?.generation)
  const names = await indexNames()
  t.equal(names.filter((name) => name.includes(before?.generation ?? '')).length, 0, 'the old one is removed')
  t.equal(names.filter((name) => name.includes(after?.generation ?? '')).length, 3)
})

t.test('a build that fails or is stopped leaves what was live, and nothing else', async (t) => {
  await publishDocuments('a1', 'a2')
  const names = await indexNames()
  const failing = async function* () {
    yield documentOf('b1', 'Primo testo')
    throw new Error('the disk was pulled out')
  }
  await t.rejects(buildGeneration(engine, failing(), options), { message: 'the disk was pulled out' })
  t.strictSame(await indexNames(), names, 'after a failure')

  const controller = new AbortController()
  const endless = async function* () {
    for (let index = 0; ; index += 1) {
      if (index === 50) controller.abort()
      yield documentOf(`c${index}`, `Testo ${index}`)
    }
  }
  await t.rejects(buildGeneration(engine, endless(), { ...options, signal: controller.signal }), {
    name: 'AbortError',
  })
  t.strictSame(await indexNames(), names, 'after it was stopped')

  const invalid = async function* () {
    yield documentOf('not an id!', 'Testo')
  }
  await t.rejects(buildGeneration(engine, invalid(), options), { code: 'TASK_FAILED' })
  t.strictSame(await indexNames(), names, 'after the engine refused it')

  const empty = await buildGeneration(engine, (async function* () {})(), options)
  t.match(empty, { documents: 0, passages: 0 })
  t.strictSame(await indexNames(), names, 'after it found no documents')
  t.strictSame(await liveIds(), ['a1', 'a2'])
})

t.test('what a crash left behind is swept before the next build', async (t) => {
  await publishDocuments('a1')
  const names = await indexNames()
  const orphan = await createGeneration(engine)
  await engine.client().createIndex('somebody-elses', { primaryKey: 'id' }).waitTask()
  t.equal((await indexNames()).length, names.length + 4)
  await sweep(engine)
  t.strictSame(
    await indexNames(),
    [...names, 'somebody-elses'].sort(),
    'only builds of this project are removed',
  )
  t.strictSame(await liveIds(), ['a1'])
  await t.resolves(discard(engine, orphan), 'discarding twice does no harm')
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
  const generations: string[] = []
  const count = await live.reading(async ({ indexes }) => {
    generations.push(indexes.name)
    const { counts } = await ask({ engine, indexes, signal }, { counts: [matches(indexes, '')] })
    return counts[0]?.total
  })
  t.equal(count, 2, 'from the new one')
  t.equal(generations.length, 2, 'after one try on the old one')
  t.equal((await live.current()).indexes.name, generations[1], 'and the next one goes there at once')
  await t.rejects(
    live.reading(async () => {
      throw new Error('something else')
    }),
    { message: 'something else' },
    'other errors are passed on',
  )
})
