/**
 * Bringing the index in step with a folder or file, from top to bottom:
 *
 *   find → compare → read, describe, chunk, analyze → change → translations
 *
 * Only what is new, has other content or is gone is touched. One bad file is reported and passed over: its last good
 * version stays. What is done is done in changes of some hundred documents, each of which is complete by itself.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft } from '../engine/drafts.ts'
import type { Engine } from '../engine/engine.ts'
import { type Place, putPlace, removePlace, SAMPLE_PLACE } from '../engine/places.ts'
import { ask, matches } from '../engine/search.ts'
import type { Changed, Writer } from '../engine/writer.ts'
import type { Writing } from '../engine/writing.ts'
import type { FoundFile, Skipped } from './document.ts'
import { type Describing, draftOf, hashOfFile, materialized } from './draft.ts'
import { IndexingError, toIndexingError } from './errors.ts'
import { type KnownDocument, knownDocuments, sampleIds } from './known.ts'
import type { Target } from './places.ts'
import { readDocument } from './read/read.ts'
import { walkFiles } from './read/walk.ts'
import { documentId } from './record.ts'
import { followTranslations } from './translations/follow.ts'
import { followNearby } from './translations/nearby.ts'

/** What a run did, or would do. */
export type PlaceSummary = {
  place: string
  added: number
  changed: number
  removed: number
  unchanged: number
  /** Documents of the place afterwards that are in the index, with their passages. */
  documents: number
  passages: number
  languages: Record<string, number>
  /** Pairs of translations in the whole index: those that authors name, and those recognized; absent if not looked. */
  translations?: { named: number; recognized: number }
  /** Whether translations have come, gone or changed: there may be something to learn. */
  teaches: boolean
  /** Paths of what would be done. Only of a dry run. */
  would?: { add: string[]; change: string[]; remove: string[] }
  /** Files passed over, with reasons. */
  skipped: Skipped[]
  /** What was odd about files that were indexed. */
  warnings: { path: string; warning: string }[]
  tookMs: number
}

/** How to bring a place in step. */
export type PlaceOptions = {
  engine: Engine
  writing: Writing
  describing: Describing
  signal: AbortSignal
  /** Whether documents stay whose files are gone. Default false. */
  keepsMissing?: boolean
  /** Whether a place may lose all of its documents because its root is empty. Default false. */
  allowsEmpty?: boolean
  /** Whether files are read again that have not changed. Default false. */
  isForced?: boolean
  /** Absolute paths of the only files that may have changed, as far as the index has them. Default: any may. */
  touched?: ReadonlySet<string>
  /** Whether nothing is written. Default false. */
  isDryRun?: boolean
  /** Called with the bytes looked at so far. */
  onProgress?: (progress: { bytes: number; documents: number; passages: number }) => void
}

/** A change ends with this many documents, or bytes of files. */
const MAX_DOCUMENTS = 250
const MAX_BYTES = 4 * 1024 * 1024
/** Larger files are read while they are stored, so that they never stand in memory. */
const MAX_EAGER_BYTES = 2 * 1024 * 1024

/**
 * Brings the index in step with a place.
 *
 * @throws {IndexingError} `PATH_MISSING` if its root does not exist, `PLACE_EMPTY` if nothing is there any more
 * @throws {EngineError} if the engine fails: every change that was reported as done stays
 */
export async function indexPlace(target: Target, options: PlaceOptions): Promise<PlaceSummary> {
  const startedMs = performance.now()
  const { signal, describing, isDryRun = false } = options
  const summary = emptySummary(target.name)
  const before = await knownDocuments(options.engine, target, signal)
  const left = new Map(before)
  const would = { add: [] as string[], change: [] as string[], remove: [] as string[] }
  const done: DoneSoFar = { put: [], gone: [], bytes: 0, isFirst: true }
  const ids = new Map<string, string>()
  const owners = new Map([...before.values()].map((known) => [known.id, known.path]))
  /** The path of another file that has this id, and still exists. */
  const ownerOf = (id: string, path: string): string | undefined => {
    const owner = ids.get(id) ?? owners.get(id)
    if (owner === undefined || owner === path) return undefined
    return ids.has(id) || existsSync(join(target.root, owner.slice(target.prefix.length))) ? owner : undefined
  }
  let batch: Batch = emptyBatch()
  let flushing: Promise<void> = Promise.resolve()
  const flush = async (): Promise<void> => {
    const full = batch
    batch = emptyBatch()
    // The drafts of the next change are made while the engine stores this one.
    await flushing
    flushing = store(full, target, options, summary, done)
    flushing.catch(() => {})
  }
  const unreadable: string[] = []
  let files = 0
  for await (const found of walkFiles([target.root])) {
    signal.throwIfAborted()
    if ('reason' in found) {
      summary.skipped.push(found)
      if (found.kind === 'failed') unreadable.push(found.path)
      continue
    }
    files += 1
    const path = `${target.prefix}${found.path}`
    const known = left.get(path)
    left.delete(path)
    done.bytes += found.sizeBytes
    try {
      const isTouched = known === undefined || options.touched?.has(found.absolutePath) !== false
      const contentHash = isTouched ? await hashOfFile(found.absolutePath) : known.contentHash
      if (known?.contentHash === contentHash && known.place === target.name && options.isForced !== true) {
        summary.unchanged += 1
      } else if (isDryRun) {
        would[known === undefined ? 'add' : 'change'].push(path)
      } else {
        const draft = await openFile(found, {
          path,
          contentHash,
          known,
          target,
          ownerOf,
          describing,
          summary,
        })
        ids.set(draft.document.id, path)
        batch.drafts.push(draft)
        batch.isNew.set(draft.document.id, known === undefined)
        batch.bytes += found.sizeBytes
        if (batch.drafts.length >= MAX_DOCUMENTS || batch.bytes >= MAX_BYTES) await flush()
      }
    } catch (error) {
      if (signal.aborted) throw error
      summary.skipped.push({ path: found.path, reason: toIndexingError(error).message, kind: 'failed' })
    }
    options.onProgress?.({ bytes: done.bytes, documents: files, passages: summary.passages })
  }
  await flush()
  await flushing
  const gone = [...left.values()].filter(
    ({ id, path }) =>
      // One that was put again under another path has not gone.
      !ids.has(id) &&
      options.keepsMissing !== true &&
      !unreadable.some((below) => isBelow(path, `${target.prefix}${below}`)),
  )
  if (gone.length > 0 && files === 0 && options.allowsEmpty !== true) throw placeEmpty(target, gone.length)
  if (isDryRun) would.remove.push(...gone.map(({ path }) => path))
  else {
    for (let first = 0; first < gone.length; first += MAX_REMOVED) {
      const some = gone.slice(first, first + MAX_REMOVED).map(({ id }) => id)
      await options.writing.write((writer) => remove(writer, some, done), signal)
    }
  }
  summary.removed = isDryRun ? 0 : gone.length
  if (!isDryRun && (done.put.length > 0 || done.gone.length > 0)) {
    await finish(target, options, summary, done)
  }
  const after = isDryRun ? before : await knownDocuments(options.engine, target, signal)
  summary.documents = after.size
  summary.passages = sum([...after.values()].map(({ passages }) => passages))
  summary.languages = countBy([...after.values()].map(({ lang }) => lang))
  return {
    ...summary,
    ...(isDryRun ? { would } : {}),
    tookMs: performance.now() - startedMs,
  }
}

/** Documents removed by one change. */
const MAX_REMOVED = 1000

type DoneSoFar = { put: string[]; gone: Changed['gone']; bytes: number; isFirst: boolean }
type Batch = { drafts: Draft[]; isNew: Map<string, boolean>; bytes: number }

function emptyBatch(): Batch {
  return { drafts: [], isNew: new Map(), bytes: 0 }
}

function emptySummary(place: string): PlaceSummary {
  return {
    place,
    added: 0,
    changed: 0,
    removed: 0,
    unchanged: 0,
    documents: 0,
    passages: 0,
    languages: {},
    teaches: false,
    skipped: [],
    warnings: [],
    tookMs: 0,
  }
}

async function openFile(
  file: FoundFile,
  how: {
    path: string
    contentHash: string
    known: KnownDocument | undefined
    target: Target
    ownerOf: (id: string, path: string) => string | undefined
    describing: Describing
    summary: PlaceSummary
  },
): Promise<Draft> {
  const { path, contentHash, known, target, ownerOf, describing, summary } = how
  const read = await readDocument(file)
  const warn = (warning: string): void => {
    summary.warnings.push({ path, warning })
  }
  const id = known?.id ?? documentId(read.frontMatter.id ?? path)
  const taken = ownerOf(id, path)
  if (taken !== undefined && read.frontMatter.id !== undefined)
    warn(`front matter id ignored: ${taken} has it, too`)
  const own = taken === undefined ? id : documentId(`${target.name}\n${path}`)
  const draft = await draftOf({ id: own, place: target.name, path, contentHash, read, warn }, describing)
  return file.sizeBytes > MAX_EAGER_BYTES ? draft : materialized(draft)
}

/** Stores a batch as one change. With the first one the sample corpus goes, once there are documents of one's own. */
async function store(
  { drafts, isNew }: Batch,
  target: Target,
  options: PlaceOptions,
  summary: PlaceSummary,
  done: DoneSoFar,
): Promise<void> {
  if (drafts.length === 0) return
  await options.writing.write(async (writer) => {
    const put = await withFreeIds(writer, drafts, target)
    const remove =
      done.isFirst && target.name !== SAMPLE_PLACE ? await sampleIds(options.engine, options.signal) : []
    const changed = await writer.change({ put, remove })
    done.isFirst = false
    done.gone.push(...changed.gone)
    if (changed.removed.length > 0) await removePlace(options.engine, SAMPLE_PLACE)
    const paths = new Map(put.map(({ document }) => [document.id, document.path]))
    for (const id of changed.empty) {
      summary.skipped.push({ path: paths.get(id) ?? '', reason: 'no text', kind: 'failed' })
    }
    for (const record of changed.put) {
      done.put.push(record.id)
      summary.passages += record.passages
      if (isNew.get(record.id) === false) summary.changed += 1
      else summary.added += 1
    }
  }, options.signal)
}

/** A document that belongs to another place, or is another file, keeps its id; the new one gets one of its place. */
async function withFreeIds(writer: Writer, drafts: readonly Draft[], target: Target): Promise<Draft[]> {
  const stored = await writer.stored(drafts.map(({ document }) => document.id))
  const owners = new Map(stored.map((one) => [one.id, one]))
  return drafts.map((draft) => {
    const { document } = draft
    const owner = owners.get(document.id)
    const isFree =
      owner === undefined ||
      owner.place === SAMPLE_PLACE ||
      target.covers(owner.place) ||
      owner.place === target.name
    return isFree
      ? draft
      : { ...draft, document: { ...document, id: documentId(`${target.name}\n${document.path}`) } }
  })
}

async function remove(writer: Writer, ids: readonly string[], done: DoneSoFar): Promise<void> {
  const { gone } = await writer.change({ remove: ids })
  done.gone.push(...gone)
}

/** What remains to be done when all documents are there: translations, and the record of the place. */
async function finish(
  target: Target,
  { engine, writing, describing, signal }: PlaceOptions,
  summary: PlaceSummary,
  done: DoneSoFar,
): Promise<void> {
  await writing.write(async (writer) => {
    const how = { engine, writer, bridge: describing.bridge, signal }
    if (
      done.put.length + done.gone.length <= MAX_NEARBY &&
      (await countDocuments(writer, engine)) > MIN_FOR_NEARBY
    ) {
      summary.teaches = (await followNearby({ put: done.put, removed: done.gone }, how)) > 0
    } else {
      const found = await followTranslations(how)
      summary.teaches = found.changed > 0
      summary.translations = { named: found.named, recognized: found.recognized }
      summary.warnings.push(...found.remarks.map(({ path, remark }) => ({ path, warning: remark })))
    }
    const put = await writer.stored(done.put)
    summary.teaches ||= put.some(({ translations }) => translations.length > 0)
    const place: Place = {
      name: target.name,
      root: target.placeRoot ?? target.root,
      isFile: target.isFile,
      indexedAt: new Date().toISOString(),
    }
    await putPlace(engine, place)
    for (const name of target.absorbed) await removePlace(engine, name)
  }, signal)
}

/** Up to so many documents are looked up one by one, in an index of more than so many. */
const MAX_NEARBY = 30
const MIN_FOR_NEARBY = 500

async function countDocuments({ indexes }: Writer, engine: Engine): Promise<number> {
  const reader = { engine, indexes, signal: AbortSignal.timeout(COUNT_TIMEOUT_MS) }
  return (await ask(reader, { all: [matches(indexes, '')] })).all[0]?.total ?? 0
}

const COUNT_TIMEOUT_MS = 10_000

function placeEmpty({ root }: Target, documents: number): IndexingError {
  return new IndexingError(
    'PLACE_EMPTY',
    `Nothing is left below "${root}", where ${documents} indexed documents came from: is it mounted? Nothing was removed. --allow-empty removes them.`,
  )
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a))
}
