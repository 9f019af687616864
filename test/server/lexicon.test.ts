/** Pairs of words that are added, rejected and taken back over REST, and what searches make of it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { readLexicons } from '../../cli/lexicon/files.ts'
import { followKeys } from '../../server/access/follow-keys.ts'
import { changeKeys } from '../../server/access/key-file.ts'
import { createKey } from '../../server/access/keys.ts'
import { type AccessOptions, type App, buildApp } from '../../server/app.ts'
import type { LexiconPairsResponse, LexiconResponse } from '../../server/schemas/lexicon.ts'
import { get, pathsOf, search, searchUrl } from '../helpers/app.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'
import { decidingApp } from '../helpers/lexicon.ts'
import { checkProblem } from '../helpers/problem.ts'
import { type Sent, send } from '../helpers/writing.ts'

const FILES = {
  'it/archivio.md': '# Il comune\n\nOgni ufficio consulta il tabulario senza uscire.',
  'en/registry.md': '# The town hall\n\nThe muniment room opens to scholars on Monday.',
  'it/gol.md': '# La partita\n\nLa rete è arrivata al novantesimo minuto.',
  'en/match.md': '# The match\n\nThe goal came in the last minute.',
  'en/cables.md': '# Cables\n\nThe network reaches every village of the valley.',
  'en/machines.md': '# Machines\n\nArtificial intelligence reads old handwriting.',
  'it/foto.md': '# Foglie\n\nLa fotosintesi avviene nelle foglie.',
  'en/photo.md': '# Leaves\n\nPhotosynthesis happens in the leaves.',
}
const PAIRS = '/v1/lexicon/pairs'

const engine = await openTestEngine(t)
await indexDocuments(engine, FILES)

const serve = (t: Test, dataDir: string, access: Partial<AccessOptions> = {}): Promise<App> =>
  decidingApp(t, engine, dataDir, access)
const put = <T = Record<string, unknown>>(app: App, body: unknown): Promise<Sent<T>> =>
  send<T>(app, 'PUT', PAIRS, { body })
const remove = <T = LexiconPairsResponse>(app: App, it: string, en: string): Promise<Sent<T>> =>
  send<T>(app, 'DELETE', `${PAIRS}?${new URLSearchParams({ it, en })}`)
const listed = async (app: App, query = ''): Promise<LexiconPairsResponse> =>
  (await get<LexiconPairsResponse>(app, PAIRS + query)).body
const known = async (app: App, q: string, lang: string): Promise<string[]> => {
  const { body } = await get<LexiconResponse>(app, `/v1/lexicon?${new URLSearchParams({ q })}`)
  return (body.languages.find((one) => one.lang === lang)?.translations ?? []).map(
    ({ from, to, via, lexicons, rejected, weight }) =>
      rejected ? `not ${from} – ${to}` : `${from} – ${to} ${via} ${lexicons} ${weight > 0}`,
  )
}
const english = (app: App, q: string): Promise<string[]> => pathsOf(app, { q, queryLang: 'it', lang: 'en' })

t.test('a pair that is added is found by the next search, and taken back by the one after', async (t) => {
  const app = await serve(t, t.testdir())
  t.strictSame(await english(app, 'tabulario'), [], 'no lexicon has these words')
  const url = searchUrl({ q: 'tabulario', queryLang: 'it', lang: 'en' })
  const { etag } = (await get(app, url)).headers
  t.equal((await get(app, url, { 'if-none-match': String(etag) })).status, 304)

  const { status, body } = await put(app, { it: 'tabulario', en: 'muniment room' })
  t.equal(status, 201)
  t.strictSame(body, { it: 'tabulario', en: 'muniment room', rejected: false })
  t.equal((await get(app, url, { 'if-none-match': String(etag) })).status, 200, 'what a client has is old')
  t.strictSame(await english(app, 'tabulari'), ['en/registry.md'], 'in any form')
  t.strictSame(await pathsOf(app, { q: 'muniment rooms', queryLang: 'en', lang: 'it' }), ['it/archivio.md'])
  t.match((await search(app, { q: 'tabulario', lang: 'en' })).expansions, [
    { from: 'tabulario', to: 'muniment room', via: 'own' },
  ])
  t.ok((await known(app, 'tabulario', 'it')).includes('tabulario – muniment room own own true'))
  t.strictSame(await listed(app), {
    total: 1,
    pairs: [{ it: 'tabulario', en: 'muniment room', rejected: false }],
  })

  t.equal((await put(app, { it: 'Tabulario ', en: 'muniment room' })).status, 200, 'once more is the same')
  t.equal((await listed(app)).total, 1)

  const taken = await remove(app, 'tabulari', 'muniment rooms')
  t.strictSame(taken.body.pairs, [{ it: 'tabulario', en: 'muniment room', rejected: false }], 'by any form')
  t.strictSame(await english(app, 'tabulario'), [])
  const again = await remove(app, 'tabulario', 'muniment room')
  checkProblem(t, { ...again, body: again.text }, 404, 'again')
})

t.test('a pair that is rejected is no expansion any more, in any form and whoever says so', async (t) => {
  const app = await serve(t, t.testdir())
  const goal = async (q: string): Promise<boolean> =>
    (await search(app, { q, queryLang: 'it' })).expansions.some(({ to }) => /goal/.test(to))
  const cases = [
    ['rete', 'goal', 'en/match.md', 'a lexicon says it'],
    ['fotosintesi', 'photosynthesis', 'en/photo.md', 'or the spelling'],
    ['IA', 'artificial intelligence', 'en/machines.md', 'or a variant has it'],
  ] as const
  for (const [it, en, path, why] of cases) {
    t.ok((await english(app, it)).includes(path), `${it} finds ${path}: ${why}`)
    t.equal((await put(app, { it, en, rejected: true })).status, 201)
    t.notOk((await english(app, it)).includes(path), `and does not any more`)
    t.ok((await known(app, it, 'it')).includes(`not ${it} – ${en}`), 'it is told')
    t.ok((await known(app, en, 'en')).includes(`not ${en} – ${it}`), 'from the other side, too')
  }
  t.notOk(await goal('reti'), 'reti is a form of rete')
  t.ok((await english(app, 'rete')).includes('en/cables.md'), 'what else it means stays')
  t.equal((await put(app, { it: 'reti', en: 'goals', rejected: true })).status, 200, 'decided already')
  t.strictSame((await listed(app, '?q=GOAL')).pairs, [{ it: 'rete', en: 'goal', rejected: true }])
  t.equal((await listed(app, '?rejected=false')).total, 0)
  t.strictSame((await listed(app, '?size=1')).total, 3, 'the total counts what is not shown')

  t.equal((await remove(app, 'rete', 'goal')).status, 200)
  t.ok((await english(app, 'rete')).includes('en/match.md'), 'lexicons count again')
})

t.test('of two decisions about a pair the later one counts', async (t) => {
  const app = await serve(t, t.testdir())
  await put(app, { it: 'tabulario', en: 'muniment room' })
  const rejected = await put(app, { it: 'tabulari', en: 'muniment rooms', rejected: true })
  t.equal(rejected.status, 200, 'something was decided before')
  t.strictSame((await listed(app)).pairs, [{ it: 'tabulari', en: 'muniment rooms', rejected: true }])
  t.strictSame(await english(app, 'tabulario'), [])
  await put(app, { it: 'tabulario', en: 'muniment room' })
  t.strictSame((await listed(app)).pairs, [{ it: 'tabulario', en: 'muniment room', rejected: false }])
  t.strictSame(await english(app, 'tabulario'), ['en/registry.md'])
})

t.test('decisions outlive the service, are lexicons for commands, and leave other lines alone', async (t) => {
  const dataDir = t.testdir({ lexicon: { 'own.tsv': '# via: own\n# il nostro ufficio\nargine\tlevee\n' } })
  const app = await serve(t, dataDir)
  await put(app, { it: 'tabulario', en: 'muniment room' })
  await put(app, { it: 'rete', en: 'goal', rejected: true })
  const again = await serve(t, dataDir)
  t.strictSame(await english(again, 'tabulario'), ['en/registry.md'])
  t.notOk((await english(again, 'rete')).includes('en/match.md'))
  t.equal(
    readFileSync(join(dataDir, 'lexicon', 'own.tsv'), 'utf8'),
    '# via: own\n# il nostro ufficio\nargine\tlevee\ntabulario\tmuniment room\n',
  )
  const { lexicons, problems } = readLexicons(dataDir)
  t.strictSame(problems, [])
  t.strictSame(
    lexicons.filter(({ isPackaged }) => !isPackaged).map(({ name, isRejecting }) => [name, isRejecting]),
    [
      ['own', false],
      ['rejected', true],
    ],
  )
  await remove(app, 'argine', 'levee')
  t.match(readFileSync(join(dataDir, 'lexicon', 'own.tsv'), 'utf8'), /^# il nostro ufficio\ntabulario/m)
})

t.test('pairs that are decided at the same time are all kept', async (t) => {
  const app = await serve(t, t.testdir())
  const words = ['argine', 'barca', 'chiave', 'domanda', 'esame', 'fiume']
  const answers = await Promise.all(words.map((it) => put(app, { it, en: `zz${it}` })))
  t.strictSame(new Set(answers.map(({ status }) => status)), new Set([201]))
  t.strictSame(new Set((await listed(app)).pairs.map(({ it }) => it)), new Set(words))
  for (const it of words) t.ok((await known(app, it, 'it')).includes(`${it} – zz${it} own own true`), it)
})

t.test('what cannot be a pair is refused, and says why', async (t) => {
  const app = await serve(t, t.testdir())
  const long = 'parola '.repeat(40)
  const cases: [why: string, body: unknown, parameter: string, detail: RegExp][] = [
    ['empty', { it: '', en: 'data' }, 'it', /empty/],
    ['blank', { it: 'dati', en: '  ' }, 'en', /empty/],
    ['too long', { it: long, en: 'data' }, 'it', /200/],
    ['no letters', { it: '2024', en: 'data' }, 'it', /no letter/],
    ['signs', { it: 'dati', en: '–' }, 'en', /no letter/],
    ['words of grammar', { it: 'della', en: 'data' }, 'it', /articles/],
    ['one side', { it: 'dati' }, 'en', /missing/],
    ['another name', { it: 'dati', en: 'data', reject: true }, 'reject', /Did you mean "rejected"/],
    ['no truth value', { it: 'dati', en: 'data', rejected: 'forse' }, 'rejected', /boolean/],
  ]
  for (const [why, body, parameter, detail] of cases) {
    const sent = await put(app, body)
    const problem = checkProblem(t, { ...sent, body: sent.text }, 400, why)
    t.match(problem.errors, [{ parameter, detail }], why)
  }
  t.equal((await listed(app)).total, 0, 'nothing is kept of it')
  await put(app, { it: 'multa', en: 'fine' })
  const turned = await put(app, { it: 'fine', en: 'multa' })
  const problem = checkProblem(t, { ...turned, body: turned.text }, 409, 'the other way round')
  t.match(problem.detail, /"multa" – "fine" is decided the other way round/)
  t.equal((await put(app, { it: 'computer', en: 'computer' })).status, 201, 'the same word in both is a pair')
})

t.test('only keys that may write decide', async (t) => {
  const dataDir = t.testdir()
  const made = (scope: 'search' | 'index') =>
    createKey({ label: scope, scopes: [scope], expiresAt: null }, [], new Date())
  const [reading, writing] = [made('search'), made('index')]
  await changeKeys(dataDir, () => ({ keys: [reading.key, writing.key], result: undefined }))
  const keys = await followKeys(dataDir, { logger: pino({ level: 'silent' }) })
  t.teardown(() => keys.close())
  const app = await serve(t, dataDir, { keys, writesLocally: false })
  const body = { it: 'tabulario', en: 'muniment room' }
  const asked = (method: 'PUT' | 'DELETE', secret?: string) =>
    send(app, method, method === 'PUT' ? PAIRS : `${PAIRS}?it=tabulario&en=muniment+room`, {
      ...(method === 'PUT' ? { body } : {}),
      headers: secret === undefined ? {} : { authorization: `Bearer ${secret}` },
    })
  for (const method of ['PUT', 'DELETE'] as const) {
    const without = await asked(method)
    checkProblem(t, { ...without, body: without.text }, 401, `${method} without a key`)
    const withReading = await asked(method, reading.secret)
    checkProblem(t, { ...withReading, body: withReading.text }, 403, `${method} with a key that reads`)
  }
  t.equal((await asked('PUT', writing.secret)).status, 201)
  t.equal((await get(app, PAIRS)).status, 200, 'everybody may look')
  t.equal((await asked('DELETE', writing.secret)).status, 200)
})

t.test('a lexicon that cannot be read is told, and nothing of the inside with it', async (t) => {
  const dataDir = t.testdir({ lexicon: {} })
  const app = await serve(t, dataDir)
  writeFileSync(join(dataDir, 'lexicon', 'glossario.tsv'), 'una riga senza traduzione\n')
  const unused = await put(app, { it: 'tabulario', en: 'muniment room' })
  const problem = checkProblem(t, { ...unused, body: unused.text }, 503, 'another lexicon is broken')
  t.match(problem.detail, /is kept, but searches do not go by it yet/)
  t.equal((await listed(app)).total, 1, 'it is kept')

  const later = await serve(t, dataDir)
  t.strictSame(await english(later, 'tabulario'), ['en/registry.md'], 'started with it broken, it counts')
  t.equal((await put(later, { it: 'rete', en: 'goal', rejected: true })).status, 201, 'and so do new ones')

  writeFileSync(join(dataDir, 'lexicon', 'own.tsv'), 'una riga senza traduzione\n')
  for (const sent of [
    await put(later, { it: 'argine', en: 'levee' }),
    await send(later, 'GET', PAIRS),
    await remove(later, 'rete', 'goal'),
  ]) {
    checkProblem(t, { ...sent, body: sent.text }, 503, 'the own lexicon is broken')
  }
  t.equal(
    (await search(later, { q: 'tabulario', lang: 'en' })).total.value,
    1,
    'what was in use stays in use',
  )
})

t.test('a service that keeps no decisions takes none, and lists none', async (t) => {
  const app = await buildApp({
    engine,
    topics: readTopics(),
    access: { writesLocally: true },
    logger: pino({ level: 'silent' }),
  })
  t.teardown(() => app.close())
  const sent = await put(app, { it: 'tabulario', en: 'muniment room' })
  checkProblem(t, { ...sent, body: sent.text }, 403, 'put')
  const listed = await send(app, 'GET', PAIRS)
  t.equal(listed.status, 200)
  t.strictSame(listed.body, { total: 0, pairs: [] })
})
