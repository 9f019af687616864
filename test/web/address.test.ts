/** The address of the page: everything that can be shared is in it, and what is not understood is left out. */
import t from 'tap'
import { changed, readAddress, toggled, writeAddress } from '../../web/src/address.ts'

t.test('what an address says is read, and written as it was', async (t) => {
  for (const query of [
    '?',
    '?q=rotta+artica',
    '?q=%22supply+chain%22+-chip&topic=ai&topic=space&lang=it',
    '?q=acqua&source=Comune+di+Lecce%2C+Ufficio+stampa&from=2024&to=2024-05&undated=include&sort=-date&page=3',
    '?q=idrogeno&queryLang=it&expand=none&exact=true&words=all&copies=show',
    '?q=rotta&without=x1&without=x3',
    '?document=a756ab95832d8425&q=rotta',
    '?view=coverage&topic=hpc',
    '?view=lexicon&word=banca+dati',
    '?view=add',
  ]) {
    t.equal(writeAddress(readAddress(query)), query, query)
  }
})

t.test('the same search has one address, however it came about', async (t) => {
  const view = { name: 'search' } as const
  t.equal(
    writeAddress({ view, search: { lang: ['it'], q: 'chip' } }),
    writeAddress({ view, search: { q: 'chip', lang: ['it'] } }),
  )
})

t.test('what is no value of its parameter is left out', async (t) => {
  for (const [query, left] of [
    ['?sort=random&q=chip', '?q=chip'],
    ['?from=ieri&to=2024-5', '?'],
    ['?page=0', '?'],
    ['?page=1', '?'],
    ['?page=due', '?'],
    ['?topic=&topic=ai&topic=ai', '?topic=ai'],
    ['?expand=auto&words=auto&undated=exclude', '?'],
    ['?view=nowhere&q=chip', '?q=chip'],
    ['?utm_source=mail&q=chip', '?q=chip'],
    ['?q=', '?'],
  ] as const) {
    t.equal(writeAddress(readAddress(query)), left, query)
  }
})

t.test('a change of a search begins with its first page, and what is empty is not said', async (t) => {
  const search = { q: 'chip', topic: ['ai'], page: 4 }
  t.strictSame(changed(search, { sort: 'date' }), { q: 'chip', topic: ['ai'], sort: 'date' })
  t.strictSame(changed(search, { topic: [] }), { q: 'chip' })
  t.strictSame(changed(search, { q: '' }), { topic: ['ai'] })
  t.strictSame(changed(search, { q: undefined, topic: undefined }), {})
  t.strictSame(changed(search, { page: 2 }), { q: 'chip', topic: ['ai'], page: 2 })
})

t.test('a value is chosen by one click and not by the next', async (t) => {
  const once = toggled({ q: 'chip' }, 'lang', 'it')
  t.strictSame(once, { q: 'chip', lang: ['it'] })
  t.strictSame(toggled(once, 'lang', 'en'), { q: 'chip', lang: ['it', 'en'] })
  t.strictSame(toggled(once, 'lang', 'it'), { q: 'chip' })
})
