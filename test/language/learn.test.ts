/** Learning from translations: lexicons out of sentence pairs, and sentences and passages that belong together. */
import t from 'tap'
import { analyze } from '../../language/analyzer.ts'
import { type Aligned, alignSentences } from '../../language/bridge/align.ts'
import { alignPassages } from '../../language/bridge/align-passages.ts'
import { bestPath, type Move } from '../../language/bridge/align-path.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { knownWords } from '../../language/bridge/known-words.ts'
import { type LearnOptions, learnStepwise } from '../../language/bridge/learn.ts'
import { formatLexicon, type Lexicon, parseLexicon } from '../../language/bridge/lexicon.ts'
import { createCorpus, type ParallelCorpus } from '../../language/bridge/parallel-corpus.ts'

const PAIRS: readonly (readonly [italian: string, english: string])[] = [
  ['La banca apre alle nove.', 'The bank opens at nine.'],
  ['La banca presta denaro alle imprese.', 'The bank lends money to companies.'],
  ['Le imprese cercano denaro.', 'Companies are looking for money.'],
  ['Il porto di Trieste cresce.', 'The port of Trieste is growing.'],
  ['Il porto accoglie le navi della NATO.', 'The port welcomes NATO ships.'],
  ['Le navi lasciano Trieste all’alba.', 'The ships leave Trieste at dawn.'],
  ['L’acqua del porto è pulita.', 'The water of the port is clean.'],
  ['Le imprese risparmiano acqua.', 'Companies save water.'],
  ['Trieste ha una nuova banca.', 'Trieste has a new bank.'],
  ['Una nave è partita all’alba con 1200 container.', 'A ship left at dawn with 1200 containers.'],
  ['L’acqua è fredda all’alba.', 'The water is cold at dawn.'],
  ['Le navi posano i cavi della NATO.', 'Ships lay the cables of NATO.'],
  ['I cavi attraversano il mare.', 'The cables cross the sea.'],
  ['Il mare è freddo, e 1200 persone fanno il bagno.', 'The sea is cold, and 1200 people are bathing.'],
]

function corpusOf(pairs: readonly (readonly [string, string])[], from = 'it', to = 'en'): ParallelCorpus {
  const corpus = createCorpus(from, to)
  for (const [source, target] of pairs) corpus.add(source, target)
  return corpus.build()
}

function learnLexicon(corpus: ParallelCorpus, options: LearnOptions = {}): Lexicon {
  const steps = learnStepwise(corpus, options)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

function translationsOf({ entries }: Lexicon, word: string): string[] {
  return entries.filter(({ source }) => source === word).map(({ target }) => target)
}

t.test('words that come together in translations become entries', async (t) => {
  const lexicon = learnLexicon(corpusOf(PAIRS))
  t.match(lexicon, { from: 'it', to: 'en', via: 'learned' })
  const cases: [italian: string, english: string][] = [
    ['banca', 'bank'],
    ['imprese', 'companies'],
    ['denaro', 'money'],
    ['porto', 'port'],
    ['navi', 'ships'],
    ['alba', 'dawn'],
    ['acqua', 'water'],
    ['cavi', 'cables'],
    ['mare', 'sea'],
  ]
  for (const [italian, english] of cases) {
    t.equal(translationsOf(lexicon, italian)[0], english, `${italian} is first of all ${english}`)
  }
  t.strictSame(translationsOf(lexicon, 'pulita'), [], 'what was seen once may be chance')
  t.notOk(
    lexicon.entries.some(({ source, target }) => /^\d/.test(source) || /^\d/.test(target)),
    'numbers are the same in all languages',
  )
})

t.test('each direction is learned on its own', async (t) => {
  const towns = [
    ['Il comune costruisce una scuola.', 'The town builds a school.'],
    ['Il municipio chiude oggi.', 'The town hall closes today.'],
    ['Il comune vende una scuola.', 'The town sells a school.'],
    ['Il municipio apre oggi.', 'The town hall opens today.'],
    ['Il comune compra terreni.', 'The town buys land.'],
  ] as const
  const there = learnLexicon(corpusOf(towns))
  const entry = there.entries.find(({ source, target }) => source === 'comune' && target === 'town')
  t.ok(entry, 'comune says town')
  t.ok((entry?.forward ?? 0) > (entry?.backward ?? 1), 'surely; but town may say municipio too')

  const back = learnLexicon(
    corpusOf(
      towns.map(([italian, english]) => [english, italian] as const),
      'en',
      'it',
    ),
  )
  t.match(back, { from: 'en', to: 'it' })
  const reversed = back.entries.find(({ source, target }) => source === 'town' && target === 'comune')
  t.match(
    reversed,
    { forward: entry?.backward, backward: entry?.forward },
    'columns change places, nothing else',
  )
})

t.test('entries are written as people write, and lead back to their terms', async (t) => {
  const { entries } = learnLexicon(corpusOf(PAIRS))
  const written = new Set(entries.flatMap(({ source, target }) => [`it ${source}`, `en ${target}`]))
  t.ok(written.has('it Trieste') && written.has('en Trieste'), 'a name keeps its capital')
  t.ok(written.has('it NATO') && written.has('en NATO'), 'an acronym keeps its capitals')
  t.ok(written.has('it navi'), 'the most frequent form stands for all')
  t.ok(written.has('en companies'), 'the capital of a first word is none of its own')
  for (const entry of written) {
    const [lang = '', word = ''] = entry.split(' ')
    t.equal(analyze(word, lang).length, 1, `${entry} is one term`)
  }
  const usa = learnLexicon(
    corpusOf([
      ['La legge vale anche negli US.', 'The law also applies in the US.'],
      ['Chi vive negli US vota.', 'Those who live in the US vote.'],
    ]),
    { minAgreement: 0 },
  )
  t.strictSame(translationsOf(usa, 'US')[0], 'US', 'an acronym that would be a stop word in lower case')
})

t.test('evidence says how often and where', async (t) => {
  const corpus = corpusOf(PAIRS)
  const evidence = (options: LearnOptions, source: string, target: string) =>
    learnLexicon(corpus, options).entries.find((entry) => entry.source === source && entry.target === target)
      ?.evidence
  const times = ({ entries }: Lexicon) => entries.find(({ source }) => source === 'navi')?.times
  t.equal(times(learnLexicon(corpus)), 4, 'and how often in a number')
  t.equal(evidence({}, 'denaro', 'money'), 'seen 2 times, in pairs 2, 3')
  t.equal(evidence({}, 'navi', 'ships'), 'seen 4 times, first in pairs 5, 6, 10')
  t.equal(
    evidence({ nameOf: (pair) => `porti.tsv:${pair + 1}` }, 'denaro', 'money'),
    'seen 2 times, in pairs porti.tsv:2, porti.tsv:3',
  )
  t.equal(evidence({ minTogether: 1, minAgreement: 0 }, 'pulita', 'clean'), 'seen once, in pair 7')
})

t.test('what is known explains its words, and leaves the others to each other', async (t) => {
  const corpus = corpusOf([
    ['Il notaio firma.', 'The notary signs.'],
    ['Ogni notaio firma qui.', 'Every notary signs here.'],
  ])
  const written = parseLexicon('notaio\tnotary\n', 'it', 'en', 'test.tsv')
  const bridge = createBridge([written])
  const known = { forward: knownWords(bridge, 'it', 'en'), backward: knownWords(bridge, 'en', 'it') }
  const likely = (options: LearnOptions) =>
    learnLexicon(corpus, options)
      .entries.filter(({ forward = 0 }) => forward > 0.6)
      .map(({ source, target }) => `${source} ${target}`)
  t.strictSame(likely({}), [], 'words that always come together cannot be told apart')
  t.strictSame(likely({ known }), ['firma signs', 'notaio notary'])
})

t.test('the same pairs give the same file, and the file is a lexicon', async (t) => {
  const first = formatLexicon(learnLexicon(corpusOf(PAIRS)))
  t.equal(formatLexicon(learnLexicon(corpusOf(PAIRS))), first)
  const read = parseLexicon(first, 'it', 'en', 'learned')
  t.strictSame(read, learnLexicon(corpusOf(PAIRS)), 'nothing is lost in writing')
  for (const { source, forward = 0, backward = 0 } of read.entries) {
    t.ok(forward > 0 && forward <= 1 && backward > 0 && backward <= 1, `${source} has probabilities`)
  }
})

t.test('thresholds decide what is kept', async (t) => {
  const corpus = corpusOf(PAIRS)
  const count = (options: LearnOptions) => learnLexicon(corpus, options).entries.length
  const usual = count({})
  t.ok(count({ minTogether: 1 }) > usual, 'pairs seen once too')
  t.ok(count({ minTogether: 4 }) < usual, 'only pairs seen four times')
  t.ok(count({ minAgreement: 0.4 }) < usual, 'only what is likely')
  const single = learnLexicon(corpus, { minTogether: 1, minAgreement: 0, maxTranslations: 1 }).entries
  for (const side of ['source', 'target'] as const) {
    const words = single.map((entry) => entry[side])
    t.equal(new Set(words).size, words.length, `every ${side} has one translation at most`)
  }
  t.strictSame(learnLexicon(corpusOf([])).entries, [], 'nothing comes of nothing')
  t.strictSame(learnLexicon(corpusOf([['E poi?', 'And then?']])).entries, [], 'nor of stop words')
})

t.test('learning goes in steps that can be followed', async (t) => {
  const steps = learnStepwise(corpusOf(PAIRS), { iterations: 2 })
  const shares: number[] = []
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) shares.push(step.value)
  t.strictSame(shares, [0.2, 0.4, 0.6, 0.8])
  t.strictSame(step.value, learnLexicon(corpusOf(PAIRS), { iterations: 2 }))
})

t.test('pairs of very long sentences are not taken', async (t) => {
  const corpus = createCorpus('it', 'en')
  const list = Array.from({ length: 201 }, (_, index) => `parola${index}`).join(' ')
  t.equal(corpus.add(list, 'a list'), false)
  t.equal(corpus.add('un elenco', list), false)
  t.equal(corpus.add('un elenco', 'a list'), true)
  t.equal(corpus.size(), 1)
})

const LEXICON = parseLexicon(
  [
    'biblioteca\tlibrary',
    'libro\tbook',
    'prestito\tloan',
    'sera\tevening',
    'domenica\tSunday',
    'bambino\tchild',
    'fiaba\tfairy tale',
    'lettura\treading',
    'sedia\tchair',
    'giardino\tgarden',
    'tetto\troof',
    'pioggia\train',
    'chiudere\tclose',
    'sindaco\tmayor',
    'soldi\tmoney',
    'attrezzo\ttool',
    'trapano\tdrill',
    'scala\tladder',
  ].join('\n'),
  'it',
  'en',
  'library',
)
const known = knownWords(createBridge([LEXICON]), 'it', 'en')
const options = { from: 'it', to: 'en', known }

/** Groups as text: `0-0 1,2-1 3-`. */
function groups(aligned: readonly Aligned[]): string {
  return aligned.map(({ source, target }) => `${source.join()}-${target.join()}`).join(' ')
}

const ITALIAN = [
  'La biblioteca di via Roma apre anche la sera.',
  'Il sindaco ha trovato i soldi, e da marzo si potrà leggere fino alle undici.',
  'La domenica resta chiusa.',
  'I libri in prestito sono passati da diecimila a tredicimila in due anni.',
  'Da aprile si prestano anche attrezzi.',
  'Il trapano è il più richiesto; subito dopo viene la scala.',
  'Per i bambini c’è un’ora di lettura nel giardino.',
]
const ENGLISH = [
  'The library in via Roma now opens in the evening as well.',
  'The mayor has found the money, and from March one can read until eleven.',
  'It stays closed on Sundays.',
  'Books on loan have grown from ten thousand to thirteen thousand in two years.',
  'From April it has been lending tools too.',
  'The drill is most in demand; the ladder comes next.',
  'For children there is an hour of reading in the garden.',
]

t.test('sentences of a faithful translation are aligned one by one', async (t) => {
  const aligned = alignSentences(ITALIAN, ENGLISH, options)
  t.equal(groups(aligned), '0-0 1-1 2-2 3-3 4-4 5-5 6-6')
  for (const { source, score } of aligned) t.ok(score > 0.5 && score <= 1, `sentence ${source} is sure`)
  t.equal(groups(alignSentences(ENGLISH, ITALIAN, { from: 'en', to: 'it' })), '0-0 1-1 2-2 3-3 4-4 5-5 6-6')
})

t.test('sentences that are split, joined or left out are found', async (t) => {
  const [a, b, c, d, e, f, g] = ENGLISH as [string, string, string, string, string, string, string]
  const italian = [...ITALIAN]
  const [, , closed, loans, tools, drill] = italian as [string, string, string, string, string, string]
  const splitMayor = ['The mayor has found the money.', 'From March one can read until eleven.'] as const
  const roof = 'The roof of the north wing, where the rain came in last winter, is being mended at last.'
  const cases: [why: string, source: string[], target: string[], wanted: string][] = [
    ['one becomes two', italian, [a, ...splitMayor, c, d, e, f, g], '0-0 1-1,2 2-3 3-4 4-5 5-6 6-7'],
    [
      'two become one',
      italian,
      [a, b, c, d, `${e.slice(0, -1)}, and the drill is most in demand; the ladder comes next.`, g],
      '0-0 1-1 2-2 3-3 4,5-4 6-5',
    ],
    ['one is missing in the translation', italian, [a, b, c, e, f, g], '0-0 1-1 2-2 3- 4-3 5-4 6-5'],
    [
      'one is added in the translation',
      italian,
      [a, b, c, roof, d, e, f, g],
      '0-0 1-1 2-2 -3 3-4 4-5 5-6 6-7',
    ],
    ['the beginning is missing', italian, [c, d, e, f, g], '0- 1- 2-0 3-1 4-2 5-3 6-4'],
    ['the end is missing', italian, [a, b, c, d], '0-0 1-1 2-2 3-3 4- 5- 6-'],
    ['the original is shorter', [closed, loans, tools, drill], ENGLISH, '-0 -1 0-2 1-3 2-4 3-5 -6'],
    ['there is no translation', italian.slice(0, 2), [], '0- 1-'],
    ['there is nothing', [], [], ''],
  ]
  for (const [why, source, target, wanted] of cases) {
    const aligned = alignSentences(source, target, options)
    t.equal(groups(aligned), wanted, why)
    for (const group of aligned) {
      const isAlone = group.source.length === 0 || group.target.length === 0
      t.equal(group.score === 0, isAlone, `${why}: only what stands alone is worth nothing`)
    }
  }
})

t.test('numbers and names align what lengths cannot', async (t) => {
  const source = ['Nel 1998 nacque Ada.', 'Nel 2004 nacque Ugo.', 'Nel 2011 nacque Eva.']
  const target = ['In 2004 Ugo was born.', 'In 2011 Eva was born.', 'In 2017 Leo was born.']
  t.equal(groups(alignSentences(source, target, { from: 'it', to: 'en' })), '0- 1-0 2-1 -2')
})

t.test('documents that are not translations get low scores', async (t) => {
  const harbor = [
    'Cranes load containers all night long.',
    'A pilot boat guides tankers through the channel.',
    'Customs officers inspect the cargo at the gate.',
    'Ferries leave for Patras every Tuesday at noon.',
  ]
  const mean = (aligned: Aligned[]) => aligned.reduce((sum, { score }) => sum + score, 0) / aligned.length
  t.ok(mean(alignSentences(ITALIAN.slice(0, 4), harbor, options)) < 0.5)
  t.ok(mean(alignSentences(ITALIAN.slice(0, 4), ENGLISH.slice(0, 4), options)) > 0.8)
})

t.test('long documents are aligned near their diagonal', async (t) => {
  const numbers = Array.from({ length: 400 }, (_, index) => 1000 + index * 7)
  const source = numbers.map((number) => `Il lotto ${number} è stato consegnato ieri.`)
  const target = numbers
    .filter((_, index) => index % 50 !== 9)
    .map((number) => `Lot ${number} was delivered yesterday.`)
  const aligned = alignSentences(source, target, { from: 'it', to: 'en' })
  t.equal(aligned.filter((group) => group.target.length === 0).length, 8)
  t.strictSame(
    aligned.filter((group) => group.target.length === 0).map((group) => group.source[0]),
    [9, 59, 109, 159, 209, 259, 309, 359],
  )
})

t.test('every passage has its counterparts, or stands alone', async (t) => {
  const italian = ITALIAN as [string, string, string, string, string, string, string]
  const english = ENGLISH as [string, string, string, string, string, string, string]
  const text = (sentences: readonly string[]) => sentences.join(' ')
  const cases: [why: string, source: string[], target: string[], wanted: string][] = [
    [
      'cut at the same places',
      [text(italian.slice(0, 3)), text(italian.slice(3, 6)), italian[6]],
      [text(english.slice(0, 3)), text(english.slice(3, 6)), english[6]],
      '0-0 1-1 2-2',
    ],
    [
      'cut a little earlier',
      [text(italian.slice(0, 3)), text(italian.slice(3))],
      [text(english.slice(0, 2)), text(english.slice(2))],
      '0-0 1-1',
    ],
    [
      'one passage against two',
      [text(italian.slice(0, 4)), text(italian.slice(4))],
      [text(english.slice(0, 2)), text(english.slice(2, 4)), text(english.slice(4))],
      '0-0,1 1-2',
    ],
    [
      'three passages against one',
      [text(italian.slice(0, 2)), text(italian.slice(2, 4)), text(italian.slice(4))],
      [text(english)],
      '0,1,2-0',
    ],
    [
      'one left out',
      [text(italian.slice(0, 2)), text(italian.slice(2, 4)), text(italian.slice(4))],
      [text(english.slice(0, 2)), text(english.slice(4))],
      '0-0 1- 2-1',
    ],
    ['no translation', [text(italian)], [], '0-'],
    ['empty passages', ['', text(italian)], [text(english), ' '], '0- 1-0 -1'],
  ]
  for (const [why, source, target, wanted] of cases) {
    t.equal(groups(alignPassages(source, target, options)), wanted, why)
  }
  const [faithful, shifted] = [cases[0], cases[1]].map((one) =>
    alignPassages(one?.[1] ?? [], one?.[2] ?? [], options),
  )
  t.ok((faithful?.[1]?.score ?? 0) > 0.8, 'the score says how much of the text is there')
  t.ok((shifted?.[1]?.score ?? 1) < (faithful?.[1]?.score ?? 0), 'less where the cuts differ')
})

t.test('a path needs moves that reach every element', async (t) => {
  const only: Move[] = [[1, 1]]
  const path = { moves: only, worth: () => 1, expected: (at: number) => at }
  t.strictSame(
    bestPath({ ...path, source: 2, target: 2 }).map(({ move }) => move),
    [only[0], only[0]],
  )
  t.throws(() => bestPath({ ...path, source: 2, target: 1 }), /moves must hold \[1, 0\] and \[0, 1\]/)
})
