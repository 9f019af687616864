/** The pure parts of reading PDF: hyphens, accents, titles that are none, fonts, page numbers. */
import t from 'tap'
import { withAccents } from '../../../indexer/read/pdf-accents.ts'
import { lookOfFont } from '../../../indexer/read/pdf-fonts.ts'
import { createLineJoiner } from '../../../indexer/read/pdf-hyphens.ts'
import { metadataOf } from '../../../indexer/read/pdf-metadata.ts'
import { outlineLevels } from '../../../indexer/read/pdf-outline.ts'

t.test('words that a line end divides become whole, and real hyphens stay', (t) => {
  const cases: [why: string, first: string, second: string, want: string][] = [
    ['Italian', 'la possi-', 'bilità di', 'la possibilità di'],
    ['English', 'an exam-', 'ple of', 'an example of'],
    ['a soft hyphen', 'infor\u00AD', 'mazione', 'informazione'],
    ['before a capital', 'in Emilia-', 'Romagna', 'in Emilia-Romagna'],
    ['before a figure', 'il COVID-', '19', 'il COVID-19'],
    ['a prefix that keeps it', 'a self-', 'driving car', 'a self-driving car'],
    ['a second part', 'state-of-the-', 'art methods', 'state-of-the-art methods'],
    ['an acronym', 'a WEB-', 'based tool', 'a WEB-based tool'],
    ['a dash', 'il costo -', 'circa un euro', 'il costo - circa un euro'],
    ['years', 'nel 2022-', '2023', 'nel 2022-2023'],
    ['an address', 'si veda https:', '//www.esempio.it', 'si veda https://www.esempio.it'],
    ['no hyphen', 'una riga', 'e un’altra', 'una riga e un’altra'],
  ]
  for (const [why, first, second, want] of cases) t.equal(createLineJoiner().join(first, second), want, why)
  const joiner = createLineJoiner()
  joiner.note('Il costo-opportunità si calcola così: contrappeso e altro')
  t.equal(joiner.join('il costo-', 'opportunità'), 'il costo-opportunità', 'as it stands elsewhere')
  t.equal(joiner.join('un contrap-', 'peso'), 'un contrappeso', 'as one word elsewhere')
  t.end()
})

t.test('accents that old fonts print over a letter come back to it', (t) => {
  const cases: [input: string, want: string][] = [
    ['perch´e la citt`a', 'perché la città'],
    ['`e vero che pu`o', 'è vero che può'],
    ['na¨ıve', 'naïve'],
    ['il comando `ls` elenca', 'il comando `ls` elenca'],
    ["detto `a' o `b'", "detto `a' o `b'"],
  ]
  for (const [input, want] of cases) t.equal(withAccents(input), want)
  t.end()
})

t.test('titles that programs made up are none, nor are persons sources', (t) => {
  const cases: [title: string, isKept: boolean][] = [
    ['Microsoft Word - relazione finale.doc', false],
    ['untitled', false],
    ['Senza titolo 3', false],
    ['PowerPoint Presentation', false],
    ['scan_20230412_0003', false],
    ['rel-2023.indd', false],
    ['Relazione sullo stato dei fiumi', true],
    ['Node.js in pratica', true],
    ['Costituzione', true],
  ]
  for (const [title, isKept] of cases) {
    t.strictSame(metadataOf(new Map([['Title', title]])).title, isKept ? title : undefined, title)
  }
  t.notHas(metadataOf(new Map([['Author', 'Maria Rossi']])), { source: 'Maria Rossi' })
  t.match(metadataOf(new Map([['dc:publisher', 'Zanichelli']])), { source: 'Zanichelli' })
  t.match(metadataOf(new Map([['dc:date', '2022-11-06']])), { date: '2022-11-06' })
  t.notHas(metadataOf(new Map([['CreationDate', 'D:20221106']])), { date: '2022-11-06' })
  t.end()
})

t.test('fonts are bold or of one width by their names', (t) => {
  const cases: [name: string, isBold: boolean, isMono: boolean][] = [
    ['ABCDEF+CMBX12', true, false],
    ['TimesNewRomanPS-BoldMT', true, false],
    ['NimbusRomNo9L-Medi', true, false],
    ['Arial,Bold', true, false],
    ['CMTT10', false, true],
    ['Courier', false, true],
    ['CMR10', false, false],
    ['Calibri', false, false],
  ]
  for (const [name, isBold, isMono] of cases) t.strictSame(lookOfFont({ name }), { isBold, isMono }, name)
  t.end()
})

t.test('headings of the outline are known with and without their numbers', (t) => {
  const leaf = (title: string) => ({ title, items: [] })
  const levelOf = outlineLevels([
    { title: '1. Dati aperti', items: [leaf('1.1 Le licenze')] },
    leaf('Appendice A Glossario'),
  ])
  t.equal(levelOf('1 Dati aperti'), 2)
  t.equal(levelOf('Dati aperti'), 2)
  t.equal(levelOf('LE LICENZE'), 3)
  t.equal(levelOf('Glossario'), 2)
  t.equal(levelOf('Altro'), undefined)
  t.end()
})
