/** InstantSearch itself over the real service: what its widgets show is what the API finds. */

import * as connectors from 'instantsearch.js/es/connectors/index.js'
import instantsearch from 'instantsearch.js/es/index.js'
import t, { type Test } from 'tap'
import { createClient } from '../../client/src/client.ts'
import { createSearchClient, type Hit, type SearchClient } from '../../client/src/instantsearch.ts'
import { testApp } from '../helpers/app.ts'

const page = (front: Record<string, string>, text: string): string =>
  ['---', ...Object.entries(front).map(([name, value]) => `${name}: ${value}`), '---', '', text].join('\n')

const HARBOURS = ['Genova', 'Trieste', 'Livorno', 'Napoli', 'Bari', 'Ancona'].map(
  (city, index) =>
    [
      `it/${city}.md`,
      page(
        {
          title: `Il porto di ${city}`,
          date: `202${index}-03-1${index}`,
          source: index % 2 === 0 ? 'Autorità <portuale>' : 'Comune',
          tags: index < 3 ? '[nord]' : '[sud]',
        },
        `Nel porto di ${city} le gru elettriche spostano container & casse, e la banchina cresce.`,
      ),
    ] as const,
)
const { app } = await testApp(t, {
  ...Object.fromEntries(HARBOURS),
  'en/Hull.md': page(
    { title: 'The port of Hull', date: '2024-09-02', source: 'Council', tags: '[nord]' },
    'The harbour of Hull has had electric cranes since the spring, and the quay is being made longer.',
  ),
})
const client = createClient({ url: await app.listen({ host: '127.0.0.1', port: 0 }) })
const asked: number[] = []
const bifora = createSearchClient(client)
const searchClient: SearchClient = {
  ...bifora,
  search: async (requests) => {
    asked.push(requests.length)
    return bifora.search(requests)
  },
}

/** What connectors tell their widgets, as far as it is looked at here. */
type State = {
  items: { value: string; count: number }[]
  range: { min?: number; max?: number }
  nbPages: number
  refine: (value: never) => void
  searchForItems: (text: never) => void
}
type Connector = (render: (state: State) => void) => (params: object) => never
type ConnectorName =
  | 'connectConfigure'
  | 'connectHits'
  | 'connectMenu'
  | 'connectPagination'
  | 'connectRange'
  | 'connectRefinementList'
  | 'connectSearchBox'
  | 'connectSortBy'
const {
  connectConfigure,
  connectHits,
  connectMenu,
  connectPagination,
  connectRange,
  connectRefinementList,
  connectSearchBox,
  connectSortBy,
} = connectors as unknown as Record<ConnectorName, Connector>

type Shown = {
  hits: readonly Record<string, unknown>[]
  counts: Record<string, Record<string, number>>
  /** Called when a list is shown anew. */
  onList?: () => void
}

/** Does something and waits until InstantSearch has shown what came of it. */
function shownAnew(search: ReturnType<typeof instantsearch>, act: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    search.once('error', ({ error }: { error: Error }) => reject(error))
    const onRender = (): void => {
      if (search.status !== 'idle') return
      search.removeListener('render', onRender)
      resolve()
    }
    search.on('render', onRender)
    act()
  })
}

/** InstantSearch with what a page has, without a page: what is shown, and what can be done. */
async function started(t: Test, configuration: Record<string, unknown> = {}) {
  const search = instantsearch({ indexName: 'bifora', searchClient })
  t.teardown(() => search.dispose())
  const shown: Shown = { hits: [], counts: {} }
  const does: Record<string, (value: never) => void> = {}
  const lists = ['lang', 'source', 'tag'].map((attribute) =>
    connectRefinementList(({ items, refine, searchForItems }) => {
      shown.counts[attribute] = Object.fromEntries(items.map(({ value, count }) => [value, count]))
      Object.assign(does, { [attribute]: refine, [`${attribute}Search`]: searchForItems })
      shown.onList?.()
    })({ attribute }),
  )
  const state = {
    range: { min: 0, max: 0 } as { min?: number | undefined; max?: number | undefined },
    pages: 0,
  }
  search.addWidgets([
    connectConfigure(() => {})({ searchParameters: { hitsPerPage: 3, ...configuration } }),
    connectSearchBox(({ refine }) => Object.assign(does, { query: refine }))({}),
    connectHits(({ items }) => {
      shown.hits = items as never
    })({}),
    ...lists,
    connectRange(({ range, refine }) => {
      state.range = range
      Object.assign(does, { date: refine })
    })({ attribute: 'date' }),
    connectPagination(({ nbPages, refine }) => {
      state.pages = nbPages
      Object.assign(does, { page: refine })
    })({}),
    connectSortBy(({ refine }) => Object.assign(does, { sort: refine }))({
      items: ['bifora', 'bifora:-date', 'bifora:date'].map((value) => ({ value, label: value })),
    }),
  ])
  const after = (act: () => void): Promise<void> => shownAnew(search, act)
  await after(() => search.start())
  const doing = (name: string, value: unknown): Promise<void> => after(() => does[name]?.(value as never))
  const searchIn = (list: string, text: string): void => does[`${list}Search`]?.(text as never)
  const total = (): number | undefined => search.helper?.lastResults?.nbHits
  return { shown, state, doing, search: searchIn, total, results: () => search.helper?.lastResults }
}

t.test('a page shows hits with what matches, escaped, and counts facets', async (t) => {
  const { shown, doing, total } = await started(t)
  t.equal(total(), 7, 'without a query everything is there')
  await doing('query', 'gru')
  t.equal(total(), 6)
  t.equal(shown.hits.length, 3)
  t.strictSame(shown.counts.lang, { it: 6 })
  t.strictSame(shown.counts.tag, { nord: 3, sud: 3 })
  const [hit] = shown.hits
  t.match(hit, { objectID: /^[0-9a-z]+$/, lang: 'it', __position: 1 })
  t.match(hit?._highlightResult, { text: { matchLevel: 'full', matchedWords: ['gru'] } })
  const { value } = (hit as unknown as Hit)._snippetResult.text
  t.match(
    value,
    /<mark>gru<\/mark> elettriche spostano container &amp; casse/,
    'what a document has is no markup',
  )
})

t.test('choosing values of a facet counts the others as if none were chosen', async (t) => {
  const { shown, doing, total } = await started(t)
  await doing('query', 'gru')
  const before = { ...shown.counts.source }
  t.strictSame(before, { 'Autorità <portuale>': 3, Comune: 3 })
  asked.length = 0
  await doing('source', 'Comune')
  t.equal(total(), before.Comune, 'a click gives what was counted')
  t.strictSame(shown.counts.source, before, 'the list itself stays')
  t.strictSame(shown.counts.tag, { nord: 1, sud: 2 }, 'other lists follow')
  t.strictSame(asked, [2], 'its second question goes along in the same call')
  await doing('tag', 'sud')
  t.equal(total(), 2)
  t.strictSame(shown.counts.source, { 'Autorità <portuale>': 1, Comune: 2 })
  await doing('source', 'Autorità <portuale>')
  t.equal(total(), 3, 'two values of one list: either')
})

t.test('dates have a range, and narrow', async (t) => {
  const { state, doing, total, shown, results } = await started(t)
  const ms = (day: string) => Date.parse(day)
  t.ok((state.range.min ?? 0) <= ms('2020-03-10') && (state.range.max ?? 0) >= ms('2025-03-15'))
  await doing('date', [ms('2021-03-11'), ms('2023-03-13')])
  t.equal(total(), 3, 'both days are part of it')
  t.strictSame(shown.counts.lang, { it: 3 })
  const counts = Object.values(results()?.getFacetValues('date', {}) ?? {}) as { count: number }[]
  t.equal(
    counts.reduce((sum, { count }) => sum + count, 0),
    7,
    'the histogram counts outside of it, too',
  )
})

t.test('a menu of years stands beside a range of dates, and counts what a click gives', async (t) => {
  const search = instantsearch({ indexName: 'bifora', searchClient })
  t.teardown(() => search.dispose())
  const menu: Pick<State, 'items' | 'refine'> = { items: [], refine: () => {} }
  search.addWidgets([
    connectMenu(({ items, refine }) => Object.assign(menu, { items, refine }))({ attribute: 'year' }),
    connectRange(() => {})({ attribute: 'date' }),
  ])
  await shownAnew(search, () => search.start())
  const counts = menu.items.map(({ value, count }) => [value, count] as const)
  t.strictSame(Object.fromEntries(counts), { 2020: 1, 2021: 1, 2022: 1, 2023: 1, 2024: 2, 2025: 1 })
  for (const [year, count] of counts) {
    await shownAnew(search, () => menu.refine(year as never))
    t.equal(search.helper?.lastResults?.nbHits, count, year)
    t.strictSame(
      menu.items.map(({ value, count }) => [value, count]).sort(),
      [...counts].sort(),
      'the menu stays',
    )
    await shownAnew(search, () => menu.refine(year as never))
  }
})

t.test('pages and orders', async (t) => {
  const { shown, state, doing } = await started(t)
  t.equal(state.pages, 3)
  await doing('sort', 'bifora:-date')
  const dates = () => shown.hits.map(({ date }) => date)
  t.strictSame(dates(), ['2025-03-15', '2024-09-02', '2024-03-14'])
  await doing('page', 2)
  t.strictSame(dates(), ['2020-03-10'])
  await doing('sort', 'bifora:date')
  t.equal(dates()[0], '2020-03-10', 'another order begins on the first page')
})

t.test('values of a facet are searched', async (t) => {
  const { shown, doing, search } = await started(t)
  await doing('query', 'gru')
  await new Promise<void>((resolve) => {
    shown.onList = resolve
    search('source', 'port')
  })
  t.strictSame(shown.counts.source, { 'Autorità <portuale>': 3 })
  const [found] = await searchClient.searchForFacetValues([
    {
      indexName: 'bifora',
      params: { facetName: 'source', facetQuery: 'COM', query: 'gru', facetFilters: ['tag:sud'] },
    },
  ])
  t.match(found, {
    facetHits: [{ value: 'Comune', highlighted: '<em>Com</em>une', count: 2 }],
    exhaustiveFacetsCount: true,
  })
  const single = {
    indexName: 'bifora',
    facetName: 'source',
    searchForFacetValuesRequest: { facetQuery: 'coun' },
  }
  t.match(await searchClient.searchForFacetValues(single), { facetHits: [{ value: 'Council', count: 1 }] })
})

t.test('what a page fixes for all of its searches holds', async (t) => {
  const { total, doing } = await started(t, { filters: '(lang:en OR lang:it) AND NOT_THERE:x' }).catch(
    (error) => ({
      total: () => error.detail,
      doing: undefined,
    }),
  )
  t.equal(doing, undefined)
  t.match(total(), /no filter NOT_THERE/)
  const filtered = await started(t, { filters: 'tag:nord AND date >= 1640995200000' })
  t.equal(filtered.total(), 2)
  const onlyEnglish = createSearchClient(client, { lang: ['en'] })
  const { results } = await onlyEnglish.search([
    { indexName: 'x', params: { query: '' } },
    { indexName: 'x', params: { query: 'quay', hitsPerPage: 0 } },
    { indexName: 'x', params: { query: 'porto', attributesToRetrieve: ['title'] } },
  ])
  t.strictSame(
    results.map(({ query, nbHits, hits }) => [query, nbHits, hits.length]),
    [
      ['', 1, 1],
      ['quay', 1, 0],
      ['porto', 0, 0],
    ],
    'answers come in the order of the requests',
  )
  t.strictSame(await bifora.search([]), { results: [] })
})

t.test('only what was asked for comes along', async (t) => {
  const { results } = await bifora.search([
    { indexName: 'bifora', params: { query: 'porto', attributesToRetrieve: ['title', 'objectID'] } },
  ])
  t.strictSame(Object.keys(results[0]?.hits[0] ?? {}).sort(), [
    '_highlightResult',
    '_snippetResult',
    'objectID',
    'title',
  ])
})

t.test('more searches than fit into one request are all answered', async (t) => {
  const requests = Array.from({ length: 23 }, (_, page) => ({
    indexName: 'bifora:date',
    params: { page, hitsPerPage: 1 },
  }))
  const { results } = await bifora.search(requests)
  t.strictSame(
    results.map(({ page, hits }) => [page, hits.length]),
    requests.map((_, page) => [page, page < 7 ? 1 : 0]),
  )
})

t.test('what a search is refused with reaches the page', async (t) => {
  await t.rejects(bifora.search([{ indexName: 'b', params: { hitsPerPage: 1000 } }]), {
    name: 'BiforaError',
    message: /hitsPerPage|size/,
  })
  const two = [{ indexName: 'b' }, { indexName: 'b', params: { facets: ['color'] } }]
  await t.rejects(bifora.search(two), { name: 'BiforaError', message: /color/ })
})
