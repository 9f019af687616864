/** What the search view computes: excerpts, the tree of folders, periods, searches that are kept, requests. */
import t from 'tap'
import { excerptOf } from '../../web/src/search/excerpt.ts'
import { folderTree, hasChosen } from '../../web/src/search/folder-tree.ts'
import { foundWords } from '../../web/src/search/found-words.ts'
import { keptSearches, toggleKept } from '../../web/src/search/kept.ts'
import { requestCode } from '../../web/src/search/request-code.ts'
import { bucketAt, periodOf, shortened } from '../../web/src/search/timeline-range.ts'

const SENTENCE = 'Il cavo parte da Mazara del Vallo e arriva in Tunisia dopo duecento chilometri. '

t.test('an excerpt has as many matches as fit, and is cut between words', async (t) => {
  const text = `${SENTENCE.repeat(5)}La posa del cavo artico comincia a maggio. ${SENTENCE.repeat(5)}`
  const start = text.indexOf('artico')
  const early = { start: 3, end: 7 }
  const late = [
    { start: start - 5, end: start - 1 },
    { start, end: start + 6 },
  ]
  const excerpt = excerptOf(text, [early, ...late], 160)
  t.ok(excerpt.text.length <= 160)
  t.ok(excerpt.isCutBefore && excerpt.isCutAfter)
  t.strictSame(
    excerpt.highlights.map((one) => excerpt.text.slice(one.start, one.end)),
    ['cavo', 'artico'],
    'the two that stand together are more than the one at the beginning',
  )
  t.match(` ${text} `, ` ${excerpt.text} `, 'no word is cut')
})

t.test('a short text is shown whole, one without matches from its beginning', async (t) => {
  t.strictSame(excerptOf('Il cavo artico.', [{ start: 3, end: 7 }], 160), {
    text: 'Il cavo artico.',
    highlights: [{ start: 3, end: 7 }],
    isCutBefore: false,
    isCutAfter: false,
  })
  const long = excerptOf(SENTENCE.repeat(10), [], 100)
  t.ok(SENTENCE.repeat(10).startsWith(long.text))
  t.match(long, { isCutBefore: false, isCutAfter: true })
})

t.test('a text without spaces is cut where it must be', async (t) => {
  const excerpt = excerptOf('a'.repeat(1000), [{ start: 700, end: 710 }], 100)
  t.equal(excerpt.text.length, 100)
  t.equal(excerpt.highlights.length, 1)
})

t.test('folders stand within each other', async (t) => {
  const bucket = (value: string, count: number, selected = false) => ({
    value,
    label: value,
    count,
    selected,
  })
  const tree = folderTree([
    bucket('verbali', 9),
    bucket('verbali/2024', 5, true),
    bucket('verbali/2024/giunta', 2),
    bucket('atti/2023', 1),
  ])
  t.match(tree, [
    { name: 'verbali', folders: [{ name: '2024', folders: [{ name: 'giunta', folders: [] }] }] },
    { name: 'atti/2023', folders: [] },
  ])
  t.strictSame(tree.map(hasChosen), [true, false])
})

t.test('a stretch of the timeline is a period, said as short as it can be', async (t) => {
  const buckets = ['01', '02', '03'].map((month, number) => ({
    from: `2024-${month}-01`,
    to: `2024-${month}-${[31, 29, 31][number]}`,
    count: number,
    selected: false,
  }))
  t.strictSame(
    [0, 0.2, 0.34, 0.99, 1, 1.5, -1].map((share) => bucketAt(share, 3)),
    [0, 0, 1, 2, 2, 2, 0],
  )
  t.strictSame(periodOf(buckets, 2, 0), { from: '2024-01-01', to: '2024-03-31' }, 'dragged to the left')
  t.equal(periodOf([], 0, 0), undefined)
  for (const [from, to, shortFrom, shortTo] of [
    ['2024-01-01', '2024-12-31', '2024', '2024'],
    ['2023-01-01', '2024-12-31', '2023', '2024'],
    ['2024-02-01', '2024-02-29', '2024-02', '2024-02'],
    ['2024-02-01', '2024-03-31', '2024-02', '2024-03'],
    ['2023-02-01', '2023-02-28', '2023-02', '2023-02'],
    ['2024-02-01', '2024-02-28', '2024-02-01', '2024-02-28'],
    ['2024-05-06', '2024-05-06', '2024-05-06', '2024-05-06'],
  ] as const) {
    t.strictSame(shortened({ from, to }), { from: shortFrom, to: shortTo })
  }
})

t.test('words that were found are named once, those of the query first', async (t) => {
  t.strictSame(
    foundWords({
      id: 'a',
      title: 'The Arctic route',
      titleHighlights: [{ start: 4, end: 16, expansion: 'x1' }],
      passages: [
        {
          id: 'a-1',
          lang: 'en',
          heading: [],
          text: 'Rotta and ROTTA',
          start: 0,
          end: 15,
          highlights: [
            { start: 0, end: 5 },
            { start: 10, end: 15 },
          ],
        },
      ],
    }),
    [
      { text: 'Rotta', expansion: undefined },
      { text: 'Arctic route', expansion: 'x1' },
    ],
  )
})

t.test('searches are kept and forgotten, the last first, at most fifty', async (t) => {
  let text: string | null = null
  const storage = {
    getItem: () => text,
    setItem: (_: string, value: string) => {
      text = value
    },
  }
  t.strictSame(keptSearches(storage), [])
  toggleKept(storage, { q: 'acqua', page: 3 })
  toggleKept(storage, { q: 'idrogeno', topic: ['energy'] })
  t.strictSame(keptSearches(storage), [{ q: 'idrogeno', topic: ['energy'] }, { q: 'acqua' }])
  t.strictSame(toggleKept(storage, { q: 'acqua' }), [{ q: 'idrogeno', topic: ['energy'] }])
  for (let number = 0; number < 60; number += 1) toggleKept(storage, { q: `parola ${number}` })
  t.equal(keptSearches(storage).length, 50)
  t.strictSame(keptSearches(storage)[0], { q: 'parola 59' })
})

t.test('what was kept by others, or by nobody, is no search', async (t) => {
  for (const text of ['', '{', '{}', '[1, null]', 'null']) {
    t.strictSame(keptSearches({ getItem: () => text }), [], text)
  }
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('quota exceeded')
    },
  }
  t.strictSame(toggleKept(full, { q: 'acqua' }), [], 'a browser that keeps nothing is no fault')
})

t.test('a search is the request that makes it', async (t) => {
  const search = { q: `l'acqua "dolce"`, topic: ['energy'], exact: true }
  const { url, curl, typescript } = requestCode(search, 'https://example.org/cerca')
  t.equal(url, 'https://example.org/cerca/v1/search?q=l%27acqua+%22dolce%22&exact=true&topic=energy')
  t.equal(curl, `curl '${url}'`)
  t.equal(
    typescript,
    `import { createClient } from '@bifora/client'

const client = createClient({ url: 'https://example.org/cerca' })
const { total, results } = await client.search({
  q: 'l\\'acqua "dolce"',
  topic: ['energy'],
  exact: true,
})`,
  )
  t.match(requestCode({}, 'http://127.0.0.1:3000'), {
    url: 'http://127.0.0.1:3000/v1/search',
    typescript: /search\(\{\}\)/,
  })
})
