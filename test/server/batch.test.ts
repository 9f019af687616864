/** Many queries at once: each has its own line, whatever becomes of the others. */
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { queriesOfTable } from '../../server/batch/read-queries.ts'
import type { BatchLine } from '../../server/schemas/batch.ts'
import { appOn, get, search } from '../helpers/app.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { openTestEngine } from '../helpers/engine.ts'
import { sampleApp } from '../helpers/sample.ts'

const { app } = await sampleApp(t)

async function post(
  body: string | object,
  params = '',
  on = app,
): Promise<{ status: number; text: string; lines: BatchLine[] }> {
  const isTable = typeof body === 'string'
  const reply = await on.inject({
    method: 'POST',
    url: `/v1/batch${params}`,
    headers: { 'content-type': isTable ? 'text/csv' : 'application/json' },
    payload: isTable ? body : JSON.stringify(body),
  })
  const isStream = /ndjson/.test(String(reply.headers['content-type']))
  const lines = isStream
    ? reply.body
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : []
  return { status: reply.statusCode, text: reply.body, lines }
}

t.test('each query is answered as a search answers it', async (t) => {
  const queries = [
    { id: 'chip', q: 'semiconduttori' },
    { q: 'hydrogen', lang: ['it'] },
    { q: 'sicurezza economica', topic: ['economic-security'], from: '2023' },
    { q: '"intelligenza artificiale" -chip' },
    {},
  ]
  const { lines } = await post({ queries }, '?size=5')
  t.equal(lines.length, queries.length)
  for (const [index, { id, ...params }] of queries.entries() as Iterable<[number, Record<string, string>]>) {
    const found = await search(app, { ...params, size: 5 })
    t.match(lines[index], { line: index + 1, id: id ?? null, status: 'done', total: found.total.value })
    t.strictSame(
      lines[index]?.results?.map(({ id }) => id),
      found.results.map(({ id }) => id),
    )
  }
})

t.test('what is wrong with one is told in its line', async (t) => {
  const { status, lines } = await post({
    queries: [
      { q: 'idrogeno' },
      { q: 'idrogeno', topic: ['nessuno'] },
      { qq: 'idrogeno' },
      { q: 'x'.repeat(600) },
      { q: 'idrogeno', from: '2024', to: '2023' },
      { q: 7, id: 'numero' },
      'idrogeno',
      null,
      { q: Array.from({ length: 17 }, (_, index) => `"frase numero ${index}"`).join(' ') },
      { q: 'hydrogen' },
    ],
  })
  t.equal(status, 200)
  t.strictSame(
    lines.map(({ status }) => status),
    ['done', 'failed', 'failed', 'failed', 'failed', 'done', 'failed', 'failed', 'failed', 'done'],
  )
  for (const { status, problem } of lines) {
    if (status === 'failed')
      t.match(problem, { type: '/problems/invalid-parameter', status: 400, detail: /\w/ })
  }
  t.match(lines[2]?.problem?.detail, /Did you mean "q"/)
  t.match(lines[6]?.problem?.detail, /A query is an object/)
})

t.test('a table is read with commas, semicolons or tabs, with names or without', (t) => {
  const read = (text: string) => queriesOfTable(text).map(({ value }) => value)
  t.strictSame(read('q,lang\nidrogeno,it\n"a, b",\n'), [{ q: 'idrogeno', lang: 'it' }, { q: 'a, b' }])
  t.strictSame(read('\uFEFFid;q\r\n1;"alfa; beta"\r\n\r\n2;gamma, delta\r\n'), [
    { id: '1', q: 'alfa; beta' },
    { id: '2', q: 'gamma, delta' },
  ])
  t.strictSame(read('q\ttopic\nchip\tai\n'), [{ q: 'chip', topic: 'ai' }])
  t.strictSame(read('idrogeno verde\nchip\n'), [{ q: 'idrogeno verde' }, { q: 'chip' }])
  t.match(queriesOfTable('q,lang\nchip,it,ancora\n'), [{ fault: /3 values for 2 columns/ }])
  t.throws(() => queriesOfTable('q,lingua\nchip,it\n'), { message: /no parameter "lingua"/ })
  t.throws(() => queriesOfTable('q\nidrogeno\n"chip\ncavi\nrete\n'), {
    message: /begins in line 3 has a quotation mark/,
  })
  t.throws(() => queriesOfTable('q\nidrogeno\n"supply chain" chip\n'), {
    message: /line 3 .*""supply chain"" chip/,
  })
  t.strictSame(read('q\n"""supply chain"" chip"\n'), [{ q: '"supply chain" chip' }])
  t.throws(() => queriesOfTable(''), { message: /no query/ })
  t.throws(() => queriesOfTable('q\n'), { message: /no query/ })
  t.end()
})

t.test('a table goes in and a table comes out', async (t) => {
  const { text } = await post('id;q;lang\na;semiconduttori;it\nb;=cmd();\nc;chip;xx1\n', '?format=csv&size=2')
  const rows: Record<string, string>[] = parse(text, { columns: true })
  const found = await search(app, { q: 'semiconduttori', lang: 'it', size: 2 })
  t.strictSame(
    rows.filter(({ id }) => id === 'a').map(({ document }) => document),
    found.results.map(({ id }) => id),
  )
  t.match(
    rows.find(({ id }) => id === 'b'),
    { q: "'=cmd()", status: 'done' },
    'no formula comes back',
  )
  t.match(
    rows.find(({ id }) => id === 'c'),
    { status: 'failed', detail: /language code/ },
  )
})

t.test('two hundred queries are answered in their order', async (t) => {
  const words = ['idrogeno', 'chip', 'cavi', 'quantum', 'identità', 'platforms', 'batterie', 'salute']
  const queries = Array.from({ length: 200 }, (_, index) => ({
    id: `q${index}`,
    q: `${words[index % 8]} ${words[(index >> 3) % 8]}`,
  }))
  const { lines } = await post({ queries }, '?size=1')
  t.strictSame(
    lines.map(({ id }) => id),
    queries.map(({ id }) => id),
  )
  t.ok(lines.every(({ status }) => status === 'done'))
})

t.test('what is new since a change is told', async (t) => {
  const engine = await openTestEngine(t)
  const { writer } = await openLiveWriter(engine)
  const put = (id: string, text: string) => writer.change({ put: [smallDraft({ id, passages: [text] })] })
  await put('uno', 'Il primo avviso sul ponte.')
  await put('due', 'Il secondo avviso sul ponte.')
  await writer.settle()
  const app = await appOn(t, engine)
  const [first] = (await post({ queries: [{ q: 'ponte' }] }, '', app)).lines
  t.match(first, { total: 2, change: 2 })
  t.notOk('new' in (first ?? {}))
  await put('tre', 'Il terzo avviso sul ponte.')
  await put('altro', 'Un testo sulla galleria.')
  await put('uno', 'Il primo avviso sul ponte, corretto.')
  await writer.settle()
  const since = async () => (await post('q\nponte\ngalleria\nnave\n', `?since=${first?.change}`, app)).lines
  let lines = await since()
  for (let tries = 0; tries < 50 && lines[0]?.change !== 5; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    lines = await since()
  }
  t.match(lines, [
    { total: 3, new: 2, change: 5 },
    { total: 1, new: 1 },
    { total: 0, new: 0, results: [] },
  ])
  t.strictSame(
    lines[0]?.results?.map(({ id }) => id),
    ['tre', 'uno'],
  )
})

t.test('what is no batch is refused as a whole', async (t) => {
  const bodies: [body: string | object, status: number][] = [
    [{}, 400],
    [{ queries: [] }, 400],
    [{ queries: 'chip' }, 400],
    [{ queries: Array.from({ length: 1001 }, () => ({ q: 'chip' })) }, 400],
    ['', 400],
    ['colore,forma\nrosso,tondo\n', 400],
    [`q\n${'x'.repeat(1024 * 1024)}`, 413],
  ]
  for (const [body, status] of bodies)
    t.equal((await post(body)).status, status, JSON.stringify(body).slice(0, 40))
  t.equal((await post({ queries: [{}] }, '?since=-1')).status, 400)
  t.equal((await get(app, '/v1/batch')).status, 405)
  const other = await app.inject({
    method: 'POST',
    url: '/v1/batch',
    headers: { 'content-type': 'text/xml' },
    payload: '<q/>',
  })
  t.equal(other.statusCode, 415)
})
