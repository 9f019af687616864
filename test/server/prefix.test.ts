/** Searching while somebody types: the last word may be the beginning of one. */
import { pino } from 'pino'
import t from 'tap'
import { readTopics, sampleDocuments } from '../../cli/installation.ts'
import { readLexicons } from '../../cli/lexicon/files.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { foldWord } from '../../language/fold.ts'
import { wordsOf } from '../../language/words.ts'
import { buildApp } from '../../server/app.ts'
import { type SearchParams, search } from '../helpers/app.ts'
import { indexDocuments, indexFolder, openTestEngine } from '../helpers/engine.ts'

const bridge = createBridge(readLexicons('/nowhere').lexicons)
const topics = readTopics()

const engine = await openTestEngine(t)
const documentOf = (lang: string, text: string): string => `---\nlang: ${lang}\n---\n# Nota\n\n${text}`
await indexDocuments(
  engine,
  {
    'chip.md': documentOf('it', 'I semiconduttori, i semiconduttori e il semiconduttore di potenza.'),
    'chips.md': documentOf('en', 'Semiconductors are made in clean rooms.'),
    'cyber.md': documentOf('en', 'Cybersecurity is everybody’s concern; cybersecurity rules apply.'),
    'sicuro.md': documentOf('it', 'La cibersicurezza riguarda tutti.'),
    'citta.md': documentOf('it', 'La città universitaria e le università.'),
    'sovrano.md': documentOf('it', 'La sovranità dei dati.'),
    'rete.md': documentOf('it', 'La rete e le reti neurali, nella rete elettrica.'),
    'retribuzione.md': documentOf('it', 'La retribuzione dei ricercatori.'),
    'salary.md': documentOf('en', 'The salary of researchers.'),
    'legacy.md': documentOf('en', 'A legacy of old machines.'),
    'serra.md': documentOf('it', 'La serra del vivaio.'),
    'wifi.md': documentOf('it', 'Il Wi-Fi pubblico.'),
    'intelligenza.md': documentOf('it', "L'intelligenza artificiale nella scuola."),
  },
  { topics, bridge },
)
const app = await buildApp({ engine, topics, bridge: () => bridge, logger: pino({ level: 'silent' }) })
t.teardown(() => app.close())

const pathsOf = async (params: SearchParams): Promise<string[]> =>
  (await search(app, params)).results.map(({ path }) => path).sort()

t.test('the beginning of a word finds what the word finds, in both languages', async (t) => {
  const cases: [beginning: string, word: string, completed: string[]][] = [
    ['cybers', 'cybersecurity', ['cybersecurity']],
    ['cyb', 'cybersecurity', ['cybersecurity']],
    ['semicondutt', 'semiconduttori', ['semiconduttori']],
    ['semiconduttor', 'semiconduttore', ['semiconduttori']],
    ['SEMICON', 'semiconductors', ['semiconductors', 'semiconduttori']],
    ['universit', 'università', ['università']],
    ['sovranit', 'sovranità', ['sovranità']],
    ['wi', 'Wi-Fi', ['wifi']],
    ['wi-f', 'wifi', ['wifi']],
    ["l'intell", 'intelligenza', ['intelligenza']],
    ['la scuola, cibersic', 'cibersicurezza', ['cibersicurezza']],
  ]
  for (const [beginning, word, completed] of cases) {
    const found = await search(app, { q: beginning, prefix: 'auto', words: 'any' })
    const paths = found.results.map(({ path }) => path)
    for (const path of await pathsOf({ q: word })) t.ok(paths.includes(path), `${beginning} finds ${path}`)
    t.strictSame(found.corrections, [], `${beginning} is not repaired`)
    t.strictSame(found.completions.map(({ to }) => to).sort(), completed, beginning)
  }
})

t.test('what begins a word is shown where it stands, and is translated as the word is', async (t) => {
  const { results, expansions, query } = await search(app, { q: 'cybers', prefix: 'true' })
  t.strictSame(query.terms, ['cybersecurity'])
  t.match(expansions, [{ from: 'cybersecurity', lang: 'it' }])
  t.strictSame(results.map(({ path }) => path).sort(), ['cyber.md', 'sicuro.md'])
  const [passage] = results.find(({ path }) => path === 'cyber.md')?.passages ?? []
  t.equal(passage?.highlights.length, 2)
})

t.test('a whole word comes first, and words that it begins are found besides', async (t) => {
  const typing = await search(app, { q: 'ret', prefix: 'auto' })
  t.strictSame(typing.results.map(({ path }) => path).sort(), ['rete.md', 'retribuzione.md'])
  const whole = await search(app, { q: 'rete', prefix: 'auto' })
  t.strictSame(
    whole.results.map(({ path }) => path),
    ['rete.md'],
  )
  t.strictSame(whole.completions, [])
  const { results, completions } = await search(app, { q: 'semiconduttori', prefix: 'true' })
  t.strictSame(completions, [], 'forms of the word are the word')
  t.ok(results.some(({ path }) => path === 'chip.md'))
})

t.test('it is on where the client says that somebody types', async (t) => {
  const cases: [why: string, params: SearchParams, isFinished: boolean][] = [
    ['not unless it is asked for', { q: 'cybers' }, false],
    ['nor where it is switched off', { q: 'cybers', prefix: 'false' }, false],
    ['auto, at the end', { q: 'rete cybers', prefix: 'auto' }, true],
    ['auto, with a space behind', { q: 'cybers ', prefix: 'auto' }, false],
    ['true, with a space behind', { q: 'cybers ', prefix: 'true' }, true],
    ['without repair and translations', { q: 'cybers', prefix: 'auto', exact: 'true', expand: 'none' }, true],
    ['a single letter', { q: 'c', prefix: 'true' }, false],
    ['a word of grammar', { q: 'di', prefix: 'true' }, false],
    ['quoted', { q: '"rete cybers"', prefix: 'true' }, false],
    ['excluded', { q: 'rete -cybers', prefix: 'true' }, false],
    ['a word that is not the last', { q: 'cybers rete', prefix: 'true' }, false],
    ['a sign behind it', { q: 'cybers!', prefix: 'true' }, false],
    ['nothing', { q: '', prefix: 'true' }, false],
    ['signs only', { q: '?!', prefix: 'true' }, false],
  ]
  for (const [why, params, isFinished] of cases) {
    const { completions } = await search(app, params)
    t.equal(completions.length > 0, isFinished, why)
  }
})

t.test(
  'a word that only lexicons have is finished where its translation is found, and never repaired',
  async (t) => {
    const cases: [beginning: string, to: string, path: string][] = [
      ['stipend', 'stipendi', 'salary.md'],
      ['greenhou', 'greenhouse', 'serra.md'],
      ['eredit', 'eredita', 'legacy.md'],
    ]
    for (const [beginning, to, path] of cases) {
      const { completions, corrections, results } = await search(app, { q: beginning, prefix: 'auto' })
      t.match(completions, [{ from: beginning, to }], beginning)
      t.strictSame(corrections, [])
      t.ok(
        results.some((one) => one.path === path),
        `${beginning} finds ${path}`,
      )
    }
    const { corrections, completions } = await search(app, { q: 'elicott', prefix: 'auto' })
    t.strictSame([corrections, completions], [[], []], 'elicottero: known, and nowhere in any language')
  },
)

t.test('what begins no word is repaired as ever', async (t) => {
  for (const prefix of ['false', 'auto']) {
    const { corrections } = await search(app, { q: 'cybersekurity', prefix })
    t.match(corrections, [{ from: 'cybersekurity', to: 'cybersecurity' }], prefix)
  }
})

t.test('every beginning of the words of the sample corpus finds what the word finds', async (t) => {
  const sample = await openTestEngine(t)
  await indexFolder(sample, sampleDocuments, { topics, bridge })
  const app = await buildApp({
    engine: sample,
    topics,
    bridge: () => bridge,
    logger: pino({ level: 'silent' }),
  })
  t.teardown(() => app.close())
  const words = new Set<string>()
  for (const { passages } of (await search(app, { q: 'energia', words: 'any', size: 20 })).results) {
    for (const { text } of passages) {
      for (const { text: word } of wordsOf(text)) if (/^\p{L}{8,}$/u.test(word)) words.add(word)
    }
  }
  t.ok(words.size > 60, `${words.size} words`)
  for (const word of [...words].slice(0, 60)) {
    const asked = { expand: 'none', exact: 'true', size: 100, fields: 'id' }
    const whole = await search(app, { ...asked, q: word })
    const beginning = word.slice(0, -2)
    const begun = await search(app, { ...asked, q: beginning, prefix: 'true' })
    // Words of which there are more than are looked for.
    if (begun.completions.length >= 10) continue
    const isNamed = begun.completions.some(({ to }) =>
      foldWord(word).startsWith(to.slice(0, beginning.length)),
    )
    const ids = new Set(begun.results.map(({ id }) => id))
    const missing = whole.results.filter(({ id }) => !ids.has(id))
    t.ok(isNamed || begun.query.terms.includes(beginning), `${beginning} is completed`)
    t.strictSame(missing, [], `${beginning} finds what ${word} finds`)
  }
})
