/** Reading a document with everything marked that a search for the same marks. */
import t from 'tap'
import { type DocumentResponse, get, search, testApp } from '../helpers/app.ts'
import { sampleApp } from '../helpers/sample.ts'

const { app } = await sampleApp(t)

/** A document, as it is read with a query. */
async function read(id: string, params: Record<string, string | number>): Promise<DocumentResponse> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) query.set(name, String(value))
  const { status, body } = await get<DocumentResponse>(app, `/v1/documents/${id}?${query}`)
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}

/** Highlights of all passages. */
function marksOf({ passages }: DocumentResponse): number {
  return passages.reduce((sum, { highlights = [] }) => sum + highlights.length, 0)
}

const QUERIES = [
  'semiconduttori',
  'supply chain resilience',
  'idrogeno verde in Giappone',
  '"intelligenza artificiale" imprese',
  'raccomandazione 2023/2113',
  'materie prime critiche -litio',
  'quantum computers',
  'semiconduttri',
]

t.test('a document is marked as the results of a search are, passage by passage', async (t) => {
  for (const q of QUERIES) {
    const found = await search(app, { q, size: 10 })
    t.ok(found.results.length > 0, `"${q}" finds something`)
    for (const hit of found.results) {
      const document = await read(hit.id, { q })
      t.strictSame(document.titleHighlights, hit.titleHighlights, `the title of ${hit.path} for "${q}"`)
      t.strictSame(document.expansions, found.expansions)
      for (const { id, highlights } of hit.passages) {
        t.strictSame(document.passages.find((passage) => passage.id === id)?.highlights, highlights)
      }
    }
  }
})

t.test(
  'the first page counts the marks of the whole document, and says on which pages they are',
  async (t) => {
    for (const q of QUERIES) {
      const [hit] = (await search(app, { q, size: 1 })).results
      if (hit === undefined) throw new Error(`"${q}" finds nothing`)
      const whole = await read(hit.id, { q, size: 1000 })
      t.equal(whole.matches?.total, marksOf(whole), `"${q}" in ${hit.path}`)
      const pages = []
      for (let page = 1; page <= Math.ceil(whole.passages.length / 2); page += 1) {
        const some = await read(hit.id, { q, page, size: 2 })
        t.equal(some.matches !== undefined, page === 1, 'on the first page alone')
        pages.push({ number: page, count: marksOf(some) })
      }
      const first = await read(hit.id, { q, size: 2 })
      t.strictSame(first.matches, {
        total: marksOf(whole),
        pages: pages.filter(({ count }) => count > 0),
      })
    }
  },
)

t.test('what decides what matches decides what is marked', async (t) => {
  const [hit] = (await search(app, { q: 'semiconduttori', lang: 'en', size: 1 })).results
  const id = hit?.id ?? ''
  const both = await read(id, { q: 'semiconduttori' })
  t.ok(marksOf(both) > 0, 'an English document is marked through the translation')
  t.equal(marksOf(await read(id, { q: 'semiconduttori', expand: 'none' })), 0, 'not without translations')
  const [{ id: expansion = '' } = {}] = both.expansions ?? []
  t.ok(expansion !== '')
  const without = await read(id, {
    q: 'semiconduttori',
    without: both.expansions?.map((one) => one.id).join(',') ?? '',
  })
  t.strictSame([without.matches, without.expansions], [{ total: 0, pages: [] }, []])
  t.ok(marksOf(await read(id, { q: 'semicondctors' })) > 0, 'a slip is repaired')
  t.equal(
    marksOf(await read(id, { q: 'semicondctors', exact: 'true' })),
    0,
    'unless words are taken as they are',
  )
})

t.test('without a query nothing is marked, and the entity tag is that of the document', async (t) => {
  const [hit] = (await search(app, { q: 'semiconduttori', size: 1 })).results
  const url = `/v1/documents/${hit?.id}`
  for (const query of ['', '?q=', '?q=%20']) {
    const { headers, body } = await get<DocumentResponse>(app, url + query)
    t.equal(headers.etag, `"${body.revision}"`)
    t.notOk('matches' in body || 'expansions' in body || 'titleHighlights' in body)
    t.notOk(body.passages.some((passage) => 'highlights' in passage))
  }
  const marked = await get<DocumentResponse>(app, `${url}?q=semiconduttori`, { 'if-none-match': '*' })
  t.strictSame([marked.status, marked.headers.etag], [200, undefined], 'what is marked changes with others')
})

t.test('a document that the query does not find has no marks, and is read all the same', async (t) => {
  const [hit] = (await search(app, { q: 'semiconduttori', size: 1 })).results
  const document = await read(hit?.id ?? '', { q: 'zafferano' })
  t.strictSame(
    [document.matches, document.titleHighlights, marksOf(document)],
    [{ total: 0, pages: [] }, [], 0],
  )
  t.ok(document.passages.length > 0)
  t.ok(document.passages.every(({ highlights }) => highlights?.length === 0))
})

t.test('a parameter that is none of these is refused', async (t) => {
  const id = (await search(app, { size: 1 })).results[0]?.id
  for (const query of ['q=chip&words=all', 'q=chip&prefix=auto', 'q=chip&queryLang=de', 'qq=chip']) {
    t.equal((await get(app, `/v1/documents/${id}?${query}`)).status, 400, query)
  }
})

t.test('a word of the title alone counts no match, and a long document counts all', async (t) => {
  const lines = Array.from({ length: 400 }, (_, line) => {
    const filler = Array.from({ length: 80 }, (_, word) => `voce${line}x${word}`).join(' ')
    return line % 3 === 0 ? `Il mulino numero ${line} macina: ${filler}.` : `Niente: ${filler}.`
  })
  const { app } = await testApp(t, {
    'mulini.md': `---\nlang: it\n---\n# Mulini a vento\n\n## I mulini\n\n${lines.join('\n\n')}`,
  })
  const [hit] = (await search(app, { q: 'vento' })).results
  const url = `/v1/documents/${hit?.id}`
  const { body: vento } = await get<DocumentResponse>(app, `${url}?q=vento`)
  t.strictSame([vento.matches?.total, vento.titleHighlights], [0, [{ start: 9, end: 14 }]])
  const { body: mulino } = await get<DocumentResponse>(app, `${url}?q=mulino&size=50`)
  t.equal(mulino.matches?.total, 134)
  t.ok((mulino.matches?.pages.length ?? 0) > 1)
})

t.test('an id that is none is not found, with a query, too', async (t) => {
  t.equal((await get(app, '/v1/documents/nessuno?q=chip')).status, 404)
})
