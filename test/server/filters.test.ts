/** Filters and facets: what they leave, that counts are exact, and what they are called. */
import t from 'tap'
import {
  pathsOf,
  pathsOfAllPages,
  type SearchParams,
  type SearchResponse,
  search,
  testApp,
} from '../helpers/app.ts'

/** A document with this front matter that has the word of all tests in its title. */
const documentOf = (metadata: string, text: string): string =>
  `---\n${metadata}\n---\n# Comune ${text}\n\n${text}.`

const { app } = await testApp(t, {
  'a.md': documentOf(
    'lang: it\ndate: 2023-03-01\ntopics: [chip-a]\nsource: Governo',
    'Testo sui semiconduttori',
  ),
  'b.md': documentOf(
    'lang: it\ndate: 2023-03-31\nsource: Governo',
    'Testo su idrogeno verde e semiconduttori',
  ),
  'c.md': documentOf('lang: it\ndate: 2023-04\nsource: Camera', 'Testo su idrogeno'),
  'd.md': documentOf('lang: it\ndate: 2024-02-29', 'Testo su un idrogeno'),
  'e.md': documentOf('lang: en\ndate: 2023-12-31\nsource: Governo', 'A text about hydrogen'),
  'f.md': documentOf('lang: en\ndate: 2023\nsource: "Ministry, \\"of\\" all"', 'A text about semiconductors'),
  'g.md': documentOf('lang: en', 'An undated text about nothing in particular'),
  'h.md': documentOf('lang: fr\ndate: 2025-01-01', 'Un texte sur rien'),
})
const everything = ['a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md', 'g.md', 'h.md']

t.test('filters leave what they say, alone and together', async (t) => {
  const cases: [params: SearchParams, paths: string][] = [
    [{}, 'abcdefgh'],
    [{ lang: 'it' }, 'abcd'],
    [{ lang: 'it,en' }, 'abcdefg'],
    [{ lang: ['it', 'fr'] }, 'abcdh'],
    [{ lang: ['it', 'en,fr'] }, 'abcdefgh'],
    [{ lang: ' it , it ' }, 'abcd'],
    [{ lang: 'de' }, ''],
    [{ lang: '' }, 'abcdefgh'],
    [{ topic: 'semiconductors' }, 'abf'],
    [{ topic: 'energy' }, 'bcde'],
    [{ topic: 'semiconductors,energy' }, 'abcdef'],
    [{ topic: ['semiconductors', 'energy'] }, 'abcdef'],
    [{ topic: 'unclassified' }, 'gh'],
    [{ topic: 'unclassified,semiconductors' }, 'abfgh'],
    [{ topic: 'energy', lang: 'it' }, 'bcd'],
    [{ from: '2023', to: '2023' }, 'abcef'],
    [{ from: '2023-03', to: '2023-03' }, 'ab'],
    [{ from: '2023-03-02', to: '2023-04' }, 'bc'],
    [{ from: '2023-03-31', to: '2023-03-31' }, 'b'],
    [{ from: '2023-04' }, 'cdeh'],
    // A document of a month or a year is of a period that its whole time lies in.
    [{ to: '2023-04-01' }, 'ab'],
    [{ to: '2023-04-30' }, 'abc'],
    [{ to: '2024-02' }, 'abcdef'],
    [{ to: '2024-02-28' }, 'abcef'],
    [{ from: '2024-02-29', to: '2024-02-29' }, 'd'],
    [{ to: '1950' }, ''],
    [{ from: '0050', to: '0060' }, ''],
    [{ from: '9999' }, ''],
    [{ topic: 'energy,semiconductors', lang: 'en,it', from: '2023-04', to: '2023-12' }, 'ce'],
    [{ source: 'Governo' }, 'abe'],
    [{ source: ['Governo', 'Camera'] }, 'abce'],
    [{ source: 'Ministry, "of" all' }, 'f'],
    [{ source: 'Governo,Camera' }, ''],
    [{ source: '' }, 'abcdefgh'],
    [{ source: 'Governo', lang: 'en' }, 'e'],
    [{ undated: 'only' }, 'g'],
    [{ undated: 'only', lang: 'it' }, ''],
    [{ undated: 'include', from: '2024' }, 'dgh'],
    [{ undated: 'include' }, 'abcdefgh'],
    [{ dateBasis: 'unknown' }, 'g'],
  ]
  for (const [params, letters] of cases) {
    const paths = [...letters].map((letter) => `${letter}.md`)
    for (const q of ['', 'comune']) {
      const found = await search(app, { q, expand: 'none', ...params })
      t.strictSame(
        found.results.map(({ path }) => path).sort(),
        paths,
        `"${q}" with ${JSON.stringify(params)}`,
      )
      t.equal(found.total.value, paths.length)
    }
  }
})

t.test('the answer says how filters were understood', async (t) => {
  const { query } = await search(app, { lang: 'en, it', topic: 'energy', from: '2023', to: '2024-02' })
  t.strictSame(query.filters, {
    lang: ['en', 'it'],
    topic: ['energy'],
    reference: [],
    tag: [],
    source: [],
    dateBasis: [],
    place: [],
    folder: [],
    from: '2023-01-01',
    to: '2024-02-29',
    undated: 'exclude',
    translated: null,
  })
  t.strictSame((await search(app, {})).query.filters, {
    lang: [],
    topic: [],
    reference: [],
    tag: [],
    source: [],
    dateBasis: [],
    place: [],
    folder: [],
    from: null,
    to: null,
    undated: 'exclude',
    translated: null,
  })
  t.match((await search(app, { from: '0050', to: '0060' })).query.filters, {
    from: '0050-01-01',
    to: '0060-12-31',
  })
})

t.test('documents show their date as exact as it is known, their language, source and topics', async (t) => {
  const byPath = new Map((await search(app, {})).results.map((hit) => [hit.path, hit]))
  const dates = [...byPath].map(([path, { date, datePrecision }]) => [path, date, datePrecision]).sort()
  t.strictSame(dates, [
    ['a.md', '2023-03-01', 'day'],
    ['b.md', '2023-03-31', 'day'],
    ['c.md', '2023-04', 'month'],
    ['d.md', '2024-02-29', 'day'],
    ['e.md', '2023-12-31', 'day'],
    ['f.md', '2023', 'year'],
    ['g.md', null, null],
    ['h.md', '2025-01-01', 'day'],
  ])
  t.equal(byPath.get('a.md')?.source, 'Governo')
  t.equal(byPath.get('d.md')?.source, null)
  t.match(
    byPath
      .get('b.md')
      ?.topics.map(({ id }) => id)
      .sort(),
    ['energy', 'semiconductors'],
  )
  t.strictSame(byPath.get('g.md')?.topics, [], 'unclassified is no topic of a document')
  t.ok(
    byPath.get('a.md')?.topics[0]?.words.includes('semiconduttori'),
    'the words that gave a topic are named',
  )
})

t.test('by date: in the order asked for, undated last either way', async (t) => {
  const ascending = ['f.md', 'a.md', 'b.md', 'c.md', 'e.md', 'd.md', 'h.md']
  for (const q of ['', 'comune']) {
    t.strictSame(await pathsOf(app, { q, sort: 'date' }), [...ascending, 'g.md'], `"${q}" oldest first`)
    t.strictSame(
      await pathsOf(app, { q, sort: '-date' }),
      [...ascending.toReversed(), 'g.md'],
      `"${q}" newest first`,
    )
  }
})

const facetsOf = (facets: SearchResponse['facets'], name: string): Record<string, number> =>
  Object.fromEntries(facets[name]?.buckets.map(({ value, count }) => [value, count]) ?? [])

t.test('every count of a facet is what filtering by it finds', async (t) => {
  const filters: SearchParams[] = [
    {},
    { lang: 'it' },
    { from: '2023-03', to: '2023-12' },
    { lang: 'it,en', topic: 'semiconductors', from: '2023' },
    { lang: 'de' },
  ]
  for (const q of ['', 'comune -idrogeno', '"comune testo"', 'comune -"testo su idrogeno"']) {
    for (const filter of filters) {
      const asked = { q, expand: 'none', size: 100, ...filter }
      const { facets, results } = await search(app, { ...asked, facets: 'lang,topic,year,source' })
      for (const name of ['lang', 'topic'] as const) {
        for (const [value, count] of Object.entries(facetsOf(facets, name))) {
          const { total, warnings } = await search(app, { ...asked, [name]: value })
          // Where nothing has the phrase, its words are looked for instead: that is another question.
          const found = warnings.length > 0 ? 0 : total.value
          t.equal(found, count, `${JSON.stringify(asked)}: ${name} ${value}`)
        }
      }
      const { from: _, to: __, ...undated }: SearchParams = asked
      for (const [year, count] of Object.entries(facetsOf(facets, 'year'))) {
        if (year === 'unknown') continue
        const { total } = await search(app, { ...undated, from: year, to: year })
        t.equal(total.value, count, `${JSON.stringify(asked)}: year ${year}`)
      }
      const bySource = new Map<string, number>()
      for (const { source } of results)
        if (source !== null) bySource.set(source, (bySource.get(source) ?? 0) + 1)
      t.strictSame(
        facetsOf(facets, 'source'),
        Object.fromEntries(bySource),
        `${JSON.stringify(asked)}: sources`,
      )
    }
  }
})

t.test('facets: values, order, selection', async (t) => {
  const { facets } = await search(app, { facets: ['topic', 'lang,year'], lang: 'it' })
  t.strictSame(Object.keys(facets).sort(), ['lang', 'topic', 'year'], 'those that were asked for')
  t.strictSame(facetsOf(facets, 'lang'), { it: 4, en: 3, fr: 1 }, 'its own filter does not hide the others')
  t.strictSame(
    facets.lang?.buckets.map(({ selected }) => selected),
    [true, false, false],
  )
  t.strictSame(facetsOf(facets, 'topic'), { energy: 3, semiconductors: 2 }, 'other filters count')
  const periods = await search(app, { facets: 'year,month' })
  t.strictSame(
    periods.facets.year?.buckets.map(({ value, count }) => [value, count]),
    [
      ['2025', 1],
      ['2024', 1],
      ['2023', 5],
      ['unknown', 1],
    ],
    'years, newest first, what is undated last',
  )
  t.strictSame(
    periods.facets.month?.buckets.map(({ value, count }) => [value, count]),
    [
      ['2025-01', 1],
      ['2024-02', 1],
      ['2023-12', 1],
      ['2023-04', 1],
      ['2023-03', 2],
      ['unknown', 2],
    ],
    'months; a year alone has none',
  )
  const { facets: none } = await search(app, { q: 'xyzzyqwk', exact: 'true', facets: 'lang', lang: 'it' })
  t.strictSame(
    none.lang?.buckets,
    [{ value: 'it', label: none.lang?.buckets[0]?.label, count: 0, selected: true }],
    'what is selected stays, even if nothing has it',
  )
  const { facets: chosen } = await search(app, { facets: 'source,year', source: 'governo', undated: 'only' })
  t.strictSame(
    chosen.source?.buckets.map(({ value, count, selected }) => [value, count, selected]),
    [['governo', 0, true]],
    'nothing undated has a source',
  )
  t.strictSame(
    chosen.year?.buckets.map(({ value, count, selected }) => [value, count, selected]),
    [
      ['2023', 3, false],
      ['unknown', 0, true],
    ],
    'years count without the filter by date, and under the one by source',
  )
  const { facets: spelled } = await search(app, { facets: 'source', source: 'GOVERNO' })
  t.strictSame(
    spelled.source?.buckets.filter(({ selected }) => selected).map(({ value, count }) => [value, count]),
    [['Governo', 3]],
    'values are the same whatever their case',
  )
  t.strictSame((await search(app, {})).facets, {}, 'none if none are asked for')
})

t.test('topics are named in the language that is preferred', async (t) => {
  const cases: [acceptLanguage: string, label: string][] = [
    ['it', 'Tecnologie verdi'],
    ['en', 'Green'],
    ['it-IT,it;q=0.9,en;q=0.8', 'Tecnologie verdi'],
    ['en-GB,en;q=0.9,it;q=0.8', 'Green'],
    ['fr,it;q=0.5,en;q=0.4', 'Tecnologie verdi'],
    ['de', 'Green'],
    ['', 'Green'],
    ['it;q=0,en', 'Green'],
    ['*', 'Green'],
    [';;;,,q=', 'Green'],
  ]
  for (const [acceptLanguage, label] of cases) {
    const { facets, results } = await search(
      app,
      { lang: 'it', facets: 'topic', topic: 'energy,unclassified' },
      { 'accept-language': acceptLanguage },
    )
    const bucket = facets.topic?.buckets.find(({ value }) => value === 'energy')
    t.match(bucket?.label, label, `"${acceptLanguage}": the facet`)
    t.match(
      results[0]?.topics.find(({ id }) => id === 'energy')?.label,
      label,
      `"${acceptLanguage}": the document`,
    )
  }
})

t.test('pages, totals and counts agree under every filter', async (t) => {
  for (const params of [{ lang: 'it' }, { topic: 'energy' }, { from: '2023-04' }, {}]) {
    for (const sort of ['relevance', 'date']) {
      const paths = await pathsOfAllPages(app, { q: 'comune', expand: 'none', size: 3, sort, ...params })
      const all = await pathsOf(app, { q: 'comune', expand: 'none', size: 100, sort, ...params })
      t.strictSame(paths, all, `${sort} ${JSON.stringify(params)}`)
    }
  }
  t.strictSame((await pathsOfAllPages(app, { size: 1 })).sort(), everything)
})
