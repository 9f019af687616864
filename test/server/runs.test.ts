/** Runs of `bifora index` as jobs: what other processes have noted, and what becomes of runs that have died. */
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { noteRun } from '../../cli/run-note.ts'
import { EngineError } from '../../engine/errors.ts'
import { IndexingError } from '../../indexer/errors.ts'
import type { PlaceSummary } from '../../indexer/place.ts'
import { groupSkipped } from '../../indexer/skipped.ts'
import { pruneRuns, type Run, readRuns, writeRun } from '../../server/jobs/runs.ts'
import type { JobsResponse } from '../../server/schemas/jobs.ts'
import { get } from '../helpers/app.ts'
import { openTestEngine } from '../helpers/engine.ts'
import { ended, put, writingApp } from '../helpers/writing.ts'

const { signal } = new AbortController()

function directory(t: Test): string {
  const path = mkdtempSync(join(tmpdir(), 'bifora-runs-test-'))
  t.teardown(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const summary: PlaceSummary = {
  place: 'archivio',
  added: 3,
  changed: 0,
  removed: 1,
  unchanged: 2,
  documents: 5,
  passages: 9,
  languages: { it: 5 },
  copies: 0,
  teaches: false,
  skipped: [{ path: 'a.pdf', reason: 'no text', kind: 'failed', format: 'pdf' }],
  warnings: [{ path: 'b.md', warning: 'front matter is not valid YAML: read line by line' }],
  tookMs: 1234.5,
}

t.test('a run can be followed among the jobs of a service, and stays when it is done', async (t) => {
  const runsDir = directory(t)
  const app = await writingApp(t, await openTestEngine(t), { runsDir })
  t.match((await get<JobsResponse>(app, '/v1/jobs')).body, { jobs: [], unfinished: 0 }, 'none yet')
  const note = await noteRun(runsDir, { place: 'archivio', signal })
  t.match((await get<JobsResponse>(app, '/v1/jobs')).body, {
    unfinished: 1,
    jobs: [{ kind: 'index', status: 'running', progress: { documents: 0, of: null }, summary: null }],
  })
  const [{ id } = { id: '' }] = (await get<JobsResponse>(app, '/v1/jobs')).body.jobs
  const following = ended(app, id)
  note.progress({ documents: 6, passages: 9 })
  await note.done(summary)
  const last = await following
  t.match(last, {
    status: 'done',
    progress: { documents: 6, of: 6, passages: 9 },
    warnings: ['b.md: front matter is not valid YAML: read line by line'],
    summary: {
      added: 3,
      tookMs: 1235,
      skipped: { files: 1, reasons: [{ format: 'pdf', examples: ['a.pdf'] }] },
    },
  })
  await put(app, 'faro', { text: 'Il faro di Genova illumina il porto.' })
  const { body } = await get<JobsResponse>(app, '/v1/jobs')
  t.strictSame(
    body.jobs.map(({ kind }) => kind),
    ['put', 'index'],
    'newest first, among what was sent',
  )
  for (const name of readdirSync(runsDir)) t.equal(statSync(join(runsDir, name)).mode & 0o777, 0o600)
})

t.test('why a run failed is said without what is nobody else’s business', async (t) => {
  const stopped = AbortSignal.abort()
  const cases: [why: string, error: unknown, signal: AbortSignal, kind: string][] = [
    ['stopped', new Error('AbortError'), stopped, 'interrupted'],
    ['the engine', new EngineError('DISK_FULL', 'no room on /srv/segreto'), signal, 'engine-unavailable'],
    ['the folder', new IndexingError('PLACE_EMPTY', 'Nothing below /srv/segreto'), signal, 'unreadable'],
    ['anything', new TypeError('x of undefined'), signal, 'internal'],
  ]
  for (const [why, error, signal, kind] of cases) {
    const path = directory(t)
    await (await noteRun(path, { place: 'p', signal })).failed(error)
    const [run] = await readRuns(path)
    t.match(run, { status: 'failed', problem: { kind } }, why)
    t.notMatch(JSON.stringify(run), /segreto|undefined/, why)
  }
})

t.test('a run that is not heard of any more has failed; old ones and halves go', async (t) => {
  const path = directory(t)
  const run = (id: string, changes: Partial<Run> = {}): Run => ({
    id,
    place: 'p',
    status: 'running',
    startedAt: new Date().toISOString(),
    files: 1,
    passages: 1,
    warnings: [],
    ...changes,
  })
  const old = '2020-01-01T00:00:00.000Z'
  await writeRun(path, run('viva'))
  await writeRun(path, run('morta'))
  await writeRun(path, run('vecchia', { status: 'done', startedAt: old, finishedAt: old }))
  writeFileSync(join(path, 'rotta.json'), '{"id":')
  writeFileSync(join(path, 'mezza.json.tmp'), '{')
  const before = new Date(Date.now() - 120_000)
  for (const name of ['morta.json', 'vecchia.json', 'rotta.json', 'mezza.json.tmp']) {
    utimesSync(join(path, name), before, before)
  }
  const states = Object.fromEntries((await readRuns(path)).map(({ id, status }) => [id, status]))
  t.strictSame(states, { viva: 'running', morta: 'failed' })
  t.match(
    (await readRuns(path)).find(({ id }) => id === 'morta'),
    { problem: { kind: 'interrupted' }, finishedAt: before.toISOString() },
  )
  await pruneRuns(path)
  t.strictSame(readdirSync(path).sort(), ['morta.json', 'viva.json'])
  t.strictSame(await readRuns(join(path, 'altrove')), [])
})

t.test(
  'of a folder that is followed only what has changed is noted; what cannot be noted hinders nothing',
  async (t) => {
    const path = directory(t)
    const quiet = await noteRun(path, { place: 'p', signal, isSilent: true })
    quiet.progress({ documents: 1, passages: 1 })
    t.strictSame(readdirSync(path), [])
    await quiet.done(summary)
    t.match(await readRuns(path), [{ status: 'done' }])
    writeFileSync(join(path, 'file'), '')
    const hopeless = await noteRun(join(path, 'file'), { place: 'p', signal })
    await hopeless.done(summary)
    t.pass()
  },
)

t.test('what was passed over is told by format and reason, in few lines', async (t) => {
  const many = Array.from({ length: 30 }, (_, at) => ({
    path: `f${at}.x${at}`,
    reason: `unsupported format .x${at}`,
    kind: 'ignored' as const,
  }))
  const { groups, others } = groupSkipped(
    [
      ...many,
      { path: 'a.exe', reason: 'unsupported format .exe', kind: 'ignored' },
      { path: 'b.exe', reason: 'unsupported format .exe', kind: 'ignored' },
      { path: 'a.pdf', reason: 'no text', kind: 'failed', format: 'pdf' },
      { path: 'a.docx', reason: 'no text', kind: 'failed', format: 'docx' },
    ],
    { maxGroups: 4, maxExamples: 1 },
  )
  t.strictSame(groups.slice(0, 3), [
    { format: 'pdf', reason: 'no text', kind: 'failed', files: 1, examples: ['a.pdf'] },
    { format: 'docx', reason: 'no text', kind: 'failed', files: 1, examples: ['a.docx'] },
    { reason: 'unsupported format .exe', kind: 'ignored', files: 2, examples: ['a.exe'] },
  ])
  t.strictSame([groups.length, others], [4, 29])
  t.strictSame(groupSkipped([]), { groups: [], others: 0 })
})
