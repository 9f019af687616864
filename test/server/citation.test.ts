/** One document as an entry for reference managers. */
import t from 'tap'
import { get, search } from '../helpers/app.ts'
import { sampleApp } from '../helpers/sample.ts'

const { app } = await sampleApp(t)
const { results } = await search(app, { size: 100 })
const published = results.find(({ url, date }) => url !== null && date !== null)
const unpublished = results.find(({ url }) => url === null)

t.test('the entry is that of an export, and says what it is', async (t) => {
  for (const [format, type, ending] of [
    ['ris', /^application\/x-research-info-systems; charset=utf-8$/, 'ris'],
    ['bibtex', /^application\/x-bibtex; charset=utf-8$/, 'bib'],
  ] as const) {
    const all = (await get<string>(app, `/v1/export?format=${format}`)).body
    for (const { id, url } of results) {
      const { status, body, headers } = await get<string>(
        app,
        `/v1/documents/${id}/citation?format=${format}`,
      )
      t.equal(status, 200)
      if (url !== null) t.ok(all.includes(body), `${format} of ${id}`)
      t.match(headers, {
        'content-type': type,
        'content-disposition': `attachment; filename="${id}.${ending}"`,
        vary: /accept-language/,
      })
    }
  }
})

t.test('RIS is what comes where no format is named', async (t) => {
  const { body } = await get<string>(app, `/v1/documents/${results[0]?.id}/citation`)
  t.match(body, /^TY {2}- /)
})

t.test('a document that was not published elsewhere has its address here', async (t) => {
  const path = `/v1/documents/${unpublished?.id}/citation`
  const { body } = await get<string>(app, path, { host: 'ricerca.example' })
  t.match(body, `UR  - http://ricerca.example/v1/documents/${unpublished?.id}\r\n`)
  t.match(body, /^TY {2}- ELEC\r$/m)
})

t.test('the day on which it was read stands there if it is given', async (t) => {
  const path = `/v1/documents/${(published ?? results[0])?.id}/citation`
  for (const [format, line] of [
    ['ris', 'Y2  - 2026/11/30/\r\n'],
    ['bibtex', '  urldate = {2026-11-30}'],
  ] as const) {
    const { body } = await get<string>(app, `${path}?format=${format}&accessed=2026-11-30`)
    t.ok(body.includes(line), body)
    t.notMatch((await get<string>(app, `${path}?format=${format}`)).body, /Y2|urldate/)
  }
})

t.test('topics are named in the language that is asked for', async (t) => {
  const about = results.find(({ topics }) => topics.some(({ id }) => id === 'ai'))
  const path = `/v1/documents/${about?.id}/citation`
  t.match((await get(app, path, { 'accept-language': 'it' })).body, /KW {2}- Intelligenza artificiale/)
  t.match((await get(app, path, { 'accept-language': 'en' })).body, /KW {2}- Artificial intelligence/)
})

t.test('who has it already is told so', async (t) => {
  const path = `/v1/documents/${results[0]?.id}/citation`
  const { headers } = await get(app, path)
  t.equal((await get(app, path, { 'if-none-match': String(headers.etag) })).status, 304)
})

t.test('what is wrong is told', async (t) => {
  const id = results[0]?.id
  for (const [path, status] of [
    [`${id}/citation?format=csv`, 400],
    [`${id}/citation?accessed=yesterday`, 400],
    [`${id}/citation?accessed=2026-11`, 400],
    [`${id}/citation?style=apa`, 400],
    ['nothing/citation', 404],
  ] as const) {
    t.equal((await get(app, `/v1/documents/${path}`)).status, status, path)
  }
})
