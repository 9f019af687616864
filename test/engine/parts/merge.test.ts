/** What several parts answer becomes what one engine would have answered, table by table. */
import t from 'tap'
import { askedOfParts, merged, type PartAnswer, type PartQuery } from '../../../engine/parts/merge.ts'

const documents = (hits: Record<string, unknown>[], total = hits.length): PartAnswer => ({
  hits,
  estimatedTotalHits: total,
})
const query = (more: Partial<PartQuery>): PartQuery => ({ indexUid: 'bifora-x-documents', ...more })
const key = (value: string, more: Record<string, unknown> = {}) => ({ key: `${value}-1`, ...more })

t.test('of each part all is asked that may stand before the end of the page', async (t) => {
  const cases: [why: string, asked: PartQuery, want: Partial<PartQuery>][] = [
    ['a first page', query({ limit: 10 }), { offset: 0, limit: 10 }],
    ['a later page', query({ offset: 20, limit: 10 }), { offset: 0, limit: 30 }],
    ['as many as the engine gives by itself', query({}), { offset: 0, limit: 20 }],
    [
      'what a list is sorted by comes along, the id in the key',
      query({ sort: ['date:desc', 'id:asc'], attributesToRetrieve: ['title'] }),
      { attributesToRetrieve: ['title', 'date', 'key'] },
    ],
    ['where all is given, nothing is added', query({ sort: ['date:asc'] }), { sort: ['date:asc'] }],
  ]
  for (const [why, asked, want] of cases) t.match(askedOfParts(asked), want, why)
  t.notOk('attributesToRetrieve' in askedOfParts(query({ sort: ['date:asc'] })))
})

t.test('lists are merged in the order of the engine', async (t) => {
  const cases: [why: string, sort: string[], parts: Record<string, unknown>[][], want: string[]][] = [
    [
      'oldest first, undated last',
      ['date:asc', 'id:asc'],
      [
        [key('a', { date: 1 }), key('b')],
        [key('c', { date: 0 }), key('d', { date: 3 })],
      ],
      ['c', 'a', 'd', 'b'],
    ],
    [
      'newest first, undated last as well',
      ['date:desc', 'id:asc'],
      [
        [key('a', { date: 1 }), key('b', { date: null })],
        [key('c', { date: 0 }), key('d', { date: 3 })],
      ],
      ['d', 'a', 'c', 'b'],
    ],
    [
      'equal dates by id',
      ['date:desc', 'id:asc'],
      [
        [key('b', { date: 1 }), key('d', { date: 1 })],
        [key('a', { date: 1 }), key('c', { date: 1 })],
      ],
      ['a', 'b', 'c', 'd'],
    ],
    [
      'case does not matter, and signs stand where their codes are',
      ['id:asc'],
      [
        [key('a-'), key('B')],
        [key('A_'), key('aa'), key('c')],
      ],
      ['a-', 'A_', 'aa', 'B', 'c'],
    ],
    [
      'ids with hyphens are told from their revisions',
      ['id:asc'],
      [[key('x-2-y')], [key('x-10'), key('x-2')]],
      ['x-10', 'x-2', 'x-2-y'],
    ],
    [
      'three rules, one after the other',
      ['addedAt:desc', 'date:desc', 'id:asc'],
      [[key('a', { addedAt: 2, date: 1 })], [key('b', { addedAt: 2, date: 5 }), key('c', { addedAt: 1 })]],
      ['b', 'a', 'c'],
    ],
  ]
  for (const [why, sort, parts, want] of cases) {
    const { hits } = merged(
      query({ sort, limit: 100 }),
      parts.map((hits) => documents(hits)),
      100,
    )
    t.strictSame(
      hits.map(({ key }) => String(key).slice(0, -2)),
      want,
      why,
    )
  }
})

t.test('a page is cut out of the whole list', async (t) => {
  const parts = [
    documents([key('a'), key('d'), key('e')], 30),
    documents([], 0),
    documents([key('b'), key('c'), key('f')], 12),
  ]
  const page = merged(query({ sort: ['id:asc'], offset: 2, limit: 2 }), parts, 100)
  t.match(page, { hits: [{ key: 'c-1' }, { key: 'd-1' }], estimatedTotalHits: 42, offset: 2, limit: 2 })
  t.equal(page.hits.length, 2)
  const unsorted = merged(query({ limit: 4 }), parts, 100)
  t.strictSame(
    unsorted.hits.map(({ key }) => key),
    ['a-1', 'b-1', 'd-1', 'c-1'],
    'what is in no order is taken from the parts in turn',
  )
  t.strictSame(merged(query({ limit: 0 }), parts, 100).hits, [])
})

t.test('a passage that two parts have while its document moves comes once', async (t) => {
  const parts = [documents([{ id: 'a-1-0' }, { id: 'a-1-1' }]), documents([{ id: 'a-1-0' }, { id: 'b-1-0' }])]
  const { hits } = merged({ indexUid: 'bifora-x-passages', limit: 10 }, parts, 100)
  t.strictSame(hits.map(({ id }) => id).sort(), ['a-1-0', 'a-1-1', 'b-1-0'])
})

t.test('counts of facets are added up, most frequent first', async (t) => {
  const counted = (facets: Record<string, Record<string, number>>): PartAnswer => ({
    ...documents([]),
    facetDistribution: facets,
  })
  const { facetDistribution } = merged(
    query({ limit: 0 }),
    [
      counted({ lang: { it: 3, en: 1 }, source: { Governo: 2 } }),
      counted({ lang: { en: 4, fr: 1 }, source: { governo: 3, Città: 1 } }),
    ],
    2,
  )
  t.strictSame(Object.entries(facetDistribution?.lang ?? {}), [
    ['en', 5],
    ['it', 3],
  ])
  t.strictSame(
    Object.entries(facetDistribution?.source ?? {}),
    [
      ['Governo', 5],
      ['Città', 1],
    ],
    'what is one value to the engine is one here, called as the first part calls it',
  )
  t.notOk(
    'facetDistribution' in merged(query({}), [documents([])], 2),
    'where none were asked for there are none',
  )
})
