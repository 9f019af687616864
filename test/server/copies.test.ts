/** Near copies as the service shows them: once a page, with the others named, while totals and facets count documents. */
import t from 'tap'
import { createGrouper } from '../../indexer/copies/group.ts'
import { createSketch, similarity } from '../../indexer/copies/minhash.ts'
import { analyze } from '../../language/analyzer.ts'
import type { SearchHit } from '../../server/schemas/search-hit.ts'
import { type DocumentResponse, get, search, testApp } from '../helpers/app.ts'
import { openTestEngine } from '../helpers/engine.ts'
import { put, send, writingApp } from '../helpers/writing.ts'

const ferry = `Il traghetto per le isole tornerà a partire ogni giorno dal molo vecchio, dopo sei mesi di lavori. La compagnia ha sostituito i motori e rifatto il ponte delle auto, che dopo la mareggiata di novembre si allagava a ogni traversata.

Gli abitanti delle isole avevano protestato a lungo contro il servizio ridotto: per andare dal medico o a scuola bisognava prendere la barca dei pescatori, quando il mare lo permetteva. Il sindaco ha ringraziato gli equipaggi, che durante l'inverno hanno portato a terra i malati e il pane sulle isole.

Da giugno le corse saranno quattro al giorno, e il sabato una in più dopo il tramonto. I biglietti si comprano al chiosco o a bordo; chi abita sulle isole viaggia con lo sconto della metà, e le biciclette non pagano. Per le automobili conviene prenotare con qualche giorno di anticipo.`
const gazette =
  'Ristampa autorizzata dalla Gazzetta del Golfo. Abbonatevi per leggere le altre notizie della costa.'
const agency =
  'Agenzia del mare, redazione di Levante. È vietata la riproduzione senza il consenso della redazione.'
const bakery = `Il forno di piazza della Vittoria riapre con due giovani al posto del vecchio fornaio, che dopo quarantadue anni di pane ha deciso di riposarsi. Useranno la stessa farina e lo stesso forno a legna, ma apriranno un'ora più tardi, perché nessuno compra più il pane alle cinque del mattino.

Oltre alle pagnotte faranno focacce con le olive e biscotti al finocchio, secondo la ricetta che la nonna di uno dei due aveva scritto su un calendario. Il sabato il forno resterà acceso fino a sera, e chi vuole potrà portare la propria teglia da cuocere, come si faceva una volta nel quartiere. Il traghetto porterà il pane alle isole.`
const english = `The ferry to the islands will again leave every day from the old pier, after six months of work. The company has replaced the engines and rebuilt the car deck, which since the storm in November had been flooded on every crossing.

The people of the islands had long protested against the reduced service: to see a doctor or to go to school, one had to take the fishermen's boat, whenever the sea allowed it. The mayor thanked the crews, who during the winter brought the sick ashore and bread to the islands.`

const article = (day: string, text: string, footer = ''): string =>
  `---\ntitle: Torna il traghetto\nlang: it\ndate: ${day}\n---\n\n${text}\n\n${footer}\n`
const files = {
  'agenzia/traghetto.md': article('2024-05-02', ferry, agency),
  'gazzetta/traghetto.md': article('2024-05-03', ferry, gazette),
  'archivio/2025/traghetto.md': article('2025-01-10', `Dal nostro archivio, di sei mesi fa.\n\n${ferry}`),
  'forno.md': `---\nlang: it\ndate: 2024-05-02\n---\n# Il forno riapre\n\n${bakery}\n`,
  'ferry.md': `---\nlang: en\ndate: 2024-05-02\n---\n# The ferry is back\n\n${english}\n`,
}
const { app } = await testApp(t, files)
const pathsOf = (hits: readonly SearchHit[]): string[] => hits.map(({ path }) => path)
const reprints = Object.keys(files).slice(0, 3).sort()

t.test('near copies are one result, with the others named', async (t) => {
  const { results, total, page } = await search(app, { q: 'traghetto isole', expand: 'none' })
  t.strictSame([total.value, page.pages], [4, 1], 'totals count documents')
  t.equal(results.length, 2)
  const [best, other] = results
  t.strictSame(
    [...pathsOf([best as SearchHit]), ...(best?.copies ?? []).map(({ path }) => path)].sort(),
    reprints,
  )
  t.ok(best?.copies.every(({ folded, title }) => folded && title === 'Torna il traghetto'))
  t.match(best, { copiesTotal: 2 })
  t.match(other, { path: 'forno.md', copies: [], copiesTotal: 0 }, 'another text about it is no copy')
})

t.test('where only some of them match, the others are named, but not folded', async (t) => {
  const { results, total } = await search(app, { q: 'traghetto', from: '2025' })
  t.equal(total.value, 1)
  t.strictSame(
    results.map(({ path, copies }) => [path, copies.map(({ path, folded }) => [path, folded]).sort()]),
    [
      [
        'archivio/2025/traghetto.md',
        [
          ['agenzia/traghetto.md', false],
          ['gazzetta/traghetto.md', false],
        ],
      ],
    ],
  )
  t.match(
    results[0]?.copies.find(({ path }) => path.startsWith('gazzetta')),
    { date: '2024-05-03', url: null },
  )
  t.strictSame(pathsOf((await search(app, { q: 'ristampa Gazzetta' })).results), ['gazzetta/traghetto.md'])
})

t.test(
  'every match is on one page, as a result or with one, and facets count what a click finds',
  async (t) => {
    for (const params of [{ q: 'traghetto' }, { q: '' }, { q: 'isole', sort: '-date' }]) {
      for (const size of [1, 2, 3, 100]) {
        const found: string[] = []
        const { total, page } = await search(app, { ...params, size })
        for (let number = 1; number <= page.pages; number += 1) {
          const { results } = await search(app, { ...params, size, page: number })
          for (const { path, copies } of results) {
            found.push(path, ...copies.flatMap((copy) => (copy.folded ? [copy.path] : [])))
          }
        }
        t.strictSame(
          [found.length, new Set(found).size],
          [total.value, total.value],
          JSON.stringify({ params, size }),
        )
      }
    }
    const { facets } = await search(app, { q: 'traghetto', facets: 'year' })
    for (const { value, count } of facets.year?.buckets ?? []) {
      t.equal((await search(app, { q: 'traghetto', from: value, to: value })).total.value, count, value)
    }
  },
)

t.test('copies=show gives each of them as a result', async (t) => {
  const { results } = await search(app, { q: 'traghetto isole', expand: 'none', copies: 'show' })
  t.equal(results.length, 4)
  t.strictSame(results.map(({ copiesTotal, copies }) => [copiesTotal, copies.length]).sort(), [
    [0, 0],
    [2, 2],
    [2, 2],
    [2, 2],
  ])
})

t.test('a document names its copies; the same text in another language is none', async (t) => {
  const { results } = await search(app, { copies: 'show' })
  for (const { id, path } of results) {
    const { body } = await get<DocumentResponse>(app, `/v1/documents/${id}`)
    const want = reprints.includes(path) ? reprints.filter((one) => one !== path) : []
    t.strictSame(body.copies.map((copy) => copy.path).sort(), want, path)
    t.equal(body.copiesTotal, want.length)
  }
})

t.test('the answer names every path, and each finds the document', async (t) => {
  const { app } = await testApp(t, { 'a/x.md': ferry, 'b/y.md': ferry })
  const { results, total } = await search(app, { q: 'traghetto', folder: 'b' })
  t.equal(total.value, 1)
  t.strictSame(
    results[0]?.paths.map(({ path }) => path),
    ['a/x.md', 'b/y.md'],
  )
  const { facets } = await search(app, { facets: ['folder', 'place'] })
  t.strictSame(
    facets.folder?.buckets.map(({ value, count }) => [value, count]),
    [
      ['a', 1],
      ['b', 1],
    ],
  )
  t.strictSame(
    facets.place?.buckets.map(({ count }) => count),
    [1],
  )
})

t.test('documents that are sent keep their ids, and are grouped a moment later', async (t) => {
  const engine = await openTestEngine(t)
  const app = await writingApp(t, engine)
  for (const id of ['uno', 'due']) t.equal((await put(app, id, { text: ferry, lang: 'it' })).status, 201)
  await put(app, 'tre', { text: bakery, lang: 'it' })
  const copiesOf = async (id: string): Promise<string[]> =>
    (await get<DocumentResponse>(app, `/v1/documents/${id}`)).body.copies.map((copy) => copy.id)
  const until = async (want: string[], id: string): Promise<void> => {
    for (let tries = 0; tries < 100 && (await copiesOf(id)).join() !== want.join(); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    t.strictSame(await copiesOf(id), want, id)
  }
  await until(['due'], 'uno')
  await until(['uno'], 'due')
  t.strictSame(await copiesOf('tre'), [])
  t.equal((await search(app, { q: 'sindaco' })).results.length, 1)
  await put(app, 'due', { text: bakery, lang: 'it' })
  await until([], 'uno')
  await until(['tre'], 'due')
  t.equal((await send(app, 'DELETE', '/v1/documents/tre?wait=true')).status, 200)
  await until([], 'due')
})

/** The sketch of a text. */
function sketchOf(text: string, lang = 'it'): { copyMarks?: string[]; sketch?: string } {
  const builder = createSketch(lang)
  for (const passage of text.split('\n\n')) builder.add(analyze(passage, lang))
  return builder.finish()
}

t.test('a sketch tells how much of two texts is the same', async (t) => {
  const words = ferry.split(/\s+/)
  const figures = (from: number): string =>
    words.map((word, index) => (index % 9 === 0 ? String(from + index) : word)).join(' ')
  const cases: [why: string, a: string, b: string, least: number, most: number][] = [
    ['the same', ferry, ferry, 1, 1],
    ['cut into passages in another way', ferry, ferry.replaceAll('\n\n', ' '), 1, 1],
    ['another footer', `${ferry}\n\n${gazette}`, `${ferry}\n\n${agency}`, 0.7, 0.95],
    ['another date', `2 maggio 2024. ${ferry}`, `9 giugno 2025. ${ferry}`, 0.85, 0.99],
    ['other figures throughout', figures(100), figures(500), 0, 0.6],
    ['half of it', ferry, words.slice(0, words.length / 2).join(' '), 0.3, 0.65],
    ['another text', ferry, bakery, 0, 0.1],
  ]
  for (const [why, a, b, least, most] of cases) {
    const found = similarity(sketchOf(a).sketch ?? '', sketchOf(b).sketch ?? '')
    t.ok(found >= least && found <= most, `${why}: ${found}`)
  }
  t.strictSame(sketchOf('Il traghetto per le isole parte alle nove. '.repeat(2)), {}, 'too short to tell')
  const [it = [], de = []] = ['it', 'de'].map((lang) => sketchOf(ferry, lang).copyMarks)
  t.notOk(
    it.some((mark) => de.includes(mark)),
    'languages have no marks in common',
  )
  const long = sketchOf(Array.from({ length: 20_000 }, (_, index) => `parola${index}`).join(' '))
  t.equal(long.sketch?.length, sketchOf(ferry).sketch?.length)
})

t.test('groups have a founder that all of them are like, whatever the order', async (t) => {
  const words = ferry.split(/\s+/)
  /** The text, shifted by so many words: the further, the less they have in common. */
  const shifted = (by: number): string =>
    [...words.slice(by), ...Array.from({ length: by }, (_, index) => `altra${by + index}`)].join(' ')
  const documents = [0, 5, 10, 60].map((by, index) => ({
    id: `d${index}`,
    lang: 'it',
    ...sketchOf(shifted(by)),
  }))
  const groups = async (list: typeof documents): Promise<Record<string, string | null>> => {
    const grouper = createGrouper()
    for (const one of list) grouper.add(one)
    const changes = await grouper.changes(async () => {})
    return Object.fromEntries(changes.map(({ id, copyGroup }) => [id, copyGroup] as const).sort())
  }
  const found = await groups(documents)
  t.strictSame(found, { d0: 'd0', d1: 'd0', d2: 'd0' })
  t.strictSame(await groups(documents.toReversed()), found)
  const grouped = documents.map((one) => ({ ...one, copyGroup: found[one.id] ?? null }))
  t.strictSame(await groups(grouped), {}, 'nothing changes when nothing has changed')
  t.strictSame(await groups(grouped.slice(0, 1)), { d0: null }, 'one that is left alone is in no group')
})
