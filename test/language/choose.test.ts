/** Which translations of a unit a word asks for, with the packaged lexicons. */
import t from 'tap'
import { readLexicons } from '../../cli/lexicon/files.ts'
import { termsOfUnit } from '../../language/analyzer.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { type Choice, chooseTranslations, isKnownAcronym } from '../../language/bridge/choose.ts'

const bridge = createBridge(readLexicons('/nowhere').lexicons)
const unitOf = (word: string, lang: string) => bridge.unitsAt(lang, termsOfUnit(word, lang), 0).at(-1)
const weightOf = (choices: readonly Choice[], wanted: string): number =>
  choices.find(({ translation }) => translation.word === wanted)?.weight ?? 0

t.test('a word asks above all for the translations of its own form', async (t) => {
  const cases: [why: string, lang: string, word: string, right: string, other: string][] = [
    ['a form of a verb is no noun', 'en', 'training', 'addestrare', 'treno'],
    ['nor in the past', 'en', 'looked', 'guardare', 'aspetto'],
    ['nor where the infinitive is a noun', 'it', 'possono', 'be able', 'power'],
    ['but the noun is one', 'it', 'poteri', 'power', 'be able'],
    ['a plural with a sense of its own', 'en', 'twenty', 'venti', 'anni venti'],
    ['a comparative with an entry of its own', 'en', 'early', 'presto', 'precedente'],
    ['a rare sense of a frequent word', 'it', 'cavi', 'cable', 'hollow'],
    ['two spellings count once', 'it', 'meloni', 'melon', 'cantaloupe'],
    ['a country is no element', 'it', 'germania', 'Germany', 'germanium'],
  ]
  for (const [why, lang, word, right, other] of cases) {
    const choices = chooseTranslations(unitOf(word, lang)?.translations ?? [], [word], lang)
    const [weight, least] = [weightOf(choices, right), weightOf(choices, other)]
    t.ok(weight > 0.9 && least < 0.6, `${why}: ${word} is ${right} (${weight}), not ${other} (${least})`)
  }
})

t.test(
  'a form with an entry of its own is meant as that, too, though rules call it a form of another',
  async (t) => {
    for (const [lang, word, own] of [
      ['en', 'greater', 'maggiore'],
      ['en', 'earlier', 'precedente'],
      ['it', 'molti', 'many'],
      ['it', 'file', 'file'],
      ['it', 'scelta', 'choice'],
      ['it', 'serie', 'series'],
    ] as const) {
      const choices = chooseTranslations(unitOf(word, lang)?.translations ?? [], [word], lang)
      t.ok(weightOf(choices, own) > 0.6, `${word}: ${own} has ${weightOf(choices, own)}`)
    }
    const found = chooseTranslations(unitOf('found', 'en')?.translations ?? [], ['found'], 'en')
    t.ok(weightOf(found, 'trovare') > 2 * weightOf(found, 'fondare'), 'where tables know better, they decide')
  },
)

t.test('several words ask above all for the term whose forms they are', async (t) => {
  for (const [lang, term, right, other] of [
    ['it', 'firme digitali', 'digital signature', 'digitally sign'],
    ['it', 'partizionare il disco', 'partition the disk', 'disk partition'],
  ] as const) {
    const words = term.split(' ').filter((word) => word !== 'il')
    const [unit] = bridge.unitsAt(lang, termsOfUnit(term, lang), 0)
    const choices = chooseTranslations(unit?.translations ?? [], words, lang)
    t.ok(weightOf(choices, right) > 0.9, `${term} is ${right}`)
    t.ok(weightOf(choices, other) < 0.4, `${term} is rather not ${other}`)
  }
})

t.test('a form is meant as the noun or the verb that it mostly is', async (t) => {
  for (const [word, right, other] of [
    ['requisiti', 'requirement', 'requisition'],
    ['circuiti', 'circuit', 'deceive'],
    ['spesa', 'expense', 'spend'],
    ['percorsi', 'path', 'travel'],
    ['serve', 'serve', 'servant'],
  ] as const) {
    const choices = chooseTranslations(unitOf(word, 'it')?.translations ?? [], [word], 'it')
    t.ok(weightOf(choices, right) > 0.9 && weightOf(choices, other) < 0.3, `${word}: ${right}, not ${other}`)
  }
})

t.test('a translation is written as for the word that was asked', async (t) => {
  for (const [word, wanted] of [
    ['accesso', 'access'],
    ['accessibilità', 'accessibility'],
    ['applicabile', 'applicable'],
  ] as const) {
    const [first] = chooseTranslations(unitOf(word, 'it')?.translations ?? [], [word], 'it')
    t.equal(first?.translation.word, wanted)
  }
})

t.test('what grammar leaves of several words is no variant of them', async (t) => {
  for (const word of ['know', 'called', 'line']) {
    t.same(chooseTranslations(unitOf(word, 'en')?.variants ?? [], [word], 'en'), [], word)
  }
})

t.test('nor are their translations those of the word that is left', async (t) => {
  for (const [word, several] of [
    ['one', 'nessuno'],
    ['since', 'da allora'],
  ] as const) {
    const choices = chooseTranslations(unitOf(word, 'en')?.translations ?? [], [word], 'en')
    t.ok(weightOf(choices, several) <= 0.2, `${word}: ${several} only ranks`)
  }
})

t.test('capitals mean the acronym, where there is one', async (t) => {
  t.ok(isKnownAcronym('CAD', unitOf('CAD', 'en')?.variants ?? []))
  t.notOk(isKnownAcronym('CASA', unitOf('CASA', 'it')?.translations ?? []))
})
