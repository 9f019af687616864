/** Pairs of words by the client for JavaScript, against the real service. */
import t from 'tap'
import { BiforaError, createClient } from '../../client/src/client.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'
import { decidingApp } from '../helpers/lexicon.ts'

const engine = await openTestEngine(t)
await indexDocuments(engine, {
  'en/hall.md': '# The town hall\n\nThe muniment room opens to scholars on Monday.',
})
const app = await decidingApp(t, engine, t.testdir())
const client = createClient({ url: await app.listen({ host: '127.0.0.1', port: 0 }) })
const found = async (): Promise<number> =>
  (await client.search({ q: 'tabulario', queryLang: 'it' })).total.value

t.test('a pair is added, listed, known, found by a search, and taken back', async (t) => {
  t.equal(await found(), 0)
  const pair = { it: 'tabulario', en: 'muniment room' }
  t.strictSame(await client.putLexiconPair(pair), { ...pair, rejected: false })
  t.equal(await found(), 1)
  t.strictSame((await client.lexiconPairs({ rejected: false })).pairs, [{ ...pair, rejected: false }])
  t.match((await client.lexicon('tabulario')).languages[0], {
    lang: 'it',
    translations: [{ from: 'tabulario', to: 'muniment room', lexicons: ['own'], rejected: false }],
  })
  t.equal((await client.deleteLexiconPair(pair)).total, 1)
  t.equal(await found(), 0)
})

t.test('a pair is rejected, and what cannot be one is an error with its reason', async (t) => {
  await client.putLexiconPair({ it: 'rete', en: 'goal', rejected: true })
  t.match((await client.lexiconPairs({ q: 'goal' })).pairs, [{ it: 'rete', rejected: true }])
  const refused = await client.putLexiconPair({ it: '12', en: 'twelve' }).catch((error: unknown) => error)
  t.match(refused, { status: 400, errors: [{ parameter: 'it' }] })
  t.ok(refused instanceof BiforaError)
})
