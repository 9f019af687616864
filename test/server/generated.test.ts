/**
 * Whatever is asked, in whatever way, is answered as the OpenAPI document says, and never with a fault of the service.
 * `REQUESTS=20000 SEED=3` for more and others.
 */
import t from 'tap'
import { createRandom } from '../../bench/random.ts'
import type { App } from '../../server/app.ts'
import { search } from '../helpers/app.ts'
import { mismatch } from '../helpers/published.ts'
import { type RandomRequest, randomRequests } from '../helpers/random-requests.ts'
import { sampleApp } from '../helpers/sample.ts'

const REQUESTS = Number(process.env.REQUESTS ?? 300)
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))

const { app } = await sampleApp(t)
const { results } = await search(app, { q: 'semiconduttori energia', size: 20, words: 'any' })

const known = {
  id: [...results.map(({ id }) => id), 'nessuno'],
  name: ['topic', 'lang', 'source', 'place', 'reference', 'nessuno'],
  q: [
    'semiconduttori',
    'energy storage',
    'intelligenza artificiale',
    '"supply chain"',
    'semicondut',
    'cloud -edge',
  ],
  query: ['energia', 'ports'],
  lang: ['it', 'en', 'xx'],
  topic: ['semiconductors', 'energy', 'nessuno', 'unclassified'],
  from: ['2023', '2023-05', '2024-01-01', '1900'],
  to: ['2024', '2023-12-31', '2100'],
  place: ['sample', 'api'],
  folder: ['it', 'en'],
  source: results.map(({ source }) => source ?? ''),
  reference: ['eu:2024/1689'],
  csv: ['q\nenergia\nports\n', 'q;lang\n"ai";it\n', 'x\n1\n', 'q\n"\n'],
}

/** Sends a request; `fault` says what is wrong with its answer, if anything is. */
async function send(
  app: App,
  request: RandomRequest,
): Promise<{ status: number; fault?: string | undefined }> {
  const reply = await app.inject(request)
  const { statusCode: status } = reply
  if (status >= 500) return { status, fault: `${status}: ${reply.body.slice(0, 300)}` }
  const [type = ''] = String(reply.headers['content-type'] ?? '').split(';')
  if (status === 304) return { status, fault: reply.body === '' ? undefined : '304 with a body' }
  if (reply.body === '' && status !== 200) return { status, fault: `${status} without a body` }
  const method = request.method === 'GET' ? 'get' : 'post'
  return {
    status,
    fault: mismatch(app, request.url, { status, type, body: bodyOf(type, reply.body) }, method),
  }
}

/** JSON as what it says, lines of it as a list; tables and XML as they are. */
function bodyOf(type: string, text: string): unknown {
  if (/[/+]json$/.test(type)) return JSON.parse(text)
  if (!type.endsWith('/x-ndjson')) return text
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

t.test(`${REQUESTS} requests are answered as it is published (SEED=${SEED})`, async (t) => {
  const next = randomRequests(app.swagger(), known, createRandom(SEED))
  const statuses = new Map<number, number>()
  for (let sent = 0; sent < REQUESTS; sent += 1) {
    const request = next()
    const { status, fault } = await send(app, request)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (fault !== undefined)
      t.fail(
        `${request.method} ${request.url} ${request.payload ?? ''} ${JSON.stringify(request.headers)}\n${fault}`,
      )
  }
  t.comment(JSON.stringify([...statuses].sort(([one], [other]) => one - other)))
  for (const status of [200, 400, 404]) t.ok((statuses.get(status) ?? 0) > 0, `some gave ${status}`)
})
