/** How many texts have words together: the estimate against counting every combination. */
import t from 'tap'
import type { Statistics } from '../../ranking/statistics.ts'
import { documentShare, PULL, shareWorth } from '../../ranking/together.ts'

type Word = { share: number; worth: number }

/** The same by going through all combinations, the first word of each by its share, further ones by its power. */
function byCombinations(words: readonly Word[], least: number): number {
  let sum = 0
  for (let mask = 0; mask < 2 ** words.length; mask += 1) {
    let [share, worth, had] = [1, 0, 0]
    for (const [index, word] of words.entries()) {
      const drawn = had === 0 ? word.share : word.share ** PULL
      const isHad = (mask & (1 << index)) !== 0
      share *= isHad ? drawn : 1 - drawn
      if (isHad) [worth, had] = [worth + word.worth, had + 1]
    }
    if (worth >= least - 1e-9) sum += share
  }
  return sum
}

t.test('the share of texts with words of so much worth', async (t) => {
  const words = [
    { share: 0.02, worth: 5 },
    { share: 0.3, worth: 1.5 },
    { share: 0.1, worth: 3 },
    { share: 0.007, worth: 6.5 },
  ]
  for (const least of [0, 1, 3, 5, 8, 12, 16]) {
    const [found, expected] = [shareWorth(words, least), byCombinations(words, least)]
    t.ok(Math.abs(found - expected) < 1e-12, `at least ${least}: ${found} is ${expected}`)
  }
  t.equal(shareWorth(words, 17), 0, 'more than there is')
  t.equal(shareWorth([], 0), 1, 'no words: every text')
  t.equal(shareWorth([{ share: 0.25, worth: 2 }], 2), 0.25, 'one word: its share')
})

t.test('the share of documents that have a word in any of its alternatives', async (t) => {
  const documents: Record<string, number> = { cav: 20, cabl: 10, submarin: 5, tutt: 100 }
  const statistics = {
    languages: new Map([['it', { passages: 400, documents: 100, meanLength: 50 }]]),
    term: (lang: string, term: string) =>
      lang === 'it' && documents[term] !== undefined
        ? { passages: 30, documents: documents[term], levels: new Uint32Array(11), forms: [] }
        : undefined,
    terms: () => [],
    size: 4,
  } satisfies Statistics
  const group = (...terms: string[][]) => ({
    alternatives: terms.map((one) => ({ lang: 'it', terms: one, weight: 1 })),
  })
  const cases: [why: string, terms: string[][], share: number][] = [
    ['one term', [['cav']], 0.2],
    ['either of two', [['cav'], ['cabl']], 1 - 0.8 * 0.9],
    ['a unit needs all of its terms', [['cav', 'submarin']], 0.2 * 0.05 ** PULL],
    ['everywhere', [['tutt']], 1],
    ['nowhere', [['mai']], 0],
  ]
  for (const [why, terms, share] of cases) {
    const found = documentShare(group(...terms), 'it', statistics)
    t.ok(Math.abs(found - share) < 1e-12, `${why}: ${found} is ${share}`)
  }
  t.equal(documentShare(group(['cav']), 'en', statistics), 0, 'a language without documents')
  const weak = { alternatives: [{ lang: 'it', terms: ['cav'], weight: 0.1, ranksOnly: true }] }
  t.equal(documentShare(weak, 'it', statistics), 0, 'what only ranks finds nothing')
})
