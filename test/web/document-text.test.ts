/** A text as the page reads it: its headings, its matches counted through, its paragraphs. */
import t from 'tap'
import { headingsAt, outlineOf } from '../../web/src/document/headings.ts'
import { markingOf } from '../../web/src/document/marking.ts'
import {
  aroundMatch,
  countedBefore,
  nextMatch,
  paragraphsOf,
  placeOf,
} from '../../web/src/document/matches.ts'

const passage = (id: number, ...heading: string[]) => ({ id: `d-${id}`, lang: 'it', heading })

t.test('a heading begins where it stands above a passage, and not above the one before', async (t) => {
  const first = passage(0)
  const part = passage(1, 'Porti')
  const section = passage(2, 'Porti', 'Merci')
  const other = passage(3, 'Ferrovie', 'Merci')
  const texts = (...args: Parameters<typeof headingsAt>): string[] =>
    headingsAt(...args).map(({ depth, text }) => `${depth} ${text}`)
  t.strictSame(texts(first, undefined), [])
  t.strictSame(texts(part, first), ['0 Porti'])
  t.strictSame(texts(part, part), [], 'it goes on')
  t.strictSame(texts(section, part), ['1 Merci'])
  t.strictSame(texts(section, undefined), ['0 Porti', '1 Merci'], 'at the beginning of a text all do')
  t.strictSame(texts(other, section), ['0 Ferrovie', '1 Merci'], 'below another heading it is another one')
  t.strictSame(texts(part, section), [], 'what follows a section without a heading of its own')
})

t.test(
  'the outline has every heading once, in the order of the text, each with a name of its own',
  async (t) => {
    const outline = outlineOf([
      passage(0),
      passage(1, 'Premessa'),
      passage(2, 'Premessa'),
      passage(3, 'Porti', 'Merci'),
      passage(4, 'Porti', 'Passeggeri'),
      passage(5, 'Ferrovie', 'Merci'),
    ])
    t.strictSame(
      outline.map(({ depth, text }) => `${depth} ${text}`),
      ['0 Premessa', '0 Porti', '1 Merci', '1 Passeggeri', '0 Ferrovie', '1 Merci'],
    )
    t.equal(new Set(outline.map(({ id }) => id)).size, outline.length)
  },
)

const TEXTS = [
  {
    text: 'Il porto e i porti.',
    highlights: [
      { start: 3, end: 8 },
      { start: 13, end: 18 },
    ],
  },
  { text: 'Niente.' },
  { text: 'Ancora il porto.', highlights: [{ start: 10, end: 15, expansion: 'x1' }] },
]

t.test('matches are counted through the whole text', async (t) => {
  t.strictSame(countedBefore(TEXTS), [0, 2, 2, 3])
  t.strictSame(
    [0, 1, 2, 3, 4].map((number) => placeOf(number, TEXTS)),
    [
      undefined,
      { stretch: 0, highlight: 0 },
      { stretch: 0, highlight: 1 },
      { stretch: 2, highlight: 0 },
      undefined,
    ],
  )
})

t.test('behind the last match comes the first, and before the first the last', async (t) => {
  const cases: [current: number, step: 1 | -1, total: number, next: number][] = [
    [0, 1, 3, 1],
    [1, 1, 3, 2],
    [3, 1, 3, 1],
    [0, -1, 3, 3],
    [1, -1, 3, 3],
    [3, -1, 3, 2],
    [0, 1, 0, 0],
    [5, 1, 3, 1],
  ]
  for (const [current, step, total, next] of cases) {
    t.equal(nextMatch(current, step, total), next, `${current} ${step} of ${total}`)
  }
})

t.test('a match is read out with the words around it', async (t) => {
  const words = Array.from({ length: 40 }, (_, index) => `parola${index}`).join(' ')
  const start = words.indexOf('parola20')
  const around = aroundMatch(words, { start, end: start + 8 })
  t.match(around, /^parola\d+ .*parola20.* parola\d+$/)
  t.ok(around.length <= 128 && around.split(' ').every((word) => words.split(' ').includes(word)))
  t.equal(aroundMatch('Uno\n\ndue  tre', { start: 5, end: 8 }), 'Uno due tre', 'on one line')
})

t.test('a passage is shown by paragraphs, each with its own matches', async (t) => {
  const text = 'Il porto.\n\nDue righe:\nil porto\n \nI porti.'
  const at = (word: string, from = 0) => {
    const start = text.indexOf(word, from)
    return { start, end: start + word.length }
  }
  const paragraphs = paragraphsOf({ text, highlights: [at('porto'), at('porto', 10), at('porti')] })
  t.strictSame(
    paragraphs.map(({ text, first }) => [text, first]),
    [
      ['Il porto.', 0],
      ['Due righe:\nil porto', 1],
      ['I porti.', 2],
    ],
  )
  for (const { text, highlights } of paragraphs) {
    t.strictSame(
      highlights.map(({ start, end }) => text.slice(start, end)),
      [text.includes('porto') ? 'porto' : 'porti'],
    )
  }
  t.strictSame(paragraphsOf({ text: '' }), [])
})

t.test('a document is marked by what decides what matches, and by no filter', async (t) => {
  t.strictSame(markingOf({ topic: ['energy'], sort: 'date' }), {})
  t.strictSame(markingOf({ q: '  ', exact: true }), {})
  t.match(markingOf({ q: 'porto', expand: 'none', without: ['x2'], from: '2024', page: 3 }), {
    q: 'porto',
    expand: 'none',
    without: ['x2'],
    from: undefined,
    page: undefined,
  })
})
