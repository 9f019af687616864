/** What is about the same as a document: in both languages, translations and copies marked, and why. */
import t from 'tap'
import type { RelatedResponse } from '../../server/schemas/related.ts'
import { get, search, testApp } from '../helpers/app.ts'
import { sampleApp } from '../helpers/sample.ts'

const { app } = await sampleApp(t)
const all = (await search(app, { size: 100 })).results

async function relatedTo(path: string, params = ''): Promise<RelatedResponse> {
  const id = all.find((one) => one.path === path)?.id
  const { status, body } = await get<RelatedResponse>(app, `/v1/documents/${id}/related${params}`)
  if (status !== 200) throw new Error(`${path} gave ${status}`)
  return body
}

t.test('a translation comes first and is marked', async (t) => {
  const cases: [path: string, translation: string][] = [
    ['it/supercalcolatori-europei.md', 'en/european-supercomputers.md'],
    ['en/submarine-cables-arctic-route.md', 'it/cavi-sottomarini-rotta-artica.md'],
    ['it/sicurezza-economica-europea.txt', 'en/european-economic-security.txt'],
  ]
  for (const [path, translation] of cases) {
    const { results, words } = await relatedTo(path)
    t.match(results[0], { path: translation, relation: 'translation' }, path)
    t.ok(words.length >= 3, `${path}: ${words}`)
    t.notOk(
      results.some((one) => one.path === path),
      'not the document itself',
    )
  }
})

t.test('most documents have similar ones in the other language, too', async (t) => {
  let having = 0
  for (const { path, lang } of all) {
    const { results } = await relatedTo(path)
    const others = results.filter((one) => one.relation === 'similar' && one.lang !== lang)
    if (others.length > 0) having += 1
  }
  t.ok(having > all.length / 2, `${having} of ${all.length}`)
  t.comment(`${having} of ${all.length}`)
})

t.test('documents of one topic find each other across languages', async (t) => {
  const cases: [path: string, related: string][] = [
    ['it/normativa-europea-sui-chip.md', 'en/european-chips-act.md'],
    ['it/idrogeno-corridoio-sud.txt', 'en/hydrogen-europe-japan.txt'],
    ['en/nis2-what-changes.md', 'it/nis2-cibersicurezza-imprese.md'],
    ['it/pmi-transizione-5-0.txt', 'en/smes-eu-japan-centre.txt'],
  ]
  for (const [path, related] of cases) {
    const { results } = await relatedTo(path)
    const found = results.find((one) => one.path === related)
    t.ok(found, `${path}: ${results.map(({ path }) => path)}`)
  }
})

t.test('each says which words it shares, and they are there', async (t) => {
  for (const path of ['it/idrogeno-corridoio-sud.txt', 'en/quantum-technologies-europe.md']) {
    const { results, words } = await relatedTo(path)
    for (const one of results.filter(({ relation }) => relation === 'similar')) {
      t.ok(one.shared.length >= 2, `${one.path}: ${one.shared.map(({ word }) => word)}`)
      t.ok(one.score !== null && one.score > 0)
      for (const { word } of one.shared) t.ok(words.includes(word))
      t.ok(
        one.shared.some(({ as }) => as !== null),
        `${one.path} has some of them in its best passages`,
      )
    }
  }
})

t.test('language and size are what was asked for', async (t) => {
  for (const lang of ['it', 'en']) {
    const { results } = await relatedTo('en/ai-act.md', `?lang=${lang}&size=2`)
    t.ok(results.length > 0)
    t.ok(results.every((one) => one.lang === lang))
    t.ok(results.filter(({ relation }) => relation === 'similar').length <= 2)
  }
})

t.test('copies are marked, and what has nothing in common is not there', async (t) => {
  const text = Array.from(
    { length: 14 },
    (_, index) => `La diga numero ${index} trattiene il torrente Bormida.`,
  )
  const { app } = await testApp(t, {
    'diga.md': `# La diga\n\n${text.join(' ')}`,
    'ristampa.md': `# La diga\n\n${text.join(' ')} Ristampa.`,
    'altro.md': '# Ricette\n\nIl risotto allo zafferano si manteca con il burro.',
  })
  const [diga, altro] = await Promise.all(
    ['diga', 'zafferano'].map(async (q) => (await search(app, { q })).results[0]?.id),
  )
  const { body } = await get<RelatedResponse>(app, `/v1/documents/${diga}/related`)
  t.match(
    body.results.map(({ relation }) => relation),
    ['copy'],
  )
  t.strictSame((await get<RelatedResponse>(app, `/v1/documents/${altro}/related`)).body.results, [])
})

t.test('what is not there, or no parameter, is told', async (t) => {
  t.equal((await get(app, '/v1/documents/nessuno/related')).status, 404)
  t.equal((await get(app, `/v1/documents/${all[0]?.id}/related?size=0`)).status, 400)
  t.equal((await get(app, `/v1/documents/${all[0]?.id}/related?page=2`)).status, 400)
})
