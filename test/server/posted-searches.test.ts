/** Searches with a body, several at once, and answers that have only what was asked for. */
import t, { type Test } from 'tap'
import { type SearchParams, type SearchResponse, search, testApp } from '../helpers/app.ts'
import { mismatch } from '../helpers/published.ts'

const { app } = await testApp(t, {
  'leggi/uno.md':
    '---\nlang: it\ndate: 2023-03-01\nsource: "Camera, Roma"\n---\n# Rete\n\nLa rete elettrica italiana.',
  'leggi/due.md': '---\nlang: it\ndate: 2024\n---\n# Reti\n\nLe reti di calcolo e la rete idrica.',
  'en/three.md': '---\nlang: en\ndate: 2024-05-01\nsource: Ministry\n---\n# Grid\n\nThe Italian power grid.',
})

/** The answer to a POST, which has to be as published. */
async function post<T>(t: Test, url: string, payload: unknown): Promise<{ status: number; body: T }> {
  const reply = await app.inject({ method: 'POST', url, payload: payload as object })
  const [type = ''] = String(reply.headers['content-type']).split(';')
  const body = reply.json()
  const wrong = mismatch(app, url, { status: reply.statusCode, type, body }, 'post')
  t.equal(wrong, undefined, `${url} ${JSON.stringify(payload)} is answered as published`)
  return { status: reply.statusCode, body }
}

const asJson = ({ tookMs: _, links: __, ...rest }: SearchResponse) => rest

t.test('a body asks the same as an address', async (t) => {
  const cases: [body: Record<string, unknown>, params: SearchParams][] = [
    [{}, {}],
    [{ q: 'rete' }, { q: 'rete' }],
    [
      { q: 'rete', lang: ['it', 'en'], size: 1, page: 2 },
      { q: 'rete', lang: 'it,en', size: 1, page: 2 },
    ],
    [{ source: ['Camera, Roma'] }, { source: 'Camera, Roma' }],
    [
      { source: 'Camera, Roma', exact: true },
      { source: 'Camera, Roma', exact: 'true' },
    ],
    [
      { facets: ['lang', 'topic'], interval: 'month', from: '2023' },
      { facets: 'lang,topic', interval: 'month', from: '2023' },
    ],
  ]
  for (const [body, params] of cases) {
    const { status, body: found } = await post<SearchResponse>(t, '/v1/search', body)
    t.equal(status, 200)
    t.strictSame(asJson(found), asJson(await search(app, params)), JSON.stringify(body))
    const followed = await app.inject(found.links.next ?? found.links.self)
    t.equal(followed.statusCode, 200, 'its links can be followed')
  }
})

t.test('a body that is wrong is told what is, and what is meant', async (t) => {
  const cases: [body: unknown, parameter: string][] = [
    [{ langs: ['it'] }, 'langs'],
    [{ size: 101 }, 'size'],
    [{ from: 'ieri' }, 'from'],
    [{ topic: ['nonsense'] }, 'topic'],
    [{ q: { text: 'rete' } }, 'q'],
  ]
  for (const [body, parameter] of cases) {
    const { status, body: problem } = await post<{ errors: { parameter: string }[] }>(t, '/v1/search', body)
    t.equal(status, 400)
    t.strictSame(
      problem.errors.map((one) => one.parameter),
      [parameter],
    )
  }
})

type Outcomes = { outcomes: { status: number; answer?: SearchResponse; problem?: Record<string, unknown> }[] }

t.test('several searches have outcomes in their order, and none stops the others', async (t) => {
  const { status, body } = await post<Outcomes>(t, '/v1/multi-search', {
    searches: [
      { q: 'rete', size: 1 },
      { q: 'rete', langs: ['it'] },
      { q: 'grid', expand: 'none' },
      'rete',
      { size: 0, facets: 'lang' },
      { topic: ['nonsense'] },
      null,
    ],
  })
  t.equal(status, 200)
  t.strictSame(
    body.outcomes.map(({ status }) => status),
    [200, 400, 200, 400, 200, 400, 400],
  )
  t.match(body.outcomes[1]?.problem, {
    errors: [{ parameter: 'langs', nearest: 'lang' }],
    requestId: /^[0-9a-f-]{36}$/,
  })
  t.match(body.outcomes[3]?.problem, { detail: /A search is an object/ })
  t.strictSame(
    asJson(body.outcomes[0]?.answer as SearchResponse),
    asJson(await search(app, { q: 'rete', size: 1 })),
  )
  t.strictSame(
    body.outcomes[2]?.answer?.results.map(({ path }) => path),
    ['en/three.md'],
  )
  t.strictSame(
    body.outcomes[4]?.answer?.facets.lang?.buckets.map(({ count }) => count),
    [2, 1],
  )
})

t.test('there are between one and twenty searches', async (t) => {
  const many = (count: number) => ({
    searches: Array.from({ length: count }, () => ({ q: 'rete', size: 0 })),
  })
  const twenty = await post<Outcomes>(t, '/v1/multi-search', many(20))
  t.strictSame(
    twenty.body.outcomes.map(({ answer }) => answer?.total.value),
    Array(20).fill(2),
  )
  for (const body of [many(0), many(21), {}, { searches: 'rete' }, { searches: [{}], q: 'x' }, [], null]) {
    const { status } = await post(t, '/v1/multi-search', body)
    t.equal(status, 400, JSON.stringify(body).slice(0, 60))
  }
})

t.test('size 0 counts without results', async (t) => {
  const counted = await search(app, { q: 'rete', size: 0, facets: 'lang', interval: 'year' })
  const shown = await search(app, { q: 'rete', facets: 'lang', interval: 'year' })
  t.strictSame(counted.results, [])
  t.strictSame(counted.page, { number: 1, size: 0, pages: 0 })
  t.strictSame(Object.keys(counted.links), ['self'])
  for (const part of ['total', 'facets', 'histogram', 'expansions', 'query'] as const) {
    t.strictSame(counted[part], shown[part], part)
  }
  const nothing = await search(app, { q: 'rete', size: 0, lang: 'fr' })
  t.match(
    nothing.relaxations,
    [{ kind: 'filter', drop: 'lang', total: 2 }],
    'what would help is said all the same',
  )
})

t.test('results have the properties that are asked for, and their id', async (t) => {
  const [all] = (await search(app, { q: 'rete' })).results
  t.strictSame(
    Object.keys(all ?? {}).sort(),
    [
      ...[
        'copies',
        'copiesTotal',
        'date',
        'dateBasis',
        'datePrecision',
        'foundBy',
        'id',
        'lang',
        'missing',
        'passages',
      ],
      ...['path', 'paths', 'place', 'references', 'score', 'source', 'tags', 'title', 'titleHighlights'],
      ...['topics', 'translations', 'url'],
    ],
    'all are there if nothing is said',
  )
  const cases: [fields: string, sort: string][] = [
    ['title', 'relevance'],
    ['id', '-date'],
    ['title,date,score', 'relevance'],
    ['passages', '-date'],
    ['passages,missing', 'relevance'],
    ['copies,translations,topics', 'date'],
  ]
  for (const [fields, sort] of cases) {
    const wanted = new Set(['id', ...fields.split(',')])
    for (const q of ['rete', 'rete xyzzyqwk calcolo', '"rete idrica"', '']) {
      const whole = (await search(app, { q, sort })).results
      t.strictSame(
        (await search(app, { q, sort, fields })).results,
        whole.map((hit) => Object.fromEntries(Object.entries(hit).filter(([name]) => wanted.has(name)))),
        `"${q}" ${fields}`,
      )
    }
  }
  const [html] = (await search(app, { q: 'rete', fields: 'titleHtml', format: 'html' })).results
  t.strictSame(Object.keys(html ?? {}), ['id', 'titleHtml'])
})

t.test('half a character, which JSON can write, finds nothing and is no fault', async (t) => {
  const headers = { 'content-type': 'application/json' }
  for (const payload of ['{"q":"\\ud800"}', '{"place":"\\ud800"}', '{"source":["\\udc00"]}']) {
    const { statusCode } = await app.inject({ method: 'POST', url: '/v1/search', headers, payload })
    t.equal(statusCode, 200, payload)
  }
})
