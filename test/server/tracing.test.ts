/** Traces of requests, as a collector gets them. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { tracingHeaders } from '../../cli/tracing-headers.ts'
import { buildApp } from '../../server/app.ts'
import { readTraceParent } from '../../server/tracing/traceparent.ts'
import { openTestEngine } from '../helpers/engine.ts'

type Value = { stringValue?: string; intValue?: number }
type Attribute = { key: string; value: Value }
type Span = Record<string, string> & { attributes: Attribute[]; status: { code?: number }; kind: number }
type Traces = {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: Span[] }[] }[]
}

const engine = await openTestEngine(t)
const TRACE = '0af7651916cd43dd8448eb211c80319c'
const CALLER = 'b7ad6b7169203331'

/** A collector on this machine that answers `status`, and what it was sent. */
async function collector(t: Test, status = 200) {
  const sent: { path: string | undefined; headers: Record<string, unknown>; body: Traces }[] = []
  const server = createServer((request, reply) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      sent.push({ path: request.url, headers: request.headers, body: JSON.parse(text) })
      reply.writeHead(status).end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sent }
}

/** A service that traces to `endpoint`; what its log says at `warn`. */
async function service(endpoint: string) {
  const log: string[] = []
  const logger = pino({ level: 'warn' }, { write: (line: string) => void log.push(line) })
  const tracing = { endpoint, headers: { 'x-chiave': 'segreta' }, serviceName: 'ricerca' }
  return { app: await buildApp({ engine, topics: [], logger, tracing }), log }
}

const said = (attributes: Attribute[] = [], name: string) => {
  const value = attributes.find(({ key }) => key === name)?.value
  return value?.stringValue ?? value?.intValue
}

t.test('a request is a span of the trace of its caller, or of one of its own', async (t) => {
  const { endpoint, sent } = await collector(t)
  const { app } = await service(endpoint)
  const beforeMs = Date.now()
  await app.inject({ url: '/v1/documents/segreto', headers: { traceparent: `00-${TRACE}-${CALLER}-01` } })
  await app.inject({ url: '/v1/search?q=segreto&size=x' })
  await app.inject({ url: '/niente/segreto' })
  await app.inject({ url: '/v1/search?q=no', headers: { traceparent: `00-${TRACE}-${CALLER}-00` } })
  await app.inject('/health/live')
  await app.inject('/metrics')
  await app.close()
  t.match(sent, [
    { path: '/v1/traces', headers: { 'x-chiave': 'segreta', 'content-type': 'application/json' } },
  ])
  const [{ resource, scopeSpans } = { resource: { attributes: [] }, scopeSpans: [] }] =
    sent[0]?.body.resourceSpans ?? []
  t.equal(said(resource.attributes, 'service.name'), 'ricerca')
  const spans = scopeSpans[0]?.spans ?? []
  t.strictSame(
    spans.map(({ name, attributes, status, kind }) => [
      name,
      said(attributes, 'http.route'),
      said(attributes, 'http.response.status_code'),
      status.code,
      kind,
    ]),
    [
      ['GET /v1/documents/:id', '/v1/documents/:id', 503, 2, 2],
      ['GET /v1/search', '/v1/search', 400, undefined, 2],
      ['GET', undefined, 404, undefined, 2],
    ],
    'neither probes nor what the caller does not trace',
  )
  t.match(spans[0], { traceId: TRACE, parentSpanId: CALLER })
  t.notOk(spans[1]?.parentSpanId)
  t.equal(new Set(spans.map(({ spanId }) => spanId)).size, 3)
  for (const { traceId, spanId, startTimeUnixNano, endTimeUnixNano } of spans) {
    t.match(`${traceId} ${spanId}`, /^[\da-f]{32} [\da-f]{16}$/)
    const [startMs, endMs] = [startTimeUnixNano, endTimeUnixNano].map((time) => Number(time) / 1e6)
    t.ok(startMs !== undefined && endMs !== undefined && startMs >= beforeMs - 1 && endMs > startMs)
    t.ok(Number(endMs) <= Date.now() + 1)
  }
  t.notMatch(JSON.stringify(sent[0]?.body), /segreto/, 'what was looked for is in none')
})

t.test('a collector that fails holds nothing up, and the log says it once', async (t) => {
  const { endpoint, sent } = await collector(t, 500)
  for (const address of [endpoint, 'http://127.0.0.1:9']) {
    const { app, log } = await service(address)
    t.equal((await app.inject('/v1/search?size=x')).statusCode, 400)
    await app.close()
    t.equal(log.filter((line) => line.includes('traces are not taken')).length, 1, address)
  }
  t.equal(sent.length, 1)
})

t.test('the header of a caller is read as it is written', (t) => {
  const cases = [
    [`00-${TRACE}-${CALLER}-01`, { traceId: TRACE, spanId: CALLER, isSampled: true }],
    [`00-${TRACE}-${CALLER}-02`, { traceId: TRACE, spanId: CALLER, isSampled: false }],
    [`cc-${TRACE}-${CALLER}-01-more`, { traceId: TRACE, spanId: CALLER, isSampled: true }],
    [`ff-${TRACE}-${CALLER}-01`, undefined],
    [`00-${'0'.repeat(32)}-${CALLER}-01`, undefined],
    [`00-${TRACE}-${'0'.repeat(16)}-01`, undefined],
    [`00-${TRACE.toUpperCase()}-${CALLER}-01`, undefined],
    ['ciao', undefined],
    [undefined, undefined],
  ] as const
  for (const [header, want] of cases) t.strictSame(readTraceParent(header), want, String(header))
  t.end()
})

t.test('headers for the collector are read from one variable', (t) => {
  const cases = [
    ['api-key=abc', { 'api-key': 'abc' }],
    ['a=1, authorization=Bearer%20x=y', { a: '1', authorization: 'Bearer x=y' }],
    ['a', undefined],
    ['a=1,', undefined],
    ['a b=1', undefined],
    ['a=%zz', undefined],
    ['a=1%0d%0ab', undefined],
  ] as const
  for (const [text, want] of cases) t.strictSame(tracingHeaders(text), want, text)
  t.end()
})
