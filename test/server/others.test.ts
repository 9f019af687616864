/** What is added to a word of a query, with the packaged lexicons and a corpus that has every word. */
import t from 'tap'
import { readLexicons } from '../../cli/lexicon/files.ts'
import { termsOfUnit } from '../../language/analyzer.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { othersOf } from '../../server/search/understanding/others.ts'

const bridge = createBridge(readLexicons('/nowhere').lexicons)

t.test('an acronym that is another word when it is written small only ranks then', async (t) => {
  const everywhere = { passages: 9, documents: 9, levels: new Uint32Array(11), forms: [] }
  const language = { passages: 100, documents: 100, meanLength: 50 }
  const statistics = {
    languages: new Map(['it', 'en'].map((lang) => [lang, language])),
    term: () => everywhere,
    terms: () => [],
    size: 0,
  }
  const cases: [word: string, full: string, weight: number][] = [
    ['VIA', 'valutazione di impatto ambientale', 0.8],
    ['via', 'valutazione di impatto ambientale', 0.16],
    ['tar', 'tribunale amministrativo regionale', 0.16],
    ['pnrr', 'piano nazionale di ripresa e resilienza', 0.8],
  ]
  for (const [word, full, weight] of cases) {
    const unit = bridge.unitsAt('it', termsOfUnit(word, 'it'), 0).at(-1)
    const others = unit === undefined ? [] : othersOf(unit, [word], 'it', false, bridge, statistics)
    const found = others.find(({ translation }) => translation.word === full)?.weight ?? 0
    t.equal(Math.round(100 * found) / 100, weight, `${word}: ${full}`)
  }
})
