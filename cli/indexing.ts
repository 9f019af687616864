/** Indexing as commands do it: what they need opened, the index made current, paths brought in step. */
import { statSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import type { Engine } from '../engine/engine.ts'
import type { Holder } from '../engine/lease.ts'
import { type Place, readPlaces, SAMPLE_PLACE } from '../engine/places.ts'
import { createWriting, type Writing, type WritingOptions } from '../engine/writing.ts'
import { beginAnew, bringUpToDate, stateOf } from '../indexer/current.ts'
import type { Topic } from '../indexer/describe/wordings.ts'
import { createDescribing, type Describing, topicsFingerprint } from '../indexer/describing.ts'
import { createThreads } from '../indexer/drafting/threads.ts'
import { IndexingError } from '../indexer/errors.ts'
import { indexPlace, type PlaceOptions, type PlaceSummary } from '../indexer/place.ts'
import { targetOf, targetOfInput } from '../indexer/places.ts'
import { type ColumnMap, parseColumnMap, writeColumnMap } from '../indexer/read/column-map.ts'
import type { ReadOptions } from '../indexer/read/formats.ts'
import { walkFiles } from '../indexer/read/walk.ts'
import { rebuild } from '../indexer/rebuild.ts'
import { lateSingleWords, type SingleWords } from '../language/bridge/single-words.ts'
import type { Config } from './config.ts'
import { hasChanged, nothingFound } from './index-summary.ts'
import { sampleDocuments } from './installation.ts'
import { readSingleWords } from './lexicon/single-words.ts'
import { createProgress } from './progress.ts'
import { noteRun, runsDirOf } from './run-note.ts'
import { type InputFile, STANDARD_INPUT } from './standard-input.ts'
import { createStatusLine } from './status-line.ts'
import { topicsOf } from './topics-file.ts'

/**
 * What V8 may let the heap grow to before it collects garbage, in percent above what is alive. Its own choice (0) is
 * several times as much on a machine with much memory: a third more memory in all, for a tenth less time.
 */
const HEAP_GROWTH_PERCENT = 30

/** With fewer documents the second that it saves the next run is not worth the two of this one. */
const MIN_FOR_KEEPING_WORDS = 1000

/** What indexing needs: the writer of the index, and what documents are described with. */
export type Indexing = {
  engine: Engine
  writing: Writing
  describing: Describing
  /** Problems of lexicons, for people, when these have been read. */
  problems: readonly string[]
  /** Keeps words of lexicons for the next run, if this one had to make them: see {@link readSingleWords}. */
  keepWords: () => void
  /** How files are read. */
  reading: ReadOptions
  /** Where runs are noted. */
  runsDir: string
}

/** Says who is waited for. */
export function sayWaiting({ what, pid }: Holder): void {
  process.stderr.write(`Waiting for ${what} (process ${pid}), which is writing to the index …\n`)
}

/**
 * Opens what indexing needs. Close `writing` when done: it ends threads, too.
 *
 * @throws {ConfigError} if the topics of the configuration cannot be used
 */
export async function openIndexing(
  engine: Engine,
  config: Pick<Config, 'dataDir' | 'workers' | 'topicsPath'> & Partial<Pick<Config, 'reading'>>,
  options: Pick<WritingOptions, 'what' | 'onChange' | 'onOpen'>,
): Promise<Indexing> {
  // A run that finds nothing new has no use for it, and would spend most of its time on it.
  const opening = { ...options, readsWordsLate: true }
  return indexingWith(await topicsOf(config), engine, config, opening)
}

/**
 * The same with topics that have been read. A service reads the lexicons at once: later it would keep those waiting who search.
 */
export function indexingWith(
  topics: readonly Topic[],
  engine: Engine,
  { dataDir, workers, reading = {} }: Pick<Config, 'dataDir' | 'workers'> & Partial<Pick<Config, 'reading'>>,
  {
    readsWordsLate = false,
    ...options
  }: Pick<WritingOptions, 'what' | 'onChange' | 'onOpen'> & { readsWordsLate?: boolean },
): Indexing {
  const problems: string[] = []
  let keepWords = (): void => {}
  const read = (): SingleWords => {
    const { words, problems: found, keep } = readSingleWords(dataDir)
    problems.push(...found)
    keepWords = keep
    return words
  }
  const bridge = readsWordsLate ? lateSingleWords(read) : read()
  const drafting = createThreads(topics, { count: workers })
  const describing = createDescribing(topics, bridge, drafting)
  const writing = createWriting(engine, {
    topics: topicsFingerprint(topics),
    rebuild: (writer, signal) => rebuild(writer, { engine, describing, signal }),
    onWaiting: sayWaiting,
    ...options,
  })
  const close = async (): Promise<void> => {
    await drafting.close()
    await writing.close()
  }
  return {
    engine,
    writing: { ...writing, close },
    describing,
    problems,
    keepWords: () => keepWords(),
    reading,
    runsDir: runsDirOf(dataDir),
  }
}

/**
 * Makes the index one of this version: an older one is rebuilt from its own records, or, if these cannot be read any
 * more, begun anew.
 *
 * @returns a sentence about what was done, if anything was
 */
export async function makeCurrent(
  { engine, writing, describing }: Indexing,
  { isRebuilt, signal }: { isRebuilt: boolean; signal: AbortSignal },
): Promise<string | undefined> {
  const state = await stateOf(engine, describing, signal)
  if (state === 'unreadable') {
    await beginAnew(engine, describing)
    return 'The index was built by an earlier version of Bifora and cannot be read any more: it is begun anew.'
  }
  if (state === 'missing' || (state === 'current' && !isRebuilt)) return undefined
  const status = createStatusLine(process.stderr)
  try {
    await bringUpToDate(engine, writing, describing, {
      signal,
      onProgress: (documents) => status.show(`rebuilding the index, ${documents} documents`),
    })
  } finally {
    status.end()
  }
  return state === 'outdated' ? 'The index was rebuilt for this version of Bifora.' : 'The index was rebuilt.'
}

/** What can be chosen for a run. */
export type IndexFlags = Partial<
  Pick<PlaceOptions, 'keepsMissing' | 'allowsEmpty' | 'isForced' | 'isDryRun' | 'touched'>
> & {
  /** Which column of tables is what; `none`: told by their names. Default: as the place was indexed before. */
  map?: ColumnMap | 'none' | undefined
  /** What the path `-` stands for. */
  input?: InputFile | undefined
  /** Whether nothing is said of how far it is. */
  isQuiet?: boolean
}

/**
 * Brings the index in step with each path.
 *
 * @throws {IndexingError} `NOTHING_TO_INDEX` if a path has no document that can be read, and had none
 */
export async function indexPaths(
  paths: readonly string[],
  indexing: Indexing,
  { signal, map, input, isQuiet = false, ...flags }: IndexFlags & { signal: AbortSignal },
): Promise<PlaceSummary[]> {
  const { engine } = indexing
  const summaries: PlaceSummary[] = []
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`)
  try {
    for (const given of paths) {
      const places = await readPlaces(engine, signal)
      const isInput = given === STANDARD_INPUT && input !== undefined
      const path = isInput ? input.path : given
      const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true
      const target = isInput ? targetOfInput(path, places) : targetOf(path, places, isFile)
      const reading = { ...indexing.reading, ...(isInput && input.as !== undefined ? { as: input.as } : {}) }
      const isSample = target.root === sampleDocuments
      const progress = isQuiet
        ? undefined
        : createProgress(process.stderr, {
            what: target.name,
            totalBytes: process.stderr.isTTY ? await bytesBelow(path, reading) : 0,
          })
      const isSilent = flags.touched !== undefined
      const note =
        flags.isDryRun === true
          ? undefined
          : await noteRun(indexing.runsDir, { place: target.name, signal, isSilent })
      try {
        const summary = await indexPlace(isSample ? { ...target, name: SAMPLE_PLACE } : target, {
          ...indexing,
          ...flags,
          ...columnsOf(
            places.find(({ name }) => name === target.name),
            map,
            reading,
          ),
          signal,
          onProgress: (state) => {
            progress?.update(state)
            note?.progress(state)
          },
        })
        if (summary.documents === 0 && flags.isDryRun !== true && summary.removed === 0) {
          throw new IndexingError(
            'NOTHING_TO_INDEX',
            nothingFound(isInput ? 'the standard input' : path, summary),
          )
        }
        summaries.push(summary)
        if (!isSilent || hasChanged(summary)) await note?.done(summary)
      } catch (error) {
        await note?.failed(error)
        throw error
      } finally {
        progress?.end()
      }
    }
    if (summaries.some(({ documents }) => documents >= MIN_FOR_KEEPING_WORDS)) indexing.keepWords()
    for (const problem of indexing.problems) {
      summaries[0]?.warnings.push({ path: 'lexicon', warning: problem })
    }
    return summaries
  } finally {
    setFlagsFromString('--heap-growing-percent=0')
  }
}

/** How the tables of a place are read; with another mapping than before, all of its files are read again. */
function columnsOf(
  place: Place | undefined,
  given: IndexFlags['map'],
  reading: ReadOptions,
): Pick<PlaceOptions, 'reading' | 'isForced'> {
  const before = place?.map
  const map = given === undefined ? (before && parseColumnMap(before)) || undefined : given
  const columns = map === undefined || map === 'none' ? undefined : { map }
  const after = columns === undefined ? undefined : writeColumnMap(columns.map)
  return {
    reading: { ...reading, ...columns },
    ...(place !== undefined && after !== before ? { isForced: true } : {}),
  }
}

async function bytesBelow(path: string, reading: ReadOptions): Promise<number> {
  let bytes = 0
  for await (const found of walkFiles([path], reading)) if ('sizeBytes' in found) bytes += found.sizeBytes
  return bytes
}
