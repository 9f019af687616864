/** The same content under several names is one document with several paths, whatever happens to the files. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { liveIndexes } from '../../engine/generation.ts'
import { violations } from '../../engine/invariants.ts'
import { readPlaces } from '../../engine/places.ts'
import type { DocumentRecord } from '../../engine/schema.ts'
import { allDocuments } from '../../engine/stored-documents.ts'
import { createWriting } from '../../engine/writing.ts'
import { beginAnew, bringUpToDate } from '../../indexer/current.ts'
import { createDescribing, topicsFingerprint } from '../../indexer/describing.ts'
import { forgetPlace } from '../../indexer/forget.ts'
import { indexPlace, type PlaceOptions } from '../../indexer/place.ts'
import { targetOf } from '../../indexer/places.ts'
import { openTestEngine } from '../helpers/engine.ts'

const topics = readTopics()
const engine = await openTestEngine(t)
const describing = createDescribing(topics)
const writing = createWriting(engine, { what: 'a test', topics: topicsFingerprint(topics) })
t.teardown(() => writing.close())
const signal = new AbortController().signal

const lamp = 'La lanterna del porto fu accesa la prima volta nel 1886 e da allora nessuno l’ha più spenta.\n'
const bell = 'The bell of the old town hall rings every evening at nine, except when it snows.\n'
const mill = 'Il mulino di sopra macina ancora il grano dei campi lungo il fiume, due giorni la settimana.\n'

/** The documents of the index: their paths, the own one first, each with its place. */
async function documents(): Promise<DocumentRecord[]> {
  const indexes = await liveIndexes(engine)
  if (indexes === undefined) return []
  const found: DocumentRecord[] = []
  for await (const document of allDocuments({ engine, indexes, signal })) found.push(document)
  return found
}

const pathsOf = async (): Promise<string[][]> =>
  (await documents())
    .map(({ paths }) => paths.map(({ place, path }) => `${place}: ${path}`))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))

/** A folder that files are written to and taken from, and indexed. */
function folderOf(root: string) {
  return {
    root,
    write: (files: Record<string, string>): void => {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), content)
      }
    },
    remove: (path: string): void => rmSync(join(root, path), { recursive: true }),
    move: (from: string, to: string): void => renameSync(join(root, from), join(root, to)),
    index: async (options: Partial<PlaceOptions> = {}) => {
      const target = targetOf(root, await readPlaces(engine), false)
      return indexPlace(target, { engine, writing, describing, signal, ...options })
    },
  }
}

t.test('files with the same content are one document, found by each of its paths', async (t) => {
  await beginAnew(engine, describing)
  const casa = folderOf(join(t.testdir({ casa: {} }), 'casa'))
  casa.write({ 'a/faro.md': lamp, 'b/lanterna.md': lamp, 'b/bell.md': bell, 'c/faro.txt': lamp })
  const first = await casa.index()
  t.match(first, { added: 4, documents: 3, copies: 1, skipped: [], warnings: [] })
  const both = ['casa: a/faro.md', 'casa: b/lanterna.md']
  t.strictSame(
    await pathsOf(),
    [both, ['casa: b/bell.md'], ['casa: c/faro.txt']],
    'but not where it is read otherwise',
  )
  const lantern = (await documents()).find(({ path }) => path === 'a/faro.md')
  t.strictSame(lantern?.folder, ['a', 'b'])
  t.match(
    await casa.index(),
    { added: 0, changed: 0, unchanged: 4, removed: 0, copies: 1 },
    'nothing has changed',
  )
  t.equal((await documents()).find(({ path }) => path === 'a/faro.md')?.revision, lantern?.revision)

  await t.test('another copy that comes later is a further path', async (t) => {
    casa.write({ 'z.md': lamp })
    t.match(await casa.index(), { added: 1, unchanged: 4, documents: 3, copies: 2 })
    t.strictSame((await pathsOf())[0], [...both, 'casa: z.md'])
  })

  await t.test('a rebuild keeps the paths', async (t) => {
    await bringUpToDate(engine, writing, describing, { signal })
    t.strictSame((await pathsOf())[0], [...both, 'casa: z.md'])
  })

  await t.test('when the first one goes, the document stays under the others, with its id', async (t) => {
    casa.remove('a/faro.md')
    t.match(await casa.index(), { removed: 1, unchanged: 4, documents: 3, copies: 1 })
    const now = (await documents()).find(({ id }) => id === lantern?.id)
    t.match(now, { path: 'b/lanterna.md', folder: ['b'] })
    t.strictSame(
      now?.paths.map(({ path }) => path),
      ['b/lanterna.md', 'z.md'],
    )
  })

  await t.test('one that changes is a document of its own from then on', async (t) => {
    casa.write({ 'b/lanterna.md': mill })
    t.match(await casa.index(), { changed: 1, added: 0, documents: 4, copies: 0 })
    t.equal(
      (await documents()).find(({ path }) => path === 'z.md')?.id,
      lantern?.id,
      'the id stays with the content',
    )
    casa.write({ 'z.md': mill })
    t.match(
      await casa.index(),
      { changed: 1, documents: 3, copies: 1 },
      'and so does one that becomes a copy',
    )
    t.strictSame((await documents()).map(({ path }) => path).sort(), [
      'b/bell.md',
      'b/lanterna.md',
      'c/faro.txt',
    ])
  })

  await t.test('copies that change together stay together, under their id', async (t) => {
    const before = (await documents()).find(({ path }) => path === 'b/lanterna.md')
    casa.write({
      'b/lanterna.md': `${mill}\nE la domenica si fa il pane.\n`,
      'z.md': `${mill}\nE la domenica si fa il pane.\n`,
    })
    t.match(await casa.index(), { changed: 2, documents: 3, copies: 1 })
    t.match(
      (await documents()).find(({ path }) => path === 'b/lanterna.md'),
      {
        id: before?.id,
        paths: [{ path: 'b/lanterna.md' }, { path: 'z.md' }],
      },
    )
  })

  await t.test('read again, they are the same', async (t) => {
    const before = await pathsOf()
    await casa.index({ isForced: true })
    t.strictSame(await pathsOf(), before)
    t.strictSame(await violations(engine, signal), [], 'and the index is whole')
  })

  await t.test('what is moved keeps its id, and what takes its name gets another', async (t) => {
    const bells = (await documents()).find(({ path }) => path === 'b/bell.md')
    casa.move('b/bell.md', 'a0.md')
    t.match(await casa.index(), { added: 1, removed: 1, documents: 3 })
    casa.write({ 'b/bell.md': lamp })
    t.match(await casa.index(), { added: 1, documents: 4 })
    const now = await documents()
    t.equal(now.find(({ path }) => path === 'a0.md')?.id, bells?.id)
    t.not(now.find(({ path }) => path === 'b/bell.md')?.id, bells?.id)
  })

  await t.test('names that are exchanged in one run lose nothing', async (t) => {
    casa.move('a0.md', 'c/x.md')
    casa.move('b/bell.md', 'a0.md')
    casa.move('c/x.md', 'b/bell.md')
    await casa.index()
    const texts = new Map((await documents()).map(({ path, title }) => [path, title.slice(0, 10)]))
    t.match(texts.get('a0.md'), lamp.slice(0, 10))
    t.match(texts.get('b/bell.md'), bell.slice(0, 10))
    t.strictSame(await violations(engine, signal), [])
  })
})

t.test('what two places have is one document of both', async (t) => {
  await beginAnew(engine, describing)
  const root = t.testdir({ uno: {}, due: {} })
  const [uno, due] = [folderOf(join(root, 'uno')), folderOf(join(root, 'due'))]
  uno.write({ 'faro.md': lamp, 'bell.md': bell })
  due.write({ 'sotto/lanterna.md': lamp, 'mulino.md': mill })
  await uno.index()
  t.match(await due.index(), { added: 2, documents: 2, skipped: [] })
  const shared = ['uno: faro.md', 'due: sotto/lanterna.md']
  t.strictSame(await pathsOf(), [['due: mulino.md'], ['uno: bell.md'], shared])
  t.match(await due.index(), { added: 0, unchanged: 2 })
  t.match(await uno.index(), { added: 0, unchanged: 2, removed: 0 })

  await t.test('when it goes from one, it stays in the other', async (t) => {
    uno.remove('faro.md')
    t.match(await uno.index(), { removed: 1, documents: 1 })
    t.strictSame(await pathsOf(), [['due: mulino.md'], ['due: sotto/lanterna.md'], ['uno: bell.md']])
    uno.write({ 'faro.md': lamp })
    t.match(await uno.index(), { added: 1, documents: 2 })
  })

  await t.test('a place that is forgotten leaves what the other has', async (t) => {
    await forgetPlace('due', { engine, writing, describing, signal })
    t.strictSame(await pathsOf(), [['uno: bell.md'], ['uno: faro.md']])
    t.match(await due.index(), { added: 2 })
  })

  await t.test('places inside become a part of the outer one, with all paths', async (t) => {
    t.match(await folderOf(root).index(), { documents: 3, copies: 1, skipped: [] })
    const places = await readPlaces(engine)
    const name = places.find((place) => place.root === root)?.name
    t.notOk(places.some(({ name }) => name === 'uno' || name === 'due'))
    const now = await pathsOf()
    t.strictSame(
      now.map((paths) => paths.map((path) => path.slice(`${name}: `.length)).sort()),
      [['due/mulino.md'], ['due/sotto/lanterna.md', 'uno/faro.md'], ['uno/bell.md']],
    )
    t.strictSame(await violations(engine, signal), [])
  })
})

t.test('a file without text, and its copies, are no documents', async (t) => {
  await beginAnew(engine, describing)
  const casa = folderOf(join(t.testdir({ casa: {} }), 'casa'))
  casa.write({ 'a.md': '***\n\n***\n', 'b.md': '***\n\n***\n', 'c.md': bell })
  const { added, skipped } = await casa.index()
  t.equal(added, 1)
  t.strictSame(skipped.map(({ path }) => path).sort(), ['a.md', 'b.md'])
})
