/** Paging: every match is on exactly one page, whatever the order and however many there are. */
import t from 'tap'
import { createRandom } from '../../bench/random.ts'
import {
  get,
  pathsOf,
  pathsOfAllPages,
  type SearchParams,
  type SearchResponse,
  search,
  testApp,
} from '../helpers/app.ts'

/** More documents than any search ranks, with words of very different frequency, some of them undated. */
const random = createRandom(5)
const files: Record<string, string> = Object.fromEntries(
  Array.from({ length: 1100 }, (_, index) => {
    const date = index % 7 === 0 ? '' : `date: 20${10 + (index % 14)}-0${1 + (index % 9)}\n`
    const words = Array.from(
      { length: 3 + random.below(25) },
      () => `parola${Math.min(random.below(40), random.below(40))}`,
    )
    const often = 'rete '.repeat(1 + random.below(4)) + (index % 5 === 0 ? 'ad alta tensione ' : '')
    const phrase = index % 3 === 0 ? 'La rete neurale profonda' : 'La rete profonda e neurale'
    return [
      `${index % 10}/${index}.md`,
      `---\nlang: it\n${date}---\n# Documento ${index}\n\n${phrase} è ${often}${words.join(' ')}.`,
    ]
  }),
)
const { app } = await testApp(t, files)
const asTyped = { expand: 'none', exact: 'true' }

t.test('every match is on exactly one page', async (t) => {
  const cases: [why: string, params: SearchParams][] = [
    ['a word of every document, ranked', { q: 'rete' }],
    ['a frequent word, ranked', { q: 'parola1' }],
    ['two words, ranked', { q: 'rete parola39' }],
    ['three words', { q: 'parola2 parola5 parola11' }],
    ['with an exclusion', { q: 'rete -parola0' }],
    ['with a phrase', { q: '"alta tensione" parola3' }],
    ['by date', { q: 'rete', sort: 'date' }],
    ['by date, newest first', { q: 'parola1', sort: '-date' }],
    ['browsing', { q: '' }],
    ['browsing by date', { q: '', sort: 'date' }],
  ]
  for (const [why, params] of cases) {
    const { total } = await search(app, { ...asTyped, ...params })
    const paths = await pathsOfAllPages(app, { ...asTyped, ...params, size: 97 })
    t.equal(new Set(paths).size, paths.length, `${why}: none twice`)
    t.equal(paths.length, total.value, `${why}: all ${total.value}`)
    t.equal(total.relation, 'eq')
  }
})

t.test('pages of any size cut the same list', async (t) => {
  for (const params of [{ q: 'rete parola7' }, { q: 'parola30', sort: 'date' }, { q: 'rete -parola3' }]) {
    const asked = { ...asTyped, ...params }
    const inHundreds = await pathsOfAllPages(app, { ...asked, size: 100 })
    for (const size of [33, 64]) {
      const first = await Promise.all([1, 2, 3, 4].map((page) => pathsOf(app, { ...asked, size, page })))
      t.strictSame(
        first.flat(),
        inHundreds.slice(0, 4 * size),
        `${JSON.stringify(params)} in pages of ${size}`,
      )
    }
  }
})

t.test('by relevance: scores fall, and the unranked rest comes newest first', async (t) => {
  const hits: SearchResponse['results'] = []
  for (let page = 1; page <= 11; page += 1) {
    hits.push(...(await search(app, { ...asTyped, q: 'rete', size: 100, page })).results)
  }
  t.equal(hits.length, 1100)
  const ranked = hits.filter(({ score }) => score !== null)
  t.ok(ranked.length > 0 && ranked.length < hits.length, `${ranked.length} are ranked`)
  t.strictSame(hits.slice(0, ranked.length), ranked, 'ranked ones first')
  const scores = ranked.map(({ score }) => score ?? 0)
  t.strictSame(
    scores,
    [...scores].sort((a, b) => b - a),
  )
  const dates = hits.slice(ranked.length).map(({ date }) => date ?? '')
  t.strictSame(dates, [...dates].sort().reverse(), 'undated ones last of all')
  t.ok(
    hits.every(({ passages }) => passages.some(({ highlights }) => highlights.length > 0)),
    'each shows a passage that matches',
  )
})

t.test('the best documents are ranked, not just any', async (t) => {
  const hits = (await search(app, { ...asTyped, q: 'rete', size: 100 })).results
  const countOf = (path: string): number => (files[path] ?? '').match(/\brete\b/gi)?.length ?? 0
  const lengthOf = (path: string): number => (files[path] ?? '').split(' ').length
  const weightOf = (path: string): number => countOf(path) / (countOf(path) + lengthOf(path) / 20)
  const best = Object.keys(files)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, 20)
  const found = new Set(hits.slice(0, 60).map(({ path }) => path))
  t.ok(best.filter((path) => found.has(path)).length >= 15, 'most of the densest are on top')
})

t.test('links lead from page to page and keep what was asked', async (t) => {
  const first = await get<SearchResponse>(
    app,
    '/v1/search?q=rete+cos%27%C3%A8?&size=30&expand=none&lang=it&lang=en',
  )
  t.equal(first.body.links.prev, undefined)
  t.equal(first.body.links.self, '/v1/search?q=rete+cos%27%C3%A8?&size=30&expand=none&lang=it&lang=en')
  const second = await get<SearchResponse>(app, first.body.links.next ?? '')
  t.match(second.body, {
    query: { q: "rete cos'è?", filters: { lang: ['it', 'en'] } },
    page: { number: 2, size: 30 },
    total: first.body.total,
  })
  const back = await get<SearchResponse>(app, second.body.links.prev ?? '')
  t.strictSame(back.body.results, first.body.results)
})

t.test('behind the last page there is nothing, and a link back', async (t) => {
  const { page: last } = await search(app, { ...asTyped, q: 'rete', size: 100 })
  t.strictSame(last, { number: 1, size: 100, pages: 11 })
  for (const [q, sort] of [
    ['rete', 'relevance'],
    ['rete', 'date'],
    ['', 'relevance'],
  ] as const) {
    const beyond = await search(app, { ...asTyped, q, sort, size: 100, page: 12 })
    t.strictSame(beyond.results, [], `"${q}" by ${sort}`)
    t.equal(beyond.total.value, 1100)
    t.equal(beyond.links.next, undefined)
    const back = await get<SearchResponse>(app, beyond.links.prev ?? '')
    t.equal(back.body.page.number, 11)
    t.equal(back.body.results.length, 100)
  }
  t.strictSame(
    (await search(app, { q: 'rete', page: 1_000_000, size: 100 })).results,
    [],
    'as far as one can ask',
  )
  const nothing = await search(app, { ...asTyped, q: 'xyzzyqwk', page: 3 })
  t.strictSame([nothing.page.pages, nothing.links.next, nothing.links.prev], [0, undefined, undefined])
})

t.test('a phrase whose words are too frequent to read them all is an upper bound, and says so', async (t) => {
  const { total, results } = await search(app, { ...asTyped, q: '"rete neurale"', size: 100 })
  t.equal(total.relation, 'lte')
  t.ok(total.value >= 367, 'not fewer than there are')
  t.ok(results.length > 0)
  for (const { passages } of results) t.match(passages.map(({ text }) => text).join(' '), /rete neurale/i)
  const paths = await pathsOfAllPages(app, { ...asTyped, q: '"rete neurale"', size: 100 })
  t.equal(new Set(paths).size, paths.length, 'none twice')
  const having = Object.keys(files).filter((path) => files[path]?.includes('rete neurale'))
  t.strictSame([...paths].sort(), having.sort(), 'and every one that has it')
})
