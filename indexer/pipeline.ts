/**
 * The indexing flow, from top to bottom:
 *
 *   find → read → describe → chunk → (build: analyze → record → load → live)
 *
 * Documents pass through one at a time and long ones in pieces, so memory does not grow with what is indexed. One bad
 * file is reported and passed over; it never ends a run.
 */
import type { Engine } from '../engine/engine.ts'
import { analyzeParts } from '../language/analyzer.ts'
import type { Bridge } from '../language/bridge/bridge.ts'
import { type BuildCounts, buildGeneration, type IncomingDocument } from './build.ts'
import { chunk } from './chunk.ts'
import { describe } from './describe/describe.ts'
import { createTopicMatcher, type TopicMatcher } from './describe/topics.ts'
import type { Topic } from './describe/wordings.ts'
import type { Block, FoundFile, Passage, Skipped } from './document.ts'
import { toIndexingError } from './errors.ts'
import { readDocument } from './read/read.ts'
import { walkFiles } from './read/walk.ts'
import { documentId } from './record.ts'

/** What a run made, and what it did not. */
export type IndexSummary = BuildCounts & {
  /** Files passed over, with reasons. */
  skipped: Skipped[]
  /** What was odd about files that were indexed. */
  warnings: { path: string; warning: string }[]
  tookMs: number
}

/** What a run is given. */
export type IndexOptions = {
  engine: Engine
  topics: readonly Topic[]
  /** See {@link survey}. */
  fingerprint: string
  isSample: boolean
  /** To recognize translations by; default: only those that front matter names are known. */
  bridge?: Bridge | undefined
  signal: AbortSignal
  /** Called after each file with the bytes read so far. */
  onProgress?: (progress: { bytes: number; documents: number; passages: number }) => void
}

/** The part of a document that it is described by; title, date and publisher stand at an end of it. */
const MAX_HEAD_LENGTH = 1024 * 1024

/**
 * Indexes everything below `roots` into a new generation and makes it live.
 *
 * @throws {IndexingError} `PATH_MISSING` if a root does not exist
 * @throws {EngineError} if the engine fails or the disk is full; what was live before stays live
 */
export async function indexFiles(roots: readonly string[], options: IndexOptions): Promise<IndexSummary> {
  const startedMs = performance.now()
  const report: Report = { skipped: [], warnings: [], bytes: 0 }
  const matcher = createTopicMatcher(options.topics, analyzeParts)
  const counts = await buildGeneration(options.engine, documentsOf(roots, matcher, report), {
    fingerprint: options.fingerprint,
    isSample: options.isSample,
    topics: options.topics,
    bridge: options.bridge,
    signal: options.signal,
    onDocument: ({ documents, passages }) =>
      options.onProgress?.({ bytes: report.bytes, documents, passages }),
    onEmpty: (path) => report.skipped.push({ path, reason: 'no text', kind: 'failed' }),
    onRemark: (path, warning) => report.warnings.push({ path, warning }),
  })
  const { skipped, warnings } = report
  return { ...counts, skipped, warnings, tookMs: performance.now() - startedMs }
}

type Report = Pick<IndexSummary, 'skipped' | 'warnings'> & { bytes: number }

async function* documentsOf(
  roots: readonly string[],
  matcher: TopicMatcher,
  report: Report,
): AsyncGenerator<IncomingDocument> {
  const ids = new Set<string>()
  for await (const found of walkFiles(roots)) {
    if ('reason' in found) {
      report.skipped.push(found)
      continue
    }
    try {
      yield await openDocument(found, matcher, ids, report)
    } catch (error) {
      report.skipped.push({ path: found.path, reason: toIndexingError(error).message, kind: 'failed' })
    }
    report.bytes += found.sizeBytes
  }
}

async function openDocument(
  file: FoundFile,
  matcher: TopicMatcher,
  ids: Set<string>,
  report: Report,
): Promise<IncomingDocument> {
  const warn = (warning: string): void => {
    report.warnings.push({ path: file.path, warning })
  }
  const { frontMatter, blocks, warnings } = await readDocument(file)
  const { head, rest } = await takeHead(blocks)
  const description = await describe({ path: file.path, frontMatter, head, topics: matcher, warn })
  const id = freeId(frontMatter.id ?? file.path, ids)
  const passages = whole(chunk(chain(head, rest)), (reason) => warn(`read only in part: ${reason}`))
  return {
    document: { id, path: file.path, ...description },
    passages: after(passages, () => warnings.forEach(warn)),
    translations: description.translations,
  }
}

/** Files of the same name below different roots are different documents. */
function freeId(name: string, ids: Set<string>): string {
  let id = documentId(name)
  for (let copy = 2; ids.has(id); copy += 1) id = documentId(`${name}\n${copy}`)
  ids.add(id)
  return id
}

async function takeHead(
  blocks: AsyncIterable<Block>,
): Promise<{ head: Block[]; rest: AsyncIterator<Block> }> {
  const rest = blocks[Symbol.asyncIterator]()
  const head: Block[] = []
  let length = 0
  while (length < MAX_HEAD_LENGTH) {
    const { done, value } = await rest.next()
    if (done) break
    head.push(value)
    length += value.text.length
  }
  return { head, rest }
}

async function* chain(head: readonly Block[], rest: AsyncIterator<Block>): AsyncGenerator<Block> {
  yield* head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** A file that breaks off half-way keeps what was read of it. */
async function* whole(
  passages: AsyncIterable<Passage>,
  onBreak: (reason: string) => void,
): AsyncGenerator<Passage> {
  try {
    yield* passages
  } catch (error) {
    onBreak(toIndexingError(error).message)
  }
}

/** Warnings about a stream are complete when it has been read. */
async function* after(passages: AsyncIterable<Passage>, done: () => void): AsyncGenerator<Passage> {
  yield* passages
  done()
}
