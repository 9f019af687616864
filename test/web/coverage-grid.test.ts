/** Topics by time in two languages: what the table of coverage shows, without a browser. */
import t from 'tap'
import { gridOf, height, leadOf, type Order, ordered } from '../../web/src/coverage/grid.ts'

type Timeline = Parameters<typeof gridOf>[0]

const periods = (counts: Record<string, number>) =>
  Object.entries(counts).map(([period, documents]) => ({ period, documents }))

const timeline: Timeline = {
  topics: [
    {
      id: 'hpc',
      label: 'Cloud',
      languages: [
        { lang: 'it', documents: 6, undated: 1, periods: periods({ '2024-01': 2, '2024-04': 3 }) },
        { lang: 'en', documents: 1, undated: 0, periods: periods({ '2024-04': 1 }) },
        { lang: 'fr', documents: 9, undated: 0, periods: periods({ '2024-02': 9 }) },
      ],
    },
  ],
}

t.test('months stand one after another, also those without documents', async (t) => {
  const { interval, periods, rows, most } = gridOf(timeline)
  t.equal(interval, 'month')
  t.strictSame(periods, ['2024-01', '2024-02', '2024-03', '2024-04'])
  t.strictSame(rows[0]?.cells, [
    { it: 2, en: 0 },
    { it: 0, en: 0 },
    { it: 0, en: 0 },
    { it: 3, en: 1 },
  ])
  t.strictSame(rows[0]?.documents, { it: 6, en: 1 })
  t.strictSame(rows[0]?.monthUnknown, { it: 1, en: 0 })
  t.equal(most, 3, 'of the languages that are compared')
})

for (const [from, to, first, last, count] of [
  ['2024', '2024', '2024-01', '2024-12', 12],
  ['2023-11', '2024-05-17', '2023-11', '2024-05', 7],
  ['2015', '2024', '2024-01', '2024-04', 4],
  [undefined, '2024', '2024-01', '2024-04', 4],
] as const) {
  t.test(`from ${from} to ${to} the months are ${first} to ${last}`, async (t) => {
    const { periods } = gridOf(timeline, { from, to })
    t.strictSame([periods.at(0), periods.at(-1), periods.length], [first, last, count])
  })
}

t.test('more than two years are shown as years', async (t) => {
  const [topic] = timeline.topics
  const languages = [
    { lang: 'it', documents: 8, undated: 0, periods: periods({ '2021-12': 1, '2024-01': 2, '2024-05': 5 }) },
  ]
  const { interval, periods: years, rows } = gridOf({ topics: [{ id: '', label: '', ...topic, languages }] })
  t.equal(interval, 'year')
  t.strictSame(years, ['2021', '2022', '2023', '2024'])
  t.strictSame(
    rows[0]?.cells.map(({ it }) => it),
    [1, 0, 0, 7],
  )
})

t.test('nothing dated, nothing to show', async (t) => {
  t.strictSame(gridOf({ topics: [] }), { interval: 'month', periods: [], rows: [], most: 0 })
})

t.test('a light stands higher for more, is seen for one, and is out for none', async (t) => {
  t.equal(height(0, 10), 0)
  t.ok(height(1, 1000) > 0.2)
  t.ok(height(10, 1000) > height(9, 1000))
  t.equal(height(1000, 1000), 1)
})

const topics = [
  { id: 'a', label: 'Dati', documents: { it: 5, en: 5 } },
  { id: 'b', label: 'Spazio', documents: { it: 0, en: 4 } },
  { id: 'c', label: 'Cavi', documents: { it: 3, en: 2 } },
]
const ORDERED: [Order, string[]][] = [
  ['documents', ['a', 'c', 'b']],
  ['difference', ['b', 'c', 'a']],
  ['onlyOne', ['c', 'a', 'b']],
  ['name', ['c', 'a', 'b']],
]
for (const [order, ids] of ORDERED) {
  t.test(`topics in the order ${order}`, async (t) => {
    const onlyIn = (id: string): number => (id === 'c' ? 7 : 0)
    t.strictSame(
      ordered(topics, order, onlyIn).map(({ id }) => id),
      ids,
    )
  })
}

const dated = (date: string | null) =>
  date === null ? null : { id: 'x', title: '', lang: 'it', date, source: null, place: 'p', path: 'x.md' }
const LEADS = [
  ['2024-05-02', '2024-05-10', { lang: 'it', days: 8 }],
  ['2024-05-02', '2024-05-02', 'together'],
  ['2024-05-02', '2024-04', { lang: 'en', days: undefined }],
  ['2024-05', '2024-05-17', 'together'],
  ['2024', '2024-05-17', 'together'],
  [null, '2023', { lang: 'en', days: undefined }],
  [null, null, undefined],
] as const
for (const [it, en, lead] of LEADS) {
  t.test(`Italian from ${it}, English from ${en}: who reported first`, async (t) => {
    const languages = [
      { lang: 'it', documents: 1, first: dated(it) },
      { lang: 'en', documents: 1, first: dated(en) },
    ]
    t.strictSame(leadOf({ languages }), lead)
  })
}
