/** Pairs of words that people decide about: what a decision changes, and what undoes it. */
import t from 'tap'
import { difference, isKnown, pairOf, undoOf, unused } from '../../web/src/lexicon/decisions.ts'

t.test(
  'a word and its translation are a pair, whichever was looked up; other spellings are none',
  async (t) => {
    t.strictSame(pairOf('rete', 'it', 'network', 'en'), { it: 'rete', en: 'network' })
    t.strictSame(pairOf('network', 'en', 'rete', 'it'), { it: 'rete', en: 'network' })
    t.equal(pairOf('catalogue', 'en', 'catalog', 'en'), undefined)
  },
)

const rete = { it: 'rete', en: 'goal', rejected: true }
const banca = { it: 'banca dati', en: 'data bank', rejected: false }
for (const [what, before, after, undo] of [
  ['an added pair', [], [banca], { takeBack: [banca], decide: [] }],
  [
    'a pair that was added and is rejected',
    [{ ...rete, rejected: false }],
    [rete],
    { takeBack: [rete], decide: [{ ...rete, rejected: false }] },
  ],
  ['a decision that was taken back', [banca, rete], [rete], { takeBack: [], decide: [banca] }],
  ['a decision that was made before', [banca], [banca], { takeBack: [], decide: [] }],
] as const) {
  t.test(`${what} can be undone`, async (t) => {
    t.strictSame(undoOf(before, after), undo)
  })
}

type Reading = Parameters<typeof isKnown>[0]
const reading = (change: { documents?: number; known?: boolean; to?: string } = {}): Reading => ({
  lang: 'it',
  words: [
    {
      word: 'rete',
      term: 'ret',
      forms: [],
      documents: change.documents ?? 0,
      passages: 0,
      known: change.known ?? false,
    },
  ],
  expansions:
    change.to === undefined
      ? []
      : [{ id: 'x1', from: 'rete', to: change.to, lang: 'en', weight: 1, via: 'lexicon', documents: 3 }],
})
const translation = {
  from: 'rete',
  to: 'goal',
  lang: 'en',
  weight: 0.2,
  via: 'dictionary' as const,
  lexicons: ['it-en'],
  rejected: false,
}

t.test(
  'a word is known in a language by documents, lexicons, or what only searches in it look for',
  async (t) => {
    t.notOk(isKnown(reading(), [], false))
    t.ok(isKnown(reading({ documents: 1 }), [], true))
    t.ok(isKnown(reading({ known: true }), [], true))
    t.ok(isKnown(reading(), [translation], true))
    t.ok(isKnown(reading({ to: 'network' }), [], false))
    t.notOk(isKnown(reading({ to: 'network' }), [], true), 'a word of the other language')
  },
)

t.test('translations that searches use are not told of twice, rejected ones always', async (t) => {
  t.strictSame(unused([translation], reading({ to: 'network' })), [translation])
  t.strictSame(unused([translation], reading({ to: 'Goal' })), [])
  const rejected = { ...translation, rejected: true }
  t.strictSame(unused([rejected], reading({ to: 'goal' })), [rejected])
})

t.test('what came to be looked for, and what no longer is', async (t) => {
  const measure = (expansions: string[]) => ({ q: 'rete', lang: 'it', found: 3, expansions })
  t.strictSame(difference(measure(['network', 'goal']), measure(['network', 'grid'])), {
    added: ['grid'],
    gone: ['goal'],
  })
})
