/** The writer on the real engine: what a change does, what one leaves that fails half-way, and who may write. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import t from 'tap'
import { CATALOG } from '../../engine/catalog.ts'
import type { ChangeRecord } from '../../engine/changes.ts'
import type { Draft } from '../../engine/drafts.ts'
import { documentsById } from '../../engine/fetch.ts'
import { fold } from '../../engine/fold.ts'
import { putBuild, readBuild } from '../../engine/generation.ts'
import { violations } from '../../engine/invariants.ts'
import { acquireLease, type Holder } from '../../engine/lease.ts'
import { openLive } from '../../engine/live-generation.ts'
import { enqueueRecords, untilDone } from '../../engine/load.ts'
import { createWriting } from '../../engine/writing.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { openTestEngine } from '../helpers/engine.ts'

const engine = await openTestEngine(t)
const signal = new AbortController().signal

const draft = (id: string, ...passages: string[]): Draft => smallDraft({ id, passages })

/** Every document with its revision, as `a@1`. */
async function revisions(): Promise<string[]> {
  const live = await openLive(engine)
  if (live === undefined) return []
  const { results } = (await engine.read(`indexes/${live.indexes.documents}/documents/fetch`, {
    limit: 1000,
  })) as {
    results: { id: string; revision: number }[]
  }
  return results.map(({ id, revision }) => `${id}@${revision}`).sort()
}

/** The statistics as a server loads them, as lists that can be compared. */
async function statistics() {
  const live = await openLive(engine)
  if (live === undefined) return undefined
  const terms = [...live.statistics.languages.keys()].flatMap((lang) =>
    [...live.statistics.terms(lang)].map(
      ({ term, documents, levels }) => `${lang} ${term} ${documents} ${levels}`,
    ),
  )
  return { counts: live.counts, languages: [...live.statistics.languages], terms: terms.sort() }
}

t.test('documents come, are replaced and go, and everything follows', async (t) => {
  const changes: ChangeRecord[] = []
  const { writer } = await openLiveWriter(engine, { onChange: (change) => changes.push(change) })
  const first = await writer.change({ put: [draft('a', 'il porto', 'la nave'), draft('b', 'il porto')] })
  t.match(first, {
    empty: [],
    removed: [],
    put: [
      { id: 'a', passages: 2 },
      { id: 'b', passages: 1 },
    ],
  })
  const { number } = first
  await writer.settle()
  t.strictSame(await violations(engine, signal), [], 'after they came')
  t.strictSame(await revisions(), [`a@${number}`, `b@${number}`])

  t.match(await writer.change({ put: [draft('a', 'la nave bianca')] }), { number: number + 1, removed: [] })
  t.match(await writer.change({ remove: ['b', 'unknown'] }), { put: [], removed: ['b'] })
  t.match(await writer.change({ put: [draft('c', 'porto')], remove: ['a'] }), { removed: ['a'] })
  await writer.settle()
  t.strictSame(await violations(engine, signal), [], 'after some went')
  t.strictSame(await revisions(), [`c@${number + 3}`])
  t.strictSame(
    changes.map(({ documents, passages }) => [documents, passages]),
    [
      [2, 3],
      [0, -1],
      [-1, -1],
      [0, 0],
    ],
    'what each change did to the counts',
  )
  const nothing = await writer.change({})
  t.equal(nothing.number, number + 3, 'nothing to do is no change')
  t.match(await writer.change({ remove: ['unknown'] }), { removed: [] })
  await writer.settle()
  t.strictSame(await violations(engine, signal), [])
})

t.test('what a request says twice happens once', async (t) => {
  const { writer } = await openLiveWriter(engine)
  await writer.change({ put: [draft('a', 'porto'), draft('b', 'porto')] })
  const both = await writer.change({
    put: [draft('a', 'nave'), draft('a', 'faro', 'molo')],
    remove: ['a', 'b', 'b'],
  })
  t.match(both, { put: [{ id: 'a', passages: 2 }], removed: ['b'] }, 'the last one comes, and does not go')
  await writer.settle()
  t.strictSame(await violations(engine, signal), [])
  await writer.change({ remove: ['a', 'c'] })
  await writer.settle()
})

t.test('a draft without passages leaves what was there', async (t) => {
  const { writer } = await openLiveWriter(engine)
  const { number } = await writer.change({ put: [draft('a', 'porto')] })
  t.match(await writer.change({ put: [draft('a'), draft('b', 'nave')] }), {
    empty: ['a'],
    put: [{ id: 'b' }],
  })
  t.match(await writer.change({ put: [draft('c')] }), { empty: ['c'], put: [] })
  t.strictSame(await revisions(), [`a@${number}`, `b@${number + 1}`])
  t.match(await writer.change({ put: [draft('b')], remove: ['b'] }), { empty: ['b'], removed: ['b'] })
  await writer.settle()
  t.strictSame(await revisions(), [`a@${number}`], 'what is to go goes all the same')
  t.strictSame(await violations(engine, signal), [])
})

t.test('a change that fails, is aborted or refused leaves nothing', async (t) => {
  const before = await revisions()
  const counted = await statistics()
  const long = 'porto '.repeat(2000)
  const breaking = async function* () {
    // More than a batch, so that some of it is stored.
    for (let position = 0; position < 400; position += 1) {
      for await (const passage of draft('x', `${long}${position}`).passages) yield { ...passage, position }
    }
    throw new Error('the file broke off')
  }
  const { writer } = await openLiveWriter(engine)
  await t.rejects(writer.change({ put: [{ ...draft('x'), passages: breaking() }] }), {
    message: 'the file broke off',
  })
  t.strictSame(await revisions(), before)
  await writer.settle()
  t.strictSame(await violations(engine, signal), [], 'its passages are gone')

  const refused = draft('not an id!', 'porto')
  await t.rejects(writer.change({ put: [draft('a', 'altro'), refused] }), { code: 'ENGINE_REFUSED' })
  t.strictSame(await revisions(), before)
  t.strictSame(await statistics(), counted)

  const aborting = new AbortController()
  const { writer: aborted } = await openLiveWriter(engine, { signal: aborting.signal })
  const endless = async function* () {
    for (let position = 0; ; position += 1) {
      if (position === 300) aborting.abort()
      for await (const passage of draft('x', `${long}${position}`).passages) yield { ...passage, position }
    }
  }
  await t.rejects(aborted.change({ put: [{ ...draft('x'), passages: endless() }] }), { name: 'AbortError' })
  const { writer: next } = await openLiveWriter(engine)
  t.strictSame(await violations(engine, signal), [], 'whoever writes next clears it away')
  t.strictSame(await statistics(), counted)
  await next.change({ put: [draft('x', 'porto')] })
  await next.change({ remove: ['x'] })
  await next.settle()
})

t.test('while one change is stored, the next one comes in; where it fails, so does the next', async (t) => {
  const before = await revisions()
  const order: number[] = []
  const { writer } = await openLiveWriter(engine, { onChange: ({ number }) => order.push(number) })
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const slow = async function* () {
    for await (const passage of draft('p', 'porto').passages) yield passage
    await held
  }
  const first = writer.change({ put: [{ ...draft('p'), passages: slow() }, draft('q', 'nave')] })
  const second = writer.change({ put: [draft('r', 'faro')], remove: ['q'] })
  release()
  const numbers = [(await first).number, (await second).number]
  t.strictSame(order, numbers, 'they happen in their order')
  t.match(await second, { removed: ['q'] }, 'the second one sees what the first one did')
  const both = [`p@${numbers[0]}`, `r@${numbers[1]}`]
  t.strictSame(await revisions(), [...before, ...both].sort())
  await writer.settle()
  t.strictSame(await violations(engine, signal), [])

  const failing = async function* () {
    for await (const passage of draft('p', 'molo').passages) yield passage
    throw new Error('the file broke off')
  }
  const broken = writer.change({ put: [{ ...draft('p'), passages: failing() }] })
  const after = writer.change({ put: [draft('s', 'molo')] })
  await t.rejects(broken, { message: 'the file broke off' })
  await t.rejects(after, { message: 'the file broke off' })
  t.strictSame(await revisions(), [...before, ...both].sort())
  await writer.change({ put: [draft('s', 'molo')] })
  await writer.change({ remove: ['p', 'r', 's'] })
  await writer.settle()
  t.strictSame(await violations(engine, signal), [], 'and then everything goes on')
})

t.test('a change that was cut off is finished if its documents are there, and undone if not', async (t) => {
  const before = await revisions()
  const lost = new Error('lost')
  /** A writer that is stopped at its n-th step. */
  const stoppedAt = async (n: number) => {
    let step = 0
    const check = () => {
      step += 1
      if (step >= n) throw lost
    }
    const { writer } = await openLiveWriter(engine, { check })
    return writer
  }
  const request = () => ({ put: [draft('n', 'faro')], remove: ['a'] })
  const outcomes: string[] = []
  for (let n = 1; n < 20; n += 1) {
    const writer = await stoppedAt(n)
    const acknowledged = await writer.change(request()).then(
      () => true,
      () => false,
    )
    await writer.settle().catch(() => {})
    const { writer: next } = await openLiveWriter(engine)
    t.strictSame(await violations(engine, signal), [], `stopped at step ${n}`)
    const ids = (await revisions()).map((one) => one.split('@')[0]).join()
    outcomes.push(ids)
    if (acknowledged) t.equal(ids, 'n', 'what was acknowledged has happened')
    await next.change({ put: [draft('a', 'porto')], remove: ['n'] })
    await next.settle()
    if (acknowledged) break
  }
  t.ok(outcomes.includes('a'), 'undone before')
  t.equal(outcomes.at(-1), 'n', 'finished after')
  t.strictSame([...new Set(outcomes)].sort(), ['a', 'n'], 'never anything between')
  t.equal((await revisions()).length, before.length)
})

t.test('a change whose cleaning up failed does not stop the next one', async (t) => {
  let isFailing = false
  const check = () => {
    if (isFailing) throw new Error('for a moment')
  }
  const { writer } = await openLiveWriter(engine, { check, onChange: () => (isFailing = true) })
  await writer.change({ put: [draft('a', 'molo')] })
  isFailing = false
  const changed = await writer.change({ put: [draft('b', 'molo')] })
  t.match(changed, { put: [{ id: 'b' }] })
  isFailing = false
  await writer.settle()
  t.strictSame(await violations(engine, signal), [])
})

t.test('folding changes nothing that anybody sees', async (t) => {
  const { writer } = await openLiveWriter(engine)
  for (let round = 0; round < 12; round += 1) {
    await writer.change({ put: [draft(`f${round}`, `nave ${round}`, 'porto')], remove: [`f${round - 3}`] })
  }
  await writer.settle()
  const before = await statistics()
  t.ok(writer.unfolded() > 0)
  const build = await fold(engine, writer, signal)
  t.equal(build.folded, writer.last())
  t.equal(writer.unfolded(), 0)
  t.strictSame(await statistics(), before)
  t.strictSame(await violations(engine, signal), [])
  await writer.change({ remove: ['f11', 'f10'] })
  await fold(engine, writer, signal)
  await fold(engine, writer, signal)
  t.strictSame(await violations(engine, signal), [], 'again, and with nothing to fold')

  await writer.change({ put: [draft('g', 'faro')] })
  const stale = await openLiveWriter(engine)
  await fold(engine, writer, signal)
  await fold(engine, stale.writer, signal)
  t.strictSame(await violations(engine, signal), [], 'by a writer that was not told of the last fold')
})

t.test('statistics are loaded whole, even while they are folded', async (t) => {
  const { writer } = await openLiveWriter(engine)
  await writer.change({ put: [draft('h', 'faro')] })
  await writer.settle()
  const want = await statistics()
  let isFolded = false
  const folding = {
    ...engine,
    read: async (path: string, body: object, of?: AbortSignal) => {
      if (!isFolded && 'filter' in body && String(body.filter).startsWith('epoch')) {
        isFolded = true
        await fold(engine, writer, signal)
      }
      return engine.read(path, body, of)
    },
  }
  const live = await openLive(folding)
  t.ok(isFolded)
  t.equal(live?.build.epoch, (await readBuild(engine))?.epoch)
  t.strictSame(live?.counts, want?.counts)
  t.strictSame([...(live?.statistics.languages ?? [])], want?.languages)
})

t.test('the invariants see each kind of damage', async (t) => {
  const { writer } = await openLiveWriter(engine)
  await writer.change({ put: [draft('d1', 'porto', 'nave'), draft('d2', 'porto')] })
  await writer.settle()
  t.strictSame(await violations(engine, signal), [])
  const live = await readBuild(engine)
  if (live === undefined) throw new Error('nothing is live')
  const { indexes } = writer
  const reader = { engine, indexes, signal }
  const [d1] = await documentsById(reader, ['d1'])
  const put = async (index: string, record: { id: string }, mode: 'replace' | 'update' = 'update') =>
    untilDone(engine, await enqueueRecords(engine, index, [record], mode))
  const passage = (await engine.read(`indexes/${indexes.passages}/documents/fetch`, {
    ids: [`${d1?.key}-1`],
  })) as { results: { id: string }[] }
  const [second] = passage.results
  if (d1 === undefined || second === undefined) throw new Error('d1 is not there')
  const cases: [
    why: string,
    damage: () => Promise<void>,
    mend: (() => Promise<void>) | undefined,
    want: RegExp,
  ][] = [
    [
      'a passage is missing',
      async () => {
        const { taskUid } = await engine.client().index(indexes.passages).deleteDocument(second.id)
        await untilDone(engine, taskUid)
      },
      () => put(indexes.passages, second, 'replace'),
      /Document d1 has 1 of its 2 passages\./,
    ],
    [
      'a passage is nobody’s',
      () =>
        put(
          indexes.passages,
          { ...second, id: 'x-1-0', document: 'x-1', position: 0 } as { id: string },
          'replace',
        ),
      async () => {
        const { taskUid } = await engine.client().index(indexes.passages).deleteDocument('x-1-0')
        await untilDone(engine, taskUid)
      },
      /Passage x-1-0 belongs to no document at its revision\./,
    ],
    [
      'a document is at another revision',
      () => put(indexes.documents, { id: 'd1', revision: 9999 } as { id: string }),
      () => put(indexes.documents, { id: 'd1', revision: d1.revision } as { id: string }),
      /Document d1 has revision 9999, but the key/,
    ],
    [
      'a document lost its terms',
      () => put(indexes.documents, { id: 'd2', tok: [] } as { id: string }),
      () => put(indexes.documents, { id: 'd2', tok: ['it:porto'] } as { id: string }),
      /Document d2 is filed under other terms/,
    ],
    [
      'counts are wrong',
      () => putBuild(engine, { ...live, documents: live.documents + 1, passages: live.passages - 2 }),
      () => putBuild(engine, live),
      /The index counts \d+ documents, and there are \d+\./,
    ],
    [
      'totals are wrong',
      () =>
        putBuild(engine, {
          ...live,
          languages: live.languages.map((one) => ({ ...one, length: one.length + 1 })),
        }),
      () => putBuild(engine, live),
      /Totals of "it" are .*, and a recount gives/,
    ],
    [
      'a change is unfinished',
      () => put(indexes.statistics, { id: `change-${writer.last()}`, isDone: false } as { id: string }),
      () => put(indexes.statistics, { id: `change-${writer.last()}`, isDone: true } as { id: string }),
      /Change \d+ is not finished\./,
    ],
    [
      'a change is gone',
      async () => {
        await fold(engine, writer, signal)
        const { taskUid } = await engine.client().index(indexes.statistics).deleteAllDocuments()
        await untilDone(engine, taskUid)
      },
      undefined,
      /Term "porto" of "it" is counted in 0 documents/,
    ],
  ]
  for (const [why, damage, mend, want] of cases) {
    await damage()
    t.match((await violations(engine, signal)).join('\n'), want, why)
    if (mend === undefined) continue
    await mend()
    t.strictSame(await violations(engine, signal), [], `${why}: mended`)
  }
  // The tests after this one begin with nothing.
  await engine.client().deleteIndexIfExists(CATALOG)
})

t.test('of two that want to write one waits for the other', async (t) => {
  const order: string[] = []
  const first = createWriting(engine, { what: 'the first', topics: '', idleMs: 50 })
  const waited: Holder[] = []
  const second = createWriting(engine, {
    what: 'the second',
    topics: '',
    idleMs: 50,
    onWaiting: (holder) => waited.push(holder),
  })
  let go = (): void => {}
  const isHeld = new Promise<void>((resolve) => {
    go = resolve
  })
  const one = first.write(async (writer) => {
    order.push('first begins')
    await isHeld
    await writer.change({ put: [draft('w1', 'porto')] })
    order.push('first ends')
  })
  while (order.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  const two = second.write(async (writer) => {
    order.push('second begins')
    await writer.change({ put: [draft('w2', 'nave')] })
  })
  while (waited.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  go()
  await Promise.all([one, two])
  t.strictSame(order, ['first begins', 'first ends', 'second begins'])
  t.strictSame(waited, [{ what: 'the first', pid: process.pid, host: hostname() }])
  await Promise.all([first.close(), second.close()])
  const third = await acquireLease(engine, {
    what: 'the third',
    signal,
    onWaiting: ({ what }) => t.fail(`nobody holds it afterwards, and not ${what}`),
  })
  await third.release()
  t.strictSame(await violations(engine, signal), [])
  await t.rejects(
    first.write(async () => {}),
    { name: 'AbortError' },
    'what is closed does not write',
  )
})

t.test('who is gone does not keep others from writing', async (t) => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  const lease = await acquireLease(engine, { what: 'the one before', signal })
  await lease.release()
  const { results } = (await engine.read(`indexes/${CATALOG}/documents/fetch`, { ids: ['lease'] })) as {
    results: { number: number; id: string }[]
  }
  const [record] = results
  if (record === undefined) throw new Error('no lease was recorded')
  const gone = { ...record, beat: 3, pid: child.pid, started: 'long ago' }
  await untilDone(engine, await enqueueRecords(engine, CATALOG, [gone]))
  const startedMs = performance.now()
  const next = await acquireLease(engine, { what: 'the next one', signal })
  t.ok(performance.now() - startedMs < 45_000, 'without the patience that a silent one would get')
  next.check()
  const aborting = new AbortController()
  const waiting = acquireLease(engine, {
    what: 'one that gives up',
    signal: aborting.signal,
    onWaiting: () => aborting.abort(),
  })
  await t.rejects(waiting, { name: 'AbortError' })
  await next.release()
})

t.test('a holder of another machine that is silent has lost the lease', async (t) => {
  const lease = await acquireLease(engine, { what: 'the one before', signal })
  await lease.release()
  const { results } = (await engine.read(`indexes/${CATALOG}/documents/fetch`, { ids: ['lease'] })) as {
    results: { id: string }[]
  }
  const silent = { ...results[0], id: 'lease', beat: 7, host: 'another-machine', pid: 1, started: '0' }
  await untilDone(engine, await enqueueRecords(engine, CATALOG, [silent]))
  const waited: string[] = []
  const next = await acquireLease(engine, {
    what: 'patient',
    signal,
    onWaiting: ({ host }) => waited.push(host),
  })
  t.strictSame(waited, ['another-machine'])
  await next.release()
})
