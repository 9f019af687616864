/**
 * One change, step by step:
 *
 *   name the change → passages in → documents in or out → passages out → done
 *
 * The step in the middle is the one that counts: a passage whose document is not there, or has another revision, does
 * not exist for anybody. It is one task of one engine.
 */
import { createBreaks } from '../language/slices.ts'
import { addCounts, createCounter, storedCounts } from '../ranking/counts.ts'
import type { Changed, PartRequest } from './change-request.ts'
import { type ChangeRecord, changeId, type Replaced } from './changes.ts'
import { contributionOf } from './drafts.ts'
import type { Engine } from './engine.ts'
import type { Generation } from './generation.ts'
import { countsOf } from './leaving.ts'
import type { Ledger } from './ledger.ts'
import { createLoader, enqueueDeletion, enqueueRecords, untilDone } from './load.ts'
import { partNumbered } from './parts/parts.ts'
import { passThrough } from './pinned-means.ts'
import { type DocumentRecord, keyOf, type PassageRecord, passageIds } from './schema.ts'

/** A change that was asked for. */
export type Asked = Omit<PartRequest, 'gone'> & { number: number; gone: ReadonlySet<string> }

/** A change that has not happened yet. */
export type UnderWay = {
  /** Of documents that come or go. */
  ids: ReadonlySet<string>
  /** It is known to the engine, so that it can be undone. */
  named: Promise<void>
  /** All its passages have been read: means that it pins are known. */
  read: Promise<void>
  happened: Promise<Changed>
}

/** A document as changes look at it. */
export type StoredDocument = Pick<DocumentRecord, (typeof STORED_FIELDS)[number]>

/** What is read of a document that a change is about. */
export const STORED_FIELDS = [
  'id',
  'key',
  'revision',
  'addedAt',
  'place',
  'path',
  'paths',
  'contentHash',
  'passages',
  'lang',
  'translations',
  'named',
  'copyGroup',
] as const satisfies (keyof DocumentRecord)[]

/** Where changes are applied. */
export type Ground = {
  engine: Engine
  indexes: Generation
  signal: AbortSignal
  ledger: Ledger
  /** Throws if somebody else has become the writer. */
  check: () => void
  /** Called with each change when its documents can be found. */
  onChange?: ((change: ChangeRecord) => void) | undefined
  /** Documents by id, as some changes leave them that are under way. */
  stored: (ids: readonly string[], after: readonly UnderWay[]) => Promise<StoredDocument[]>
  /** What the last change that has happened leaves for later: its passages out, and done. Each change puts its own here. */
  later: Promise<unknown>
}

/**
 * Applies a change. Resolves when what came can be found, and what went cannot.
 *
 * @param earlier changes that are under way: where one of them fails, this one does, too
 * @param told called when the change is known to the engine, and when all its passages have been read
 */
export async function applyChange(
  asked: Asked,
  earlier: readonly UnderWay[],
  ground: Ground,
  told: { onNamed: () => void; onRead: () => void },
): Promise<Changed> {
  const { engine, indexes, signal, ledger, check } = ground
  const { put, gone, part } = asked
  const previous = earlier.at(-1)
  const holder = partNumbered(engine, part)
  const ids = new Set([...put.map(({ document }) => document.id), ...gone])
  const before = asked.present?.filter(({ id }) => ids.has(id)) ?? (await ground.stored([...ids], earlier))
  // Means that it pins are those that this one is cut with.
  await previous?.read
  const change = begun(asked, before)

  let isNamed = false
  const name = async (): Promise<number> => {
    isNamed = true
    // Numbers have no gap: where the one before cannot be named, this one is not.
    await previous?.named
    check()
    const task = await enqueueRecords(engine, indexes.statistics, [change])
    told.onNamed()
    return task
  }
  const loader = createLoader<PassageRecord>(holder, indexes.passages, {
    signal,
    // Passages that come before the change is complete must not be nobody's: the first part has acknowledged its name.
    beforeSend: async () => {
      if (!isNamed) await name()
    },
  })
  const counter = createCounter()
  const contributions = put.map((draft) => contributionOf(draft, change, counter))
  change.pins = await passThrough(put, contributions, ledger.pins(), loader.add, asked.together)
  ledger.pin(change.pins)
  told.onRead()

  const takeBreak = createBreaks()
  const records: DocumentRecord[] = []
  for (const contribution of contributions) {
    await takeBreak()
    const record = contribution.finish()
    if (record !== undefined) records.push(record)
  }
  const arrived = new Set(records.map(({ id }) => id))
  const leaving = before.filter(({ id }) => arrived.has(id) || gone.has(id))
  const counts = counter.counts()
  for (const document of leaving) {
    signal.throwIfAborted()
    addCounts(counts, await countsOf({ engine, indexes, signal }, document), -1)
  }
  complete(change, records, leaving)
  change.counts = storedCounts(counts)
  const named = await name()
  await Promise.all([untilDone(engine, named, signal), loader.finish()])

  await previous?.happened
  // What is left of it must be out of the way: of two changes that are not complete the later one is not begun.
  await ground.later
  signal.throwIfAborted()
  if (records.length > 0) {
    keepWhatStays(records, before)
    check()
    await untilDone(holder, await enqueueRecords(holder, indexes.documents, records))
  }
  if (change.removed.length > 0) {
    check()
    await untilDone(holder, await enqueueDeletion(holder, indexes.documents, change.removed))
  }
  ledger.note(change)
  ground.onChange?.(change)
  ground.later = cleanUp(ground, change)
  // Looked at before the next change; a failure before that must not count as unhandled.
  ground.later.catch(() => {})
  return {
    number: change.number,
    put: records,
    empty: put.map(({ document }) => document.id).filter((id) => !arrived.has(id)),
    removed: change.removed,
    gone: leaving.filter(({ id }) => !arrived.has(id)).map(({ id, translations }) => ({ id, translations })),
  }
}

/** The record of a change before anything has been read: as it may have to be undone. */
function begun({ put, gone, number, part }: Asked, before: readonly StoredDocument[]): ChangeRecord {
  return {
    id: changeId(number),
    number,
    ...(part === 0 ? {} : { part }),
    at: Date.now(),
    put: put.map(({ document }) => document.id),
    ...(put.some(({ revision }) => revision !== undefined)
      ? { keys: put.map(({ document, revision = number }) => keyOf(document.id, revision)) }
      : {}),
    removed: before.map(({ id }) => id).filter((id) => gone.has(id)),
    replaced: [],
    documents: 0,
    passages: 0,
    pins: [],
  }
}

/** Completes the record of a change with what came and what leaves. */
function complete(
  change: ChangeRecord,
  records: readonly DocumentRecord[],
  leaving: readonly StoredDocument[],
): void {
  change.put = records.map(({ id }) => id)
  if (change.keys !== undefined) change.keys = records.map(({ key }) => key)
  change.removed = change.removed.filter((id) => !change.put.includes(id))
  change.replaced = leaving.map(({ id, key, passages }): Replaced => ({ id, key, passages }))
  change.documents = records.length - leaving.length
  change.passages =
    records.reduce((sum, { passages }) => sum + passages, 0) -
    leaving.reduce((sum, { passages }) => sum + passages, 0)
}

/** Gives documents that are replaced what does not come from their content. */
function keepWhatStays(records: readonly DocumentRecord[], before: readonly StoredDocument[]): void {
  const known = new Map(before.map((document) => [document.id, document]))
  for (const record of records) {
    const earlier = known.get(record.id)
    record.translations = earlier?.translations ?? []
    if (earlier !== undefined) record.addedAt = earlier.addedAt
    if (earlier?.copyGroup) record.copyGroup = earlier.copyGroup
  }
}

/** What is left to do when the documents of a change can be found. */
async function cleanUp(
  { engine, indexes, signal, check }: Ground,
  { id, replaced, part: number = 0 }: ChangeRecord,
): Promise<void> {
  check()
  const part = partNumbered(engine, number)
  const passages = replaced.flatMap(({ key, passages }) => passageIds(key, passages))
  const going = passages.length > 0 ? await enqueueDeletion(part, indexes.passages, passages) : undefined
  // The same server does one after the other.
  if (number > 0 && going !== undefined) await untilDone(part, going, signal)
  const done = await enqueueRecords(
    engine,
    indexes.statistics,
    [{ id, isDone: true } as { id: string }],
    'update',
  )
  if (going !== undefined) await untilDone(part, going, signal)
  await untilDone(engine, done, signal)
}
