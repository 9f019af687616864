/** Searches as feeds: what came last is first, ids stay, and everything is well formed. */
import { pino } from 'pino'
import { SaxesParser } from 'saxes'
import t from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { buildApp } from '../../server/app.ts'
import type { JsonFeed } from '../../server/schemas/feed.ts'
import { appOn, get, search } from '../helpers/app.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { openTestEngine } from '../helpers/engine.ts'
import { sampleApp } from '../helpers/sample.ts'

/** Texts of all elements of a document, by name; throws where it is not well formed. */
function elementsOf(xml: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const open: { name: string; text: string }[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => open.push({ name, text: '' }))
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  })
  parser.on('closetag', () => {
    const { name, text } = open.pop() ?? { name: '', text: '' }
    found.set(name, [...(found.get(name) ?? []), text])
  })
  parser.write(xml).close()
  return found
}

t.test('a feed has what the search has', async (t) => {
  const { app } = await sampleApp(t)
  for (const query of [
    'q=semiconduttori',
    'topic=ai&lang=it',
    'q=hydrogen&from=2023',
    'q=parolachenonce',
    '',
  ]) {
    const { body: json } = await get<JsonFeed>(app, `/v1/feed.json?${query}&size=100`.replace('?&', '?'))
    const found = await search(app, {
      ...Object.fromEntries(new URLSearchParams(query)),
      size: 100,
      copies: 'show',
    })
    t.strictSame(
      json.items.map(({ title }) => title).sort(),
      found.results.map(({ title }) => title).sort(),
      query,
    )
    const { status, headers, body } = await get<string>(app, `/v1/feed.atom?${query}`)
    t.equal(status, 200)
    t.match(headers['content-type'], 'application/atom+xml; charset=utf-8')
    const elements = elementsOf(body)
    const entries = elements.get('entry')?.length ?? 0
    t.equal(entries, Math.min(50, found.total.value))
    // RFC 4287, 4.1.1 and 4.1.2: what each must have.
    for (const name of ['id', 'title', 'updated']) t.equal(elements.get(name)?.length, entries + 1, name)
    for (const time of [...(elements.get('updated') ?? []), ...(elements.get('published') ?? [])]) {
      t.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
    }
    t.equal(new Set(elements.get('id')).size, entries + 1, 'ids are distinct')
  }
})

t.test('what came last is first, and what changes keeps its id', async (t) => {
  const engine = await openTestEngine(t)
  const { writer } = await openLiveWriter(engine)
  const put = (id: string, text: string) =>
    writer.change({ put: [smallDraft({ id, passages: [text], year: 1999 })] })
  await put('primo', 'Il primo avviso sul ponte.')
  await put('secondo', 'Il secondo avviso sul ponte.')
  const app = await appOn(t, engine)
  const feed = async () => (await get<JsonFeed>(app, '/v1/feed.json?q=ponte')).body.items
  const before = await feed()
  t.strictSame(
    before.map(({ title }) => title),
    ['secondo', 'primo'],
  )
  t.equal(before[0]?._bifora.date, '1999')
  await put('primo', 'Il primo avviso sul ponte, corretto.')
  await put('terzo', 'Il terzo avviso sul ponte.')
  await writer.settle()
  const after = await feed()
  t.strictSame(
    after.map(({ title }) => title),
    ['terzo', 'secondo', 'primo'],
  )
  const [was, is] = [before, after].map((items) => items.find(({ title }) => title === 'primo'))
  t.equal(is?.id, was?.id)
  t.equal(is?.date_published, was?.date_published)
  t.ok((is?.date_modified ?? '') > (was?.date_modified ?? ''))
  t.match(is?.content_text, /corretto/)
})

t.test('whatever a document is called, the feed is well formed', async (t) => {
  const engine = await openTestEngine(t)
  const { writer } = await openLiveWriter(engine)
  const odd = 'Ponte <b>&amp; "altri" \u0000\u000b\ufffe ]]> 🌉'
  const draft = smallDraft({ id: 'strano', passages: [odd], source: '<Ente> & "figli"' })
  await writer.change({
    put: [{ ...draft, document: { ...draft.document, title: odd, url: 'javascript:alert(1)' } }],
  })
  await writer.settle()
  const app = await appOn(t, engine)
  const { body } = await get<string>(app, `/v1/feed.atom?q=${encodeURIComponent('ponte <&">')}`)
  const elements = elementsOf(body)
  t.match(elements.get('title')?.[1], /^Ponte <b>&amp; "altri"/)
  t.notOk(body.includes('javascript:'), 'an address that is none of the web is not linked to')
})

t.test('addresses are absolute and go by how the service was asked', async (t) => {
  const engine = await openTestEngine(t)
  const { writer } = await openLiveWriter(engine)
  await writer.change({ put: [smallDraft({ id: 'ponte', passages: ['Il ponte.'] })] })
  await writer.settle()
  const app = await appOn(t, engine)
  const { body } = await get<JsonFeed>(app, '/v1/feed.json?q=ponte&size=7', { host: 'cerca.example.org' })
  t.equal(body.feed_url, 'http://cerca.example.org/v1/feed.json?q=ponte&size=7')
  t.equal(body.home_page_url, 'http://cerca.example.org/v1/search?q=ponte')
  t.equal(body.items[0]?.id, 'http://cerca.example.org/v1/documents/ponte')
  for (const wrong of ['size=0', 'size=101', 'page=1', 'sort=date']) {
    t.equal((await get(app, `/v1/feed.json?${wrong}`)).status, 400, wrong)
  }
})

t.test('where there is a search page, people are led to it', async (t) => {
  const engine = await openTestEngine(t)
  const { writer } = await openLiveWriter(engine)
  await writer.change({ put: [smallDraft({ id: 'ponte', passages: ['Il ponte.'] })] })
  await writer.settle()
  const page = t.testdir({ 'index.html': '<title>Bifora</title>' })
  const app = await buildApp({ engine, topics: readTopics(), page, logger: pino({ level: 'silent' }) })
  t.teardown(() => app.close())
  const host = { host: 'cerca.example.org' }
  const { body } = await get<JsonFeed>(app, '/v1/feed.json?q=ponte', host)
  t.equal(body.home_page_url, 'http://cerca.example.org/?q=ponte')
  t.match(body.items, [
    {
      id: 'http://cerca.example.org/v1/documents/ponte',
      url: 'http://cerca.example.org/?document=ponte',
    },
  ])
  const { body: atom } = await get<string>(app, '/v1/feed.atom?q=ponte', host)
  t.match(atom, '<link rel="alternate" type="text/html" href="http://cerca.example.org/?q=ponte"/>')
})
