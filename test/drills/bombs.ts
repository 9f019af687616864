/** Small files, or such as can be made quickly, that cost whoever reads them without limits everything. */
import { gzipSync } from 'node:zlib'
import { docxOf, epubOf, odfOf, pptxOf, wordParagraph, xlsxOf } from '../helpers/office.ts'
import { makePdf } from '../helpers/pdf.ts'
import { zipOf } from '../helpers/zip.ts'

const MB = 1024 ** 2
const text =
  (value: string): (() => Buffer) =>
  () =>
    Buffer.from(value)
const page = (body: string): (() => Buffer) =>
  text(`<!DOCTYPE html><html><head><title>Prova</title></head><body>${body}</body></html>`)
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, index) => `<!ENTITY ${'bcdefghijklm'[index]} "${`&${'abcdefghijklm'[index]};`.repeat(10)}">`).join('')}]>`
const ALIASES = `---\na: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n${Array.from({ length: 9 }, (_, index) => `${'bcdefghij'[index]}: &${'bcdefghij'[index]} [${`*${'abcdefghij'[index]}, `.repeat(9)}]`).join('\n')}\ntitle: *j\n---\nTesto.`

/** Objects of a PDF that is written by hand, without a table of where they are: readers look for them. */
function rawPdf(...objects: string[]): () => Buffer {
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return text(`%PDF-1.5\n${body}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n%%EOF\n`)
}

/** What a bomb is called, with the path whose extension it has, and its bytes. */
export const BOMBS: readonly [what: string, path: string, make: () => Buffer][] = [
  ['deep HTML', 'a.html', page('<div>'.repeat(200_000))],
  ['deep HTML inside of itself, inline', 'a.html', page('<b><i><p>'.repeat(30_000))],
  ['200,000 links', 'a.html', page('<li><a href="/pagina">Una pagina</a></li>'.repeat(200_000))],
  ['tables in tables', 'a.html', page('<table><tr><td>'.repeat(20_000))],
  [
    'an element with 200,000 attributes',
    'a.html',
    page(`<p ${Array.from({ length: 200_000 }, (_, index) => `a${index}=x`).join(' ')}>Testo</p>`),
  ],
  ['a page of brackets', 'a.html', text('<'.repeat(2 * MB))],
  ['a comment without an end', 'a.html', page(`<!-- ${'- '.repeat(MB)}`)],
  [
    'a zip of one long text',
    'a.zip',
    () => zipOf([{ name: 'a.txt', data: Buffer.alloc(300 * MB, 'a '), isDeflated: true }]),
  ],
  [
    'zips in zips',
    'a.zip',
    () =>
      Array.from({ length: 12 }).reduce<Buffer>(
        (inner) => zipOf([{ name: 'a.zip', data: inner, isDeflated: true }]),
        zipOf([{ name: 'a.txt', data: 'Testo.' }]),
      ),
  ],
  [
    'a zip of 30,000 files',
    'a.zip',
    () => zipOf(Array.from({ length: 30_000 }, (_, index) => ({ name: `${index}.txt`, data: 'x' }))),
  ],
  [
    'a zip that lies about sizes',
    'a.zip',
    () => zipOf([{ name: 'a.txt', data: Buffer.alloc(20 * MB, 'a '), isDeflated: true, claimedBytes: 10 }]),
  ],
  [
    'a Word document that unpacks to 300 MB',
    'a.docx',
    () =>
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        {
          name: 'word/document.xml',
          data: Buffer.concat([
            Buffer.from('<w:document xmlns:w="w"><w:body>'),
            Buffer.alloc(300 * MB, '<w:p/>'),
          ]),
          isDeflated: true,
        },
      ]),
  ],
  ['a deep Word document', 'a.docx', () => docxOf('<w:sdt><w:sdtContent>'.repeat(100_000))],
  [
    'a Word document of a million paragraphs',
    'a.docx',
    () => docxOf(wordParagraph('Testo del paragrafo').repeat(200_000)),
  ],
  [
    'entities that grow, in Word',
    'a.docx',
    () =>
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        {
          name: 'word/document.xml',
          data: `<?xml version="1.0"?>${LAUGHS}<w:document xmlns:w="w"><w:body>${wordParagraph('&m;')}</w:body></w:document>`,
        },
      ]),
  ],
  [
    'entities that grow, in a law',
    'a.xml',
    text(
      `<?xml version="1.0"?>${LAUGHS}<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body><p>&m;</p></body></act></akomaNtoso>`,
    ),
  ],
  [
    'a deep law',
    'a.xml',
    text(
      `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body>${'<section><num>1</num>'.repeat(100_000)}`,
    ),
  ],
  [
    'a cell far out',
    'a.xlsx',
    () => xlsxOf([{ name: 'A', rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'.repeat(1000) }]),
  ],
  [
    'a workbook of 100,000 shared texts, each long',
    'a.xlsx',
    () =>
      xlsxOf([{ name: 'A', rows: '<row><c t="s"><v>1</v></c></row>' }], {
        shared: Array.from({ length: 20_000 }, () => 'Testo '.repeat(800)),
      }),
  ],
  [
    'cells and rows repeated a thousand million times',
    'a.ods',
    () =>
      odfOf(
        'spreadsheet',
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"><text:p>Testo</text:p></table:table-cell></table:table-row></table:table>',
      ),
  ],
  [
    'spaces repeated a thousand million times',
    'a.odt',
    () => odfOf('text', `<text:p>${'<text:s text:c="1000000000"/>'.repeat(1000)}</text:p>`),
  ],
  ['a deep OpenDocument text', 'a.odt', () => odfOf('text', '<text:section>'.repeat(100_000))],
  [
    'a presentation of 5,000 slides',
    'a.pptx',
    () => pptxOf(Array.from({ length: 5000 }, () => ({ shapes: '' }))),
  ],
  [
    'a book that reads one chapter 50,000 times',
    'a.epub',
    () => {
      const item = '<item id="a" href="a" media-type="application/xhtml+xml"/>'
      const spine = '<itemref idref="a"/>'.repeat(50_000)
      const book = `<package><metadata/><manifest>${item}</manifest><spine>${spine}</spine></package>`
      return epubOf({ a: `<p>${'Testo. '.repeat(2000)}</p>` }, { parts: { 'OPS/book.opf': book } })
    },
  ],
  ['a gzip of 300 MB', 'a.txt.gz', () => gzipSync(Buffer.alloc(300 * MB, 'a '))],
  [
    'gzips in gzips',
    'a.gz',
    () => Array.from({ length: 12 }).reduce<Buffer>((inner) => gzipSync(inner), Buffer.from('Testo.')),
  ],
  [
    'a tar whose file is said to have 8 GB',
    'a.tar',
    () => {
      const header = Buffer.alloc(512)
      header.write('a.txt')
      header.write('0000644\0', 100)
      header.write('77777777777\0', 124)
      header.write('        ', 148)
      header.write('0ustar\0', 156)
      header.write(
        `${header
          .reduce((sum, byte) => sum + byte, 0)
          .toString(8)
          .padStart(6, '0')}\0 `,
        148,
      )
      return Buffer.concat([header, Buffer.alloc(4096, 'a')])
    },
  ],
  [
    'a PDF whose pages are their own parents',
    'a.pdf',
    rawPdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 9 /Kids [3 0 R] >>',
      '<< /Type /Pages /Parent 2 0 R /Count 9 /Kids [2 0 R 3 0 R] >>',
    ),
  ],
  [
    'a PDF that says it has a thousand million pages',
    'a.pdf',
    rawPdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
    ),
  ],
  ['a PDF of 20,000 pages', 'a.pdf', () => makePdf({ pages: Array.from({ length: 20_000 }, () => []) })],
  [
    'a PDF whose outline is a circle',
    'a.pdf',
    rawPdf(
      '<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
      '<< /First 5 0 R /Last 5 0 R >>',
      '<< /Title (A) /Next 5 0 R /First 5 0 R /Parent 4 0 R >>',
    ),
  ],
  [
    'a PDF that points to itself for what came before',
    'a.pdf',
    text(
      '%PDF-1.5\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n',
    ),
  ],
  [
    'a PDF of arrays in arrays',
    'a.pdf',
    rawPdf('<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Count 1 /Kids ${'['.repeat(100_000)} >>`),
  ],
  ['aliases of YAML', 'a.md', text(ALIASES)],
  ['deep YAML', 'a.md', text(`---\na: ${'['.repeat(50_000)}\n---\nTesto.`)],
  ['front matter without an end', 'a.md', text(`---\n${'chiave: valore\n'.repeat(200_000)}`)],
  ['quotes in quotes', 'a.md', text('>'.repeat(60_000))],
  [
    'lists in lists',
    'a.md',
    text(Array.from({ length: 3000 }, (_, index) => `${' '.repeat(index * 2)}- a`).join('\n')),
  ],
  ['brackets', 'a.md', text('['.repeat(200_000))],
  ['stars', 'a.md', text('*a_ '.repeat(200_000))],
  ['an instruction without an end, many times', 'a.md', text('<? '.repeat(300_000))],
  ['tildes', 'a.md', text('~~a '.repeat(300_000))],
  [
    'backticks of all lengths',
    'a.md',
    text(Array.from({ length: 1500 }, (_, index) => '`'.repeat(index)).join(' ')),
  ],
  [
    'links to definitions that need each other',
    'a.md',
    text(
      Array.from(
        { length: 20_000 },
        (_, index) => `[a${index}]: <b${index}>\n[a${index}][a${index + 1}]`,
      ).join('\n'),
    ),
  ],
  ['deep JSON', 'a.json', text('['.repeat(2 * MB))],
  ['deep JSON Lines', 'a.jsonl', text(`{"testo": ${'{"a":'.repeat(500_000)}`)],
  ['a line of JSON of 20 MB', 'a.jsonl', text(`{"titolo": "A", "testo": "${'parola '.repeat(3 * MB)}"}`)],
  [
    'a JSON object of 300,000 names',
    'a.json',
    text(`[{${Array.from({ length: 300_000 }, (_, index) => `"n${index}": 1`).join(',')}}]`),
  ],
  [
    'a mailbox with a header of 20 MB',
    'a.mbox',
    text(`From a@b.it Mon Sep  4 08:10:00 2023\nSubject: ${'molto '.repeat(3 * MB)}\n\nTesto.\n`),
  ],
  ['a mail of 100,000 headers', 'a.eml', text(`${'From: a@b.it\nX-A: b\n'.repeat(50_000)}\nTesto.`)],
  [
    'parts in parts',
    'a.eml',
    text(
      `From: a@b.it\nSubject: a\nMIME-Version: 1.0\n${Array.from({ length: 2000 }, (_, index) => `Content-Type: multipart/mixed; boundary="b${index}"\n\n--b${index}\n`).join('')}`,
    ),
  ],
  [
    'a mail of 100,000 parts',
    'a.eml',
    text(
      `From: a@b.it\nSubject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: text/plain\n\na\n'.repeat(100_000)}--b--`,
    ),
  ],
  [
    'a mailbox of 50,000 messages',
    'a.mbox',
    text('From a@b.it Mon Sep  4 08:10:00 2023\nSubject: a\n\nTesto.\n\n'.repeat(20_000)),
  ],
  ['a table of a million columns', 'a.csv', text(`${'a,'.repeat(1_000_000)}\n${'b,'.repeat(1_000_000)}\n`)],
  ['a quotation mark without an end', 'a.csv', text(`titolo,testo\n"a,${'b,c\n'.repeat(3 * MB)}`)],
  ['RTF of 200,000 groups', 'a.rtf', text(`{\\rtf1 ${'{'.repeat(200_000)}Testo`)],
  [
    'RTF that binds binary data without end',
    'a.rtf',
    text('{\\rtf1\\ansi {\\pict\\bin2147483647 abc} Testo\\par}'),
  ],
  [
    'RTF with tables of 100,000 cells',
    'a.rtf',
    text(`{\\rtf1 \\trowd ${'\\cellx9 '.repeat(100_000)}${'a\\cell '.repeat(100_000)}\\row}`),
  ],
  ['one word of 10 MB', 'a.txt', text('a'.repeat(10 * MB))],
  ['a line of 10 MB', 'a.txt', text('la nave entra in porto '.repeat(500_000))],
  ['line ends only', 'a.txt', text('\n'.repeat(20 * MB))],
  ['dates without end', 'a.txt', text('Pubblicato il 3 maggio 2024, aggiornato il '.repeat(50_000))],
  ['titles of articles without end', 'a.txt', text('Art. 1\nFinalità\n'.repeat(300_000))],
  ['combining accents', 'a.txt', text(`a${'\u0301'.repeat(3 * MB)}`)],
  [
    'reStructuredText, deep',
    'a.rst',
    text(Array.from({ length: 3000 }, (_, index) => `${' '.repeat(index)}.. note::\n`).join('\n')),
  ],
  ['a table of reStructuredText, wide', 'a.rst', text(`${'='.repeat(200_000)}\n`.repeat(10))],
  [
    'AsciiDoc blocks in blocks',
    'a.adoc',
    text(Array.from({ length: 5000 }, (_, index) => '='.repeat(4 + (index % 200))).join('\n')),
  ],
  ['JSX, deep', 'a.mdx', text('<A>'.repeat(100_000))],
]
