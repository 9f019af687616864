/** The language of passages by their words of grammar, and of queries by the corpus. */
import t from 'tap'
import { countTellingWords, guessLanguage, passageLanguage } from '../../language/detect.ts'

t.test('words of grammar that only one language has are counted', async (t) => {
  t.strictSame(Object.fromEntries(countTellingWords('Il gatto è sulla sedia, ma non nella stanza')), {
    it: 6,
    en: 0,
  })
  t.strictSame(Object.fromEntries(countTellingWords('The cat is under the chair')), { it: 0, en: 4 })
  t.strictSame(Object.fromEntries(countTellingWords('Chip Act 2023')), { it: 0, en: 0 })
})

t.test('a passage is in the language of its document unless it clearly is not', async (t) => {
  const english =
    'They said that it would have been better if all of them had come to the meeting with what was needed.'
  const italian =
    'Hanno detto che sarebbe stato meglio se tutti fossero venuti alla riunione con quello che serviva.'
  const cases: [why: string, text: string, documentLang: string, want: string][] = [
    ['Italian in Italian', italian, 'it', 'it'],
    ['an English quotation in an Italian document', english, 'it', 'en'],
    ['an Italian quotation in an English document', italian, 'en', 'it'],
    [
      'English names in an Italian sentence',
      'Il Data Free Flow with Trust e lo European Chips Act',
      'it',
      'it',
    ],
    ['a mixture', `${english} ${italian}`, 'it', 'it'],
    ['no words of grammar', 'Chip, 5G, cloud', 'en', 'en'],
    ['nothing', '', 'it', 'it'],
    ['a document in another language keeps its own', english, 'fr', 'fr'],
    ['a document of no known language too', italian, 'und', 'und'],
  ]
  for (const [why, text, documentLang, want] of cases) t.equal(passageLanguage(text, documentLang), want, why)
})

t.test('the language of a query is guessed by what the corpus has', async (t) => {
  const shares: Record<string, Record<string, number>> = {
    semiconduttori: { it: 0.05, en: 0 },
    semiconductors: { it: 0, en: 0.05 },
    privacy: { it: 0.02, en: 0.02 },
    computer: { it: 0.02, en: 0.03 },
  }
  const share = (word: string, code: string) => shares[word]?.[code] ?? 0
  const guess = (q: string) => guessLanguage(q.split(' '), ['it', 'en'], share)
  const cases: [q: string, lang: string, least: number][] = [
    ['semiconduttori', 'it', 0.8],
    ['semiconductors', 'en', 0.8],
    ['il computer', 'it', 0.5],
    ['the computer', 'en', 0.8],
    ['chi è il responsabile della privacy', 'it', 0.9],
    ['what is privacy', 'en', 0.7],
  ]
  for (const [q, lang, least] of cases) {
    const [best] = guess(q)
    t.equal(best?.lang, lang, q)
    t.ok((best?.confidence ?? 0) >= least, `${q}: ${best?.confidence}`)
  }
  for (const q of ['privacy', 'parola sconosciuta', '']) {
    const guesses = guess(q)
    t.equal(guesses.length, 2, `"${q}": every language is named`)
    t.ok(Math.abs((guesses[0]?.confidence ?? 0) - 0.5) < 0.05, `"${q}" says nothing, and the guess says so`)
  }
  for (const q of ['semiconduttori privacy the', 'la', '']) {
    const sum = guess(q).reduce((sum, { confidence }) => sum + confidence, 0)
    t.ok(Math.abs(sum - 1) < 1e-9, `"${q}": probabilities add up to 1`)
  }
  const many = Array.from({ length: 50 }, () => 'semiconduttori')
  t.ok(
    guessLanguage([...many], ['it', 'en'], share).every(({ confidence }) => Number.isFinite(confidence)),
    'long queries stay finite',
  )
  t.strictSame(
    guessLanguage(['chip'], ['it'], () => 0),
    [{ lang: 'it', confidence: 1 }],
    'one language, no doubt',
  )
  t.strictSame(
    guessLanguage(['chip'], [], () => 0),
    [],
    'no language, no guess',
  )
})
