/**
 * The one writer of a generation: documents come and go in changes, each of which happens as a whole or not at all.
 *
 *   name the change → passages in → documents in or out → passages out → done
 *
 * The step in the middle is the one that counts: a passage whose document is not there, or has another revision, does
 * not exist for anybody. What was interrupted is finished or undone when the index is opened next (recovery.ts).
 *
 * While one change is stored, the passages of the next may come in already; the steps that count are in order.
 *
 * The step that counts is one task of one engine. So where documents are spread over several servers a change is of one of
 * them, and what is asked for at once becomes one change a server, each of which happens as a whole or not at all.
 */
import { addCounts, createCounter, storedCounts } from '../ranking/counts.ts'
import { type ChangeRecord, changeId, changesAfter, type Replaced } from './changes.ts'
import { contributionOf, type Draft } from './drafts.ts'
import type { Engine } from './engine.ts'
import { type Build, type Generation, generationNamed } from './generation.ts'
import { countsOf } from './leaving.ts'
import { createLoader, enqueueDeletion, enqueueRecords, untilDone } from './load.ts'
import { byPart, partNumbered, placementOf } from './parts/parts.ts'
import type { Placement } from './parts/placement.ts'
import { tidy } from './parts/rebalance.ts'
import { driftOf, passThrough } from './pinned-means.ts'
import { finishInterrupted } from './recovery.ts'
import { type DocumentRecord, keyOf, type PassageRecord, passageIds } from './schema.ts'
import { someDocuments } from './stored-documents.ts'

/** What is to change. */
export type ChangeRequest = {
  put?: readonly Draft[]
  /** Ids; those that are not there are passed over. */
  remove?: readonly string[]
}

/** What a change did. */
export type Changed = {
  number: number
  /** Documents that came or were replaced, in the order they were given, without those that had no passage. */
  put: DocumentRecord[]
  /** Ids of drafts that had no passage: what was there before stays. */
  empty: string[]
  /** Documents that went. */
  removed: string[]
  /** The same, with what were their translations. */
  gone: Pick<DocumentRecord, 'id' | 'translations'>[]
}

/** A document as the writer looks at it. */
export type StoredDocument = Pick<
  DocumentRecord,
  | 'id'
  | 'key'
  | 'revision'
  | 'addedAt'
  | 'place'
  | 'path'
  | 'paths'
  | 'contentHash'
  | 'passages'
  | 'lang'
  | 'translations'
  | 'named'
  | 'copyGroup'
>
const STORED_FIELDS = [
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
] as const satisfies (keyof StoredDocument)[]

/** Writes to one generation. */
export type Writer = {
  indexes: Generation
  /** What is known of the generation, without the changes since it was folded. */
  build: () => Build
  /** Number of the last change. */
  last: () => number
  /** What all changes come to that are not in the blocks of statistics yet, in terms. */
  unfolded: () => number
  /** How far the present mean length of a language is from the one that levels were cut with; 1 is the same. */
  drift: () => number
  /** Documents by id, in no order, as all changes leave them that are under way; those that are not there are left out. */
  stored: (ids: readonly string[]) => Promise<StoredDocument[]>
  /**
   * Changes documents. Resolves when what came can be found, and what went cannot. A change may be asked for while
   * another one is under way: where that fails, it fails, too.
   */
  change: (request: ChangeRequest) => Promise<Changed>
  /** Gives documents other translations, or another group of copies; their revision stays. */
  link: (
    links: readonly (Pick<DocumentRecord, 'id'> &
      Partial<Pick<DocumentRecord, 'translations' | 'copyGroup'>>)[],
  ) => Promise<void>
  /** Waits until everything is done that changes leave for later; finishes or undoes one that has failed. */
  settle: () => Promise<void>
  /** Throws if somebody else has become the writer. */
  check: () => void
  /** Takes over what is known of the generation after a fold. */
  refold: (build: Build) => void
}

/** What a writer is given. */
export type WriterOptions = {
  signal: AbortSignal
  /** Called before each step; throws to end the work, if somebody else has become the writer. */
  check?: () => void
  /** Called with each change when its documents can be found. */
  onChange?: (change: ChangeRecord) => void
  /** Waited for where a move to further servers was interrupted; see {@link tidy}. */
  settleMs?: number | undefined
}

/**
 * Opens the writer of a generation: finishes or undoes what was interrupted.
 *
 * @throws {EngineError} if the engine fails
 */
export async function openWriter(engine: Engine, build: Build, options: WriterOptions): Promise<Writer> {
  const { signal, check = () => {}, onChange } = options
  const indexes = generationNamed(build.generation)
  const reader = { engine, indexes, signal }
  await finishInterrupted(reader, build.folded)
  await tidy(engine, build, indexes, { signal, check, settleMs: options.settleMs })
  const earlier = await changesAfter(reader, build.folded)
  let folded = build
  let last = Math.max(build.folded, ...earlier.map(({ number }) => number))
  let unfolded = 0
  let noted = build.folded
  /** Of changes that have happened. */
  const fixed = new Map(build.pins.map((pin) => [pin.lang, pin]))
  /** The same, and of changes that are under way. */
  let pins = new Map(fixed)
  const totals = new Map(build.languages.map(({ lang, passages, length }) => [lang, { passages, length }]))
  const note = (change: ChangeRecord): void => {
    noted = change.number
    unfolded += CHANGE_COUNTS_AS
    for (const pin of change.pins) fixed.set(pin.lang, pin)
    for (const { lang, passages, length, terms } of change.counts ?? []) {
      const total = totals.get(lang) ?? { passages: 0, length: 0 }
      totals.set(lang, { passages: total.passages + passages, length: total.length + length })
      unfolded += terms.length
    }
  }
  for (const change of earlier) note(change)
  pins = new Map(fixed)
  let settling: Promise<unknown> = Promise.resolve()
  let isBroken = false
  /** Changes that have been asked for and have not happened yet, in their order. */
  const underWay: UnderWay[] = []
  const untilNone = async (): Promise<void> => {
    while (underWay[0] !== undefined) await underWay[0].happened.catch(() => {})
  }
  const settle = async (): Promise<void> => {
    await untilNone()
    try {
      await settling
    } catch {
      // Whatever it was: what was left for later is finished now, and if that cannot be done, that is the error.
      isBroken = true
    }
    if (!isBroken) return
    check()
    await finishInterrupted(reader, folded.folded)
    for (const change of await changesAfter(reader, noted)) note(change)
    // Numbers follow each other without a gap, or something has been lost.
    last = noted
    pins = new Map(fixed)
    settling = Promise.resolve()
    isBroken = false
  }

  const stored = async (ids: readonly string[], until: readonly UnderWay[]): Promise<StoredDocument[]> => {
    // What a change is about is not what it was before.
    const touching = until.findLast((other) => ids.some((id) => other.ids.has(id)))
    await touching?.happened
    return someDocuments(reader, ids, STORED_FIELDS)
  }

  const apply = async (
    { put, gone, number, part, together }: Asked,
    earlier: readonly UnderWay[],
    { onNamed, onRead }: { onNamed: () => void; onRead: () => void },
  ): Promise<Changed> => {
    const previous = earlier.at(-1)
    const holder = partNumbered(engine, part)
    const before = await stored([...put.map(({ document }) => document.id), ...gone], earlier)
    // Means that it pins are those that this one is cut with.
    await previous?.read
    const change: ChangeRecord = {
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
    let isNamed = false
    const name = async (): Promise<number> => {
      isNamed = true
      // Numbers have no gap: where the one before cannot be named, this one is not.
      await previous?.named
      check()
      const task = await enqueueRecords(engine, indexes.statistics, [change])
      onNamed()
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
    change.pins = await passThrough(put, contributions, pins, loader.add, together)
    for (const pin of change.pins) pins.set(pin.lang, pin)
    onRead()
    const records = contributions.flatMap((contribution) => contribution.finish() ?? [])
    const arrived = new Set(records.map(({ id }) => id))
    const leaving = before.filter(({ id }) => arrived.has(id) || gone.has(id))
    const counts = counter.counts()
    for (const document of leaving) {
      signal.throwIfAborted()
      addCounts(counts, await countsOf(reader, document), -1)
    }
    change.put = [...arrived]
    if (change.keys !== undefined) change.keys = records.map(({ key }) => key)
    change.removed = change.removed.filter((id) => !arrived.has(id))
    change.replaced = leaving.map(({ id, key, passages }): Replaced => ({ id, key, passages }))
    change.documents = records.length - leaving.length
    change.passages =
      records.reduce((sum, { passages }) => sum + passages, 0) -
      leaving.reduce((sum, { passages }) => sum + passages, 0)
    change.counts = storedCounts(counts)
    const named = await name()
    await Promise.all([untilDone(engine, named, signal), loader.finish()])
    await previous?.happened
    // What is left of it must be out of the way: of two changes that are not complete the later one is not begun.
    await settling
    signal.throwIfAborted()
    if (records.length > 0) {
      const known = new Map(before.map((document) => [document.id, document]))
      for (const record of records) {
        const earlier = known.get(record.id)
        record.translations = earlier?.translations ?? []
        if (earlier !== undefined) record.addedAt = earlier.addedAt
        if (earlier?.copyGroup) record.copyGroup = earlier.copyGroup
      }
      check()
      await untilDone(holder, await enqueueRecords(holder, indexes.documents, records))
    }
    if (change.removed.length > 0) {
      check()
      await untilDone(holder, await enqueueDeletion(holder, indexes.documents, change.removed))
    }
    note(change)
    onChange?.(change)
    settling = cleanUp(reader, change, check)
    // Looked at before the next change; a failure before that must not count as unhandled.
    settling.catch(() => {})
    const empty = put.map(({ document }) => document.id).filter((id) => !arrived.has(id))
    const went = leaving
      .filter(({ id }) => !arrived.has(id))
      .map(({ id, translations }) => ({ id, translations }))
    return { number, put: records, empty, removed: change.removed, gone: went }
  }

  let turns: Promise<unknown> = Promise.resolve()
  const begin = (request: PartRequest): UnderWay => {
    last += 1
    const { part, put, gone, together } = request
    const asked: Asked = { number: last, part, put, together, gone: new Set(gone) }
    const named = signalled()
    const read = signalled()
    const told = { onNamed: named.resolve, onRead: read.resolve }
    const happened = apply(asked, [...underWay], told)
    const change: UnderWay = {
      ids: new Set([...put.map(({ document }) => document.id), ...asked.gone]),
      named: Promise.race([named.promise, happened.then(() => {})]),
      read: Promise.race([read.promise, happened.then(() => {})]),
      happened: happened
        .catch((error: unknown) => {
          isBroken = true
          throw error
        })
        .finally(() => underWay.splice(underWay.indexOf(change), 1)),
    }
    for (const promise of [change.named, change.read, change.happened]) promise.catch(() => {})
    underWay.push(change)
    return change
  }

  return {
    indexes,
    build: () => ({ ...folded, pins: [...fixed.values()] }),
    last: () => last,
    unfolded: () => unfolded,
    drift: () => driftOf(fixed, totals),
    stored: (ids) => stored(ids, underWay),
    change: async (request) => {
      if ((request.put?.length ?? 0) === 0 && (request.remove?.length ?? 0) === 0) {
        return { number: last, put: [], empty: [], removed: [], gone: [] }
      }
      // Those that are asked for at the same time take their turns in that order.
      const turn = turns.then(async () => {
        const begun: UnderWay[] = []
        let hasFailed = false
        for (const own of split(request, placementOf(engine, indexes.name))) {
          while (underWay.length >= MAX_UNDER_WAY) await underWay[0]?.happened.catch(() => {})
          // Where one of them fails, those behind it do not happen.
          if (hasFailed) break
          if (isBroken || underWay.length === 0) await settle()
          const change = begin(own)
          change.happened.catch(() => {
            hasFailed = true
          })
          begun.push(change)
        }
        return begun
      })
      turns = turn.catch(() => {})
      const changed = await Promise.all((await turn).map(({ happened }) => happened))
      return together(changed, request)
    },
    link: async (links) => {
      if (links.length === 0) return
      await untilNone()
      check()
      const placement = placementOf(engine, indexes.name)
      await Promise.all(
        byPart(links, ({ id }) => id, placement).map(async ([number, own]) => {
          const part = partNumbered(engine, number)
          await untilDone(part, await enqueueRecords(part, indexes.documents, own, 'update'), signal)
        }),
      )
    },
    settle,
    check,
    refold: (next) => {
      folded = next
      unfolded = 0
    },
  }
}

/** A promise, and what resolves it. */
function signalled(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/** One is stored, and the passages of another come in. */
const MAX_UNDER_WAY = 2

/** What is asked of one part. */
type PartRequest = {
  part: number
  put: Draft[]
  gone: string[]
  /** What comes on all parts, if several have some of it. */
  together: readonly Draft[]
}

/** What was asked for, part by part. */
function split(request: ChangeRequest, placement: Placement): PartRequest[] {
  // Of two that have the same id the last one stays, and one that comes does not go.
  const put = [...new Map(request.put?.map((draft) => [draft.document.id, draft])).values()]
  const parts = new Map<number, PartRequest>()
  const of = (part: number): PartRequest => {
    const own = parts.get(part) ?? { part, put: [], gone: [], together: [] }
    parts.set(part, own)
    return own
  }
  const puts = byPart(put, ({ document }) => document.id, placement)
  const together = puts.length > 1 ? put : []
  for (const [part, drafts] of puts) Object.assign(of(part), { put: drafts, together })
  for (const [part, ids] of byPart(request.remove ?? [], (id) => id, placement)) of(part).gone = ids
  return [...parts.values()]
}

/** What several changes did that were asked for as one. */
function together(changes: readonly Changed[], { put = [] }: ChangeRequest): Changed {
  const [only] = changes
  if (changes.length === 1 && only !== undefined) return only
  const order = new Map(put.map(({ document }, index) => [document.id, index]))
  const placeOf = (id: string): number => order.get(id) ?? 0
  return {
    number: Math.max(...changes.map(({ number }) => number)),
    put: changes.flatMap(({ put }) => put).sort((a, b) => placeOf(a.id) - placeOf(b.id)),
    empty: changes.flatMap(({ empty }) => empty).sort((a, b) => placeOf(a) - placeOf(b)),
    removed: changes.flatMap(({ removed }) => removed),
    gone: changes.flatMap(({ gone }) => gone),
  }
}

/** A change that was asked for. */
type Asked = Omit<PartRequest, 'gone'> & { number: number; gone: ReadonlySet<string> }

/** A change that has not happened yet. */
type UnderWay = {
  /** Of documents that come or go. */
  ids: ReadonlySet<string>
  /** It is known to the engine, so that it can be undone. */
  named: Promise<void>
  /** All its passages have been read: means that it pins are known. */
  read: Promise<void>
  happened: Promise<Changed>
}

/** A change without any terms, such as one that was undone, is a record to be read all the same. */
const CHANGE_COUNTS_AS = 20

/** What is left to do when the documents of a change can be found. */
async function cleanUp(
  { engine, indexes, signal }: { engine: Engine; indexes: Generation; signal: AbortSignal },
  { id, replaced, part: number = 0 }: ChangeRecord,
  check: () => void,
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
