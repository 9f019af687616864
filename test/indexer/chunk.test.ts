/** Blocks → passages: their length, their place in the document text, headings, repeats. */
import t from 'tap'
import { type ChunkOptions, chunk } from '../../indexer/chunk.ts'
import type { Block, Passage } from '../../indexer/document.ts'
import { collect, streamOf } from './streams.ts'

/** Blocks out of texts; a text that starts with `#`s is a heading. */
function blocksOf(texts: readonly string[]): Block[] {
  let start = 0
  return texts.map((source) => {
    const level = /^#*/.exec(source)?.[0].length ?? 0
    const text = source.replace(/^#+ /, '')
    const block: Block = { kind: level > 0 ? 'heading' : 'paragraph', level, text, start }
    start += text.length + 2
    return block
  })
}

const passagesOf = (texts: readonly string[], options?: ChunkOptions): Promise<Passage[]> =>
  collect(chunk(streamOf(blocksOf(texts)), options))
const countWords = (text: string): number => text.split(/\s+/).length
/** A paragraph of sentences that are all different. */
let serial = 0
const paragraph = (sentences: number, wordsEach: number): string =>
  Array.from({ length: sentences }, () => {
    const words = Array.from({ length: wordsEach - 1 }, (_, index) => `parola${index}`)
    serial += 1
    return `Frase${serial} ${words.join(' ')}.`
  }).join(' ')

t.test('a passage is a slice of the document text, whatever the document', async (t) => {
  const documents: [why: string, texts: string[]][] = [
    [
      'a title and paragraphs',
      ['# Titolo', paragraph(5, 20), paragraph(3, 30), '## Parte', paragraph(9, 25)],
    ],
    ['one long paragraph', [paragraph(60, 17)]],
    ['many short paragraphs', Array.from({ length: 90 }, () => paragraph(1, 9))],
    ['sentences longer than a passage', [paragraph(2, 450), paragraph(1, 250)]],
    ['repeats in between', [paragraph(3, 20), 'Uguale.', paragraph(3, 20), 'UGUALE.', paragraph(6, 20)]],
    ['only headings', ['# Uno', '## Due', '## Tre']],
  ]
  for (const [why, texts] of documents) {
    const text = blocksOf(texts)
      .map((block) => block.text)
      .join('\n\n')
    const passages = await passagesOf(texts)
    t.ok(passages.length > 0, why)
    t.strictSame(
      passages.map((passage) => passage.position),
      [...passages.keys()],
      `${why}: positions count from 0`,
    )
    t.strictSame(
      passages.map((passage) => text.slice(passage.start, passage.end)),
      passages.map((passage) => passage.text),
      `${why}: the offsets are those of the text`,
    )
    t.ok(
      passages.every((passage) => countWords(passage.text) <= 200),
      `${why}: none is too long`,
    )
  }
})

t.test('passages have 80 to 200 words and end where paragraphs and sentences end', async (t) => {
  const cases: [why: string, texts: string[], want: number[]][] = [
    ['a short document is one passage', [paragraph(2, 10)], [20]],
    ['up to 200 words are one passage', [paragraph(10, 20)], [200]],
    ['a little more is parted evenly', [paragraph(11, 20)], [100, 120]],
    ['at the end of a paragraph if it is near', [paragraph(6, 20), paragraph(5, 20)], [120, 100]],
    ['even one that is less in the middle', [paragraph(4, 20), paragraph(7, 20)], [80, 140]],
    ['a short last paragraph goes with the one before', [paragraph(9, 20), paragraph(1, 30)], [100, 110]],
    ['long paragraphs each', [paragraph(7, 20), paragraph(7, 20), paragraph(7, 20)], [140, 140, 140]],
    ['a section shorter than a passage', [paragraph(5, 20), '## Parte', paragraph(1, 12)], [100, 12]],
  ]
  for (const [why, texts, want] of cases) {
    const passages = await passagesOf(texts)
    t.strictSame(
      passages.map(({ text }) => countWords(text)),
      want,
      why,
    )
    t.ok(
      passages.every(({ text }) => text.startsWith('Frase') && text.endsWith('.')),
      `${why}: whole sentences`,
    )
  }
  const long = (await passagesOf([paragraph(500, 19)])).map(({ text }) => countWords(text))
  t.ok(Math.min(...long) >= 80 && Math.max(...long) <= 200, 'and so in a long text, to its end')
})

t.test('the lengths can be chosen, sensibly', async (t) => {
  const passages = await passagesOf([paragraph(20, 5)], { minWords: 10, maxWords: 30 })
  t.ok(passages.every(({ text }) => countWords(text) >= 10 && countWords(text) <= 30))
  for (const options of [{ minWords: 150 }, { maxWords: 100 }, { minWords: 0 }, { minWords: Number.NaN }]) {
    await t.rejects(passagesOf(['Testo.'], options), {
      name: 'RangeError',
      message: /at most half of maxWords/,
    })
  }
})

t.test('a sentence longer than a passage is cut at a comma, else at a space, else anywhere', async (t) => {
  const words = (count: number, separator: string): string =>
    Array.from({ length: count }, () => 'parola').join(separator)
  const commas = await passagesOf([`${words(40, ' ')}, ${words(110, ' ')}, ${words(110, ' ')}.`])
  t.ok(commas.length === 2 && commas[0]?.text.endsWith(','), 'at a comma')
  const spaces = await passagesOf([words(500, ' ')])
  t.strictSame(
    spaces.map(({ text }) => countWords(text)),
    [167, 167, 166],
    'at spaces, in equal parts',
  )
  const none = await passagesOf(['x'.repeat(10_000)])
  t.ok(
    none.every(({ text }) => text.length <= 3_000),
    'a text without spaces',
  )
  t.equal(none.map(({ text }) => text).join(''), 'x'.repeat(10_000), 'of which nothing is lost')
  const emoji = await passagesOf([`x${'😀'.repeat(5_000)}`])
  t.ok(
    emoji.every(({ text }) => !/^[\uDC00-\uDFFF]/.test(text)),
    'but not inside a character',
  )
})

t.test('no passage crosses a heading, and each knows the headings above it', async (t) => {
  const passages = await passagesOf([
    'Prima di tutto.',
    '# Titolo',
    'Introduzione.',
    '## Parte',
    '### Sezione',
    'Nella sezione.',
    '## Altra parte',
    'Nella seconda.',
    '# Altro titolo',
    'In fondo.',
  ])
  t.strictSame(
    passages.map(({ heading, text }) => [...heading, text].join(' > ')),
    [
      'Prima di tutto.',
      'Titolo > Introduzione.',
      'Titolo > Parte > Sezione > Nella sezione.',
      'Titolo > Altra parte > Nella seconda.',
      'Altro titolo > In fondo.',
    ],
  )
})

t.test('a heading without text below is a passage, so that its words are found', async (t) => {
  const passages = await passagesOf(['# Titolo', '## Vuota', '## Piena', 'Testo.', '## Ultima'])
  t.strictSame(
    passages.map(({ heading, text }) => [...heading, text].join(' > ')),
    ['Titolo > Vuota', 'Titolo > Piena > Testo.', 'Titolo > Ultima'],
  )
  t.strictSame(
    (await passagesOf(['# Solo un titolo'])).map(({ text }) => text),
    ['Solo un titolo'],
  )
})

t.test('text that comes again in a document is indexed once', async (t) => {
  const [first, second] = [paragraph(3, 20), paragraph(3, 20)]
  const thrice = await passagesOf([
    '# Titolo',
    first,
    second,
    '## Titolo',
    first,
    second,
    '## Titolo',
    first,
    second,
  ])
  t.strictSame(
    thrice.map(({ text }) => text),
    [`${first}\n\n${second}`],
    'a whole text, pasted three times',
  )

  const differing = await passagesOf(['Stampa  questa pagina.', first, 'STAMPA questa pagina.', second])
  t.strictSame(
    differing.map(({ text }) => text),
    [`Stampa  questa pagina.\n\n${first}`, second],
    'case and white space do not count, and no passage spans what was left out',
  )
  t.strictSame(await passagesOf([]), [], 'a document without text has no passages')
})

t.test('blocks that do not follow each other are not joined', async (t) => {
  const [one, two] = blocksOf(['Primo.', 'Secondo.']) as [Block, Block]
  const passages = await collect(chunk(streamOf([one, { ...two, start: 100 }])))
  t.strictSame(
    passages.map(({ text, start, end }) => [text, start, end]),
    [
      ['Primo.', 0, 6],
      ['Secondo.', 100, 108],
    ],
  )
})

t.test('passages are given as the text comes, not after it has ended', async (t) => {
  let read = 0
  async function* endless(): AsyncGenerator<Block> {
    for (let start = 0; ; read += 1) {
      const text = paragraph(5, 20)
      yield { kind: 'paragraph', level: 0, text, start }
      start += text.length + 2
    }
  }
  const passages = chunk(endless())
  for (let count = 0; count < 50; count += 1) await passages.next()
  await passages.return(undefined)
  t.ok(read < 70, 'a few paragraphs ahead at most')
})
