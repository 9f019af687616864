/** The packaged lexicon: sound, free of known mistakes, and enough for the topics. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { analyze } from '../../language/analyzer.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { parseLexicon } from '../../language/bridge/lexicon.ts'

const seeds = join(import.meta.dirname, '..', '..', 'seeds')
const lexicon = parseLexicon(
  readFileSync(join(seeds, 'lexicon', 'it-en.tsv'), 'utf8'),
  'it',
  'en',
  'it-en.tsv',
)
const termsOf = (text: string, lang: string): string[] => analyze(text, lang).map(({ term }) => term)
const pairOf = ({ source, target }: { source: string; target: string }): string => `${source} – ${target}`

t.test('the lexicon is large enough to be useful', async (t) => {
  t.ok(lexicon.entries.length >= 6_000, `${lexicon.entries.length} pairs`)
  t.equal(lexicon.via, 'lexicon')
})

t.test('no pair stands in it twice', async (t) => {
  const known = new Set<string>()
  const twice = lexicon.entries
    .map((entry) => pairOf(entry).toLowerCase())
    .filter((pair) => known.size === known.add(pair).size)
  t.same(twice, [])
})

t.test('both sides of every pair have a word that can be found', async (t) => {
  const lost = lexicon.entries.filter(
    ({ source, target }) => termsOf(source, 'it').length === 0 || termsOf(target, 'en').length === 0,
  )
  t.same(lost.map(pairOf), [])
})

t.test('words are written as people write them', async (t) => {
  const plain = /^[\p{Script=Latin}\d][\p{Script=Latin}\d '.,;:&-]*$/u
  const odd = lexicon.entries.filter(
    ({ source, target }) =>
      ![source, target].every((word) => plain.test(word) && !/ {2}| $/.test(word) && word.length <= 100),
  )
  t.same(odd.map(pairOf), [])
})

/** Words that look alike and say something else. */
const FALSE_FRIENDS = `
accidente accident | agonia agony | annoiare annoy | apprezzamento appreciation | attuale actual
attualmente actually | bravo brave | caldo cold | camera camera | cantina canteen | casuale casual | collegio college
comprensivo comprehensive | confetto confetti | confrontare confront | consistente consistent | conveniente convenient
costipato constipated | crudo crude | data data | definitivamente definitely | delusione delusion | disgrazia disgrace
diversione diversion | domandare demand | editore editor | educato educated | estate estate | etichetta etiquette
eventuale eventual | eventualmente eventually | fabbrica fabric | fame fame | fastidioso fastidious | fattoria factory
firma firm | grosso gross | ingenuità ingenuity | largo large | lettura lecture
licenziare license | lunatico lunatic | lussuria luxury | magazzino magazine | male male | mansione mansion
morbido morbid | noioso annoying | notizia notice | novella novel | parente parent | parole parole | patente patent
pavimento pavement | peperone pepperoni | petrolio petrol | petulante petulant | pittura picture | polizza police
prevaricare prevaricate | preservativo preservative | pretendere pretend | pretesto pretext | rata rate
recipiente recipient | ricordare record | ricoverare recover | ritenere retain | romanzo romance | rumore rumor
rumore rumour | sale sale | sano sane | scolaro scholar | sensibile sensible | simpatico sympathetic
sopportare support | stampa stamp | suggestivo suggestive | tasto taste | tenente tenant | triviale trivial
truculento truculent | ultimamente ultimately | vacanza vacancy | vizioso vicious`

t.test('false friends are no translations of each other', async (t) => {
  const pairs = new Set(lexicon.entries.map(({ source, target }) => `${source} ${target}`.toLowerCase()))
  for (const pair of FALSE_FRIENDS.split(/[|\n]/).map((text) => text.trim())) {
    if (pair !== '') t.notOk(pairs.has(pair), pair)
  }
})

t.test('where a look-alike is right now and then, the usual word comes first', async (t) => {
  const cases: [word: string, first: string][] = [
    ['argomento', 'topic'],
    ['coincidenza', 'coincidence'],
    ['compromesso', 'compromise'],
    ['fine', 'end'],
    ['funzione', 'function'],
    ['libreria', 'bookshop'],
    ['media', 'average'],
    ['memoria', 'memory'],
    ['servizio', 'service'],
    ['terminale', 'terminal'],
  ]
  for (const [word, first] of cases) {
    t.equal(lexicon.entries.find(({ source }) => source === word)?.target, first, word)
  }
})

t.test('most wordings of every topic reach a wording of the same topic in English', async (t) => {
  const bridge = createBridge([lexicon])
  /** A wording of English terms is reached as a unit, or if each of its terms translates a part of the Italian one. */
  const reaches = (wording: string, english: ReadonlySet<string>): boolean => {
    const terms = termsOf(wording, 'it')
    const found = new Set(termsOf(wording, 'en'))
    for (const index of terms.keys()) {
      for (const { translations } of bridge.unitsAt('it', terms, index)) {
        for (const translation of translations) for (const term of translation.terms) found.add(term)
      }
    }
    return [...english].some((target) => target.split(' ').every((term) => found.has(term)))
  }
  let reached = 0
  let total = 0
  for (const { id, wordings } of readTopics()) {
    const english = new Set(wordings.en.map((wording) => termsOf(wording, 'en').join(' ')))
    const missing = wordings.it.filter((wording) => !reaches(wording, english))
    total += wordings.it.length
    reached += wordings.it.length - missing.length
    t.ok(
      missing.length < wordings.it.length / 2,
      `${id} is reached by most wordings; not by: ${missing.join(', ')}`,
    )
  }
  t.ok(reached / total >= 0.85, `${reached} of ${total} wordings reach English`)
})

t.test('every Italian wording of a topic has words that the lexicon knows, names apart', async (t) => {
  const bridge = createBridge([lexicon])
  const wordings = readTopics()
    .flatMap((topic) => topic.wordings.it)
    .filter((wording) => !/\p{Lu}|\d/u.test(wording))
  const unknown = wordings.filter((wording) => {
    const terms = termsOf(wording, 'it')
    return !terms.some((_, index) => bridge.unitsAt('it', terms, index).length > 0)
  })
  t.ok(unknown.length <= wordings.length / 20, `unknown: ${unknown.join(', ')}`)
})
