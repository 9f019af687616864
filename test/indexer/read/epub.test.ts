import t from 'tap'
import { listZip, ZIP_LIMITS } from '../../../indexer/read/zip.ts'
import { showDocument } from '../../helpers/blocks.ts'
import { epubOf } from '../../helpers/office.ts'
import { zipOfTexts } from '../../helpers/zip.ts'

async function linesOf(
  chapters: Record<string, string>,
  others: Parameters<typeof epubOf>[1] = {},
): Promise<string[]> {
  return (await showDocument('a.epub', epubOf(chapters, others))).lines
}

t.test('a book is one document, its chapters in the order of the spine', async (t) => {
  const chapters = {
    'uno.xhtml': '<h1>La partenza</h1><p>Era l’alba.</p><h2>Il molo</h2><p>Nessuno <em>parlava</em>.</p>',
    'due.xhtml':
      '<section><h1>Il ritorno</h1><ul><li>reti</li><li>remi</li></ul><pre>10 PRINT</pre></section>',
  }
  t.same(await linesOf(chapters), [
    '# La partenza',
    'Era l’alba.',
    '## Il molo',
    'Nessuno parlava.',
    '# Il ritorno',
    'reti',
    'remi',
    '` 10 PRINT',
  ])
})

t.test('of a chapter stays what a reader sees', async (t) => {
  const cases: [why: string, html: string, want: string[]][] = [
    [
      'navigation, scripts and styles',
      '<nav><p>Indice</p></nav><script>1</script><style>p{}</style><p>Testo.</p>',
      ['Testo.'],
    ],
    ['numbers of pages', '<p>Era<span epub:type="pagebreak">12</span> l’alba.</p>', ['Era l’alba.']],
    ['breaks', '<p>Uno<br/>due</p>', ['Uno due']],
    ['text without a paragraph', '<div>Uno <b>due</b><p>tre</p></div>', ['Uno due', 'tre']],
    ['entities', '<p>Perch&eacute; &amp; come</p>', ['Perché & come']],
    [
      'a table',
      '<table><thead><tr><th>Porto</th><th>Miglia</th></tr></thead><tr><td>Bari</td><td>90</td></tr></table>',
      ['Porto: Bari; Miglia: 90'],
    ],
    [
      'a table with a header at its side',
      '<table><tr><th>Porto</th><td>Bari</td></tr><tr><th>Miglia</th><td>90</td></tr></table>',
      ['Porto: Bari', 'Miglia: 90'],
    ],
    [
      'a heading in parts',
      '<h2>Capitolo <span>primo</span><br/>La partenza</h2><p>Era l’alba.</p>',
      ['## Capitolo primo La partenza', 'Era l’alba.'],
    ],
  ]
  for (const [why, html, want] of cases) {
    t.same(await linesOf({ 'a.xhtml': html }, { metadata: '<dc:title>a.xhtml</dc:title>' }), want, why)
  }
})

t.test('a chapter without a heading stands below its name in the contents', async (t) => {
  const chapters = { 'uno.xhtml': '<h1>Primo</h1><p>Testo.</p>', 'due due.xhtml': '<p>Altro testo.</p>' }
  const ncx =
    '<ncx><navMap><navPoint><navLabel><text>Secondo</text></navLabel><content src="due%20due.xhtml#x"/></navPoint></navMap></ncx>'
  const nav = '<html><body><nav><ol><li><a href="due%20due.xhtml">Secondo</a></li></ol></nav></body></html>'
  const want = ['# Primo', 'Testo.', '# Secondo', 'Altro testo.']
  t.same(
    await linesOf(chapters, {
      manifest: '<item id="toc" href="toc.ncx"/>',
      spine: 'toc="toc"',
      parts: { 'OPS/toc.ncx': ncx },
    }),
    want,
  )
  t.same(
    await linesOf(chapters, {
      manifest: '<item id="n" href="nav.xhtml" properties="nav"/>',
      parts: { 'OPS/nav.xhtml': nav },
    }),
    want,
  )
})

t.test('what the book says about itself is metadata', async (t) => {
  const metadata = [
    '<dc:title>Il mare d’inverno</dc:title><dc:language>it</dc:language><dc:publisher>Edizioni del Molo</dc:publisher>',
    '<dc:date opf:event="modification">2024-01-01</dc:date><dc:date>2019-11</dc:date><dc:subject>mare</dc:subject>',
    '<meta property="dcterms:modified">2024-05-17T00:00:00Z</meta><dc:description>&lt;p&gt;Una storia.&lt;/p&gt;</dc:description>',
  ].join('')
  const read = await showDocument('a.epub', epubOf({ 'a.xhtml': '<p>Testo.</p>' }, { metadata }))
  t.same(read.metadata, {
    title: 'Il mare d’inverno',
    lang: 'it',
    source: 'Edizioni del Molo',
    date: '2019-11',
    updated: '2024-05-17T00:00:00Z',
    tags: ['mare'],
    description: 'Una storia.',
  })
})

t.test('copy protection is a reason, scrambled fonts are none', async (t) => {
  const encryption = (algorithm: string): Record<string, string> => ({
    'META-INF/encryption.xml': `<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/></enc:EncryptedData></encryption>`,
  })
  const chapters = { 'a.xhtml': '<h1>Uno</h1><p>Testo.</p>' }
  t.same(await linesOf(chapters, { parts: encryption('http://www.idpf.org/2008/embedding') }), [
    '# Uno',
    'Testo.',
  ])
  await t.rejects(linesOf(chapters, { parts: encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc') }), {
    name: 'IndexingError',
    message: /DRM/,
  })
  await t.rejects(linesOf({ 'a.xhtml': '<div>'.repeat(300) }), { name: 'IndexingError', message: /deep/ })
})

t.test('a book that was zipped with the folder around it is read', async (t) => {
  const whole = epubOf({ 'uno.xhtml': '<h1>Il faro</h1><p>La lampada gira.</p>' })
  const parts: Record<string, string> = {}
  for (const { path, whole: read } of await listZip(whole, ZIP_LIMITS)) {
    parts[`il-faro/${path}`] = (await read()).toString()
  }
  t.same((await showDocument('faro.epub', zipOfTexts(parts))).lines, ['# Il faro', 'La lampada gira.'])
})
