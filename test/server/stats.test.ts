/** What there is, in numbers, and what is known of words: the same that searches say. */
import t from 'tap'
import type { StatsResponse, TimelineResponse } from '../../server/schemas/stats.ts'
import type { TermsResponse } from '../../server/schemas/terms.ts'
import { get, type SearchParams, search, searchUrl } from '../helpers/app.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { sampleApp } from '../helpers/sample.ts'

const { app, engine } = await sampleApp(t)
const totalOf = async (params: SearchParams): Promise<number> => (await search(app, params)).total.value

t.test('numbers of what there is are those of searches', async (t) => {
  const { body } = await get<StatsResponse>(app, '/v1/stats')
  t.equal(body.documents, await totalOf({}))
  for (const { lang, documents } of body.languages) t.equal(documents, await totalOf({ lang }), lang)
  for (const { place, documents } of body.places) t.equal(documents, await totalOf({ place }), place)
  for (const { basis, documents } of body.dates.bases)
    t.equal(documents, await totalOf({ dateBasis: basis }), basis)
  t.equal(body.dates.undated, await totalOf({ dateBasis: 'unknown' }))
  t.equal(body.dates.dated + body.dates.undated, body.documents)
  const { results } = await search(app, { size: 100, copies: 'show' })
  t.equal(body.translated, results.filter(({ translations }) => translations.length > 0).length)
  t.equal(body.copies, results.filter(({ copiesTotal }) => copiesTotal > 0).length)
  const years = results.flatMap(({ date }) => date?.slice(0, 4) ?? []).sort()
  t.match(body.dates, { firstYear: years[0], lastYear: years.at(-1) })
  t.ok(body.passages > body.documents && body.terms > 1_000)
})

t.test('the timeline adds up to what searches find', async (t) => {
  for (const params of [{}, { q: 'semiconduttori' }, { lang: 'it', from: '2023' }] as SearchParams[]) {
    for (const interval of ['month', 'year']) {
      const url = searchUrl({ ...params, interval }).replace('/v1/search', '/v1/stats/timeline')
      const { body } = await get<TimelineResponse>(app, url)
      t.equal(body.total, await totalOf(params))
      t.ok(body.topics.length > 0)
      for (const { id, languages } of body.topics.slice(0, 5)) {
        for (const { lang, documents, undated, periods } of languages) {
          t.equal(documents, await totalOf({ ...params, topic: id, lang }), `${id} ${lang}`)
          t.equal(
            periods.reduce((sum, { documents }) => sum + documents, undated),
            documents,
          )
          t.strictSame(
            periods,
            periods.toSorted((a, b) => (a.period < b.period ? -1 : 1)),
            'oldest first',
          )
          for (const { period } of periods) t.equal(period.length, interval === 'year' ? 4 : 7)
        }
      }
    }
  }
})

t.test('the timeline of one topic has only that', async (t) => {
  const { body } = await get<TimelineResponse>(app, '/v1/stats/timeline?topic=semiconductors')
  t.strictSame(
    body.topics.map(({ id }) => id),
    ['semiconductors'],
  )
})

t.test('a word has its forms, its numbers and its translations', async (t) => {
  const { body } = await get<TermsResponse>(app, '/v1/terms?q=semiconduttore')
  const italian = body.languages.find(({ lang }) => lang === 'it')
  t.match(italian?.words[0], { word: 'semiconduttore', term: 'semiconduttor', known: true })
  t.ok(italian?.words[0]?.forms.includes('semiconduttori'))
  t.equal(italian?.words[0]?.documents, await totalOf({ q: 'semiconduttore', expand: 'none', lang: 'it' }))
  const translation = italian?.expansions.find(({ lang }) => lang === 'en')
  t.match(translation, { to: /^semiconductor/, via: 'lexicon', weight: Number })
  t.ok((translation?.documents ?? 0) > 0)
})

t.test('several words are known as one, and unknown ones have nothing', async (t) => {
  const { body } = await get<TermsResponse>(app, `/v1/terms?q=${encodeURIComponent('supply chain')}`)
  const english = body.languages.find(({ lang }) => lang === 'en')
  t.ok(english?.expansions.some(({ from }) => from === 'supply chain'))
  const { body: none } = await get<TermsResponse>(app, '/v1/terms?q=xqzwk')
  for (const { words, expansions } of none.languages) {
    t.match(words, [{ documents: 0, passages: 0, forms: [], known: false }])
    t.strictSame(expansions, [])
  }
  for (const q of ['la', '🚀', '"', '-a'])
    t.equal((await get(app, `/v1/terms?q=${encodeURIComponent(q)}`)).status, 200, q)
  t.equal((await get(app, '/v1/terms?q=')).status, 400)
  t.equal((await get(app, '/v1/terms')).status, 400)
})

t.test('the number of the last change grows', async (t) => {
  const changeOf = async () => (await get<StatsResponse>(app, '/v1/stats')).body.index.change
  const before = await changeOf()
  const { writer } = await openLiveWriter(engine)
  await writer.change({ put: [smallDraft({ id: 'nuovo', passages: ['Un testo nuovo.'] })] })
  await writer.settle()
  for (let tries = 0; tries < 50 && (await changeOf()) === before; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  t.equal(await changeOf(), before + 1)
})
