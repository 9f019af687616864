import t from 'tap'
import { showDocument } from '../../helpers/blocks.ts'
import { docxOf, wordParagraph as p, type WordParts } from '../../helpers/office.ts'

const STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normale"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Titolo"><w:name w:val="Title"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Titolo1"><w:name w:val="heading 1"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Capitolo"><w:name w:val="Capitolo"/><w:basedOn w:val="Titolo1"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="X2"><w:name w:val="Mio"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Sommario1"><w:name w:val="toc 1"/></w:style>',
  '<w:style w:type="character" w:styleId="Nota"><w:name w:val="Nota"/><w:rPr><w:vanish/></w:rPr></w:style>',
].join('')

async function linesOf(body: string, parts: WordParts = {}): Promise<string[]> {
  return (await showDocument('a.docx', docxOf(body, { styles: STYLES, ...parts }))).lines
}

t.test(
  'headings are told by the names and outline levels of styles, those they are based on included',
  async (t) => {
    const body = [
      p('Relazione annuale', 'Titolo'),
      p('Sommario', 'Sommario1'),
      p('Attività svolte', 'Titolo1'),
      p('Il consorzio ha aperto due sportelli.'),
      p('Bilancio', 'Capitolo'),
      p('Le entrate sono cresciute.'),
      p('Spese', 'X2'),
      p('Le spese sono rimaste ferme.'),
    ]
    t.same(await linesOf(body.join('')), [
      '# Relazione annuale',
      '# Attività svolte',
      'Il consorzio ha aperto due sportelli.',
      '# Bilancio',
      'Le entrate sono cresciute.',
      '## Spese',
      'Le spese sono rimaste ferme.',
    ])
  },
)

t.test('of a paragraph stays what a reader sees', async (t) => {
  const run = (inside: string): string => `<w:r>${inside}</w:r>`
  const text = (words: string): string => run(`<w:t xml:space="preserve">${words}</w:t>`)
  const field = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`)
  const cases: [why: string, inside: string, want: string][] = [
    [
      'a deletion',
      `${text('La sede ')}<w:del>${run('<w:delText>vecchia</w:delText>')}</w:del>${text('nuova')}`,
      'La sede nuova',
    ],
    ['an insertion', `${text('La sede ')}<w:ins>${text('nuova')}</w:ins>`, 'La sede nuova'],
    [
      'a move',
      `<w:moveFrom>${text('Via Roma ')}</w:moveFrom>${text('Sede: ')}<w:moveTo>${text('Via Roma')}</w:moveTo>`,
      'Sede: Via Roma',
    ],
    ['hidden text', `${text('Si vede')}${run('<w:rPr><w:vanish/></w:rPr><w:t> e no</w:t>')}`, 'Si vede'],
    ['text that is not hidden', run('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Si vede</w:t>'), 'Si vede'],
    [
      'text hidden by its style',
      `${text('Si vede')}${run('<w:rPr><w:rStyle w:val="Nota"/></w:rPr><w:t> e no</w:t>')}`,
      'Si vede',
    ],
    [
      'a field',
      `${field('begin')}${run('<w:instrText>DATE</w:instrText>')}${text('codice')}${field('separate')}${text('3 maggio')}${field('end')}`,
      '3 maggio',
    ],
    ['a simple field', `<w:fldSimple w:instr="AUTHOR">${text('Anna Bruni')}</w:fldSimple>`, 'Anna Bruni'],
    ['a link', `<w:hyperlink>${text('il bando')}</w:hyperlink>`, 'il bando'],
    ['a soft hyphen', run('<w:t>foto</w:t><w:softHyphen/><w:t>grafia</w:t>'), 'fotografia'],
    ['a hard hyphen', run('<w:t>Wi</w:t><w:noBreakHyphen/><w:t>Fi</w:t>'), 'Wi-Fi'],
    [
      'tabs and breaks',
      run('<w:t>Roma</w:t><w:tab/><w:t>Milano</w:t><w:br/><w:t>Torino</w:t>'),
      'Roma Milano Torino',
    ],
    ['a symbol', run('<w:t>raggi </w:t><w:sym w:font="Symbol" w:char="F061"/>'), 'raggi α'],
    ['a picture of a letter', run('<w:sym w:font="Wingdings" w:char="F0FC"/><w:t>Fatto</w:t>'), 'Fatto'],
    [
      'a content control',
      `<w:sdt><w:sdtPr/><w:sdtContent>${text('Compilato')}</w:sdtContent></w:sdt>`,
      'Compilato',
    ],
    [
      'a placeholder',
      `${text('Nome: ')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${text('Fare clic qui')}</w:sdtContent></w:sdt>`,
      'Nome:',
    ],
    ['a comment', `${text('Testo')}${run('<w:commentReference w:id="1"/>')}`, 'Testo'],
  ]
  for (const [why, inside, want] of cases) t.same(await linesOf(`<w:p>${inside}</w:p>`), [want], why)
})

t.test('a text box stands once, behind its paragraph', async (t) => {
  const box = `<w:txbxContent>${p('Riquadro laterale')}</w:txbxContent>`
  const body = `<w:p><w:r><w:t>Testo attorno al riquadro.</w:t><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  t.same(await linesOf(body), ['Testo attorno al riquadro.', 'Riquadro laterale'])
})

t.test('notes stand behind the paragraph that refers to them', async (t) => {
  const body = `<w:p><w:r><w:t>Il dato è provvisorio</w:t><w:footnoteReference w:id="2"/><w:t>.</w:t></w:r></w:p>${p('Segue.')}`
  const footnotes = `<w:footnote w:id="1">${p('separatore')}</w:footnote><w:footnote w:id="2">${p('Stima della Regione.')}</w:footnote>`
  t.same(await linesOf(body, { footnotes }), ['Il dato è provvisorio.', 'Stima della Regione.', 'Segue.'])
})

t.test('numbers of lists and headings are written out, bullets are not', async (t) => {
  const level = (at: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = [
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 'Art. %1')}${level(1, 'lowerLetter', '%2)')}${level(2, 'lowerRoman', '%1.%2.%3')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}</w:abstractNum>`,
    '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>',
  ].join('')
  const item = (text: string, list: number, at: number): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const body = [
    item('Oggetto', 7, 0),
    p('Il presente contratto regola la fornitura.'),
    item('i tempi;', 7, 1),
    item('i modi:', 7, 1),
    item('a voce.', 7, 2),
    item('Durata', 7, 0),
    p('Il contratto dura due anni.'),
    item('i costi.', 7, 1),
    item('un punto', 8, 0),
  ]
  t.same(await linesOf(body.join(''), { numbering }), [
    '###### Art. 1 Oggetto',
    'Il presente contratto regola la fornitura.',
    'a) i tempi;',
    'b) i modi:',
    '1.b.i a voce.',
    '###### Art. 2 Durata',
    'Il contratto dura due anni.',
    'a) i costi.',
    'un punto',
  ])
})

t.test('a row of a table is understood alone', async (t) => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
  const header = (...cells: string[]): string =>
    `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`
  const cases: [why: string, rows: string[], want: string[]][] = [
    [
      'a header that is marked',
      [
        header(cell('Comune'), cell('Abitanti')),
        row(cell('Lodi'), cell('45.000')),
        row(cell('Como'), cell('83.000')),
      ],
      ['Comune: Lodi; Abitanti: 45.000', 'Comune: Como; Abitanti: 83.000'],
    ],
    [
      'a header of short texts',
      [
        row(cell('Comune'), cell('Provincia'), cell('Sindaco')),
        row(cell('Abano'), cell('Padova'), cell('Rossi')),
        row(cell('Adria'), cell('Rovigo'), cell('Bianchi')),
      ],
      [
        'Comune: Abano; Provincia: Padova; Sindaco: Rossi',
        'Comune: Adria; Provincia: Rovigo; Sindaco: Bianchi',
      ],
    ],
    [
      'names and values',
      [row(cell('Oggetto'), cell('Fornitura di arredi')), row(cell('Importo'), cell('12.000 euro'))],
      ['Oggetto: Fornitura di arredi', 'Importo: 12.000 euro'],
    ],
    [
      'cells merged across and down',
      [
        header(cell('Anno'), cell('Spesa', '<w:gridSpan w:val="2"/>')),
        header(cell(''), cell('prevista'), cell('reale')),
        row(cell('2023', '<w:vMerge w:val="restart"/>'), cell('10'), cell('12')),
        row(cell('', '<w:vMerge/>'), cell('20'), cell('19')),
      ],
      ['Anno: 2023; Spesa prevista: 10; Spesa reale: 12', 'Anno: 2023; Spesa prevista: 20; Spesa reale: 19'],
    ],
    ['one cell, which is a frame', [row(cell('Avviso importante'))], ['Avviso importante']],
    [
      'a row that has been deleted',
      [
        header(cell('Voce'), cell('Euro')),
        `<w:tr><w:trPr><w:del/></w:trPr>${cell('Sedie')}${cell('3')}</w:tr>`,
        row(cell('Tavoli'), cell('4')),
      ],
      ['Voce: Tavoli; Euro: 4'],
    ],
  ]
  for (const [why, rows, want] of cases) t.same(await linesOf(`<w:tbl>${rows.join('')}</w:tbl>`), want, why)
})

t.test('without styles, bold lines above text are headings, and so are those of law texts', async (t) => {
  const body = [
    p('Statuto della Pro Loco', '', '<w:b/><w:sz w:val="36"/>'),
    p('TITOLO I'),
    p('Disposizioni generali'),
    p('Art. 1'),
    p('Costituzione'),
    p('È costituita la Pro Loco, con sede nel Comune, senza fini di lucro.'),
    p('Come iscriversi', '', '<w:b/>'),
    p('Chi vuole iscriversi compila il modulo in segreteria, negli orari di apertura al pubblico.'),
    p('Attenzione:', '', '<w:b/>'),
    p('Il modulo scade a fine mese.'),
  ]
  t.same(await linesOf(body.join('')), [
    '# Statuto della Pro Loco',
    '### TITOLO I — Disposizioni generali',
    '###### Art. 1 — Costituzione',
    'È costituita la Pro Loco, con sede nel Comune, senza fini di lucro.',
    '## Come iscriversi',
    'Chi vuole iscriversi compila il modulo in segreteria, negli orari di apertura al pubblico.',
    'Attenzione:',
    'Il modulo scade a fine mese.',
  ])
})

t.test('who writes is no title of what is written', async (t) => {
  const big = '<w:b/><w:sz w:val="40"/>'
  const body = [
    p('COMUNE DI VALDORO', '', big),
    p('Regolamento dei mercati', '', '<w:b/>'),
    p('I mercati si tengono il sabato, nella piazza del municipio, dalle sette alle tredici.'),
  ]
  t.same((await linesOf(body.join(''))).slice(0, 2), ['COMUNE DI VALDORO', '# Regolamento dei mercati'])
  t.match(await linesOf(`${p('Comune di Valdoro', '', big)}${p('Gli uffici sono chiusi.')}`), [
    '# Comune di Valdoro',
  ])
})

t.test('where authors mark headings, bold lines are emphasis', async (t) => {
  const body = [
    p('Uso', 'Titolo1'),
    p('Non aprire il coperchio', '', '<w:b/>'),
    p('La macchina va spenta prima di ogni intervento, anche di pulizia ordinaria.'),
    p('Pulizia', 'Titolo1'),
    p('Usare un panno asciutto.'),
  ]
  t.match(await linesOf(body.join('')), ['# Uso', 'Non aprire il coperchio'])
})

t.test('properties are metadata; a title that programs gave, or that of another text, is none', async (t) => {
  const title = async (core: string, body: string): Promise<string | undefined> =>
    (await showDocument('a.docx', docxOf(body, { styles: STYLES, core }))).metadata.title
  const text = p('Le biblioteche restano aperte anche la sera.')
  for (const made of [
    'Microsoft Word - bozza.doc',
    'Documento1',
    'Untitled',
    'relazione_finale.docx',
    'Titolo',
  ]) {
    t.equal(await title(`<dc:title>${made}</dc:title>`, text), undefined, made)
  }
  t.equal(await title('<dc:title>Orari delle biblioteche</dc:title>', text), 'Orari delle biblioteche')
  const titled = p('Piano dei trasporti', 'Titolo') + text
  t.equal(await title('<dc:title>Piano dei trasporti 2024</dc:title>', titled), 'Piano dei trasporti 2024')
  t.equal(
    await title('<dc:title>Verbale di gara</dc:title>', titled),
    undefined,
    'of the document that was copied',
  )

  const core =
    '<dcterms:created>2023-01-02T10:00:00Z</dcterms:created><dcterms:modified>2024-05-17T10:00:00Z</dcterms:modified><cp:keywords>mobilità; bici</cp:keywords>'
  const { metadata } = await showDocument('a.docx', docxOf(text, { core }))
  t.same(metadata, { updated: '2024-05-17T10:00:00Z', tags: ['mobilità', 'bici'] })
})

t.test('what is broken or hostile ends with a reason', async (t) => {
  const cases: [why: string, bytes: Buffer, reason: RegExp][] = [
    ['no zip', Buffer.from('Solo testo.'), /no Word document/],
    ['nested too deeply', docxOf('<w:ins>'.repeat(300)), /nested more than 256 deep/],
    ['a paragraph of too many parts', docxOf(`<w:p>${'<w:r/>'.repeat(200_001)}</w:p>`), /too large/],
  ]
  for (const [why, bytes, reason] of cases) {
    await t.rejects(showDocument('a.docx', bytes), { name: 'IndexingError', message: reason }, why)
  }
  const cut = await showDocument('a.docx', docxOf(`${p('Prima parte.')}<w:p><w:r><w:t>Tagli`))
  t.same(cut.lines, ['Prima parte.', 'Tagli'])
  t.match(cut.warnings, [/not well formed/])
  const entities = await showDocument('a.docx', docxOf(p('A &amp; B &nessuna; C')))
  t.match(entities.lines, [/^A & B .*C$/])
})
