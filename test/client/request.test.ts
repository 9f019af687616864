/** How the client asks: again where that helps, never where it may do harm, and not for ever. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { BiforaError, createClient } from '../../client/src/client.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void

/** A server that answers as told; gives its address and the requests so far. */
async function serverOf(t: Test, handler: Handler): Promise<{ url: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    request.resume()
    handler(request, response, requests.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

function answer(response: ServerResponse, status: number, body: object | string, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

const busy = (status: number) => ({
  type: `/problems/${status}`,
  title: 'Busy',
  status,
  detail: 'Come back.',
  requestId: 'r1',
})
const READY = { status: 'ready' }

async function refusal(call: Promise<unknown>): Promise<BiforaError> {
  const error = await call.catch((error: unknown) => error)
  if (!(error instanceof BiforaError)) throw new Error(`Not refused, or with something else: ${error}`)
  return error
}

for (const status of [429, 502, 503, 504]) {
  t.test(`${status} is asked again, until it is answered`, async (t) => {
    const { url, requests } = await serverOf(t, (_request, response, count) =>
      count < 3 ? answer(response, status, busy(status)) : answer(response, 200, READY),
    )
    t.match(await createClient({ url }).health(), READY)
    t.equal(requests.length, 3)
  })
}

t.test('it gives up after as many tries as it was told', async (t) => {
  const { url, requests } = await serverOf(t, (_request, response) => answer(response, 503, busy(503)))
  t.match(await refusal(createClient({ url, retries: 1 }).health()), { status: 503, detail: 'Come back.' })
  t.equal(requests.length, 2)
  await refusal(createClient({ url, retries: 0 }).health())
  t.equal(requests.length, 3)
})

t.test('other errors are not asked again', async (t) => {
  for (const status of [400, 401, 404, 409, 500]) {
    const { url, requests } = await serverOf(t, (_request, response) =>
      answer(response, status, busy(status)),
    )
    t.equal((await refusal(createClient({ url }).health())).status, status)
    t.equal(requests.length, 1, `${status}`)
  }
})

t.test('Retry-After is waited for, as seconds and as a date, unless it is too long', async (t) => {
  const times: number[] = []
  const { url } = await serverOf(t, (_request, response, count) => {
    times.push(performance.now())
    if (count === 1) answer(response, 429, busy(429), { 'retry-after': '1' })
    else answer(response, 200, READY)
  })
  await createClient({ url }).health()
  t.ok((times[1] ?? 0) - (times[0] ?? 0) >= 990, 'not before the second is over')

  const later = new Date(Date.now() + 3_600_000).toUTCString()
  for (const retryAfter of ['3600', later]) {
    const slow = await serverOf(t, (_request, response) =>
      answer(response, 429, busy(429), { 'retry-after': retryAfter }),
    )
    const error = await refusal(createClient({ url: slow.url }).health())
    t.ok((error.retryAfterMs ?? 0) > 3_500_000, 'the error says how long')
    t.equal(slow.requests.length, 1, 'nobody is kept waiting for an hour')
  }
})

t.test('a change is asked again under the same name, so that it is done once', async (t) => {
  const { url, requests } = await serverOf(t, (_request, response, count) => {
    if (count === 1) response.destroy()
    else answer(response, 202, { id: 'j1' })
  })
  const client = createClient({ url, key: 'secret' })
  t.match(await client.putDocument('a/b', { text: 'x' }), { isDone: false, job: { id: 'j1' } })
  t.equal(requests[0]?.url, '/v1/documents/a%2Fb')
  t.equal(requests[0]?.headers.authorization, 'Bearer secret')
  const names = requests.map(({ headers }) => headers['idempotency-key'])
  t.equal(names[0], names[1])
  t.match(names[0], /^[0-9a-f]{32}$/)
  await client.deleteDocument('a')
  t.not(requests.at(-1)?.headers['idempotency-key'], names[0], 'another call has another name')
})

t.test('who takes too long is not waited for, nor asked again', async (t) => {
  const { url, requests } = await serverOf(t, () => {})
  const error = await refusal(createClient({ url, timeoutMs: 50 }).health())
  t.match(error, { type: '#timeout', status: 0, detail: /50 ms/ })
  t.equal(requests.length, 1)

  const half = await serverOf(t, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"status"')
  })
  t.equal((await refusal(createClient({ url: half.url, timeoutMs: 50 }).health())).type, '#timeout')
})

t.test('a large file is given the time that it needs on a slow line', async (t) => {
  const { url } = await serverOf(t, (_request, response) =>
    setTimeout(() => answer(response, 202, { id: 'job' }), 200),
  )
  const client = createClient({ url, timeoutMs: 50 })
  const large = new Blob(['x'.repeat(1_000_000)])
  t.match(await client.putFile('a', large, 'text/plain'), { isDone: false })
  t.equal((await refusal(client.putFile('a', new Blob(['x']), 'text/plain'))).type, '#timeout')
})

t.test('a signal ends a call at any moment, with its own reason', async (t) => {
  const silent = await serverOf(t, () => {})
  const refusing = await serverOf(t, (_request, response) =>
    answer(response, 503, busy(503), { 'retry-after': '20' }),
  )
  for (const { url } of [silent, refusing]) {
    const controller = new AbortController()
    const call = createClient({ url }).search({ q: 'x' }, { signal: controller.signal })
    setTimeout(() => controller.abort(new Error('enough')), 50)
    await t.rejects(call, { message: 'enough' })
  }
  const { requests, url } = silent
  const before = requests.length
  await t.rejects(createClient({ url }).health({ signal: AbortSignal.abort() }), { name: 'AbortError' })
  t.equal(requests.length, before, 'nothing is asked for who has left already')
})

t.test('what answers but is no Bifora is told apart from what does not answer', async (t) => {
  const page = '<!doctype html><title>Welcome</title>'
  for (const status of [200, 403, 404]) {
    const { url } = await serverOf(t, (_request, response) =>
      answer(response, status, page, { 'content-type': 'text/html' }),
    )
    const error = await refusal(createClient({ url }).search({ q: 'secret' }))
    t.match(error, { type: '#not-bifora', status, detail: /\/v1\/search/ })
    t.notMatch(error.detail, /secret/, 'a message does not say what was looked for')
  }
  const error = await refusal(createClient({ url: 'http://127.0.0.1:1', retries: 0 }).health())
  t.match(error, { type: '#no-answer', status: 0, detail: /Nothing answers/ })
  t.ok(error.cause)
})

t.test('an export that breaks off is an error, and leaving it ends the request', async (t) => {
  const { url } = await serverOf(t, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    response.write('{"id":"a"}\n{"id":"perché')
    setTimeout(() => response.destroy(), 50)
  })
  const seen: string[] = []
  const reading = (async () => {
    for await (const { id } of createClient({ url }).exportAll()) seen.push(id)
  })()
  await t.rejects(reading, { name: 'BiforaError', title: 'Answer cut short' })
  t.strictSame(seen, ['a'])

  let isClosed: (() => void) | undefined
  const closed = new Promise<void>((resolve) => {
    isClosed = resolve
  })
  const endless = await serverOf(t, (_request, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('{"id":"a"}\n'), 5)
    response.on('close', () => {
      clearInterval(timer)
      isClosed?.()
    })
  })
  for await (const { id } of createClient({ url: endless.url }).exportAll()) {
    t.equal(id, 'a')
    break
  }
  await closed
})

t.test('a fetch of one’s own is used', async (t) => {
  const asked: string[] = []
  const client = createClient({
    url: '/ricerca',
    fetch: async (address) => {
      asked.push(String(address))
      return Response.json(READY)
    },
  })
  await client.health()
  t.strictSame(asked, ['/ricerca/health/ready'])
})
