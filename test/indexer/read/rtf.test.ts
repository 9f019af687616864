import t from 'tap'
import { showDocument } from '../../helpers/blocks.ts'

const HEAD = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil Times;}{\f1\fnil\fcharset204 Cirillico;}{\f2\fnil\fcharset2 Symbol;}}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\b Titolo 2;}{\s9 toc 1;}{\s8 Title;}}`

async function linesOf(body: string, info = ''): Promise<string[]> {
  return (await showDocument('a.rtf', Buffer.from(`${HEAD}${info}${body}}`, 'latin1'))).lines
}

t.test('of RTF stays what a reader sees', async (t) => {
  const cases: [why: string, body: string, want: string[]][] = [
    ['accents of the code page', String.raw`Perch\'e9 la citt\'e0 cambia\par`, ['Perché la città cambia']],
    ['bytes above 127', 'Perché la città cambia\\par', ['Perché la città cambia']],
    [
      'Unicode with what stands in for it',
      String.raw`Perch\u233?, 5 \u8364\'80, \uc2\u945\'61\'62 e \uc0\u946 fine\par`,
      ['Perché, 5 €, α e βfine'],
    ],
    ['two halves of a character', String.raw`\u-10179?\u-8704? riso\par`, ['😀 riso']],
    ['the code page of a font', String.raw`{\f1 \'cc\'e8\'f0}, pace\par`, ['Мир, pace']],
    ['a font of symbols', String.raw`raggi {\f2 a}\par`, ['raggi α']],
    [
      'dashes and quotation marks',
      String.raw`\ldblquote Basta\rdblquote  \emdash  disse\par`,
      ['“Basta” — disse'],
    ],
    ['paragraphs of TextEdit', 'Uno\\\nDue\\\r\nTre\\\n', ['Uno', 'Due', 'Tre']],
    ['breaks', String.raw`Uno\line due\tab tre\par`, ['Uno due tre']],
    ['line ends of the file', 'Uno\r\n due\\par', ['Uno due']],
    ['braces and backslashes', String.raw`\{a\} c:\\b\par`, ['{a} c:\\b']],
    ['a hyphen for the end of a line', String.raw`foto\-grafia\par`, ['fotografia']],
    ['hidden text', String.raw`Si vede{\v  e no}.\par`, ['Si vede.']],
    ['deleted text', String.raw`La sede {\deleted vecchia }nuova\par`, ['La sede nuova']],
    ['a picture', String.raw`Prima{\pict\wmetafile8 0102030405} dopo\par`, ['Prima dopo']],
    ['raw data', 'Prima{\\pict\\bin5 {{{{{} dopo\\par', ['Prima dopo']],
    ['headers and footers', String.raw`{\header Comune\par}{\footerf 3\par}Testo.\par`, ['Testo.']],
    ['what nobody knows', String.raw`{\*\novita 1 2 3}Testo.\par`, ['Testo.']],
    ['a comment', String.raw`Testo{\*\atnid AB}{\*\annotation rivedere}.\par`, ['Testo.']],
    ['a field', String.raw`Oggi {\field{\*\fldinst DATE}{\fldrslt 3 maggio}}.\par`, ['Oggi 3 maggio.']],
    [
      'a table of contents',
      String.raw`{\field{\*\fldinst {TOC \\o "1-3"}}{\fldrslt Uno 1\par}}Testo.\par`,
      ['Testo.'],
    ],
    ['lines of contents', String.raw`{\pard\s9 Uno 1\par}\pard Testo.\par`, ['Testo.']],
    [
      'a footnote',
      String.raw`Il dato {\footnote \pard Fonte: Istat.}sale.\par Segue.\par`,
      ['Il dato sale.', 'Fonte: Istat.', 'Segue.'],
    ],
    [
      'a text box',
      String.raw`Attorno{\shp{\*\shpinst{\sp{\sn tipo}{\sv 1}}{\shptxt \pard Riquadro\par}}{\shprslt Riquadro}}.\par`,
      ['Attorno.', 'Riquadro'],
    ],
    [
      'numbers of a list',
      String.raw`{\listtext\pard 1.\tab}mele\par{\listtext\pard\f2 \'b7\tab}pere\par`,
      ['1. mele', 'pere'],
    ],
  ]
  for (const [why, body, want] of cases) t.same(await linesOf(body), want, why)
})

t.test('headings are told by outline levels and styles', async (t) => {
  const body = String.raw`\pard\s8 Guida\par\pard\s1{\listtext\pard 1.\tab}Iscrizioni\par\pard Si aprono a marzo.\par\pard\s2 Come fare\par\pard In segreteria.\par\pard\outlinelevel2 Da casa\par\pard Con la posta.\par`
  t.same(await linesOf(body), [
    '# Guida',
    '# 1. Iscrizioni',
    'Si aprono a marzo.',
    '## Come fare',
    'In segreteria.',
    '### Da casa',
    'Con la posta.',
  ])
})

t.test('a row of a table is understood alone', async (t) => {
  const row = (cells: readonly string[], head = ''): string =>
    `\\trowd${head}\\cellx1\\cellx2 ${cells.map((text) => `\\pard\\intbl ${text}\\cell`).join('')}\\row`
  const body = `${row(['Comune', 'CAP'], '\\trhdr')}${row(['Lodi', '26900'])}${row(['Como', '22100'])}\\pard Fine.\\par`
  t.same(await linesOf(body), ['Comune: Lodi; CAP: 26900', 'Comune: Como; CAP: 22100', 'Fine.'])
})

t.test('what stands in the head is metadata', async (t) => {
  const info = String.raw`{\info{\title Orari d\'92estate}{\author Anna}{\keywords mare, sole}{\creatim\yr2024\mo3\dy1\hr9}{\revtim\yr2024\mo5\dy17}}`
  const { metadata } = await showDocument('a', Buffer.from(`${HEAD}${info}Aperto.\\par}`, 'latin1'))
  t.same(metadata, { title: 'Orari d’estate', tags: ['mare', 'sole'], updated: '2024-05-17' })
})

t.test('broken and hostile files end', async (t) => {
  t.same(await linesOf('Prima}}}}\\par dopo\\par'), ['Prima', 'dopo'])
  t.same(await linesOf('Testo che non finisce {\\b anche'), ['Testo che non finisce anche'])
  t.same(await linesOf('Testo\\bin99999999999 resto\\par'), ['Testo'])
  await t.rejects(linesOf('{'.repeat(2000)), { name: 'IndexingError', message: /nested more than 1000 deep/ })
})
