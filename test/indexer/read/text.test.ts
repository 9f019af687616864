/** Plain text → blocks: paragraphs, headings by their looks, stray markup, front matter, length without bounds. */
import t from 'tap'
import type { Block } from '../../../indexer/document.ts'
import { contentOfText } from '../../../indexer/read/content.ts'
import { parseFrontMatter } from '../../../indexer/read/front-matter.ts'
import { stripHtml } from '../../../indexer/read/html.ts'
import { readPlainText } from '../../../indexer/read/text.ts'
import { collect } from '../streams.ts'

const blocksOf = async (text: string): Promise<Block[]> =>
  collect((await readPlainText(contentOfText('a.txt', text))).blocks)
const paragraphs = async (text: string): Promise<string[]> =>
  (await blocksOf(text)).map((block) => block.text)
/** `1 Titolo` for headings, `0 Testo` for paragraphs. */
const outline = async (text: string): Promise<string[]> =>
  (await blocksOf(text)).map(({ level, text }) => `${level} ${text}`)

const body =
  'La Commissione europea ha presentato una proposta che riguarda le materie prime critiche e le catene di approvvigionamento.'

t.test('blocks know their place in the document text', async (t) => {
  const blocks = await blocksOf(
    `Titolo del documento\n\n${body}\n\n\n\nUna  seconda\triga, più breve delle altre.\n`,
  )
  const text = blocks.map((block) => block.text).join('\n\n')
  t.equal(blocks.length, 3)
  for (const block of blocks) {
    t.equal(text.slice(block.start, block.start + block.text.length), block.text, 'start is its offset')
    t.equal(block.kind, block.level === 0 ? 'paragraph' : 'heading', 'kind and level agree')
  }
  t.equal(blocks[2]?.text, 'Una seconda riga, più breve delle altre.', 'white space is single spaces')
})

t.test('lines that were broken to fit a width are one paragraph', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    [
      'at 60 characters',
      'Il Consiglio europeo si è riunito a Bruxelles per discutere\nla cooperazione digitale con il Giappone e la situazione\nEconomica nella regione del Pacifico.',
      [
        'Il Consiglio europeo si è riunito a Bruxelles per discutere la cooperazione digitale con il Giappone e la situazione Economica nella regione del Pacifico.',
      ],
    ],
    [
      'in the middle of a sentence',
      'Una frase che continua\nnella riga dopo.',
      ['Una frase che continua nella riga dopo.'],
    ],
    ['with a hyphen', 'Si parla di coope-\nrazione digitale.', ['Si parla di cooperazione digitale.']],
    [
      'but a compound keeps its hyphen',
      'The EU-\nJapan summit took place.',
      ['The EU-Japan summit took place.'],
    ],
  ]
  for (const [why, text, want] of cases) t.strictSame(await paragraphs(text), want, why)
})

t.test('lines that stand for themselves are paragraphs of their own', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    [
      'labels',
      'Condividi\nAggiornato al:\n21.08.2023\nArticle ID:\n164886870',
      ['Condividi', 'Aggiornato al:', '21.08.2023', 'Article ID:', '164886870'],
    ],
    ['one paragraph a line', `${body}\n${body} Due.\n${body} Tre.`, [body, `${body} Due.`, `${body} Tre.`]],
    [
      'list items, without their bullets',
      'I temi:\n- il calcolo quantistico\n  e ad alte prestazioni;\n• la cibersicurezza;\n* i dati.\n1. Primo punto.\n2) Secondo punto.',
      [
        'I temi:',
        'il calcolo quantistico e ad alte prestazioni;',
        'la cibersicurezza;',
        'i dati.',
        '1. Primo punto.',
        '2) Secondo punto.',
      ],
    ],
    ['around a rule', `${body}\n-----\n* * *\n${body} Due.`, [body, `${body} Due.`]],
  ]
  for (const [why, text, want] of cases) t.strictSame(await paragraphs(text), want, why)
})

t.test('a short line alone above text is a heading, the first of a text its title', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    [
      'title and headings',
      `UE e Giappone: più cooperazione su digitale e materie prime critiche\n\n${body}\n\nIl Quadro Più Ampio: Derisking\n\n${body} Due.`,
      [
        '1 UE e Giappone: più cooperazione su digitale e materie prime critiche',
        `0 ${body}`,
        '2 Il Quadro Più Ampio: Derisking',
        `0 ${body} Due.`,
      ],
    ],
    [
      'a long title',
      `EU and Japan boost strategic cooperation on digital and on critical raw materials supply chains\n\n2023/07/13 09:59 INTERNATIONAL\n\n${body}`,
      [
        '1 EU and Japan boost strategic cooperation on digital and on critical raw materials supply chains',
        '0 2023/07/13 09:59 INTERNATIONAL',
        `0 ${body}`,
      ],
    ],
    [
      'a title with its date',
      `Vertice UE-Giappone del 3 luglio 2023\n\n${body}`,
      ['1 Vertice UE-Giappone del 3 luglio 2023', `0 ${body}`],
    ],
    [
      'a date above the title',
      `3 luglio 2023 – Redazione\n\nIl vertice di Tokyo\n\n${body}`,
      ['0 3 luglio 2023 – Redazione', '1 Il vertice di Tokyo', `0 ${body}`],
    ],
    ['a title alone', 'Il partenariato digitale', ['1 Il partenariato digitale']],
    [
      'one word above text',
      `${body}\n\nIntroduzione\n\n${body} Due.`,
      [`0 ${body}`, '2 Introduzione', `0 ${body} Due.`],
    ],
    [
      'headings in a text with one paragraph a line',
      `${body}\nKey outcomes of the second Council\n${body} Due.\nSource: European Commission`,
      [
        `0 ${body}`,
        '2 Key outcomes of the second Council',
        `0 ${body} Due.`,
        '0 Source: European Commission',
      ],
    ],
    [
      'a question',
      `${body}\n\nChe cosa cambia?\n\n${body} Due.`,
      [`0 ${body}`, '2 Che cosa cambia?', `0 ${body} Due.`],
    ],
    [
      'a number is no date',
      `${body}\n\nTransizione 5.0\n\n${body} Due.`,
      [`0 ${body}`, '2 Transizione 5.0', `0 ${body} Due.`],
    ],
  ]
  for (const [why, text, want] of cases) t.strictSame(await outline(text), want, why)
})

t.test('other short lines are paragraphs', async (t) => {
  const cases: [why: string, line: string][] = [
    ['an agency', 'GNA'],
    ['a button', 'Condividi'],
    ['a call', 'Leggi anche: il vertice di Tokyo'],
    ['a sentence', 'Il vertice è finito.'],
    ['a line that leads in a list', 'Maggiori informazioni:'],
    ['a label', 'Fonte: Commissione europea'],
    ['a date', 'Brussels, 3 July 2023'],
    ['a date and a time', 'Giovedì 13/07/2023 09:59'],
    ['an address', 'Www.esempio.it'],
    ['a list item', '- Primo punto'],
    ['a numbered item', '1. Il vertice è finito.'],
    ['a line in small letters', 'a cura della redazione'],
  ]
  for (const [why, line] of cases) {
    const want = line.replace(/^- /, '')
    t.strictSame(
      await outline(`${body}\n\n${line}\n\n${body} Due.`),
      [`0 ${body}`, `0 ${want}`, `0 ${body} Due.`],
      why,
    )
  }
  t.strictSame(
    await outline(`${body}\n\nUn titolo\n\nUn altro titolo`),
    [`0 ${body}`, '0 Un titolo', '0 Un altro titolo'],
    'and lines without text below',
  )
})

t.test('markup that strayed in is cleaned away', async (t) => {
  const cases: [why: string, text: string, want: string][] = [
    [
      'tags',
      'in the context of the <u>EU-Japan summit</u>, the leaders',
      'in the context of the EU-Japan summit, the leaders',
    ],
    ['tags with attributes', 'il <a href="https://esempio.it/?a=1&b=2" hidden>sito</a>', 'il sito'],
    ['tags that part words', 'uno<br>due<br/>tre<p>quattro</p>cinque', 'uno due tre quattro cinque'],
    ['tags that part none', 'm<sup>2</sup> e <b>perch</b>é', 'm2 e perché'],
    ['entities', 'citt&agrave; &egrave; &#8364; 5&nbsp;&amp;&#x2026;', 'città è € 5 &…'],
    [
      'bold',
      'the **Administrative Arrangement** , **aiming at it.** In',
      'the Administrative Arrangement , aiming at it. In',
    ],
    ['scripts and styles', 'prima <script>if (a<b) x()</script><style>p {}</style>dopo', 'prima dopo'],
    ['comments', 'prima <!-- nota --> dopo', 'prima dopo'],
    [
      'the description of an image',
      'la foto <img src="a.png" alt="Il palazzo"> ritrae',
      'la foto Il palazzo ritrae',
    ],
    ['a less-than sign', 'a < b e b <= c', 'a < b e b <= c'],
    ['one without spaces', 'se x<y', 'se x<y'],
    ['code', 'if (a<b && c>d) return', 'if (a<b && c>d) return'],
    ['a tag after one that is none', 'se a <b e poi <u>sempre</u> sì', 'se a <b e poi sempre sì'],
    ['unknown elements', 'List<String> e <foo bar="1">qui</foo>', 'List<String> e <foo bar="1">qui</foo>'],
    ['a mail address', 'Mario <mario@esempio.it>', 'Mario <mario@esempio.it>'],
    ['powers', '2**3 e 4**5', '2**3 e 4**5'],
    ['an open pair', 'nota **bene', 'nota **bene'],
    ['company names', 'AT&T e R&D', 'AT&T e R&D'],
    [
      'addresses with parameters',
      'https://esempio.it/?a=1&copy=2&lt=3',
      'https://esempio.it/?a=1&copy=2&lt=3',
    ],
    ['a tag as an entity', 'il tag &lt;b&gt;', 'il tag <b>'],
    ['private use as an entity', 'a&#xE000;b', 'ab'],
  ]
  for (const [why, text, want] of cases) t.strictSame(await paragraphs(`${text}\n`), [want], why)
  t.equal(stripHtml('a <! b'), 'a <! b', 'what is no comment stays')
})

t.test('front matter can stand at the top of a text', async (t) => {
  const text = '---\r\ntitolo: Il vertice\r\ndata: 3 luglio 2023\r\n---\r\n\r\nTesto del documento.'
  const document = await readPlainText(contentOfText('a.txt', text.replaceAll('\r\n', '\n')))
  t.strictSame(document.metadata, { title: 'Il vertice', date: '3 luglio 2023' })
  t.strictSame(
    (await collect(document.blocks)).map((block) => block.text),
    ['Testo del documento.'],
  )

  t.strictSame(
    await paragraphs('---\nNon è chiuso.\n\nTesto.'),
    ['Non è chiuso.', 'Testo.'],
    'unless it is never closed',
  )
  t.strictSame(await paragraphs('Testo.\n---\ntitle: no\n---\n'), ['Testo.', 'title: no'], 'nor further down')

  const broken = await readPlainText(contentOfText('a.txt', '---\ntitle: "Il vertice\n---\nTesto.'))
  t.strictSame(broken.metadata, { title: 'Il vertice' }, 'and read line by line')
  t.match(
    broken.warnings,
    [/^front matter is not valid YAML \(line \d+: .*quote.*\): read line by line$/],
    'broken YAML is told',
  )
  t.strictSame(
    (await collect(broken.blocks)).map((block) => block.text),
    ['Testo.'],
    'and the text is read',
  )
})

t.test('front matter is read under the names people use', (t) => {
  const cases: [why: string, yaml: string, want: Record<string, unknown>][] = [
    [
      'English',
      'title: A\ndate: 2023-07-13\nlang: en\nsource: B\nurl: https://a.it',
      { title: 'A', date: '2023-07-13', lang: 'en', source: 'B', url: 'https://a.it' },
    ],
    [
      'Italian',
      'Titolo: A\nDATA: 13.07.2023\nlingua: italiano\nfonte: B',
      { title: 'A', date: '13.07.2023', lang: 'italiano', source: 'B' },
    ],
    [
      'other spellings',
      'pubDate: 2023\nLanguage: it\npublisher: B\npermalink: https://a.it',
      { date: '2023', lang: 'it', source: 'B', url: 'https://a.it' },
    ],
    ['with signs between', 'publication_date: June 2024', { date: 'June 2024' }],
    [
      'a publisher with an address',
      'source:\n  name: B\n  url: https://b.it',
      { source: 'B', url: 'https://b.it' },
    ],
    [
      'lists',
      'topics: [ai, data]\ntraduzioni:\n  - en/a.md\n  - b',
      { topics: ['ai', 'data'], translations: ['en/a.md', 'b'] },
    ],
    [
      'lists on a line',
      'temi: ai, data\ntranslationOf: en/a.md',
      { topics: ['ai', 'data'], translations: ['en/a.md'] },
    ],
    [
      'values stay strings',
      'id: 007\ntitle: 1984\ndate: 2023-02-31',
      { id: '007', title: '1984', date: '2023-02-31' },
    ],
    ['tags are not topics', 'tags: [ai]\nauthor: X', { tags: ['ai'] }],
    [
      'tags under all their names',
      'tags: [a, b]\nkeywords: b, c\ncategories:\n  - d',
      { tags: ['a', 'b', 'c', 'd'] },
    ],
    [
      'a description',
      'summary: Che cosa <b>cambia</b> &amp; perch&eacute;',
      { description: 'Che cosa cambia & perché' },
    ],
    ['HTML in a title', 'title: "A &amp; <i>B</i>"', { title: 'A & B' }],
    [
      'the first name that holds a date',
      'date: da decidere\npublishDate: 2024-03-02',
      { date: '2024-03-02' },
    ],
    ['the last change', 'last_update:\n  date: 2/3/2024\n  author: X', { updated: '2/3/2024' }],
    ['names with points', 'ms.date: 03/02/2024\nlastmod: never', { updated: '03/02/2024' }],
    ['a date in one number', 'date: 20240302', { date: '2024-03-02' }],
    ['a date in seconds', 'date: 1709337600', { date: '2024-03-02' }],
    ['a date with a zone', 'date: 2024-03-02 10:00:00 +0200', { date: '2024-03-02 10:00:00 +0200' }],
    ['a place in the site is no address', 'url: /chi-siamo/\npermalink: pretty', {}],
    ['a locale', 'locale: it_IT', { lang: 'it_IT' }],
    ['fields in a map', 'title: A\nparams:\n  description: B', { title: 'A', description: 'B' }],
    ['empty values', 'title:\ndate: ~\nlang: null', {}],
    ['nothing', '', {}],
    ['white space and control characters', 'title: "  Il\\u0007 \\uE000 vertice "', { title: 'Il vertice' }],
    ['names that objects have', '__proto__: x\nconstructor: y\ntitle: A', { title: 'A' }],
  ]
  for (const [why, yaml, want] of cases) {
    t.strictSame(parseFrontMatter(yaml), { metadata: want, warnings: [] }, why)
  }
  t.end()
})

t.test('front matter is read as TOML and JSON, too', async (t) => {
  const cases: [why: string, text: string, want: Record<string, unknown>][] = [
    [
      'TOML',
      '+++\ntitle = "Il ponte"\ndate = 2024-03-02T10:00:00Z\n[taxonomies]\ntags = ["opere"]\n+++\nTesto.',
      { title: 'Il ponte', date: '2024-03-02T10:00:00.000Z', tags: ['opere'] },
    ],
    ['TOML with a fault', '+++\ntitle = "Il ponte"\ndate = 2024-3-2x\n+++\nTesto.', { title: 'Il ponte' }],
    [
      'JSON',
      '{\n  "title": "Il ponte",\n  "tags": ["opere"]\n}\n\nTesto.',
      { title: 'Il ponte', tags: ['opere'] },
    ],
    ['JSON between semicolons', ';;;\n{"title": "Il ponte"}\n;;;\nTesto.', { title: 'Il ponte' }],
  ]
  for (const [why, text, want] of cases) {
    const { metadata, blocks } = await readPlainText(contentOfText('a.txt', text))
    t.match(metadata, want, why)
    t.strictSame(
      (await collect(blocks)).map((block) => block.text),
      ['Testo.'],
      `${why}: and the text`,
    )
  }
})

t.test('what names nothing is text, also between two rules', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    [
      'a paragraph',
      '---\n\nIl mare era calmo.\n\n---\n\nPoi venne il vento.',
      ['Il mare era calmo.', 'Poi venne il vento.'],
    ],
    [
      'one with a colon',
      '---\n\nNota bene: il mare era calmo.\n\n---\n\nPoi venne il vento.',
      ['Nota bene: il mare era calmo.', 'Poi venne il vento.'],
    ],
    ['a list', '---\n- uno\n---\nTesto.', ['uno', 'Testo.']],
    ['between plus signs', '+++\nIl mare.\n+++\nIl vento.', ['Il mare.', 'Il vento.']],
    ['braces', '{\n  a, b\n}\n\nTesto.', ['a, b', 'Testo.']],
  ]
  for (const [why, text, want] of cases) t.strictSame(await paragraphs(text), want, why)
})

t.test('front matter that stands alone gives a heading and a text', async (t) => {
  t.strictSame(await outline('---\ntitle: Sportello\ndescription: Qui si chiedono i permessi.\n---\n'), [
    '1 Sportello',
    '0 Qui si chiedono i permessi.',
  ])
  t.strictSame(
    await outline('---\ndescription: no\n---\nTesto.'),
    ['0 Testo.'],
    'only where there is no text',
  )
})

t.test('headings of acts and manuals stand above their own text only', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    [
      'an act',
      `TITOLO I\nNORME GENERALI\n\nCAPO I\nPrincipi\n\nArt. 1\nOggetto\n\n${body}\n\nArt. 2. Il gestore risponde.\n\nCAPO II - Sanzioni\n\nArt. 3\n\n1. ${body}\n\nALLEGATO A\nTariffe\n\n${body} Due.`,
      [
        '2 TITOLO I — NORME GENERALI',
        '3 CAPO I — Principi',
        '4 Art. 1 — Oggetto',
        `0 ${body}`,
        '4 Art. 2',
        '0 Il gestore risponde.',
        '3 CAPO II - Sanzioni',
        '4 Art. 3',
        `0 1. ${body}`,
        '2 ALLEGATO A — Tariffe',
        `0 ${body} Due.`,
      ],
    ],
    [
      'a reference at the beginning of a line',
      'Le imprese che operano in questo mercato devono tenere i registri che\nArt. 12 impone a tutti, e che le autorità possono chiedere in visione.',
      [
        '0 Le imprese che operano in questo mercato devono tenere i registri che Art. 12 impone a tutti, e che le autorità possono chiedere in visione.',
      ],
    ],
    [
      'what has no number closes an article',
      `Articolo 9 — Recesso\n\n${body}\n\nNorme transitorie e finali\n\n${body} Due.`,
      ['2 Articolo 9 — Recesso', `0 ${body}`, '2 Norme transitorie e finali', `0 ${body} Due.`],
    ],
    [
      'numbers',
      `1. Ambito\n\n${body}\n\n1.1 Termini\n\n${body} Due.\n\n1.1.1 Sigle\n\n${body} Tre.\n\n2. Recesso\n\n${body} Quattro.`,
      [
        '2 1. Ambito',
        `0 ${body}`,
        '3 1.1 Termini',
        `0 ${body} Due.`,
        '4 1.1.1 Sigle',
        `0 ${body} Tre.`,
        '2 2. Recesso',
        `0 ${body} Quattro.`,
      ],
    ],
    [
      'lines drawn below',
      `${body}\n\nPrima parte\n===========\n\nUno.\n\nUn capitolo\n-----------\n\nDue.\n\nSeconda parte\n=============\n\nTre.`,
      [`0 ${body}`, '2 Prima parte', '0 Uno.', '3 Un capitolo', '0 Due.', '2 Seconda parte', '0 Tre.'],
    ],
    [
      'a page of a manual',
      'campana(1)            Comandi            campana(1)\n\nNOME\n       campana - suona la campana\n\nOPZIONI\n       -v     Dice che cosa fa.\n',
      ['1 campana(1)', '2 NOME', '0 campana - suona la campana', '2 OPZIONI', '0 -v Dice che cosa fa.'],
    ],
    [
      'pages',
      `1.  Scope\n\n   Bells have been rung for centuries in the valley, and nobody could\n   say which was first, because the\n\n\n\nNeri                    Informational                    [Page 1]\n\nRFC 9998                    Bells                    March 2024\n\n\n   wind carries the sound away.\n\nThanks\n\n   To the ringers.`,
      [
        '2 1. Scope',
        '0 Bells have been rung for centuries in the valley, and nobody could say which was first, because the wind carries the sound away.',
        '2 Thanks',
        '0 To the ringers.',
      ],
    ],
    [
      'rows of contents',
      `1.  Ambito . . . . . . . . . 2\n1.1.  Termini . . . . . . . . 3\n\n${body}`,
      ['0 1. Ambito . . . . . . . . . 2', '0 1.1. Termini . . . . . . . . 3', `0 ${body}`],
    ],
  ]
  for (const [why, text, want] of cases) t.strictSame(await outline(text), want, why)
})

t.test('front matter that cannot be used is ignored with a warning that says what', (t) => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${[...'bcdefg']
    .map((name, index) => `${name}: &${name} [${`*${'abcdef'[index]}, `.repeat(9)}*${'abcdef'[index]}]`)
    .join('\n')}`
  const cases: [why: string, yaml: string, want: RegExp, metadata?: Record<string, unknown>][] = [
    [
      'a list where a text should be',
      'title: [a, b]',
      /^front matter "title" ignored: \["a","b"\] is not a text$/,
    ],
    [
      'a map where a list should be',
      'Temi: {a: b}',
      /^front matter "Temi" ignored: \{"a":"b"\} is not a text$/,
    ],
    ['a tab', 'title: A\nlist:\n\t- b', /not valid YAML \(line \d: .*read line by line$/, { title: 'A' }],
    [
      'a colon in a value',
      'title: Guida: i bandi\nlang: it',
      /read line by line$/,
      { title: 'Guida: i bandi', lang: 'it' },
    ],
    ['a name given twice', 'title: A\ntitle: B', /not valid YAML \(line 3: .*unique/, { title: 'A' }],
    ['a bomb of aliases', bomb, /not usable YAML \(.*alias/i],
    ['too much', `title: ${'x'.repeat(70_000)}`, /longer than 64 KB/],
  ]
  for (const [why, yaml, want, metadata = {}] of cases) {
    const parsed = parseFrontMatter(yaml)
    t.strictSame(parsed?.metadata, metadata, why)
    t.match(parsed?.warnings, [want], `${why}: says so`)
  }
  for (const yaml of ['- a\n- b', 'Solo un titolo'])
    t.equal(parseFrontMatter(yaml), null, 'no map is no front matter')
  t.end()
})

t.test('the length of a text, a paragraph or a line has no bound', async (t) => {
  const sentence = 'La frase numero uno finisce con un punto. '
  const line = await readPlainText(contentOfText('a.txt', sentence.repeat(5_000)))
  const blocks = await collect(line.blocks)
  t.ok(
    blocks.every(({ text }) => text.length <= 32 * 1024 && text.endsWith('punto.')),
    'a line is cut after sentences',
  )
  t.equal(blocks.map(({ text }) => text).join(' '), sentence.repeat(5_000).trim(), 'and nothing is lost')
  t.strictSame(line.warnings, ['a line of more than 32 KB was cut into paragraphs'], 'and it is told, once')

  const wrapped = await readPlainText(contentOfText('a.txt', `${sentence.trim()}\n`.repeat(5_000)))
  const parts = await collect(wrapped.blocks)
  t.ok(
    parts.length > 5 && parts.every(({ text }) => text.length <= 33 * 1024),
    'lines without a blank line too',
  )
  t.strictSame(wrapped.warnings, [], 'which no warning needs')
})
