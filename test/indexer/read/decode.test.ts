/** Encodings: which are read, how they are told apart, what is kept of the characters. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { cleanCharacters, toSingleLine } from '../../../indexer/read/characters.ts'
import { contentOfFile } from '../../../indexer/read/content.ts'
import { decodeText } from '../../../indexer/read/decode.ts'
import { detectEncoding } from '../../../indexer/read/encoding.ts'
import { splitLines } from '../../../indexer/read/lines.ts'
import { collect, streamOf } from '../streams.ts'

const italian =
  'La libertà è una sola: «più università», disse il perito – e costò 5 € l’anno. Perché? Così è.\r\nÈ già così…\n'
const bytes = (text: string, table: Readonly<Record<string, number>>): Buffer =>
  Buffer.from([...text].map((character) => table[character] ?? character.charCodeAt(0)))

const WINDOWS_1252 = { '–': 0x96, '€': 0x80, '’': 0x92, '“': 0x93, '”': 0x94, '…': 0x85, œ: 0x9c }
const CP850 = { à: 0x85, è: 0x8a, é: 0x82, ì: 0x8d, ò: 0x95, ù: 0x97, '’': 0x27 }
const MAC_ROMAN = { à: 0x88, è: 0x8f, é: 0x8e, ì: 0x93, ò: 0x98, ù: 0x9d, '’': 0xd5 }
const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const buffer = Buffer.from(text, 'utf16le')
  return bigEndian ? buffer.swap16() : buffer
}

/** Writes a file and reads it back as the indexer does. */
async function read(
  t: Test,
  content: Buffer | string,
  warnings: string[] = [],
): Promise<{ encoding: string; text: string }> {
  const path = join(t.testdir(), 'file.txt')
  writeFileSync(path, content)
  const file = contentOfFile({ absolutePath: path, path: 'file.txt', sizeBytes: 0 })
  const encoding = await detectEncoding(file)
  return { encoding, text: (await collect(decodeText(file, encoding, warnings))).join('') }
}

t.test('texts in UTF-8, UTF-16 and Windows-1252 come out the same', async (t) => {
  const want = italian.replace('\r\n', '\n')
  const mark = '\uFEFF'
  const cases: [why: string, content: Buffer, encoding: string][] = [
    ['UTF-8', Buffer.from(italian), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(mark + italian), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(mark + italian, false), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(mark + italian, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(italian, false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(italian, true), 'utf-16be'],
    ['Windows-1252', bytes(italian, WINDOWS_1252), 'windows-1252'],
  ]
  for (const [why, content, encoding] of cases) {
    t.strictSame(await read(t, content), { encoding, text: want }, why)
  }
})

t.test('Windows-1252 is told by making sense as western European text', async (t) => {
  const plausible = [
    'Un caffè',
    'CITTÀ DI FORLÌ: LA GIUNTA C’È',
    'The café’s “menu” – £5 a head, naïve as it is',
    'Le cœur de l’été à Orléans, où déjà',
    'Größe und Straße; señor, São Paulo, Ærøskøbing',
    'Art. 5, § 2: 20 °C ± 1 m² «così»',
    `${'plain text '.repeat(20)}perch\u00e9`,
  ]
  for (const text of plausible) {
    t.strictSame(await read(t, bytes(text, WINDOWS_1252)), { encoding: 'windows-1252', text }, text)
  }
})

t.test('other encodings are refused rather than read wrongly', async (t) => {
  const message = 'encoding not recognized: not UTF-8, UTF-16 or Windows-1252'
  const sentence = 'La libertà è più importante: così disse perché c’è chi può e chi è già lì. '
  const cases: [why: string, content: Buffer][] = [
    ['KOI8-R', Buffer.from('f0d2c9d7c5d420cdc9d2210aebc1cb20c4c5ccc13f', 'hex')],
    ['Windows-1251', Buffer.from('cff0e8e2e5f220ece8f0210acae0ea20e4e5ebe03f', 'hex')],
    ['ISO 8859-7', Buffer.from('cae1ebe7ecddf1e120eafcf3ece5', 'hex')],
    ['Shift_JIS', Buffer.from('93fa967b8ccc82cc8365834c8358836782c582b7', 'hex')],
    ['EUC-JP', Buffer.from('c6fccbdcb8eca4cea5c6a5ada5b9a5c8a4c7a4b9', 'hex')],
    ['GBK', Buffer.from('d6d0b9fac8cbc3f1b9b2bacdb9fa', 'hex')],
    ['MacRoman', bytes(sentence, MAC_ROMAN)],
    ['CP850', bytes(sentence.replaceAll('ì', 'i'), CP850)],
    ['ISO 8859-2', Buffer.from('Za\xbf\xf3\xb3\xe6 g\xea\xb6l\xb1 ja\xbc\xf1', 'latin1')],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
  ]
  for (const [why, content] of cases) {
    await t.rejects(read(t, content), { name: 'IndexingError', code: 'UNKNOWN_ENCODING', message }, why)
  }
})

t.test('a byte that does not decode costs its character, and a warning', async (t) => {
  const plain = 'Il consiglio ha approvato il bilancio. '.repeat(8)
  const lost = (count: number): RegExp =>
    new RegExp(`^${count} characters? could not be decoded: shown as \uFFFD$`)
  const cases: [why: string, content: Buffer, want: string, warning: RegExp][] = [
    [
      'in UTF-8',
      Buffer.concat([Buffer.from('La città è più '), Buffer.from([0xff]), Buffer.from(' libera\nÈ così')]),
      'La città è più \uFFFD libera\nÈ così',
      lost(1),
    ],
    [
      'the first half of a character',
      Buffer.concat([Buffer.from('La città è più '), Buffer.from([0xc3]), Buffer.from('libera')]),
      'La città è più \uFFFDlibera',
      lost(1),
    ],
    [
      'in ASCII',
      Buffer.concat([Buffer.from(plain), Buffer.from([0x81]), Buffer.from('fine')]),
      `${plain}\uFFFDfine`,
      lost(1),
    ],
    [
      'in Windows-1252',
      Buffer.concat([
        Buffer.from('La città è più libera perché è così. '.repeat(20), 'latin1'),
        Buffer.from([0x9d]),
      ]),
      `${'La città è più libera perché è così. '.repeat(20)}\uFFFD`,
      lost(1),
    ],
    [
      'three in a row',
      Buffer.concat([Buffer.from(`È ${plain}`), Buffer.from([0xff, 0xfe, 0xff]), Buffer.from('fine')]),
      `È ${plain}\uFFFD\uFFFD\uFFFDfine`,
      lost(3),
    ],
    ['a NUL', Buffer.from(`${plain.repeat(4)}\0fine`), `${plain.repeat(4)}fine`, /^$/],
  ]
  for (const [why, content, want, warning] of cases) {
    const warnings: string[] = []
    t.equal((await read(t, content, warnings)).text, want, why)
    t.match(warnings.join('; '), warning, `${why}: says so`)
  }
})

t.test('what stands in two encodings is decoded line by line', async (t) => {
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
  const warnings: string[] = []
  const utf8First = Buffer.concat([
    Buffer.from('La città è grande.\nPerché no?\n'),
    latin('Il caffè è già pronto.\n'),
    Buffer.from('Così è, però.\n'),
  ])
  const { text } = await read(t, utf8First, warnings)
  t.equal(text, 'La città è grande.\nPerché no?\nIl caffè è già pronto.\nCosì è, però.\n', 'mostly UTF-8')
  t.strictSame(warnings, ['mixed encodings: 1 line read as Windows-1252'], 'and it is told')

  const line = 'Il caffè è già pronto, però la città no.\n'
  const latinFirst = Buffer.concat([latin(line.repeat(40)), Buffer.from('Perché?\n')])
  t.equal((await read(t, latinFirst)).text, `${line.repeat(40)}Perché?\n`, 'mostly Windows-1252')

  const far = Buffer.concat([Buffer.from('è città\n'.repeat(60_000)), latin('però\n')])
  t.ok((await read(t, far)).text.endsWith('è città\nperò\n'), 'far behind the first piece')
})

t.test('binary and empty files are refused', async (t) => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const controls = Buffer.from('testo \u0001\u0002\u0003\u0004')
  for (const [why, content] of [
    ['an image', png],
    ['a text with a NUL', Buffer.from('testo\0testo')],
    ['only NULs', Buffer.alloc(100)],
    ['many control characters', controls],
    [
      'noise after the mark of UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(200, 1), Buffer.alloc(9)]),
    ],
  ] as const) {
    await t.rejects(read(t, content), { code: 'BINARY_FILE', message: 'binary file' }, why)
  }
  for (const [why, content] of [
    ['no bytes', ''],
    ['white space', ' \r\n\t\n'],
    ['a mark alone', '\uFEFF'],
    ['a mark and white space in UTF-16', utf16('\uFEFF \n', false)],
  ] as const) {
    await t.rejects(read(t, Buffer.from(content)), { code: 'EMPTY_FILE', message: 'empty file' }, why)
  }
})

t.test('a UTF-8 file that was cut off inside its last character is read', async (t) => {
  const { encoding, text } = await read(t, Buffer.from('La città è più libera: così è').subarray(0, -1))
  t.equal(encoding, 'utf-8')
  t.match(text, /^La città è più libera: così \uFFFD?$/)
})

t.test('characters are judged and decoded right across the pieces a file is read in', async (t) => {
  const long = 'à'.repeat(300_000)
  for (const shift of ['', 'x']) {
    const { encoding, text } = await read(t, `${shift}${long} fine`)
    t.equal(encoding, 'utf-8')
    t.ok(text === `${shift}${long} fine`, 'no character is broken where two pieces meet')
  }
  const accents = `${'e\u0300 '.repeat(200_000)}fine`
  t.ok(
    (await read(t, accents)).text === `${'è '.repeat(200_000)}fine`,
    'nor is a letter parted from its accent',
  )
  const lines = 'riga\r\n'.repeat(100_000)
  t.ok((await read(t, lines)).text === 'riga\n'.repeat(100_000), 'nor the two halves of a line end')
})

t.test('only characters that mean something to a reader are kept', (t) => {
  const cases: [why: string, text: string, want: string][] = [
    ['accents are composed', 'perche\u0301', 'perché'],
    ['line ends are one', 'a\r\nb\rc\u2028d\fe', 'a\nb\nc\nd\ne'],
    ['control characters go', 'a\u0000b\u001Bc\u0081', 'abc'],
    [
      'signs of Windows-1252 that were taken for controls',
      'l\u0092ora \u0093zero\u0094 \u0096 5 \u0080\u0085',
      'l’ora “zero” – 5 €…',
    ],
    ['private use goes', 'a\uE000b\uF8FFc\u{F0000}', 'abc'],
    ['soft hyphens and zero-width spaces go', 'coope\u00ADra\u200Bzione', 'cooperazione'],
    ['marks of direction go', 'a\u202Eb\u2066c', 'abc'],
    ['tabs stay', 'a\tb', 'a\tb'],
    ['joiners of emoji stay', '👩\u200D💻', '👩\u200D💻'],
  ]
  for (const [why, text, want] of cases) t.equal(cleanCharacters(text), want, why)
  t.equal(toSingleLine('  a \n\u00A0 b\t'), 'a b', 'white space is one space')
  t.end()
})

t.test('lines come whole out of pieces, long ones cut at the end of a sentence or a word', async (t) => {
  const lines = async (...pieces: string[]): Promise<{ text: string; cut: boolean }[]> =>
    (await collect(splitLines(streamOf(pieces)))).flat()
  t.strictSame(
    await lines('uno\ndu', 'e\n', '\ntre'),
    ['uno', 'due', '', 'tre'].map((text) => ({ text, cut: false })),
  )
  const sentence = 'Questa frase finisce con un punto. '
  const cut = await lines(...Array.from({ length: 3_000 }, () => sentence))
  t.equal(cut.map(({ text }) => text).join(''), sentence.repeat(3_000), 'nothing is lost')
  t.ok(
    cut.slice(0, -1).every((line) => line.cut && line.text.endsWith('. ') && line.text.length <= 32 * 1024),
  )
  const words = await lines('parola '.repeat(10_000))
  t.ok(
    words.every(({ text }) => text.endsWith(' ')),
    'at a space where there are no sentences',
  )
  const emoji = await lines('😀'.repeat(40_000))
  t.ok(
    emoji.every(({ text }) => !/[\uD800-\uDBFF]$/.test(text)),
    'never inside a character',
  )
})
