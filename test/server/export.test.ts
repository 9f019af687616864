/** Exports: all matches, each once, in formats that other programs read. */
import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { pino } from 'pino'
import t from 'tap'
import { createBridge } from '../../language/bridge/bridge.ts'
import { exportFormats } from '../../server/export/formats.ts'
import { exportPages } from '../../server/export/pages.ts'
import { followLive } from '../../server/live.ts'
import type { ExportedDocument } from '../../server/schemas/export.ts'
import { readParams } from '../../server/search/params.ts'
import { appOn, get, type SearchParams, search, searchUrl } from '../helpers/app.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { openTestEngine } from '../helpers/engine.ts'
import { sampleApp } from '../helpers/sample.ts'

const { app } = await sampleApp(t)
const bodyOf = async (params: SearchParams): Promise<string> => {
  const url = searchUrl(params).replace('/v1/search', '/v1/export')
  const { status, body } = await get<string>(app, url)
  if (status !== 200) throw new Error(`${url} gave ${status}`)
  return body
}
const linesOf = (body: string): ExportedDocument[] =>
  body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

t.test('an export has what a search finds, each document once, whatever is asked', async (t) => {
  const asked: SearchParams[] = [
    {},
    { q: 'semiconduttori' },
    { q: 'hydrogen', lang: 'it' },
    { q: '"intelligenza artificiale"' },
    { q: 'regolamento -chip', from: '2023' },
    { topic: 'ai', undated: 'include', to: '2024' },
    { q: 'parolachenonce' },
  ]
  for (const params of asked) {
    const { results, total } = await search(app, { ...params, size: 100, copies: 'show' })
    const ids = linesOf(await bodyOf(params)).map(({ id }) => id)
    t.strictSame(ids, results.map(({ id }) => id).sort(), `${JSON.stringify(params)}: ${total.value}`)
  }
})

t.test('each format has all documents and says what it is', async (t) => {
  const types = {
    jsonl: [/^application\/x-ndjson/, /^\{"id"/gm],
    csv: [/^text\/csv/, /^[0-9a-f]{16},/gm],
    ris: [/^application\/x-research-info-systems/, /^TY {2}- /gm],
    bibtex: [/^application\/x-bibtex/, /^@misc\{/gm],
  } as const
  for (const [format, [type, entry]] of Object.entries(types)) {
    const { headers, body } = await get<string>(app, `/v1/export?format=${format}`)
    t.match(headers['content-type'], type)
    t.match(headers['content-disposition'], /^attachment; filename="bifora\.\w+"$/)
    t.equal(body.match(entry)?.length, 40, format)
  }
})

t.test('a table reads as what the documents say', async (t) => {
  const rows: Record<string, string>[] = parse(await bodyOf({ format: 'csv' }), { columns: true })
  const { results } = await search(app, { size: 100, copies: 'show' })
  for (const { id, title, lang, date, source, topics } of results) {
    const row = rows.find((one) => one.id === id)
    t.match(row, { title, lang, date: date ?? '', source: source ?? '' })
    t.equal(row?.topics, topics.map(({ id }) => id).join('; '))
  }
})

const odd: ExportedDocument = {
  id: 'x1',
  place: 'api',
  path: 'x1.md',
  paths: [],
  url: 'https://example.org/a_b?c=%20{d}',
  title: '=HYPERLINK("http://evil"), 50% di "tutto" {a\\b} & C_1 #2 ~ ^\nTY  - BOOK',
  lang: 'it',
  date: '2023-06',
  datePrecision: 'month',
  dateBasis: 'published',
  source: '@Ente, S.p.A.',
  topics: [{ id: 'ai', label: 'Intelligenza & artificiale', words: [], score: 1 }],
  references: [],
  tags: ['-1+1', 'due, tre'],
  translations: [],
  revision: 1,
}

t.test('what means something to a format stands for itself', async (t) => {
  const csv = exportFormats.csv.head + exportFormats.csv.body([odd])
  const [row]: Record<string, string>[] = parse(csv, { columns: true })
  t.equal(row?.title, `'${odd.title}`, 'no formula')
  t.equal(row?.source, "'@Ente, S.p.A.")
  t.equal(row?.tags, "'-1+1; due, tre")
  const ris = exportFormats.ris.body([odd])
  t.equal(ris.match(/^TY {2}- /gm)?.length, 1, 'a line end in a title begins no other entry')
  t.match(ris, /^DA {2}- 2023\/06\/\/\r$/m)
  const bibtex = exportFormats.bibtex.body([odd])
  t.match(
    bibtex,
    '50\\% di "tutto" \\{a\\textbackslash{}b\\} \\& C\\_1 \\#2 \\textasciitilde{} \\textasciicircum{} TY',
  )
  t.match(bibtex, 'month = jun')
  t.match(bibtex, 'url = {https://example.org/a_b?c=\\%20\\%7Bd\\%7D}')
  const depth = [...bibtex.replace(/\\[{}]/g, '')].reduce(
    (sum, one) => sum + (one === '{' ? 1 : one === '}' ? -1 : 0),
    0,
  )
  t.equal(depth, 0, 'braces are closed')
})

t.test('a parameter that is none of an export is told', async (t) => {
  for (const wrong of ['format=xml', 'page=2', 'size=5', 'topic=nessuno', 'from=2024&to=2023']) {
    t.equal((await get(app, `/v1/export?${wrong}`)).status, 400, wrong)
  }
})

const ids = Array.from({ length: 120 }, (_, index) => `doc-${String(index).padStart(3, '0')}`)
const draftOf = (id: string) =>
  smallDraft({ id, passages: [`Il faro di ${id} illumina la costa di ponente.`] })

t.test('documents that stay are exported once while others come, change and go', async (t) => {
  const engine = await openTestEngine(t)
  const { writer } = await openLiveWriter(engine)
  await writer.change({ put: ids.map(draftOf) })
  const live = followLive(engine, pino({ level: 'silent' }))
  t.teardown(live.close)
  const bridge = createBridge([])
  for (const q of ['faro', '"illumina la costa"', '']) {
    const found: string[] = []
    const { signal } = new AbortController()
    const pages = exportPages(readParams({ q }, []), {
      live,
      bridge: () => bridge,
      engine,
      signal,
      inTurn: (work) => work(),
      pageSize: 20,
    })
    let page = 0
    for await (const { documents } of pages) {
      found.push(...documents.map(({ id }) => id))
      page += 1
      if (page % 2 !== 0) continue
      // Before and behind the place that the export has come to.
      await writer.change({ put: ['doc-000', 'doc-090', `doc-${page}x`, 'doc-119'].map(draftOf) })
      await writer.change({ remove: [`doc-${page}x`, 'doc-045'] })
      await live.refresh()
    }
    const staying = ids.filter((id) => id !== 'doc-045')
    t.strictSame(
      staying.filter((id) => found.filter((one) => one === id).length !== 1),
      [],
      `"${q}": none is missing or comes twice, of ${found.length}`,
    )
    await writer.change({ put: [draftOf('doc-045')] })
    await live.refresh()
  }
  await writer.settle()
})

t.test('a client that leaves stops the work', async (t) => {
  const engine = await openTestEngine(t)
  const { writer } = await openLiveWriter(engine)
  const many = Array.from({ length: 3_000 }, (_, index) => `molti-${index}`)
  await writer.change({ put: many.map(draftOf) })
  await writer.settle()
  let fetched = 0
  const counting = {
    ...engine,
    read: (...given: Parameters<typeof engine.read>) => {
      if (given[0].includes('-documents/documents/fetch')) fetched += 1
      return engine.read(...given)
    },
  }
  const app = await appOn(t, counting)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const whole = await (await fetch(`${address}/v1/export`)).text()
  t.equal(linesOf(whole).length, 3_000)
  const forAll = fetched
  const leaving = new AbortController()
  const { body } = await fetch(`${address}/v1/export`, { signal: leaving.signal })
  await body?.getReader().read()
  leaving.abort()
  await sleep(300)
  const then = fetched
  await sleep(700)
  t.equal(fetched, then, 'nothing is read any more')
  t.ok(fetched - forAll < forAll, `${fetched - forAll} pages of ${forAll}`)
})
