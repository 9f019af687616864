/** What is seen of the service from outside: a line of the log a request, and metrics. */
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { type App, type AppOptions, buildApp } from '../../server/app.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'

const engine = await openTestEngine(t)
await indexDocuments(engine, { 'faro.md': '# Faro\n\nIl faro illumina il porto.' })

type Line = Record<string, unknown>

/** A service, and what its log says. */
async function service(t: Test, options: Partial<AppOptions> = {}): Promise<{ app: App; log: Line[] }> {
  const log: Line[] = []
  const logger = pino(
    { level: 'debug' },
    { write: (line: string) => void log.push(JSON.parse(line) as Line) },
  )
  const app = await buildApp({ engine, topics: readTopics(), logger, ...options })
  t.teardown(() => app.close())
  return { app, log }
}

const requestsIn = (log: Line[]): Line[] => log.filter(({ msg }) => msg === 'request')

t.test('each request has a line in the log, without what was looked for', async (t) => {
  const { app, log } = await service(t)
  await app.inject({ url: '/v1/search?q=faro' })
  await app.inject({ url: '/v1/documents/nessuno?q=segreto' })
  await app.inject({ url: '/health/live' })
  await app.inject({ url: '/niente/segreto' })
  const [search, document, probe, nothing] = requestsIn(log)
  t.match(search, {
    level: 30,
    reqId: /^[\da-f-]{36}$/,
    method: 'GET',
    route: '/v1/search',
    status: 200,
    tookMs: Number,
  })
  t.match(document, { route: '/v1/documents/:id', status: 404 })
  t.match(probe, { level: 20, route: '/health/live' }, 'who watches the service does not fill the log')
  t.match(nothing, { status: 404 })
  t.notMatch(JSON.stringify(requestsIn(log)), /faro|segreto|nessuno/)
})

t.test('the line of a failed request has the id that the answer names', async (t) => {
  const { app, log } = await service(t)
  const { requestId } = (await app.inject({ url: '/v1/search?size=x' })).json() as { requestId: string }
  t.match(requestsIn(log), [{ reqId: requestId, status: 400 }])
})

t.test('queries are in the log where the operator asks for it', async (t) => {
  const { app, log } = await service(t, { requestLog: { hasQueries: true } })
  await app.inject({ url: '/v1/search?q=faro' })
  t.match(requestsIn(log), [{ query: 'faro' }])
})

t.test('metrics tell of requests, of the engine and of the index', async (t) => {
  const { app } = await service(t)
  await app.inject({ url: '/v1/search?q=faro' })
  await app.inject({ url: '/v1/search?size=x' })
  await app.inject({ url: '/altro' })
  const { headers, body } = await app.inject({ url: '/metrics' })
  t.match(headers['content-type'], /^text\/plain; version=0\.0\.4/)
  const lines = body.split('\n')
  const count = 'bifora_http_request_duration_seconds_count'
  for (const line of [
    `${count}{method="GET",route="/v1/search",status="200"} 1`,
    `${count}{method="GET",route="/v1/search",status="400"} 1`,
    `${count}{method="GET",route="none",status="404"} 1`,
    'bifora_index_passages 1',
  ])
    t.ok(lines.includes(line), line)
  t.match(body, /^bifora_engine_call_duration_seconds_count\{operation="multi-search",outcome="ok"\} [1-9]/m)
  for (const stage of ['understand', 'bridge', 'retrieve', 'rank', 'present']) {
    const line = `bifora_search_stage_duration_seconds_count{stage="${stage}"} 1`
    t.ok(lines.includes(line), line)
  }
  t.match(body, /^bifora_index_change [1-9]/m)
  t.match(body, /^process_resident_memory_bytes /m)
  const gauges = [...body.matchAll(/^# TYPE (\S+) gauge$/gm)].map(([, name]) => name)
  t.notOk(
    gauges.find((name) => name?.endsWith('_total')),
    'only counters are called totals',
  )
})

t.test('where reading needs a key, metrics do', async (t) => {
  const { app } = await service(t, { access: { requiresKey: true } })
  t.equal((await app.inject({ url: '/metrics' })).statusCode, 401)
})
