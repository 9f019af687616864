/** Going through all matches by cursor: none twice and none missing, also while documents come and go. */
import t from 'tap'
import { createRandom } from '../../bench/random.ts'
import { type SearchParams, type SearchResponse, search } from '../helpers/app.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'
import { put, send, writingApp } from '../helpers/writing.ts'

const random = createRandom(11)
const DOCUMENTS = 600
const textOf = (index: number): string =>
  `La rete ${'elettrica '.repeat(1 + (index % 5))} parola${index % 37} ${'parola'.repeat(index % 2)} ${'altro '.repeat(random.below(20))}.`
const engine = await openTestEngine(t)
await indexDocuments(
  engine,
  Object.fromEntries(
    Array.from({ length: DOCUMENTS }, (_, index) => {
      const date = index % 6 === 0 ? '' : `date: 20${10 + (index % 7)}${index % 4 === 0 ? '' : '-03'}\n`
      return [`${index}.md`, `---\nlang: it\n${date}---\n# Documento ${index}\n\n${textOf(index)}`]
    }),
  ),
)
const app = await writingApp(t, engine)
const asTyped = { expand: 'none', exact: 'true' }

/** The ids on all pages, `between` being called behind each. */
async function walk(
  params: SearchParams,
  between: (page: SearchResponse) => Promise<void> = async () => {},
): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null | undefined = '*'; cursor != null; ) {
    const page: SearchResponse = await search(app, { ...asTyped, ...params, cursor })
    ids.push(...page.results.map(({ id }) => id))
    cursor = page.nextCursor
    if (page.nextCursor === undefined) throw new Error('no cursor')
    await between(page)
  }
  return ids
}

t.test('every match comes once, in the order of pages', async (t) => {
  const cases: SearchParams[] = [
    { q: 'rete' },
    { q: 'rete parola3' },
    { q: 'elettrica -parola5' },
    { q: '"rete elettrica"' },
    { q: 'parola36', size: 7 },
    { q: 'rete', sort: 'date' },
    { q: 'rete', sort: '-date', size: 33 },
    { q: '', sort: 'date', size: 99 },
    { q: '' },
    { q: 'rete', from: '2012', undated: 'include' },
    { q: 'xyzzyqwk' },
  ]
  for (const params of cases) {
    const asked: SearchParams & { size: number } = { size: 60, ...(params as { size?: number }) }
    const ids = await walk(asked)
    const pages: string[] = []
    let last: SearchResponse
    let page = 1
    do {
      last = await search(app, { ...asTyped, ...asked, page })
      pages.push(...last.results.map(({ id }) => id))
      page += 1
    } while (page <= last.page.pages)
    t.equal(ids.length, last.total.value, `${JSON.stringify(params)}: all`)
    t.equal(new Set(ids).size, ids.length, `${JSON.stringify(params)}: none twice`)
    t.strictSame(ids.slice(0, asked.size), pages.slice(0, asked.size), 'it begins with the first page')
    if (asked.sort !== undefined || asked.q === '')
      t.strictSame(ids, pages, `${JSON.stringify(params)}: in order`)
  }
})

t.test('a page says where it is, and links to the next one', async (t) => {
  const first = await search(app, { ...asTyped, q: 'rete', cursor: '*', size: 50 })
  t.match(first.page, { number: 1, size: 50, pages: 12 })
  t.equal(first.links.prev, undefined)
  t.ok((first.links.next ?? '').length < 1000)
  const second = (await app.inject(first.links.next ?? '')).json<SearchResponse>()
  t.match(second.page, { number: 2, size: 50 })
  t.notOk(second.results.some(({ id }) => first.results.some((one) => one.id === id)))
  const posted = await send<SearchResponse>(app, 'POST', '/v1/search', {
    body: { ...asTyped, q: 'rete', cursor: first.nextCursor, size: 5, fields: ['title'] },
  })
  t.strictSame(
    posted.body.results.map(({ id }) => id),
    second.results.slice(0, 5).map(({ id }) => id),
    'size and fields may change on the way',
  )
})

t.test('while documents come, change and go, none comes twice, and those that stay all come', async (t) => {
  let made = 0
  const removed = new Set<string>()
  for (const params of [
    { q: 'rete', size: 45 },
    { q: 'elettrica', sort: 'date', size: 80 },
    { q: 'rete', sort: '-date', size: 80 },
  ]) {
    const before = await walk({ ...params, size: 100 })
    const given = new Set<string>()
    const changed = new Set<string>()
    const ids = await walk(params, async ({ results }) => {
      for (const { id } of results) given.add(id)
      // One that was given goes, one is written anew, and one that ranks first, is oldest or newest comes.
      const [gone = '', again = ''] = results.map(({ id }) => id)
      if (!changed.has(gone)) await send(app, 'DELETE', `/v1/documents/${gone}?wait=true`)
      removed.add(gone)
      await put(app, again, { text: `La rete elettrica ${made} di nuovo.`, date: results[1]?.date ?? '2015' })
      changed.add(gone).add(again)
      made += 1
      await put(app, `nuovo-${made}`, {
        text: 'rete elettrica rete',
        title: 'La rete elettrica',
        date: made % 2 === 0 ? '2001-01-01' : '2030-01-01',
      })
    })
    t.equal(new Set(ids).size, ids.length, `${JSON.stringify(params)}: none twice`)
    const lost = before.filter((id) => !given.has(id) && !changed.has(id))
    t.strictSame(lost, [], `${JSON.stringify(params)}: all that stayed`)
  }
})

t.test('ids that differ in case only are apart', async (t) => {
  const ids = ['Doppio', 'doppio', 'DOPPIO', 'doppia', 'Doppiz']
  for (const id of ids)
    await put(app, id, { text: `Il caso quasimodo di ${id}.`, lang: 'it', date: '2020-02-02' })
  for (const sort of ['date', '-date', 'relevance']) {
    for (const size of [1, 2, 3]) {
      t.strictSame((await walk({ q: 'quasimodo', sort, size })).sort(), [...ids].sort(), `${sort} by ${size}`)
    }
  }
})

t.test('a cursor that is none, or of another search, is refused', async (t) => {
  const { nextCursor } = await search(app, { ...asTyped, q: 'rete', cursor: '*' })
  const mark = String(nextCursor)
  const forged = (head: unknown): string => `${Buffer.from(JSON.stringify(head)).toString('base64url')}.`
  const cases: [why: string, params: SearchParams, detail: RegExp][] = [
    ['other words', { q: 'reti', cursor: mark }, /another search/],
    ['another order', { q: 'rete', sort: 'date', cursor: mark }, /another search/],
    ['another filter', { q: 'rete', lang: 'it', cursor: mark }, /another search/],
    ['nonsense', { q: 'rete', cursor: 'nonsense' }, /no cursor/],
    ['empty', { q: 'rete', cursor: '' }, /must not be empty/],
    ['JSON of something else', { q: 'rete', cursor: forged([1]) }, /no cursor/],
    ['null', { q: 'rete', cursor: forged(null) }, /no cursor/],
    [
      'an id that ends a filter',
      { q: 'rete', cursor: forged({ walk: 'x', pages: 1, place: { date: 1, ids: ['" OR 1'] } }) },
      /no cursor/,
    ],
    ['with a page', { q: 'rete', cursor: '*', page: 1 }, /do not go together/],
    ['without a size', { q: 'rete', cursor: '*', size: 0 }, /do not go together/],
  ]
  for (const [why, params, detail] of cases) {
    const query = new URLSearchParams({ ...asTyped, ...params } as Record<string, string>)
    const reply = await app.inject(`/v1/search?${query}`)
    t.equal(reply.statusCode, 400, why)
    t.match(reply.json(), { errors: [{ parameter: 'cursor', detail }] }, why)
  }
})
