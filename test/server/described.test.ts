/** What describing finds, over the API: bases of dates, undated documents, references in any spelling, tags. */
import t from 'tap'
import {
  type DocumentResponse,
  get,
  type SearchParams,
  type SearchResponse,
  search,
  testApp,
} from '../helpers/app.ts'
import { column, makePdf } from '../helpers/pdf.ts'

const { app } = await testApp(t, {
  'published.md':
    '# Nota comune\n\nPubblicato il 3 luglio 2023\n\nLa nota spiega il regolamento (UE) 2024/1689 ai comuni.',
  'updated.md': '# Guida comune\n\nUltimo aggiornamento: 12 settembre 2023\n\nLa guida parla di biblioteche.',
  '2023/08/inferred.md': '# Verbale comune\n\nSi parla dell’AI Act e di biblioteche, e di altro ancora.',
  'undated.md': '# Appunti comune\n\nSenza alcuna data, sul Codice dell’amministrazione digitale.',
  'english.md':
    '---\nlang: en\ndate: 2024-09-01\n---\n# Comune note\n\nThe Artificial Intelligence Act and Article 6 of Regulation (EU) 2016/679 are explained.',
  'decreto.md':
    '---\ndate: 2005-03-07\n---\n# Comune decreto\n\nVale l’art. 64-bis del D.Lgs. 7 marzo 2005, n. 82.',
  'disegno.md': '---\ndate: 2020\n---\n# Comune disegno\n\nUn programma CAD per il disegno tecnico.',
})
const paths = ({ results }: SearchResponse): string[] =>
  results.map(({ path }) => path.replace(/^.*\/|\.md$/g, '')).sort()

t.test('dates are filtered by who says them', async (t) => {
  const cases: [params: SearchParams, want: string[]][] = [
    [{ dateBasis: 'updated' }, ['updated']],
    [{ dateBasis: 'updated,inferred' }, ['inferred', 'updated']],
    [{ dateBasis: ['inferred', 'unknown'] }, ['inferred', 'undated']],
    [{ dateBasis: 'unknown' }, ['undated']],
    [{ dateBasis: 'published', from: '2023' }, ['english', 'published']],
  ]
  for (const [params, want] of cases) {
    for (const q of ['', 'comune']) t.strictSame(paths(await search(app, { q, ...params })), want)
  }
  const { facets, results } = await search(app, { facets: 'dateBasis', dateBasis: 'updated' })
  t.strictSame(
    facets.dateBasis?.buckets.map(({ value, count, selected }) => [value, count, selected]),
    [
      ['published', 4, false],
      ['inferred', 1, false],
      ['unknown', 1, false],
      ['updated', 1, true],
    ],
  )
  t.match(results[0], { date: '2023-09-12', dateBasis: 'updated' })
  const wrong = await app.inject('/v1/search?dateBasis=publishd')
  t.equal(wrong.statusCode, 400)
  t.match(wrong.json().errors[0], { parameter: 'dateBasis', nearest: 'published' })
})

t.test('a date filter says how many matches have no date, and takes them in if asked', async (t) => {
  const within = { q: 'comune', from: '2023', to: '2023' }
  const without = await search(app, within)
  t.strictSame([without.total.value, without.undated], [3, 1])
  const including = await search(app, { ...within, undated: 'include' })
  t.strictSame([including.total.value, including.undated], [4, 1])
  t.ok(paths(including).includes('undated'))
  t.equal((await search(app, { q: 'comune' })).undated, null, 'nothing is said without a date filter')
  t.equal((await search(app, { ...within, lang: 'en' })).undated, 0, 'other filters count')
})

t.test('acts are found, filtered and counted in any spelling', async (t) => {
  const aiAct = ['english', 'inferred', 'published']
  const queries: [q: string, want: string[]][] = [
    ['AI Act', aiAct],
    ['regolamento (UE) 2024/1689', aiAct],
    ['32024R1689', aiAct],
    ['codice amministrazione digitale', ['decreto', 'undated']],
    ['d.lgs. 82/2005', ['decreto', 'undated']],
    ['"D.Lgs. 7 marzo 2005"', ['decreto']],
  ]
  for (const [q, want] of queries) {
    const found = await search(app, { q, words: 'all' })
    t.strictSame(paths(found), want, q)
  }
  const { expansions } = await search(app, { q: 'ai act' })
  const expansion = expansions.find(({ via }) => via === 'reference')
  t.match(expansion, { from: 'ai act', to: /2024\/1689 \(AI Act\)/ })
  t.strictSame(
    paths(await search(app, { q: 'ai act', words: 'all', without: expansion?.id ?? '' })).includes(
      'published',
    ),
    false,
    'and can be switched off',
  )
  const filters: [reference: string | string[], want: string[]][] = [
    ['eu:2024/1689', aiAct],
    ['AI Act', aiAct],
    ['it:dlgs:2005/82', ['decreto', 'undated']],
    ['it:dlgs:2005/82#art64bis', ['decreto']],
    ['articolo 6 GDPR', ['english']],
    [
      ['gdpr', 'CAD'],
      ['decreto', 'english', 'undated'],
    ],
    ['eu:1999/1', []],
  ]
  for (const [reference, want] of filters) {
    for (const q of ['', 'comune'])
      t.strictSame(paths(await search(app, { q, reference })), want, `${reference}`)
  }
  const { facets, results } = await search(app, { facets: 'reference', reference: 'gdpr' })
  t.match(facets.reference?.buckets[0], { value: 'eu:2024/1689', count: 3 })
  t.match(results[0]?.references, [
    { id: 'eu:2016/679', articles: ['eu:2016/679#art6'] },
    { id: 'eu:2024/1689', articles: [] },
  ])
})

t.test('an act that is found in another spelling is marked where it stands', async (t) => {
  const marked = async (q: string, path: string): Promise<string[]> => {
    const { results, expansions } = await search(app, { q, words: 'all', size: 100 })
    const references = expansions.flatMap(({ id, via }) => (via === 'reference' ? [id] : []))
    const hit = results.find((result) => result.path.endsWith(path))
    return (hit?.passages ?? []).flatMap(({ text, highlights }) =>
      highlights.map(
        ({ start, end, expansion }) =>
          `${text.slice(start, end)}${references.includes(expansion ?? '') ? ' (reference)' : ''}`,
      ),
    )
  }
  const cases: [q: string, path: string, want: string[]][] = [
    ['AI Act', 'published.md', ['regolamento (UE) 2024/1689 (reference)']],
    ['AI Act', 'english.md', ['Artificial Intelligence Act (reference)']],
    ['CELEX 32024R1689', 'inferred.md', ['AI Act (reference)']],
    ['32024R1689', 'published.md', ['regolamento (UE) 2024/1689 (reference)']],
    ['GDPR', 'english.md', ['Regulation (EU) 2016/679 (reference)']],
    ['articolo 6 GDPR', 'english.md', ['Article 6 of Regulation (EU) 2016/679 (reference)']],
    ['d.lgs. 82/2005', 'undated.md', ['Codice dell’amministrazione digitale (reference)']],
    ['AI Act', 'inferred.md', ['AI', 'Act']],
  ]
  for (const [q, path, want] of cases) t.strictSame(await marked(q, path), want, `${q} in ${path}`)
})

t.test('tags of authors, and pages of PDF files', async (t) => {
  const page = (subject: string) =>
    column(
      72,
      90,
      Array.from(
        { length: 14 },
        (_, at) => `Nota ${at + 1}: ${subject} nella relazione ${at * 7 + 3} del comune.`,
      ),
    )
  const pdf = makePdf({
    pages: [
      page('le arcate di pietra del ponte romano sono descritte'),
      page('il restauro della torre e del suo orologio è raccontato'),
    ],
  })
  const { app } = await testApp(t, {
    'ponte.pdf': pdf,
    'porto.md': '---\ntags: [porti, energia pulita]\n---\n# Il porto\n\nIl porto elettrifica le banchine.',
    'molo.html':
      '<html lang="it"><head><title>Il molo</title><meta name="keywords" content="porti, turismo"></head><body><main><h1>Il molo</h1><p>Il molo riapre al pubblico dopo i lavori della primavera.</p></main></body></html>',
    'articoli.json': JSON.stringify([
      {
        title: 'Nuovi traghetti',
        text: 'I traghetti elettrici collegano le due rive del golfo ogni mezz’ora.',
        tags: ['Porti', 'traghetti, elettrici'],
      },
    ]),
    'pesce.jsonl': `${JSON.stringify({
      title: 'Il mercato del pesce',
      text: 'Il mercato del pesce apre all’alba e vende quello che le barche portano a riva.',
      keywords: 'pesca; mercati',
    })}\n`,
  })
  const names = ({ results }: SearchResponse): string[] => results.map(({ title }) => title).sort()
  const { facets, results } = await search(app, { facets: 'tag', size: 100 })
  const counts = Object.fromEntries(
    facets.tag?.buckets.map(({ value, count }) => [value.toLowerCase(), count]) ?? [],
  )
  t.match(counts, {
    porti: 3,
    'energia pulita': 1,
    turismo: 1,
    'traghetti, elettrici': 1,
    pesca: 1,
    mercati: 1,
  })
  t.strictSame(results.find(({ title }) => title === 'Nuovi traghetti')?.tags, [
    'Porti',
    'traghetti, elettrici',
  ])
  const cases: [tag: string | string[], want: string[]][] = [
    ['porti', ['Il molo', 'Il porto', 'Nuovi traghetti']],
    ['traghetti, elettrici', ['Nuovi traghetti']],
    [
      ['pesca', 'turismo'],
      ['Il mercato del pesce', 'Il molo'],
    ],
    ['nessuno', []],
  ]
  for (const [tag, want] of cases) t.strictSame(names(await search(app, { tag, size: 100 })), want, `${tag}`)
  t.strictSame(names(await search(app, { q: 'riapre', tag: 'porti' })), ['Il molo'], 'with words')

  const found = await search(app, { q: 'restauro della torre' })
  t.match(found.results[0], { path: 'ponte.pdf', passages: [{ page: 2 }] })
  t.match((await search(app, { q: 'arcate di pietra' })).results[0], { passages: [{ page: 1 }] })
  t.notHas((await search(app, { q: 'banchine' })).results[0]?.passages[0], { page: Number })
  const { body } = await get<DocumentResponse>(app, `/v1/documents/${found.results[0]?.id}`)
  t.strictSame([...new Set(body.passages.map(({ page }) => page))], [1, 2])
})
