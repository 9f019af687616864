import t from 'tap'
import { showDocument } from '../../helpers/blocks.ts'
import { odfOf } from '../../helpers/office.ts'
import { zipOfTexts } from '../../helpers/zip.ts'

const STYLES = {
  common: [
    '<style:style style:name="Title" style:family="paragraph"/>',
    '<style:style style:name="Subtitle" style:family="paragraph" style:parent-style-name="Title"/>',
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>',
    '<text:outline-level-style text:level="2" style:num-format="a" style:num-suffix=")"/></text:outline-style>',
  ].join(''),
  styles: [
    '<style:style style:name="P1" style:parent-style-name="Title"/>',
    '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>',
    '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
    '<style:style style:name="dp2"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>',
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/></text:list-style>',
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>',
  ].join(''),
}

async function linesOf(kind: 'text' | 'presentation' | 'spreadsheet', body: string): Promise<string[]> {
  return (await showDocument('a.bin', odfOf(kind, body, STYLES))).lines
}

t.test('headings have the level and the number of the outline', async (t) => {
  const body = [
    '<text:p text:style-name="P1">Guida ai servizi</text:p><text:p text:style-name="Subtitle">Edizione di primavera</text:p>',
    '<text:h text:outline-level="1">Iscrizioni</text:h><text:p>Si aprono a marzo.</text:p>',
    '<text:h text:outline-level="2">Documenti</text:h><text:p>Serve la carta di identità.</text:p>',
    '<text:h text:outline-level="1">Pagamenti</text:h><text:h text:outline-level="2">Online</text:h>',
  ]
  t.same(await linesOf('text', body.join('')), [
    '# Guida ai servizi',
    'Edizione di primavera',
    '# 1. Iscrizioni',
    'Si aprono a marzo.',
    '## a) Documenti',
    'Serve la carta di identità.',
    '# 2. Pagamenti',
    '## a) Online',
  ])
})

t.test('of a text stays what a reader sees', async (t) => {
  const note =
    '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Fonte: Istat.</text:p></text:note-body></text:note>'
  const frame =
    '<draw:frame><draw:text-box><text:p>Riquadro</text:p></draw:text-box><svg:title>foto.png</svg:title></draw:frame>'
  const item = (text: string): string => `<text:list-item><text:p>${text}</text:p></text:list-item>`
  const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`
  const cases: [why: string, body: string, want: string[]][] = [
    [
      'spaces, tabs and breaks',
      '<text:p>Uno<text:s text:c="3"/>due<text:tab/>tre<text:line-break/>quattro</text:p>',
      ['Uno due tre quattro'],
    ],
    ['line ends of the file', '<text:p>Uno\n   due</text:p>', ['Uno due']],
    ['hidden text', '<text:p>Si vede<text:span text:style-name="T1"> e no</text:span></text:p>', ['Si vede']],
    [
      'a hidden section',
      '<text:section text:display="none"><text:p>No</text:p></text:section><text:p>Sì, resta.</text:p>',
      ['Sì, resta.'],
    ],
    [
      'an annotation',
      '<text:p>Testo<office:annotation><text:p>Da rivedere</text:p></office:annotation></text:p>',
      ['Testo'],
    ],
    [
      'deletions',
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>Vecchio</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Nuovo</text:p>',
      ['Nuovo'],
    ],
    [
      'a note',
      `<text:p>Il dato è stimato${note}.</text:p><text:p>Segue.</text:p>`,
      ['Il dato è stimato.', 'Fonte: Istat.', 'Segue.'],
    ],
    ['a text box', `<text:p>Attorno${frame} al riquadro</text:p>`, ['Attorno al riquadro', 'Riquadro']],
    [
      'a table of contents',
      '<text:table-of-content><text:index-body><text:p>Uno 1</text:p></text:index-body></text:table-of-content><text:p>Uno</text:p>',
      ['Uno'],
    ],
    ['a field', '<text:p>Di <text:title>Guida</text:title></text:p>', ['Di Guida']],
    [
      'a list with letters',
      `<text:list text:style-name="L1">${item('mele')}${item('pere')}</text:list>`,
      ['a) mele', 'b) pere'],
    ],
    [
      'lists that go on and begin anew',
      `<text:list xml:id="l1" text:style-name="L1">${item('mele')}</text:list><text:p>E poi:</text:p><text:list text:continue-list="l1" text:style-name="L1">${item('pere')}</text:list><text:list text:style-name="L1">${item('uva')}</text:list>`,
      ['a) mele', 'E poi:', 'b) pere', 'a) uva'],
    ],
    ['bullets', `<text:list text:style-name="L2">${item('mele')}</text:list>`, ['mele']],
    [
      'a table',
      `<table:table><table:table-header-rows><table:table-row>${cell('Comune')}${cell('CAP')}</table:table-row></table:table-header-rows><table:table-row>${cell('Lodi')}${cell('26900')}</table:table-row></table:table>`,
      ['Comune: Lodi; CAP: 26900'],
    ],
  ]
  for (const [why, body, want] of cases) t.same(await linesOf('text', body), want, why)
})

t.test('sheets are headings, rows are texts; dates are ISO; what is hidden is left out', async (t) => {
  const text = (words: string, attributes = ''): string =>
    `<table:table-cell office:value-type="string" ${attributes}><text:p>${words}</text:p></table:table-cell>`
  const value = (type: string, name: string, of: string): string =>
    `<table:table-cell office:value-type="${type}" office:${name}="${of}"><text:p>come si vede</text:p></table:table-cell>`
  const empty =
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
  const body = [
    `<table:table table:name="Pagamenti"><table:table-column/><table:table-column table:number-columns-repeated="3"/>`,
    `<table:table-row>${text('Fornitore')}${text('Data')}${text('Importo')}${text('Quota')}</table:table-row>`,
    `<table:table-row>${text('Rossi srl')}${value('date', 'date-value', '2024-03-31')}${value('currency', 'value', '1250.5')}${value('percentage', 'value', '0.25')}</table:table-row>`,
    `<table:table-row>${text('Verdi')}${value('date', 'date-value', '2024-04-02T10:30:00')}${value('float', 'value', '3')}${value('boolean', 'boolean-value', 'true')}</table:table-row>`,
    `${empty}</table:table>`,
    `<table:table table:name="Segreti" table:style-name="ta2"><table:table-row>${text('Nascosto')}</table:table-row></table:table>`,
    `<table:table table:name="Note"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>${text('Chiuso')}${text('nascosto')}${text('ad agosto')}</table:table-row></table:table>`,
  ]
  t.same(await linesOf('spreadsheet', body.join('')), [
    '## Pagamenti',
    'Fornitore: Rossi srl; Data: 2024-03-31; Importo: 1250.5; Quota: 25%',
    'Fornitore: Verdi; Data: 2024-04-02 10:30; Importo: 3; Quota: TRUE',
    '## Note',
    'Chiuso: ad agosto',
  ])
})

t.test('a slide is a page below its title, read from top to bottom', async (t) => {
  const frame = (text: string, y: number, kind = 'outline'): string =>
    `<draw:frame presentation:class="${kind}" svg:x="1cm" svg:y="${y}cm"><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`
  const body = [
    `<draw:page>${frame('sotto', 9)}${frame('sopra', 3)}${frame('Acqua pubblica', 1, 'title')}${frame('7', 12, 'page-number')}<presentation:notes><draw:frame><draw:text-box><text:p>Salutare il sindaco.</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>`,
    `<draw:page draw:style-name="dp2">${frame('Nascosta', 1, 'title')}</draw:page>`,
    `<draw:page>${frame('I consumi sono scesi dal 2019 al 2023, soprattutto nelle case.', 2)}</draw:page>`,
  ]
  t.same(await linesOf('presentation', body.join('')), [
    'p1 # Acqua pubblica',
    'p1 sopra',
    'p1 sotto',
    'p1 Salutare il sindaco.',
    'p3 ## Slide 3',
    'p3 I consumi sono scesi dal 2019 al 2023, soprattutto nelle case.',
  ])
})

t.test('properties, flat files and reasons', async (t) => {
  const meta =
    '<dc:title>Piano verde</dc:title><dc:date>2024-05-17T09:00:00</dc:date><meta:keyword>alberi</meta:keyword><meta:keyword>parchi</meta:keyword><dc:language>en-US</dc:language>'
  const { metadata, format } = await showDocument('a', odfOf('text', '<text:p>Alberi.</text:p>', { meta }))
  t.equal(format, 'odt')
  t.same(metadata, { title: 'Piano verde', updated: '2024-05-17T09:00:00', tags: ['alberi', 'parchi'] })

  const flat = `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>Piano verde</dc:title></office:meta><office:body><office:text><text:p>Alberi.</text:p></office:text></office:body></office:document>`
  const read = await showDocument('a.xml', Buffer.from(flat))
  t.same([read.format, read.metadata.title, read.lines], ['odt', 'Piano verde', ['Alberi.']])

  const parts = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }
  const secret = '<manifest><file-entry><encryption-data/></file-entry></manifest>'
  const cases: [why: string, bytes: Buffer, reason: RegExp][] = [
    ['a password', zipOfTexts({ ...parts, 'META-INF/manifest.xml': secret }), /password/],
    ['no text', zipOfTexts({ mimetype: parts.mimetype }), /its text is not in it/],
  ]
  for (const [why, bytes, reason] of cases) {
    await t.rejects(showDocument('a.odt', bytes), { name: 'IndexingError', message: reason }, why)
  }
})
