/**
 * Bringing the index in step with a folder or file, from top to bottom:
 *
 *   find → compare → read, describe, chunk, analyze → change → boilerplate → translations
 *
 * Only what is new, has other content or is gone is touched. One bad file is reported and passed over: its last good
 * version stays. What is done is done in changes of some hundred documents, each of which is complete by itself.
 */
import type { Engine } from '../engine/engine.ts'
import { putPlace, removePlace } from '../engine/places.ts'
import type { Writer } from '../engine/writer.ts'
import type { Writing } from '../engine/writing.ts'
import { createLearnedBoilerplate } from './boilerplate/learn.ts'
import { settleBoilerplate } from './boilerplate/settle.ts'
import { changedFiles } from './changed-files.ts'
import { createRunPaths } from './copies/paths.ts'
import { stayingPaths } from './copies/staying.ts'
import type { Describing } from './describing.ts'
import type { Skipped } from './document.ts'
import type { Source } from './drafting/source.ts'
import { IndexingError } from './errors.ts'
import { fileDraft } from './file-draft.ts'
import { type KnownDocument, knownAfter, knownDocuments } from './known.ts'
import { createPlaceChanges, type PlaceChanges } from './place-changes.ts'
import type { Target } from './places.ts'
import { writeColumnMap } from './read/column-map.ts'
import { formatOfPath, type ReadOptions } from './read/formats.ts'
import { followChanges } from './translations/follow.ts'

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
  /** Files with the same content as another one, of which it is a further path. */
  copies: number
  /** Blocks that many documents share, and documents that leave some of them out; absent if it was not looked. */
  boilerplate?: { blocks: number; documents: number }
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
  /** How files are read. */
  reading?: ReadOptions
  /** Whether nothing is written. Default false. */
  isDryRun?: boolean
  /** Called with the bytes looked at so far. */
  onProgress?: (progress: { bytes: number; documents: number; passages: number }) => void
}

/**
 * Brings the index in step with a place.
 *
 * @throws {IndexingError} `PATH_MISSING` if its root does not exist, `PLACE_EMPTY` or `NO_INPUT` if nothing is
 *   there any more
 * @throws {EngineError} if the engine fails: every change that was reported as done stays
 */
export async function indexPlace(target: Target, options: PlaceOptions): Promise<PlaceSummary> {
  const startedMs = performance.now()
  const { engine, describing, signal, isDryRun = false } = options
  const summary = emptySummary(target.name)
  const would: NonNullable<PlaceSummary['would']> = { add: [], change: [], remove: [] }
  const before = await knownDocuments(engine, target, signal)
  const left = new Map(before)
  const paths = createRunPaths(before, target, await stayingPaths(before, target, options.touched))
  const changes = createPlaceChanges(target, paths, options, summary)
  const seen = { files: 0, bytes: 0, unreadable: [] as string[] }
  const skip = (
    path: string,
    { code, message }: Pick<IndexingError, 'code' | 'message'>,
    format = formatOfPath(path)?.name ?? '',
  ): void => {
    const kind = code === 'UNSUPPORTED_FORMAT' ? 'ignored' : 'failed'
    paths.drop(path)
    summary.skipped.push({ path, reason: message, kind, ...(format === '' ? {} : { format }) })
    if (kind === 'failed') seen.unreadable.push(path)
  }
  const tellProgress = (): void =>
    options.onProgress?.({ bytes: seen.bytes, documents: seen.files, passages: summary.passages })
  const learned = createLearnedBoilerplate(before)
  const found = changedFiles(target, before, options, {
    onFile: (path, { sizeBytes }) => {
      seen.files += 1
      seen.bytes += sizeBytes
      tellProgress()
      left.delete(path)
    },
    onUnchanged: (path, { id }) => {
      paths.note(path, id)
      summary.unchanged += 1
    },
    onSkipped: (skipped) => {
      summary.skipped.push(skipped)
      if (skipped.kind !== 'failed') return
      const path = `${target.prefix}${skipped.path}`
      paths.drop(path)
      seen.unreadable.push(path)
    },
  })
  const sources = async function* (): AsyncGenerator<Source> {
    for await (const source of found) yield { ...source, boilerplate: learned.known() }
  }
  for await (const event of describing.drafting.draftAll(sources(), signal)) {
    if ('isEnd' in event) {
      if (event.failed !== undefined) skip(event.source.path, event.failed)
      continue
    }
    const { drafted } = event
    const { path } = drafted
    const known = before.get(path)
    left.delete(path)
    if ('failed' in drafted) skip(path, drafted.failed, drafted.format)
    else if ('contentHash' in drafted) {
      if (event.source.known?.get(path) === drafted.contentHash) {
        if (known !== undefined) paths.note(path, known.id)
        summary.unchanged += 1
      } else would[known === undefined ? 'add' : 'change'].push(path)
    } else {
      const { draft } = drafted
      if (draft.fingerprints !== undefined) learned.see(draft.fingerprints)
      await changes.putDraft(fileDraft(draft, known, paths, describing), { isNew: known === undefined })
      summary.warnings.push(...draft.rest.warnings.map((warning) => ({ path, warning })))
      // Many documents may stand in one file.
      tellProgress()
    }
  }
  await changes.finish()
  const gone: string[] = []
  for (const { id, path } of left.values()) {
    // A document that was put again under another path has not gone.
    if (paths.isPut(id)) continue
    const isKept = options.keepsMissing === true || seen.unreadable.some((below) => isBelow(path, below))
    if (isKept) paths.note(path, id)
    else gone.push(path)
  }
  if (gone.length > 0 && seen.files === 0 && options.allowsEmpty !== true)
    throw placeEmpty(target, gone.length)
  if (isDryRun) would.remove.push(...gone)
  else await changes.settlePaths(gone.length)
  const isAsBefore = changes.put.length + changes.gone.length === 0 && isInStep(target, before)
  const again = isDryRun || isAsBefore ? undefined : await settleBoilerplate(target, options)
  if (again !== undefined && again.blocks > 0) {
    summary.boilerplate = { blocks: again.blocks, documents: again.documents }
  }
  const put = [...new Set([...changes.put, ...(again?.put ?? [])])]
  const hasChanged = put.length + changes.gone.length > 0
  if (hasChanged) await concludePlace(target, options, summary, { put, gone: changes.gone })
  const touched = new Set([...put, ...changes.gone.map(({ id }) => id)])
  const after = await knownAfter(before, touched, engine, target, signal)
  return {
    ...summary,
    ...contents(after),
    ...(isDryRun ? { would } : {}),
    tookMs: performance.now() - startedMs,
  }
}

/** Whether all that the index has of a place came of runs that were not cut off. */
function isInStep({ upTo }: Target, before: ReadonlyMap<string, KnownDocument>): boolean {
  if (upTo === undefined) return false
  for (const { revision } of before.values()) if (revision > upTo) return false
  return true
}

/** What remains to be done when all documents are there: translations, and the record of the place. */
async function concludePlace(
  target: Target,
  { engine, writing, describing, signal, reading }: PlaceOptions,
  summary: PlaceSummary,
  { put, gone }: Pick<PlaceChanges, 'put' | 'gone'>,
): Promise<void> {
  await writing.write(async (writer) => {
    const how = { engine, writer, bridge: describing.bridge, signal }
    const followed = await followChanges({ put, removed: gone }, how)
    summary.teaches = followed.changed > 0 || (await hasTranslations(writer, put))
    if (followed.pairs !== undefined) summary.translations = followed.pairs
    summary.warnings.push(...followed.remarks.map(({ path, remark }) => ({ path, warning: remark })))
    await putPlace(engine, {
      name: target.name,
      ...(target.placeRoot === null ? {} : { root: target.placeRoot ?? target.root, isFile: target.isFile }),
      ...(reading?.map === undefined ? {} : { map: writeColumnMap(reading.map) }),
      upTo: writer.last(),
      indexedAt: new Date().toISOString(),
    })
    for (const name of target.absorbed) await removePlace(engine, name)
  }, signal)
}

async function hasTranslations(writer: Writer, ids: readonly string[]): Promise<boolean> {
  return (await writer.stored(ids)).some(({ translations }) => translations.length > 0)
}

function emptySummary(place: string): PlaceSummary {
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0, documents: 0, passages: 0, copies: 0 }
  return { place, ...counts, languages: {}, teaches: false, skipped: [], warnings: [], tookMs: 0 }
}

function contents(
  known: ReadonlyMap<string, KnownDocument>,
): Pick<PlaceSummary, 'documents' | 'passages' | 'languages' | 'copies'> {
  const languages = new Map<string, number>()
  const documents = new Map([...known.values()].map((document) => [document.id, document]))
  let passages = 0
  for (const document of documents.values()) {
    passages += document.passages
    languages.set(document.lang, (languages.get(document.lang) ?? 0) + 1)
  }
  const sorted = [...languages].sort(([, a], [, b]) => b - a)
  return {
    documents: documents.size,
    passages,
    languages: Object.fromEntries(sorted),
    copies: known.size - documents.size,
  }
}

function placeEmpty({ name, root, placeRoot }: Target, documents: number): IndexingError {
  if (placeRoot === null) {
    return new IndexingError(
      'NO_INPUT',
      `What came in cannot be read, and the ${documents} indexed documents of "${name}" stay. bifora forget ${name} removes them.`,
    )
  }
  return new IndexingError(
    'PLACE_EMPTY',
    `Nothing is left below "${root}", where ${documents} indexed documents came from: is it mounted? Nothing was removed. --allow-empty removes them.`,
  )
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
