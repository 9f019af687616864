/** Citations as sentences, in both languages. */
import t from 'tap'
import { type Cited, citationOf } from '../../web/src/document/citation.ts'
import { documentWords } from '../../web/src/document/words.ts'

const REPORT: Cited = {
  title: 'Lo stato dei porti',
  date: '2024-05-06',
  dateBasis: 'published',
  source: 'Autorità portuale',
  url: 'https://porti.example/stato',
}
const WHERE = { address: 'https://ricerca.example/?document=a1b2', today: '2026-11-30' }
const DAYS: Record<string, Record<'it' | 'en', string>> = {
  '2024': { it: '2024', en: '2024' },
  '2024-05': { it: 'maggio 2024', en: 'May 2024' },
  '2024-05-06': { it: '6 maggio 2024', en: '6 May 2024' },
  '2026-11-30': { it: '30 novembre 2026', en: '30 November 2026' },
}
const cite = (change: Partial<Cited>, language: 'it' | 'en'): string =>
  citationOf(
    { ...REPORT, ...change },
    WHERE,
    documentWords[language].cited,
    (date) => DAYS[date]?.[language] ?? '',
  )

t.test('a document is cited in the language of the interface', async (t) => {
  t.equal(
    cite({}, 'en'),
    'Autorità portuale. “Lo stato dei porti”. 6 May 2024. https://porti.example/stato (accessed 30 November 2026).',
  )
  t.equal(
    cite({}, 'it'),
    'Autorità portuale, «Lo stato dei porti», 6 maggio 2024, https://porti.example/stato (consultato il 30 novembre 2026).',
  )
})

t.test('no full stop is doubled', async (t) => {
  t.match(
    cite({ source: 'Porti S.p.A.', date: null }, 'en'),
    /^Porti S\.p\.A\. “Lo stato dei porti”\. n\.d\. https/,
  )
})

t.test('what is not known is left out, or said to be unknown', async (t) => {
  const rest = '(consultato il 30 novembre 2026).'
  const cases: [change: Partial<Cited>, citation: string][] = [
    [{ source: null }, `«Lo stato dei porti», 6 maggio 2024, https://porti.example/stato ${rest}`],
    [
      { date: '2024-05' },
      `Autorità portuale, «Lo stato dei porti», maggio 2024, https://porti.example/stato ${rest}`,
    ],
    [{ date: '2024' }, `Autorità portuale, «Lo stato dei porti», 2024, https://porti.example/stato ${rest}`],
    [
      { date: null, dateBasis: null },
      `Autorità portuale, «Lo stato dei porti», s.d., https://porti.example/stato ${rest}`,
    ],
    [
      { dateBasis: 'inferred' },
      `Autorità portuale, «Lo stato dei porti», [6 maggio 2024], https://porti.example/stato ${rest}`,
    ],
    [
      { url: null },
      `Autorità portuale, «Lo stato dei porti», 6 maggio 2024, https://ricerca.example/?document=a1b2 ${rest}`,
    ],
    [
      { title: 'Due  righe\ndi titolo.', source: 'Porti S.p.A.' },
      `Porti S.p.A., «Due righe di titolo.», 6 maggio 2024, https://porti.example/stato ${rest}`,
    ],
  ]
  for (const [change, citation] of cases) t.equal(cite(change, 'it'), citation)
})
