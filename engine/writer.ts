/**
 * The one writer of a generation: documents come and go in changes, each of which happens as a whole or not at all
 * (apply-change.ts). What was interrupted is finished or undone when the index is opened next (recovery.ts).
 *
 * While one change is stored, the passages of the next may come in already; the steps that count are in order.
 *
 * Where documents are spread over several servers a change is of one of them, and what is asked for at once becomes one
 * change a server, each of which happens as a whole or not at all.
 */
import {
  type Asked,
  applyChange,
  type Ground,
  STORED_FIELDS,
  type StoredDocument,
  type UnderWay,
} from './apply-change.ts'
import {
  type Changed,
  type ChangeRequest,
  joinChanges,
  type PartRequest,
  splitByPart,
} from './change-request.ts'
import { type ChangeRecord, changesAfter } from './changes.ts'
import type { Engine } from './engine.ts'
import { type Build, type Generation, generationNamed, type PinnedMean } from './generation.ts'
import { openLedger } from './ledger.ts'
import { enqueueRecords, untilDone } from './load.ts'
import { byPart, partNumbered, placementOf } from './parts/parts.ts'
import { tidy } from './parts/rebalance.ts'
import { finishInterrupted } from './recovery.ts'
import type { DocumentRecord } from './schema.ts'
import { someDocuments } from './stored-documents.ts'

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
  /** The present mean lengths, of languages that have enough passages to say so. */
  means: () => PinnedMean[]
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

/** One is stored, and the passages of another come in. */
const MAX_UNDER_WAY = 2

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
  const ledger = openLedger(build, await changesAfter(reader, build.folded))
  /** Number of the last change that was asked for. */
  let last = ledger.last()
  let isBroken = false
  /** How often something that was interrupted has been put right. */
  let repairs = 0
  /** Changes that have been asked for and have not happened yet, in their order. */
  const underWay: UnderWay[] = []
  const untilNone = async (): Promise<void> => {
    while (underWay[0] !== undefined) await underWay[0].happened.catch(() => {})
  }
  const ground: Ground = {
    ...{ engine, indexes, signal, ledger, check, onChange },
    stored: async (ids, after) => {
      // What a change is about is not what it was before.
      const touching = after.findLast((other) => ids.some((id) => other.ids.has(id)))
      await touching?.happened
      return someDocuments(reader, ids, STORED_FIELDS)
    },
    later: Promise.resolve(),
  }
  const settle = async (): Promise<void> => {
    await untilNone()
    try {
      await ground.later
    } catch {
      // Whatever it was: what was left for later is finished now, and if that cannot be done, that is the error.
      isBroken = true
    }
    if (!isBroken) return
    repairs += 1
    check()
    await finishInterrupted(reader, ledger.build().folded)
    for (const change of await changesAfter(reader, ledger.last())) ledger.note(change)
    ledger.unpin()
    // Numbers follow each other without a gap, or something has been lost.
    last = ledger.last()
    ground.later = Promise.resolve()
    isBroken = false
  }
  const begin = ({ gone, ...own }: PartRequest): UnderWay => {
    last += 1
    const asked: Asked = { ...own, number: last, gone: new Set(gone) }
    const { put } = asked
    const named = signalled()
    const read = signalled()
    const told = { onNamed: named.resolve, onRead: read.resolve }
    const happened = applyChange(asked, [...underWay], ground, told)
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
  const beginAll = async (request: ChangeRequest): Promise<UnderWay[]> => {
    const begun: UnderWay[] = []
    let hasFailed = false
    const repairsBefore = repairs
    for (const own of splitByPart(request, placementOf(engine, indexes.name))) {
      while (underWay.length >= MAX_UNDER_WAY) await underWay[0]?.happened.catch(() => {})
      // Where one of them fails, those behind it do not happen.
      if (hasFailed) break
      const isQuiet = !isBroken && underWay.length === 0
      if (isBroken || underWay.length === 0) await settle()
      // What others do, or what is put right, may make it something else.
      const isAsSeen = isQuiet && repairs === repairsBefore
      const change = begin(isAsSeen ? own : { ...own, present: undefined })
      change.happened.catch(() => {
        hasFailed = true
      })
      begun.push(change)
    }
    return begun
  }

  let turns: Promise<unknown> = Promise.resolve()
  return {
    indexes,
    build: ledger.build,
    last: () => last,
    unfolded: ledger.unfolded,
    drift: ledger.drift,
    means: ledger.means,
    stored: (ids) => ground.stored(ids, underWay),
    change: async (request) => {
      if ((request.put?.length ?? 0) === 0 && (request.remove?.length ?? 0) === 0) {
        return { number: last, put: [], empty: [], removed: [], gone: [] }
      }
      // Those that are asked for at the same time take their turns in that order.
      const turn = turns.then(() => beginAll(request))
      turns = turn.catch(() => {})
      return joinChanges(await Promise.all((await turn).map(({ happened }) => happened)), request)
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
    refold: ledger.refold,
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
