/**
 * Translations and near copies in step with the documents: what has come is compared with what is there, and both sides
 * are told. A few documents are looked up one by one (nearby.ts); of many, all are compared with all.
 */
import { setImmediate } from 'node:timers/promises'
import type { Engine } from '../../engine/engine.ts'
import type { DocumentRecord } from '../../engine/schema.ts'
import { ask, matches } from '../../engine/search.ts'
import { allDocuments } from '../../engine/stored-documents.ts'
import type { Writer } from '../../engine/writer.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { COPY_FIELDS, createGrouper } from '../copies/group.ts'
import { nearbyCopies } from '../copies/nearby.ts'
import type { Remark } from './named.ts'
import { type Arrived, followNearby } from './nearby.ts'
import { COMPARED_FIELDS, type ComparedDocument, findTranslations } from './translations.ts'

/** What to compare with. */
export type FollowOptions = {
  engine: Engine
  writer: Writer
  bridge: Bridge | undefined
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

/** Up to so many documents are looked up one by one, in an index of more than so many. */
const MAX_NEARBY = 30
const MIN_FOR_NEARBY = 500

/** Follows what has come and gone, in the way that costs less. */
export async function followChanges(arrived: Arrived, options: FollowOptions): Promise<Followed> {
  const { engine, writer, signal } = options
  if (arrived.put.length + arrived.removed.length <= MAX_NEARBY) {
    const { all } = await ask(
      { engine, indexes: writer.indexes, signal },
      { all: [matches(writer.indexes, '')] },
    )
    if ((all[0]?.total ?? 0) > MIN_FOR_NEARBY) {
      const changed = await followNearby(arrived, options)
      const reader = { engine, indexes: writer.indexes, signal }
      await writer.link(await nearbyCopies(arrived.put, reader))
      return { changed, remarks: [] }
    }
  }
  return followTranslations(options)
}

/** Compares all documents of the index with each other, and gives those new translations that have others now. */
export async function followTranslations({
  engine,
  writer,
  bridge,
  signal,
}: FollowOptions): Promise<Followed> {
  const reader = { engine, indexes: writer.indexes, signal }
  const before = new Map<string, string>()
  const grouper = createGrouper()
  const fields = [...COMPARED_FIELDS, ...COPY_FIELDS]
  const passing = async function* (): AsyncGenerator<ComparedDocument> {
    for await (const document of allDocuments(reader, { fields })) {
      grouper.add(document)
      if (document.translations.length > 0) before.set(document.id, document.translations.join())
      yield document
    }
  }
  const pause = async (): Promise<void> => {
    await setImmediate()
    signal.throwIfAborted()
  }
  const found = await findTranslations(passing(), bridge, pause)
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
