/** Counts by date: what a bucket counts, which interval is taken, and that choosing a bucket finds what it counts. */
import t from 'tap'
import { type SearchParams, type SearchResponse, search, testApp } from '../helpers/app.ts'
import type { Files } from '../helpers/engine.ts'

const documents = (name: string, dates: readonly (string | undefined)[]): Files =>
  Object.fromEntries(
    dates.map((date, index) => [
      `${name}-${index}.md`,
      `---\nlang: it\n${date === undefined ? '' : `date: ${date}\n`}---\n# ${name} ${index}\n\nIl bando ${name} è aperto.`,
    ]),
  )

const manyYears = Array.from({ length: 30 }, (_, index) => `${1995 + index}-0${1 + (index % 9)}-11`)
const { app } = await testApp(t, {
  ...documents('marzo', [
    '2023-03-01',
    '2023-03-01',
    '2023-03-03',
    '2023-03-31',
    '2023-04-01',
    '2023-03',
    undefined,
  ]),
  ...documents('triennio', ['2022-11-30', '2023-02', '2024-02-29', '2024-03', '2023', undefined, undefined]),
  ...documents('annuario', ['2019', '2020', '2022', '2022', '2021-05']),
  ...documents('archivio', manyYears),
  ...documents('antico', ['1850-03-01', '2024-01-01']),
})

const shown = ({ histogram }: SearchResponse) =>
  histogram?.buckets.map(({ from, to, count }) => `${from} ${to} ${count}`)

t.test('buckets are periods without gaps, oldest first', async (t) => {
  const { histogram: none } = await search(app, { q: 'marzo' })
  t.equal(none, undefined, 'there is none unless it is asked for')
  const months = await search(app, { q: 'triennio', interval: 'month' })
  t.equal(months.histogram?.interval, 'month')
  t.strictSame(shown(months)?.slice(0, 4), [
    '2022-11-01 2022-11-30 1',
    '2022-12-01 2022-12-31 0',
    '2023-01-01 2023-01-31 0',
    '2023-02-01 2023-02-28 1',
  ])
  t.strictSame(shown(months)?.slice(-2), ['2024-02-01 2024-02-29 1', '2024-03-01 2024-03-31 1'])
  t.equal(shown(months)?.length, 17)
  t.match(months.histogram, { coarse: 1, undated: 2 }, 'a document of a year is in no month')
  const years = await search(app, { q: 'triennio', interval: 'year' })
  t.strictSame(shown(years), [
    '2022-01-01 2022-12-31 1',
    '2023-01-01 2023-12-31 2',
    '2024-01-01 2024-12-31 2',
  ])
  t.match(years.histogram, { coarse: 0, undated: 2 })
  const days = await search(app, { q: 'marzo', interval: 'day' })
  t.equal(shown(days)?.length, 32)
  t.strictSame(
    shown(days)?.filter((bucket) => !bucket.endsWith(' 0')),
    [
      '2023-03-01 2023-03-01 2',
      '2023-03-03 2023-03-03 1',
      '2023-03-31 2023-03-31 1',
      '2023-04-01 2023-04-01 1',
    ],
    'a document of a month begins on the first of it, and is of no day',
  )
  t.match(days.histogram, { coarse: 1, undated: 1 })
})

t.test('auto takes the finest interval that is readable and shows most', async (t) => {
  const cases: [q: string, interval: string][] = [
    ['marzo', 'day'],
    ['triennio', 'month'],
    ['annuario', 'year'],
    ['archivio', 'year'],
  ]
  for (const [q, interval] of cases) {
    t.equal((await search(app, { q, interval: 'auto' })).histogram?.interval, interval, q)
  }
})

t.test('the filter by date is left out, and says which buckets are selected', async (t) => {
  const all = await search(app, { q: 'triennio', interval: 'year' })
  const chosen = await search(app, { q: 'triennio', interval: 'year', from: '2023', to: '2023' })
  t.strictSame(shown(chosen), shown(all))
  t.strictSame(
    chosen.histogram?.buckets.map(({ selected }) => selected),
    [false, true, false],
  )
  t.ok(all.histogram?.buckets.every(({ selected }) => !selected))
  const undated = await search(app, { q: 'triennio', interval: 'year', undated: 'only' })
  t.strictSame(shown(undated), shown(all))
  const open = await search(app, { q: 'triennio', interval: 'year', from: '2023-05' })
  t.strictSame(
    open.histogram?.buckets.map(({ selected }) => selected),
    [false, false, true],
    'a year that is chosen in part is not selected',
  )
})

t.test(
  'too many buckets are not sent: a part that is chosen, or a coarser interval and a warning',
  async (t) => {
    const tooFine = await search(app, { q: 'archivio', interval: 'day' })
    t.equal(tooFine.histogram?.interval, 'month')
    t.match(tooFine.warnings, [/interval=day would give too many buckets/])
    const part = await search(app, { q: 'archivio', interval: 'day', from: '2000', to: '2001' })
    t.match(part.histogram, { interval: 'day', coarse: 0, undated: 0 })
    t.strictSame(
      shown(part)?.filter((bucket) => !bucket.endsWith(' 0')),
      ['2000-06-11 2000-06-11 1', '2001-07-11 2001-07-11 1'],
    )
    t.strictSame(part.warnings, [])
    const ancient = await search(app, { q: 'antico', interval: 'month' })
    t.equal(ancient.histogram?.interval, 'year')
    t.equal(ancient.histogram?.buckets.length, 175)
  },
)

t.test('nothing found has no buckets', async (t) => {
  for (const interval of ['auto', 'year', 'month', 'day']) {
    const { histogram } = await search(app, { q: 'xyzzyqwk', exact: 'true', interval })
    t.match(histogram, { buckets: [], coarse: 0, undated: 0 }, interval)
    t.strictSame((await search(app, { lang: 'de', interval })).histogram?.buckets, [])
  }
})

t.test('choosing a bucket finds what it counts, and all together they are all', async (t) => {
  const filters: SearchParams[] = [
    {},
    { from: '2023' },
    { undated: 'include', to: '2023-06' },
    { lang: 'it' },
  ]
  for (const q of ['marzo', 'triennio', 'annuario', 'bando', '']) {
    for (const filter of filters) {
      const { from: _, to: __, undated: ___, ...others } = filter
      const total = (await search(app, { q, ...others })).total.value
      for (const interval of ['year', 'month', 'day']) {
        const { histogram } = await search(app, { q, ...filter, interval })
        const { buckets = [], coarse = 0, undated = 0 } = histogram ?? {}
        const counted = buckets.filter(({ count }) => count > 0)
        const what = `"${q}" ${JSON.stringify(filter)} ${interval}`
        if (histogram?.interval === interval && (interval === 'year' || filter.from === undefined)) {
          t.equal(
            counted.reduce((sum, { count }) => sum + count, coarse + undated),
            total,
            what,
          )
        }
        for (const { from, to, count } of [...counted.slice(0, 6), ...buckets.slice(1, 3)]) {
          t.equal((await search(app, { q, ...others, from, to })).total.value, count, `${what}: ${from}`)
        }
        if (undated > 0)
          t.equal((await search(app, { q, ...others, undated: 'only' })).total.value, undated, what)
      }
    }
  }
})
