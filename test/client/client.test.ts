/** The client for JavaScript against the real service, which lies below a path of its own. */
import t from 'tap'
import { BiforaError, createClient } from '../../client/src/client.ts'
import { openTestEngine } from '../helpers/engine.ts'
import { writingApp } from '../helpers/writing.ts'

const engine = await openTestEngine(t)
const app = await writingApp(t, engine, {}, '/ricerca')
const url = await app.listen({ host: '127.0.0.1', port: 0 })
const client = createClient({ url: `${url}/ricerca/`, acceptLanguage: 'it' })

const CITIES = ['Torino', 'Genova', 'Bari', 'Lecce', 'Trento', 'Udine', 'Parma']
const documents = CITIES.map((city, index) => ({
  id: city.toLowerCase(),
  text: `La biblioteca di ${city} presta anche libri in inglese.\n\nÈ aperta la sera.`,
  lang: 'it',
  date: `2024-0${index + 1}-10`,
  source: index % 2 === 0 ? 'Comune, ufficio stampa' : 'Provincia',
  topics: ['energy'],
}))

/** What a call is refused with. */
async function refusal(call: Promise<unknown>): Promise<BiforaError> {
  const error = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(error instanceof BiforaError)) throw new Error(`Refused with ${error}`)
  return error
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

t.test('many documents are put, and each is answered for', async (t) => {
  const wrong = { id: 'Bad id!', text: 'Un testo.' }
  const results = await collected(client.putDocuments([...documents, wrong]))
  t.strictSame(
    results.map(({ line, id, status }) => [line, id, status]),
    [...documents.map(({ id }, index) => [index + 1, id, 'indexed']), [8, 'Bad id!', 'failed']],
  )
  t.match(results.at(-1)?.problem?.detail, /Bad id/)
  t.match(await client.health(), { status: 'ready' })
})

t.test('a search finds, counts and filters, also by names with commas', async (t) => {
  const found = await client.search({
    q: 'biblioteche',
    source: ['Comune, ufficio stampa'],
    facets: ['source', 'topic'],
    size: 2,
  })
  t.equal(found.total.value, 4)
  t.equal(found.results.length, 2)
  t.equal(found.facets.source?.buckets.find(({ value }) => value === 'Provincia')?.count, 3)
  t.equal(
    found.facets.topic?.buckets[0]?.label,
    'Tecnologie verdi ed energetiche',
    'labels in the language that was asked for',
  )
  t.match(await client.facet('source', { q: 'prov', query: 'biblioteca' }), { buckets: [{ count: 3 }] })
})

t.test('what is too long for an address is asked all the same', async (t) => {
  const source = ['Provincia', ...Array.from({ length: 19 }, (_, index) => `${index}`.padEnd(900, 'x'))]
  t.equal((await client.search({ q: 'biblioteca', source })).total.value, 3)
})

t.test('all pages are walked, each match once', async (t) => {
  const hits = await collected(client.searchAll({ q: 'biblioteca', sort: 'date', size: 2 }))
  t.strictSame(
    hits.map(({ id }) => id),
    documents.map(({ id }) => id),
  )
  t.strictSame(await collected(client.searchAll({ q: 'tramezzino' })), [])
})

t.test('an export is read as it comes, and left when enough has come', async (t) => {
  const all = await collected(client.exportAll({ q: 'biblioteca' }))
  t.strictSame(all.map(({ id }) => id).sort(), documents.map(({ id }) => id).sort())
  for await (const { id } of client.exportAll()) {
    t.type(id, 'string')
    break
  }
  const table = await client.exportFile('csv', { q: 'Lecce' })
  t.match(await table.text(), /^id,.*\r?\nlecce,/)
})

t.test('the file of a document that was sent is none', async (t) => {
  t.match(client.fileUrl('lecce'), /\/ricerca\/v1\/documents\/lecce\/file$/)
  t.match(await refusal(client.file('lecce')), { status: 404, type: '/problems/not-found' })
})

t.test('a document is marked by the query that it is read with', async (t) => {
  const { matches, passages, expansions } = await client.document('lecce', {
    q: 'biblioteche',
    expand: 'none',
  })
  t.match(matches, { total: 1, pages: [{ number: 1, count: 1 }] })
  t.strictSame(expansions, [])
  t.strictSame(
    passages.flatMap(({ text, highlights = [] }) =>
      highlights.map(({ start, end }) => text.slice(start, end)),
    ),
    ['biblioteca'],
  )
})

t.test('several searches at once have an outcome each', async (t) => {
  const { outcomes } = await client.multiSearch([{ q: 'Bari' }, { q: 'x', topic: ['nothing'] }])
  t.strictSame(
    outcomes.map(({ status }) => status),
    [200, 400],
  )
  t.match(outcomes[1]?.problem?.errors, [{ parameter: 'topic' }])
})

t.test('suggestions, topics, a document and what is like it', async (t) => {
  t.match(await client.suggest({ q: 'bibl' }), { suggestions: [{ text: 'biblioteca' }] })
  t.ok((await client.topics()).topics.some(({ id }) => id === 'energy'))
  t.match(await client.document('lecce'), { id: 'lecce', source: 'Provincia' })
  t.match(await client.related('lecce', { size: 3 }), { id: 'lecce' })
})

t.test('a document is put, described anew and removed', async (t) => {
  const put = await client.putDocument('como', { text: 'Il lago di Como.' }, { wait: true, isNew: true })
  if (!put.isDone) throw new Error('It was to be waited for')
  t.match(put.document, { id: 'como', lang: 'it' })
  t.equal((await refusal(client.putDocument('como', { text: 'Altro.' }, { isNew: true }))).status, 412)

  const { revision } = put.document
  const patched = await client.patchDocument('como', { title: 'Un lago' }, { wait: true, ifMatch: revision })
  t.match(patched, { isDone: true, document: { title: 'Un lago' } })
  t.equal((await refusal(client.deleteDocument('como', { ifMatch: revision }))).status, 412)

  const { id } = await client.deleteDocument('como')
  t.match(await client.waitForJob(id), { status: 'done', did: 'removed' })
  t.equal((await refusal(client.document('como'))).status, 404)
  t.ok((await client.jobs({ status: 'done' })).jobs.some((job) => job.id === id))
  t.match(await client.job(id), { document: 'como' })
})

t.test('a file is put as it is, and the same request twice is one job', async (t) => {
  const file = new Blob(['# Sondrio\n\nUna città tra i monti.'])
  const options = { idempotencyKey: 'file-1' }
  const first = await client.putFile('sondrio', file, 'text/markdown', options)
  const second = await client.putFile('sondrio', file, 'text/markdown', options)
  if (first.isDone || second.isDone) throw new Error('It was not to be waited for')
  t.equal(second.job.id, first.job.id)
  await client.waitForJob(first.job.id)
  t.match(await client.document('sondrio'), { title: 'Sondrio' })
})

t.test('what is refused is an error with all that the service says', async (t) => {
  const error = await refusal(client.search({ q: 'x', from: '2024-13' }))
  t.match(error, {
    name: 'BiforaError',
    status: 400,
    type: /invalid-parameter/,
    requestId: /^[0-9a-f-]{36}$/,
  })
  t.equal(error.message, error.detail)
  t.match(error.errors, [{ parameter: 'from' }])
})
