import t from 'tap'
import { formatOf } from '../../../indexer/read/formats.ts'
import { showDocument } from '../../helpers/blocks.ts'
import { docxOf, epubOf, odfOf, pptxOf, shape, wordParagraph, xlsxOf } from '../../helpers/office.ts'
import { zipOf, zipOfTexts } from '../../helpers/zip.ts'

const TEXT = { rows: '', name: 'Dati' }

/** A file of an old Office program, with this name in its directory. */
function oleOf(name: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from('Root Entry', 'utf16le'),
    Buffer.from(name, 'utf16le'),
  ])
}

t.test('formats are told by what a file begins with, whatever its name says', (t) => {
  const cases: [name: string, bytes: Buffer][] = [
    ['docx', docxOf(wordParagraph('Testo'))],
    ['pptx', pptxOf([{ shapes: shape('Testo') }])],
    ['xlsx', xlsxOf([TEXT])],
    ['odt', odfOf('text', '')],
    ['odp', odfOf('presentation', '')],
    ['ods', odfOf('spreadsheet', '')],
    ['epub', epubOf({ 'a.xhtml': '<p>Testo</p>' })],
    ['rtf', Buffer.from('{\\rtf1\\ansi Testo}')],
    ['akoma ntoso', Buffer.from('\uFEFF<?xml version="1.0"?>\n<!-- nota --><an:akomaNtoso xmlns:an="x">')],
    ['old office', oleOf('WordDocument')],
  ]
  for (const [name, bytes] of cases) t.equal(formatOf('senza-nome', bytes.subarray(0, 4096))?.name, name)
  const folder = zipOf([{ name: 'word/nota.txt', data: 'x' }])
  t.equal(formatOf('senza-nome', folder)?.name === 'docx', false, 'a zip with a folder of that name')
  t.equal(
    formatOf('a.docx', Buffer.from('PK\x03\x04'))?.name,
    'docx',
    'by its name where the beginning says nothing',
  )
  t.end()
})

t.test('what cannot be read says why', async (t) => {
  const cases: [path: string, bytes: Buffer, reason: RegExp][] = [
    ['a.doc', oleOf('WordDocument'), /old Word format \(\.doc\): save it as \.docx/],
    ['a.ppt', oleOf('PowerPoint Document'), /save it as \.pptx/],
    ['a.xls', oleOf('Workbook'), /save it as \.xlsx/],
    ['a.msg', oleOf('__properties_version1.0'), /save it as \.eml/],
    ['a.docx', oleOf('EncryptedPackage'), /protected with a password/],
    ['a.doc', Buffer.from('Testo'), /old Office format, or no document/],
    ['a.docx', zipOfTexts({ 'a.txt': 'Testo' }), /a zip, but no Word document/],
    ['a.pptx', zipOfTexts({ 'a.txt': 'Testo' }), /a zip, but no PowerPoint presentation/],
    ['a.xlsx', zipOfTexts({ 'a.txt': 'Testo' }), /a zip, but no Excel workbook/],
    ['a.epub', zipOfTexts({ 'a.txt': 'Testo' }), /a zip, but no electronic book/],
    ['a.xlsx', Buffer.from('a;b;c'), /no Excel workbook/],
    ['a.xlsx', xlsxOf([TEXT]).subarray(0, -40), /damaged or cut off/],
    ['a.rtf', Buffer.from('Testo'), /no RTF/],
    [
      'a.xml',
      Buffer.from('<?xml version="1.0"?><registro><voce/></registro>'),
      /unknown kind \(<registro>\)/,
    ],
    ['a.xml', Buffer.from('<ACT xmlns:x="y"/>'), /FORMEX/],
    ['a.xml', Buffer.from('Testo'), /no XML/],
  ]
  for (const [path, bytes, reason] of cases) {
    await t.rejects(showDocument(path, bytes), { name: 'IndexingError', message: reason }, String(reason))
  }
})

t.test('a slide is a page below its title, read from top to bottom and left to right', async (t) => {
  const table =
    '<p:graphicFrame><p:xfrm><a:off x="0" y="9000000"/></p:xfrm><a:graphic><a:graphicData><a:tbl><a:tblPr firstRow="1"/>'.concat(
      ...[
        ['Linea', 'Fermate'],
        ['A', '12'],
        ['B', '9'],
      ].map(
        (row) =>
          `<a:tr>${row.map((text) => `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`).join('')}</a:tr>`,
      ),
      '</a:tbl></a:graphicData></a:graphic></p:graphicFrame>',
    )
  const { lines, format } = await showDocument(
    'a.pptx',
    pptxOf([
      {
        shapes: [
          shape('basso', { x: 0, y: 6_000_000 }),
          shape('a destra', { x: 5_000_000, y: 2_000_000 }),
          shape('a sinistra\nancora a sinistra', { x: 0, y: 2_010_000 }),
          shape('Piano dei bus', { type: 'ctrTitle' }),
          shape('12', { type: 'sldNum' }),
          table,
        ].join(''),
        notes: 'Ringraziare gli autisti.',
      },
      { shapes: shape('Bozza', { type: 'title' }), isHidden: true },
      { shapes: shape('Costi', { type: 'title' }) + shape('Il costo scende.') },
      { shapes: shape('Nel 2024 le corse sono cresciute di un terzo, e i passeggeri ancora di più.') },
    ]),
  )
  t.equal(format, 'pptx')
  t.same(lines, [
    'p1 # Piano dei bus',
    'p1 a sinistra',
    'p1 ancora a sinistra',
    'p1 a destra',
    'p1 basso',
    'p1 Linea: A; Fermate: 12',
    'p1 Linea: B; Fermate: 9',
    'p1 Ringraziare gli autisti.',
    'p3 ## Costi',
    'p3 Il costo scende.',
    'p4 ## Slide 4',
    'p4 Nel 2024 le corse sono cresciute di un terzo, e i passeggeri ancora di più.',
  ])
})

t.test('a sheet is a heading and a row a text; what is hidden is left out', async (t) => {
  const styles = [
    '<numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;giorni&quot;"/></numFmts>',
    '<fonts><font/><font><b/></font></fonts>',
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="22"/><xf numFmtId="165"/><xf numFmtId="0" fontId="1"/></cellXfs>',
  ].join('')
  const row = (number: number, ...cells: string[]): string => `<row r="${number}">${cells.join('')}</row>`
  const text = (at: string, index: number): string => `<c r="${at}" t="s"><v>${index}</v></c>`
  const number = (at: string, value: string, style: number): string =>
    `<c r="${at}" s="${style}"><v>${value}</v></c>`
  const bytes = xlsxOf(
    [
      {
        name: 'Gare',
        rows: [
          row(1, text('A1', 0)),
          row(3, text('A3', 1), text('B3', 2), text('D3', 3), text('E3', 4)),
          row(
            4,
            text('A4', 5),
            number('B4', '45382', 1),
            number('D4', '0.125', 2),
            number('E4', '3.0000000000000004', 4),
          ),
          row(
            5,
            '<c r="A5" t="inlineStr"><is><r><t>Scuo</t></r><r><t>labus</t></r></is></c>',
            number('B5', '45383.5', 3),
            '<c r="D5" t="b"><v>1</v></c>',
            '<c r="E5" t="e"><v>#N/A</v></c>',
          ),
          row(6, '<c r="A6" t="str"><f>CONCAT("x")</f><v>Mensa</v></c>'),
        ].join(''),
      },
      { name: 'Appunti', state: 'hidden', rows: row(1, text('A1', 0)) },
      {
        name: 'Sedi',
        columns: '<cols><col min="2" max="2" hidden="1"/></cols>',
        rows: row(1, text('A1', 5), text('B1', 1), text('C1', 0)),
      },
    ],
    { styles, shared: ['Gare del 2024', 'Oggetto', 'Scadenza', 'Ribasso', 'Durata', 'Pulizie'] },
  )
  t.same((await showDocument('a.xlsx', bytes)).lines, [
    '## Gare',
    '### Gare del 2024',
    'Oggetto: Pulizie; Scadenza: 2024-03-31; Ribasso: 12.5%; Durata: 3',
    'Oggetto: Scuolabus; Scadenza: 2024-04-01 12:00; Ribasso: TRUE',
    'Oggetto: Mensa',
    '## Sedi',
    'Pulizie: Gare del 2024',
  ])
  const since1904 = xlsxOf(
    [{ name: 'Foglio1', rows: row(1, number('A1', '43920', 1), number('B1', '5', 0)) }],
    {
      styles,
      workbook: '<workbookPr date1904="1"/>',
    },
  )
  t.same((await showDocument('a.xlsx', since1904)).lines, ['2024-03-31; 5'])
})

t.test('below a gap the header holds where the rows are of the same kind', async (t) => {
  const cell = (text: string): string =>
    /^\d+$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="str"><v>${text}</v></c>`
  const rowsOf = (rows: readonly (readonly string[])[]): string =>
    rows
      .map((row, index) => (row.length === 0 ? '' : `<row r="${index + 1}">${row.map(cell).join('')}</row>`))
      .join('')
  const cases: [why: string, rows: string[][], want: string[]][] = [
    [
      'numbers under words',
      [['Anno', 'Nati'], [], ['2022', '310'], ['2023', '295']],
      ['Anno: Nati', 'Anno: 2022; Nati: 310', 'Anno: 2023; Nati: 295'],
    ],
    [
      'a header below names and values',
      [
        ['Ente', 'Comune di Lodi'],
        ['Anno', '2024'],
        ['Rup', 'Anna Bruni'],
        ['Esito', 'aperto'],
        ['Lotto', 'Oggetto', 'Euro'],
        ['uno', 'sedie', '300'],
      ],
      [
        'Ente: Comune di Lodi',
        'Anno: 2024',
        'Rup: Anna Bruni',
        'Esito: aperto',
        'Lotto; Oggetto; Euro',
        'Lotto: uno; Oggetto: sedie; Euro: 300',
      ],
    ],
    [
      'a form',
      [['Nome', 'Anna'], [], ['Ufficio', 'Anagrafe'], [], ['Piano', 'terra']],
      ['Nome: Anna', 'Ufficio: Anagrafe', 'Piano: terra'],
    ],
  ]
  for (const [why, rows, want] of cases) {
    t.same((await showDocument('a.xlsx', xlsxOf([{ name: 'Foglio1', rows: rowsOf(rows) }]))).lines, want, why)
  }
})
