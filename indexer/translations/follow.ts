/**
 * Translations and near copies in step with the documents: what has come is compared with what is there, and both sides
 * are told. A few documents are looked up one by one (nearby.ts); some are compared with all, and of many all with all.
 */
import { setImmediate } from 'node:timers/promises'
import type { Engine } from '../../engine/engine.ts'
import type { DocumentRecord } from '../../engine/schema.ts'
import { ask, matches } from '../../engine/search.ts'
import { allDocuments } from '../../engine/stored-documents.ts'
import type { Writer } from '../../engine/writer.ts'
import type { SingleWords } from '../../language/bridge/single-words.ts'
import { createBreaks } from '../../language/slices.ts'
import { COPY_FIELDS, createGrouper } from '../copies/group.ts'
import { nearbyCopies } from '../copies/nearby.ts'
import type { Remark } from './named.ts'
import { type Arrived, followNearby } from './nearby.ts'
import { COMPARED_FIELDS, type ComparedDocument, findTranslations } from './translations.ts'

/** What to compare with. */
export type FollowOptions = {
  engine: Engine
  writer: Writer
  bridge: SingleWords | undefined
  signal: AbortSignal
}

/** What came of it. */
export type Followed = {
  /** How many documents have other translations than before. */
  changed: number
  /** Pairs in the whole index: those that authors name, and those recognized; absent if not all was compared. */
  pairs?: { named: number; recognized: number }
  remarks: Remark[]
}

/** In an index of more than so many documents pairs of others stay as they are where few have come or gone. */
const MIN_FOR_KEEPING = 500
/** Up to so many documents are looked up one by one. */
const MAX_NEARBY = 30
/** Documents read at a time. A page is taken apart in one go, and a service does this while it answers searches. */
const PAGE_SIZE = 200
/** Where a larger share of all has come or gone, all are compared with all. */
const MAX_SHARE = 0.05

/** Follows what has come and gone, in the way that costs less. */
export async function followChanges(arrived: Arrived, options: FollowOptions): Promise<Followed> {
  const { engine, writer, signal } = options
  const reader = { engine, indexes: writer.indexes, signal }
  const { all } = await ask(reader, { all: [matches(writer.indexes, '')] })
  const documents = all[0]?.total ?? 0
  const ids = [...arrived.put, ...arrived.removed.map(({ id }) => id)]
  if (documents <= MIN_FOR_KEEPING || ids.length > Math.max(MAX_NEARBY, documents * MAX_SHARE)) {
    return followTranslations(options)
  }
  if (ids.length > MAX_NEARBY) return followTranslations(options, new Set(ids))
  const changed = await followNearby(arrived, options)
  await writer.link(await nearbyCopies(arrived.put, reader))
  return { changed, remarks: [] }
}

/**
 * Compares all documents of the index with each other, and gives those new translations that have others now.
 *
 * @param touched ids of documents that have come, changed or gone: pairs of others stay as they are. Default: none stays
 */
export async function followTranslations(
  { engine, writer, bridge, signal }: FollowOptions,
  touched?: ReadonlySet<string>,
): Promise<Followed> {
  const reader = { engine, indexes: writer.indexes, signal }
  const before = new Map<string, string>()
  const grouper = createGrouper()
  const fields = [...COMPARED_FIELDS, ...COPY_FIELDS]
  const takeBreak = createBreaks()
  const passing = async function* (): AsyncGenerator<ComparedDocument> {
    for await (const document of allDocuments(reader, { fields, pageSize: PAGE_SIZE })) {
      await takeBreak()
      grouper.add(document)
      if (document.translations.length > 0) before.set(document.id, document.translations.join())
      yield document
    }
  }
  const pause = async (): Promise<void> => {
    await setImmediate()
    signal.throwIfAborted()
  }
  const found = await findTranslations(passing(), bridge, { pause, touched })
  const now = new Map(found.records.map((record) => [record.id, record.translations]))
  const links: Pick<DocumentRecord, 'id' | 'translations'>[] = []
  for (const [id, translations] of now) {
    if (before.get(id) !== translations.join()) links.push({ id, translations })
  }
  for (const id of before.keys()) if (!now.has(id)) links.push({ id, translations: [] })
  await writer.link(links)
  await writer.link(await grouper.changes(pause))
  const { named, recognized, remarks } = found
  return { changed: links.length, pairs: { named, recognized }, remarks }
}
