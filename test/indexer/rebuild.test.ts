/** A generation out of the records of another one: what changes in it, what stays, and when it comes about by itself. */
import t from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { liveIndexes, readBuild } from '../../engine/generation.ts'
import { violations } from '../../engine/invariants.ts'
import { allDocuments } from '../../engine/stored-documents.ts'
import { createWriting } from '../../engine/writing.ts'
import { bringUpToDate, stateOf } from '../../indexer/current.ts'
import { createDescribing, topicsFingerprint } from '../../indexer/describing.ts'
import { rebuild } from '../../indexer/rebuild.ts'
import { smallDraft } from '../helpers/drafts.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'

const engine = await openTestEngine(t)
const { signal } = new AbortController()
const all = readTopics()
const named = (id: string) => all.filter((topic) => topic.id === id)

/** What is stored of each document, by path. */
async function documents() {
  const indexes = await liveIndexes(engine)
  if (indexes === undefined) throw new Error('nothing is live')
  const found = []
  for await (const one of allDocuments({ engine, indexes, signal })) found.push(one)
  return new Map(found.map((one) => [one.path, one]))
}

t.test('with other topics documents are sorted anew, and keep their revisions and times', async (t) => {
  const files = {
    'chip.md':
      '# La fabbrica dei semiconduttori\n\nI semiconduttori arrivano da Catania. La fabbrica di semiconduttori assume.',
    'dato.md':
      '---\nlang: it\ntopics: [semiconductors]\n---\n# Il verbale\n\nIl consiglio ha approvato la spesa.',
  }
  await indexDocuments(engine, files, { topics: named('semiconductors') })
  const before = await documents()
  t.strictSame(before.get('chip.md')?.topics, ['semiconductors'])
  t.strictSame(before.get('dato.md')?.topics, ['semiconductors'], 'given by its author')

  for (const [topics, chip, given] of [
    [[], ['unclassified'], ['unclassified']],
    [named('semiconductors'), ['semiconductors'], ['unclassified']],
  ] as const) {
    const describing = createDescribing(topics)
    t.equal(await stateOf(engine, describing, signal), 'outdated')
    const writing = createWriting(engine, { what: 'a test', topics: topicsFingerprint(topics) })
    await bringUpToDate(engine, writing, describing, { signal })
    await writing.close()
    t.equal(await stateOf(engine, describing, signal), 'current')
    const now = await documents()
    t.strictSame(now.get('chip.md')?.topics, chip)
    t.strictSame(now.get('dato.md')?.topics, given)
    for (const [path, { revision, addedAt, changedAt }] of before) {
      t.match(now.get(path), { revision, addedAt, changedAt }, path)
      t.ok(addedAt > 0 && changedAt >= addedAt)
    }
    t.strictSame(await violations(engine, signal), [])
  }
})

t.test('an index whose passages have become much longer is rebuilt by itself', async (t) => {
  const describing = createDescribing([])
  const writing = createWriting(engine, {
    what: 'a test',
    topics: topicsFingerprint([]),
    rebuild: (writer, aborting) => rebuild(writer, { engine, describing, signal: aborting }),
  })
  t.teardown(() => writing.close())
  const put = (id: string, count: number, words: number) =>
    writing.write((writer) => {
      const text = (passage: number) =>
        Array.from({ length: words }, (_, word) => `parola${(passage * 7 + word) % 50}`).join(' ')
      return writer.change({
        put: [smallDraft({ id, passages: Array.from({ length: count }, (_, at) => text(at)) })],
      })
    })
  await put('brevi', 40, 5)
  const first = (await readBuild(engine))?.generation
  await put('altri', 20, 5)
  t.equal((await readBuild(engine))?.generation, first, 'a few more of the same change nothing')
  await put('lunghi', 300, 160)
  t.not((await readBuild(engine))?.generation, first)
  t.strictSame(await violations(engine, signal), [])
  const second = (await readBuild(engine))?.generation
  await put('ancora', 10, 160)
  t.equal((await readBuild(engine))?.generation, second, 'once is enough')
})
