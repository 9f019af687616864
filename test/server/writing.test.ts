/** Documents that are sent: put, described anew, deleted, in streams, and all that can be wrong with them. */
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import type { JobResponse } from '../../server/schemas/jobs.ts'
import type { LineResult } from '../../server/schemas/writing.ts'
import { appOn, type DocumentResponse, pathsOf, type SearchResponse, search } from '../helpers/app.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'
import { checkProblem } from '../helpers/problem.ts'
import { ended, put, type Sent, send, writingApp } from '../helpers/writing.ts'

const engine = await openTestEngine(t)
await indexDocuments(engine, {
  'cartella/file.md': '# Un file\n\nUn documento di una cartella, con parole sue.',
})
const maxDocumentBytes = 64 * 1024
const app = await writingApp(t, engine, { maxDocumentBytes, maxJsonBytes: 32 * 1024 })

/** Ids of the documents that a search finds. */
async function idsOf(q: string): Promise<string[]> {
  return (await search(app, { q })).results.map(({ id }) => id)
}

/** How many documents there are, by the facets that count all of them. */
async function countOf(params: Record<string, string> = {}): Promise<SearchResponse> {
  return search(app, { ...params, facets: 'lang,topic,place,year' })
}

function refused(t: Test, { status, type, text }: Sent<unknown>, want: number, why: string) {
  return checkProblem(t, { status, type, body: text }, want, why)
}

t.test('a document that is put is found, with what was said about it', async (t) => {
  const { status, headers, body } = await put<DocumentResponse>(app, 'semi', {
    text: 'Le fabbriche di semiconduttori in Europa sono poche.\n\nNe servono altre.',
    title: 'Fabbriche',
    lang: 'it',
    date: '2024-05-17',
    source: 'Governo',
    url: 'https://example.org/semi',
    topics: ['energy'],
    tags: ['#Fabbriche', 'chip, wafer', 'fabbriche'],
    path: '/verbali/2024/semi.txt',
  })
  t.equal(status, 201)
  t.equal(headers.etag, `"${body.revision}"`)
  t.match(body, {
    id: 'semi',
    place: 'api',
    path: 'verbali/2024/semi.txt',
    title: 'Fabbriche',
    lang: 'it',
    date: '2024-05-17',
    source: 'Governo',
    url: 'https://example.org/semi',
  })
  t.strictSame(body.tags, ['Fabbriche', 'chip, wafer'], 'tags are cleaned')
  t.strictSame(await pathsOf(app, { tag: 'chip, wafer' }), ['verbali/2024/semi.txt'])
  t.equal(body.topics[0]?.id, 'energy', 'given topics come first')
  t.ok(
    body.topics.some(({ id }) => id === 'semiconductors'),
    'then those that the text shows',
  )
  t.strictSame(await idsOf('fabbrica semiconduttore'), ['semi'])
  t.strictSame(await pathsOf(app, { folder: 'verbali/2024' }), ['verbali/2024/semi.txt'])
})

t.test('a document that is put again replaces the one that was there', async (t) => {
  const before = (await countOf()).total.value
  const first = await put<DocumentResponse>(app, 'versioni', {
    text: 'Parla di zibaldoni e di musica.',
    lang: 'it',
  })
  const again = await put<DocumentResponse>(app, 'versioni', {
    text: 'Parla di zibaldoni e di musica.',
    lang: 'it',
  })
  t.equal(first.status, 201)
  t.equal(again.status, 200)
  t.equal(again.body.revision, first.body.revision, 'the same is left as it is')
  const second = await put<DocumentResponse>(app, 'versioni', {
    text: 'Talks about xylophones and about the weather.',
    lang: 'en',
    date: '2021',
  })
  t.equal(second.status, 200)
  t.ok(second.body.revision > first.body.revision)
  t.strictSame(await idsOf('zibaldoni'), [], 'old words are not found any more')
  t.strictSame(await idsOf('xylophone'), ['versioni'])
  const { total, facets } = await countOf()
  t.equal(total.value, before + 1)
  for (const facet of ['lang', 'place', 'year'] as const) {
    const sum = facets[facet]?.buckets.reduce((all, { count }) => all + count, 0)
    t.equal(sum, total.value, `${facet}: every document once`)
  }
  t.equal(
    (await countOf({ q: 'xylophones' })).facets.lang?.buckets.find(({ value }) => value === 'en')?.count,
    1,
  )
})

t.test('files are sent with their media type, front matter and all', async (t) => {
  const cases: [type: string, body: string, want: Partial<DocumentResponse>][] = [
    [
      'text/markdown',
      '---\ndate: 2020-02\n---\n# Il titolo\n\nTesto *marcato* di prova.',
      { title: 'Il titolo', date: '2020-02' },
    ],
    ['text/markdown; charset=utf-8', '# Altro titolo\n\nTesto.', { title: 'Altro titolo' }],
    [
      'TEXT/Plain',
      'Titolo di testo\n\nUn paragrafo che dice qualcosa di nuovo.',
      { title: 'Titolo di testo' },
    ],
  ]
  for (const [type, body, want] of cases) {
    const reply = await put<DocumentResponse>(app, 'file', body, { 'content-type': type })
    t.ok(reply.status < 202, `${type}: ${reply.text}`)
    t.match(reply.body, want, type)
  }
})

t.test('a description changes without the text', async (t) => {
  await put(app, 'descritto', {
    text: 'Un testo sui telescopi.',
    title: 'Titolo zanzibariano',
    lang: 'it',
    source: 'Ente',
  })
  const { status, body } = await send<DocumentResponse>(app, 'PATCH', '/v1/documents/descritto?wait=true', {
    body: { title: 'Osservatorio nuovo', date: '2019-07', topics: ['space'], tags: ['cielo'], source: null },
    headers: { 'content-type': 'application/merge-patch+json' },
  })
  t.equal(status, 200)
  t.match(body, { title: 'Osservatorio nuovo', date: '2019-07', source: null, lang: 'it', place: 'api' })
  t.strictSame(
    body.topics.map(({ id }) => id),
    ['space'],
  )
  t.strictSame(
    body.passages.map(({ text }) => text),
    ['Un testo sui telescopi.'],
  )
  t.strictSame(body.tags, ['cielo'])
  t.strictSame(await idsOf('osservatorio'), ['descritto'], 'words of the new title find it')
  t.strictSame(await idsOf('zanzibariano'), [], 'those of the old one do not')
  t.strictSame(await idsOf('telescopio'), ['descritto'])
  t.ok((await pathsOf(app, { from: '2019', to: '2019' })).includes('descritto'))
  const undated = await send<DocumentResponse>(app, 'PATCH', '/v1/documents/descritto?wait=true', {
    body: { date: null },
  })
  t.equal(undated.body.date, null)
  const back = await put<DocumentResponse>(app, 'descritto', {
    text: 'Un testo sui telescopi.',
    title: 'Titolo zanzibariano',
    lang: 'it',
    source: 'Ente',
  })
  t.match(back.body, { title: 'Titolo zanzibariano', source: 'Ente' }, 'what was put before can be put again')
})

t.test('a document that is deleted is gone', async (t) => {
  await put(app, 'passeggero', { text: 'Una parola: ornitorinco.', lang: 'it' })
  const before = (await countOf()).total.value
  const { status, body } = await send<JobResponse>(app, 'DELETE', '/v1/documents/passeggero?wait=true')
  t.strictSame([status, body.status, body.did], [200, 'done', 'removed'])
  t.strictSame(await idsOf('ornitorinco'), [])
  t.equal((await countOf()).total.value, before - 1)
  refused(t, await send(app, 'GET', '/v1/documents/passeggero'), 404, 'read')
  refused(t, await send(app, 'DELETE', '/v1/documents/passeggero'), 404, 'deleted again')
  refused(t, await send(app, 'PATCH', '/v1/documents/passeggero', { body: { title: 'x' } }), 404, 'patched')
})

t.test('who does not wait gets a job, and a new word is found as soon as that is done', async (t) => {
  const { status, headers, body } = await send<JobResponse>(app, 'PUT', '/v1/documents/lavoro', {
    body: { text: 'La parola nuova è brontosauro.', lang: 'it' },
  })
  t.equal(status, 202)
  t.equal(headers.location, `/v1/jobs/${body.id}`)
  t.match(body, { kind: 'put', document: 'lavoro', problem: null, did: null })
  const job = await ended(app, body.id)
  t.match(job, { status: 'done', did: 'created', progress: { documents: 1, of: 1 } })
  t.strictSame(await idsOf('brontosauro'), ['lavoro'])
  t.strictSame((await send(app, 'GET', String(headers.location))).body, { ...job })
  const { body: all } = await send<{ jobs: JobResponse[]; unfinished: number }>(
    app,
    'GET',
    '/v1/jobs?status=done',
  )
  t.equal(all.jobs[0]?.id, body.id, 'newest first')
  t.equal(all.unfinished, 0)
})

t.test('a revision that is no longer the present one is refused', async (t) => {
  const first = await put<DocumentResponse>(app, 'conteso', { text: 'La prima versione.', lang: 'it' })
  const etag = String(first.headers.etag)
  const second = await put(app, 'conteso', { text: 'La seconda versione.', lang: 'it' }, { 'if-match': etag })
  t.equal(second.status, 200)
  const cases: ['PUT' | 'PATCH' | 'DELETE', body: unknown][] = [
    ['PUT', { text: 'La terza versione.' }],
    ['PATCH', { title: 'Terza' }],
    ['DELETE', undefined],
  ]
  for (const [method, body] of cases) {
    for (const wait of ['', '?wait=true']) {
      const reply = await send(app, method, `/v1/documents/conteso${wait}`, {
        body,
        headers: { 'if-match': etag },
      })
      t.equal(refused(t, reply, 412, method).type, '/problems/precondition-failed')
    }
  }
  const create = { headers: { 'if-none-match': '*' }, body: { text: 'Un altro testo.' } }
  refused(t, await send(app, 'PUT', '/v1/documents/conteso', create), 412, 'only if there is none')
  t.equal((await send(app, 'PUT', '/v1/documents/inedito?wait=true', create)).status, 201)
  const missing = { headers: { 'if-match': '*' }, body: { text: 'Un testo.' } }
  refused(t, await send(app, 'PUT', '/v1/documents/assente', missing), 412, 'only if there is one')
  const both = { headers: { 'if-match': '*', 'if-none-match': '*' }, body: { text: 'Un testo.' } }
  refused(t, await send(app, 'PUT', '/v1/documents/conteso', both), 400, 'a contradiction')

  const now = String(second.headers.etag)
  const known = await send(app, 'GET', '/v1/documents/conteso', { headers: { 'if-none-match': now } })
  t.strictSame([known.status, known.text, known.headers.etag], [304, '', now])
  t.equal(known.headers['content-type'], undefined, 'what is not sent has no type')
  const other = await send(app, 'GET', '/v1/documents/conteso', { headers: { 'if-none-match': etag } })
  t.equal(other.status, 200)
})

t.test('of many who change the same revision at once, one succeeds', async (t) => {
  const { headers } = await put(app, 'gara', { text: 'Zero.', lang: 'it' })
  const replies = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      put(app, 'gara', { text: `Concorrente numero ${index}.` }, { 'if-match': String(headers.etag) }),
    ),
  )
  t.strictSame(replies.map(({ status }) => status).sort(), [200, 412, 412, 412, 412, 412, 412, 412])
})

t.test('the same request under the same key is done once', async (t) => {
  const headers = { 'idempotency-key': 'una chiave' }
  const body = { text: 'Una sola volta.', lang: 'it' }
  const [first, second] = await Promise.all([
    send<JobResponse>(app, 'PUT', '/v1/documents/chiave', { body, headers }),
    send<JobResponse>(app, 'PUT', '/v1/documents/chiave', { body, headers }),
  ])
  t.strictSame([first.status, second.status], [202, 202])
  t.equal(first.body.id, second.body.id)
  await ended(app, first.body.id)
  const third = await put<DocumentResponse>(app, 'chiave', body, headers)
  t.equal(third.status, 201, 'the answer that it had')
  for (const [why, method, url, other] of [
    ['another text', 'PUT', '/v1/documents/chiave', { text: 'Altro.' }],
    ['another document', 'PUT', '/v1/documents/chiave2', body],
    ['another method', 'PATCH', '/v1/documents/chiave', { title: 'x' }],
  ] as const) {
    const reply = await send(app, method, url, { body: other, headers })
    t.equal(refused(t, reply, 422, why).type, '/problems/key-reused', why)
  }
})

t.test('what cannot be a document is refused with a reason', async (t) => {
  const markdown = { 'content-type': 'text/markdown' }
  const json = { 'content-type': 'application/json' }
  const cases: [
    why: string,
    id: string,
    body: unknown,
    headers: Record<string, string>,
    status: number,
    says: RegExp,
  ][] = [
    ['no text', 'x', { text: '' }, {}, 422, /no text/],
    ['nothing but signs', 'x', { text: ' … — ! ' }, {}, 422, /no text/],
    ['an empty file', 'x', ' \n ', markdown, 422, /no text/],
    ['only a remark', 'x', '<!-- niente da leggere -->\n', markdown, 422, /no text/],
    [
      'a binary file',
      'x',
      'PK\u0003\u0004\u0000\u0000\u0000',
      { 'content-type': 'text/plain' },
      422,
      /binary/,
    ],
    ['text that is missing', 'x', { title: 'Senza testo' }, {}, 400, /text is missing/],
    ['a property that is none', 'x', { text: 'Testo.', titel: 'x' }, {}, 400, /"titel".*"title"/],
    ['a format that is none', 'x', { text: 'Testo.', format: 'html' }, {}, 400, /plain, markdown/],
    ['a date that is none', 'x', { text: 'Testo.', date: 'ieri' }, {}, 400, /"ieri"/],
    ['a language that is none', 'x', { text: 'Testo.', lang: 'klingon' }, {}, 400, /"klingon"/],
    ['an address that is none', 'x', { text: 'Testo.', url: 'ftp://x' }, {}, 400, /http/],
    ['a topic that is none', 'x', { text: 'Testo.', topics: ['magic'] }, {}, 400, /"magic"/],
    ['broken JSON', 'x', '{"text": "Testo', json, 400, /no JSON/],
    ['JSON that is no document', 'x', '[1, 2]', json, 400, /body must be object/],
    ['another media type', 'x', 'x', { 'content-type': 'video/mp4' }, 415, /text\/markdown/],
    ['no media type', 'x', 'x', { 'content-type': '' }, 415, /Content-Type/],
    ['no body', 'x', undefined, {}, 415, /Content-Type/],
    ['an id with a dot', 'a.b', { text: 'Testo.' }, {}, 400, /a\.b.*A-Z/],
    ['an id with a space', 'a%20b', { text: 'Testo.' }, {}, 400, /A-Z/],
    ['an id that is too long', 'a'.repeat(129), { text: 'Testo.' }, {}, 400, /128/],
    ['a document that is too long', 'x', { text: 'a '.repeat(17_000) }, {}, 413, /MB/],
    ['a file that is too long', 'x', 'a '.repeat(33_000), markdown, 413, /0\.1 MB/],
  ]
  const before = (await countOf()).total.value
  for (const [why, id, body, headers, status, says] of cases) {
    const reply = await send(app, 'PUT', `/v1/documents/${id}?wait=true`, { body, headers })
    t.match(refused(t, reply, status, why).detail, says, why)
  }
  const patches: [why: string, body: unknown, status: number][] = [
    ['nothing', {}, 400],
    ['a text', { text: 'x' }, 400],
    ['no title', { title: null }, 400],
    ['a date that is none', { date: 'domani' }, 400],
    ['a place', { place: 'x' }, 400],
  ]
  for (const [why, body, status] of patches) {
    refused(t, await send(app, 'PATCH', '/v1/documents/semi', { body }), status, `patch: ${why}`)
  }
  refused(
    t,
    await send(app, 'PUT', '/v1/documents/x?wiat=true', { body: { text: 'Testo.' } }),
    400,
    'a parameter',
  )
  t.equal((await countOf()).total.value, before, 'nothing has come of it')
})

t.test('documents of folders are left to their folders', async (t) => {
  const [hit] = (await search(app, { q: 'cartella' })).results
  const id = hit?.id ?? ''
  for (const [method, body] of [
    ['PUT', { text: 'Un altro.' }],
    ['PATCH', { title: 'Altro' }],
    ['DELETE', undefined],
  ] as const) {
    const reply = await send(app, method, `/v1/documents/${id}?wait=true`, { body })
    t.match(refused(t, reply, 409, method).detail, hit?.place)
  }
  t.equal((await search(app, { q: 'cartella' })).results[0]?.title, 'Un file')
})

t.test('a stream is answered line by line, and a bad line keeps nobody else out', async (t) => {
  const before = (await countOf()).total.value
  const lines = Array.from({ length: 2000 }, (_, index) =>
    JSON.stringify({
      id: `riga-${index + 1}`,
      text: `Questa è la riga ${index + 1} di un elenco marziano.`,
      lang: 'it',
    }),
  )
  lines[1233] = '{"id": "riga-1234", "text": '
  lines[99] = ''
  const { status, type, text } = await send(app, 'POST', '/v1/documents', {
    body: lines.join('\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  t.strictSame([status, type], [200, 'application/x-ndjson'])
  const results: LineResult[] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.equal(results.length, 1999, 'one for each line that is not empty')
  t.equal(new Set(results.map(({ line }) => line)).size, 1999)
  const failed = results.filter((result) => result.status === 'failed')
  t.match(failed, [{ line: 1234, id: null, problem: { status: 400, detail: /Line 1234/ } }])
  for (const result of results) if (result.status === 'indexed') t.equal(result.id, `riga-${result.line}`)
  t.equal((await countOf()).total.value, before + 1998)
  t.equal((await countOf({ q: 'elenco marziano' })).total.value, 1998)
  t.strictSame(await idsOf('"riga 2000"'), ['riga-2000'])
})

t.test('what is wrong with a line of a stream is said', async (t) => {
  const lines = [
    '{"id":"buona","text":"Una riga buona sui platelminti."}',
    '{"text":"Senza id."}',
    '{"id":"a b","text":"Un id che non va."}',
    '{"id":"vuota","text":""}',
    '{"id":"data","text":"Testo.","date":"ieri"}',
    '["niente"]',
    `{"id":"lunga","text":"${'x'.repeat(2.1 * 1024 * 1024)}"}`,
    '{"id":"buona","text":"La stessa, ma cambiata: nematelminti."}',
    '{"id":"sconosciuta","text":"Testo.","testo":"x"}',
  ]
  const { text } = await send(app, 'POST', '/v1/documents', {
    body: lines.join('\r\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  const results: LineResult[] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const byLine = results.sort((a, b) => a.line - b.line)
  t.strictSame(
    byLine.map(({ line, status, problem }) => [line, status, problem?.status]),
    [
      [1, 'indexed', undefined],
      [2, 'failed', 400],
      [3, 'failed', 400],
      [4, 'failed', 422],
      [5, 'failed', 400],
      [6, 'failed', 400],
      [7, 'failed', 413],
      [8, 'indexed', undefined],
      [9, 'failed', 400],
    ],
  )
  t.strictSame(await idsOf('nematelminti'), ['buona'], 'of the same document the last line counts')
  t.strictSame(await idsOf('platelminti'), [])
  const other = await send(app, 'POST', '/v1/documents', {
    body: '[]',
    headers: { 'content-type': 'application/json' },
  })
  t.match(refused(t, other, 415, 'JSON').detail, /x-ndjson/)
})

t.test(
  'over a connection a stream is answered while it is sent, and ends when nobody is there any more',
  async (t) => {
    const served = await writingApp(t, engine)
    await served.listen({ port: 0, host: '127.0.0.1' })
    const { port } = served.server.address() as AddressInfo
    const asking = httpRequest({
      port,
      method: 'POST',
      path: '/v1/documents',
      headers: { 'content-type': 'application/x-ndjson' },
    })
    const answers = (async function* () {
      const reply = await new Promise<import('node:http').IncomingMessage>((resolve) =>
        asking.once('response', resolve),
      )
      let held = ''
      for await (const piece of reply) {
        held += piece
        for (let end = held.indexOf('\n'); end !== -1; end = held.indexOf('\n')) {
          yield JSON.parse(held.slice(0, end)) as LineResult
          held = held.slice(end + 1)
        }
      }
    })()
    for (const id of ['viva-1', 'viva-2']) {
      asking.write(`${JSON.stringify({ id, text: `La riga viva ${id} è arrivata.` })}\n`)
      t.match((await answers.next()).value, { id, status: 'indexed' }, 'answered before the next one is sent')
    }
    asking.once('error', () => {})
    asking.destroy()
    await answers.return(undefined).catch(() => {})
    t.equal((await put(served, 'dopo', { text: 'Il servizio va avanti.' })).status, 201)
  },
)

t.test('all documents of a place can be deleted', async (t) => {
  refused(t, await send(app, 'DELETE', '/v1/documents'), 400, 'no place')
  refused(t, await send(app, 'DELETE', '/v1/documents?place=nessuno'), 404, 'a place that is none')
  const { status, body } = await send<JobResponse>(app, 'DELETE', '/v1/documents?place=api&wait=true')
  t.strictSame([status, body.status, body.place], [200, 'done', 'api'])
  t.ok((body.progress.of ?? 0) > 1998)
  const { total, facets } = await countOf()
  t.equal(total.value, 1, 'the document of the folder stays')
  t.strictSame(facets.place?.buckets.map(({ value }) => value).includes('api'), false)
  t.strictSame(await idsOf('elenco marziano'), [])
})

t.test('where nothing may be written the service says so', async (t) => {
  const reading = await appOn(t, engine)
  for (const [method, url, body] of [
    ['PUT', '/v1/documents/x', { text: 'Testo.' }],
    ['PATCH', '/v1/documents/x', { title: 'x' }],
    ['DELETE', '/v1/documents/x', undefined],
    ['DELETE', '/v1/documents?place=api', undefined],
    ['GET', '/v1/jobs', undefined],
    ['GET', '/v1/jobs/x', undefined],
  ] as const) {
    const reply = await send(reading, method, url, { body })
    t.equal(refused(t, reply, 403, `${method} ${url}`).type, '/problems/writing-closed')
  }
})
