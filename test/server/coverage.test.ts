/** What exists in one language only, as searches say it. */
import t from 'tap'
import type { CoverageResponse } from '../../server/schemas/coverage.ts'
import { monthsInOne } from '../../server/stats/coverage.ts'
import { get, search } from '../helpers/app.ts'
import { sampleApp } from '../helpers/sample.ts'

const { app } = await sampleApp(t)
const all = (await search(app, { size: 100, copies: 'show' })).results
const coverage = async (params = ''): Promise<CoverageResponse> =>
  (await get<CoverageResponse>(app, `/v1/coverage${params}`)).body

t.test('documents without a translation are counted and named, the newest first', async (t) => {
  const { languages } = await coverage('?size=100')
  t.strictSame(
    languages.map(({ lang }) => lang),
    ['it', 'en'],
  )
  for (const { lang, documents, untranslated, newest } of languages) {
    const own = all.filter((one) => one.lang === lang)
    const lonely = own.filter(({ translations }) => translations.length === 0)
    t.equal(documents, own.length)
    t.equal(untranslated, lonely.length)
    t.strictSame(newest.map(({ id }) => id).sort(), lonely.map(({ id }) => id).sort())
    const dates = newest.flatMap(({ date }) => date?.slice(0, 7) ?? [])
    t.strictSame(dates, dates.toSorted().reverse(), 'newest first')
  }
})

t.test('topics say what each language has, and which had it first', async (t) => {
  const { topics } = await coverage()
  t.ok(topics.length > 10)
  for (const { id, languages, onlyIn } of topics) {
    for (const { lang, documents, first } of languages) {
      const own = all.filter((one) => one.lang === lang && one.topics.some((topic) => topic.id === id))
      if (id !== 'unclassified') t.equal(documents, own.length, `${id} ${lang}`)
      const dates = own.flatMap(({ date }) => date ?? []).sort()
      if (id !== 'unclassified') t.equal(first?.date?.slice(0, 4), dates[0]?.slice(0, 4), `${id} ${lang}`)
    }
    for (const { month, lang, documents } of onlyIn) {
      const found = await search(app, { topic: id, from: month, to: month, facets: 'lang', size: 1 })
      t.strictSame(
        found.facets.lang?.buckets.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]),
        [[lang, documents]],
        `${id} ${month}`,
      )
    }
  }
})

t.test('a month is in one language only if no other has it', (t) => {
  const cells = [
    { topic: 'ai', lang: 'it', documents: 4, periods: { '2024-02': 1, '2023-01': 2, unknown: 1 } },
    { topic: 'ai', lang: 'en', documents: 4, periods: { '2024-02': 3, '2023-12': 1 } },
  ]
  t.strictSame(monthsInOne(cells), [
    { month: '2023-01', lang: 'it', documents: 2 },
    { month: '2023-12', lang: 'en', documents: 1 },
  ])
  t.strictSame(monthsInOne([]), [])
  t.end()
})

t.test('a search narrows it', async (t) => {
  const { languages, topics } = await coverage('?q=semiconduttori&topic=semiconductors')
  for (const { lang, documents } of languages) {
    t.equal(
      documents,
      (await search(app, { q: 'semiconduttori', topic: 'semiconductors', lang })).total.value,
    )
  }
  t.strictSame(
    topics.map(({ id }) => id),
    ['semiconductors'],
  )
  t.equal((await get(app, '/v1/coverage?size=0')).status, 400)
  t.equal((await get(app, '/v1/coverage?topic=nessuno')).status, 400)
})
