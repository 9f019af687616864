/** Queries that cost much: what they may cost, and what is said where that is not enough. */
import t from 'tap'
import type { IndexReader } from '../../engine/search.ts'
import type { Statistics } from '../../ranking/statistics.ts'
import type { Problem } from '../../server/schemas/common.ts'
import { beginLookUp, resolvePhrases } from '../../server/search/finding/phrases.ts'
import { requirementsOf } from '../../server/search/finding/requirements.ts'
import { type Phrase, phraseWords } from '../../server/search/understanding/understand.ts'
import { appOn, get, pathsOf, search, searchUrl } from '../helpers/app.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'

const engine = await openTestEngine(t)
await indexDocuments(engine, {
  'a.md': '# Rete\n\nLa rete elettrica del comune è nuova.',
  'b.md': '# Cavo\n\nIl cavo della rete è di rame. La rete elettrica è vecchia.',
  'c.md': '# Rame\n\nIl rame costa. Il comune compra rame e non vende la rete, né quella elettrica.',
})
const texts: object[] = []
const app = await appOn(t, {
  ...engine,
  read: (path, body, ...rest) => {
    if (path.includes('-passages/') && path.endsWith('/documents/fetch') && 'filter' in body) texts.push(body)
    return engine.read(path, body, ...rest)
  },
})

t.test('a phrase that is quoted or excluded again is one, whatever its case and marks', async (t) => {
  for (const [q, times] of [
    ['"rete elettrica"', 1],
    ['"rete elettrica" «Rete Elettrica» "RETE ELETTRICA" “rete elettrica”', 1],
    ['rame -"rete elettrica" -"Rete elettrica"', 1],
    ['"rete elettrica" "cavo della rete"', 2],
  ] as const) {
    texts.length = 0
    await search(app, { q })
    t.equal(texts.length, times, q)
  }
  t.strictSame(
    await pathsOf(app, { q: '"rete elettrica" "Rete elettrica"', exact: 'true' }),
    await pathsOf(app, { q: '"rete elettrica"', exact: 'true' }),
  )
  t.strictSame(await pathsOf(app, { q: 'rame -"rete elettrica" -"rete elettrica"' }), ['c.md'])
})

t.test('phrases of a search that leads to others are looked up once', async (t) => {
  texts.length = 0
  const { total, relaxations } = await search(app, {
    q: '"rete elettrica" "rete elettrica" -"cavo della rete" vende',
    words: 'all',
  })
  t.equal(total.value, 0)
  t.match(
    relaxations.find(({ kind }) => kind === 'phrase'),
    { drop: '"rete elettrica"', q: 'rete elettrica rete elettrica -"cavo della rete" vende' },
    'both of them are given up',
  )
  t.equal(texts.length, 2, 'however many ways out are tried')
})

t.test('a query of more phrases than are looked up is refused, and says how many may be', async (t) => {
  const phrases = (count: number): string =>
    Array.from({ length: count }, (_, index) => `${index % 2 === 0 ? '' : '-'}"rete ${index}"`).join(' ')
  const { status, body } = await get<Problem>(app, searchUrl({ q: phrases(17) }))
  t.equal(status, 400)
  t.match(body, { type: '/problems/invalid-parameter', errors: [{ parameter: 'q' }] })
  t.match(body.detail, /17 .* up to 16/)
  await search(app, { q: phrases(16) })
})

/** A reader of an index where each phrase has so many passages that may have it. */
function readerOf(totals: Record<string, number>): { reader: IndexReader; read: () => number } {
  let count = 0
  const totalOf = (filter: string): number =>
    Object.entries(totals).find(([word]) => filter.includes(`:${word}`))?.[1] ?? 0
  const read = async (path: string, body: object) => {
    if (path === 'multi-search') {
      const { queries } = body as { queries: { filter: string }[] }
      return { results: queries.map(({ filter }) => ({ hits: [], estimatedTotalHits: totalOf(filter) })) }
    }
    const { filter, offset, limit } = body as { filter: string; offset: number; limit: number }
    const length = Math.max(0, Math.min(limit, totalOf(filter) - offset))
    count += length
    return {
      results: Array.from({ length }, (_, index) => ({
        document: `d${offset + index}`,
        title: '',
        heading: [],
        text: filter,
      })),
    }
  }
  const { signal } = new AbortController()
  const reader = { engine: { read }, indexes: { passages: 'p' }, signal } as unknown as IndexReader
  return { reader, read: () => count }
}

const statistics = {
  term: () => ({ levels: [1], forms: [], passages: 1, documents: 1 }),
  languages: new Map(),
} as unknown as Statistics

function phraseOf(word: string): Phrase {
  const alternatives = [{ lang: 'it', terms: [word], weight: 1 }]
  const group = { word, readings: new Map(), alternatives }
  return { text: word, words: phraseWords(word), groups: [group], terms: new Map([['it', [word]]]) }
}

t.test('of all phrases of a search a bounded number of passages is read, the rarest first', async (t) => {
  const totals = { alfa: 990, beta: 10, gamma: 980, delta: 970, omega: 1001, zeta: 960 }
  const { reader, read } = readerOf(totals)
  const phrases = Object.keys(totals).map(phraseOf)
  const lookUp = beginLookUp()
  const found = await resolvePhrases(phrases, statistics, reader, lookUp)
  const unread = found.filter(({ documents }) => documents === undefined)
  t.strictSame(
    unread.map(({ phrase, isOverBudget }) => [phrase.text, isOverBudget]),
    [
      ['alfa', true],
      ['omega', false],
    ],
    'in the order asked',
  )
  t.equal(read(), 10 + 980 + 970 + 960)
  t.equal(found.find(({ phrase }) => phrase.text === 'gamma')?.documents?.length, 980, 'the others wholly')
  await resolvePhrases(phrases, statistics, reader, lookUp)
  t.equal(read(), 2920, 'what is known is not read again')
})

t.test('what could not be read for the other phrases is said', async (t) => {
  const { reader } = readerOf({ alfa: 990, beta: 985, gamma: 980, delta: 970 })
  const query = {
    lang: { value: 'it', source: 'given' as const, confidence: 1 },
    languages: [{ lang: 'it', confidence: 1 }],
    plain: '',
    groups: [],
    phrases: ['alfa', 'beta', 'gamma', 'delta'].map(phraseOf),
    excludedGroups: [],
    excludedPhrases: [],
    warnings: [],
  }
  const { warnings, isBound, unread } = await requirementsOf(query, statistics, reader, beginLookUp())
  t.strictSame(
    unread.map(({ text }) => text),
    ['alfa'],
  )
  t.ok(isBound, 'the total is a bound')
  t.match(
    warnings.map(({ en }) => en).filter((warning) => warning.includes('"alfa"')),
    [/so many phrases/],
  )
})
