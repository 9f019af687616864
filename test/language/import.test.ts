/** Importing dictionaries and thesauri. The dictionaries and thesauri are made here. */
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { readDefinition } from '../../language/bridge/import/definition.ts'
import { type NamedBytes, readDictd } from '../../language/bridge/import/dictd.ts'
import { createPairs, tidyWord } from '../../language/bridge/import/pairs.ts'
import { readSkos, type SkosOptions } from '../../language/bridge/import/skos.ts'
import { formatLexicon, LexiconError, parseLexicon } from '../../language/bridge/lexicon.ts'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function dictdNumber(value: number): string {
  const rest = Math.floor(value / 64)
  return `${rest > 0 ? dictdNumber(rest) : ''}${DIGITS[value % 64]}`
}

/** A dictionary of definitions, each under the headwords of the index. */
function dictionary(definitions: readonly [headwords: string[], text: string][]): {
  index: string
  dict: Buffer
} {
  const rows: string[] = []
  let offset = 0
  for (const [headwords, text] of definitions) {
    const length = Buffer.byteLength(text)
    for (const headword of headwords)
      rows.push(`${headword}\t${dictdNumber(offset)}\t${dictdNumber(length)}\n`)
    offset += length
  }
  return { index: rows.sort().join(''), dict: Buffer.from(definitions.map(([, text]) => text).join('')) }
}

/** What dictzip makes: gzip with a table of chunks in an extra field. */
function dictzip(bytes: Buffer): Buffer {
  const plain = gzipSync(bytes)
  const table = Buffer.from([0x52, 0x41, 8, 0, 1, 0, 0xcb, 0xe3, 1, 0, 0x10, 0])
  const header = Buffer.from(plain.subarray(0, 10))
  header.writeUInt8(header.readUInt8(3) | 4, 3)
  return Buffer.concat([header, Buffer.from([table.length, 0]), table, plain.subarray(10)])
}

const named = (name: string, bytes: string | Uint8Array): NamedBytes => ({ name, bytes: Buffer.from(bytes) })
const words = (entries: readonly { source: string; target: string }[]): string[] =>
  entries.map(({ source, target }) => `${source} = ${target}`)

const SMALL: [string[], string][] = [
  [['00databaseinfo'], 'A dictionary for a test\n1. nothing\n'],
  [['00-database-short'], 'Test\n'],
  [['aquila'], 'aquila /ˈakwila/\neagle\n'],
  [
    ['china'],
    'china /ˈkina/ <n, fem>\n1. slope, hillside\n   terreno in discesa\n2. [ink] Indian ink; India ink\n',
  ],
  [['allestero'], "all'estero /alˈlɛstero/ <adv>\nabroad, overseas (in another country)\n"],
  [['fiore', 'fiori'], 'fiore, fiori /ˈfjore/\nflower\n   Synonyms: {bocciolo}\n see: {pianta}\n'],
]

t.test('a dictionary gives a pair for each translation of each headword, remarks left out', async (t) => {
  const { index, dict } = dictionary(SMALL)
  const want = [
    "all'estero = abroad",
    "all'estero = overseas",
    'aquila = eagle',
    'china = slope',
    'china = hillside',
    'china = Indian ink',
    'china = India ink',
    'fiore = flower',
    'fiori = flower',
  ]
  const forms = [
    ['plain', dict],
    ['gzip', gzipSync(dict)],
    ['dictzip', dictzip(dict)],
  ] as const
  for (const [form, bytes] of forms) {
    const { entries, passedOver } = readDictd(named('a.index', index), named('a.dict', bytes))
    t.same(words(entries), want, form)
    t.equal(passedOver, 0, form)
  }
})

t.test('an index may have the headword as written in a fourth column', async (t) => {
  const { index, dict } = dictionary([[['cosaltro'], 'what else\nwhat else\n']])
  const withColumn = index.replace('\n', "\tcos'altro\n")
  t.same(words(readDictd(named('a.index', withColumn), named('a.dict', dict)).entries), [
    "cos'altro = what else",
  ])
})

t.test('definitions are read as FreeDict writes them', async (t) => {
  const cases: [why: string, text: string, headwords: string[], translations: string[]][] = [
    ['one line', 'gatto /ˈɡatto/\ncat', ['gatto'], ['cat']],
    ['no pronunciation', 'gatto\ncat', ['gatto'], ['cat']],
    ['grammar only', 'gatto <n>\ncat <n>, pussycat <n>', ['gatto'], ['cat', 'pussycat']],
    ['two pronunciations', 'gatto /a/ /b/ <n>\ncat', ['gatto'], ['cat']],
    ['a headword with a slash', 'e/o /e o/\nand/or', ['e/o'], ['and/or']],
    ['several spellings', 'obiettivo, obbiettivo /x/\ngoal', ['obiettivo', 'obbiettivo'], ['goal']],
    ['numbers with brackets and letters', 'x\n1) one\n2) two\na) three', ['x'], ['one', 'two', 'three']],
    ['a domain before, a gloss behind', 'x\n [techn.] pipe <n>\n   un tubo', ['x'], ['pipe']],
    ['a gloss without indentation', 'pendio\nslope\nterreno inclinato', ['pendio'], ['slope']],
    ['notes, examples, references', 'x\n Note: rare\n "un x" - an x\n see: {y}\nword', ['x'], ['word']],
    ['only a reference', 'x /x/\n see: {y}', ['x'], []],
    ['a gap is no word', 'non ... che\nonly, not ... but', [], ['only']],
    ['typographic hyphens', 'Alsazia‐Lorena\nAlsace‐Lorraine', ['Alsazia-Lorena'], ['Alsace-Lorraine']],
    ['a bracket that is not closed', 'x\nword (a remark, other', ['x'], ['other']],
    ['a comma in a number', 'x\n1,5 tonnes', ['x'], ['1,5 tonnes']],
    ['the same twice', 'x\n1. word\n2. word', ['x'], ['word']],
    ['Windows line ends', 'x /x/\r\nword\r\n', ['x'], ['word']],
    ['nothing', '', [], []],
  ]
  for (const [why, text, headwords, translations] of cases)
    t.same(readDefinition(text), { headwords, translations }, why)
})

t.test('a damaged dictionary is an error that says what is wrong', async (t) => {
  const { index, dict } = dictionary(SMALL)
  const packed = dictzip(dict)
  const last = index.trimEnd().split('\n').length
  const cases: [why: string, index: string | Uint8Array, dict: Uint8Array, message: RegExp, line: number][] =
    [
      [
        'definitions cut short',
        index,
        dict.subarray(0, -20),
        /"fiore" is at bytes \d+ to \d+, but a\.dict has only/,
        last - 1,
      ],
      [
        'packed definitions cut short',
        index,
        packed.subarray(0, -30),
        /a\.dict is damaged or was cut short/,
        0,
      ],
      ['packed definitions damaged', index, Buffer.from(packed).fill(0xff, 40, 50), /a\.dict is damaged/, 0],
      ['index cut short', index.slice(0, -1), dict, /a\.index, line \d+: the index ends within a line/, last],
      ['an empty index', '', dict, /a\.index, line 1/, 1],
      ['no tabs', 'gatto cat\n', dict, /line 1: "gatto cat" is no line of a dictd index/, 1],
      ['no number', 'gatto\tA-\tB\n', dict, /line 1: "A-" is no number/, 1],
      ['a missing number', 'gatto\t\tB\n', dict, /line 1: "" is no number/, 1],
      ['too large a number', 'gatto\t9999999\tB\n', dict, /line 1: "9999999" is no number/, 1],
      [
        'offsets behind the end',
        `gatto\t${dictdNumber(9999)}\tB\n`,
        dict,
        /line 1: "gatto" is at bytes 9999 to 10000/,
        1,
      ],
      [
        'an index that is not UTF-8',
        Buffer.from('citt\xe0\tA\tB\n', 'latin1'),
        dict,
        /a\.index is not UTF-8/,
        0,
      ],
      [
        'definitions that are not UTF-8',
        'x\tA\tG\n',
        Buffer.from('x\ncaf\xe9\n', 'latin1'),
        /a\.dict at "x" .* is not UTF-8/,
        0,
      ],
      [
        'nothing but headings',
        'x\tA\tC\n',
        Buffer.from('x\n'),
        /x" is at bytes 0 to 2|hold no word with translations/,
        0,
      ],
    ]
  for (const [why, indexBytes, dictBytes, message, line] of cases) {
    try {
      readDictd(named('a.index', indexBytes), named('a.dict', dictBytes))
      t.fail(`${why}: no error`)
    } catch (error) {
      t.type(error, LexiconError, why)
      t.match((error as Error).message, message, why)
      if (error instanceof LexiconError) t.equal(error.line, line, `${why}: line`)
    }
  }
})

t.test('what an import gives is a lexicon that can be read again', async (t) => {
  const pairs = createPairs('test')
  for (let index = 0; index < 150; index += 1) pairs.add('cosa', `thing ${index}`)
  for (let index = 0; index < 150; index += 1) pairs.add(`cosa ${index}`, 'thing')
  pairs.add('#cancelletto', 'hash')
  pairs.add('x'.repeat(201), 'long')
  pairs.add('Parola\t  nuova\n', ' new (recent) word;')
  pairs.add('parola nuova', 'NEW WORD')
  pairs.add('(solo un commento)', 'nothing')
  const { entries, passedOver } = pairs.imported()
  t.equal(entries.length, 201, 'a word keeps 100 translations; a pair comes once, in any case')
  t.equal(passedOver, 102, 'the rest is counted')
  t.same(entries.at(-1), { source: 'Parola nuova', target: 'new word' }, 'blanks and remarks are tidied')
  const lexicon = { from: 'it', to: 'en', via: 'dictionary' as const, entries }
  t.same(parseLexicon(formatLexicon(lexicon), 'it', 'en', 'test'), lexicon)
  t.equal(tidyWord('mercurio (pianeta [del sistema solare])'), 'mercurio', 'remarks within remarks')
})

const TURTLE = `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
<http://example.org/1> a skos:Concept ;
  skos:prefLabel "protezione dei dati"@it, "data protection"@en-GB, "protection des données"@fr ;
  skos:altLabel "tutela dei dati"@it , "protezione dei dati"@it-IT ;
  skos:altLabel "data security (old)"@en ;
  skos:definition "non è un'etichetta"@it .
# The same kind of concept with labels of their own, in any order.
<http://example.org/2/it> skosxl:literalForm "città intelligente"@it .
<http://example.org/2> skosxl:prefLabel <http://example.org/2/it>, <http://example.org/2/en>, <http://example.org/2/fr> ;
  skosxl:altLabel [ skosxl:literalForm "digital city"@en ] .
<http://example.org/2/en> skosxl:literalForm "smart city"@en .
<http://example.org/3> skos:prefLabel "solo italiano"@it ; skos:altLabel "orphan"@en ; skos:prefLabel "no language" .
`

const XML_HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"
  xmlns:skosxl="http://www.w3.org/2008/05/skos-xl#">
`
const RDF_XML = `${XML_HEAD}
<skos:Concept rdf:about="http://example.org/1">
  <skos:prefLabel xml:lang="it">protezione dei dati</skos:prefLabel>
  <skos:prefLabel xml:lang="en">data protection</skos:prefLabel>
  <skos:altLabel xml:lang="it">tutela dei dati</skos:altLabel>
  <skos:altLabel xml:lang="en">data security</skos:altLabel>
</skos:Concept>
<rdf:Description rdf:about="http://example.org/2">
  <skosxl:prefLabel rdf:resource="http://example.org/2/it"/>
  <skosxl:prefLabel><skosxl:Label><skosxl:literalForm xml:lang="en">smart city</skosxl:literalForm></skosxl:Label></skosxl:prefLabel>
  <skosxl:altLabel><skosxl:Label><skosxl:literalForm xml:lang="en">digital city</skosxl:literalForm></skosxl:Label></skosxl:altLabel>
</rdf:Description>
<skosxl:Label rdf:about="http://example.org/2/it"><skosxl:literalForm xml:lang="it">città intelligente</skosxl:literalForm></skosxl:Label>
<rdf:Description rdf:about="http://example.org/3">
  <skos:prefLabel xml:lang="it">solo italiano</skos:prefLabel><skos:altLabel xml:lang="en">orphan</skos:altLabel>
</rdf:Description>
</rdf:RDF>
<!-- end -->
`

/** Bytes in pieces that cut words and characters. */
async function* inPieces(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

const thesaurus = (format: SkosOptions['format'], rest: Partial<SkosOptions> = {}): SkosOptions => ({
  format,
  from: 'it',
  to: 'en',
  name: 'a thesaurus',
  ...rest,
})

t.test('a thesaurus gives the labels of each concept as pairs, with the concept as evidence', async (t) => {
  const want = [
    ['protezione dei dati', 'data protection', 'http://example.org/1'],
    ['tutela dei dati', 'data protection', 'http://example.org/1'],
    ['protezione dei dati', 'data security', 'http://example.org/1'],
    ['città intelligente', 'smart city', 'http://example.org/2'],
    ['città intelligente', 'digital city', 'http://example.org/2'],
    ['solo italiano', 'orphan', 'http://example.org/3'],
  ].map(([source, target, evidence]) => ({ source, target, evidence }))
  const byText = (a: { target?: string | undefined }, b: { target?: string | undefined }): number =>
    String(a.target).localeCompare(String(b.target))
  for (const [format, text] of [
    ['turtle', TURTLE],
    ['rdfxml', RDF_XML],
  ] as const) {
    const { entries } = await readSkos(inPieces(text), thesaurus(format))
    t.same(entries.toSorted(byText), want.toSorted(byText), format)
    t.equal(entries[0]?.target, 'data protection', `${format}: preferred labels come first`)
  }
  const reversed = await readSkos(inPieces(TURTLE), thesaurus('turtle', { from: 'en', to: 'it' }))
  t.match(
    reversed.entries[0],
    { source: 'data protection', target: 'protezione dei dati' },
    'the other way round',
  )
})

t.test('a thesaurus that cannot be read is an error with the line, and the limit if it is one', async (t) => {
  const unclosed = RDF_XML.replace('</skos:Concept>\n', '</skos:Concep>\n')
  const doctype = `<?xml version="1.0"?>\n<!DOCTYPE rdf:RDF [\n<!ENTITY x SYSTEM "file:///etc/hostname">\n]>\n`
  const rdf = RDF_XML.slice(RDF_XML.indexOf('<rdf:RDF'))
  const cases: [
    why: string,
    options: SkosOptions,
    text: string | Uint8Array,
    message: RegExp,
    line: number,
  ][] = [
    [
      'Turtle with a missing sign',
      thesaurus('turtle'),
      `${TURTLE}<a> <b>\n"x" "y" .`,
      /a thesaurus, line 16: /,
      16,
    ],
    ['Turtle cut short', thesaurus('turtle'), TURTLE.slice(0, -40), /a thesaurus, line 14: /, 14],
    ['an unknown prefix', thesaurus('turtle'), '\n<a> foo:b "x"@it .', /line 2: Undefined prefix "foo:"/, 2],
    ['XML with a wrong end tag', thesaurus('rdfxml'), unclosed, /line 11: unexpected close tag/, 11],
    [
      'XML cut short between tags',
      thesaurus('rdfxml'),
      RDF_XML.slice(0, RDF_XML.indexOf('<rdf:Des')),
      /ends without <\/rdf:RDF>/,
      0,
    ],
    ['XML cut short within one', thesaurus('rdfxml'), RDF_XML.slice(0, 700), /ends without <\/rdf:RDF>/, 0],
    [
      'a document type declaration',
      thesaurus('rdfxml'),
      doctype + rdf,
      /line 2: document type declarations/,
      2,
    ],
    [
      'the same behind a comment',
      thesaurus('rdfxml'),
      `<!-- <rdf:RDF> -->\n<!doctype x>\n${rdf}`,
      /line 2: document type/,
      2,
    ],
    [
      'an unknown entity',
      thesaurus('rdfxml'),
      RDF_XML.replace('tutela', '&tutela;'),
      /line 9: undefined entity/,
      9,
    ],
    [
      'RDF/XML that is none',
      thesaurus('rdfxml'),
      'protezione dei dati\tdata protection\n',
      /line \d+: text data outside|is no RDF\/XML/,
      1,
    ],
    ['nothing', thesaurus('rdfxml'), '', /is no RDF\/XML: it has no element/, 0],
    ['no labels', thesaurus('turtle'), '', /no concept .* it and en; it has no labels/, 0],
    [
      'other languages',
      thesaurus('turtle'),
      TURTLE.replaceAll('@en', '@de'),
      /no concept .* its labels are in: de, fr, it/,
      0,
    ],
    ['another encoding', thesaurus('turtle'), Buffer.from(TURTLE, 'latin1'), /is not UTF-8/, 0],
    [
      'too many labels',
      thesaurus('turtle', { maxKeptMb: 0.001 }),
      TURTLE,
      /more than 0\.001 MB of memory/,
      0,
    ],
    [
      'no end of a text',
      thesaurus('turtle'),
      `<a> <b> """${'x'.repeat(9_000_000)}`,
      /8388608 characters without a statement/,
      0,
    ],
  ]
  for (const [why, options, text, message, line] of cases) {
    const size = text.length > 100_000 ? 65_536 : 7
    const error = await readSkos(inPieces(text, size), options).then(
      () => undefined,
      (cause: unknown) => cause,
    )
    t.type(error, LexiconError, why)
    if (!(error instanceof LexiconError)) continue
    t.match(error.message, message, why)
    t.equal(error.line, line, `${why}: line`)
  }
})

t.test('an error of the source itself comes through as it is', async (t) => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(TURTLE.slice(0, 100))
    throw new Error('the disk is gone')
  }
  await t.rejects(readSkos(failing(), thesaurus('turtle')), { message: 'the disk is gone' })
  await t.rejects(readSkos(failing(), thesaurus('rdfxml')), { message: /is gone|line/ })
})

t.test('comments around the outermost element, however many, are no trouble', async (t) => {
  const comments = '<!-- a comment -->\n'.repeat(2_000)
  const text = RDF_XML.replace('<!-- made by hand -->\n', comments).replace('<!-- end -->\n', comments)
  const { entries } = await readSkos(inPieces(text, 4096), thesaurus('rdfxml'))
  t.equal(entries.length, 6)
})
