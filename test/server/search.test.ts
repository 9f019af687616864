/** What a search finds: words in any inflection, phrases, exclusions, and how it says what it did. */
import { setTimeout as delay } from 'node:timers/promises'
import t from 'tap'
import { get, pathsOf, type SearchResponse, search, searchUrl, testApp } from '../helpers/app.ts'
import { indexDocuments } from '../helpers/engine.ts'

const { app, engine } = await testApp(t, {
  'it/citta.md':
    '---\nlang: it\ndate: 2024-05-02\n---\n# La mobilità nelle città\n\nLe città misurano il traffico con sensori. L’università di Bologna ne pubblica i dati ogni mattina.',
  'it/chip.md':
    '---\nlang: it\ndate: 2023-07-25\n---\n# La legge sui chip\n\nI semiconduttori sono ovunque. La legge dell’U.E. finanzia nuove fabbriche, e l’AI ne chiede sempre di più.',
  'it/fabbriche.md':
    '---\nlang: it\ndate: 2022\n---\n# Fabbriche di semiconduttori\n\nUn’impresa apre una fabbrica a Catania: produrrà un semiconduttore di potenza. Gli impianti ad alte prestazioni costano.',
  'it/dati.md':
    '---\nlang: it\ndate: 2023-05\n---\n# Dati e fiducia\n\nIl Giappone propone il Data Free Flow with Trust. La libera circolazione dei dati, con fiducia, è la sua idea; dell’accordo si parla da anni.',
  'en/trust.md':
    '---\nlang: en\ndate: 2023-05-20\n---\n# Free flow with trust\n\nData free flow with trust was proposed by Japan. Some fear that trust without a free flow is empty. State-of-the-art tools help companies.',
  'en/privacy.md':
    '---\nlang: en\n---\n# Privacy of children\n\nThe company’s policy protects children. IT departments follow it.',
  'en/unsafe.md':
    '---\nlang: en\ndate: 2021-01-01\n---\n# Tom & <b>Jerry</b>\n\nWatermarks in markup: `<script>alert("x")</script>` shows one watermark & more.',
})

/** Searches as typed, without help from the other language. */
const asTyped = (q: string, params = {}) => ({ q, expand: 'none', exact: 'true', ...params })

t.test('a word is found in any inflection, elision, case and accent', async (t) => {
  const cases: [q: string, path: string, word: string][] = [
    ['semiconduttore', 'it/chip.md', 'semiconduttori'],
    ['Semiconduttori', 'it/fabbriche.md', 'semiconduttore'],
    ['citta', 'it/citta.md', 'città'],
    ['CITTÀ', 'it/citta.md', 'città'],
    ['citta\u0300', 'it/citta.md', 'città'],
    ['università', 'it/citta.md', 'università'],
    ["l'università", 'it/citta.md', 'università'],
    ['dell’impresa', 'it/fabbriche.md', 'impresa'],
    ['imprese', 'it/fabbriche.md', 'impresa'],
    ['accordo', 'it/dati.md', 'accordo'],
    ['AI', 'it/chip.md', 'AI'],
    ['l’AI', 'it/chip.md', 'AI'],
    ['UE', 'it/chip.md', 'U.E.'],
    ['policies', 'en/privacy.md', 'policy'],
    ['child', 'en/privacy.md', 'children'],
    ['company', 'en/privacy.md', 'company'],
    ["company's", 'en/trust.md', 'companies'],
    ['watermarks', 'en/unsafe.md', 'watermark'],
  ]
  for (const [q, path, word] of cases) {
    const { results, total, query } = await search(app, asTyped(q))
    const hit = results.find((one) => one.path === path)
    t.ok(hit, `${q} finds ${path}`)
    t.equal(total.value, results.length, `${q}: the total is what is there`)
    t.equal(query.matching.words, 'all')
    const marked = hit?.passages.flatMap(({ text, highlights }) =>
      highlights.map(({ start, end }) => text.slice(start, end)),
    )
    t.ok(marked?.includes(word), `${q}: ${word} is highlighted, of ${marked}`)
  }
})

t.test('what is not there is not found', async (t) => {
  for (const q of ['xyzzyqwk', 'chill', 'ab', '12345', '半導体']) {
    const { results, total, page, links } = await search(app, asTyped(q))
    t.strictSame([results.length, total.value, page.pages], [0, 0, 0], q)
    t.equal(links.next, undefined)
  }
})

t.test('a phrase is found as it stands, across words of grammar too', async (t) => {
  const cases: [q: string, paths: string[]][] = [
    ['"free flow with trust"', ['en/trust.md', 'it/dati.md']],
    ['“Free Flow With Trust”', ['en/trust.md', 'it/dati.md']],
    ['«libera circolazione dei dati»', ['it/dati.md']],
    ['"dell\'accordo"', ['it/dati.md']],
    ['"dell’accordo si parla"', ['it/dati.md']],
    ['"alte prestazioni"', ['it/fabbriche.md']],
    ['"la legge sui chip"', ['it/chip.md']],
    ['"state of the art"', ['en/trust.md']],
    ['"semiconduttori sono ovunque"', ['it/chip.md']],
    ['"alte prestazioni" semiconduttore', ['it/fabbriche.md']],
  ]
  for (const [q, paths] of cases) {
    const { results, warnings } = await search(app, asTyped(q))
    t.strictSame(results.map(({ path }) => path).sort(), paths, q)
    t.strictSame(warnings, [], `${q}: nothing to warn of`)
  }
  const taken: [q: string, queryLang: string, paths: string[]][] = [
    ['"free flow with trust"', 'it', ['en/trust.md', 'it/dati.md']],
    ['"la sua idea"', 'en', ['it/dati.md']],
  ]
  for (const [q, queryLang, paths] of taken) {
    t.strictSame(
      (await pathsOf(app, asTyped(q, { queryLang }))).sort(),
      paths,
      `${q}, said to be ${queryLang}`,
    )
  }
})

t.test(
  'a phrase is not found where its words stand otherwise; then they are looked for, and that is said',
  async (t) => {
    for (const [q, path] of [
      ['"free flow trust"', 'en/trust.md'],
      ['"flow free with trust"', 'en/trust.md'],
      ['"semiconduttore sono ovunque"', 'it/chip.md'],
      ['"alte prestazione"', 'it/fabbriche.md'],
    ] as const) {
      const { results, warnings } = await search(app, asTyped(q))
      t.ok(
        results.some((one) => one.path === path),
        `${q}: the words are found in ${path}`,
      )
      t.match(warnings[0], q.replaceAll('"', ''), `${q}: the warning names the phrase`)
      t.equal(warnings.length, 1)
    }
  },
)

t.test('no part of a query is lost without a word', async (t) => {
  const cases: [q: string, terms: string[]][] = [
    ['"libera circolazione","alte prestazioni"', ['libera', 'circolazione', 'alte', 'prestazioni']],
    ['"libera circolazione"dati', ['dati', 'libera', 'circolazione']],
    ['fiducia "libera circolazione', ['fiducia', 'libera', 'circolazione']],
    ['("libera circolazione")', ['libera', 'circolazione']],
    ['traffico/dati', ['traffico', 'dati']],
  ]
  for (const [q, terms] of cases) {
    t.strictSame([...(await search(app, asTyped(q))).query.terms].sort(), [...terms].sort(), q)
  }
})

t.test('a minus excludes a word or a phrase, and inside a word it is a hyphen', async (t) => {
  const all = await pathsOf(app, { q: '' })
  const without = async (q: string) => {
    const found = await pathsOf(app, asTyped(q))
    return all.filter((path) => !found.includes(path)).sort()
  }
  t.equal(all.length, 7)
  t.strictSame(await without('-semiconduttore'), ['it/chip.md', 'it/fabbriche.md'], 'in any inflection')
  t.strictSame(await without('-"free flow with trust"'), ['en/trust.md', 'it/dati.md'])
  t.strictSame(await without('-"free flow trust"'), [], 'not what has the words otherwise')
  t.strictSame(await without('-xyzzyqwk'), [], 'nothing has it')
  t.strictSame(await without('- -- "" -""'), [], 'signs alone ask for nothing')
  t.strictSame(await pathsOf(app, asTyped('semiconduttori -legge')), ['it/fabbriche.md'])
  t.strictSame(await pathsOf(app, asTyped('semiconduttori -"la legge sui chip"')), ['it/fabbriche.md'])
  t.strictSame(await pathsOf(app, asTyped('semiconduttori -legge -fabbrica')), [])
  t.strictSame(await pathsOf(app, asTyped('state-of-the-art')), ['en/trust.md'], 'a hyphen excludes nothing')
  t.strictSame(await pathsOf(app, asTyped('"free flow with trust" -giappone')), ['en/trust.md'])
})

t.test('a query of words of grammar alone says that it cannot be searched', async (t) => {
  for (const q of ['the', 'di', 'della con il', 'what is that', '"the"', '-the the']) {
    const { warnings, total } = await search(app, asTyped(q, { queryLang: /d/.test(q) ? 'it' : 'en' }))
    t.equal(warnings.length, 1, q)
    t.match(warnings[0], /too common/, q)
    t.equal(total.value, 7, `${q}: what it does not ask is not asked`)
  }
  const { results } = await search(app, asTyped('it', { queryLang: 'en' }))
  t.equal(results[0]?.path, 'en/privacy.md', 'but it may mean the acronym, where there is one')
})

t.test('who asks for nothing but a word too long to be one finds nothing, and not everything', async (t) => {
  const long = 'ab3'.repeat(30)
  for (const q of [long, `"${long}"`, `-chip ${long}`, `${long} ${long}x`, `«${long}»`]) {
    for (const params of [{ q }, { q, prefix: 'true' }, { q, words: 'any', exact: 'true' }]) {
      const { total, warnings, results } = await search(app, params)
      t.equal(total.value, 0, JSON.stringify(params))
      t.strictSame(results, [])
      t.match(warnings, [/^"ab3ab3.*" is longer than 64 characters: no document is found/])
    }
  }
  const beside = await search(app, { q: `semiconduttori ${long}` })
  t.ok(beside.total.value > 0, 'beside other words it is left out')
  t.match(beside.warnings, [/is longer than 64 characters and is not searched/])
})

t.test('warnings are in the language that a program prefers', async (t) => {
  for (const [q, it] of [
    ['semiconduttori xyzzyqwk', 'Nessun documento qui ha "xyzzyqwk", in nessuna forma o traduzione.'],
    ['della con il', '"della con il" ha solo parole troppo comuni per essere cercate.'],
    [
      '"alte prestazione"',
      'Nessun documento qui ha la frase "alte prestazione"; le sue parole si cercano una per una.',
    ],
    [
      'semiconduttori AND fabbrica',
      'AND non viene cercato: tutte le parole sono cercate comunque, e i documenti che le hanno tutte vengono prima.',
    ],
    [
      `semiconduttori ${'0a9f'.repeat(20)}`,
      '"0a9f0a9f0a9f0a9f0a9f…" ha più di 64 caratteri e non viene cercata.',
    ],
    [
      '0a9f'.repeat(20),
      '"0a9f0a9f0a9f0a9f0a9f…" ha più di 64 caratteri: con una parola così lunga non si trova nessun documento.',
    ],
    [
      'title:chip',
      '"title:" non viene cercato: le parole si cercano allo stesso modo in titoli, intestazioni e testi.',
    ],
    [
      'semicond*',
      '* e ? in "semicond*" non hanno effetto: le parole si trovano in tutte le loro forme anche senza.',
    ],
    ['chip NOT legge', 'NOT è letto come un meno: -legge esclude i documenti che lo contengono.'],
  ] as const) {
    const url = searchUrl(asTyped(q, { queryLang: 'it' }))
    const { body, headers } = await get<SearchResponse>(app, url, { 'accept-language': 'it' })
    t.equal(body.warnings[0], it)
    t.match(headers.vary, /accept-language/)
  }
})

t.test('an empty query browses everything, newest first, what is undated last', async (t) => {
  const newestFirst = [
    'it/citta.md',
    'it/chip.md',
    'en/trust.md',
    'it/dati.md',
    'it/fabbriche.md',
    'en/unsafe.md',
    'en/privacy.md',
  ]
  for (const q of ['', '   ', '…', '"', '\u0000']) {
    const { results, query } = await search(app, { q })
    t.strictSame(
      results.map(({ path }) => path),
      newestFirst,
      JSON.stringify(q),
    )
    t.strictSame(query.terms, [])
    t.ok(
      results.every(({ score, passages }) => score === null && passages.length === 1),
      'unranked, with a first passage',
    )
  }
  const { body } = await get<SearchResponse>(app, '/v1/search')
  t.strictSame(
    body.results.map(({ path }) => path),
    newestFirst,
    'no query at all',
  )
})

t.test(
  'with too few documents that have every word, enough of them will do, and the answer says so',
  async (t) => {
    const some = await search(app, asTyped('semiconduttori catania giappone'))
    t.equal(some.query.matching.words, 'some')
    t.ok(some.query.matching.share < 1)
    t.equal(some.results[0]?.path, 'it/fabbriche.md', 'what has most of it comes first')
    t.equal(some.total.value, some.results.length)
    t.match(await search(app, asTyped('catania potenza')), {
      query: { matching: { words: 'all', share: 1 } },
    })
    const scores = some.results.map(({ score }) => score ?? 0)
    t.strictSame(
      scores,
      [...scores].sort((a, b) => b - a),
      'best first',
    )
  },
)

t.test('a word that nothing has does not hide what the others have', async (t) => {
  t.strictSame(await pathsOf(app, asTyped('catania xyzzyqwk')), ['it/fabbriche.md'])
  const unknown = Array.from({ length: 9 }, (_, index) => `xyzzyqw${'k'.repeat(index + 1)}`).join(' ')
  t.strictSame(
    await pathsOf(app, asTyped(`catania ${unknown}`)),
    ['it/fabbriche.md'],
    'even if there are many of them',
  )
})

t.test('long queries work', async (t) => {
  const sentence =
    'le città misurano il traffico con sensori l’università di bologna ne pubblica i dati ogni mattina la legge finanzia nuove fabbriche'
  const words = `${sentence} ${sentence} a b c d e f g h i l m n o p q r s t u v z aa bb cc`
    .split(' ')
    .slice(0, 60)
  t.equal(words.length, 60)
  const { results } = await search(app, asTyped(words.join(' ')))
  t.equal(results[0]?.path, 'it/citta.md')
})

t.test('html is escaped, and marks what matches', async (t) => {
  const { results } = await search(app, asTyped('watermark jerry', { format: 'html' }))
  const [hit] = results
  t.equal(hit?.path, 'en/unsafe.md')
  t.match(hit?.titleHtml, '<mark>Jerry</mark>')
  const html = [hit?.titleHtml, ...(hit?.passages.map((passage) => passage.html) ?? [])].join(' ')
  t.match(html, '<mark>Watermarks</mark>')
  t.match(html, '&lt;script&gt;')
  t.match(html, '&amp;')
  t.strictSame(html.match(/<(?!\/?mark>)/g), null, 'no other tag')
  const plain = (await search(app, asTyped('watermark'))).results[0]
  t.equal(plain?.titleHtml, undefined, 'only if asked for')
  t.match(plain?.passages[0]?.text, '<script>', 'the text itself is as it was written')
})

t.test('offsets of highlights and passages are those of the text', async (t) => {
  const { results } = await search(app, asTyped('città traffico dati università'))
  for (const { title, titleHighlights, passages } of results) {
    for (const { start, end } of titleHighlights) t.match(title.slice(start, end), /^\S+$/, title)
    for (const { text, start, end, highlights } of passages) {
      t.equal(end - start, text.length)
      const words = highlights.map((one) => text.slice(one.start, one.end).toLowerCase())
      for (const word of words) t.match(word, /^(città|traffico|dati|data|università)$/, word)
    }
  }
  const first = results[0]
  t.strictSame(
    first?.titleHighlights.map(({ start, end }) => first.title.slice(start, end)),
    ['città'],
  )
})

t.test('whatever is typed is answered', async (t) => {
  const odd = [
    '"'.repeat(512),
    '\\'.repeat(512),
    `"${'\\" '.repeat(100)}`,
    '" OR tok EXISTS OR x = "',
    "'; DROP TABLE documents; --",
    '-'.repeat(512),
    '- '.repeat(256),
    Array.from({ length: 100 }, (_, index) => `p${index}`).join(' '),
    Array.from({ length: 100 }, (_, index) => `-p${index}`).join(' '),
    Array.from({ length: 60 }, (_, index) => `"p${index} q"`).join(' '),
    Array.from({ length: 60 }, (_, index) => `-"p${index}"`).join(' '),
    '🚀'.repeat(512),
    '👩‍👩‍👧‍👦 città',
    'שלום עולם',
    '\u202eاتحاد\u202c',
    'a\u0000b',
    '\u0000',
    '\ud800',
    'x'.repeat(512),
    'ﬁ ﬂ ß İ ı',
    'l’’l’ l’’',
    '%ff%00%',
    '<script>alert(1)</script>',
    '__proto__ constructor toString',
    '. , ; : ! ? … — “ ”',
    'C++ C# .NET',
    '\n\t\r ',
  ]
  for (const q of odd) {
    for (const params of [{}, { sort: '-date', facets: 'topic,lang,year', format: 'html' }]) {
      const { status } = await get(app, searchUrl({ q, ...params }))
      t.ok(status === 200 || status === 400, `${JSON.stringify(q.slice(0, 30))} gives ${status}`)
    }
  }
  t.equal((await get(app, '/v1/search?q=%ff')).status, 200, 'bytes that are no text')
})

t.test('a word that only a title has is known, also where it is mistyped', async (t) => {
  t.strictSame(await pathsOf(app, asTyped('jerry')), ['en/unsafe.md'])
  t.strictSame(await pathsOf(app, { q: 'jerrry ' }), ['en/unsafe.md'])
})

t.test('a corpus in other languages can be searched too', async (t) => {
  await indexDocuments(engine, {
    'fr.md': '---\nlang: fr\n---\n# Numérique\n\nL’économie numérique se développe avec les données.',
    'de.md': '---\nlang: de\n---\n# Wirtschaft\n\nDie Wirtschaft braucht Daten und Straßen.',
  })
  // What somebody else has indexed is known to the service a moment later.
  const ready = () => get<{ index?: { documents: number } }>(app, '/health/ready')
  while ((await ready()).body.index?.documents !== 2) await delay(20)
  const cases: [q: string, path: string][] = [
    ['économie', 'fr.md'],
    ['numerique', 'fr.md'],
    ['"économie numérique"', 'fr.md'],
    ['Strassen', 'de.md'],
    ['wirtschaft daten', 'de.md'],
  ]
  for (const [q, path] of cases) {
    for (const queryLang of ['auto', 'it', 'en']) {
      t.strictSame(await pathsOf(app, asTyped(q, { queryLang })), [path], `${q}, said to be ${queryLang}`)
    }
  }
})

t.test('lists may name everything there is, with commas between', async (t) => {
  const facets = 'topic,reference,tag,lang,year,month,dateBasis,source,place,folder'
  const { status, body } = await get<SearchResponse>(app, `/v1/search?size=0&facets=${facets}`)
  t.equal(status, 200)
  t.strictSame(Object.keys(body.facets).sort(), facets.split(',').sort())
  const fields = 'id,place,path,title,lang,date,datePrecision,dateBasis,source,topics,references'
  t.equal((await get(app, `/v1/search?fields=${fields}`)).status, 200)
})
