/** PROCESSES: several processes answer on one port as one service would, and none of them is missed when it dies. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { connect, type NetConnectOpts } from 'node:net'
import { dirname, join } from 'node:path'
import t from 'tap'
import { isAlive } from '../../engine/embedded/process-identity.ts'
import { makeProgram, type Running, until } from './program.ts'

const program = await makeProgram(t)
const { skip } = program

const FILES = {
  'faro.txt':
    'Il faro di Genova\n\nLa Lanterna illumina il porto di Genova dal Medioevo, e si può visitare.\n',
  'radar.txt': 'Il radar di Trieste\n\nDal molo il radar segue le navi che entrano nel golfo di Trieste.\n',
}

type Reply = { status: number; headers: NodeJS.Dict<string | string[]>; text: string }
type Options = { method?: string; headers?: Record<string, string>; body?: string }

/** Asks over a connection of its own, which goes to whichever process has fewest. */
function ask(url: string, path: string, { method = 'GET', headers, body }: Options = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const options = { method, agent: false, headers: { ...json, ...headers } }
    const sent = request(url + path, options, (reply) => {
      let text = ''
      reply.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      reply.on('error', reject)
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** What comes back for bytes that no client of today would send. */
function say(url: string, text: string): Promise<string> {
  const { hostname: host, port } = new URL(url)
  return sayTo({ host, port: Number(port) }, text)
}

function sayTo(to: NetConnectOpts, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(to, () => socket.write(text))
    socket.setEncoding('utf8').on('data', (part: string) => {
      answer += part
    })
    socket.on('end', () => resolve(answer)).on('error', reject)
  })
}

async function ready(running: Running): Promise<string> {
  return (JSON.parse((await running.said(/^\{"url":.*\}\n/m))[0]) as { url: string }).url
}

/** The processes of a service that answer searches. */
function answering({ pid }: Running): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  return children.filter((one) => one !== '' && isAnswering(one)).map(Number)
}

function isAnswering(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('answering.js')
  } catch {
    // It has ended meanwhile.
    return false
  }
}

const totalOf = ({ text }: Reply): number => (JSON.parse(text) as { total: { value: number } }).total.value
const timesFour = <T>(one: () => Promise<T>): Promise<T[]> => Promise.all([one(), one(), one(), one()])
const count = async (url: string, q: string): Promise<number[]> =>
  (await timesFour(() => ask(url, `/v1/search?${new URLSearchParams({ q })}`))).map(totalOf)

async function searchesCounted(url: string): Promise<number> {
  const { text } = await ask(url, '/metrics')
  const lines = text.match(/^bifora_http_request_duration_seconds_count\{.*"\/v1\/search".*\} \d+$/gm) ?? []
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

t.test('several processes are one service', { skip }, async (t) => {
  const folder = t.testdir(FILES)
  const dataDir = program.makeDir('several')
  const env = {
    DATA_DIR: dataDir,
    PORT: '0',
    PROCESSES: '2',
    WRITE: 'local',
    LOG_LEVEL: 'info',
    LEARN: 'off',
  }
  const running = program.start(t, ['start', folder, '--json'], { env })
  const url = await ready(running)
  const first = answering(running)
  t.equal(first.length, 2)
  t.match(JSON.parse((await ask(url, '/health/ready')).text), { processes: { wanted: 2, answering: 2 } })

  await t.test('all of them answer, the same', async (t) => {
    t.strictSame(await count(url, 'radar'), [1, 1, 1, 1])
    for (const pid of first)
      await running.said(new RegExp(`"pid":${pid},.*"route":"/v1/search","status":200`))
    const replies = await timesFour(() => ask(url, '/v1/search?q=faro'))
    const tags = new Set(replies.map(({ headers }) => headers.etag))
    t.equal(tags.size, 1, 'with one entity tag')
    const [tag] = tags
    const again = await timesFour(() =>
      ask(url, '/v1/search?q=faro', { headers: { 'if-none-match': `${tag}` } }),
    )
    t.strictSame(
      again.map(({ status }) => status),
      [304, 304, 304, 304],
      'which each of them takes back',
    )
  })

  await t.test('what is acknowledged is found by all of them', async (t) => {
    for (const word of ['zanzibar', 'quagga', 'okapi']) {
      const body = JSON.stringify({ text: `Nel registro del molo sta scritto ${word} con inchiostro rosso.` })
      const put = await ask(url, `/v1/documents/${word}?wait=true`, { method: 'PUT', body })
      t.equal(put.status, 201)
      t.strictSame(await count(url, word), [1, 1, 1, 1], word)
      t.strictSame(
        (await timesFour(() => ask(url, `/v1/documents/${word}`))).map(({ status }) => status),
        [200, 200, 200, 200],
      )
    }
    const lines = ['tapiro', 'vigogna'].map((id) => JSON.stringify({ id, text: `Il ${id} guarda il mare.` }))
    const posted = await ask(url, '/v1/documents', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: `${lines.join('\n')}\n`,
    })
    t.match(posted, { status: 200, text: /"id":"tapiro","status":"indexed"[\s\S]*"id":"vigogna"/ })
    t.strictSame(await count(url, 'vigogna'), [1, 1, 1, 1])
    t.equal((await ask(url, '/v1/documents/okapi?wait=true', { method: 'DELETE' })).status, 200)
    t.strictSame(await count(url, 'okapi'), [0, 0, 0, 0])
    const jobs = JSON.parse((await ask(url, '/v1/jobs')).text) as { jobs: { id: string; kind: string }[] }
    t.equal(jobs.jobs.filter(({ kind }) => kind === 'put').length, 3, 'and listed among the jobs')
    const events = { headers: { accept: 'text/event-stream' } }
    t.match(await ask(url, `/v1/jobs/${jobs.jobs[0]?.id}`, events), {
      status: 200,
      text: /^event: done\ndata: /,
    })
  })

  await t.test('a decision about a pair counts in all of them', async (t) => {
    t.strictSame(await count(url, 'sightglass'), [0, 0, 0, 0])
    const body = JSON.stringify({ it: 'tapiro', en: 'sightglass' })
    t.equal((await ask(url, '/v1/lexicon/pairs', { method: 'PUT', body })).status, 201)
    t.strictSame(await count(url, 'sightglass'), [1, 1, 1, 1])
    t.match(JSON.parse((await ask(url, '/v1/lexicon/pairs')).text), { total: 1 })
  })

  await t.test('who asks is known behind the process that was asked', async (t) => {
    const body = JSON.stringify({ text: 'Chi scrive?' })
    const put = (headers: Record<string, string>): Promise<Reply> =>
      ask(url, '/v1/documents/chi', { method: 'PUT', headers, body })
    t.equal((await put({ 'x-forwarded-for': '192.0.2.1' })).status, 403, 'somebody behind a proxy')
    t.equal(
      (await put({ 'bifora-handed-on': '0 1.1 192.0.2.1' })).status,
      202,
      'what a client says of it is nothing',
    )
    t.equal(
      (await put({ 'x-real-ip': '192.0.2.1', connection: 'x-real-ip' })).status,
      403,
      'nor can it take away what a proxy says',
    )
    const old = `DELETE /v1/documents/chi HTTP/1.0\r\nHost: ${new URL(url).host}\r\n\r\n`
    t.match(await say(url, old), /^HTTP\/1\.1 403 /, 'what speaks HTTP/1.0 may be a proxy')
    const door = join(dataDir, socketsIn(dataDir)[0] ?? '', 'main.sock')
    t.equal(statSync(dirname(door)).mode & 0o777, 0o700, 'the door of the main process is this user’s')
    t.equal(statSync(door).mode & 0o777, 0o600)
    const stranger =
      'GET /health/live HTTP/1.1\r\nHost: localhost\r\nBifora-Handed-On: 0 1.1 127.0.0.1\r\n\r\n'
    t.equal(await sayTo({ path: door }, stranger), '', 'and opens for nobody without the secret')
  })

  await t.test('one that dies is not missed', async (t) => {
    const countedBefore = await searchesCounted(url)
    let [asked, isOver] = [0, false]
    const clients = Array.from({ length: 6 }, async () => {
      while (!isOver) {
        asked += 1
        const search = (): Promise<Reply> => ask(url, '/v1/search?q=radar')
        // Of those that it was answering the connection breaks.
        const { status } = await search().catch(search)
        if (status !== 200) t.fail(`answered ${status}`)
      }
    })
    await until(() => asked > 20)
    const [killed = 0] = first
    process.kill(killed, 'SIGKILL')
    const later = (): number[] => answering(running).filter((pid) => !first.includes(pid))
    await until(() => later().length === 1)
    const [next = 0] = later()
    process.kill(next, 'SIGSTOP')
    await until(async () => (await ask(url, '/health/ready')).text.includes('"wanted":2,"answering":1'))
    t.pass('health says that one is missing')
    process.kill(next, 'SIGCONT')
    await until(async () => (await ask(url, '/health/ready')).text.includes('"wanted":2,"answering":2'))
    t.pass('until the next one answers')
    isOver = true
    await Promise.all(clients)
    await running.said(/"how":"SIGKILL".*"msg":"a process that answers searches has ended/)
    t.notOk(await isAlive(killed))
    await count(url, 'radar')
    await running.said(new RegExp(`"pid":${next},.*"route":"/v1/search","status":200`))
    t.ok((await searchesCounted(url)) > countedBefore, 'and what it had counted stays in the sums')
  })

  const left = [...answering(running), ...first, enginePid(dataDir)]
  const body = JSON.stringify({ text: 'Prima della fine arriva ancora un documento.' })
  const last = ask(url, '/v1/documents/ultimo?wait=true', { method: 'PUT', body })
  await until(async () => (await ask(url, '/v1/jobs/')).text.includes('ultimo'))
  running.child.kill('SIGTERM')
  t.match(await last, { status: /^20[12]$/ }, 'what is under way is answered')
  t.match(await running.finished, { code: 0 })
  t.strictSame(
    await Promise.all(left.map(isAlive)),
    left.map(() => false),
    'no process is left behind',
  )
  t.notOk(existsSync(join(dataDir, 'service.json')))
  t.strictSame(socketsIn(dataDir), [])
})

t.test('limits count over all processes, and all end with the main one', { skip }, async (t) => {
  const dataDir = program.makeDir('limited')
  const env = { DATA_DIR: dataDir, PORT: '0', PROCESSES: '2', RATE_LIMIT: '6' }
  const running = program.start(t, ['serve', '--json'], { env })
  const url = await ready(running)
  const statuses: number[] = []
  // Searches are answered where they arrive, jobs by the main process.
  for (let index = 0; index < 5; index += 1) {
    for (const path of ['/v1/search?q=faro', '/v1/jobs']) statuses.push((await ask(url, path)).status)
  }
  t.strictSame(statuses, [503, 403, 503, 403, 503, 403, 429, 429, 429, 429])

  const left = [...answering(running), enginePid(dataDir)]
  t.equal(left.length, 3)
  running.child.kill('SIGKILL')
  await running.finished
  await until(async () => (await Promise.all(left.map(isAlive))).every((isThere) => !isThere))
  t.pass('none outlives the main process')
  t.equal(socketsIn(dataDir).length, 1)

  const second = program.start(t, ['serve', '--json'], { env: { ...env, PROCESSES: '1' } })
  await ready(second)
  t.strictSame(answering(second), [], 'one process is as ever')
  second.child.kill('SIGTERM')
  t.match(await second.finished, { code: 0 })
  const third = program.start(t, ['serve', '--json'], { env })
  await ready(third)
  t.equal(socketsIn(dataDir).length, 1, 'what one that was killed has left is removed')
  third.child.kill('SIGINT')
  third.child.kill('SIGINT')
  t.match(await third.finished, { code: 0 })
  t.strictSame(socketsIn(dataDir), [])
})

function enginePid(dataDir: string): number {
  return JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8')).engine.pid
}

function socketsIn(dataDir: string): string[] {
  return readdirSync(dataDir).filter((name) => name.startsWith('processes-'))
}
