import t from 'tap'
import { showDocument } from '../../helpers/blocks.ts'

function actOf({ meta = '', preface = '', body = '', after = '' }): Buffer {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><akn:akomaNtoso xmlns:akn="akn"><akn:act><akn:meta>${meta}</akn:meta>${preface}<akn:body>${body}</akn:body>${after}</akn:act></akn:akomaNtoso>`
      // Prefixes are chosen freely; the one of the root shows that they do not matter.
      .replaceAll('<akn:body', '<body')
      .replaceAll('</akn:body', '</body'),
  )
}

async function linesOf(body: string, after = ''): Promise<string[]> {
  return (await showDocument('a.xml', actOf({ body, after }))).lines
}

t.test('every article stands below its number and title, paragraphs with theirs', async (t) => {
  const body = [
    '<chapter><num>CAPO I</num><heading>Disposizioni generali</heading>',
    '<article><num>Art. 1.</num><heading>Finalità</heading>',
    '<paragraph><num>1.</num><content><p>La presente legge tutela i boschi.</p></content></paragraph>',
    '<paragraph><num>2.</num><list><intro><p>Sono boschi:</p></intro>',
    '<point><num>a)</num><content><p>le pinete;</p></content></point>',
    '<point><num>b)</num><content><p>i castagneti di cui all’<ref href="#x">articolo 7</ref>.</p></content></point></list></paragraph>',
    '</article>',
    '<article><num>Art. 2</num><content><p>La Regione redige il piano<authorialNote><p>Piano forestale.</p></authorialNote>.</p></content></article></chapter>',
    '<chapter><num>CAPO II</num><heading>Sanzioni</heading><article><num>Art. 3</num><heading>(Abrogato)</heading></article></chapter>',
  ]
  t.same(await linesOf(body.join('')), [
    '## CAPO I — Disposizioni generali',
    '### Art. 1 — Finalità',
    '1. La presente legge tutela i boschi.',
    '2. Sono boschi:',
    'a) le pinete;',
    'b) i castagneti di cui all’articolo 7.',
    '### Art. 2',
    'La Regione redige il piano.',
    'Piano forestale.',
    '## CAPO II — Sanzioni',
    '### Art. 3 — (Abrogato)',
  ])
})

t.test('tables, quoted provisions and attachments', async (t) => {
  const table =
    '<table><tr><th><p>Specie</p></th><th><p>Ettari</p></th></tr><tr><td><p>Pino</p></td><td><p>40</p></td></tr></table>'
  const quoted =
    '<p><mod>L’articolo 4 è sostituito: <quotedStructure><article><num>Art. 4</num><paragraph><num>1.</num><content><p>Il piano dura tre anni.</p></content></paragraph></article></quotedStructure></mod></p>'
  const cases: [why: string, body: string, after: string, want: string[]][] = [
    [
      'a table',
      `<article><num>Art. 1</num><content>${table}</content></article>`,
      '',
      ['## Art. 1', 'Specie: Pino; Ettari: 40'],
    ],
    [
      'a quoted provision',
      `<article><num>Art. 1</num><content>${quoted}</content></article>`,
      '',
      ['## Art. 1', 'L’articolo 4 è sostituito: Art. 4 1. Il piano dura tre anni.'],
    ],
    [
      'an attachment, which is not part of the last article',
      '<article><num>Art. 9</num><content><p>Entra in vigore domani.</p></content></article>',
      '<attachments><doc name="Relazione"><mainBody><p>Onorevoli colleghi.</p></mainBody></doc></attachments>',
      ['## Art. 9', 'Entra in vigore domani.', '## Relazione', 'Onorevoli colleghi.'],
    ],
    [
      'an annex with a title',
      '<article><num>Art. 9</num><content><p>Entra in vigore domani.</p></content></article>',
      '<attachments><attachment><heading>Allegato A</heading><doc name="all"><mainBody><p>Elenco.</p></mainBody></doc></attachment></attachments>',
      ['## Art. 9', 'Entra in vigore domani.', '## Allegato A', 'Elenco.'],
    ],
  ]
  for (const [why, body, after, want] of cases) t.same(await linesOf(body, after), want, why)
})

t.test('title, dates, language and who adopted it come from the head', async (t) => {
  const meta = [
    '<identification><FRBRWork><FRBRuri value="/akn/it/act/2024/7"/><FRBRdate date="2024-05-10"/><FRBRauthor href="#regione"/><FRBRalias value="urn:nir:regione:legge:2024;7"/></FRBRWork>',
    '<FRBRExpression><FRBRuri value="https://leggi.example.it/2024/7"/><FRBRdate date="2024-09-01"/><FRBRlanguage language="ita"/></FRBRExpression></identification>',
    '<publication date="2024-05-17" name="BUR"/><references><TLCOrganization eId="regione" showAs="Regione Umbria"/></references>',
    '<classification><keyword showAs="foreste"/></classification>',
  ].join('')
  const preface =
    '<preface><p><docType>LEGGE</docType> <docDate>10 maggio 2024</docDate>, <docNumber>n. 7</docNumber></p><p><docTitle>Tutela dei boschi</docTitle></p></preface>'
  const read = await showDocument(
    'senza-nome',
    actOf({ meta, preface, body: '<article><num>Art. 1</num><content><p>Testo.</p></content></article>' }),
  )
  t.equal(read.format, 'akoma ntoso')
  t.same(read.metadata, {
    title: 'LEGGE 10 maggio 2024 n. 7 — Tutela dei boschi',
    date: '2024-05-17',
    updated: '2024-09-01',
    lang: 'ita',
    source: 'Regione Umbria',
    url: 'https://leggi.example.it/2024/7',
    tags: ['foreste'],
  })
  const long = await showDocument(
    'a.xml',
    actOf({
      preface: '<preface><longTitle><p>Regulation laying down rules on forests</p></longTitle></preface>',
    }),
  )
  t.equal(long.metadata.title, 'Regulation laying down rules on forests')
})

t.test('acts as Normattiva gives them are named as they are cited', async (t) => {
  const meta =
    '<identification><FRBRExpression><FRBRlanguage language="ita"/></FRBRExpression></identification>'
  const preface =
    '<preface><p><docType>LEGGE</docType> <docDate>10 maggio 2024</docDate> <docNumber>7</docNumber></p><p><docTitle>Tutela dei boschi.</docTitle></p></preface>'
  const body =
    '<chapter><num>-</num><heading>Capo I Princìpi</heading><article><num>Art. 1</num><content><p>I boschi sono tutelati.</p></content></article></chapter>'
  const { metadata, lines } = await showDocument('a.xml', actOf({ meta, preface, body }))
  t.equal(metadata.title, 'LEGGE 10 maggio 2024, n. 7 — Tutela dei boschi.')
  t.same(lines.slice(-3), ['## Capo I Princìpi', '### Art. 1', 'I boschi sono tutelati.'])
})

t.test('entities are not expanded, depth is bounded', async (t) => {
  const bomb = `<!DOCTYPE akomaNtoso [<!ENTITY a "ha ha"><!ENTITY b "&a;&a;&a;">]><akomaNtoso><act><body><p>Testo &b;.</p></body></act></akomaNtoso>`
  const { lines, format } = await showDocument('a.xml', Buffer.from(bomb))
  t.equal(format, 'akoma ntoso')
  t.equal(lines.join().includes('ha ha'), false)
  await t.rejects(linesOf('<section>'.repeat(300)), {
    name: 'IndexingError',
    message: /nested more than 256 deep/,
  })
})
