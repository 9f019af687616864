/** Decisions about pairs, as the texts of two lexicons. */
import t from 'tap'
import {
  type Decision,
  type DecisionTexts,
  decide,
  decisionsIn,
  objectionsTo,
  takeBack,
  tidyPair,
} from '../../language/bridge/decisions.ts'

const NONE: DecisionTexts = { own: '', rejected: '' }

/** The texts after some decisions: `argine – levee`, or `not rete – goal`. */
function after(texts: DecisionTexts, ...pairs: string[]): DecisionTexts {
  return pairs.reduce((texts, pair) => decide(texts, read(pair)).texts, texts)
}

function read(text: string): Decision {
  const [it = '', en = ''] = text.replace(/^not /, '').split(' – ')
  return { it, en, rejected: text.startsWith('not ') }
}

const shown = (decisions: readonly Decision[]): string[] =>
  decisions.map(({ it, en, rejected }) => `${rejected ? 'not ' : ''}${it} – ${en}`)

t.test('a later decision replaces an earlier one about the same pair, and no other', async (t) => {
  const cases: [decided: string[], now: string, did: string, left: string[]][] = [
    [[], 'argine – levee', 'added', ['argine – levee']],
    [['argine – levee'], 'argine – levee', 'nothing', ['argine – levee']],
    [['argine – levee'], 'Argine – Levee', 'nothing', ['argine – levee']],
    [['argine – levee'], 'argini – levees', 'added', ['argine – levee', 'argini – levees']],
    [['argine – levee', 'argini – levees'], 'not argine – levee', 'changed', ['not argine – levee']],
    [['not argine – levee'], 'not argini – levees', 'nothing', ['not argine – levee']],
    [['not argine – levee'], 'argini – levees', 'changed', ['argini – levees']],
    [['not argine – levee'], 'argine – dike', 'added', ['argine – dike', 'not argine – levee']],
    [['stile – style'], 'not stilare – draft', 'added', ['stile – style', 'not stilare – draft']],
  ]
  for (const [decided, now, did, left] of cases) {
    const result = decide(after(NONE, ...decided), read(now))
    t.equal(result.did, did, `${decided} then ${now}`)
    t.strictSame(shown(decisionsIn(result.texts)), left, `${decided} then ${now}`)
  }
})

t.test('what is taken back is what was written so, or else what has the same forms', async (t) => {
  const cases: [decided: string[], pair: string, gone: string[] | undefined, left: string[]][] = [
    [[], 'argine – levee', undefined, []],
    [['argine – levee'], 'argini – levees', ['argine – levee'], []],
    [['argine – levee', 'argini – levees'], 'argini – levees', ['argini – levees'], ['argine – levee']],
    [['not rete – goal', 'rete – net'], 'reti – goal', ['not rete – goal'], ['rete – net']],
    [['rete – net'], 'rete – goal', undefined, ['rete – net']],
  ]
  for (const [decided, pair, gone, left] of cases) {
    const texts = after(NONE, ...decided)
    const taken = takeBack(texts, read(pair))
    t.strictSame(taken && shown(taken.decisions), gone, `${pair} of ${decided}`)
    t.strictSame(shown(decisionsIn(taken?.texts ?? texts)), left, `${pair} of ${decided}`)
  }
})

t.test('lines that people wrote stay as they are', async (t) => {
  const own = '# via: own\n# ufficio tecnico\n\nargine\tlevee\t0.9\t0.8\tmanuale\r\nrete\tgoal'
  const texts = after({ own, rejected: '' }, 'chiusa – lock', 'not rete – goal')
  t.equal(texts.own, '# via: own\n# ufficio tecnico\n\nargine\tlevee\t0.9\t0.8\tmanuale\r\nchiusa\tlock\n')
  t.match(texts.rejected, /^# via: own\n# Pairs that are no translations.*\nrete\tgoal\n$/)
})

t.test('what cannot be decided is refused, and says why', async (t) => {
  t.throws(() => after(NONE, 'multa – fine', 'fine – multa'), { message: /the other way round/ })
  t.throws(() => after(NONE, 'not multa – fine', 'fine – multa'), { message: /the other way round/ })
  const many = (count: number, en: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `rete\t${en(index)}\n`).join('')
  t.throws(() => after({ ...NONE, own: many(100, (index) => `zz${index}`) }, 'rete – net'), {
    message: /"rete" has 100 translations here already/,
  })
  const full = Array.from({ length: 10_000 }, (_, index) => `aa${index}\tzz${index}\n`).join('')
  t.throws(() => after({ ...NONE, own: full }, 'rete – net'), {
    message: /^10000 pairs are added here/,
  })
  t.strictSame(
    decide({ ...NONE, own: full }, read('not rete – net')).did,
    'added',
    'of the other kind there are none',
  )
  t.throws(() => decisionsIn({ ...NONE, own: 'una riga' }), { message: /^own\.tsv, line 1/ })
})

t.test('sides are tidied, and looked at one by one', async (t) => {
  t.strictSame(tidyPair({ it: '  banca   dati (inform.) ', en: 'data bank,' }), {
    it: 'banca dati',
    en: 'data bank',
  })
  const cases: [it: string, en: string, sides: string[]][] = [
    ['banca dati', 'data bank', []],
    ['5G', 'Wi-Fi', []],
    ['', '', ['it', 'en']],
    ['della', 'of the', ['it', 'en']],
    ['2024', 'year', ['it']],
    ['# via: own', 'year', ['it']],
    ['anno', 'x'.repeat(201), ['en']],
    ['anno', 'a\u0000b', ['en']],
  ]
  for (const [it, en, sides] of cases) {
    t.strictSame(
      objectionsTo({ it, en }).map(({ side }) => side),
      sides,
      `${it} – ${en.slice(0, 20)}`,
    )
  }
})
