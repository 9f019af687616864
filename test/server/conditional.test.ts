/** What a client has already is not sent again; what is sent is compressed where the client takes it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import t from 'tap'
import type { Engine } from '../../engine/engine.ts'
import { appOn, get } from '../helpers/app.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { openTestEngine } from '../helpers/engine.ts'

const opened = await openTestEngine(t)
let calls = 0
const engine: Engine = {
  ...opened,
  read: (path, body, signal, isUrgent) => {
    if (isUrgent !== true) calls += 1
    return opened.read(path, body, signal, isUrgent)
  },
}
const { writer } = await openLiveWriter(engine)
const put = async (id: string, text: string): Promise<unknown> =>
  writer.change({ put: [smallDraft({ id, passages: [text] })] })
await put('faro', 'Il faro illumina il porto di Genova.')
const app = await appOn(t, engine)
await get(app, '/v1/topics')

const url = '/v1/search?q=faro&facets=lang'
const tagOf = async (address: string, headers: Record<string, string> = {}): Promise<string> =>
  String((await get(app, address, headers)).headers.etag)

t.test('a repeated search is answered 304, and the engine is not asked', async (t) => {
  const tag = await tagOf(url)
  t.match(tag, /^W\/"[\w-]{22}"$/)
  calls = 0
  for (const named of [tag, tag.slice(2), `"x", ${tag}`, '*']) {
    const { status, headers, body } = await get(app, url, { 'if-none-match': named })
    t.equal(status, 304, named)
    t.equal(body, '', 'without a body')
    t.match(headers, { etag: tag, 'cache-control': 'no-cache', vary: /accept-language/ })
  }
  t.equal(calls, 0, 'the engine was not asked')
})

t.test('the tag is of what is asked for', async (t) => {
  const tag = await tagOf(url)
  t.equal(await tagOf('/v1/search?facets=lang&q=faro'), tag, 'parameters in another order')
  const others = ['/v1/search?q=faro', '/v1/search?q=porto&facets=lang', '/v1/topics']
  for (const other of others) t.not(await tagOf(other), tag, other)
  t.not(await tagOf(url, { 'accept-language': 'it' }), tag, 'labels in another language')
})

t.test('after a change the old tag is worth nothing', async (t) => {
  const tag = await tagOf(url)
  await put('molo', 'Dal molo si vede il faro.')
  for (;;) {
    const { status, headers, body } = await get<{ total?: { value: number } }>(app, url, {
      'if-none-match': tag,
    })
    // The service looks for the changes of others three times a second.
    await sleep(20)
    if (status === 304) continue
    t.equal(status, 200)
    t.not(headers.etag, tag)
    t.equal(body.total?.value, 2)
    return
  }
})

t.test('errors have no tag', async (t) => {
  const { status, headers } = await get(app, '/v1/search?q=faro&size=x')
  t.equal(status, 400)
  t.notOk(headers.etag)
})

t.test('HEAD has the headers of GET', async (t) => {
  const tag = await tagOf(url)
  const head = await app.inject({ method: 'HEAD', url })
  t.equal(head.statusCode, 200)
  t.equal(head.headers.etag, tag)
  t.equal(head.body, '')
  const again = await app.inject({ method: 'HEAD', url, headers: { 'if-none-match': tag } })
  t.equal(again.statusCode, 304)
})

t.test('answers are compressed as the client likes it', async (t) => {
  const plain = await app.inject({ url })
  t.notOk(plain.headers['content-encoding'], 'and not if it says nothing')
  const rows = [
    { accepts: 'gzip', unpack: gunzipSync },
    { accepts: 'br, gzip', unpack: brotliDecompressSync },
  ]
  for (const { accepts, unpack } of rows) {
    const { headers, rawPayload } = await app.inject({ url, headers: { 'accept-encoding': accepts } })
    t.equal(headers['content-encoding'], accepts.split(',')[0])
    t.match(headers.vary, /accept-encoding/)
    t.match(JSON.parse(unpack(rawPayload).toString()), { total: { value: 2 } })
  }
  const small = await app.inject({ url: '/health/live', headers: { 'accept-encoding': 'gzip' } })
  t.notOk(small.headers['content-encoding'], 'a small answer stays as it is')
})

t.test('the pages around one are in the header Link', async (t) => {
  const linkOf = async (page: number): Promise<unknown> =>
    (await get(app, `/v1/search?q=faro&size=1&page=${page}`)).headers.link
  t.equal(await linkOf(1), '</v1/search?q=faro&size=1&page=2>; rel="next"')
  t.equal(await linkOf(2), '</v1/search?q=faro&size=1&page=1>; rel="prev"')
  t.equal((await get(app, '/v1/search?q=faro')).headers.link, undefined)
})
