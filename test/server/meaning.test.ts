/** Finding by meaning, on a real engine, with an embedder over HTTP. */
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { readTopics } from '../../cli/installation.ts'
import type { Engine } from '../../engine/engine.ts'
import { type App, buildApp } from '../../server/app.ts'
import type { MeaningOptions } from '../../server/meaning/meaning.ts'
import type { StatsResponse } from '../../server/schemas/stats.ts'
import { get, type SearchParams, type SearchResponse, search, searchUrl } from '../helpers/app.ts'
import { startEmbedder } from '../helpers/embedder.ts'
import { type Files, indexDocuments, openTestEngine } from '../helpers/engine.ts'
import { put, send, takingDocuments } from '../helpers/writing.ts'

const SUBJECTS = [
  'Il giardino botanico coltiva orchidee rare provenienti dai tropici.',
  'La biblioteca comunale conserva manoscritti miniati del Rinascimento.',
  'Una sinfonia incompiuta venne eseguita nel teatro restaurato.',
  'Gli archeologi scavano una necropoli etrusca vicino alla collina.',
  'Il ghiacciaio alpino perde spessore durante estati torride.',
  'Le api impollinano frutteti e producono miele di acacia.',
  'Un satellite meteorologico osserva uragani sopra i Caraibi.',
  'La ceramica faentina usa smalti bianchi su argilla rossa.',
]

/** Documents about many things, and some that are looked for. */
const files = (): Files => ({
  ...Object.fromEntries(
    Array.from({ length: 64 }, (_, index) => [
      `altro/${index}.md`,
      `---\nlang: it\ndate: 2023-0${1 + (index % 9)}-10\n---\n# Voce ${index}\n\n${SUBJECTS[index % SUBJECTS.length]} Numero romano ${'XIVML'[index % 5]} ${index}.`,
    ]),
  ),
  'vettura.md':
    '---\nlang: it\ndate: 2024-05-01\ntags: [strada]\n---\n# Una vettura\n\nQuesta vettura elettrica: la vettura parte senza rumore, e la vettura arriva.',
  'car.md':
    '---\nlang: en\ndate: 2022-05-01\n---\n# A car\n\nThe car: this car was sold to whoever wanted a car of that kind, and the car left.',
  'automobile.md':
    '---\nlang: it\ndate: 2021-05-01\n---\n# Una automobile\n\nUna automobile rossa: la automobile della nonna, automobile antica.',
})

const engine = await openTestEngine(t)
await indexDocuments(engine, files())

type Meaning = Partial<MeaningOptions> & { url: string }

/** A service with an embedder; it takes documents if `fills`, and gives passages their vectors then. */
async function service(t: Test, on: Engine, meaning: Meaning, fills = true): Promise<App> {
  const topics = readTopics()
  const app = await buildApp({
    engine: on,
    topics,
    logger: pino({ level: 'silent' }),
    meaning: { model: 'small', timeoutMs: 5_000, ...meaning },
    ...(fills && {
      access: { writesLocally: true },
      indexing: takingDocuments(on, topics),
    }),
  })
  t.teardown(() => app.close())
  return app
}

const stats = async (app: App): Promise<StatsResponse> => (await get<StatsResponse>(app, '/v1/stats')).body

/** Waits until every passage has been embedded, or so many. */
async function embedded(app: App, count?: number): Promise<void> {
  for (;;) {
    const { embedded, passages } = await stats(app)
    if (embedded === (count ?? passages)) return
    await sleep(50)
  }
}

const found = ({ results }: SearchResponse): string[] =>
  results.map(({ path, foundBy }) => `${path} ${foundBy.join('+')}`).sort()

const embedder = await startEmbedder(t)
const app = await service(t, engine, { url: embedder.url })
await embedded(app)

t.test('a document that shares no word with the query is found by meaning, and says so', async (t) => {
  const answer = await search(app, { q: 'automobile', exact: 'true' })
  t.same(found(answer), ['automobile.md words+meaning', 'car.md meaning', 'vettura.md meaning'])
  t.match(answer, { total: { value: 1, relation: 'eq' }, byMeaning: 2, page: { pages: 1 }, warnings: [] })
  const [first, ...others] = answer.results
  t.equal(first?.path, 'automobile.md', 'who has the words and means it comes first')
  t.match(first?.score, Number)
  for (const { score, missing, passages } of others) {
    t.equal(score, null)
    t.same(missing, ['automobile'])
    t.equal(passages.length, 1)
    t.same(passages[0]?.highlights, [])
  }
})

t.test('a word that no document has finds what means it', async (t) => {
  const answer = await search(app, { q: 'macchina' })
  t.same(found(answer), ['automobile.md meaning', 'car.md meaning', 'vettura.md meaning'])
  t.match(answer, { total: { value: 0 }, byMeaning: 3, page: { pages: 1 } })
})

t.test('what nothing is near to finds nothing', async (t) => {
  for (const q of ['zwfkjq', 'bollettino', 'perpendicolare gruviera']) {
    const answer = await search(app, { q })
    t.match(answer, { byMeaning: 0, results: [] }, q)
  }
})

t.test(
  'words alone decide where they are insisted on, quoted, unfinished, or nothing is ranked',
  async (t) => {
    embedder.texts()
    const cases: SearchParams[] = [
      { q: 'automobile', meaning: 'off' },
      { q: '"automobile"' },
      { q: 'automobile "rossa"' },
      { q: 'automobile', words: 'all' },
      { q: 'automobile', words: 'any' },
      { q: 'automobile', expand: 'none' },
      { q: 'automobile', sort: 'date' },
      { q: 'automobile', sort: '-date' },
      { q: 'automobile', cursor: '*' },
      { q: 'automobile', prefix: 'auto' },
      { q: 'automobile', size: 0 },
      { q: '' },
      { q: 'della' },
    ]
    for (const params of cases) {
      const answer = await search(app, params)
      t.equal(answer.byMeaning, 0, JSON.stringify(params))
      t.notOk(
        answer.results.some(({ foundBy }) => foundBy.includes('meaning')),
        JSON.stringify(params),
      )
      t.same(
        answer.warnings.filter((text) => text.includes('other words')),
        [],
      )
    }
    t.same(embedder.texts(), [], 'and the embedder is not asked')
  },
)

t.test('exports, feeds and batches go by words', async (t) => {
  const { body } = await get<string>(app, '/v1/export?q=automobile&format=csv')
  t.match(body, /automobile\.md/)
  t.notMatch(body, /vettura\.md/)
  const { status } = await get(app, '/v1/export?q=automobile&meaning=auto')
  t.equal(status, 400, 'and take no parameter for it')
})

t.test('filters and exclusions hold for what is found by meaning', async (t) => {
  const cases: [SearchParams, string[]][] = [
    [{ q: 'macchina', lang: 'en' }, ['car.md meaning']],
    [{ q: 'macchina', from: '2024' }, ['vettura.md meaning']],
    [{ q: 'macchina', to: '2021' }, ['automobile.md meaning']],
    [{ q: 'macchina', tag: 'strada' }, ['vettura.md meaning']],
    [{ q: 'macchina', folder: 'altro' }, []],
    [{ q: 'macchina -elettrica' }, ['automobile.md meaning', 'car.md meaning']],
    [{ q: 'macchina -"senza rumore"' }, ['automobile.md meaning', 'car.md meaning']],
    [{ q: 'macchina -rossa -elettrica' }, ['car.md meaning']],
  ]
  for (const [params, expected] of cases) {
    t.same(found(await search(app, params)), expected, JSON.stringify(params))
  }
})

t.test('what a facet counts is what choosing it gives, by words', async (t) => {
  const answer = await search(app, { q: 'automobile', facets: 'lang,year,topic' })
  const buckets = Object.entries(answer.facets).flatMap(([facet, { buckets }]) =>
    buckets.map(({ value, count }) => ({ facet, value, count })),
  )
  t.same(
    buckets.filter(({ facet }) => facet !== 'topic'),
    [
      { facet: 'lang', value: 'it', count: 1 },
      { facet: 'year', value: '2021', count: 1 },
    ],
  )
  for (const { facet, value, count } of buckets) {
    const filter: SearchParams = facet === 'year' ? { from: value, to: value } : { [facet]: value }
    const { total } = await search(app, { q: 'automobile', ...filter })
    t.equal(total.value, count, `${facet} ${value}`)
  }
})

t.test('all pages together have every document once, whatever their size', async (t) => {
  for (const q of [
    'automobile',
    'macchina',
    'voce automobile',
    'numero vettura romano',
    'giardino macchina',
  ]) {
    const whole = await search(app, { q, size: 100 })
    const listed = whole.total.value + whole.byMeaning
    for (const size of [1, 2, 3, 7, 20, 30]) {
      const ids: string[] = []
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const answer = await search(app, { q, size, page, copies: 'show' })
        pages = answer.page.pages
        t.equal(pages, Math.ceil(listed / size))
        ids.push(...answer.results.map(({ id }) => id))
        t.equal(answer.links.next === undefined, page >= pages)
      }
      t.equal(ids.length, listed, `${q} by ${size}`)
      t.equal(new Set(ids).size, listed, `${q} by ${size}: none twice`)
      if (size === 20)
        t.same(
          ids,
          (await search(app, { q, size: 100, copies: 'show' })).results.map(({ id }) => id),
        )
    }
  }
})

t.test('both ways of asking are understood, and the key goes along', async (t) => {
  const addresses: [string, string][] = [
    ['', '/v1/embeddings'],
    ['/v1', '/v1/embeddings'],
    ['/v1/embeddings', '/v1/embeddings'],
    ['/api', '/api/embed'],
    ['/api/embed', '/api/embed'],
  ]
  for (const [path, asked] of addresses) {
    const other = await startEmbedder(t)
    const reading = await service(t, engine, { url: other.url + path, key: 'segreta' }, false)
    t.same(found(await search(reading, { q: 'macchina', lang: 'en' })), ['car.md meaning'], path)
    t.match(other.requests, [{ path: asked, headers: { authorization: 'Bearer segreta' } }])
    t.notMatch(JSON.stringify(await stats(reading)), /segreta|127\.0\.0\.1/)
    await reading.close()
  }
})

t.test('an embedder that fails leaves the search by words, in time and with a warning', async (t) => {
  const behaviours = [
    'never',
    'hangUp',
    'html',
    'nothing',
    'notNumbers',
    'otherLength',
    'busy',
    'denied',
    'elsewhere',
    'fault',
  ] as const
  for (const behaviour of behaviours) {
    const other = await startEmbedder(t)
    const reading = await service(t, engine, { url: other.url, timeoutMs: 200, key: 'segreta' }, false)
    other.behave(behaviour)
    const answer = await search(reading, { q: 'automobile' })
    t.match(answer, { total: { value: 1 }, byMeaning: 0 }, behaviour)
    t.same(found(answer), ['automobile.md words'], behaviour)
    t.match(answer.warnings, [/could not be looked for/], behaviour)
    const italian = await search(reading, { q: 'automobile' }, { 'accept-language': 'it' })
    t.match(italian.warnings, [/altre parole/], behaviour)
    const told = [answer, italian].map(({ tookMs: _, ...rest }) => rest)
    t.notMatch(JSON.stringify(told), /segreta|127\.0\.0\.1|429|fetch/)
    t.equal(
      other.requests.filter(({ path }) => path === '/elsewhere').length,
      0,
      'nobody is followed elsewhere',
    )
    await reading.close()
  }
})

t.test('one that has failed is left alone for a while, and asked again', async (t) => {
  const other = await startEmbedder(t)
  const reading = await service(t, engine, { url: other.url, timeoutMs: 200 }, false)
  other.behave('fault')
  for (const q of ['automobile uno', 'automobile due', 'automobile tre', 'automobile quattro']) {
    t.match((await search(reading, { q })).warnings.at(-1), /could not be looked for/)
  }
  t.equal(other.requests.length, 2, 'it is not asked a third time')
  other.behave('well')
  await sleep(2_100)
  t.match(await search(reading, { q: 'macchina', lang: 'en' }), { byMeaning: 1, warnings: [/No document/] })
})

t.test('a query that comes again is not sent again', async (t) => {
  const other = await startEmbedder(t)
  const reading = await service(t, engine, { url: other.url }, false)
  for (let time = 0; time < 3; time += 1) await search(reading, { q: 'macchina', page: time + 1, size: 1 })
  t.equal(other.requests.length, 1)
})

t.test('an answer that went without the embedder is not taken for the one to keep', async (t) => {
  const other = await startEmbedder(t)
  const reading = await service(t, engine, { url: other.url }, false)
  const url = searchUrl({ q: 'macchina', lang: 'en' })
  other.behave('fault')
  const without = await get<SearchResponse>(reading, url)
  t.equal(without.body.byMeaning, 0)
  other.behave('well')
  const again = await get<SearchResponse>(reading, url, { 'if-none-match': String(without.headers.etag) })
  t.match(again, { status: 200, body: { byMeaning: 1 } })
  const kept = await get(reading, url, { 'if-none-match': String(again.headers.etag) })
  t.equal(kept.status, 304)
})

t.test('metrics and statistics say how far it is; without an embedder they are silent', async (t) => {
  const { body } = await app.inject({ url: '/metrics' })
  t.match(body, /^bifora_embedded_passages 67$/m)
  t.match(body, /^bifora_meaning_searches_total\{outcome="ok"\} [1-9]/m)
  const plain = await buildApp({ engine, topics: readTopics(), logger: pino({ level: 'silent' }) })
  t.teardown(() => plain.close())
  t.equal((await stats(plain)).embedded, null)
  t.notMatch((await plain.inject({ url: '/metrics' })).body, /embedded|meaning/)
  t.match(await search(plain, { q: 'automobile' }), {
    byMeaning: 0,
    results: [{ foundBy: ['words'] }],
    warnings: [],
  })
})

t.test('documents that come, change and go are followed', async (t) => {
  const meansBread = async (): Promise<string[]> =>
    (await search(app, { q: 'pagnotta' })).results
      .filter(({ foundBy }) => foundBy.includes('meaning'))
      .map(({ id }) => id)
      .sort()
  const bread = 'Il pane fresco: pane bianco, pane nero e pane azzimo.'
  const comes = async (): Promise<void> => {
    embedder.texts()
    await put(app, 'forno', { title: 'Il pane', text: bread, lang: 'it' })
    while ((await meansBread()).length === 0) await sleep(50)
    t.same(await meansBread(), ['forno'])
    t.equal(embedder.texts().filter((text) => text.includes('azzimo')).length, 1, 'each is embedded once')
  }
  await comes()
  await put(app, 'forno', { title: 'Altro', text: SUBJECTS[3], lang: 'it' })
  t.same(await meansBread(), [], 'what it was is gone at once')
  await comes()
  await send(app, 'DELETE', '/v1/documents/forno?wait=true')
  t.same(await meansBread(), [])
})

t.test('a text that the embedder refuses keeps nobody else from being embedded', async (t) => {
  embedder.refuse('impronunciabile')
  await put(app, 'rifiutato', { title: 'Impronunciabile', text: 'Un dottore impronunciabile.', lang: 'it' })
  await put(app, 'accettato', { title: 'Il dottore', text: 'Un dottore, e un altro dottore.', lang: 'it' })
  await embedded(app)
  const { results } = await search(app, { q: 'physician' })
  t.same(
    results.map(({ id }) => id),
    ['accettato'],
  )
})

t.test('models that find everything alike find no more than others', async (t) => {
  const other = await openTestEngine(t)
  await indexDocuments(other, files())
  const alike = await startEmbedder(t, { offset: 0.2 })
  const reading = await service(t, other, { url: alike.url })
  await embedded(reading)
  t.same(found(await search(reading, { q: 'macchina' })), [
    'automobile.md meaning',
    'car.md meaning',
    'vettura.md meaning',
  ])
  t.same(found(await search(reading, { q: 'perpendicolare gruviera' })), [])
})

t.test('an embedder that is away is waited for, and what was embedded stays over a restart', async (t) => {
  const other = await openTestEngine(t)
  await indexDocuments(other, files())
  const away = await startEmbedder(t)
  away.behave('fault')
  const first = await service(t, other, { url: away.url })
  while (away.requests.length === 0) await sleep(20)
  t.match(await search(first, { q: 'automobile' }), { byMeaning: 0, warnings: [] }, 'nothing is left out yet')
  away.behave('well')
  await embedded(first)
  t.match(await search(first, { q: 'macchina' }), { byMeaning: 3 })
  await first.close()

  away.texts()
  const second = await service(t, other, { url: away.url })
  await embedded(second)
  t.match(await search(second, { q: 'macchina' }), { byMeaning: 3 })
  t.same(
    away.texts().filter((text) => text.includes('\n')),
    [],
    'no passage is embedded again',
  )
  await second.close()

  away.texts()
  const third = await service(t, other, { url: away.url, model: 'larger' })
  await embedded(third)
  t.ok(away.texts().filter((text) => text.includes('\n')).length >= 67, 'with another model all are')
  t.match(await search(third, { q: 'macchina' }), { byMeaning: 3 })
  await third.close()

  away.resize(64)
  const fourth = await service(t, other, { url: away.url, model: 'larger' })
  while ((await search(fourth, { q: 'macchina' })).byMeaning !== 3) await sleep(50)
  t.pass('and with other dimensions, too')
})

t.test('what is interrupted goes on where it was', async (t) => {
  const other = await openTestEngine(t)
  const many = Object.fromEntries(
    Array.from({ length: 600 }, (_, index) => [
      `${index}.md`,
      `---\nlang: it\n---\n# Voce ${index}\n\n${SUBJECTS[index % SUBJECTS.length]} Scheda ${index}.`,
    ]),
  )
  await indexDocuments(other, many)
  const slow = await startEmbedder(t)
  const first = await service(t, other, { url: slow.url })
  while (((await stats(first)).embedded ?? 0) < 200) await sleep(20)
  await first.close()
  const before = slow.texts().filter((text) => text.includes('\n')).length
  const second = await service(t, other, { url: slow.url })
  await embedded(second)
  const after = slow.texts().filter((text) => text.includes('\n')).length
  // What was under way when it was closed is asked for again.
  t.ok(before >= 256 && after <= 600 - 256 + 32, `${before} before, ${after} after`)
})

t.test('a new generation gets vectors of its own, and those of the old one go', async (t) => {
  const indexesOf = async (): Promise<string[]> =>
    (await engine.client().getRawIndexes({ limit: 100 })).results
      .map(({ uid }) => uid)
      .filter((uid) => uid.endsWith('-vectors'))
  const [before] = await indexesOf()
  await indexDocuments(engine, files())
  for (;;) {
    const now = await indexesOf()
    if (now.length === 1 && now[0] !== before) break
    await sleep(50)
  }
  while ((await search(app, { q: 'macchina' })).byMeaning !== 3) await sleep(50)
  t.pass()
})

t.test('a document of more passages than are embedded at a time gets all of their vectors', async (t) => {
  const other = await openTestEngine(t)
  const sections = Array.from(
    { length: 300 },
    (_, index) => `## Parte ${index}\n\n${`${SUBJECTS[index % SUBJECTS.length]} `.repeat(10)}Fine ${index}.`,
  )
  const last = '## Ultima\n\nUna pagnotta, il pane di ieri e altro pane.'
  await indexDocuments(other, {
    'lungo.md': `---\nlang: it\n---\n# Lungo\n\n${sections.join('\n\n')}\n\n${last}`,
  })
  const asked = await startEmbedder(t)
  const reading = await service(t, other, { url: asked.url })
  await embedded(reading)
  const { passages } = await stats(reading)
  t.ok(passages > 256, `${passages} passages`)
  t.equal(asked.texts().filter((text) => text.includes('\n')).length, passages, 'each is embedded once')
})
