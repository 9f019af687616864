/** Filters of InstantSearch in the words of the API; what has no words there is an error, and never left out. */
import t from 'tap'
import { snippet } from '../../client/src/instantsearch/highlight.ts'
import { filtersOf, type RequestParams } from '../../client/src/instantsearch/request.ts'

/** What is set of some filters. */
function set(params: RequestParams, base = {}): object {
  return Object.fromEntries(
    Object.entries(filtersOf(params, base)).filter(([, value]) => value !== undefined),
  )
}

const ms = (day: string) => Date.parse(day)

const SAID: [string, RequestParams, object][] = [
  ['nothing', {}, {}],
  ['a value', { facetFilters: 'lang:it' }, { lang: ['it'] }],
  ['any of some', { facetFilters: [['lang:it', 'lang:en']] }, { lang: ['it', 'en'] }],
  ['two facets', { facetFilters: [['lang:it'], 'topic:ai'] }, { lang: ['it'], topic: ['ai'] }],
  ['a value with a colon', { facetFilters: ['reference:eu:2016/679'] }, { reference: ['eu:2016/679'] }],
  ['a value with a minus', { facetFilters: ['tag:\\-5'] }, { tag: ['-5'] }],
  ['the same twice', { facetFilters: ['tag:a', ['tag:a', 'tag:b']] }, { tag: ['a'] }],
  ['a year', { facetFilters: ['year:2023'] }, { from: '2023', to: '2023' }],
  ['a month', { facetFilters: [['month:2023-07']] }, { from: '2023-07', to: '2023-07' }],
  ['no date', { facetFilters: ['year:unknown'] }, { undated: 'only' }],
  ['from a day', { numericFilters: [`date>=${ms('2023-07-13')}`] }, { from: '2023-07-13' }],
  ['after a day', { numericFilters: [`date>${ms('2023-07-13')}`] }, { from: '2023-07-14' }],
  ['before a day', { numericFilters: [`date<${ms('2023-03-01')}`] }, { to: '2023-02-28' }],
  ['years', { numericFilters: ['year>=2020', 'year<=2023'] }, { from: '2020', to: '2023' }],
  ['one year', { numericFilters: 'year=2020' }, { from: '2020', to: '2020' }],
  ['a range', { numericFilters: ['year:2019 TO 2021'] }, { from: '2019', to: '2021' }],
  [
    'the narrower bounds',
    { facetFilters: ['year:2023'], numericFilters: [`date<=${ms('2023-06-30')}`, 'year>=2020'] },
    { from: '2023', to: '2023-06-30' },
  ],
  ['long ago', { numericFilters: ['date>=-99999999999999'] }, { from: '0001-01-01' }],
  ['an expression', { filters: 'lang:it' }, { lang: ['it'] }],
  [
    'with words, groups and numbers',
    { filters: `(tag:"a AND b" OR tag:'c') AND lang:it AND year >= 2020 AND source:"Rossi \\"&\\" Figli"` },
    { tag: ['a AND b', 'c'], lang: ['it'], from: '2020', source: ['Rossi "&" Figli'] },
  ],
  ['in parentheses', { filters: '((lang:it AND (tag:x)))' }, { lang: ['it'], tag: ['x'] }],
  ['empty', { filters: ' ', facetFilters: [], numericFilters: [], ...{ tagFilters: '' } }, {}],
]

t.test('filters are said in the words of the API', async (t) => {
  for (const [why, params, want] of SAID) t.strictSame(set(params), want, why)
})

t.test('filters of every search hold beside them', async (t) => {
  t.strictSame(set({ facetFilters: ['tag:x'] }, { lang: ['it'] }), { lang: ['it'], tag: ['x'] })
  t.strictSame(set({ facetFilters: ['lang:it'] }, { lang: ['it', 'en'] }), { lang: ['it'] })
  t.strictSame(set({ numericFilters: ['year>=2010'] }, { from: '2020' }), { from: '2020' })
  t.throws(() => set({ facetFilters: ['lang:de'] }, { lang: ['it'] }), {
    name: 'BiforaError',
    message: /only any/,
  })
})

const UNSAYABLE: [RequestParams, RegExp][] = [
  [{ facetFilters: ['topic:a', 'topic:b'] }, /only any/],
  [{ facetFilters: ['lang:-it'] }, /excluded/],
  [{ filters: 'NOT lang:it' }, /excluded/],
  [{ facetFilters: [['lang:it', 'tag:x']] }, /one attribute/],
  [{ facetFilters: ['color:red'] }, /no filter color/],
  [{ facetFilters: ['red'] }, /attribute:value/],
  [{ facetFilters: [['year:2020', 'year:2022']] }, /one value/],
  [{ numericFilters: [['year=2020', 'year=2022']] }, /alternatives/],
  [{ numericFilters: ['price>3'] }, /not price/],
  [{ numericFilters: ['date!=3'] }, /not understood/],
  [{ filters: 'lang:it OR year > 2020' }, /alternatives/],
  [{ filters: '(lang:it' }, /parentheses/],
  [{ filters: 'lang it' }, /not understood/],
  [{ tagFilters: 'x' } as RequestParams, /tagFilters/],
]

t.test('what cannot be said is refused, and says why', async (t) => {
  for (const [params, want] of UNSAYABLE) {
    t.throws(() => filtersOf(params, {}), { name: 'BiforaError', message: want }, `${want}`)
  }
})

t.test('a snippet is cut around the first match', async (t) => {
  const tags = { pre: '[', post: ']' }
  const text = 'Uno due tre quattro cinque sei sette otto nove dieci'
  const cut = (word: string, words: number) => {
    const start = text.indexOf(word)
    return snippet(text, [{ start, end: start + word.length }], { tags, words, isComplete: true }).value
  }
  for (const [word, words, want] of [
    ['Uno', 3, '[Uno] due tre…'],
    ['cinque', 3, '…quattro [cinque] sei…'],
    ['dieci', 4, '…sette otto nove [dieci]'],
    ['sei', 50, text.replace('sei', '[sei]')],
  ] as const) {
    t.equal(cut(word, words), want)
  }
  t.strictSame(snippet('', [], { tags, words: 5, isComplete: true }), { value: '', matchLevel: 'none' })
})
