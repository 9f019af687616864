/** Levels, expressions that add up, and plans: pure arithmetic, compared with brute force. */
import t from 'tap'
import { createRandom } from '../../bench/random.ts'
import { and, atLeast, isIn, levelToken, not, or, type Step } from '../../engine/filters.ts'
import { planCandidates } from '../../engine/plan.ts'
import { impact, K1 } from '../../ranking/bm25.ts'
import type { Group } from '../../ranking/groups.ts'
import { LEVEL_FLOORS, levelOf } from '../../ranking/levels.ts'
import { loadStatistics, type Statistics } from '../../ranking/statistics.ts'
import { createStatisticsBuilder } from '../../ranking/statistics-builder.ts'
import { fulfills } from '../helpers/expression.ts'

t.test('impact grows with frequency, shrinks with length, and is bounded', async (t) => {
  t.equal(impact(0, 10, 10), 0)
  t.equal(impact(1, 10, 10), 1, 'once in a passage of mean length')
  for (const frequency of [1, 2, 3, 5, 10, 100]) {
    t.ok(impact(frequency + 1, 10, 10) > impact(frequency, 10, 10), `${frequency} times`)
    t.ok(impact(frequency, 5, 10) > impact(frequency, 20, 10), `${frequency} times, in shorter passages`)
    t.ok(impact(frequency, 1, 1000) < K1 + 1, 'below the bound')
  }
})

t.test('levels are the floors that an impact reaches', async (t) => {
  t.strictSame(
    [...LEVEL_FLOORS],
    [...LEVEL_FLOORS].sort((a, b) => a - b),
    'floors ascend',
  )
  t.equal(LEVEL_FLOORS[0], 0, 'every impact has a level')
  for (const [level, floor] of LEVEL_FLOORS.entries()) {
    t.equal(levelOf(floor), level, `${floor}`)
    if (level > 0) t.equal(levelOf(floor - 1e-6), level - 1, `just below ${floor}`)
  }
  t.equal(levelOf(K1 + 1), LEVEL_FLOORS.length - 1)
})

t.test('expressions are put together by their truth, and the empty one is true', async (t) => {
  const [a, b] = [isIn('tok', ['a']), isIn('tok', ['b'])]
  const cases: [expression: string, of: (hasA: boolean, hasB: boolean) => boolean][] = [
    [and([a, b]), (hasA, hasB) => hasA && hasB],
    [or([a, b]), (hasA, hasB) => hasA || hasB],
    [and([a, '']), (hasA) => hasA],
    [and(['', '']), () => true],
    [and([]), () => true],
    [or([a, '']), () => true],
    [and([or([a, b]), not(b)]), (hasA, hasB) => hasA && !hasB],
    [or([and([a, b]), and([not(a), not(b)])]), (hasA, hasB) => hasA === hasB],
    [not(and([a, b])), (hasA, hasB) => !(hasA && hasB)],
    [isIn('tok', []), () => false],
    [not(isIn('tok', [])), () => true],
  ]
  for (const [expression, of] of cases) {
    for (const [hasA, hasB] of [
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ] as const) {
      const tok = [...(hasA ? ['a'] : []), ...(hasB ? ['b'] : [])]
      t.equal(
        fulfills({ tok }, expression),
        of(hasA, hasB),
        `${expression || '(empty)'} of ${tok.join(' and ')}`,
      )
    }
  }
})

/** All sublists of a list. */
const sublists = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: 2 ** list.length }, (_, chosen) => list.filter((_, index) => (chosen >> index) & 1))

/** What a record with these tokens is worth: of each part, the best step that it has a token of. */
const worthOf = (parts: readonly (readonly Step[])[], tok: readonly string[]): number =>
  parts.reduce((sum, steps) => {
    const had = steps.filter(({ tokens }) => tokens.some((token) => tok.includes(token)))
    return sum + Math.max(0, ...had.map(({ worth }) => worth))
  }, 0)

t.test('"at least" is true for exactly the records that are worth it', async (t) => {
  const random = createRandom(1)
  const wrong: string[] = []
  for (let round = 0; round < 400; round += 1) {
    const parts: Step[][] = Array.from({ length: 1 + random.below(4) }, (_, part) =>
      Array.from({ length: 1 + random.below(3) }, () => (1 + random.below(20)) / 4)
        .sort((a, b) => b - a)
        .map((worth, step) => ({ worth, tokens: [`${part}/${step}`], units: [] })),
    )
    const tokens = parts.flat().flatMap((step) => step.tokens)
    const least = random.below(60) / 4
    const expression = atLeast(parts, least)
    for (const tok of tokens.length > 9 ? sublists(tokens.slice(0, 9)) : sublists(tokens)) {
      if (fulfills({ tok }, expression) !== worthOf(parts, tok) >= least) {
        wrong.push(`${JSON.stringify(parts)} ≥ ${least} of ${tok}: ${expression}`)
      }
    }
  }
  t.strictSame(wrong.slice(0, 3), [])
})

t.test('"at least" survives sums that are equal but for rounding', async (t) => {
  const thirds = ['a', 'b', 'c'].map((token) => [{ worth: 0.1, tokens: [token], units: [] }])
  t.ok(fulfills({ tok: ['a', 'b', 'c'] }, atLeast(thirds, 0.1 + 0.1 + 0.1)), 'all of it')
  t.ok(fulfills({ tok: ['a', 'b', 'c'] }, atLeast(thirds, 0.3)), 'all of it, written otherwise')
  t.notOk(fulfills({ tok: ['a', 'b'] }, atLeast(thirds, 0.3)), 'not less')
  t.equal(atLeast(thirds, 0), '', 'nothing asked, nothing needed')
  t.notOk(fulfills({ tok: ['a', 'b', 'c'] }, atLeast(thirds, 0.4)), 'out of reach')
  t.notOk(fulfills({ tok: [] }, atLeast([], 1)), 'of nothing')
})

/** A corpus of random passages of five words, out of a vocabulary in which some words are far more frequent. */
async function randomCorpus(
  seed: number,
  size: number,
): Promise<{ passages: string[][]; statistics: Statistics }> {
  const random = createRandom(seed)
  const builder = createStatisticsBuilder()
  const passages = Array.from({ length: size }, () => {
    const frequencies = new Map<string, number>()
    for (let word = 0; word < 5; word += 1) {
      const term = `w${Math.min(random.below(30), random.below(30), random.below(30))}`
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
    }
    const length = 2 + random.below(12)
    const levels = [...frequencies].map(
      ([term, frequency]) => [term, levelOf(impact(frequency, length, 8))] as const,
    )
    builder.addPassage('it', length, levels)
    return levels.map(([term, level]) => levelToken('it', term, level))
  })
  async function* records() {
    yield* builder.records()
  }
  return { passages, statistics: await loadStatistics(builder.totals(), records()) }
}

const groupOf = (term: string): Group => ({ alternatives: [{ lang: 'it', terms: [term], weight: 1 }] })

t.test(
  'a plan finds passages with the words, the best ones first, and gets to all of a rare word',
  async (t) => {
    const { passages, statistics } = await randomCorpus(2, 3000)
    for (const terms of [
      ['w0'],
      ['w25'],
      ['w1', 'w9'],
      ['w0', 'w3', 'w28'],
      ['w2', 'w3', 'w5', 'w8', 'w13', 'w21'],
    ]) {
      const plan = planCandidates(terms.map(groupOf), ['it'], statistics)
      const plans = [...plan(20), ...plan(500)]
      t.ok(plans.length > 0, terms.join(' '))
      const counts = plans.map(({ filter }) => passages.filter((tok) => fulfills({ tok }, filter)).length)
      t.strictSame(
        counts,
        [...counts].sort((a, b) => a - b),
        `${terms.join(' ')}: narrowest first`,
      )
      t.ok(Math.max(...counts) > 0, `${terms.join(' ')}: something is found`)
      for (const { filter } of plans) {
        const strays = passages.filter((tok) => fulfills({ tok }, filter) && !hasAny(tok, terms))
        t.equal(strays.length, 0, `${terms.join(' ')}: nothing without any of the words`)
      }
    }
    const [single] = planCandidates([groupOf('w3')], ['it'], statistics)(20)
    const levels = passages.flatMap((tok) => tok.filter((token) => token.startsWith('it:w3/')))
    const best = Math.max(...levels.map((token) => Number(token.split('/')[1])))
    const atBest = passages.filter((tok) => tok.includes(levelToken('it', 'w3', best)))
    t.ok(
      atBest.every((tok) => fulfills({ tok }, single?.filter ?? '')),
      'the first filter has all passages of the highest level',
    )
    const rare = planCandidates([groupOf('w29')], ['it'], statistics)(1000)
    const withRare = passages.filter((tok) => hasAny(tok, ['w29']))
    const reached = passages.filter((tok) => rare.some(({ filter }) => fulfills({ tok }, filter)))
    t.strictSame(reached, withRare, 'every passage with a rare word')
  },
)

t.test('a plan is empty for words that nothing has, and long queries stay short', async (t) => {
  const { statistics } = await randomCorpus(3, 200)
  t.strictSame(planCandidates([groupOf('unknown')], ['it'], statistics)(20), [])
  t.strictSame(planCandidates([], ['it'], statistics)(20), [])
  t.strictSame(
    planCandidates([groupOf('w0')], ['en'], statistics)(20),
    [],
    'not in the language that is searched',
  )
  const known = planCandidates([groupOf('unknown'), groupOf('w0')], ['it'], statistics)(20)
  t.ok(known.length > 0, 'an unknown word does not spoil a known one')
  const sixty = Array.from({ length: 60 }, (_, index) => groupOf(`w${index % 30}`))
  const plan = planCandidates(sixty, ['it'], statistics)
  for (const { filter } of [...plan(20), ...plan(1000)]) {
    t.ok(filter.length < 100_000, `${filter.length} characters`)
  }
})

function hasAny(tok: readonly string[], terms: readonly string[]): boolean {
  return tok.some((token) => terms.some((term) => token.startsWith(`it:${term}/`)))
}
