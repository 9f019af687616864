/** Reading documents, listing topics, health, and the pages that describe the API. */
import t from 'tap'
import { type DocumentResponse, get, search, type TopicsResponse, testApp } from '../helpers/app.ts'

/** A text of `count` paragraphs that are all different. */
const paragraphs = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const words = Array.from({ length: 90 }, (_, word) => `parola${index}x${word}`)
    return `Il paragrafo numero ${index} è fatto di ${words.join(' ')}.`
  })

const { app } = await testApp(t, {
  'lungo.md': `---\nlang: it\ndate: 2024-01-15\nsource: Governo\nurl: https://example.org/lungo\ntranslations: [long.md]\n---\n# Un documento lungo\n\n## Prima parte\n\n${paragraphs(10).join('\n\n')}\n\n## Seconda parte\n\n${paragraphs(20).slice(10).join('\n\n')}`,
  'long.md':
    '---\nlang: en\n---\n# A long document\n\nThis one is about semiconductors and what they are made of, in few words.',
  'breve.txt': 'Idrogeno verde\n\nLe fabbriche di idrogeno verde sono poche e costano molto.',
  'altro.md': '---\nlang: it\n---\n# Altro\n\nNiente che conti.',
})
const idOf = async (path: string): Promise<string> =>
  (await search(app, {})).results.find((hit) => hit.path === path)?.id ?? ''

t.test('a document comes with its text, passage by passage', async (t) => {
  const { status, body } = await get<DocumentResponse>(app, `/v1/documents/${await idOf('lungo.md')}`)
  t.equal(status, 200)
  t.match(body, {
    path: 'lungo.md',
    title: 'Un documento lungo',
    lang: 'it',
    langs: ['it'],
    date: '2024-01-15',
    datePrecision: 'day',
    source: 'Governo',
    url: 'https://example.org/lungo',
    translations: [{ id: await idOf('long.md'), lang: 'en', title: 'A long document', path: 'long.md' }],
    page: { number: 1, pages: 1 },
  })
  t.ok(body.passages.length >= 10, `${body.passages.length} passages`)
  const all = body.passages.map(({ text }) => text).join('\n\n')
  for (const paragraph of paragraphs(20)) t.ok(all.includes(paragraph), paragraph.slice(0, 30))
  let last = 0
  for (const { text, start, end } of body.passages) {
    t.ok(start >= last, 'in the order of the text')
    t.equal(end - start, text.length)
    last = end
  }
  t.match(body.passages[0]?.heading.at(-1), 'Prima parte')
  t.match(body.passages.at(-1)?.heading.at(-1), 'Seconda parte')
})

t.test('long documents come in pages', async (t) => {
  const url = `/v1/documents/${await idOf('lungo.md')}`
  const whole = (await get<DocumentResponse>(app, url)).body.passages
  for (const size of [1, 3, 7, 1000]) {
    const passages: DocumentResponse['passages'] = []
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const { body } = await get<DocumentResponse>(app, `${url}?page=${page}&size=${size}`)
      pages = body.page.pages
      t.strictSame(body.page, { number: page, size, pages: Math.ceil(whole.length / size) })
      passages.push(...body.passages)
    }
    t.strictSame(passages, whole, `in pages of ${size}`)
  }
  const beyond = await get<DocumentResponse>(app, `${url}?page=100`)
  t.strictSame([beyond.status, beyond.body.passages], [200, []], 'behind the last page there is nothing')
})

t.test('what a search finds can be read', async (t) => {
  for (const hit of (await search(app, { q: 'paragrafo idrogeno semiconductors' })).results) {
    const { body } = await get<DocumentResponse>(app, `/v1/documents/${hit.id}`)
    t.match(body, { id: hit.id, title: hit.title, topics: hit.topics })
    for (const passage of hit.passages) {
      t.match(
        body.passages.find(({ id }) => id === passage.id),
        { text: passage.text, start: passage.start },
      )
    }
  }
})

t.test('an id that is none is not found, whatever it is', async (t) => {
  const ids = [
    '0123456789abcdef',
    'x',
    '"',
    '" OR id EXISTS',
    '*',
    '..',
    '%2e%2e%2fsecret',
    '-',
    '🚀',
    '\\',
    'NULL',
    '__proto__',
  ]
  for (const id of ids) {
    const { status, body } = await get(
      app,
      `/v1/documents/${id.startsWith('%') ? id : encodeURIComponent(id)}`,
    )
    t.equal(status, 404, id)
    t.equal(body.type, '/problems/not-found', id)
  }
})

t.test('topics are listed with both names and their numbers of documents', async (t) => {
  const { body } = await get<TopicsResponse>(app, '/v1/topics')
  t.ok(body.topics.length > 10)
  t.equal(body.topics.at(-1)?.id, 'unclassified')
  let documents = 0
  for (const { id, labels, count } of body.topics) {
    t.ok(labels.it.length > 0 && labels.en.length > 0, `${id} has names`)
    t.equal((await search(app, { topic: id })).total.value, count, `${id}: as many as a search finds`)
    documents += count
  }
  t.ok(documents >= 4, 'every document is under one of them')
  t.equal(body.topics.find(({ id }) => id === 'semiconductors')?.count, 1)
})

t.test('health says what is up', async (t) => {
  t.strictSame((await get(app, '/health/live')).body, { status: 'live' })
  const { status, body } = await get<{ index: object }>(app, '/health/ready')
  t.equal(status, 200)
  t.match(body, {
    status: 'ready',
    index: { documents: 4, passages: Number, generation: String, builtAt: /Z$/ },
  })
})

t.test('the API describes itself', async (t) => {
  const { body: document, headers } = await get<{ paths: object }>(app, '/openapi.json')
  t.match(headers['content-type'], /^application\/json/)
  const paths = ['/health/live', '/health/ready', '/v1/documents/{id}', '/v1/search', '/v1/topics']
  t.strictSame(
    Object.keys(document.paths)
      .filter((path) => paths.includes(path))
      .sort(),
    paths,
  )

  const page = await get<string>(app, '/docs')
  t.match(page.headers['content-type'], /^text\/html/)
  const assets = [...page.body.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, address]) => address ?? '')
  t.ok(assets.length >= 3, 'it has scripts and styles')
  for (const asset of assets) {
    const address = new URL(asset, 'http://localhost/docs/').pathname
    t.match(asset, /^(?!https?:)/, `${asset} comes from here`)
    t.equal((await app.inject(address)).statusCode, 200, address)
  }
  for (const url of ['/', '/docs', '/openapi.json', '/v1/search']) {
    t.equal((await get(app, url)).headers['x-content-type-options'], 'nosniff', url)
  }
  t.match(await get(app, '/'), { status: 302, headers: { location: String } }, 'the root leads somewhere')
})
