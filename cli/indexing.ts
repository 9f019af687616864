/** Indexing as commands do it: progress while it runs, a summary when it is done. */
import { setFlagsFromString } from 'node:v8'
import type { Engine } from '../engine/engine.ts'
import { readBuild } from '../engine/generation.ts'
import { IndexingError } from '../indexer/errors.ts'
import { type IndexSummary, indexFiles } from '../indexer/pipeline.ts'
import { survey } from '../indexer/survey.ts'
import { createBridge } from '../language/bridge/bridge.ts'
import { readTopics } from './installation.ts'
import { readLexicons } from './lexicon/files.ts'
import { createProgress, duration } from './progress.ts'

/**
 * What V8 may let the heap grow to before it collects garbage, in percent above what is alive. Its own choice (0) is
 * several times as much on a machine with much memory: a third more memory in all, for a tenth less time.
 */
const HEAP_GROWTH_PERCENT = 30

/** How to index. */
export type IndexingOptions = {
  /** Where lexicons are, to recognize translations by. */
  dataDir: string
  isSample: boolean
  isForced: boolean
  signal: AbortSignal
}

/**
 * Indexes `paths` unless that is already done and nothing has changed.
 *
 * @returns the summary, or `undefined` if there was nothing to do
 * @throws {IndexingError} `NOTHING_TO_INDEX` if no document is found: what was indexed before stays
 */
export async function indexIfChanged(
  paths: readonly string[],
  engine: Engine,
  { dataDir, isSample, isForced, signal }: IndexingOptions,
): Promise<IndexSummary | undefined> {
  const topics = readTopics()
  const { bytes, fingerprint } = await survey(paths, topics)
  if (!isForced && (await readBuild(engine, signal))?.fingerprint === fingerprint) return undefined
  const { lexicons, problems } = readLexicons(dataDir)
  const progress = createProgress(process.stderr, bytes)
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`)
  try {
    const summary = await indexFiles(paths, {
      engine,
      topics,
      fingerprint,
      isSample,
      // What was learned from translations that were recognized would confirm them, wrong ones too.
      bridge: createBridge(lexicons.filter(({ isOfIndex }) => isOfIndex !== true)),
      signal,
      onProgress: progress.update,
    })
    if (summary.documents === 0) {
      throw new IndexingError('NOTHING_TO_INDEX', nothingFound(paths, summary))
    }
    summary.warnings.push(...problems.map(({ message }) => ({ path: 'lexicon', warning: message })))
    return summary
  } finally {
    setFlagsFromString('--heap-growing-percent=0')
    progress.end()
  }
}

function nothingFound(paths: readonly string[], summary: IndexSummary): string {
  const reasons = skippedLines(summary)
  return [
    `Nothing was indexed: ${paths.join(', ')} has no document that can be read (.txt or .md). What was indexed before stays.`,
    ...reasons,
  ].join('\n')
}

/** How many reasons, and files of each, a summary names. */
const MAX_REASONS = 12
const MAX_FILES = 3

/** The summary for people. */
export function summaryLines(summary: IndexSummary): string[] {
  const languages = Object.entries(summary.languages).map(([lang, count]) => `${count} ${lang}`)
  return [
    `Indexed ${summary.documents} documents (${languages.join(', ')}) in ${summary.passages} passages, ${duration(summary.tookMs / 1000)}.`,
    ...translationLines(summary),
    ...skippedLines(summary),
    ...summary.warnings.slice(0, MAX_REASONS).map(({ path, warning }) => `  ${path}: ${warning}`),
    ...(summary.warnings.length > MAX_REASONS
      ? [`  … and ${summary.warnings.length - MAX_REASONS} more remarks`]
      : []),
  ]
}

function translationLines({ translations: { named, recognized } }: IndexSummary): string[] {
  const pairs = named + recognized
  if (pairs === 0) return []
  return [
    `  ${pairs === 1 ? '1 pair' : `${pairs} pairs`} of translations: ${named} named, ${recognized} recognized.`,
  ]
}

function skippedLines({ skipped }: IndexSummary): string[] {
  const byReason = new Map<string, string[]>()
  for (const { path, reason } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), path])
  if (byReason.size === 0) return []
  const lines = [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MAX_REASONS)
    .map(([reason, paths]) => {
      const more = paths.length > MAX_FILES ? ` … and ${paths.length - MAX_FILES} more` : ''
      return `  ${reason}: ${paths.slice(0, MAX_FILES).join(', ')}${more}`
    })
  return [`Skipped ${skipped.length}:`, ...lines]
}
