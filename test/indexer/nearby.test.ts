/** Translations are recognized as documents come one by one, as they are when all come at once. */
import { readFileSync } from 'node:fs'
import t from 'tap'
import { readTopics, sampleDocuments } from '../../cli/installation.ts'
import { packagedLexicon } from '../../cli/lexicon/files.ts'
import { liveIndexes } from '../../engine/generation.ts'
import type { DocumentRecord } from '../../engine/schema.ts'
import { createWriting } from '../../engine/writing.ts'
import { hashOfFile } from '../../indexer/content-hash.ts'
import { createDescribing, topicsFingerprint } from '../../indexer/describing.ts'
import { draftOf } from '../../indexer/draft.ts'
import { identified } from '../../indexer/file-draft.ts'
import { contentOfFile } from '../../indexer/read/content.ts'
import { openDocument } from '../../indexer/read/read.ts'
import { walkFiles } from '../../indexer/read/walk.ts'
import { documentId } from '../../indexer/record.ts'
import { followNearby } from '../../indexer/translations/nearby.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { parseLexicon } from '../../language/bridge/lexicon.ts'
import { indexFolder, openTestEngine } from '../helpers/engine.ts'

const bridge = createBridge([parseLexicon(readFileSync(packagedLexicon.path, 'utf8'), 'it', 'en', 'it-en')])
const topics = readTopics()
const engine = await openTestEngine(t)
const signal = new AbortController().signal

/** The translations of all documents, by path. */
async function translations(): Promise<Record<string, string[]>> {
  const indexes = await liveIndexes(engine)
  const { results } = (await engine.read(`indexes/${indexes?.documents}/documents/fetch`, {
    limit: 1000,
    fields: ['id', 'path', 'translations'],
  })) as { results: DocumentRecord[] }
  const paths = new Map(results.map(({ id, path }) => [id, path]))
  return Object.fromEntries(
    results
      .map(({ path, translations }) => [path, translations.map((id) => paths.get(id) ?? id).sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

t.test('one by one, in any order, the same pairs are found as all at once', async (t) => {
  await indexFolder(engine, sampleDocuments, { topics, bridge })
  const atOnce = await translations()
  t.equal(Object.values(atOnce).flat().length, 24)

  const describing = createDescribing(topics, bridge)
  const writing = createWriting(engine, { what: 'a test', topics: topicsFingerprint(topics) })
  t.teardown(() => writing.close())
  const ids = Object.keys(atOnce).map(documentId)
  const remove = (wanted: readonly string[]) =>
    writing.write(async (writer) => {
      const { gone } = await writer.change({ remove: wanted })
      await followNearby({ put: [], removed: gone }, { engine, writer, bridge, signal })
    })
  const one = documentId('it/nis2-cibersicurezza-imprese.md')
  await remove([one])
  t.strictSame((await translations())['en/nis2-what-changes.md'], [], 'what has gone is nobody’s translation')
  await remove(ids)
  t.strictSame(await translations(), {})

  const put = async (wanted: (path: string) => boolean): Promise<void> => {
    for await (const file of walkFiles([sampleDocuments])) {
      if ('reason' in file || !wanted(file.path)) continue
      const { path, absolutePath } = file
      const opened = {
        place: 'sample',
        path,
        contentHash: await hashOfFile(absolutePath),
        ...(await openDocument(contentOfFile(file))),
      }
      const draft = identified(await draftOf(opened, describing), documentId(path), describing)
      await writing.write(async (writer) => {
        const changed = await writer.change({ put: [draft] })
        const arrived = { put: changed.put.map(({ id }) => id), removed: [] }
        await followNearby(arrived, { engine, writer, bridge, signal })
      })
    }
  }
  await put((path) => path.startsWith('it/'))
  t.equal(Object.values(await translations()).flat().length, 0)
  await put((path) => path.startsWith('en/'))
  t.strictSame(await translations(), atOnce)
  await put((path) => path.includes('nis2'))
  t.strictSame(await translations(), atOnce, 'also when they come again')
})
