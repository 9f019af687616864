/** Between the moment a document is replaced and the one its old passages are gone, searches are right already. */
import t from 'tap'
import { liveIndexes } from '../../engine/generation.ts'
import { appOn, search } from '../helpers/app.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { openTestEngine } from '../helpers/engine.ts'

t.test('passages of a revision that was replaced count for nothing', async (t) => {
  const engine = await openTestEngine(t)
  const { writer } = await openLiveWriter(engine)
  const put = async (id: string, text: string): Promise<unknown> =>
    writer.change({ put: [smallDraft({ id, passages: [text] })] })
  await put('avviso', 'il porto chiude domani')
  await put('orario', 'il traghetto parte alle nove')
  await put('molo', 'il traghetto parte dal molo')
  const indexes = await liveIndexes(engine)
  if (indexes === undefined) throw new Error('no index')
  const passages = engine.client().index(indexes.passages)
  const { results: old } = await passages.getDocuments({ limit: 100 })
  await put('avviso', 'il porto riapre oggi')
  await put('orario', 'la biglietteria è chiusa')
  await writer.settle()
  await passages.addDocuments(old).waitTask()

  const app = await appOn(t, engine)
  const rows = [
    { q: 'porto', says: ['il porto riapre oggi'] },
    { q: 'chiude', says: ['la biglietteria è chiusa'] },
    { q: 'traghetto', says: ['il traghetto parte dal molo'] },
    { q: 'domani', says: [] },
  ]
  for (const { q, says } of rows) {
    const { total, results } = await search(app, { q, lang: 'it' })
    t.strictSame(
      results.map(({ passages }) => passages[0]?.text),
      says,
      q,
    )
    t.equal(total.value, says.length, `${q}: the total is what is shown`)
  }
})
