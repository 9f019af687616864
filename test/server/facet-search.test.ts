/** Finding values of a facet by a part of them. */
import t from 'tap'
import type { FacetResponse } from '../../server/schemas/facets.ts'
import { get, type SearchParams, search, searchUrl, testApp } from '../helpers/app.ts'
import { checkProblem } from '../helpers/problem.ts'

const sources = [
  ...['Ministero della Difesa', 'Ministero della Difesa', 'Ministero della Difesa', 'Comune di Forlì'],
  ...['Università di Torino', "Agenzia per l'Italia digitale", 'Commissione europea', 'Regione Umbria'],
]
const { app } = await testApp(t, {
  ...Object.fromEntries(
    sources.map((source, index) => [
      `atti/${2020 + (index % 3)}/${index}.md`,
      `---\nlang: ${index % 2 === 0 ? 'it' : 'en'}\ndate: ${2020 + (index % 3)}\nsource: ${JSON.stringify(source)}\ntopics: [${index % 2 === 0 ? 'semiconductors' : 'energy'}]\ntags: [Ricerca, "Città ${index}"]\n---\n# Atto ${index}\n\n${index < 3 ? 'Bando' : 'Avviso'} pubblico e regolamento (UE) 2016/679.`,
    ]),
  ),
})

async function values(name: string, params: SearchParams = {}, lang = 'en'): Promise<FacetResponse> {
  const url = searchUrl(params).replace('/v1/search', `/v1/facets/${name}`)
  const { status, body } = await get<FacetResponse>(app, url, { 'accept-language': lang })
  if (status !== 200) throw new Error(`${url} gave ${status}: ${JSON.stringify(body)}`)
  return body
}

const shown = ({ buckets }: FacetResponse) => buckets.map(({ value, count }) => `${value} ${count}`)

t.test('values have the text, case and accents aside, those that begin with it first', async (t) => {
  const cases: [name: string, q: string, values: string[]][] = [
    ['source', 'minis', ['Ministero della Difesa 3']],
    ['source', 'FORLI', ['Comune di Forlì 1']],
    ['source', 'forlì', ['Comune di Forlì 1']],
    ['source', 'universita', ['Università di Torino 1']],
    ['source', 'comm', ['Commissione europea 1']],
    ['source', 'com', ['Commissione europea 1', 'Comune di Forlì 1']],
    [
      'source',
      'di',
      [
        'Ministero della Difesa 3',
        "Agenzia per l'Italia digitale 1",
        'Comune di Forlì 1',
        'Università di Torino 1',
      ],
    ],
    ['source', 'italia', ["Agenzia per l'Italia digitale 1"]],
    ['source', ' della   difesa ', ['Ministero della Difesa 3']],
    ['source', 'un', ['Università di Torino 1', 'Comune di Forlì 1']],
    ['source', 'xyz', []],
    ['tag', 'citta 3', ['Città 3 1']],
    ['topic', 'semic', ['semiconductors 4']],
    ['reference', '2016/679', ['eu:2016/679 8']],
    ['folder', '2021', ['atti/2021 3']],
    ['year', '202', ['2022 2', '2021 3', '2020 3']],
    ['lang', 'e', ['en 4']],
  ]
  for (const [name, q, found] of cases) {
    const answer = await values(name, { q })
    t.strictSame(shown(answer), found, `${name} "${q}"`)
    t.strictSame(answer.total, { value: found.length, relation: 'eq' })
  }
})

t.test(
  'topics are found by their names in both languages, and named in the one that is preferred',
  async (t) => {
    for (const q of ['tecnologie verdi', 'green', 'energy']) {
      t.match((await values('topic', { q }, 'it')).buckets, [{ value: 'energy', label: /verdi/ }], q)
    }
  },
)

t.test('without a text they are all, most frequent first, as many as are wanted', async (t) => {
  const all = await values('tag')
  t.equal(all.total.value, 9)
  t.strictSame(shown(all)[0], 'Ricerca 8')
  t.strictSame((await values('tag', { size: 2 })).buckets, all.buckets.slice(0, 2))
  t.equal((await values('tag', { size: 2 })).total.value, 9)
})

t.test('counts are those of a search with the same words and filters', async (t) => {
  const cases: SearchParams[] = [
    {},
    { q: 'bando' },
    { q: 'avviso -bando', lang: 'it' },
    { from: '2021', source: ['Comune di Forlì'] },
    { q: 'bando', topic: 'semiconductors', undated: 'include', words: 'any' },
    { q: 'xyzzyqwk', exact: 'true' },
  ]
  for (const { q, ...params } of cases) {
    for (const name of ['source', 'tag', 'topic', 'year', 'lang']) {
      const asked = q === undefined ? params : { ...params, query: q }
      const found = await search(app, { ...params, ...(q === undefined ? {} : { q }), facets: name, size: 0 })
      const { buckets } = await values(name, { ...asked, size: 100 })
      t.strictSame(buckets, found.facets[name]?.buckets, `${name} ${JSON.stringify(asked)}`)
    }
  }
})

t.test('what is wrong is said', async (t) => {
  const cases: [url: string, status: number, detail: RegExp][] = [
    ['/v1/facets/sources', 404, /Did you mean "source"/],
    ['/v1/facets/title', 404, /There are: topic, reference/],
    ['/v1/facets/source?size=0', 400, /size/],
    ['/v1/facets/source?facets=topic', 400, /no parameter "facets"/],
    ['/v1/facets/source?topic=nonsense', 400, /nonsense/],
    [`/v1/facets/source?q=${'x'.repeat(257)}`, 400, /q must have at most 256/],
  ]
  for (const [url, status, detail] of cases) {
    const reply = await app.inject(url)
    const problem = checkProblem(
      t,
      { status: reply.statusCode, type: String(reply.headers['content-type']), body: reply.body },
      status,
      url.slice(0, 50),
    )
    t.match(problem.detail, detail)
  }
})
