/** Jobs: what is acknowledged is done, whatever happens in between. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { get as httpGet, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { Engine } from '../../engine/engine.ts'
import { EngineError } from '../../engine/errors.ts'
import { readPlaces, SAMPLE_PLACE } from '../../engine/places.ts'
import { createWriting } from '../../engine/writing.ts'
import { createDescribing } from '../../indexer/describing.ts'
import { indexPlace } from '../../indexer/place.ts'
import { targetOf } from '../../indexer/places.ts'
import type { App } from '../../server/app.ts'
import { createMemory } from '../../server/jobs/carry-out.ts'
import { isFinished, type Job } from '../../server/jobs/job.ts'
import { type Jobs, openJobs } from '../../server/jobs/jobs.ts'
import { objectionTo, readPrecondition } from '../../server/jobs/objections.ts'
import { startRunner } from '../../server/jobs/runner.ts'
import { takeTogether } from '../../server/jobs/together.ts'
import { following, untilFinished } from '../../server/jobs/waiting.ts'
import { linesOf } from '../../server/ndjson.ts'
import { ProblemError } from '../../server/problem.ts'
import type { JobResponse } from '../../server/schemas/jobs.ts'
import { search } from '../helpers/app.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'
import { ended, put, send, writingApp } from '../helpers/writing.ts'

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const signal = new AbortController().signal

function directory(t: Test): string {
  const path = mkdtempSync(join(tmpdir(), 'bifora-jobs-test-'))
  t.teardown(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A job that puts a document, with its body. */
async function addPut(jobs: Jobs, document: string, text: string, key?: string): Promise<Job> {
  const body = jobs.store.newBody()
  const json = JSON.stringify({ text, lang: 'it' })
  writeFileSync(body, json, { mode: 0o600 })
  const { job } = await jobs.add({
    task: { kind: 'put', document, precondition: {}, mediaType: 'application/json', sizeBytes: json.length },
    body,
    idempotency: key === undefined ? undefined : { key, fingerprint: text },
  })
  return job
}

t.test('jobs are there after a restart, in their order, and nobody else can read them', async (t) => {
  const path = directory(t)
  const jobs = await openJobs(path, silent)
  const first = await addPut(jobs, 'uno', 'Primo testo.', 'k')
  const second = await addPut(jobs, 'due', 'Secondo testo.')
  const third = await addPut(jobs, 'tre', 'Terzo testo.')
  await jobs.finish(second, { outcome: { did: 'created', revision: 3 } })
  await jobs.finish(third, { problem: new ProblemError('no-text', 'Niente testo.') })
  for (const name of readdirSync(path)) t.equal(statSync(join(path, name)).mode & 0o777, 0o600, name)
  writeFileSync(join(path, 'x.part'), 'half of a body')
  writeFileSync(join(path, 'y.body'), 'a body without a job')
  writeFileSync(join(path, 'z.json.tmp'), '{"half')
  writeFileSync(join(path, 'broken.json'), '{"half')

  const again = await openJobs(path, silent)
  t.strictSame(
    again.unfinished().map(({ id }) => id),
    [first.id],
  )
  t.equal(readFileSync(again.store.bodyOf(first.id), 'utf8'), '{"text":"Primo testo.","lang":"it"}')
  t.match(again.get(second.id), { status: 'done', outcome: { revision: 3 } })
  t.match(again.get(third.id), { status: 'failed', problem: { kind: 'no-text' } })
  const next = await addPut(again, 'quattro', 'Quarto testo.')
  t.ok(next.sequence > third.sequence, 'what comes now comes after')
  t.equal((await addPut(again, 'uno', 'Primo testo.', 'k')).id, first.id, 'keys are kept, too')
  await t.rejects(addPut(again, 'uno', 'Altro testo.', 'k'), { message: /Use a new key/ })
  t.notOk(
    existsSync(join(path, 'x.part')) || existsSync(join(path, 'y.body')),
    'what was not acknowledged is gone',
  )
  t.ok(existsSync(join(path, 'broken.json')), 'what somebody else has broken stays to be seen')
})

t.test('of what is finished only so much is kept', async (t) => {
  const jobs = await openJobs(undefined, silent)
  t.teardown(() => jobs.store.close())
  let first: Job | undefined
  for (let number = 0; number < 1005; number += 1) {
    const { job } = await jobs.add({ task: { kind: 'deletePlace', place: `${number}` } })
    first ??= job
    await jobs.finish(job, { outcome: { did: 'removed' } })
  }
  t.equal(jobs.list().length, 1000)
  t.equal(jobs.get(first?.id ?? ''), undefined)
  t.equal(readdirSync(join(jobs.store.bodyOf('x'), '..')).length, 1000)
})

t.test('jobs of different documents are done together, up to a limit', async (t) => {
  const puts = (documents: string[], sizeBytes = 1): Job[] =>
    documents.map((document) => ({
      id: document,
      task: { kind: 'put', document, sizeBytes, precondition: {}, mediaType: 'text/plain' },
    })) as unknown as Job[]
  const place = { task: { kind: 'deletePlace', place: 'x' } } as Job
  const many = Array.from({ length: 300 }, (_, index) => `d${index}`)
  const cases: [why: string, waiting: Job[], taken: number][] = [
    ['different ones', puts(['a', 'b', 'c']), 3],
    ['the same one twice', puts(['a', 'b', 'a', 'c']), 2],
    ['many', puts(many), 250],
    ['large ones', puts(['a', 'b', 'c'], 3 * 1024 * 1024), 1],
    ['a place after others', [...puts(['a']), place], 1],
    ['a place first', [place, ...puts(['a'])], 1],
    ['none', [], 0],
  ]
  for (const [why, waiting, taken] of cases) t.equal(takeTogether(waiting).length, taken, why)
})

t.test('what must hold before a change', async (t) => {
  const present = { revision: 7, place: 'api', contentHash: 'h' }
  const cases: [why: string, Parameters<typeof objectionTo>, kind: string | undefined][] = [
    ['a new one', ['put', { document: 'a', precondition: {} }, undefined], undefined],
    ['one that is there', ['put', { document: 'a', precondition: {} }, present], undefined],
    ['its revision', ['put', { document: 'a', precondition: { ifMatch: ['6', '7'] } }, present], undefined],
    ['any', ['put', { document: 'a', precondition: { ifMatch: ['*'] } }, present], undefined],
    ['another', ['put', { document: 'a', precondition: { ifMatch: ['6'] } }, present], 'precondition-failed'],
    [
      'any of none',
      ['put', { document: 'a', precondition: { ifMatch: ['*'] } }, undefined],
      'precondition-failed',
    ],
    [
      'only a new one',
      ['put', { document: 'a', precondition: { isNew: true } }, present],
      'precondition-failed',
    ],
    ['one that is no more', ['delete', { document: 'a', precondition: {} }, undefined], 'not-found'],
    [
      'one of a folder',
      ['delete', { document: 'a', precondition: {} }, { ...present, place: 'x' }],
      'conflict',
    ],
    [
      'one of the samples',
      ['put', { document: 'a', precondition: {} }, { ...present, place: 'sample' }],
      undefined,
    ],
    ['done before', ['put', { document: 'a', precondition: { ifMatch: ['6'] } }, present, 'h'], undefined],
    ['made before', ['put', { document: 'a', precondition: { isNew: true } }, present, 'h'], undefined],
  ]
  for (const [why, args, kind] of cases) t.equal(objectionTo(...args)?.kind, kind, why)
  t.strictSame(readPrecondition({ 'if-match': '"3", W/"4"' }), { ifMatch: ['3', '4'] })
  t.strictSame(readPrecondition({}), {})
  t.throws(() => readPrecondition({ 'if-match': '3' }), /must be the ETag/)
  t.throws(() => readPrecondition({ 'if-none-match': '"3"' }), /may only be \*/)
})

t.test('lines are told apart wherever the pieces are cut', async (t) => {
  const text = '{"a":"città"}\n\n  \r\n{"b":1}\r\nxxxxxxxxxxxxxxxxxxxxxxx\nlast'
  const want = [
    { line: 1, text: '{"a":"città"}' },
    { line: 4, text: '{"b":1}' },
    { line: 5, fault: 'too-long' },
    { line: 6, text: 'last' },
  ]
  for (let size = 1; size < 70; size += 1) {
    const pieces = (async function* () {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    })()
    const found: unknown[] = []
    for await (const line of linesOf(pieces, 20)) found.push(line)
    t.strictSame(found, want, `pieces of ${size}`)
  }
})

t.test('a job is followed until it ends', async (t) => {
  const jobs = await openJobs(undefined, silent)
  t.teardown(() => jobs.store.close())
  const { job } = await jobs.add({ task: { kind: 'deletePlace', place: 'x' } })
  const events = following(jobs, job, { signal, heartbeatMs: 1 })
  t.equal((await events.next()).value?.status, 'queued')
  t.equal((await events.next()).value, undefined, 'a sign of life')
  jobs.note(job, { status: 'running' })
  let next = (await events.next()).value
  while (next === undefined) next = (await events.next()).value
  t.equal(next.status, 'running')
  t.equal(
    await untilFinished(jobs, job, { timeoutMs: 1, signal }),
    false,
    'it is not waited for longer than that',
  )
  const waiting = untilFinished(jobs, job, { timeoutMs: 600_000, signal })
  await jobs.finish(job, { outcome: { did: 'removed' } })
  t.equal(await waiting, true)
  const seen: (string | undefined)[] = []
  for await (const now of events) seen.push(now?.status)
  t.equal(seen.at(-1), 'done')
  const stopping = new AbortController()
  const other = following(jobs, { ...job, status: 'queued' }, { signal: stopping.signal })
  await other.next()
  const last = other.next()
  stopping.abort()
  t.equal((await last).done, true, 'it ends when the service does')
})

t.test('an engine that is away is waited for, and a job that cannot be done fails alone', async (t) => {
  const jobs = await openJobs(undefined, silent)
  t.teardown(() => jobs.store.close())
  const failures = [
    new EngineError('ENGINE_UNAVAILABLE', 'away'),
    new EngineError('TASK_FAILED', 'no'),
    new EngineError('TASK_FAILED', 'no'),
    new EngineError('TASK_FAILED', 'no'),
  ]
  let calls = 0
  const write = async (): Promise<never> => {
    calls += 1
    throw failures.shift() ?? new EngineError('ENGINE_UNAVAILABLE', 'away')
  }
  const { job: bad } = await jobs.add({ task: { kind: 'delete', document: 'a', precondition: {} } })
  const runner = startRunner({
    jobs,
    engine: {} as never,
    describing: {} as never,
    logger: silent,
    afterChange: () => {},
    memory: createMemory(),
    untilSeen: async () => {},
    writing: { write, close: async () => {} },
  })
  await untilFinished(jobs, bad, { timeoutMs: 60_000, signal })
  t.match(bad, { status: 'failed', problem: { kind: 'internal' } })
  t.equal(calls, 4)
  const { job: waiting } = await jobs.add({ task: { kind: 'delete', document: 'b', precondition: {} } })
  await runner.close()
  t.notOk(isFinished(waiting), 'what was not done stays queued')
})

t.test('on the real engine', async (t) => {
  const engine = await openTestEngine(t)
  await indexDocuments(engine, { 'file.md': '# Un file\n\nUn documento di una cartella.' })

  t.test('what was acknowledged before a crash is done after the next start, and only once', async (t) => {
    const jobsDir = directory(t)
    const jobs = await openJobs(jobsDir, silent)
    const queued = await addPut(jobs, 'rimasto', 'Un documento rimasto: stegosauro.')
    const later = await jobs.add({ task: { kind: 'delete', document: 'mai-visto', precondition: {} } })
    const app = await writingApp(t, engine, { jobsDir })
    t.match(await ended(app, queued.id), { status: 'done', did: 'created' })
    t.match(await ended(app, later.job.id), { status: 'done', did: 'removed' }, 'it may be that it was done')
    t.strictSame(
      (await search(app, { q: 'stegosauro' })).results.map(({ id }) => id),
      ['rimasto'],
    )
    const { body } = await send<{ revision: number }>(app, 'GET', '/v1/documents/rimasto')
    await app.close()
    t.strictSame(
      readdirSync(jobsDir).filter((name) => !name.endsWith('.json')),
      [],
      'bodies are gone',
    )

    // As if the process had died before it could say that it was done.
    const file = join(jobsDir, `${queued.id}.json`)
    const { outcome: _, finishedAt: __, ...record } = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(
      file,
      JSON.stringify({
        ...record,
        status: 'running',
        task: { ...record.task, precondition: { isNew: true } },
      }),
    )
    writeFileSync(
      join(jobsDir, `${queued.id}.body`),
      '{"text":"Un documento rimasto: stegosauro.","lang":"it"}',
    )
    const again = await writingApp(t, engine, { jobsDir })
    t.match(await ended(again, queued.id), { status: 'done', revision: body.revision }, 'it is as it was')
  })

  t.test('a service that closes leaves what is not done, and the next one does it', async (t) => {
    const jobsDir = directory(t)
    const app = await writingApp(t, engine, { jobsDir })
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, number) =>
        send<JobResponse>(app, 'PUT', `/v1/documents/molti-${number}`, {
          body: { text: `Il documento triceratopo numero ${number}.`, lang: 'it' },
        }),
      ),
    )
    await app.close()
    const again = await writingApp(t, engine, { jobsDir })
    for (const { body } of replies) t.equal((await ended(again, body.id)).status, 'done')
    t.equal((await search(again, { q: 'triceratopo' })).total.value, 40)
  })

  t.test('a long file is read while it is stored, and can be left in the middle', async (t) => {
    const jobsDir = directory(t)
    const sentence = (number: number): string =>
      `La frase numero ${number} parla di pachicefalosauro e d'altro.`
    const text = Array.from(
      { length: 60_000 },
      (_, number) => sentence(number) + (number % 5 === 0 ? '\n\n' : ' '),
    ).join('')
    const app = await writingApp(t, engine, { jobsDir })
    const { body } = await send<JobResponse>(app, 'PUT', '/v1/documents/lungo', {
      body: text,
      headers: { 'content-type': 'text/plain' },
    })
    t.equal(body.status === 'done', false)
    await app.close()
    const again = await writingApp(t, engine, { jobsDir })
    const events = (
      await send(again, 'GET', `/v1/jobs/${body.id}`, { headers: { accept: 'text/event-stream' } })
    ).text
    t.match(events, /"passages":[1-9]/, 'it was told how far it was')
    t.match(events.trimEnd().split('\n\n').at(-1), /^event: done\ndata: .*"did":"created"/)
    t.equal((await search(again, { q: '"frase numero 59999"' })).results[0]?.id, 'lungo')
    t.equal(
      (await send(again, 'GET', '/health/ready')).status,
      200,
      'all is there that was indexed, and nothing else',
    )
  })

  t.test('events come over a connection that stays open, and end when the client leaves', async (t) => {
    const app = await writingApp(t, engine)
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    const { body } = await send<JobResponse>(app, 'PUT', '/v1/documents/eventi', {
      body: { text: 'Un testo.' },
    })
    const reply = await new Promise<IncomingMessage>((resolve) => {
      httpGet({ port, path: `/v1/jobs/${body.id}`, headers: { accept: 'text/event-stream' } }, resolve)
    })
    t.match(reply.headers['content-type'], /^text\/event-stream/)
    let events = ''
    for await (const piece of reply) events += piece
    t.match(events, /event: done\ndata: \{.*\}\n\n$/)
  })
})

t.test('the sample corpus leaves with the first document of one’s own', async (t) => {
  const engine = await openTestEngine(t)
  await indexSample(engine)
  const app = await writingApp(t, engine)
  t.strictSame(Object.keys(await placesIn(app)), ['sample'])
  t.equal((await put(app, 'proprio', { text: 'Un documento proprio.', lang: 'it' })).status, 201)
  t.strictSame(await placesIn(app), { api: 1 })
  t.strictSame(
    (await readPlaces(engine)).map(({ name }) => name),
    ['api'],
  )
})

/** How many documents each place has. */
async function placesIn(app: App): Promise<Record<string, number>> {
  const { facets } = await search(app, { facets: 'place' })
  return Object.fromEntries(facets.place?.buckets.map(({ value, count }) => [value, count]) ?? [])
}

/** Two documents as the sample corpus. */
async function indexSample(engine: Engine): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'bifora-sample-'))
  writeFileSync(join(root, 'a.txt'), 'Un esempio di documento.')
  writeFileSync(join(root, 'b.txt'), 'Un altro esempio di documento.')
  const writing = createWriting(engine, { what: 'a test', topics: 'x' })
  const describing = createDescribing([])
  const target = { ...targetOf(root, [], false), name: SAMPLE_PLACE }
  await indexPlace(target, { engine, writing, describing, signal })
  await writing.close()
  rmSync(root, { recursive: true, force: true })
}
