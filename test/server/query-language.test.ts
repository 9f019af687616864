/** What people write in queries: joined words, quotations, minus signs, and habits of other search engines. */
import t from 'tap'
import type { IndexReader } from '../../engine/search.ts'
import type { Statistics } from '../../ranking/statistics.ts'
import { beginLookUp } from '../../server/search/finding/phrases.ts'
import { requirementsOf } from '../../server/search/finding/requirements.ts'
import { replaceWords } from '../../server/search/understanding/parse.ts'
import { phraseWords } from '../../server/search/understanding/understand.ts'
import { pathsOf, search, testApp } from '../helpers/app.ts'

const it = (text: string) => `---\nlang: it\n---\n${text}`
const en = (text: string) => `---\nlang: en\n---\n${text}`

const { app } = await testApp(t, {
  'it/piazza.md': it('In piazza c’è il Wi-Fi gratuito. Il sindaco usa l’e-mail per rispondere ai cittadini.'),
  'it/senza.md': it('La rete senza fili: il wifi della biblioteca chiude alle nove di sera.'),
  'it/decreto.md': it(
    'La società Alfa S.p.A. risponde dei reati secondo il D.Lgs. 231/2001, articolo 25-septies.',
  ),
  'it/pagine.md': it('Il volume ha 231 pagine e fu stampato nel 2001 dalla tipografia del borgo.'),
  'it/privacy.md': it('Il trattamento è lecito secondo l’art. 6(1)(f) del regolamento 2016/679/UE.'),
  'it/costo.md': it('Il restauro del ponte è costato 2.500.000 euro, cioè 3,5 volte il preventivo.'),
  'it/indagine.md': it('L’indagine socio-economica descrive le famiglie della valle e il loro reddito.'),
  'it/essere.md': it('Non so se è per me o per te: la lettera non lo dice e il postino tace.'),
  'it/circolare.md': it('Dell’economia circolare si parla dappertutto, anche nel piano dei rifiuti.'),
  'it/strada.md': it('L’economia del borgo è povera. Una strada circolare gira attorno al lago.'),
  'en/parser.md': en('Parser release 3.12 repairs a crash. Run it with --keep-going if the tests fail.'),
  'en/chapters.md': en('Chapter 12 of the book lists 3 old parsers that nobody runs any more.'),
  'en/vue.md': en(
    'The v-if directive removes an element. This how-to shows it in Node.js and .NET programs.',
  ),
  'en/hamlet.md': en('To be, or not to be, that is the question which the prince asks himself.'),
  'en/fishing.md': en('The torn net of the fishermen dries on the pier beside the boats.'),
  'en/research.md': en('Spending on R&D has grown on the 21st of every month since the spring.'),
})

const asTyped = (q: string, params = {}) => ({ q, expand: 'none', exact: 'true', ...params })

t.test('a joined word is found in all its spellings and by its parts', async (t) => {
  const cases: [q: string, ...paths: string[]][] = [
    ['wifi', 'it/piazza.md', 'it/senza.md'],
    ['Wi-Fi', 'it/piazza.md', 'it/senza.md'],
    ['email', 'it/piazza.md'],
    ["l'e-mail", 'it/piazza.md'],
    ['SpA', 'it/decreto.md'],
    ['s.p.a.', 'it/decreto.md'],
    ['DLgs', 'it/decreto.md'],
    ['6(1)(f)', 'it/privacy.md'],
    ['art.6(1)(f)', 'it/privacy.md'],
    ['2016/679', 'it/privacy.md'],
    ['25septies', 'it/decreto.md'],
    ['2500000', 'it/costo.md'],
    ['2,500,000 euro', 'it/costo.md'],
    ['2\u00a0500\u00a0000', 'it/costo.md'],
    ['3.5', 'it/costo.md'],
    ['socioeconomico', 'it/indagine.md'],
    ['3.12', 'en/parser.md'],
    ['v3.12', 'en/parser.md'],
    ['v-if', 'en/vue.md'],
    ['how-to', 'en/vue.md'],
    ['NodeJS', 'en/vue.md'],
    ['node', 'en/vue.md'],
    ['.NET', 'en/vue.md'],
    ['net', 'en/fishing.md'],
    ['R & D', 'en/research.md'],
    ['21', 'en/research.md'],
    ['l`indagine', 'it/indagine.md'],
    ['wi\u00adfi', 'it/piazza.md', 'it/senza.md'],
    ['ｗｉ－ｆｉ', 'it/piazza.md', 'it/senza.md'],
  ]
  for (const [q, ...paths] of cases) {
    const { results, query, warnings } = await search(app, asTyped(q))
    t.strictSame(results.map(({ path }) => path).sort(), paths, q)
    t.equal(query.matching.words, 'all', q)
    t.strictSame(warnings, [], q)
  }
})

t.test('the whole comes before its parts in other places', async (t) => {
  t.equal((await pathsOf(app, asTyped('231/2001')))[0], 'it/decreto.md')
  t.ok((await pathsOf(app, asTyped('economico'))).includes('it/indagine.md'), 'a part is a word')
  t.strictSame(await pathsOf(app, asTyped('parser 3.12')), ['en/parser.md', 'en/chapters.md'])
})

t.test('a joined word is marked once, as it is written', async (t) => {
  const cases: [q: string, path: string, marked: string][] = [
    ['wi-fi', 'it/piazza.md', 'Wi-Fi'],
    ['wifi', 'it/piazza.md', 'Wi-Fi'],
    ['spa', 'it/decreto.md', 'S.p.A.'],
    ['231/2001', 'it/decreto.md', '231/2001'],
    ['economica', 'it/indagine.md', 'economica'],
    ['6(1)', 'it/privacy.md', '6(1)'],
  ]
  for (const [q, path, marked] of cases) {
    const hit = (await search(app, asTyped(q))).results.find((one) => one.path === path)
    const { text = '', highlights = [] } = hit?.passages[0] ?? {}
    t.strictSame(
      highlights.map(({ start, end }) => text.slice(start, end)),
      [marked],
      q,
    )
  }
})

t.test('a quotation is a phrase behind an elision, a bracket or a colon too', async (t) => {
  const cases: [q: string, ...paths: string[]][] = [
    ['"economia circolare"', 'it/circolare.md'],
    ['l\'"economia circolare"', 'it/circolare.md'],
    ['dell’“economia circolare”', 'it/circolare.md'],
    ['("economia circolare")', 'it/circolare.md'],
    ['rifiuti/"economia circolare"', 'it/circolare.md'],
    ['"economia «circolare»"', 'it/circolare.md'],
    ['"il wifi gratuito"', 'it/piazza.md'],
    ['"wi fi gratuito"', 'it/piazza.md'],
    ['"release 3.12"', 'en/parser.md'],
  ]
  for (const [q, ...paths] of cases) {
    const { results, warnings, query } = await search(app, asTyped(q))
    t.strictSame(
      results.map(({ path }) => path),
      paths,
      q,
    )
    t.strictSame(warnings, [], q)
    t.notOk(query.terms.includes('l'), `${q}: what is elided is no word`)
  }
  t.strictSame(
    (await search(app, asTyped('ponte " ""'))).query.terms,
    ['ponte'],
    'empty quotes ask for nothing',
  )
  t.strictSame(
    (await search(app, asTyped('"ponte euro'))).query.terms,
    ['ponte', 'euro'],
    'nor does one alone',
  )
})

t.test('a phrase of words of grammar is looked for in the texts', async (t) => {
  const cases: [q: string, ...paths: string[]][] = [
    ['"to be or not to be"', 'en/hamlet.md'],
    ['"that is the"', 'en/hamlet.md'],
    ['"per me o per te"', 'it/essere.md'],
    ['"per te o per me"'],
    ['"to be or not to be" prince', 'en/hamlet.md'],
  ]
  for (const [q, ...paths] of cases) {
    const { results, total, warnings } = await search(app, asTyped(q))
    t.strictSame(
      results.map(({ path }) => path),
      paths,
      q,
    )
    t.strictSame(total, { value: paths.length, relation: 'eq' }, q)
    t.equal(warnings.length, paths.length === 0 ? 1 : 0, `${q}: that nothing has the phrase is said`)
  }
  const { relaxations } = await search(app, asTyped('"per te o per me" postino'))
  t.match(
    relaxations,
    [{ kind: 'phrase', drop: '"per te o per me"', total: 1 }],
    'without it something is found',
  )
  t.notOk(
    (await pathsOf(app, asTyped('-"to be or not to be"'))).includes('en/hamlet.md'),
    'it can be excluded',
  )
})

t.test('of a phrase of grammar a bounded number of passages is read, and the answer says so', async (t) => {
  const asked: { limit: number }[] = []
  const texts = ['Così è, se vi pare.', 'Vi pare che sia così?']
  const read = async (path: string, body: { limit: number }) => {
    if (path === 'multi-search') return { results: [{ hits: [], estimatedTotalHits: 1_000_000 }] }
    asked.push(body)
    const results = Array.from({ length: body.limit }, (_, index) => ({
      document: `d${index % 2}`,
      title: '',
      heading: [],
      text: texts[index % 2],
    }))
    return { results, total: 1_000_000 }
  }
  const { signal } = new AbortController()
  const reader = { engine: { read }, indexes: { passages: 'p' }, signal } as unknown as IndexReader
  const statistics = { term: () => undefined, languages: new Map() } as unknown as Statistics
  const phrase = (text: string) => ({ text, words: phraseWords(text), groups: [], terms: new Map() })
  const query = (phrases: string[], excluded: string[]) => ({
    lang: { value: 'it', source: 'given' as const, confidence: 1 },
    languages: [{ lang: 'it', confidence: 1 }],
    plain: '',
    groups: [],
    phrases: phrases.map(phrase),
    excludedGroups: [],
    excludedPhrases: excluded.map(phrase),
    warnings: [],
  })
  const cases: [phrases: string[], excluded: string[], isBound: boolean, isPartial: boolean][] = [
    [['così è se'], [], false, true],
    [[], ['così è se'], true, false],
  ]
  for (const [phrases, excluded, isBound, isPartial] of cases) {
    const required = await requirementsOf(query(phrases, excluded), statistics, reader, beginLookUp())
    t.match(required, { isBound, isPartial })
    t.match(required.all[0]?.expression, /key IN \["d0"\]/)
    t.match(required.warnings, [{ en: /"così è se" has only words of grammar.* 997000 passages/ }])
  }
  t.ok(
    asked.every(({ limit }) => limit <= 200),
    'in pieces that are taken apart in a moment',
  )
  t.equal(
    asked.reduce((sum, { limit }) => sum + limit, 0),
    cases.length * 3000,
  )
})

t.test('a minus excludes a joined word as a whole, and two of them nothing', async (t) => {
  const without = async (q: string) => {
    const found = await pathsOf(app, asTyped(q))
    return (await pathsOf(app, { q: '' })).filter((path) => !found.includes(path)).sort()
  }
  const cases: [q: string, ...excluded: string[]][] = [
    ['-wi-fi', 'it/piazza.md', 'it/senza.md'],
    ['-D.Lgs.', 'it/decreto.md'],
    ['-231/2001', 'it/decreto.md'],
    ["-l'indagine", 'it/indagine.md'],
    ['-socio-economico', 'it/indagine.md'],
    ['-l\'"economia circolare"', 'it/circolare.md'],
    ['- – —'],
  ]
  for (const [q, ...excluded] of cases) t.strictSame(await without(q), excluded, q)
  t.strictSame(await pathsOf(app, asTyped('crash --keep-going')), ['en/parser.md'])
  t.strictSame(
    await pathsOf(app, asTyped('biblioteca –wifi')),
    ['it/senza.md', 'it/piazza.md'],
    'a dash excludes nothing',
  )
  t.strictSame(await pathsOf(app, asTyped('tests --keep-going -crash')), [])
})

t.test(
  'habits of other search engines are taken out, and the answer says what happens instead',
  async (t) => {
    const cases: [q: string, terms: string[], warning: RegExp][] = [
      ['ponte AND euro', ['ponte', 'euro'], /^AND is not searched: all words are looked for anyway/],
      ['(ponte OR strada) && lago', ['ponte', 'strada', 'lago'], /^OR and && are not searched/],
      ['ponte OR "strada circolare"', ['ponte', 'strada', 'circolare'], /quoted phrases must all be there/],
      ['strada NOT lago', ['strada'], /-lago excludes/],
      ['strada NOT (lago OR borgo)', ['strada'], /-borgo excludes|-lago excludes/],
      ['famigli*', ['famigli'], /all their inflections/],
      ['ponte organi?zare', ['ponte', 'organi', 'zare'], /all their inflections/],
      ['titolo:ponte', ['ponte'], /"titolo:" is not searched/],
      ['title:"strada circolare"', ['strada', 'circolare'], /"title:" is not searched/],
    ]
    for (const [q, terms, warning] of cases) {
      const { query, warnings } = await search(app, asTyped(q))
      t.strictSame(query.terms, terms, q)
      t.match(warnings[0], warning, q)
    }
    t.strictSame(await pathsOf(app, asTyped('circolare NOT lago')), ['it/circolare.md'])
    for (const q of [
      'PONTE AND STRADA',
      'ponte e strada?',
      'nota: il ponte',
      'il ponte (sul lago)',
      'std::vector',
    ]) {
      const { warnings } = await search(app, asTyped(q))
      // Words that are nowhere are named whatever they mean.
      const others = warnings.filter((one) => !one.startsWith('No document here has'))
      t.strictSame(others, [], `${q} is no habit`)
    }
    t.strictSame((await search(app, asTyped('PONTE AND STRADA'))).query.terms, ['PONTE', 'STRADA'])
  },
)

t.test('words are exchanged in their places, joined words in their parts too', async (t) => {
  const cases: [q: string, from: string, to: string, want: string][] = [
    ['il pnote sul lago', 'pnote', 'ponte', 'il ponte sul lago'],
    ["l'indagnie -indagnie", 'indagnie', 'indagine', "l'indagine -indagnie"],
    ['e-comerce', 'comerce', 'commerce', 'e-commerce'],
    ['titolo:pnote AND "pnote"', 'pnote', 'ponte', 'titolo:ponte AND "pnote"'],
    ['wi-fii', 'wi-fii', 'wifi', 'wifi'],
  ]
  for (const [q, from, to, want] of cases) t.equal(replaceWords(q, new Map([[from, to]])), want, q)
  const { corrections } = await search(app, { q: 'socio-econimica' })
  t.match(corrections, [{ to: /econom/ }], 'a joined word is repaired')
  t.strictSame((await search(app, { q: 'torn-boats' })).corrections, [], 'words that are known are not')
})
