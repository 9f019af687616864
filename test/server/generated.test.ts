/**
 * Whatever is asked, in whatever way, is answered as the OpenAPI document says, and never with a fault of the service.
 * `REQUESTS=20000 SEED=3` for more and others.
 */
import t, { type Test } from 'tap'
import { createRandom } from '../../bench/random.ts'
import { sampleDocuments } from '../../cli/installation.ts'
import type { App } from '../../server/app.ts'
import type { JobsResponse } from '../../server/schemas/jobs.ts'
import { get, search } from '../helpers/app.ts'
import { indexFolder, openTestEngine } from '../helpers/engine.ts'
import { mismatch } from '../helpers/published.ts'
import { type RandomRequest, randomRequests } from '../helpers/random-requests.ts'
import { sampleApp } from '../helpers/sample.ts'
import { changingApp } from '../helpers/writing.ts'

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

/** What may be written. */
const written = {
  text: [
    'La Lanterna illumina il porto di Genova dal Medioevo.',
    'The harbour of Genoa has had a lighthouse since the Middle Ages.\n\nIt is 77 metres high.',
    'Il regolamento (UE) 2024/1689 vale dal 2026.',
    '---\ntitle: Boe\ndate: 2023-05\n---\nLe boe segnano il canale.',
  ],
  file: [
    'Le boe segnano il canale del porto.',
    '<html><title>Boe</title><body><p>Le boe segnano il canale.</p></body></html>',
    '# Boe\n\nLe boe segnano il canale.',
    '%PDF-1.4 rotto',
    '{\\rtf1 Le boe segnano il canale.}',
  ],
  title: ['Il faro', 'The lighthouse', 'x'],
  date: ['2024', '2024-05', '2024-05-06', '6 maggio 2024'],
  url: ['https://example.org/faro', 'ftp://example.org/faro'],
  lang: ['it', 'en', 'italiano', 'xx'],
  path: ['porto/faro.md', '../faro', 'faro'],
  topics: ['semiconductors', 'energy', 'nessuno'],
  tags: ['porti', 'fari'],
  translations: ['nota-1', 'nota-2', 'porto/faro.md'],
  place: ['api', 'sample', 'nessuno'],
  it: ['faro', 'banca dati', 'rete'],
  en: ['lighthouse', 'data bank', 'goal'],
  status: ['done', 'failed'],
  'if-match': ['*', '"1-it"', 'W/"1"'],
  'if-none-match': ['*', '"1"'],
  'idempotency-key': ['uno', 'due', 'tre'],
}

/** Sends a request; `fault` says what is wrong with its answer, if anything is. */
async function send(
  app: App,
  request: RandomRequest,
): Promise<{ status: number; text: string; fault?: string | undefined }> {
  const reply = await app.inject(request)
  const { statusCode: status, body: text } = reply
  if (status >= 500) return { status, text, fault: `${status}: ${text.slice(0, 300)}` }
  const [type = ''] = String(reply.headers['content-type'] ?? '').split(';')
  if (status === 304) return { status, text, fault: text === '' ? undefined : '304 with a body' }
  if (text === '' && status !== 200) return { status, text, fault: `${status} without a body` }
  const method = request.method.toLowerCase() as Lowercase<RandomRequest['method']>
  return {
    status,
    text,
    fault: mismatch(app, request.url, { status, type, body: bodyOf(type, text) }, method),
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

/** Sends so many, and fails for each that is not answered as it should be. */
async function sendAll(
  t: Test,
  app: App,
  next: () => RandomRequest,
  { count, onAnswer = () => {} }: { count: number; onAnswer?: (text: string) => void },
): Promise<Map<number, number>> {
  const statuses = new Map<number, number>()
  for (let sent = 0; sent < count; sent += 1) {
    const request = next()
    const { status, fault, text } = await send(app, request)
    onAnswer(text)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (fault !== undefined)
      t.fail(
        `${request.method} ${request.url} ${request.payload ?? ''} ${JSON.stringify(request.headers)}\n${fault}`,
      )
  }
  t.comment(JSON.stringify([...statuses].sort(([one], [other]) => one - other)))
  return statuses
}

t.test(`${REQUESTS} requests that read are answered as it is published (SEED=${SEED})`, async (t) => {
  const next = randomRequests(app.swagger(), known, createRandom(SEED))
  const statuses = await sendAll(t, app, next, { count: REQUESTS })
  for (const status of [200, 400, 404]) t.ok((statuses.get(status) ?? 0) > 0, `some gave ${status}`)
})

/** A decision about a pair puts all lexicons together anew, which takes about a second. */
const DECISIONS_ONE_IN = 10

t.test(`${REQUESTS} requests of all kinds are answered as it is published (SEED=${SEED})`, async (t) => {
  const engine = await openTestEngine(t)
  await indexFolder(engine, sampleDocuments)
  const app = await changingApp(t, engine, t.testdir())
  // What it reads when it is first asked may take longer than a request is given where tests share a machine.
  await get(app, '/v1/topics')
  // Ids of jobs are known when they are answered.
  const ids = ['nota-1', 'nota-2', 'nota-3', 'note_4', 'nessuno', ...known.id.slice(0, 3)]
  const random = createRandom(SEED)
  const next = randomRequests(app.swagger(), { ...known, ...written, id: ids }, random, { writes: true })
  const isDecision = ({ method, url }: RandomRequest) => method !== 'GET' && url.startsWith('/v1/lexicon')
  const drawn = (): RandomRequest => {
    for (;;) {
      const request = next()
      if (!isDecision(request) || random.below(DECISIONS_ONE_IN) === 0) return request
    }
  }
  const onAnswer = (text: string): void => {
    const job = /^\{"id":"([\w-]+)","kind"/.exec(text)?.[1]
    if (job !== undefined) ids.splice(8 + random.below(4), 1, job)
  }
  const statuses = await sendAll(t, app, drawn, { count: REQUESTS, onAnswer })
  // A document that is new is stored at once (201) in one of some hundreds only.
  for (const status of [200, 400, 404]) t.ok((statuses.get(status) ?? 0) > 0, `some gave ${status}`)
  const { jobs } = (await app.inject('/v1/jobs?size=1000')).json<JobsResponse>()
  const faults = jobs.flatMap(({ problem }) => (problem !== null && problem.status >= 500 ? [problem] : []))
  t.strictSame(faults, [], `none of ${jobs.length} jobs failed by a fault of the service`)
})
