/** Documents in orders of their own: by id and by arrival, while others come, change and go. */
import t from 'tap'
import { IS_UNTRANSLATED, isAfter, keysByArrival, nextKeysById } from '../../engine/listing.ts'
import { idOfKey } from '../../engine/schema.ts'
import { ask, matches } from '../../engine/search.ts'
import { someDocuments } from '../../engine/stored-documents.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { openTestEngine } from '../helpers/engine.ts'

const engine = await openTestEngine(t)
const { writer } = await openLiveWriter(engine)
const signal = new AbortController().signal
const reader = { engine, indexes: writer.indexes, signal }
const put = (...ids: string[]) =>
  writer.change({ put: ids.map((id) => smallDraft({ id, passages: [`Il porto di ${id} è chiuso.`] })) })

/** All ids, page by page; `between` happens behind each page. */
async function idsPageByPage(size: number, between: (page: number) => Promise<unknown>): Promise<string[]> {
  const ids: string[] = []
  for (let page = 1; page < 100; page += 1) {
    const keys = await nextKeysById(reader, '', ids.at(-1), size)
    if (keys.length === 0) return ids
    ids.push(...keys.map(idOfKey))
    await between(page)
  }
  throw new Error(`There is no end: ${ids}`)
}

await put('a1', 'A1', 'a-1', 'b2', 'B2', 'b_2', 'c3', 'TO', 'not', '0', '00', '10', '9')

t.test('each document is met once, whatever the size of a page', async (t) => {
  for (const size of [1, 2, 3, 100]) {
    const ids = await idsPageByPage(size, async () => {})
    t.strictSame(
      ids.toSorted(),
      ['a1', 'A1', 'a-1', 'b2', 'B2', 'b_2', 'c3', 'TO', 'not', '0', '00', '10', '9'].toSorted(),
      `in pages of ${size}`,
    )
  }
})

t.test('documents that stay are met once while others come, change and go', async (t) => {
  const staying = ['a1', 'A1', 'b2', 'B2', 'c3', '9']
  const ids = await idsPageByPage(2, async (page) => {
    if (page === 1) await put('b2', 'B2', 'a1', '0a')
    if (page === 2) await writer.change({ remove: ['b_2', '00'] })
    if (page === 3) await put('c3', 'b3')
  })
  for (const id of staying) t.equal(ids.filter((one) => one === id).length, 1, id)
  t.equal(new Set(ids).size, ids.length, 'none comes twice')
})

t.test('the last to come are first, and a change does not move a document', async (t) => {
  const before = await someDocuments(reader, ['a1'], ['addedAt', 'changedAt', 'revision'])
  await put('nuovo')
  await put('a1')
  const { found } = await ask(reader, { found: [keysByArrival(writer.indexes, '', 2)] })
  t.equal(idOfKey(found[0]?.[0] ?? ''), 'nuovo')
  t.not(idOfKey(found[0]?.[1] ?? ''), 'a1')
  const after = await someDocuments(reader, ['a1'], ['addedAt', 'changedAt', 'revision'])
  t.equal(after[0]?.addedAt, before[0]?.addedAt)
  t.ok((after[0]?.changedAt ?? 0) > (before[0]?.changedAt ?? 0))
  const changed = await ask(reader, {
    found: [matches(writer.indexes, isAfter(before[0]?.revision ?? 0), { keys: 100 })],
  })
  t.ok(changed.found[0]?.keys.map(idOfKey).includes('a1'))
  t.notOk(changed.found[0]?.keys.map(idOfKey).includes('not'))
})

t.test('documents without a translation are told apart', async (t) => {
  await writer.link([{ id: 'a1', translations: ['c3'] }])
  const { found } = await ask(reader, { found: [matches(writer.indexes, IS_UNTRANSLATED, { keys: 100 })] })
  const ids = found[0]?.keys.map(idOfKey) ?? []
  t.notOk(ids.includes('a1'))
  t.ok(ids.includes('c3'))
})
