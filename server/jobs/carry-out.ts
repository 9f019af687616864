/**
 * Changes of documents, carried out together as one change of the index. What each of them needs to hold is looked at
 * here, where nobody else can write: what does not hold is left out, and the others happen all the same.
 */
import type { Draft } from '../../engine/drafts.ts'
import type { Engine } from '../../engine/engine.ts'
import { API_PLACE, putPlace, readPlaces, removePlace, SAMPLE_PLACE } from '../../engine/places.ts'
import type { Writer } from '../../engine/writer.ts'
import type { Describing } from '../../indexer/describing.ts'
import { sampleIds } from '../../indexer/known.ts'
import { draftOfPatched, hashOfPatch, type Patch, wholeDocuments } from '../../indexer/patched.ts'
import type { Arrived } from '../../indexer/translations/nearby.ts'
import { ProblemError } from '../problem.ts'
import type { Outcome } from './job.ts'
import { objectionTo, type Precondition } from './objections.ts'

/** A change of one document. */
export type Operation = {
  document: string
  precondition: Precondition
  /** Whether it may have been done before, by a process that did not get to say so. Default: no. */
  isRepeated?: boolean
} & ({ kind: 'put'; draft: Draft } | { kind: 'patch'; patch: Patch; patchId: string } | { kind: 'delete' })

/** What came of one. */
export type Result = { outcome: Outcome } | { problem: ProblemError }

/** What came of all of them. */
export type CarriedOut = {
  /** In the order of the operations. */
  results: Result[]
  /** Number of the last change. */
  number: number
  /** What has come and gone. */
  arrived: Arrived
}

/** What is needed to carry changes out. */
export type Means = { engine: Engine; describing: Describing; memory: Memory; signal: AbortSignal }

/** What is remembered from one change to the next, so that it is not asked each time. */
export type Memory = {
  /** Whether the sample corpus is known to be gone: it does not come back while documents of somebody's own are there. */
  isSampleGone: boolean
  /** When the record of the place was last known to be new enough. */
  placeNotedMs: number
}

/** Nothing is known yet. */
export function createMemory(): Memory {
  return { isSampleGone: false, placeNotedMs: Number.NEGATIVE_INFINITY }
}

/** How old the record of the place of what was sent may get before it is written anew. */
const PLACE_NOTED_EVERY_MS = 60_000

/**
 * Carries out changes of different documents, all that can be in one change.
 *
 * @throws {EngineError} if the engine fails: none of them has happened then
 */
export async function carryOut(
  operations: readonly Operation[],
  writer: Writer,
  means: Means,
): Promise<CarriedOut> {
  const found = await writer.stored(operations.map(({ document }) => document))
  const present = new Map(found.map((document) => [document.id, document]))
  const early = new Map<string, Result>()
  const due: Operation[] = []
  for (const operation of operations) {
    const before = present.get(operation.document)
    const hash = hashOf(operation)
    const problem = objectionTo(
      operation.kind,
      operation,
      before,
      operation.isRepeated === true ? hash : undefined,
    )
    if (problem !== undefined) {
      // It is gone, as was asked for.
      const isDone = operation.isRepeated === true && operation.kind === 'delete' && before === undefined
      early.set(operation.document, isDone ? { outcome: { did: 'removed' } } : { problem })
    } else if (before !== undefined && before.contentHash === hash && before.place === API_PLACE) {
      const did = operation.kind === 'patch' ? 'changed' : 'unchanged'
      early.set(operation.document, { outcome: { did, revision: before.revision } })
    } else due.push(operation)
  }
  if (due.length === 0) {
    return { results: inOrder(operations, early), number: writer.last(), arrived: { put: [], removed: [] } }
  }

  const put = await draftsOf(due, writer, means)
  const remove = due.flatMap(({ kind, document }) => (kind === 'delete' ? [document] : []))
  const isOwn = due.some(({ kind }) => kind === 'put')
  if (isOwn) await notePlace(means)
  const mayHaveSample = isOwn && !means.memory.isSampleGone
  const sample = mayHaveSample ? await sampleIds(means.engine, means.signal) : []
  const coming = new Set(put.map(({ document }) => document.id))
  const leaving = sample.filter((id) => !coming.has(id))
  const changed = await writer.change({
    put,
    remove: [...remove, ...leaving],
    // The sample corpus has not been looked at.
    present: leaving.length === 0 ? found : undefined,
  })
  if (sample.length > 0) await removePlace(means.engine, SAMPLE_PLACE)
  if (isOwn) means.memory.isSampleGone = true
  const revisions = new Map(changed.put.map(({ id, revision }) => [id, revision]))
  const results = new Map<string, Result>()
  for (const { kind, document } of due) {
    const revision = revisions.get(document)
    if (kind === 'delete') results.set(document, { outcome: { did: 'removed' } })
    else if (revision === undefined) results.set(document, { problem: withoutText() })
    else {
      const did = kind === 'patch' ? 'changed' : present.has(document) ? 'replaced' : 'created'
      results.set(document, { outcome: { did, revision } })
    }
  }
  return {
    results: inOrder(operations, new Map([...early, ...results])),
    number: changed.number,
    arrived: { put: changed.put.map(({ id }) => id), removed: changed.gone },
  }
}

function hashOf(operation: Operation): string | undefined {
  if (operation.kind === 'put') return operation.draft.document.contentHash
  return operation.kind === 'patch' ? hashOfPatch(operation.patchId) : undefined
}

function inOrder(operations: readonly Operation[], results: ReadonlyMap<string, Result>): Result[] {
  return operations.flatMap(({ document }) => results.get(document) ?? [])
}

async function draftsOf(due: readonly Operation[], writer: Writer, means: Means): Promise<Draft[]> {
  const patches = due.filter((operation) => operation.kind === 'patch')
  const whole = await wholeDocuments(
    patches.map(({ document }) => document),
    writer,
    means,
  )
  const stored = new Map(whole.map((document) => [document.id, document]))
  return due.flatMap((operation) => {
    if (operation.kind === 'put') return [operation.draft]
    const document = stored.get(operation.document)
    if (operation.kind === 'delete' || document === undefined) return []
    return [draftOfPatched(document, operation, writer, means)]
  })
}

/** Before the first document comes, so that nobody takes an index with it for one without documents of one's own. */
async function notePlace({ engine, memory, signal }: Means): Promise<void> {
  if (performance.now() - memory.placeNotedMs < PLACE_NOTED_EVERY_MS) return
  const place = (await readPlaces(engine, signal)).find(({ name }) => name === API_PLACE)
  if (place === undefined || Date.now() - Date.parse(place.indexedAt) >= PLACE_NOTED_EVERY_MS) {
    await putPlace(engine, { name: API_PLACE, indexedAt: new Date().toISOString() })
  }
  memory.placeNotedMs = performance.now()
}

/** The problem of a document without a word. */
export function withoutText(): ProblemError {
  return new ProblemError(
    'no-text',
    'The document has no text that could be found. What was there before stays.',
  )
}
