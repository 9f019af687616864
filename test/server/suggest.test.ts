/** What an unfinished query may become: words, topics, references and titles, none of which finds nothing. */
import t from 'tap'
import type { SuggestResponse } from '../../server/schemas/suggest.ts'
import { get, search } from '../helpers/app.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { sampleApp } from '../helpers/sample.ts'

const { app, engine } = await sampleApp(t)
// Titles are read when somebody asks first.
await get(app, '/v1/suggest?q=a')
await new Promise((resolve) => setTimeout(resolve, 1_000))

async function suggest(params: Record<string, string>): Promise<SuggestResponse['suggestions']> {
  const url = `/v1/suggest?${new URLSearchParams(params)}`
  const { status, body } = await get<SuggestResponse>(app, url)
  if (status !== 200) throw new Error(`${url} gave ${status}`)
  return body.suggestions
}
const textsOf = async (params: Record<string, string>): Promise<string[]> =>
  (await suggest(params)).map(({ text }) => text)

t.test('the beginning of a word becomes the word, as it is written, in both languages', async (t) => {
  const cases: [beginning: string, text: string, lang: string, translation: string | null][] = [
    ['semicond', 'semiconduttori', 'it', 'semiconductors'],
    ['semicond', 'semiconductors', 'en', 'semiconduttori'],
    ['idrog', 'idrogeno', 'it', 'hydrogen'],
    ['HYDRO', 'hydrogen', 'en', 'idrogeno'],
    ['portaf', 'portafoglio', 'it', 'wallet'],
    ['societ', 'società', 'it', 'company'],
  ]
  for (const [q, text, lang, translated] of cases) {
    const word = (await suggest({ q })).find((one) => one.kind === 'word' && one.text === text)
    t.match(word, { lang, id: null }, `${q}: ${text}`)
    const other = word?.translation?.text ?? null
    t.equal(other?.slice(0, 5), translated?.slice(0, 5), `${text} is ${other}`)
  }
})

t.test('accents and case do not matter', async (t) => {
  const plain = await textsOf({ q: 'identit' })
  t.ok(plain.includes('identità'))
  t.strictSame(await textsOf({ q: 'ÌDENTIT' }), plain)
})

t.test('what is suggested finds something', async (t) => {
  const beginnings = [
    'a',
    'co',
    'dig',
    'int',
    'regol',
    'ch',
    'qu',
    'str',
    'e',
    'sicurezza ec',
    'chips a',
    'dati p',
  ]
  for (const q of beginnings) {
    for (const { kind, text, id, documents } of await suggest({ q, limit: '20' })) {
      const found =
        kind === 'word'
          ? (await search(app, { q: text })).total.value
          : kind === 'title'
            ? (await get(app, `/v1/documents/${id}`)).status === 200 && 1
            : (await search(app, { [kind]: id ?? '' })).total.value
      t.ok(Number(found) > 0 && documents > 0, `${q}: ${kind} ${text}`)
      if (kind === 'topic' || kind === 'reference') t.equal(documents, found, `${text}: as many as it finds`)
    }
  }
})

t.test('behind other words only those come that go with them', async (t) => {
  t.ok((await textsOf({ q: 'intelligenza art' })).includes('intelligenza artificiale'))
  t.ok((await textsOf({ q: 'idro' })).includes('idrogeno'))
  const words = (await suggest({ q: 'intelligenza idro' })).filter(({ kind }) => kind === 'word')
  for (const { text } of words) t.ok((await search(app, { q: text, words: 'all' })).total.value > 0, text)
})

t.test('topics, references and titles are named in either language', async (t) => {
  t.match(
    (await suggest({ q: 'semicond' })).find(({ kind }) => kind === 'topic'),
    { id: 'semiconductors', translation: { lang: /^(it|en)$/ } },
  )
  const acts = (await suggest({ q: 'ai act' })).filter(({ kind }) => kind === 'reference')
  t.ok(acts.some(({ id }) => id === 'eu:2024/1689'))
  t.ok(
    (await suggest({ q: 'submarine ca' })).some(({ kind, text }) => kind === 'title' && /cables/i.test(text)),
  )
})

t.test('one language can be asked for', async (t) => {
  for (const lang of ['it', 'en']) {
    const all = await suggest({ q: 'di', lang, limit: '20' })
    t.ok(all.length > 0)
    for (const one of all) t.equal(one.lang, lang, one.text)
  }
})

t.test('nothing is suggested where nothing begins', async (t) => {
  for (const q of ['', ' ', 'idrogeno ', 'xqzw', '"', '-', '🚀', '((('])
    t.strictSame(await suggest({ q }), [], JSON.stringify(q))
})

t.test('at most as many as are wanted', async (t) => {
  for (const limit of [1, 2, 5, 20]) t.ok((await suggest({ q: 'c', limit: String(limit) })).length <= limit)
  t.equal((await get(app, '/v1/suggest?q=c&limit=0')).status, 400)
  t.equal((await get(app, '/v1/suggest')).status, 400)
})

t.test('what has come is suggested, and what has gone is not', async (t) => {
  const { writer } = await openLiveWriter(engine)
  const until = async (q: string, isThere: boolean): Promise<boolean> => {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await suggest({ q })).some(({ kind }) => kind === 'title') === isThere) return true
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return false
  }
  await writer.change({
    put: [smallDraft({ id: 'zibaldone-lunare', passages: ['Appunti sulla luna piena.'] })],
  })
  t.ok(await until('zibald', true), 'it comes')
  await writer.change({ remove: ['zibaldone-lunare'] })
  t.ok(await until('zibald', false), 'it goes')
  await writer.settle()
})
