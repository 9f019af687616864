/** Which documents coverage is about, and how that is changed. */
import t from 'tap'
import { cellSearch, coverageParams, partsOf, yearsOf } from '../../web/src/coverage/narrowing.ts'

t.test('languages are compared, so none is left out; order and pages do not matter', async (t) => {
  t.strictSame(
    coverageParams({ q: 'nuvola', lang: ['it'], topic: ['hpc'], sort: 'date', copies: 'show', page: 3 }),
    { q: 'nuvola', topic: ['hpc'] },
  )
})

t.test('each part of a search can be taken off by itself', async (t) => {
  const search = {
    q: 'cloud',
    without: ['x1'],
    topic: ['hpc', 'data'],
    from: '2024',
    to: '2024',
    lang: ['it'],
    undated: 'include' as const,
  }
  const parts = partsOf(search)
  t.strictSame(
    parts.map(({ name, value }) => [name, value]),
    [
      ['q', 'cloud'],
      ['period', '2024'],
      ['undated', 'include'],
      ['topic', 'hpc'],
      ['topic', 'data'],
    ],
  )
  t.strictSame(parts[3]?.without, { ...search, topic: ['data'] })
  const { q: _q, without: _without, ...rest } = search
  t.strictSame(parts[0]?.without, rest, 'and what was said of the words goes with them')
  t.strictSame(partsOf({ from: '2023-05' })[0]?.value, '2023-05/')
})

t.test('a cell leads to just the documents that it counts', async (t) => {
  const cell = { topic: 'hpc', lang: 'en', period: '2024-05' }
  t.strictSame(cellSearch({ q: 'cloud', page: 2 }, cell), {
    q: 'cloud',
    topic: ['hpc'],
    lang: ['en'],
    from: '2024-05',
    to: '2024-05',
  })
  t.match(cellSearch({ from: '2024-05-10', to: '2024' }, cell), { from: '2024-05-10', to: '2024-05' })
})

t.test('years to choose, the latest first', async (t) => {
  t.strictSame(yearsOf('2022', '2024'), ['2024', '2023', '2022'])
  t.equal(yearsOf('1950', '2024').length, 12)
  t.strictSame(yearsOf(null, null), [])
})
