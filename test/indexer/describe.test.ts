/** What is known about a document: title, language, date, topics, publisher. */
import t from 'tap'
import { describeDate as dateOf } from '../../indexer/describe/date.ts'
import { type DescribeInput, describe } from '../../indexer/describe/describe.ts'
import { detectLanguage, languageCode, sampleText } from '../../indexer/describe/language.ts'
import { describeSource } from '../../indexer/describe/source.ts'
import { describeTitle } from '../../indexer/describe/title.ts'
import { createTopicMatcher, type TopicInput } from '../../indexer/describe/topics.ts'
import type { Analyze, Topic } from '../../indexer/describe/wordings.ts'
import type { Block, Metadata, PublicationDate } from '../../indexer/document.ts'
import { analyzeParts } from '../../language/analyzer.ts'

/** Blocks out of texts; a text that starts with `#`s is a heading. */
function blocksOf(texts: readonly string[]): Block[] {
  let start = 0
  return texts.map((source) => {
    const level = /^#*/.exec(source)?.[0].length ?? 0
    const text = source.replace(/^#+ /, '')
    const block: Block = { kind: level > 0 ? 'heading' : 'paragraph', level, text, start }
    start += text.length + 2
    return block
  })
}

/** The date of an Italian document, without what says so. */
function describeDate(
  path: string,
  given: string | undefined,
  blocks: readonly Block[],
): Pick<PublicationDate, 'value' | 'precision' | 'words'> | null {
  const date = dateOf({ path, given, blocks, lang: 'it' })
  return date && { value: date.value, precision: date.precision, words: date.words }
}

const prose =
  'Le due parti hanno deciso di esaminare la possibilità di future azioni comuni in settori ad alto potenziale.'

t.test('the date of publication is what the document says it is', (t) => {
  const day = (value: string, words: string) => ({ value, precision: 'day', words })
  const month = (value: string, words: string) => ({ value, precision: 'month', words })
  const cases: [texts: string[], want: unknown][] = [
    // A line that names it.
    [['Published: June 2024'], month('2024-06', 'June 2024')],
    [['Published on 13 July 2023 by the press office'], day('2023-07-13', '13 July 2023')],
    [['Pubblicato il 3 luglio 2023'], day('2023-07-03', '3 luglio 2023')],
    [['Pubblicato l’8 marzo 2023 da Redazione'], day('2023-03-08', '8 marzo 2023')],
    [['Data di pubblicazione', '1° marzo 2024'], day('2024-03-01', '1° marzo 2024')],
    [['Data: 03/07/2023'], day('2023-07-03', '03/07/2023')],
    [['Date: 07/13/2023'], day('2023-07-13', '07/13/2023')],
    [['Published: 2023'], { value: '2023', precision: 'year', words: '2023' }],
    [['Pubblicato: 3.7.23'], day('2023-07-03', '3.7.23')],
    [['Date: 13/07/98'], day('1998-07-13', '13/07/98')],
    [['Pubblicato: 3.7.50'], day('2050-07-03', '3.7.50')],
    [['Pubblicato: 3.7.51'], day('1951-07-03', '3.7.51')],
    // Of several dates on a line the first: it stands behind its label.
    ...(
      [
        ['Pubblicato il 3 luglio 2023, aggiornato il 12 settembre 2023', '2023-07-03', '3 luglio 2023'],
        ['Published on 3 May 2023, last updated 12 September 2023', '2023-05-03', '3 May 2023'],
        ['Pubblicato il 3 luglio 2023, aggiornato il 2023-09-12', '2023-07-03', '3 luglio 2023'],
        ['Published: 3 July 2023 (updated: 12/09/2023)', '2023-07-03', '3 July 2023'],
        ['Pubblicato: 03/07/2023 – aggiornato: mercoledì 12 settembre 2023', '2023-07-03', '03/07/2023'],
        ['Pubblicato il 3 mag 2023; modificato il 12 settembre 2023', '2023-05-03', '3 mag 2023'],
        ['Published May 3, 2023. Updated September 12, 2023', '2023-05-03', 'May 3, 2023'],
      ] as const
    ).map(([text, value, words]): (typeof cases)[number] => [[text], day(value, words)]),
    [['Publication date: 2023-07-13T09:59:00Z'], day('2023-07-13', '2023-07-13')],
    [['Source: European Commission Published: June 2024'], month('2024-06', 'June 2024')],
    [['Aggiornato al:', '21.08.2023'], day('2023-08-21', '21.08.2023')],
    [['Last updated 3 July 2023'], day('2023-07-03', '3 July 2023')],
    [['Updated on: Sept. 5, 2023'], day('2023-09-05', 'Sept. 5, 2023')],
    [['Ultimo aggiornamento: lunedì 3 luglio 2023, ore 10:30'], day('2023-07-03', '3 luglio 2023')],
    // A line that is a date.
    [['2023/07/13 09:59 στην κατηγορία INTERNATIONAL'], day('2023-07-13', '2023/07/13')],
    [['Brussels, 3 July 2023'], day('2023-07-03', '3 July 2023')],
    [['Roma, lì 1° marzo 2024'], day('2024-03-01', '1° marzo 2024')],
    [['3 luglio 2023 – Redazione'], day('2023-07-03', '3 luglio 2023')],
    [['di Mario Rossi | 3 luglio 2023'], day('2023-07-03', '3 luglio 2023')],
    [['giugno 2024'], month('2024-06', 'giugno 2024')],
    // A dateline.
    [['Tokyo, May 12, 2022 (dpa) - The European Union and Japan'], day('2022-05-12', 'May 12, 2022')],
    [['BRUXELLES, 3 luglio 2023 – La Commissione europea'], day('2023-07-03', '3 luglio 2023')],
    [['(ANSA) - BRUXELLES, 3 LUG 2023 - La Commissione'], day('2023-07-03', '3 LUG 2023')],
    [['Bruxelles, 3 luglio 2023. La Commissione europea'], day('2023-07-03', '3 luglio 2023')],
    // No date: it has no year, cannot be, is relative, or is what the text is about.
    [['Tokyo, May 12, (dpa/GNA) - The European Union and Japan'], null],
    [['Roma, 12 maggio (Adnkronos) - Il governo'], null],
    [['Aggiornato al 31.02.2023'], null],
    [['Pubblicato il 31 febbraio 2023'], null],
    [['Pubblicato: la scorsa settimana'], null],
    [['Last updated: yesterday'], null],
    [['L’intesa, firmata il 3 luglio 2023, riguarda i cavi sottomarini.'], null],
    [['The memorandum was signed on 3 July 2023 between the Commission and Japan.'], null],
    [['The next council is planned for 2025, in Tokyo, Japan.'], null],
    [['Published in 2019, the report shows that Europe is late'], null],
    [['Pubblicato nel 2019, il rapporto segnala un ritardo'], null],
    [['Updated on 3 July 2023, the rules now require each of the Member States to report.'], null],
    [['Vertice del 3 luglio 2023'], null],
    [['Brussels, 13-16 November 2023'], null],
    [['Date palm exports 2023'], null],
    [['Missione 4.2.23'], null],
    [['Article ID: 164886870'], null],
  ]
  for (const [texts, want] of cases) {
    const found = describeDate('verbale.txt', undefined, blocksOf(['# Titolo', ...texts, prose]))
    t.strictSame(found, want, texts.join(' / '))
  }
  t.end()
})

t.test('where several dates could be meant, publication goes before change, words before file names', (t) => {
  const texts = [
    '2 febbraio 2023 – Redazione',
    'Roma, 3 marzo 2023 – La Commissione europea ha presentato',
    prose,
    'Pubblicato il 1 gennaio 2023',
    'Ultimo aggiornamento: 4 aprile 2023',
  ]
  const cases: [given: string | undefined, texts: string[], want: string | undefined][] = [
    ['2022-12-31', texts, '2022-12-31'],
    ['presto', texts, '2023-01-01'],
    [undefined, texts, '2023-01-01'],
    [undefined, texts.toSpliced(3, 1), '2023-02-02'],
    [undefined, texts.toSpliced(3, 1).slice(1), '2023-03-03'],
    [undefined, texts.slice(4), '2023-04-04'],
    [undefined, [prose], '2023-05-05'],
  ]
  for (const [given, blocks, want] of cases) {
    t.equal(describeDate('note/2023-05-05-vertice.md', given, blocksOf(blocks))?.value, want, `${want}`)
  }
  for (const [path, want] of [
    ['20230713_vertice.txt', '2023-07-13'],
    ['verbale_13_07_2023.txt', '2023-07-13'],
    ['2023-07-13/verbale.txt', '2023-07-13'],
    ['verbali/2023/07/verbale.txt', '2023-07'],
    ['verbale-luglio-2023.txt', '2023-07'],
    ['v3.4.2021.md', undefined],
    ['app-v3.4.2021.md', undefined],
    ['bilancio-2023.txt', undefined],
    ['versione-1.2.23.txt', undefined],
    ['2023-13-40.txt', undefined],
  ] as const) {
    t.equal(describeDate(path, undefined, [])?.value, want, path)
  }
  const far = blocksOf([
    ...Array.from({ length: 20 }, () => prose),
    'Data: 3 luglio 2023',
    ...Array.from({ length: 20 }, () => prose),
  ])
  t.equal(
    describeDate('a.txt', undefined, far),
    null,
    'a label in the middle of a long text is of something in it',
  )
  t.end()
})

t.test('the title is the first thing that can be one', (t) => {
  const sentence =
    'On 30 April, the EU and Japan held their second Digital Partnership Council in Brussels. The Council was co-chaired.'
  const cases: [
    why: string,
    path: string,
    given: string | undefined,
    texts: string[],
    want: [string, string],
  ][] = [
    ['front matter', 'a.md', 'Dato', ['# Titolo', prose], ['Dato', 'metadata']],
    ['a heading of level 1', 'a.md', undefined, [prose, '## Parte', '# Titolo'], ['Titolo', 'heading']],
    ['the first heading', 'a.md', undefined, ['## Titolo', prose, '## Parte'], ['Titolo', 'heading']],
    ['the first line of a text', 'a.txt', undefined, ['# Titolo', prose], ['Titolo', 'first-line']],
    [
      'not a heading of a part',
      'a.txt',
      undefined,
      [sentence, '## Parte', prose],
      [
        'On 30 April, the EU and Japan held their second Digital Partnership Council in Brussels.',
        'first-sentence',
      ],
    ],
    [
      'a sentence rather than a label',
      'a.txt',
      undefined,
      ['Condividi', 'Il vertice è finito a Tokyo. Poi altro.'],
      ['Il vertice è finito a Tokyo.', 'first-sentence'],
    ],
    [
      'a long sentence up to a word',
      'a.txt',
      undefined,
      [prose],
      [
        'Le due parti hanno deciso di esaminare la possibilità di future azioni comuni in settori…',
        'first-sentence',
      ],
    ],
    [
      'the name of the file',
      'x/2023-07-13-vertice_ue-giappone.txt',
      undefined,
      [],
      ['Vertice ue giappone', 'file-name'],
    ],
    ['a name that is only a date', '2023-07-13.txt', undefined, [], ['2023-07-13', 'file-name']],
    ['an empty title is none', 'a.md', '', ['# Titolo'], ['Titolo', 'heading']],
  ]
  for (const [why, path, given, texts, want] of cases) {
    const { title, titleFrom, block } = describeTitle(
      { path, format: path.endsWith('.txt') ? 'text' : 'markdown' },
      given,
      blocksOf(texts),
    )
    t.strictSame([title, titleFrom], want, why)
    t.equal(
      block?.text ?? null,
      ['heading', 'first-line'].includes(titleFrom) ? title : null,
      `${why}: its block`,
    )
  }
  t.ok(
    describeTitle({ path: 'a.md', format: 'markdown' }, 'parola '.repeat(100), []).title.length <= 300,
    'a title has a bound',
  )
  t.end()
})

t.test('names of languages are understood', (t) => {
  const cases: [name: string, want: string | null][] = [
    ['it', 'it'],
    ['IT', 'it'],
    ['it-IT', 'it'],
    ['en_GB', 'en'],
    ['ita', 'it'],
    ['eng', 'en'],
    ['italiano', 'it'],
    ['Italian', 'it'],
    ['inglese', 'en'],
    ['English', 'en'],
    ['français', 'fr'],
    ['giapponese', 'ja'],
    ['no', 'no'],
    ['', null],
    ['und', null],
    ['xx', null],
    ['elfico', null],
    ['it, en', null],
  ]
  for (const [name, want] of cases) t.equal(languageCode(name), want, name)
  t.end()
})

t.test('the language of a text is detected, names and borrowed words notwithstanding', async (t) => {
  const cases: [text: string, want: string][] = [
    [prose, 'it'],
    ['Both sides decided to explore future common actions in areas with high economic potential.', 'en'],
    ['L’accordo tra Google, Microsoft e Amazon Web Services sul cloud computing e il machine learning', 'it'],
    ['Agenda digitale e Next Generation EU: il recovery plan e lo smart working', 'it'],
    [
      'Fiumicino and Civitavecchia: Rome, Milano and Torino sign the Lamborghini deal with Palazzo Chigi',
      'en',
    ],
    ['Ursula von der Leyen e Fumio Kishida sono a Bruxelles con Charles Michel per il summit', 'it'],
    ['Le partenariat numérique avec le Japon est important pour nous et pour les entreprises.', 'fr'],
    ['Der Digitalrat hat gestern in Brüssel getagt und eine neue Zusammenarbeit beschlossen.', 'de'],
    ['La asociación digital entre la Unión Europea y Japón es importante para todos nosotros.', 'es'],
    ['日本と欧州連合はデジタル分野における協力を強化することで合意しました。', 'ja'],
    ['Ursula von der Leyen', 'und'],
    ['12345 678', 'und'],
    ['', 'und'],
    ['Materie prime critiche', 'it'],
  ]
  for (const [text, want] of cases) t.equal(await detectLanguage(text), want, text)
  const sample = sampleText(blocksOf(['# Title', 'Menu', ...Array.from({ length: 500 }, () => prose)]))
  t.ok(
    sample.length <= 2010 && !sample.includes('Title'),
    'some 2,000 characters of running text are looked at',
  )
  t.equal(sampleText(blocksOf(['# Solo un titolo'])), 'Solo un titolo', 'or what there is')
  const code: Block = { kind: 'paragraph', level: 0, text: '{{ $d = les fichiers }}', start: 0, isCode: true }
  t.equal(sampleText([code], 'Durata'), 'Durata', 'code is in no language, the title that an author gives is')
  t.equal(sampleText([code]), '', 'so a document of code alone is in none')
  t.end()
})

t.test('publisher and address come from front matter or a line that names them', (t) => {
  const cases: [why: string, given: Metadata, texts: string[], want: [source: string, url: string]][] = [
    [
      'front matter',
      { source: 'ANSA', url: 'https://ansa.it/a' },
      ['Fonte: altri'],
      ['ANSA', 'https://ansa.it/a'],
    ],
    ['English', {}, [prose, 'Source: European Commission'], ['European Commission', '']],
    ['Italian', {}, ['Fonte: Commissione europea.', prose], ['Commissione europea', '']],
    [
      'with another label',
      {},
      ['Source: European Commission Published: June 2024'],
      ['European Commission', ''],
    ],
    ['on two lines', {}, [prose, 'Fonte:', 'ANSA'], ['ANSA', '']],
    ['an address', {}, ['Fonte: https://www.ansa.it/a'], ['ansa.it', 'https://www.ansa.it/a']],
    [
      'a line with the address',
      {},
      ['Fonte: ANSA', 'Link: https://ansa.it/b'],
      ['ANSA', 'https://ansa.it/b'],
    ],
    ['no web address', { url: 'javascript:alert(1)' }, [], ['', '']],
    ['a sentence', {}, [`Source: ${prose}`], ['', '']],
    ['nothing', {}, [prose], ['', '']],
  ]
  for (const [why, given, texts, [source, url]] of cases) {
    t.strictSame(describeSource(given, blocksOf(texts)), { source, url }, why)
  }
  const far = blocksOf([
    ...Array.from({ length: 20 }, () => prose),
    'Fonte: ANSA',
    ...Array.from({ length: 20 }, () => prose),
  ])
  t.equal(
    describeSource({}, far).source,
    '',
    'in the middle of a long text it is the source of something else',
  )
  t.end()
})

/** As much analysis as these tests need: no stop words, no accents, no last vowels. */
const STOP_WORDS = new Set('di la le il i e a delle del della dei the of and ai per'.split(' '))
const analyze: Analyze = (text) =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const term = word.toLowerCase().replace(/(?:he|[aeios])$/, '')
    return STOP_WORDS.has(word.toLowerCase()) ? [] : [{ term, start: index, end: index + word.length }]
  })
const topic = (id: string, it: string[], en: string[]): Topic => ({
  id,
  labels: { it: id, en: id },
  wordings: { it, en },
})
const matcher = createTopicMatcher(
  [
    topic(
      'raw-materials',
      ['materie prime', 'materie prime critiche', 'catena di approvvigionamento'],
      ['raw material', 'supply chain'],
    ),
    topic('semiconductors', ['semiconduttore', 'chip'], ['semiconductor', 'chip']),
    topic('ai', ['IA', 'intelligenza artificiale'], ['AI', 'artificial intelligence']),
    topic('connectivity', ['5G', 'banda larga'], ['5G', 'broadband']),
    topic('space', ['spazio'], ['space']),
  ],
  analyze,
)
const filler = 'parola '.repeat(120).trim()
const topicsOf = (texts: string[], input: Partial<TopicInput> = {}) =>
  matcher.match({ lang: 'it', title: '', titleInBlocks: true, given: [], blocks: blocksOf(texts), ...input })

t.test('topics are given where the words of the text support them', (t) => {
  const cases: [why: string, texts: string[], want: Record<string, string[]>][] = [
    ['named twice', [filler, 'I chip e ancora i Chip.'], { semiconductors: ['chip'] }],
    ['named once in a long text', [filler, 'Un chip.'], {}],
    ['named once in a short text', ['Un chip.'], { semiconductors: ['chip'] }],
    ['named once in a heading', [filler, '## Lo spazio'], { space: ['spazio'] }],
    ['repeats count once', [filler, 'Un chip.', 'Un  CHIP.', 'un chip.'], {}],
    [
      'inflected, with other small words',
      ['La catena di approvvigionamento e le catene delle approvvigionamenti.'],
      { 'raw-materials': ['catena di approvvigionamento', 'catene delle approvvigionamenti'] },
    ],
    ['the longest wording counts, once', [filler, 'Le materie prime critiche.'], {}],
    [
      'and is the evidence',
      ['Le materie prime critiche e le materie prime.'],
      { 'raw-materials': ['materie prime critiche', 'materie prime'] },
    ],
    ['not across the end of a sentence', ['Le materie. Prime di tutto.'], {}],
    ['names in capitals', ['La rete 5G e l’IA.'], { ai: ['IA'], connectivity: ['5G'] }],
    ['those of the other language too', ['L’AI generativa.'], { ai: ['AI'] }],
    ['but not as a small word', ['Ai cittadini e ai governi.'], {}],
    ['nor in a headline in capitals', ['# ACCORDO SU AIUTI AI CITTADINI'], {}],
    ['words of the other language do not count', ['Il broadband e il supply chain.'], {}],
    ['parts of compounds', ['AI-based systems, SPACE5G'], { ai: ['AI'] }],
  ]
  for (const [why, texts, want] of cases) {
    const found = topicsOf(texts)
    t.strictSame(Object.fromEntries(found.map(({ id, evidence }) => [id, evidence])), want, why)
  }
  t.end()
})

t.test('topics come in order of weight, those of the front matter first', (t) => {
  const ids = (texts: string[], input?: Partial<TopicInput>) => topicsOf(texts, input).map(({ id }) => id)
  t.strictSame(ids(['chip chip chip', '## Lo spazio e le materie prime', 'materie prime']), [
    'raw-materials',
    'space',
    'semiconductors',
  ])
  t.strictSame(
    ids(['chip', 'spazio spazio'], { given: ['connectivity', 'semiconductors', 'cucina'] }),
    ['connectivity', 'semiconductors', 'space'],
    'known ids only',
  )
  t.strictSame(
    topicsOf(['chip'], { given: ['space'] })[0],
    { id: 'space', score: 1, evidence: ['space'] },
    'without words, the id stands for them',
  )
  t.strictSame(
    ids([filler], { title: 'Lo spazio', titleInBlocks: false }),
    ['space'],
    'a title from elsewhere counts like a heading',
  )
  t.strictSame(
    ids(['raw materials and chips'], { lang: 'en' }),
    ['raw-materials', 'semiconductors'],
    'English in English',
  )
  t.strictSame(
    ids(['materie prime, supply chain, 5G'], { lang: 'und' }),
    ['raw-materials', 'connectivity'],
    'undetermined in both',
  )
  t.strictSame(
    ids(['materie prime, supply chain, 5G'], { lang: 'fr' }),
    ['connectivity'],
    'others by names alone',
  )
  const forms = Array.from({ length: 12 }, (_, index) => `chip${' '.repeat(index)} materie prime`).join(', ')
  t.ok(
    topicsOf([forms]).every(({ evidence }) => evidence.length <= 8),
    'at most eight words each',
  )
  t.end()
})

t.test('a document is described by its author first and its text second', async (t) => {
  const warnings: string[] = []
  const base: Omit<DescribeInput, 'metadata'> = {
    path: 'note/vertice.md',
    format: 'markdown',
    head: blocksOf(['# Il vertice sui semiconduttori', 'Roma, 3 luglio 2023', prose, 'Fonte: ANSA']),
    topics: matcher,
    detect: async () => 'it',
    warn: (warning) => warnings.push(warning),
  }
  t.strictSame(await describe({ ...base, metadata: {} }), {
    title: 'Il vertice sui semiconduttori',
    titleFrom: 'heading',
    lang: 'it',
    date: {
      value: '2023-07-03',
      precision: 'day',
      basis: 'published',
      words: '3 luglio 2023',
      evidence: 'Roma, 3 luglio 2023',
    },
    topics: [{ id: 'semiconductors', score: 0.98, evidence: ['semiconduttori'] }],
    references: [],
    tags: [],
    source: 'ANSA',
    url: '',
    translations: [],
    rejected: [],
  })
  const metadata: Metadata = {
    title: 'The summit',
    date: 'June 2024',
    lang: 'English',
    source: 'European Commission',
    url: 'https://esempio.it/a',
    topics: ['space'],
    tags: ['#Spazio', 'spazio'],
    translations: ['it/vertice.md'],
  }
  const detect = async (): Promise<string> => {
    t.fail('nobody is to be asked')
    return 'it'
  }
  const given = await describe({ ...base, metadata, detect })
  t.strictSame(given, {
    title: 'The summit',
    titleFrom: 'metadata',
    lang: 'en',
    date: {
      value: '2024-06',
      precision: 'month',
      basis: 'published',
      words: 'June 2024',
      evidence: 'June 2024',
    },
    topics: [{ id: 'space', score: 1, evidence: ['space'] }],
    references: [],
    tags: ['Spazio'],
    source: 'European Commission',
    url: 'https://esempio.it/a',
    translations: ['it/vertice.md'],
    rejected: [],
  })
  t.strictSame(warnings, [], 'and nothing was odd')

  const odd = { date: 'presto', lang: 'elfico', url: 'ftp://a', topics: ['cucina'] }
  const described = await describe({ ...base, metadata: odd })
  t.match(
    described,
    { lang: 'it', url: '', date: { value: '2023-07-03' } },
    'what cannot be used is looked for in the text',
  )
  t.strictSame(warnings, [
    'front matter date "presto" ignored: not a date',
    'front matter language "elfico" ignored: not a known language',
    'front matter address "ftp://a" ignored: not an http or https address',
    'front matter topic "cucina" ignored: not one of the topics of this installation',
  ])
  const empty = await describe({ ...base, path: 'vuoto.txt', head: [], metadata: {} })
  t.match(
    empty,
    { title: 'Vuoto', titleFrom: 'file-name', date: null, topics: [] },
    'a document without text',
  )
})

t.test('dates of notices, periodicals, programmes, wikis and folders', (t) => {
  const date = (texts: string[], path = 'a.txt'): string | null =>
    dateOf({ path, lang: 'it', blocks: blocksOf(texts) })?.value ?? null
  const cases: [why: string, texts: string[], want: string | null, path?: string][] = [
    [
      'a notice is published from the first day on',
      ['Avviso di gara', 'Affisso all’albo pretorio online dal 02/10/2023 al 17/10/2023', prose],
      '2023-10-02',
    ],
    [
      'a period of something else is none',
      ['Mostra di pittura', 'Aperta dal 2 al 17 ottobre 2023', prose],
      null,
    ],
    ['a law of a province', ['Legge provinciale 5 maggio 2022, n. 4', prose], '2022-05-05'],
    [
      'the issue of a periodical fixes the year',
      ['# Il Foglio della Valle, n. 3/2019', '## Lunedì 4 marzo', prose],
      '2019-03-04',
    ],
    [
      'two issues do not',
      ['# Il Foglio della Valle, n. 3/2019 e n. 1/2020', '## Lunedì 4 marzo', prose],
      null,
    ],
    [
      'several days are a programme',
      ['# Festival della scienza, anno 2025', '## Venerdì 4 aprile', prose, '## Sabato 5 aprile', prose],
      null,
    ],
    ['a label without its preposition', ['Our new boiler', 'Posted 03/25/2022 by Sam', prose], '2022-03-25'],
    [
      'the same words in prose',
      ['Our new boiler', 'We posted 25 letters in March 2022, and waited.', prose],
      null,
    ],
    ['a wiki', ['Harbours', prose, 'This page was last edited on 9 June 2021, at 10:12.'], '2021-06-09'],
    [
      'an Italian wiki',
      ['Porti', prose, 'Questa pagina è stata modificata per l’ultima volta il 9 giugno 2021 alle 10:12.'],
      '2021-06-09',
    ],
    ['a folder with the name of a month', ['La diga', prose], '2020-11', 'archivio/2020/novembre/diga.txt'],
    [
      'an event in the month of its folder',
      [
        'La diga',
        'Martedì 10 novembre si è rotta la diga di terra sopra il paese, e nessuno si è fatto male.',
      ],
      '2020-11-10',
      'archivio/2020/novembre/diga.txt',
    ],
    ['a folder that is no month', ['La diga', prose], null, 'archivio/2020/progetti/diga.txt'],
  ]
  for (const [why, texts, want, path] of cases) t.equal(date(texts, path), want, why)
  t.end()
})

t.test('below the kind of a document, the title of a plain text is the next line', (t) => {
  const title = (texts: string[]): string =>
    describeTitle({ path: 'a.txt', format: 'text' }, undefined, blocksOf(texts)).title
  t.equal(title(['# PRESS RELEASE', '## Harbour opens on Sundays', prose]), 'Harbour opens on Sundays')
  t.equal(title(['# PRESS RELEASE', prose]), 'PRESS RELEASE', 'where there is another line')
  t.end()
})

t.test('a table of values is called what its file is called', (t) => {
  const title = (path: string): string =>
    describeTitle({ path, format: 'csv' }, undefined, blocksOf(['anno: 2020; pioggia: 812; giorni: 91']))
      .title
  t.equal(title('dati/pioggia_annua.csv'), 'Pioggia annua')
  t.equal(title('dati/pioggia_annua.csv/7'), 'anno: 2020; pioggia: 812; giorni: 91', 'not so one of its rows')
  t.end()
})

t.test('a page in a language that is not that of its template is in its own', async (t) => {
  const text =
    'Il sindaco ha aperto la strada che porta al lago, e con la strada sono arrivati i turisti che non c’erano mai stati.'
  const lang = async (format: string): Promise<string> => {
    const topics = createTopicMatcher([], () => [])
    const { lang } = await describe({
      path: 'a',
      format,
      metadata: { lang: 'en' },
      head: blocksOf([text]),
      topics,
    })
    return lang
  }
  t.equal(await lang('html'), 'it')
  t.equal(await lang('markdown'), 'en', 'what an author says is left alone')
})

t.test('what is named once beside a topic that is everywhere is no topic', (t) => {
  const topics: Topic[] = [
    { id: 'robots', labels: { it: '', en: '' }, wordings: { it: ['robot', 'braccio meccanico'], en: [] } },
    { id: 'energy', labels: { it: '', en: '' }, wordings: { it: ['batteria'], en: [] } },
  ]
  const matcher = createTopicMatcher(topics, analyzeParts)
  const ids = (...texts: string[]): string[] =>
    matcher
      .match({ lang: 'it', title: '', titleInBlocks: true, blocks: blocksOf(texts), given: [] })
      .map(({ id }) => id)
  const robots =
    'Il robot raccoglie le mele, un altro robot le lava, e il braccio meccanico le mette in cassetta.'
  t.same(ids('# Il robot in campagna', robots, 'La sera si ricarica: la sua batteria dura otto ore.'), [
    'robots',
  ])
  t.same(
    ids('Il robot raccoglie le mele.', 'La sua batteria dura otto ore.'),
    ['energy', 'robots'],
    'where both are named once',
  )
  t.same(
    ids(
      '# Il robot in campagna',
      robots,
      'La batteria dura otto ore. Una batteria nuova costa cara.',
    ).includes('robots'),
    true,
  )
  t.end()
})

t.test('one mention makes a topic of a short text only where the text says what it is about', (t) => {
  const topics: Topic[] = [
    { id: 'identity', labels: { it: '', en: '' }, wordings: { it: ['SPID'], en: ['SPID'] } },
    { id: 'energy', labels: { it: '', en: '' }, wordings: { it: ['batteria'], en: ['battery'] } },
  ]
  const matcher = createTopicMatcher(topics, analyzeParts)
  const library =
    'La biblioteca di Forlì cambia orario. Da lunedì apre alle otto e chiude alle venti, anche il sabato.'
  const cases: [why: string, texts: string[], want: string[]][] = [
    [
      'at the end of a notice',
      ['# Nuovi orari', library, 'Per prenotare i posti in sala si entra con SPID o con la tessera.'],
      [],
    ],
    [
      'in passing, further on in the first paragraph',
      [
        'Il corriere consegna i pacchi a piedi nel centro storico. Il carrello pesa poco, e la batteria dura un turno intero.',
      ],
      [],
    ],
    [
      'in the first sentence',
      ['Una batteria al sale alimenta da ieri il rifugio. Costa poco e dura molto.'],
      ['energy'],
    ],
    ['in the title', ['# SPID per tutti', library], ['identity']],
    [
      'in a heading',
      [library, '## La batteria', 'Si cambia ogni due anni, a cura di chi la usa.'],
      ['energy'],
    ],
    ['in a list of areas', [library, '* La nuova batteria comunale', '* Corsi di nuoto'], ['energy']],
    [
      'twice',
      [library, 'La batteria del montacarichi è nuova. La vecchia batteria va riciclata.'],
      ['energy'],
    ],
  ]
  for (const [why, texts, want] of cases) {
    const found = matcher.match({
      lang: 'it',
      title: texts[0]?.replace(/^# /, '') ?? '',
      titleInBlocks: true,
      blocks: blocksOf(texts),
      given: [],
    })
    t.same(
      found.map(({ id }) => id),
      want,
      why,
    )
  }
  const rejected: string[] = []
  matcher.match({
    lang: 'it',
    title: '',
    titleInBlocks: true,
    blocks: blocksOf([library, 'Si entra con SPID o con la tessera.']),
    given: [],
    reject: (what, why) => rejected.push(`${what}: ${why}`),
  })
  t.match(rejected, [/^SPID: topic identity: named 1 times/], 'and it is said')
  t.end()
})

t.test('below a letterhead, the title is what the letter is about', (t) => {
  const title = (texts: string[], format = 'text'): string =>
    describeTitle({ path: 'a', format }, undefined, blocksOf(texts)).title
  const subject = 'Oggetto: chiusura al traffico del ponte vecchio.'
  t.equal(
    title(['# COMUNE DI BORGO', 'Ai residenti di via Lunga', subject, prose]),
    'chiusura al traffico del ponte vecchio',
  )
  t.equal(
    title(['# Ministry of Bridges', 'Subject: Closure of the old bridge', prose]),
    'Closure of the old bridge',
  )
  t.equal(title(['# Ordinanza n. 7', subject, prose]), 'Ordinanza n. 7', 'an act has its name')
  t.equal(title(['# COMUNE DI BORGO', prose]), 'COMUNE DI BORGO', 'where it says nothing else')
  t.end()
})

t.test('neither the number of an item nor the letters of an index are a title', (t) => {
  const title = (texts: readonly string[]): string =>
    describeTitle({ path: 'barche.odt', format: 'odt' }, undefined, blocksOf(texts)).title
  t.equal(title(['1. Ormeggi', '2. Ancore']), '1. Ormeggi')
  t.equal(title(['IV. La rada. Il vento.']), 'IV. La rada.')
  t.equal(title(['A. Rossi scrive da Bari.']), 'A. Rossi scrive da Bari.')
  t.equal(
    title(['# B', 'Bitta: dove si lega la cima di una barca']),
    'Bitta: dove si lega la cima di una barca',
  )
  t.equal(title(['A | B | C | D | E | F', 'Bitta: dove si lega la cima']), 'Bitta: dove si lega la cima')
  t.end()
})

t.test('single letters are in no language', async (t) => {
  t.equal(await detectLanguage('N: S; E: O; a: b; c: d; e: f; g: h'), 'und')
  t.equal(await detectLanguage('nr 1, nr 2, kg 3, km 4, ab, cd'), 'und')
})
