/** The filter by whether a document has a translation here: it is the documents that know it, never their passages. */
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { ExportedDocument } from '../../server/schemas/export.ts'
import { get, pathsOfAllPages, type SearchParams, search } from '../helpers/app.ts'
import { openTestEngine } from '../helpers/engine.ts'
import { put, send, writingApp } from '../helpers/writing.ts'

const engine = await openTestEngine(t)
const app = await writingApp(t, engine)
await put(app, 'faro', { text: 'Il faro illumina il porto di Genova.', lang: 'it', date: '2023' })
await put(app, 'lighthouse', {
  text: 'The faro, a lighthouse, lights the harbour of Genoa.',
  lang: 'en',
  translations: ['faro'],
})
// More than are ranked at once, so that most passages looked at first are of documents that the filter leaves out.
const alone = Array.from({ length: 130 }, (_, index) => `molo-${index}`)
const lines = alone.map((id, index) =>
  JSON.stringify({ id, text: `Dal molo ${index} si vede il faro, il faro, il faro.`, lang: 'it' }),
)
const posted = await send(app, 'POST', '/v1/documents', {
  body: `${lines.join('\n')}\n`,
  headers: { 'content-type': 'application/x-ndjson' },
})
if (posted.status !== 200) throw new Error(`documents were not taken: ${posted.status}`)

const both = ['faro', 'lighthouse']
// Both sides learn of a translation a moment after the last document has come.
const given = performance.now()
while ((await pathsOfAllPages(app, { translated: 'yes' })).length < both.length) {
  if (performance.now() - given > 30_000) throw new Error('the translation is not known after 30 s')
  await sleep(100)
}

t.test('translated leaves documents with a translation, or those without', async (t) => {
  const cases: [params: SearchParams, ids: string[]][] = [
    [{ q: 'faro', translated: 'yes' }, both],
    [{ q: 'faro', translated: 'no' }, alone],
    [{ q: '"vede il faro"', translated: 'yes' }, []],
    [{ translated: 'yes' }, both],
    [{ translated: 'yes', lang: 'it' }, ['faro']],
    [{ translated: 'no' }, alone],
    [{ translated: 'yes', sort: 'date' }, both],
    [{ q: 'faro' }, [...both, ...alone]],
  ]
  for (const [params, ids] of cases) {
    const paths = await pathsOfAllPages(app, params)
    t.strictSame(paths.sort(), [...ids].sort(), JSON.stringify(params))
    const { total, query } = await search(app, params)
    t.equal(total.value, ids.length)
    t.equal(query.filters.translated, params.translated ?? null)
  }
})

t.test('everything that takes filters takes it', async (t) => {
  const { facets, undated } = await search(app, {
    q: 'faro',
    translated: 'yes',
    facets: 'lang',
    from: '2020',
  })
  const counts = facets.lang?.buckets.map(({ value, count }) => [value, count])
  t.strictSame(counts, [['it', 1]], 'what a facet counts is what choosing it gives')
  t.equal(undated, 1, 'of those without a date one has a translation')
  const { body } = await get<string>(app, '/v1/export?translated=yes')
  const ids = body
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as ExportedDocument).id)
  t.strictSame(ids.sort(), both)
  const none = await search(app, { q: '"vede il faro"', translated: 'yes' })
  t.match(none.relaxations, [{ kind: 'filter', drop: 'translated', total: alone.length }])
  const { status, body: problem } = await get(app, '/v1/search?translated=forse')
  t.equal(status, 400)
  t.match(problem, { errors: [{ parameter: 'translated', allowed: ['yes', 'no'] }] })
})

t.test('a document whose translation goes has none any more', async (t) => {
  await send(app, 'DELETE', '/v1/documents/lighthouse?wait=true')
  // Translations follow a moment after documents have come or gone.
  while ((await search(app, { translated: 'yes' })).total.value > 0) await sleep(50)
  t.equal((await search(app, { q: 'faro', translated: 'no' })).total.value, alone.length + 1)
})
