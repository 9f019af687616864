/** Translations of documents as the service shows them: in results, with a document, and side by side. */
import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import t from 'tap'
import { readTopics, sampleDocuments } from '../../cli/installation.ts'
import { packagedLexicon } from '../../cli/lexicon/files.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { parseLexicon } from '../../language/bridge/lexicon.ts'
import { type App, buildApp } from '../../server/app.ts'
import type { ParallelResponse } from '../../server/schemas/parallel.ts'
import type { SearchHit } from '../../server/schemas/search-hit.ts'
import { appOn, type DocumentResponse, get, search } from '../helpers/app.ts'
import { indexDocuments, indexFolder, openTestEngine } from '../helpers/engine.ts'

const bridge = createBridge([parseLexicon(readFileSync(packagedLexicon.path, 'utf8'), 'it', 'en', 'it-en')])
const topics = readTopics()
const engine = await openTestEngine(t)

/** What a page of documents says of their translations, by path. */
const translationsIn = (hits: readonly SearchHit[]): Record<string, string[]> =>
  Object.fromEntries(hits.map(({ path, translations }) => [path, translations.map((other) => other.path)]))

/** Every document of the index by its path. */
async function documentsOf(app: App): Promise<Map<string, SearchHit>> {
  return new Map((await search(app, { size: 100 })).results.map((hit) => [hit.path, hit]))
}

t.test('the sample corpus', async (t) => {
  const summary = await indexFolder(engine, sampleDocuments, { topics, bridge })
  t.strictSame(summary.translations, { named: 8, recognized: 4 })
  t.strictSame(summary.warnings, [])
  const app = await buildApp({ engine, topics, bridge: () => bridge, logger: pino({ level: 'silent' }) })
  t.teardown(() => app.close())
  const documents = await documentsOf(app)

  await t.test('has the pairs that it names, those that are to be recognized, and no other', async (t) => {
    const found = translationsIn([...documents.values()])
    const recognized = [
      ['it/nis2-cibersicurezza-imprese.md', 'en/nis2-what-changes.md'],
      ['it/sicurezza-economica-europea.txt', 'en/european-economic-security.txt'],
      ['it/dati-personali-flussi-ue-giappone.md', 'en/personal-data-eu-japan-flows.md'],
      ['it/galileo-copernicus-iris2.md', 'en/galileo-copernicus-iris2.md'],
    ] as const
    for (const [it, en] of recognized) {
      t.strictSame(found[it], [en])
      t.strictSame(found[en], [it])
    }
    for (const [path, others] of Object.entries(found)) {
      for (const other of others)
        t.ok(found[other]?.includes(path), `${path} is one of ${other}, and the reverse`)
    }
    const alone = Object.entries(found).filter(([, others]) => others.length === 0)
    t.equal(alone.length, 16, 'documents without a translation have none')
  })

  await t.test('shows translations in every kind of result', async (t) => {
    const want = translationsIn([...documents.values()])
    for (const params of [
      { q: 'semiconduttori' },
      { q: 'semiconduttori', sort: 'date' },
      { q: 'Giappone', size: 3, page: 2 },
      { sort: '-date', size: 5 },
      { q: '"intelligenza artificiale"', lang: 'it' },
    ]) {
      const { results } = await search(app, params)
      t.ok(results.length > 0, JSON.stringify(params))
      t.match(want, translationsIn(results), JSON.stringify(params))
    }
    const hit = documents.get('it/nis2-cibersicurezza-imprese.md')
    const other = documents.get('en/nis2-what-changes.md')
    const shown = [{ id: other?.id, lang: 'en', title: other?.title, path: other?.path }]
    t.strictSame(hit?.translations, shown)
    const { body } = await get<DocumentResponse>(app, `/v1/documents/${hit?.id}`)
    t.strictSame(body.translations, shown)
  })

  await t.test('lays documents side by side', async (t) => {
    for (const path of [
      'it/nis2-cibersicurezza-imprese.md',
      'en/ai-act.md',
      'it/idrogeno-corridoio-sud.txt',
    ]) {
      const document = documents.get(path)
      const [translation] = document?.translations ?? []
      const { status, body } = await get<ParallelResponse>(app, `/v1/documents/${document?.id}/parallel`)
      if (translation === undefined) {
        t.equal(status, 404, path)
        continue
      }
      t.equal(status, 200, path)
      t.strictSame(
        body.documents.map(({ id, lang }) => [id, lang]),
        [
          [document?.id, document?.lang],
          [translation.id, translation.lang],
        ],
      )
      for (const [side, { id }] of body.documents.entries()) {
        const whole = (await get<DocumentResponse>(app, `/v1/documents/${id}`)).body.passages
        t.strictSame(
          body.rows.flatMap(({ passages }) => passages[side] ?? []),
          whole,
          `${path}: every passage of document ${side}, once and in order`,
        )
      }
      for (const { score, passages } of body.rows) {
        t.ok(score >= 0 && score <= 1, `score ${score}`)
        t.ok(
          passages.some((side) => side.length > 0),
          'no row is empty',
        )
      }
      const sure = body.rows.filter(({ score }) => score > 0.5)
      t.ok(
        sure.length >= body.rows.length / 2,
        `${path}: ${sure.length} of ${body.rows.length} rows are sure`,
      )
    }
  })
})

/** A text of `count` sections of one passage. */
const sections = (count: number): string =>
  Array.from({ length: count }, (_, index) => `## ${index}\n\nUna riga soltanto, la numero ${index}.`).join(
    '\n\n',
  )

t.test('translations that authors name', async (t) => {
  const summary = await indexDocuments(engine, {
    'it/cavi.md':
      '---\nlang: it\ntranslations: [en/cables.md, de/kabel.md, en/nessuno.md]\n---\n# Cavi\n\nI cavi sul fondo del mare.',
    'en/cables.md': '---\nlang: en\nid: cables\n---\n# Cables\n\nThe cables on the bottom of the sea.',
    'de/kabel.md': '---\nlang: de\n---\n# Kabel\n\nDie Kabel auf dem Grund des Meeres.',
    'it/solo.md': '---\nlang: it\ntranslations: it/solo.md\n---\n# Solo\n\nUn documento senza traduzione.',
    'it/lungo.md': `---\nlang: it\ntranslations: en/short.md\n---\n# Lungo\n\n${sections(501)}`,
    'en/short.md': '---\nlang: en\n---\n# Short\n\nA short version of it.',
    'it/vuoto.md': '---\nlang: it\ntranslations: en/short.md\n---\n',
  })
  const app = await appOn(t, engine)
  const documents = await documentsOf(app)
  const parallel = (path: string, query = '') =>
    get(app, `/v1/documents/${documents.get(path)?.id}/parallel${query}`)

  await t.test('hold for the whole group, in every direction', async (t) => {
    t.strictSame(translationsIn([...documents.values()]), {
      'it/cavi.md': ['de/kabel.md', 'en/cables.md'],
      'en/cables.md': ['de/kabel.md', 'it/cavi.md'],
      'de/kabel.md': ['en/cables.md', 'it/cavi.md'],
      'it/solo.md': [],
      'it/lungo.md': ['en/short.md'],
      'en/short.md': ['it/lungo.md'],
    })
    t.strictSame(summary.translations, { named: 4, recognized: 0 })
    t.strictSame(
      summary.warnings.map(({ path, warning }) => `${path}: ${warning}`).sort(),
      [
        'it/cavi.md: front matter translation "en/nessuno.md" ignored: no indexed document has this path or id',
        'it/solo.md: front matter translation "it/solo.md" ignored: it is the document itself',
      ],
      'names that lead nowhere are told',
    )
  })

  await t.test('can be chosen to be read beside the document', async (t) => {
    const idOf = (path: string): string => documents.get(path)?.id ?? ''
    t.match((await parallel('it/cavi.md')).body, { documents: [{ lang: 'it' }, { lang: 'de' }] })
    for (const path of ['en/cables.md', 'de/kabel.md']) {
      const { status, body } = await parallel('it/cavi.md', `?with=${idOf(path)}`)
      t.equal(status, 200)
      t.match(body, { documents: [{ path: 'it/cavi.md' }, { path }] })
    }
    for (const other of [idOf('it/solo.md'), idOf('it/cavi.md'), 'x', '']) {
      const { status, body } = await parallel('it/cavi.md', `?with=${other}`)
      t.equal(status, 400, other)
      t.match(body, {
        type: '/problems/invalid-parameter',
        errors: [{ parameter: 'with', allowed: [idOf('de/kabel.md'), idOf('en/cables.md')] }],
      })
    }
  })

  await t.test('or it is said why they cannot', async (t) => {
    const cases: [address: string, status: number, detail: RegExp][] = [
      [`${documents.get('it/solo.md')?.id}/parallel`, 404, /has no translation among the indexed documents/],
      ['0000000000000000/parallel', 404, /no document with this id/],
      [
        `${documents.get('it/lungo.md')?.id}/parallel`,
        422,
        /"Lungo" has 501 passages; up to 500 can be aligned/,
      ],
      [`${documents.get('en/short.md')?.id}/parallel`, 422, /"Lungo" has 501 passages/],
      [`${documents.get('it/cavi.md')?.id}/parallel?page=2`, 400, /no parameter "page"/],
    ]
    for (const [address, status, detail] of cases) {
      const answer = await get(app, `/v1/documents/${address}`)
      t.equal(answer.status, status, address)
      t.match(answer.body, { detail }, address)
    }
  })
})
