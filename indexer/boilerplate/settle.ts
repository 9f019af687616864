/**
 * The end of a run: what is boilerplate of the whole place is counted from the records of its documents, and those that were
 * drafted with something else in mind are drafted again. So a place comes to the same, whether its documents came in one
 * run or one by one.
 */

import type { Draft } from '../../engine/drafts.ts'
import { isIn } from '../../engine/filters.ts'
import { liveIndexes } from '../../engine/generation.ts'
import type { DocumentRecord } from '../../engine/schema.ts'
import { allDocuments, someDocuments } from '../../engine/stored-documents.ts'
import { createBreaks } from '../../language/slices.ts'
import { hashOfFile } from '../content-hash.ts'
import type { Source, SourceDraft } from '../drafting/source.ts'
import { identified } from '../file-draft.ts'
import type { PlaceOptions } from '../place.ts'
import type { Target } from '../places.ts'
import { walkFiles } from '../read/walk.ts'
import { decodeFingerprints, encodeFingerprints } from './fingerprints.ts'
import type { Boilerplate } from './leave-out.ts'
import { createBlockCounter } from './shared.ts'

/** What came of it. */
export type Settled = {
  /** Ids of documents that were drafted again. */
  put: string[]
  /** How many blocks are boilerplate, and how many documents have some of it and do not keep all. */
  blocks: number
  documents: number
}

type Options = Pick<PlaceOptions, 'engine' | 'writing' | 'describing' | 'signal' | 'reading'>

/** Documents of a change, and passages. */
const MAX_DOCUMENTS = 250
const MAX_PASSAGES = 2500

/** Counts what is boilerplate of a place, and drafts the documents again for which it is something else than before. */
export async function settleBoilerplate(target: Target, options: Options): Promise<Settled> {
  const { boilerplate, paths, documents } = await count(target, options)
  const settled: Settled = { put: [], blocks: boilerplate.size, documents }
  if (paths.size === 0) return settled
  let batch = new Map<string, SourceDraft>()
  let passages = 0
  const store = async (): Promise<void> => {
    if (batch.size > 0) settled.put.push(...(await putAgain(target, batch, paths, options)))
    batch = new Map()
    passages = 0
  }
  const sources = staleSources(target, boilerplate, new Set(paths.keys()), options)
  for await (const event of options.describing.drafting.draftAll(sources, options.signal)) {
    // What cannot be read any more stays as it is: the next run says so.
    if (!('drafted' in event) || !('draft' in event.drafted)) continue
    const { path, draft } = event.drafted
    if (!paths.has(path)) continue
    batch.set(path, draft)
    // The passages of a long one must have been read before the next one is asked for.
    passages += Array.isArray(draft.passages) ? draft.passages.length : MAX_PASSAGES
    if (batch.size >= MAX_DOCUMENTS || passages >= MAX_PASSAGES) await store()
  }
  await store()
  return settled
}

/** What is boilerplate; the documents that do not leave it out, or leave out something else, by path with their ids. */
async function count(
  { name }: Target,
  { engine, signal }: Options,
): Promise<{ boilerplate: Boilerplate; paths: Map<string, string>; documents: number }> {
  const boilerplate = new Map<number, string>()
  const paths = new Map<string, string>()
  const indexes = await liveIndexes(engine, signal)
  if (indexes === undefined) return { boilerplate, paths, documents: 0 }
  const filter = isIn('paths.place', [name])
  const fields = ['id', 'place', 'path', 'blocks', 'boilerplate'] as const
  const counter = createBlockCounter()
  const looked: { id: string; path: string; blocks: string; before: string }[] = []
  for await (const document of allDocuments({ engine, indexes, signal }, { fields, filter })) {
    const { id, place, path, blocks, boilerplate: before = '' } = document
    // One of another place is that one's.
    if (place !== name || blocks === undefined) continue
    counter.add(decodeFingerprints(blocks))
    if (blocks !== '') looked.push({ id, path, blocks, before })
  }
  const shared = await counter.shared()
  const takeBreak = createBreaks()
  const having: { id: string; path: string; has: number[]; before: string }[] = []
  for (const { id, path, blocks, before } of looked) {
    await takeBreak()
    const has = decodeFingerprints(blocks).filter((fingerprint) => shared.has(fingerprint))
    if (has.length === 0 && before === '') continue
    having.push({ id, path, has, before })
    for (const fingerprint of has) {
      const keeper = boilerplate.get(fingerprint)
      if (keeper === undefined || path < keeper) boilerplate.set(fingerprint, path)
    }
  }
  let documents = 0
  for (const { id, path, has, before } of having) {
    await takeBreak()
    const wanted = encodeFingerprints(has.filter((fingerprint) => boilerplate.get(fingerprint) !== path))
    if (wanted !== '') documents += 1
    if (wanted !== before) paths.set(path, id)
  }
  return { boilerplate, paths, documents }
}

/** The files of documents that are to be drafted again. */
async function* staleSources(
  { name, root, placeRoot }: Target,
  boilerplate: Boilerplate,
  stale: ReadonlySet<string>,
  { signal, reading }: Options,
): AsyncGenerator<Source> {
  // A document may stand in an archive: then one of the folders of its path is that file.
  const beginnings = new Set([...stale].flatMap(beginningsOf))
  for await (const found of walkFiles([placeRoot ?? root], reading)) {
    signal.throwIfAborted()
    if ('reason' in found || !beginnings.has(found.path)) continue
    const { path, absolutePath, sizeBytes } = found
    // A file that cannot be read any more keeps its last good version.
    const contentHash = await hashOfFile(absolutePath).catch(() => undefined)
    if (contentHash === undefined) continue
    yield {
      path,
      place: name,
      content: { absolutePath, sizeBytes },
      contentHash,
      ...(reading === undefined ? {} : { options: reading }),
      boilerplate,
      only: stale,
    }
  }
}

function beginningsOf(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Puts documents again, as they are but for their passages and what they are described as. */
async function putAgain(
  { name }: Target,
  drafted: ReadonlyMap<string, SourceDraft>,
  ids: ReadonlyMap<string, string>,
  { engine, writing, describing, signal }: Options,
): Promise<string[]> {
  return writing.write(async (writer) => {
    const reader = { engine, indexes: writer.indexes, signal }
    const wanted = [...drafted.keys()].flatMap((path) => ids.get(path) ?? [])
    const put: Draft[] = []
    for (const stored of await someDocuments(reader, wanted, KEPT_FIELDS)) {
      const draft = drafted.get(stored.path)
      // A file that has changed meanwhile is the next run's.
      const isSame = stored.place === name && draft?.document.contentHash === stored.contentHash
      if (draft === undefined || !isSame) continue
      put.push(identified({ ...draft, document: withPathsOf(stored, draft.document) }, stored.id, describing))
    }
    return (await writer.change({ put })).put.map(({ id }) => id)
  }, signal)
}

const KEPT_FIELDS = [
  'id',
  'place',
  'path',
  'paths',
  'folder',
  'mirror',
  'contentHash',
] as const satisfies (keyof DocumentRecord)[]

/** What was found to have the same content stays with it. */
function withPathsOf(
  { paths, folder, mirror }: Pick<DocumentRecord, 'paths' | 'folder' | 'mirror'>,
  document: SourceDraft['document'],
): SourceDraft['document'] {
  return paths.length < 2 ? document : { ...document, paths, folder, mirror }
}
