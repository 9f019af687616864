/** What a generation and a query do beside other searches: in steps, and no more than they must. */
import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { atOnce } from '../../language/slices.ts'
import { loadStatistics, type StatisticsRecord } from '../../ranking/statistics.ts'
import { createCognates } from '../../server/search/understanding/cognates.ts'
import { correct, createVocabularies } from '../../server/search/understanding/correct.ts'
import { understand } from '../../server/search/understanding/understand.ts'

const totals = ['it', 'en'].map((lang) => ({ lang, passages: 100, documents: 100, length: 1000 }))

const words = {
  it: ['biblioteca', 'sicurezza', 'semiconduttori', 'fotosintesi', 'ricerca', 'energia'],
  en: ['library', 'security', 'semiconductors', 'photosynthesis', 'research', 'energy'],
}

async function* records(): AsyncGenerator<StatisticsRecord> {
  for (const [lang, forms] of Object.entries(words)) {
    for (const [index, form] of forms.entries()) {
      yield {
        id: `${lang}-${index}`,
        lang,
        terms: [form],
        documents: [1],
        levels: [[1]],
        forms: [[form]],
        formCounts: [[1]],
      }
    }
  }
}

const knows = (): boolean => false

t.test('while statistics are loaded, other things have their turn after each record', async (t) => {
  let turns = 0
  let isLoaded = false
  const turning = (async () => {
    while (!isLoaded) {
      await setImmediate()
      turns += 1
    }
  })()
  const statistics = await loadStatistics(totals, records())
  isLoaded = true
  await turning
  t.equal(statistics.size, 12)
  t.ok(turns >= 12, `${turns} turns for twelve records`)
})

t.test('the cognates of a generation are gathered word by word', async (t) => {
  const steps = createCognates(await loadStatistics(totals, records()))
  for (let step = 0; step < 12; step += 1) t.notOk(steps.next().done)
  const cognates = atOnce(steps)
  t.strictSame(
    cognates('fotosintesi', 'it').map(({ word }) => word),
    ['photosynthesis'],
  )
})

t.test('a query with many unknown words is repaired in its longest', async (t) => {
  const statistics = await loadStatistics(totals, records())
  const vocabularies = atOnce(createVocabularies(statistics))
  let looks = 0
  const speller = {
    statistics,
    vocabularies: (lang: string) => {
      looks += 1
      return vocabularies(lang)
    },
    knows,
  }
  const corrected = (q: string) =>
    atOnce(correct(understand(q, undefined, statistics, knows), q, speller)).map(({ from, to }) => [from, to])

  t.strictSame(
    corrected('bibliotecca semicondutori '),
    [
      ['bibliotecca', 'biblioteca'],
      ['semicondutori', 'semiconduttori'],
    ],
    'two are repaired, in the order of the query',
  )
  looks = 0
  // Sixty different words that are like nothing.
  const noise = Array.from(
    { length: 60 },
    (_, index) => `q${'wxz'[index % 3]}k${'bcdfghjlmnprstvwxz'[index % 18]}`,
  )
  const q = `${[...new Set(noise)].join(' ')} bibliotecca semicondutori`
  t.strictSame(
    corrected(`${q} `).map(([, to]) => to),
    ['biblioteca', 'semiconduttori'],
    'of many, too',
  )
  t.ok(looks <= 8 * totals.length, `${looks} looks into vocabularies`)
})
