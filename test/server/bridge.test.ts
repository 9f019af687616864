import { pino } from 'pino'
import t from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { parseLexicon } from '../../language/bridge/lexicon.ts'
import { buildApp } from '../../server/app.ts'
import { get, pathsOf, search, searchUrl } from '../helpers/app.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'

const LEXICON = [
  'semiconduttore\tsemiconductor',
  'cavo sottomarino\tsubmarine cable',
  'cavo\tcable',
  'estate\tsummer',
  'tenuta\testate',
  'IA\tAI',
  'PMI\tSME',
  'multa\tfine',
  'fine\tend',
  'dato\tdata',
  'data\tdate',
  'calcolo ad alte prestazioni\thigh-performance computing',
  'calcolo ad alte prestazioni\tHPC',
].join('\n')

const FILES = {
  'it/chip.md':
    '# I semiconduttori in Europa\n\nLa produzione di semiconduttori cresce in Europa. Le fabbriche di chip restano poche.',
  'en/chip.md':
    '# Semiconductors in Europe\n\nThe production of semiconductors is growing in Europe. Few chip factories remain.',
  'it/cavi.md':
    '# La rete dei cavi\n\nUn cavo sottomarino unisce le due coste. Il cavo è lungo mille chilometri.',
  'en/cables.md':
    '# A network of cables\n\nA submarine cable connects the two coasts. It is a thousand kilometres long.',
  'en/submarine.md':
    '# The submarine\n\nThe navy has bought a submarine. The cable of the anchor was replaced at the harbour.',
  'it/estate.md': "# L'estate\n\nD'estate le spiagge sono piene e le città vuote.",
  'en/estate.md': '# The estate\n\nThe estate was sold with its woods and its old house.',
  'en/summer.md': '# Holidays\n\nIn summer the beaches are full and the towns are empty.',
  'it/ia.md': "# La legge sull'IA\n\nL'IA entra negli uffici. La legge europea sull'IA vale per tutti.",
  'en/ai.md': '# The AI Act\n\nThe AI Act applies to everybody. AI has entered our offices.',
  'it/ai.md':
    '# Ai confini\n\nAi confini del paese ci sono montagne e ai margini dei boschi si trovano i funghi.',
  'en/it.md': '# The IT department\n\nOur IT department answers the phone when it rings.',
  'it/pmi.md': '# Le piccole imprese\n\nLe PMI chiedono credito alle banche.',
  'en/sme.md': '# Small firms\n\nAn SME needs credit from its bank.',
  'it/hpc.md': '# Supercalcolatori\n\nIl calcolo ad alte prestazioni serve alla meteorologia.',
  'en/hpc.md': '# Supercomputers\n\nHigh-performance computing serves the weather forecast.',
  'en/photo.md': '# Leaves\n\nPhotosynthesis happens in the leaves of plants.',
  'it/foto.md': '# Foglie\n\nLa fotosintesi avviene nelle foglie delle piante.',
}

t.test('one search in two languages', async (t) => {
  const engine = await openTestEngine(t)
  await indexDocuments(engine, FILES)
  const bridge = createBridge([parseLexicon(LEXICON, 'it', 'en', 'test')])
  const app = await buildApp({
    engine,
    topics: readTopics(),
    bridge: () => bridge,
    logger: pino({ level: 'silent' }),
  })
  t.teardown(() => app.close())

  t.test('a word typed in either language finds the documents in both', async (t) => {
    const cases = [
      ['semiconduttori', ['en/chip.md', 'it/chip.md']],
      ['semiconductor', ['en/chip.md', 'it/chip.md']],
      ['PMI', ['en/sme.md', 'it/pmi.md']],
      ['SME', ['en/sme.md', 'it/pmi.md']],
      ['AI', ['en/ai.md', 'it/ia.md']],
      ['IA', ['en/ai.md', 'it/ia.md']],
      ['calcolo ad alte prestazioni', ['en/hpc.md', 'it/hpc.md']],
      ['high-performance computing', ['en/hpc.md', 'it/hpc.md']],
    ] as const
    for (const [q, expected] of cases) {
      t.strictSame((await pathsOf(app, { q })).slice(0, 2).sort(), expected, q)
    }
  })

  t.test('words that are something else in the other language are read as what they are there', async (t) => {
    t.notOk((await pathsOf(app, { q: 'AI' })).includes('it/ai.md'), 'AI is no Italian preposition')
    t.strictSame(await pathsOf(app, { q: 'IT' }), ['en/it.md'], 'IT is no English pronoun')
    const estate = await pathsOf(app, { q: 'estate' })
    t.ok(estate.includes('it/estate.md'), 'estate is summer')
    t.ok(estate.includes('en/estate.md'), 'and a house with land')
    t.ok(
      (await pathsOf(app, { q: 'estate', queryLang: 'it' })).includes('en/summer.md'),
      'Italian estate finds summer',
    )
    t.notOk(
      (await pathsOf(app, { q: 'estate', queryLang: 'en' })).includes('en/summer.md'),
      'English estate does not',
    )
  })

  t.test('a query may mix languages', async (t) => {
    const paths = await pathsOf(app, { q: 'AI Act semiconduttori' })
    for (const path of ['en/ai.md', 'it/chip.md', 'en/chip.md']) t.ok(paths.includes(path), `finds ${path}`)
  })

  t.test('terms of several words are matched as units', async (t) => {
    const { results, expansions } = await search(app, { q: 'cavo sottomarino', lang: 'en' })
    t.equal(results[0]?.path, 'en/cables.md', 'the cable comes before the submarine that has a cable')
    t.match(expansions[0], { from: 'cavo sottomarino', to: 'submarine cable', lang: 'en', via: 'lexicon' })
    const marked = results[0]?.passages[0]
    const first = marked?.highlights[0]
    t.equal(marked?.text.slice(first?.start, first?.end), 'submarine cable', 'and is highlighted as one')
    t.equal(first?.expansion, expansions[0]?.id, 'with the expansion that it comes from')
  })

  t.test('cognates connect words that the lexicon does not have', async (t) => {
    const { results, expansions } = await search(app, { q: 'fotosintesi' })
    t.strictSame(
      results.map(({ path }) => path),
      ['it/foto.md', 'en/photo.md'],
      'own language first',
    )
    t.match(expansions, [{ to: 'photosynthesis', via: 'cognate' }])
  })

  t.test('the bridge can be switched off, all of it or one translation', async (t) => {
    t.strictSame(await pathsOf(app, { q: 'semiconduttori', expand: 'none' }), ['it/chip.md'])
    const { expansions } = await search(app, { q: 'semiconduttori' })
    t.equal(expansions.length, 1, 'there is one')
    const without = await search(app, { q: 'semiconduttori', without: expansions[0]?.id ?? '' })
    t.strictSame(
      without.results.map(({ path }) => path),
      ['it/chip.md'],
    )
    t.strictSame(without.expansions, [], 'and it is no longer named')
    const longer = await search(app, { q: 'fotosintesi Semiconduttori', words: 'any' })
    const ids = longer.expansions.map(({ id }) => id)
    t.ok(ids.includes(expansions[0]?.id ?? ''), 'what it is called is the same in another query')
    t.equal(new Set(ids).size, 2)
  })

  t.test('filters to one language work with the bridge', async (t) => {
    t.strictSame(await pathsOf(app, { q: 'semiconduttori', lang: 'en' }), ['en/chip.md'])
    t.strictSame(await pathsOf(app, { q: 'semiconductors', lang: 'it' }), ['it/chip.md'])
  })

  t.test('totals and facets count what the bridge finds', async (t) => {
    const { total, facets } = await search(app, { q: 'semiconduttori', facets: 'lang' })
    t.equal(total.value, 2, 'both documents')
    t.strictSame(
      facets.lang?.buckets.map(({ value, count }) => [value, count]),
      [
        ['en', 1],
        ['it', 1],
      ],
    )
  })

  t.test('the language of a query can be given', async (t) => {
    const { query } = await search(app, { q: 'chip', queryLang: 'it' })
    t.match(query.queryLang, { value: 'it', source: 'given', confidence: 1 })
    const guessed = await search(app, { q: 'la produzione di semiconduttori' })
    t.match(guessed.query.queryLang, { value: 'it', source: 'detected' })
    t.ok(guessed.query.queryLang.confidence > 0.9, 'a sentence leaves no doubt')
    const unsure = await search(app, { q: 'chip' })
    t.ok(unsure.query.queryLang.confidence < 0.9, 'one word does')
  })
})

t.test('spelling and relaxations', async (t) => {
  const engine = await openTestEngine(t)
  await indexDocuments(engine, FILES)
  const bridge = createBridge([parseLexicon(LEXICON, 'it', 'en', 'test')])
  const app = await buildApp({
    engine,
    topics: readTopics(),
    bridge: () => bridge,
    logger: pino({ level: 'silent' }),
  })
  t.teardown(() => app.close())

  t.test('a word that nothing knows is repaired, and the answer says so', async (t) => {
    const cases = [
      ['semiconduttrori', 'semiconduttori', 'it/chip.md'],
      ['semicnoductors', 'semiconductors', 'en/chip.md'],
      ['meteorolgia', 'meteorologia', 'it/hpc.md'],
      ['produzione semicondu', 'semiconduttori', 'it/chip.md'],
    ] as const
    for (const [q, to, path] of cases) {
      const { corrections, results } = await search(app, { q })
      t.match(corrections, [{ to }], `${q} → ${to}`)
      t.ok(
        results.slice(0, 2).some((hit) => hit.path === path),
        `${q} finds ${path}`,
      )
    }
  })

  t.test('known words, quoted words and exact queries are never repaired', async (t) => {
    for (const params of [
      { q: 'cavo' },
      { q: 'cable' },
      { q: '"semiconduttrori"' },
      { q: 'semiconduttrori', exact: 'true' },
    ]) {
      t.strictSame((await search(app, params)).corrections, [], params.q)
    }
    t.equal(
      (await search(app, { q: 'semiconduttrori', exact: 'true' })).total.value,
      0,
      'nothing has it as written',
    )
  })

  t.test(
    'where nothing is found, the conditions that stand in the way are named with true counts',
    async (t) => {
      const filtered = await search(app, { q: 'semiconduttori', from: '2030' })
      t.equal(filtered.total.value, 0, 'nothing is that new')
      t.strictSame(filtered.relaxations, [{ kind: 'filter', drop: 'from', total: 2 }])
      const excluded = await search(app, { q: 'summer -beaches', expand: 'none' })
      t.strictSame(excluded.relaxations, [{ kind: 'exclusion', drop: '-beaches', q: 'summer', total: 1 }])
      for (const { drop, total } of filtered.relaxations) {
        const url = searchUrl({ q: 'semiconduttori', from: '2030' }).replace(`&${drop}=2030`, '')
        t.equal(
          (await get<{ total: { value: number } }>(app, url)).body.total.value,
          total,
          'as many as promised',
        )
      }
      t.strictSame(
        (await search(app, { q: 'semiconduttori' })).relaxations,
        [],
        'none where something is found',
      )
    },
  )
})
