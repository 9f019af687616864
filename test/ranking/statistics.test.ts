/** Statistics from counting through records and back, and the stored form of terms. */
import t from 'tap'
import { createRandom } from '../../bench/random.ts'
import { idf, impact, lengthNorm } from '../../ranking/bm25.ts'
import {
  encodedLength,
  encodeTerms,
  FIELD_WEIGHTS,
  frequenciesOf,
  hasSequence,
  lengthOf,
  sequenceOf,
  weighSequence,
} from '../../ranking/encoded-terms.ts'
import { groupIdf } from '../../ranking/groups.ts'
import { LEVEL_FLOORS } from '../../ranking/levels.ts'
import { loadStatistics, type StatisticsRecord } from '../../ranking/statistics.ts'
import { createStatisticsBuilder, type StatisticsBuilder } from '../../ranking/statistics-builder.ts'

/** Statistics as a server has them: through their records, as JSON. */
function reload(builder: StatisticsBuilder, blockSize?: number) {
  const stored: StatisticsRecord[] = JSON.parse(JSON.stringify([...builder.records(blockSize)]))
  async function* records() {
    yield* stored
  }
  return loadStatistics(builder.totals(), records())
}

t.test('what was counted comes back', async (t) => {
  const builder = createStatisticsBuilder()
  builder.addPassage('it', 10, [
    ['chip', 3],
    ['europ', 0],
  ])
  builder.addPassage('it', 20, [['chip', 3]])
  builder.addPassage('it', 30, [['chip', LEVEL_FLOORS.length - 1]])
  builder.addPassage('en', 7, [['chip', 5]])
  builder.addDocument('it', ['chip', 'europ'])
  builder.addDocument('it', ['chip'])
  builder.addDocument('en', ['chip'])
  for (const word of ['chip', 'Chip', 'CHIP', 'chips', 'chips']) builder.addWord('it', 'chip', word)
  const statistics = await reload(builder)

  t.strictSame(
    [...statistics.languages],
    [
      ['it', { passages: 3, documents: 2, meanLength: 20 }],
      ['en', { passages: 1, documents: 1, meanLength: 7 }],
    ],
    'languages, most frequent first',
  )
  const chip = statistics.term('it', 'chip')
  t.match(chip, { passages: 3, documents: 2 })
  t.strictSame(chip?.forms, ['chip', 'chips'], 'forms with their cases added up, most frequent first')
  t.equal(chip?.levels.length, LEVEL_FLOORS.length)
  t.equal(chip?.levels[3], 2)
  t.equal(chip?.levels.at(-1), 1, 'the last level too')
  t.match(statistics.term('it', 'europ'), { passages: 1, documents: 1, forms: [] })
  t.match(statistics.term('en', 'chip'), { passages: 1, documents: 1 }, 'languages are counted apart')
  t.equal(statistics.term('it', 'unknown'), undefined)
  t.equal(statistics.term('fr', 'chip'), undefined)
  t.equal(statistics.size, 3)
})

/** More terms than several growths of the columns make room for, the last of them with all that it has. */
const MANY_TERMS = 1_200_000
const TOP_LEVEL = LEVEL_FLOORS.length - 1

t.test('a language of more than a million terms is loaded with every count', async (t) => {
  const forms: string[] = []
  const levels = LEVEL_FLOORS.map((_, level) => level)
  async function* records(): AsyncGenerator<StatisticsRecord> {
    for (let first = 0; first < MANY_TERMS; first += 1000) {
      const terms = Array.from({ length: 1000 }, (_, index) => `t${first + index}`)
      yield {
        id: `it-${first / 1000}`,
        lang: 'it',
        terms,
        documents: terms.map((_, index) => first + index),
        levels: terms.map(() => levels),
        forms: terms.map(() => forms),
        formCounts: terms.map(() => []),
      }
    }
  }
  const totals = [{ lang: 'it', passages: 1, documents: 1, length: 1 }]
  const statistics = await loadStatistics(totals, records())
  t.equal(statistics.size, MANY_TERMS)
  for (const id of [0, 4095, 4096, 797_160, 797_161, 900_000, MANY_TERMS - 1]) {
    const found = statistics.term('it', `t${id}`)
    t.equal(found?.documents, id, `documents of term ${id}`)
    t.strictSame([...(found?.levels ?? [])], levels, `levels of term ${id}`)
  }
})

t.test('a language of more than a million terms is counted without losing any', async (t) => {
  const builder = createStatisticsBuilder()
  function* terms(): Generator<string> {
    for (let id = 0; id < MANY_TERMS; id += 1) yield `t${id}`
  }
  function* levels(): Generator<[string, number]> {
    for (const term of terms()) yield [term, TOP_LEVEL]
  }
  builder.addPassage('it', 1, levels())
  builder.addDocument('it', terms())
  const wrong: string[] = []
  let counted = 0
  for (const record of builder.records()) {
    for (const [index, term] of record.terms.entries()) {
      counted += 1
      const isRight = record.documents[index] === 1 && record.levels[index]?.[TOP_LEVEL] === 1
      if (!isRight && wrong.length < 5) wrong.push(term)
    }
  }
  t.equal(counted, MANY_TERMS)
  t.strictSame(wrong, [], 'each term with its passage and its document')
})

t.test('any number of terms comes back, in blocks of any size', async (t) => {
  const random = createRandom(4)
  const builder = createStatisticsBuilder()
  const counted = new Map<string, number>()
  // More terms than columns hold at first, and names that JavaScript objects would trip over.
  const names = [
    '__proto__',
    'constructor',
    'toString',
    ...Array.from({ length: 9000 }, (_, index) => `t${index}`),
  ]
  for (let passage = 0; passage < 3000; passage += 1) {
    const terms = new Set(Array.from({ length: 10 }, () => names[random.below(names.length)] ?? ''))
    for (const term of terms) counted.set(term, (counted.get(term) ?? 0) + 1)
    builder.addPassage(
      'it',
      10,
      [...terms].map((term) => [term, random.below(LEVEL_FLOORS.length)] as const),
    )
  }
  for (const blockSize of [undefined, 1, 7, 100_000]) {
    const statistics = await reload(builder, blockSize)
    t.equal(statistics.size, counted.size, `blocks of ${blockSize}`)
    const wrong = [...counted].filter(([term, count]) => statistics.term('it', term)?.passages !== count)
    t.strictSame(wrong, [], `blocks of ${blockSize}: every count`)
  }
})

t.test('an empty corpus has statistics', async (t) => {
  const statistics = await reload(createStatisticsBuilder())
  t.equal(statistics.size, 0)
  t.equal(statistics.term('it', 'chip'), undefined)
})

t.test('the forms of a term are few and in a stable order', async (t) => {
  const builder = createStatisticsBuilder()
  builder.addPassage('it', 1, [['uffic', 1]])
  for (const word of ['uffici', 'ufficio', 'ufficetto', 'ufficiale', 'ufficiali', 'uffici']) {
    builder.addWord('it', 'uffic', word)
  }
  const forms = (await reload(builder)).term('it', 'uffic')?.forms
  t.equal(forms?.[0], 'uffici')
  t.ok((forms?.length ?? 0) <= 4)
  t.strictSame((await reload(builder)).term('it', 'uffic')?.forms, forms)
})

t.test('terms are counted in what is stored as they are counted before, field by field', async (t) => {
  const cases = [
    { title: ['legg', 'chip'], heading: ['art', '1'], text: ['chip', 'europe', 'chip'] },
    { title: [], heading: [], text: ['chip'] },
    { title: ['titol'], heading: [], text: [] },
    { title: [], heading: [], text: [] },
    { title: ['c++'], heading: ['日本語'], text: ['"', '\\'] },
    { title: [], heading: [], text: ['chip'], labels: [['quant']] },
    { title: ['art'], heading: [], text: [], labels: [['semiconduttor', 'art'], [], ['art']] },
  ]
  for (const terms of cases) {
    const encoded = encodeTerms(terms)
    t.equal(encodedLength(encoded), lengthOf(terms), JSON.stringify(encoded))
    for (const [term, frequency] of frequenciesOf(terms))
      t.equal(weighSequence(encoded, sequenceOf([term])), frequency, term)
    for (const term of ['', 'chi', 'hip', 'europ', 'lla'])
      t.equal(weighSequence(encoded, sequenceOf([term])), 0, `no ${term}`)
  }
  const encoded = encodeTerms({
    title: ['cav', 'sottomarin'],
    heading: ['cav'],
    text: ['sottomarin', 'a', 'a', 'a'],
  })
  const runs: [terms: string[], weight: number][] = [
    [['cav', 'sottomarin'], 2],
    [['sottomarin', 'a'], 1],
    [['a', 'a'], 2],
    [['sottomarin', 'cav'], 0],
    [['av', 'sottomarin'], 0],
  ]
  for (const [terms, weight] of runs)
    t.equal(weighSequence(encoded, sequenceOf(terms)), weight, terms.join(' '))
  t.strictSame(
    [...frequenciesOf({ title: ['chip'], heading: ['chip', 'art'], text: ['chip', 'legg'] })].sort(),
    [
      ['art', 1],
      ['chip', 4],
      ['legg', 1],
    ],
    'a title counts twice',
  )
  const labeled = {
    title: [],
    heading: [],
    text: ['legg', 'art'],
    labels: [['intelligenz', 'artificial'], ['robot']],
  }
  const stored = encodeTerms(labeled)
  t.equal(encodedLength(stored), 2, 'labels do not add to the length')
  const inLabels: [terms: string[], weight: number][] = [
    [['intelligenz', 'artificial'], FIELD_WEIGHTS.label],
    [['artificial', 'robot'], 0],
    [['art', 'intelligenz'], 0],
  ]
  for (const [terms, weight] of inLabels)
    t.equal(weighSequence(stored, sequenceOf(terms)), weight, `labels: ${terms.join(' ')}`)
  t.notOk(hasSequence(stored, sequenceOf(['intelligenz', 'artificial'])), 'no text has what labels have')
  t.ok(hasSequence(stored, sequenceOf(['legg', 'art'])), 'it has what it has')
  for (const [length, why] of [
    [10, 'short'],
    [500, 'long'],
  ] as const) {
    const norm = lengthNorm(length, 100)
    const frequency = frequenciesOf(labeled, norm).get('robot') ?? 0
    t.equal(weighSequence(stored, sequenceOf(['robot']), norm), frequency, `${why}: the same in both`)
    t.ok(impact(frequency, length, 100) < impact(1, 500, 100), `${why}: less than a word of a long passage`)
  }
  t.equal(
    lengthOf({ title: ['a', 'b'], heading: ['c'], text: ['d', 'e'] }),
    3,
    'the title is no part of the length',
  )
  t.equal(lengthOf({ title: ['a'], heading: [], text: [] }), 1, 'and no length is below 1')
})

t.test('rare words weigh more, and no word weighs less than nothing', async (t) => {
  for (const passages of [1, 10, 1000]) {
    t.ok(idf(passages, passages) >= 0, `in all of ${passages}`)
    t.ok(
      idf(passages, passages * 2) >= 0,
      'more often than there are passages, as sums of alternatives may be',
    )
    if (passages > 1) t.ok(idf(passages, 1) > idf(passages, passages / 2), `in one of ${passages}`)
  }
  const builder = createStatisticsBuilder()
  for (let passage = 0; passage < 10; passage += 1)
    builder.addPassage('it', 5, [[passage < 2 ? 'rar' : 'comun', 1]])
  const statistics = await reload(builder)
  const group = (term: string, lang = 'it') => ({ alternatives: [{ lang, terms: [term], weight: 1 }] })
  t.ok(groupIdf(group('rar'), 'it', statistics) > groupIdf(group('comun'), 'it', statistics))
  t.equal(groupIdf(group('unknown'), 'it', statistics), 0)
  t.equal(groupIdf(group('rar', 'en'), 'it', statistics), 0, 'not by the term of another language')
})
