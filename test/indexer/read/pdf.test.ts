/** PDF → blocks: reading order, paragraphs, headings, what is left out, pages; and files that are broken or hostile. */
import { deflateSync } from 'node:zlib'
import t from 'tap'
import { chunk } from '../../../indexer/chunk.ts'
import type { Block, ReadDocument } from '../../../indexer/document.ts'
import { contentOfBytes } from '../../../indexer/read/content.ts'
import { openDocument } from '../../../indexer/read/read.ts'
import { column, makePdf, type PdfItem, type PdfPlan } from '../../helpers/pdf.ts'
import { collect } from '../streams.ts'

/** Blocks as lines: headings with `#`, then the page they begin on. */
const lines = (blocks: readonly Block[]): string[] =>
  blocks.map(({ level, text, page }) => `${level === 0 ? '' : `${'#'.repeat(level)} `}${text} (${page})`)

async function open(plan: PdfPlan | Buffer, path = 'a.pdf'): Promise<ReadDocument> {
  return (await openDocument(contentOfBytes(path, Buffer.isBuffer(plan) ? plan : makePdf(plan)))).read
}

async function read(plan: PdfPlan): Promise<string[]> {
  return lines(await collect((await open(plan)).blocks))
}

const LEFT = [
  'Il comune ha deciso di rinnovare le luci',
  'delle strade e di usare lampade che durano',
  'molto più a lungo. La spesa si ripaga in',
  'sei anni, dice la relazione che la giunta',
  'ha portato in consiglio.',
]
const RIGHT = [
  'Le prime vie saranno quelle del centro, poi',
  'toccherà ai quartieri a nord del fiume, che',
  'aspettano da tempo. I lavori cominciano in',
  'marzo e si fanno di notte, per non fermare',
  'il traffico delle ore di punta.',
]

t.test('columns are read one after the other, with what reaches over them above and below', async (t) => {
  const page: PdfItem[] = [
    { x: 60, y: 80, text: 'Nuove luci per le strade della città', size: 18 },
    ...column(60, 120, LEFT),
    ...column(310, 120, RIGHT),
    {
      x: 60,
      y: 220,
      text: `Questa riga va da un margine all’altro e non appartiene a nessuna delle due colonne di sopra.`,
    },
    ...column(
      60,
      250,
      RIGHT.map((line) => line.replace('vie', 'strade')),
    ),
    ...column(
      310,
      250,
      LEFT.map((line) => line.replace('comune', 'paese')),
    ),
  ]
  t.strictSame(await read({ pages: [page] }), [
    '# Nuove luci per le strade della città (1)',
    `${LEFT.join(' ')} (1)`,
    `${RIGHT.join(' ')} (1)`,
    'Questa riga va da un margine all’altro e non appartiene a nessuna delle due colonne di sopra. (1)',
    `${RIGHT.join(' ').replace('vie', 'strade')} (1)`,
    `${LEFT.join(' ').replace('comune', 'paese')} (1)`,
  ])
})

t.test('the rows of a table stay together, cell by cell', async (t) => {
  const rows = [
    ['Anno', 'Utenti', 'Costo in euro'],
    ['2021', '1.200', '34.500'],
    ['2022', '1.950', '41.000'],
    ['2023', '2.400', '39.750'],
  ]
  const cells = rows.flatMap((row, index) =>
    row.map((text, cell): PdfItem => ({ x: 60 + cell * 120, y: 120 + index * 14, text })),
  )
  t.strictSame(
    await read({
      pages: [[...column(60, 80, ['La tabella mostra come è cresciuto il servizio.']), ...cells]],
    }),
    ['La tabella mostra come è cresciuto il servizio. (1)', ...rows.map((row) => `${row.join(' | ')} (1)`)],
  )
})

t.test('running heads, feet and page numbers are left out, whatever their numbers are', async (t) => {
  const pages = ['uno', 'due', 'tre', 'quattro', 'cinque'].map((word, index): PdfItem[] => [
    { x: 60, y: 40, text: `Relazione annuale ${index % 2 === 0 ? '' : '— parte seconda'}`, size: 8 },
    ...column(60, 90, [`Il capitolo ${word} comincia qui, in cima alla pagina.`, 'E qui finisce.']),
    { x: 290, y: 810, text: `– ${index + 1} –`, size: 9 },
    { x: 60, y: 800, text: `Ufficio studi, bozza ${index + 10}`, size: 8 },
  ])
  const found = await read({ pages })
  t.equal(found.length, 5)
  t.match(found[0], /^Il capitolo uno comincia qui, in cima alla pagina\. E qui finisce\. \(1\)$/)
  t.notMatch(found.join(' '), /Relazione|bozza|–/)
})

t.test('a paragraph goes on over the end of a page, footnotes come after it', async (t) => {
  const found = await read({
    pages: [
      [
        ...column(60, 90, [
          'La prima frase sta tutta su questa pagina e riempie la riga fino al margine destro, poi la',
          'seconda comincia in fondo e arriva soltanto a metà del suo discorso, perché la pagina fini-',
        ]),
        ...column(60, 760, ['1 Si veda la relazione dell’anno prima.'], { size: 7 }),
      ],
      column(60, 90, ['sce proprio dove non dovrebbe.', '', 'Un altro paragrafo.']),
    ],
  })
  t.strictSame(found, [
    'La prima frase sta tutta su questa pagina e riempie la riga fino al margine destro, poi la seconda comincia in fondo e arriva soltanto a metà del suo discorso, perché la pagina finisce proprio dove non dovrebbe. (1)',
    '1 Si veda la relazione dell’anno prima. (1)',
    'Un altro paragrafo. (2)',
  ])
})

t.test('headings are told by size, weight, numbers, and by the outline', async (t) => {
  const body = column(60, 0, LEFT)
  const at = (y: number): PdfItem[] => body.map((item) => ({ ...item, y: item.y + y }))
  const page: PdfItem[] = [
    { x: 60, y: 70, text: 'Manuale del lettore', size: 22 },
    { x: 60, y: 110, text: '1 Prima parte', size: 16 },
    ...at(140),
    { x: 60, y: 230, text: 'Come si comincia', font: 'Helvetica-Bold' },
    ...at(250),
    { x: 60, y: 340, text: '1.1 Che cosa serve' },
    ...at(365),
  ]
  const headings = (found: string[]): string[] => found.filter((line) => line.startsWith('#'))
  t.strictSame(headings(await read({ pages: [page] })), [
    '# Manuale del lettore (1)',
    '## 1 Prima parte (1)',
    '### Come si comincia (1)',
    '#### 1.1 Che cosa serve (1)',
  ])
  const outline = [
    { title: 'Prima parte', depth: 0 },
    { title: 'Come si comincia', depth: 1 },
    { title: 'Che cosa serve', depth: 1 },
  ]
  t.strictSame(headings(await read({ pages: [page], outline })), [
    '# Manuale del lettore (1)',
    '## 1 Prima parte (1)',
    '### Come si comincia (1)',
    '### 1.1 Che cosa serve (1)',
  ])
})

t.test(
  'a foreword as large as the title heads no chapter of the outline, and signs of a score head nothing',
  async (t) => {
    const body = column(60, 0, LEFT)
    const below = (y: number): PdfItem[] => body.map((item) => ({ ...item, y: item.y + y }))
    const first: PdfItem[] = [
      { x: 60, y: 70, text: 'Manuale del porto', size: 22 },
      { x: 60, y: 110, text: 'Data di stampa: 12/03/2020', size: 22 },
      ...below(150),
      { x: 60, y: 260, text: 'Prefazione', size: 22 },
      ...below(300),
    ]
    const second: PdfItem[] = [
      { x: 60, y: 70, text: 'Ormeggi', size: 16 },
      ...below(110),
      { x: 60, y: 220, text: 'h hh NN hP', size: 22 },
      ...below(260),
      { x: 60, y: 370, text: 'Ancore', size: 16 },
      ...below(410),
    ]
    const outline = ['Ormeggi', 'Ancore'].map((title) => ({ title, depth: 0 }))
    const found = await read({ pages: [first, second], outline })
    t.strictSame(
      found.filter((line) => line.startsWith('#')),
      ['# Manuale del porto (1)', '## Prefazione (1)', '## Ormeggi (2)', '## Ancore (2)'],
    )
  },
)

t.test('articles of acts are headings, with their title from the next line', async (t) => {
  const article = (number: number, title: string, y: number): PdfItem[] => [
    { x: 280, y, text: `Art. ${number}` },
    { x: 250, y: y + 14, text: title },
    ...column(60, y + 40, [
      '1. Il gestore tiene un registro degli accessi e lo conserva per sei mesi, come prevede',
      'l’articolo 12 del regolamento.',
    ]),
  ]
  const found = await read({
    pages: [
      [
        ...article(1, 'Oggetto', 80),
        ...article(2, 'Registro degli accessi', 180),
        ...article(3, 'Sanzioni', 280),
      ],
    ],
  })
  t.strictSame(
    found.filter((line) => line.startsWith('#')),
    [
      '###### Art. 1 — Oggetto (1)',
      '###### Art. 2 — Registro degli accessi (1)',
      '###### Art. 3 — Sanzioni (1)',
    ],
  )
  t.equal(found.length, 6)
})

t.test('a table of contents is left out', async (t) => {
  const entries = ['Premessa', 'I dati', 'I risultati', 'Le conclusioni', 'La bibliografia']
  const contents = entries.map((entry, index) => `${entry} ${'. '.repeat(40)}${index + 3}`)
  const found = await read({
    pages: [column(60, 90, contents), column(60, 90, ['Qui comincia il testo vero.'])],
  })
  t.strictSame(found, ['Qui comincia il testo vero. (2)'])
})

t.test('passages say the page that they begin on', async (t) => {
  const pages = [1, 2, 3].map((page) => [
    { x: 60, y: 80, text: `Sezione ${'abc'[page - 1]?.repeat(3)}`, size: 16 },
    ...column(
      60,
      110,
      LEFT.map((line) => line.replace('luci', `luci numero ${page}`)),
    ),
  ])
  const passages = await collect(chunk((await open({ pages })).blocks))
  t.strictSame(
    passages.map(({ page, heading }) => [page, heading.at(-1)]),
    [
      [1, 'Sezione aaa'],
      [2, 'Sezione bbb'],
      [3, 'Sezione ccc'],
    ],
  )
})

t.test('what the file says about itself becomes metadata where it can be believed', async (t) => {
  const text = column(60, 80, ['Qualche parola di testo, perché il documento non sia vuoto.'])
  const info = {
    Title: 'Piano triennale per i dati',
    Author: 'Agenzia per i servizi digitali',
    Keywords: 'dati; open data',
    CreationDate: "D:20230204115901+01'00'",
  }
  const read = await open({ pages: [text], info, lang: 'it-IT' })
  await collect(read.blocks)
  t.strictSame(read.metadata, {
    title: 'Piano triennale per i dati',
    source: 'Agenzia per i servizi digitali',
    lang: 'it-IT',
    updated: '2023-02-04',
    tags: ['dati', 'open data'],
  })
})

t.test('files that are no text, or no PDF, say why', async (t) => {
  const picture: PdfItem = {
    x: 0,
    y: 842,
    width: 595,
    height: 842,
    jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
    pixels: [8, 8],
  }
  const text = column(60, 80, ['Un testo che nessuno deve poter leggere senza la chiave.'])
  const whole = makePdf({ pages: [text] })
  const flood = Buffer.concat([
    Buffer.from('%PDF-1.5\n4 0 obj\n<< /Filter /FlateDecode >>\nstream\n'),
    deflateSync(Buffer.alloc(80_000_000, 32)),
    Buffer.from('\nendstream\nendobj\n'),
  ])
  const cases: [why: string, bytes: Buffer, message: RegExp, code: string][] = [
    [
      'a scan',
      makePdf({ pages: [[picture]] }),
      /^scanned pages without text; set OCR=on to read them$/,
      'NEEDS_OCR',
    ],
    ['blank pages', makePdf({ pages: [[], []] }), /^no text$/, 'EMPTY_FILE'],
    ['a password', makePdf({ pages: [text], isLocked: true }), /^protected by a password$/, 'UNREADABLE'],
    ['cut off', whole.subarray(0, 60), /^not a readable PDF/, 'UNREADABLE'],
    [
      'another format',
      Buffer.from('Nel mezzo del cammin di nostra vita'),
      /^not a readable PDF/,
      'UNREADABLE',
    ],
    ['nothing', Buffer.alloc(0), /^not a readable PDF/, 'UNREADABLE'],
    ['a bomb', flood, /^a part of the PDF unpacks to more/, 'TOO_LARGE'],
  ]
  for (const [why, bytes, message, code] of cases) await t.rejects(open(bytes), { message, code }, why)
})

t.test('a page without text among others is warned of, a blank one is not', async (t) => {
  const picture: PdfItem = {
    x: 0,
    y: 842,
    width: 595,
    height: 842,
    jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
    pixels: [8, 8],
  }
  const read = await open({ pages: [column(60, 80, ['La prima pagina ha un testo.']), [picture], []] })
  t.strictSame(lines(await collect(read.blocks)), ['La prima pagina ha un testo. (1)'])
  t.strictSame(read.warnings, ['no text on page 2, which may be scanned; set OCR=on to read it'])
})

t.test('a PDF is recognized by its first bytes, whatever it is called', async (t) => {
  const bytes = makePdf({ pages: [column(60, 80, ['Il nome del file non dice che cosa è.'])] })
  const { format } = await openDocument(contentOfBytes('relazione.txt', bytes))
  t.equal(format, 'pdf')
})

t.test('pictures are read only where it is asked for', async (t) => {
  const png = Buffer.from('89504e470d0a1a0a', 'hex')
  const content = contentOfBytes('foto.png', png)
  await t.rejects(openDocument(content), { code: 'NEEDS_OCR', message: 'image; set OCR=on to read it' })
  const ocr = { languages: ['qqq'] }
  await t.rejects(openDocument(content, undefined, { ocr }), {
    message:
      'no OCR: the data for "qqq" are missing; install tesseract-ocr-qqq (Debian) or @tesseract.js-data/qqq (npm)',
  })
})
