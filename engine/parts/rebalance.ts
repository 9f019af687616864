/**
 * Spreading an index over further servers while it is searched:
 *
 *   announce → copy some slots → they count on the new server → wait → remove them from the old one → … → done
 *
 * The third step counts, and is one write of the live record. Whoever searches reads that record, and asks each server with
 * an expression that it gives (placement.ts): of a document that two servers have, one counts. Who has not read the newest
 * record asks as before the step, and finds what was there before it; so nothing is removed until everybody must have read
 * it. What was interrupted is put right by whoever writes next (tidy), and goes on by being run again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { CATALOG } from '../catalog.ts'
import type { Engine } from '../engine.ts'
import { EngineError } from '../errors.ts'
import {
  type Build,
  createIndex,
  type Generation,
  generationNamed,
  placementIn,
  putBuild,
  readBuild,
} from '../generation.ts'
import { untilIdle } from '../load.ts'
import type { Writer } from '../writer.ts'
import { partNumbered, partsOf } from './parts.ts'
import { type Moving, movingSlots, partOfSlot, partsAsked } from './placement.ts'
import { copySlots, countSlots, hasAny, isInSlots, removeFrom, type SlotsOptions } from './slots.ts'

/**
 * Nobody asks any more as an older live record said: one that is older than five seconds is looked up again, and a call
 * makes two requests at most, each of which waits for a connection and then for its answer no longer than twelve.
 */
const SETTLE_MS = 30_000
/** Slots move together until they have so many documents. */
const DOCUMENTS_A_STEP = 5_000

/** How to rebalance. */
export type RebalanceOptions = {
  signal: AbortSignal
  /** How long what has moved stays where it was, in milliseconds. Default 30,000. */
  settleMs?: number
  /** Documents a step, about. Default 5,000. */
  documentsAStep?: number
  /** Called now and then with how many documents have been copied, of how many. */
  onProgress?: (documents: number, total: number) => void
}

/** What was done. */
export type Rebalanced = { from: number; to: number; documents: number; passages: number }

/**
 * Spreads the live index over all servers of an engine; where it was interrupted it goes on. Needs the lease.
 *
 * @throws {EngineError} if a server fails, or `WRITER_LOST`: what has moved until then stays where it is
 */
export async function rebalance(
  engine: Engine,
  writer: Writer,
  options: RebalanceOptions,
): Promise<Rebalanced> {
  await writer.settle()
  const { signal } = options
  const done: Rebalanced = { from: 0, to: 0, documents: 0, passages: 0 }
  for (;;) {
    let build = await liveBuild(engine, writer, signal)
    const { parts } = placementIn(build)
    const all = partsOf(engine).length
    done.from ||= parts
    done.to = all
    if (parts === all) return done
    if (build.moving === undefined) build = await announce(engine, writer, build, all)
    const moved = await move(engine, writer, build as Build & { moving: Moving }, options)
    done.documents += moved.documents
    done.passages += moved.passages
  }
}

async function liveBuild(engine: Engine, writer: Writer, signal: AbortSignal): Promise<Build> {
  await untilIdle(engine, [CATALOG], signal)
  const build = await readBuild(engine, signal)
  if (build?.generation === writer.indexes.name) return build
  throw new EngineError('WRITER_LOST', 'The index was replaced by a new one meanwhile. Run it again.')
}

/** From now on searches ask the new servers too, which have nothing yet. */
async function announce(engine: Engine, writer: Writer, build: Build, to: number): Promise<Build> {
  writer.check()
  await engine.parts?.claim(to)
  const indexes = generationNamed(build.generation)
  for (let number = placementIn(build).parts; number < to; number += 1) {
    const part = partNumbered(engine, number)
    await createIndex(part, indexes.passages, 'passages')
    await createIndex(part, indexes.documents, 'documents')
  }
  writer.check()
  const next = { ...build, moving: { to, cleared: 0, moved: 0 } }
  await putBuild(engine, next)
  return next
}

/** Slots that move together. */
type Step = { slots: number[]; documents: number }

async function move(
  engine: Engine,
  writer: Writer,
  build: Build & { moving: Moving },
  { signal, settleMs = SETTLE_MS, documentsAStep = DOCUMENTS_A_STEP, onProgress }: RebalanceOptions,
): Promise<{ documents: number; passages: number }> {
  const { parts } = placementIn(build)
  const { to, moved } = build.moving
  const indexes = writer.indexes
  const reading = { indexes, signal }
  const steps = await planSteps(engine, build, documentsAStep, reading)
  const total = steps.reduce((sum, { documents }) => sum + documents, 0)
  const done = { documents: 0, passages: 0 }
  let moving = { to, cleared: moved, moved }
  let before: { slots: number[]; atMs: number } | undefined

  /** What has moved goes from where it was, once nobody looks for it there. */
  const clear = async (): Promise<void> => {
    if (before === undefined) return
    await sleep(Math.max(0, before.atMs + settleMs - performance.now()), undefined, { signal })
    writer.check()
    await removeMoved(engine, before.slots, parts, reading)
    moving = { ...moving, cleared: moving.moved }
    before = undefined
  }

  for (const { slots, documents } of steps) {
    let copied = 0
    for (let number = 0; number < parts; number += 1) {
      const own = slots.filter((slot) => partOfSlot(slot, parts) === number)
      if (own.length === 0) continue
      const base = done.documents + copied
      const copy = await copySlots(
        own,
        partNumbered(engine, number),
        (slot) => partNumbered(engine, partOfSlot(slot, to)),
        { ...reading, onCopied: (some) => onProgress?.(base + some, total) },
      )
      copied += copy.documents
      done.passages += copy.passages
    }
    if (copied !== documents) {
      throw new EngineError(
        'TASK_FAILED',
        `Of ${documents} documents that were to move ${copied} were found.`,
      )
    }
    done.documents += copied
    await clear()
    writer.check()
    moving = { ...moving, moved: (slots.at(-1) ?? 0) + 1 }
    // The step that counts.
    await putBuild(engine, { ...build, moving })
    before = { slots, atMs: performance.now() }
  }
  await clear()
  writer.check()
  const { moving: _, ...settled } = build
  await putBuild(engine, { ...settled, parts: to })
  return done
}

/** The slots that have not moved yet, in steps of about as many documents. */
async function planSteps(
  engine: Engine,
  build: Build & { moving: Moving },
  documentsAStep: number,
  options: SlotsOptions,
): Promise<Step[]> {
  const { parts } = placementIn(build)
  const counts: Map<number, number>[] = []
  for (let number = 0; number < parts; number += 1) {
    counts.push(await countSlots(partNumbered(engine, number), options))
  }
  const steps: Step[] = []
  let step: Step = { slots: [], documents: 0 }
  for (const slot of movingSlots(parts, build.moving.to)) {
    if (slot < build.moving.moved) continue
    step.slots.push(slot)
    step.documents += counts[partOfSlot(slot, parts)]?.get(slot) ?? 0
    if (step.documents < documentsAStep) continue
    steps.push(step)
    step = { slots: [], documents: 0 }
  }
  return step.slots.length > 0 ? [...steps, step] : steps
}

/** Removes slots from the servers that they were on. */
async function removeMoved(
  engine: Engine,
  slots: readonly number[],
  parts: number,
  options: SlotsOptions,
): Promise<void> {
  for (let number = 0; number < parts; number += 1) {
    const own = slots.filter((slot) => partOfSlot(slot, parts) === number)
    if (own.length > 0) await removeFrom(partNumbered(engine, number), isInSlots(own), options)
  }
}

/**
 * Puts right what a move that was interrupted has left: copies that do not count yet, and what counts elsewhere already.
 * Afterwards each document is on one server. For whoever writes, before anything else.
 *
 * @param check throws if somebody else has become the writer
 */
export async function tidy(
  engine: Engine,
  build: Build,
  indexes: Generation,
  {
    signal,
    check,
    settleMs = SETTLE_MS,
  }: { signal: AbortSignal; check: () => void; settleMs?: number | undefined },
): Promise<void> {
  const { moving } = build
  if (moving === undefined) return
  const options = { indexes, signal }
  const placement = placementIn(build)
  for (let number = placement.parts; number < partsAsked(placement); number += 1) {
    const isEarly = `slot >= ${moving.moved}`
    if (!(await hasAny(partNumbered(engine, number), isEarly, options))) continue
    check()
    await removeFrom(partNumbered(engine, number), isEarly, options)
  }
  const left = movingSlots(placement.parts, moving.to).filter(
    (slot) => slot >= moving.cleared && slot < moving.moved,
  )
  if (left.length === 0) return
  // When it began to count nobody knows any more.
  await sleep(settleMs, undefined, { signal })
  check()
  await removeMoved(engine, left, placement.parts, options)
  check()
  await putBuild(engine, { ...build, moving: { ...moving, cleared: moving.moved } })
}
