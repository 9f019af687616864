/** `bifora start` and `bifora serve`: ready after one command, one at a time, and gone without a trace when stopped. */
import { existsSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import t from 'tap'
import { isAlive } from '../../engine/embedded/process-identity.ts'
import type { SearchResponse } from '../../server/schemas/search.ts'
import { makeProgram, type Running } from './program.ts'

const program = await makeProgram(t)
const { skip } = program

/** Where a service says that it listens, and the process of its engine where the log tells. */
async function ready(running: Running): Promise<{ url: string; enginePid: number; output: string }> {
  const { input: output } = await running.said(/Bifora is ready[\s\S]*\/openapi\.json\n/)
  const [url = ''] = /http:\/\/[^/\s]+/.exec(output) ?? []
  const [, enginePid] = await running.said(/"pid":(\d+),"url"/)
  return { url, enginePid: Number(enginePid), output }
}

async function search(url: string, query: string): Promise<SearchResponse> {
  const reply = await fetch(`${url}/v1/search?${new URLSearchParams({ q: query })}`)
  return (await reply.json()) as SearchResponse
}

/** The status of an answer to a request under a host name, which fetch would not let us choose. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(`${url}/health/live`, { headers: { host } }, (reply) => {
      reply.resume()
      resolve(reply.statusCode)
    }).on('error', reject)
  })
}

t.test(
  'start on an empty directory serves the sample corpus, and the second time at once',
  { skip },
  async (t) => {
    const dataDir = program.makeDir('sample')
    // As after an installation: with the engine that comes with it, if one does.
    const env = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info', MEILI_BIN: process.env.MEILI_BIN ?? '' }
    const first = program.start(t, ['start'], { env })
    const { url, enginePid, output } = await ready(first)
    const urls = [...output.matchAll(/^ {2}(\w[\w ]*\w) {2,}(http\S+)$/gm)].map(
      ([, name = '', at = '']) => [name, at] as const,
    )
    t.strictSame(
      urls.map(([name]) => name),
      ['Search', 'REST', 'API page', 'OpenAPI'],
    )
    for (const [name, address] of urls) {
      const reply = await fetch(address)
      t.equal(reply.status, 200, `${name} answers at ${address}`)
      t.ok((await reply.text()).length > 100, name)
    }
    t.equal(await statusFor(url, new URL(url).host), 200)
    t.equal(await statusFor(url, 'attacker.example'), 421, 'a name that somebody pointed here is refused')
    const { total, index } = await search(url, 'semiconduttori')
    t.ok(total.value > 3)
    first.child.kill('SIGINT')
    const { code, stderr } = await first.finished
    t.equal(code, 0)
    t.match(stderr, /^Indexed sample: 40 new; it has 40 documents \(20 \w+, 20 \w+\)/m)
    t.notOk(await isAlive(enginePid), 'no engine is left')
    t.notOk(existsSync(join(dataDir, 'service.json')), 'nor the note where the service is')

    const second = program.start(t, ['start'], { env })
    const again = await ready(second)
    t.match(await search(again.url, 'semiconduttori'), { total, index }, 'the same index answers')
    // npm passes on a Ctrl-C that the terminal has already sent.
    second.child.kill('SIGINT')
    second.child.kill('SIGINT')
    const end = await second.finished
    t.equal(end.code, 0, 'two signals at once are one')
    t.notMatch(end.stderr, /^Indexed/m, 'nothing is indexed again')
    t.notOk(await isAlive(again.enginePid))
  },
)

t.test('one’s own documents replace the sample corpus, and stay', { skip }, async (t) => {
  const folder = t.testdir({
    own: {
      'osservatorio.txt':
        'L’osservatorio di Asiago\n\nDal 1942 il telescopio di Asiago scruta le comete e le supernove.\n',
    },
    none: {},
  })
  const own = join(folder, 'own')
  const env = { DATA_DIR: program.makeDir('own'), PORT: '0', LOG_LEVEL: 'info' }
  const first = program.start(t, ['start', own], { env })
  t.match(await search((await ready(first)).url, 'telescopio'), { total: { value: 1 } })
  first.child.kill('SIGTERM')
  t.match(await first.finished, { code: 0, stderr: /^Indexed own: 1 new/m })

  for (const [path, message] of [
    [join(folder, 'none'), /^bifora: Nothing was indexed: .*none has no document/m],
    [join(folder, 'missing'), /^bifora: Nothing was indexed: cannot find ".*missing"/m],
  ] as const) {
    t.match(await program.run(['start', path], { env }), { code: 2, stdout: '', stderr: message })
  }

  for (const args of [['start'], ['start', own], ['serve']]) {
    const running = program.start(t, args, { env })
    const { url } = await ready(running)
    t.match(await search(url, 'telescopio'), { total: { value: 1 } }, `${args[0]} has them`)
    t.match(await search(url, 'semiconduttori'), { total: { value: 0 } }, `${args[0]} has no others`)
    running.child.kill('SIGTERM')
    t.notMatch((await running.finished).stderr, /^Indexed/m, `${args[0]} does not index again`)
  }
})

t.test('an address that cannot be had is named', { skip }, async (t) => {
  const dataDir = program.makeDir('used')
  const env = { DATA_DIR: dataDir, PORT: '0' }
  const running = program.start(t, ['serve', '--json'], { env })
  const [line] = await running.said(/^\{.*\}\n$/)
  const { url } = JSON.parse(line) as { url: string }
  const { port } = new URL(url)
  t.match(line, /^\{"url":"http:\/\/127\.0\.0\.1:[1-9]\d*"\}\n$/, 'the port is the one that was found')
  t.match(await search(url, 'telescopio'), { status: 503, detail: /bifora index/ }, 'nothing is indexed yet')

  const cases: [args: string[], environment: Record<string, string>, message: RegExp][] = [
    [
      ['start'],
      { PORT: port },
      new RegExp(`^bifora: Port ${port} on 127\\.0\\.0\\.1 is in use\\. .*PORT=0.*\n$`),
    ],
    [
      ['serve'],
      { HOST: '192.0.2.1' },
      /^bifora: HOST is "192\.0\.2\.1", which is no address of this machine\..*\n$/,
    ],
  ]
  await Promise.all(
    cases.map(async ([args, environment, message]) => {
      const { code, stdout, stderr } = await program.run(args, { env: { ...env, ...environment } })
      t.match({ code, stdout }, { code: 2, stdout: '' }, `${args[0]} ${JSON.stringify(environment)}`)
      t.match(stderr, message)
    }),
  )
  t.equal((await fetch(`${url}/health/live`)).status, 200, 'the first one runs on')
  running.child.kill('SIGTERM')
  t.match(await running.finished, { code: 0 })
})

t.test('a service goes on when nobody reads what it says', { skip }, async (t) => {
  const env = { DATA_DIR: program.makeDir('unread'), PORT: '0', LOG_LEVEL: 'info' }
  const running = program.start(t, ['serve', '--json'], { env })
  const { url } = JSON.parse((await running.said(/^\{"url":.*\}\n$/))[0]) as { url: string }
  running.child.stdout?.destroy()
  running.child.stderr?.destroy()
  await fetch(`${url}/v1/search?q=chip`)
  t.equal((await fetch(`${url}/health/live`)).status, 200)
  running.child.kill('SIGINT')
  t.match(await running.finished, { code: 0 })
})
