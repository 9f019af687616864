/** What a topic is called finds the documents that have it, below those that have the word. */
import { pino } from 'pino'
import t from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { readLexicons } from '../../cli/lexicon/files.ts'
import { openLive } from '../../engine/live-generation.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { buildApp } from '../../server/app.ts'
import { search } from '../helpers/app.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'

/** Of one passage each. Those that have the word are longer, which counts against it. */
const FILES = {
  'it/parola.md':
    '# Gli enti locali\n\nI comuni devono nominare un responsabile della cibersicurezza entro la fine del prossimo anno, dice la legge approvata ieri dal Parlamento dopo un lungo esame nelle commissioni; molti sindaci lamentano che manchino i soldi e le persone.',
  'it/tema.md': '---\ntopics: [cybersecurity]\n---\n# Le password\n\nUna password lunga protegge la posta.',
  'it/altro.md': '# Il porto\n\nLe gru del porto scaricano i container.',
  'en/word.md':
    '# Local authorities\n\nCouncils must appoint an officer for cybersecurity before the end of next year, says the law that Parliament passed yesterday after long debates in its committees; many mayors complain that they have neither the money nor the people for it.',
  'en/topic.md':
    '---\ntopics: [cybersecurity, ai]\n---\n# Passwords\n\nA long password protects your mailbox.',
  'en/phrase.md': '# Words\n\nSome say that artificial intelligence is neither of the two.',
  'en/other.md': '# The harbor\n\nCranes unload the containers.',
  'de/thema.md':
    '---\ntopics: [cybersecurity]\nlang: de\n---\n# Kennwörter\n\nEin langes Kennwort schützt das Postfach und die Daten darin.',
}

const engine = await openTestEngine(t)
await indexDocuments(engine, FILES)
const bridge = createBridge(readLexicons(t.testdir()).lexicons)
const app = await buildApp({
  engine,
  topics: readTopics(),
  bridge: () => bridge,
  logger: pino({ level: 'silent' }),
})
t.teardown(() => app.close())

const pathsIn = async (q: string, lang: string): Promise<string[]> =>
  (await search(app, { q, lang })).results.map(({ path }) => path)

t.test('a document is found by the name of its topic, after those that have the word', async (t) => {
  for (const q of ['cibersicurezza', 'cybersicurezza', 'cybersecurity']) {
    t.strictSame(await pathsIn(q, 'it'), ['it/parola.md', 'it/tema.md'], `${q}, in Italian`)
    t.strictSame(await pathsIn(q, 'en'), ['en/word.md', 'en/topic.md'], `${q}, in English`)
    t.strictSame(await pathsIn(q, 'de'), [], `${q}: topics have no names in German`)
  }
})

t.test('the answer shows why, and nothing that the text does not have', async (t) => {
  const { results } = await search(app, { q: 'cybersecurity password', lang: 'en' })
  const [hit] = results
  t.equal(hit?.path, 'en/topic.md')
  t.strictSame(hit?.missing, [], 'the word is not missing')
  t.strictSame(
    hit?.topics.map(({ label }) => label),
    ['Cybersecurity', 'Artificial intelligence'],
    'the topic has its name',
  )
  const { text = '', highlights = [] } = hit?.passages[0] ?? {}
  t.strictSame(
    highlights.map(({ start, end }) => text.slice(start, end)),
    ['password'],
    'only what is written is highlighted',
  )
})

t.test('a name of several words is found as words, not as a phrase', async (t) => {
  t.strictSame((await pathsIn('artificial intelligence', 'en')).toSorted(), ['en/phrase.md', 'en/topic.md'])
  t.strictSame(await pathsIn('"artificial intelligence"', 'en'), ['en/phrase.md'])
  t.strictSame(await pathsIn('"intelligenza artificiale"', 'it'), [], 'no text has it')
})

t.test('names of topics are counted as terms, but are nobody’s spelling', async (t) => {
  await indexDocuments(engine, { 'it/tema.md': FILES['it/tema.md'], 'it/altro.md': FILES['it/altro.md'] })
  const { statistics } = (await openLive(engine)) ?? {}
  const term = statistics?.term('it', 'cibersicurezz')
  t.match(term, { passages: 1, documents: 1 })
  t.strictSame(term?.forms, [])
  const own = await buildApp({ engine, topics: readTopics(), logger: pino({ level: 'silent' }) })
  t.teardown(() => own.close())
  const typed = await search(own, { q: 'cibersicurezza', queryLang: 'it' })
  t.match(typed, { corrections: [], warnings: [], total: { value: 1 } }, 'the name itself is known')
  const mistyped = await search(own, { q: 'cibersicurezzza ', queryLang: 'it' })
  t.match(mistyped, { corrections: [], total: { value: 0 } }, 'others are not taken for it')
})
