/** Commands beside a running service and beside each other, on one data directory: nothing has to be stopped. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { isAlive } from '../../engine/embedded/process-identity.ts'
import type { JobsResponse } from '../../server/schemas/jobs.ts'
import type { SearchResponse } from '../../server/schemas/search.ts'
import { makeProgram, type Running, until } from './program.ts'

/** Nothing, or how far it is where that takes long. */
const QUIET = /^(?:Indexing .*\n)*$/

const program = await makeProgram(t)
const { skip } = program

/** Two documents on a subject each, as files. */
const FILES = {
  'faro.txt':
    'Il faro di Genova\n\nLa Lanterna illumina il porto di Genova dal Medioevo, e si può visitare.\n',
  'radar.txt': 'Il radar di Trieste\n\nDal molo il radar segue le navi che entrano nel golfo di Trieste.\n',
}

async function ready(running: Running): Promise<string> {
  return (JSON.parse((await running.said(/^\{"url":.*\}\n$/))[0]) as { url: string }).url
}

async function count(url: string, q: string): Promise<number | undefined> {
  const reply = await fetch(`${url}/v1/search?${new URLSearchParams({ q })}`)
  return ((await reply.json()) as Partial<SearchResponse>).total?.value
}

const enginePid = (dataDir: string): number =>
  JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8')).engine.pid

t.test('documents are indexed while a service answers', { skip }, async (t) => {
  const folder = t.testdir({ 'faro.txt': FILES['faro.txt'] })
  const dataDir = program.makeDir('serving')
  const env = { DATA_DIR: dataDir, PORT: '0' }
  const running = program.start(t, ['start', folder, '--json'], { env })
  const url = await ready(running)
  t.strictSame([await count(url, 'lanterna'), await count(url, 'radar')], [1, 0])

  writeFileSync(join(folder, 'radar.txt'), FILES['radar.txt'])
  const indexed = await program.run(['index', folder], { env })
  t.match(
    indexed,
    { code: 0, stdout: /^Indexed .*: 1 new, 1 unchanged/, stderr: QUIET },
    'nobody is waited for',
  )
  await until(async () => (await count(url, 'radar')) === 1)
  t.pass('the service finds what is new')
  t.match(await program.run(['search', 'radar', '--json'], { env }), { code: 0, stdout: /radar\.txt/ })

  const second = program.start(t, ['serve', '--json'], { env })
  const beside = await ready(second)
  t.equal(await count(beside, 'radar'), 1, 'a second service answers from the same engine')
  const pid = enginePid(dataDir)
  running.child.kill('SIGTERM')
  t.match(await running.finished, { code: 0 })
  t.notOk(await isAlive(pid), 'the engine ends with the first')
  await until(async () => (await count(beside, 'radar')) === 1)
  t.not(enginePid(dataDir), pid, 'and the second goes on with one of its own')

  const last = enginePid(dataDir)
  second.child.kill('SIGKILL')
  await second.finished
  await until(async () => !(await isAlive(last)))
  t.pass('the engine of a service that is killed dies with it')
  const again = await program.run(['index', folder, '--rebuild'], { env })
  t.match(again, { code: 0, stderr: QUIET }, 'and the next command starts at once')
  t.notOk(existsSync(join(dataDir, 'engine.json')), 'and takes its note away')
})

t.test('what indexing did can be looked up among the jobs of a service', { skip }, async (t) => {
  const folder = t.testdir({
    porto: {
      ...FILES,
      'vuoto.txt': ' \n',
      'altro.txt': '\n',
      'nave.exe': Buffer.from([0x4d, 0x5a, 0, 0]),
      'gru.exe': Buffer.from([0x4d, 0x5a, 0, 0]),
    },
    deserto: {},
  })
  const env = { DATA_DIR: program.makeDir('jobs'), PORT: '0', WRITE: 'local' }
  t.match(await program.run(['index', join(folder, 'porto')], { env }), {
    code: 1,
    stdout:
      /^Skipped 4:\n {2}text, empty file: altro\.txt, vuoto\.txt\n {2}unsupported format \.exe: gru\.exe, nave\.exe$/m,
  })
  const url = await ready(program.start(t, ['serve', '--json'], { env }))
  const jobs = async (query = ''): Promise<JobsResponse> =>
    (await (await fetch(`${url}/v1/jobs${query}`)).json()) as JobsResponse
  const before = await jobs()
  t.match(before, {
    unfinished: 0,
    jobs: [
      {
        kind: 'index',
        status: 'done',
        place: 'porto',
        document: null,
        summary: {
          added: 2,
          removed: 0,
          documents: 2,
          skipped: {
            files: 4,
            reasons: [
              { format: 'text', reason: 'empty file', files: 2, examples: ['altro.txt', 'vuoto.txt'] },
              { reason: 'unsupported format .exe', files: 2 },
            ],
            others: 0,
          },
        },
      },
    ],
  })
  t.equal(before.jobs.length, 1, 'one that was done before the service began')

  t.match(await program.run(['index', join(folder, 'porto'), '--dry-run'], { env }), { code: 1 })
  t.match(await program.run(['index', join(folder, 'deserto')], { env }), { code: 2 })
  const after = await jobs()
  t.equal(after.jobs.length, 2, 'a dry run is none')
  t.match(after.jobs[0], { status: 'failed', place: 'deserto', summary: null, problem: { status: 422 } })
  t.notMatch(JSON.stringify(after), folder, 'where folders lie is nobody else’s business')
  t.match(await jobs('?status=failed'), { jobs: [{ place: 'deserto' }] })
  const [failed, done] = after.jobs
  t.match(await (await fetch(`${url}/v1/jobs/${done?.id}`)).json(), { id: done?.id, kind: 'index' })
  const events = await fetch(`${url}/v1/jobs/${failed?.id}`, { headers: { accept: 'text/event-stream' } })
  t.match(await events.text(), /^event: failed\ndata: \{"id":"/)
})

t.test('commands at once come one after the other', { skip }, async (t) => {
  const folder = t.testdir(FILES)
  const dataDir = program.makeDir('queue')
  const env = { DATA_DIR: dataDir, PORT: '0' }
  const queries = join(program.makeDir('queries'), 'radar.jsonl')
  const commands = Array.from({ length: 10 }, (_, index) =>
    index % 5 === 4 ? ['evaluate', '--queries', queries] : ['index', folder, '--rebuild'],
  )
  writeFileSync(queries, '{"id":"1","lang":"it","q":"radar","relevant":{"it":["radar.txt"]}}\n')
  t.match(await program.run(['index', folder], { env }), { code: 0 })
  const all = await Promise.all(commands.map((args) => program.run(args, { env })))
  for (const [index, { code, stderr }] of all.entries()) {
    t.equal(code, 0, `${commands[index]?.[0]}: ${stderr}`)
    t.match(stderr, /^(bifora: waiting for (bifora \w+|another Bifora) \(process \d+\), .*\n)*$/)
  }
  t.ok(
    all.some(({ stderr }) => stderr.includes('waiting for bifora index')),
    'who is waited for is said',
  )
  t.match(await program.search(dataDir, 'radar'), { total: { value: 1 } })
})

t.test('who waits can be stopped, and says for whom it waits', { skip }, async (t) => {
  const folder = t.testdir(FILES)
  const dataDir = program.makeDir('waiting')
  const env = { DATA_DIR: dataDir, PORT: '0' }
  const first = program.start(t, ['index', folder], { env })
  await until(() => existsSync(join(dataDir, 'engine.json')))
  first.child.kill('SIGSTOP')
  const second = program.start(t, ['serve'], { env })
  await second.said(
    new RegExp(
      `^bifora: waiting for bifora index \\(process ${first.pid}\\), which uses the same data directory\\..*\n$`,
    ),
  )
  second.child.kill('SIGINT')
  t.match(await second.finished, { code: 130, stdout: '' })
  const third = program.start(t, ['serve', '--json'], { env })
  await third.said(/waiting for bifora index/)
  first.child.kill('SIGCONT')
  t.match(await first.finished, { code: 0 })
  const url = await ready(third)
  t.equal(await count(url, 'radar'), 1, 'and goes on when that has ended')
  third.child.kill('SIGTERM')
  t.match(await third.finished, { code: 0 })
})
