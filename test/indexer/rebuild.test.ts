/** A generation out of the records of another one: what changes in it, what stays, and when it comes about by itself. */
import t, { type Test } from 'tap'
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

/** An empty index that rebuilds by itself: what puts documents of so many passages of so many words, and its live record. */
async function changing(t: Test) {
  const engine = await openTestEngine(t)
  const describing = createDescribing([])
  const writing = createWriting(engine, {
    what: 'a test',
    topics: topicsFingerprint([]),
    rebuild: (writer, aborting) => rebuild(writer, { engine, describing, signal: aborting }),
  })
  t.teardown(() => writing.close())
  const text = (passage: number, words: number) =>
    Array.from({ length: words }, (_, word) => `parola${(passage * 7 + word) % 50}`).join(' ')
  const put = (...documents: readonly { id: string; lang?: string; passages: number; words: number }[]) =>
    writing.write((writer) =>
      writer.change({
        put: documents.map(({ passages, words, ...document }) =>
          smallDraft({ ...document, passages: Array.from({ length: passages }, (_, at) => text(at, words)) }),
        ),
      }),
    )
  const live = async () => {
    await writing.write((writer) => writer.settle())
    const build = await readBuild(engine, signal)
    if (build === undefined) throw new Error('nothing is live')
    t.strictSame(await violations(engine, signal), [])
    return build
  }
  return { put, live, generation: async () => (await live()).generation }
}

t.test('an index whose passages have become much longer is rebuilt by itself', async (t) => {
  const { put, generation } = await changing(t)
  await put({ id: 'brevi', passages: 40, words: 5 })
  const first = await generation()
  await put({ id: 'altri', passages: 20, words: 5 })
  t.equal(await generation(), first, 'a few more of the same change nothing')
  await put({ id: 'lunghi', passages: 300, words: 160 })
  t.not(await generation(), first)
  const second = await generation()
  await put({ id: 'ancora', passages: 10, words: 160 })
  t.equal(await generation(), second, 'once is enough')
})

t.test(
  'a language that begins with a few passages is thought to have them as long as the others',
  async (t) => {
    const { put, generation } = await changing(t)
    await put(
      { id: 'english', lang: 'en', passages: 400, words: 20 },
      { id: 'deutsch', lang: 'de', passages: 3, words: 20 },
    )
    const first = await generation()
    await put({ id: 'mehr', lang: 'de', passages: 400, words: 20 })
    t.equal(await generation(), first, 'nothing has to be rebuilt')
  },
)

t.test('a new generation is cut with what there is, not with what comes first', async (t) => {
  const { put, live, generation } = await changing(t)
  await put({ id: 'short', lang: 'en', passages: 50, words: 2 })
  await put({ id: 'long', lang: 'en', passages: 2500, words: 60 })
  const { generation: second, languages, pins } = await live()
  const { length = 0 } = languages.find(({ lang }) => lang === 'en') ?? {}
  t.match(pins, [{ lang: 'en', passages: 2550, meanLength: length / 2550 }])
  await put({ id: 'more', lang: 'en', passages: 3000, words: 60 })
  t.equal(await generation(), second)
})
