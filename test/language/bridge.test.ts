import t from 'tap'
import { termOf } from '../../language/analyzer.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { cognateForm } from '../../language/bridge/cognates.ts'

import { formatLexicon, type Lexicon, LexiconError, parseLexicon } from '../../language/bridge/lexicon.ts'
import { formatSingleWords, lateSingleWords, parseSingleWords } from '../../language/bridge/single-words.ts'
import { parseVariants } from '../../language/bridge/variants.ts'
import { atOnce } from '../../language/slices.ts'
import { repair } from '../../language/spelling.ts'
import { createVocabulary } from '../../language/vocabulary.ts'

t.test('a lexicon', async (t) => {
  const text = '# via: learned\nbanca\tbank\t0.81\t0.64\t37 times\t37\ncavo sottomarino\tsubmarine cable\n'

  t.test('is read and written back the same', async (t) => {
    const lexicon = parseLexicon(text, 'it', 'en', 'test.tsv')
    t.equal(lexicon.via, 'learned', 'says where its pairs come from')
    t.strictSame(
      lexicon.entries,
      [
        { source: 'banca', target: 'bank', forward: 0.81, backward: 0.64, evidence: '37 times', times: 37 },
        { source: 'cavo sottomarino', target: 'submarine cable' },
      ],
      'columns are read',
    )
    t.strictSame(parseLexicon(formatLexicon(lexicon), 'it', 'en', 'again.tsv'), lexicon, 'nothing is lost')
  })

  const broken = [
    ['a line without a tab', 'banca bank', /line 1.*is no pair/],
    ['an empty side', 'ok\tok\nbanca\t', /line 2.*is no pair/],
    ['a probability above 1', 'banca\tbank\t1.5', /line 1.*column 3.*at most 1/],
    ['a probability that is no number', 'banca\tbank\t0.5\tvery', /line 1.*column 4/],
    ['a number of times that is none', 'banca\tbank\t0.5\t0.5\tseen\tmany', /line 1.*column 6.*whole number/],
    ['an unknown origin', '# via: heaven', /line 1.*"heaven" is no origin/],
    [
      'everything mapped to everything',
      Array.from({ length: 101 }, (_, index) => `banca\tword${index}`).join('\n'),
      /line 101.*more than 100 translations/,
    ],
  ] as const
  for (const [why, content, message] of broken) {
    t.test(`refuses ${why}, naming the line`, async (t) => {
      t.throws(() => parseLexicon(content, 'it', 'en', 'test.tsv'), { name: LexiconError.name, message })
    })
  }
})

t.test('the bridge', async (t) => {
  const bridge = createBridge([
    parseLexicon(
      'catena\tchain\ncatena di approvvigionamento\tsupply chain\nbanca\tbank\nriva\tbank\nbanca\tlender\nil\tthe',
      'it',
      'en',
      'test.tsv',
    ),
  ])

  t.test('finds units of several words before their parts', async (t) => {
    const units = bridge.unitsAt('it', ['caten', 'approvvigion'], 0)
    t.strictSame(
      units.map(({ length, translations }) => [length, translations[0]?.word]),
      [
        [2, 'supply chain'],
        [1, 'chain'],
      ],
    )
  })

  t.test('gives the more usual translation more weight, in both directions', async (t) => {
    const weights = (lang: string, term: string) =>
      bridge.unitsAt(lang, [term], 0)[0]?.translations.map(({ word, weight }) => [word, weight])
    // 1 and 1/2 of their sum
    t.strictSame(
      weights('it', termOf('banca', 'it'))?.map(([word, weight]) => [word, Number(weight).toFixed(2)]),
      [
        ['bank', '0.67'],
        ['lender', '0.33'],
      ],
    )
    t.equal(weights('en', 'bank')?.[0]?.[0], 'banca', 'banca comes before riva')
  })

  t.test('passes over entries of stop words', async (t) => {
    t.equal(bridge.size, 5, 'il and the are not counted')
    t.notOk(bridge.knows('it', 'il'), 'and not known')
  })
})

t.test(
  'single words that are made late are made when something is asked, once, and are the same',
  async (t) => {
    const bridge = createBridge([parseLexicon('porta\tdoor', 'it', 'en', 'test.tsv')])
    let made = 0
    const late = lateSingleWords(() => {
      made += 1
      return bridge
    })
    t.equal(made, 0)
    t.equal(late.knows('it', 'port'), bridge.knows('it', 'port'))
    t.strictSame(late.equivalents('en', 'door', 'it'), bridge.equivalents('en', 'door', 'it'))
    t.equal(made, 1)
  },
)

t.test('what a bridge says of single words comes back as it was written down', async (t) => {
  const lines = ['porta\tdoor', 'porta\tgate', 'catena\tchain', 'catena di montaggio\tassembly line']
  const bridge = createBridge([
    parseLexicon(`${lines.join('\n')}\n`, 'it', 'en', 'test.tsv'),
    parseVariants('uscio\tporta', 'it', 'variants.tsv'),
  ])
  const read = parseSingleWords(formatSingleWords(bridge))
  const terms = bridge.singleTerms()
  t.strictSame([...terms.keys()].sort(), ['en', 'it'])
  for (const [lang, ofLanguage] of terms) {
    for (const term of ofLanguage) {
      t.equal(read.knows(lang, term), bridge.knows(lang, term), term)
      for (const to of ['it', 'en'].filter((other) => other !== lang)) {
        t.strictSame(read.equivalents(lang, term, to), bridge.equivalents(lang, term, to), term)
      }
    }
  }
  const [porta, uscio] = [termOf('porta', 'it'), termOf('uscio', 'it')]
  t.strictSame(read.equivalents('it', porta, 'en'), ['door', 'gate'])
  t.equal(read.knows('it', uscio), true, 'it has a variant')
  t.strictSame(read.equivalents('it', uscio, 'en'), [])
  t.equal(read.knows('it', 'constructor'), false)
  t.strictSame(read.equivalents('it', 'constructor', 'en'), [])
  t.equal(read.knows('de', porta), false)
  t.throws(() => parseSingleWords('{"it":'), SyntaxError)
})

t.test('what was learned counts by what speaks for it, and by where it was learned', async (t) => {
  const written = parseLexicon('rete\tnet\nrete\tnetwork\n', 'it', 'en', 'written.tsv')
  const learned = (isOfIndex: boolean, ...lines: string[]) => ({
    ...parseLexicon(`# via: learned\n${lines.join('\n')}\n`, 'it', 'en', 'learned.tsv'),
    isOfIndex,
  })
  const network = 'rete\tnetwork\t0.8\t0.9\tseen 40 times\t40'
  const mesh = 'rete\tmesh\t0.8\t0.9\tseen 40 times\t40'
  const cases: [why: string, lexicons: Lexicon[], wanted: string[]][] = [
    ['nothing was learned', [], ['net lexicon', 'network lexicon']],
    ['the documents themselves', [learned(true, network)], ['network learned', 'net lexicon']],
    ['seen twice', [learned(true, 'rete\tmesh\t0.3\t0.9\t\t2')], ['net', 'network', 'mesh learned']],
    ['other texts', [learned(false, mesh)], ['net lexicon', 'network lexicon', 'mesh learned']],
    ['both', [learned(false, mesh), learned(true, network)], ['network learned', 'net lexicon', 'mesh']],
    ['chance', [learned(true, 'rete\tgoalkeeper\t0.06\t0.05\t\t2')], ['net lexicon', 'network lexicon']],
  ]
  const rete = termOf('rete', 'it')
  for (const [why, lexicons, wanted] of cases) {
    const [unit] = createBridge([written, ...lexicons]).unitsAt('it', [rete], 0)
    const found = unit?.translations.map(({ word, via }) => `${word} ${via}`) ?? []
    t.equal(found.length, wanted.length, why)
    for (const [index, start] of wanted.entries()) t.ok(found[index]?.startsWith(start), `${why}: ${found}`)
  }
  const bridge = createBridge([written, learned(true, network), learned(false, 'gualchiera\twalkmill')])
  t.match(bridge.unitsAt('it', [rete], 0)[0]?.translations[0], { evidence: 'seen 40 times', times: 40 })
  t.match(bridge.unitsAt('it', [termOf('gualchiera', 'it')], 0)[0]?.translations, [
    { word: 'walkmill', weight: 1 },
  ])
})

t.test('cognates have one form in both languages', async (t) => {
  const cognates = [
    ['nazione', 'nation'],
    ['nazioni', 'nations'],
    ['università', 'university'],
    ['fotosintesi', 'photosynthesis'],
    ['turismo', 'tourism'],
    ['democrazia', 'democracy'],
    ['tecnologia', 'technology'],
    ['quantistico', 'quantistic'],
    ['industriale', 'industrial'],
    ['differenza', 'difference'],
    ['generatore', 'generator'],
    ['famoso', 'famous'],
    ['digitalizzazione', 'digitalisation'],
    ['digitalizzazione', 'digitalization'],
    ['supercalcolatore', 'supercalculator'],
    ['attivo', 'active'],
    ['cilindro', 'cylinder'],
  ] as const
  const known = cognates.filter(([it, en]) => cognateForm(it, 'it') === cognateForm(en, 'en'))
  t.ok(known.length >= 13, `most of them: ${known.length} of ${cognates.length}`)
  for (const [it, en] of [
    ['nazione', 'nation'],
    ['università', 'university'],
    ['fotosintesi', 'photosynthesis'],
    ['tecnologia', 'technology'],
    ['digitalizzazione', 'digitalization'],
  ] as const) {
    t.equal(cognateForm(it, 'it'), cognateForm(en, 'en'), `${it} and ${en}`)
  }
  for (const [it, en] of [
    ['nazione', 'notion'],
    ['mercato', 'market'],
    ['porto', 'part'],
  ] as const) {
    t.not(cognateForm(it, 'it'), cognateForm(en, 'en') ?? '', `${it} and ${en} are none`)
  }
  t.equal(cognateForm('casa', 'it'), undefined, 'short words are like others by chance')
  t.equal(cognateForm('Halbleiter', 'de'), undefined, 'other languages have no rules')
})

t.test('spelling', async (t) => {
  const vocabulary = atOnce(
    createVocabulary([
      { form: 'semiconduttori', count: 40 },
      { form: 'semiconduttore', count: 10 },
      { form: 'cavi', count: 20 },
      { form: 'navi', count: 5 },
      { form: 'cybersecurity', count: 30 },
      { form: 'sicurezza', count: 90 },
    ]),
  )
  const repaired = (word: string, isUnfinished?: boolean) =>
    atOnce(repair(word, vocabulary, isUnfinished === undefined ? {} : { isUnfinished }))
  const cases = [
    ['a letter too many', 'semiconduttorii', 'semiconduttori'],
    ['a letter missing', 'scurezza', 'sicurezza'],
    ['a wrong letter', 'sicurezsa', 'sicurezza'],
    ['two letters exchanged', 'cybersecuirty', 'cybersecurity'],
    ['the first two letters exchanged', 'iscurezza', 'sicurezza'],
    ['a wrong first letter', 'zicurezza', 'sicurezza'],
    ['two edits in a long word', 'cibersecurty', 'cybersecurity'],
    ['nothing for three edits', 'cibersecurtx', undefined],
    ['the more frequent of two that are as near', 'savi', 'cavi'],
    ['nothing for a word far from all', 'xylophone', undefined],
    ['nothing for a short word', 'cvi', undefined],
    ['nothing for numbers', '2031', undefined],
    ['nothing for a word that is only a beginning', 'semicond', undefined],
  ] as const
  for (const [why, word, expected] of cases) {
    t.equal(repaired(word), expected, `repairs ${why}: ${word}`)
  }
  t.equal(repaired('semicond', true), 'semiconduttori', 'a word still being typed is completed')
  t.equal(repaired('semicnd', true), 'semiconduttori', 'also if its beginning is misspelt')
  t.equal(repaired('cvai'), 'cavi', 'an exchange is one edit, all that a short word may have')
  t.equal(repaired('sicurezza', true), 'sicurezza', 'a word that is there is itself')
})
