/**
 * What is learned without being asked: the words of the indexed documents that are translations of each other. A
 * lexicon of its own, as new as the index:
 *
 *   align the documents → learn → replace the lexicon
 */
import { rmSync } from 'node:fs'
import { prepareDataDir } from '../../engine/embedded/data-dir.ts'
import type { Engine } from '../../engine/engine.ts'
import { liveIndexes } from '../../engine/generation.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { formatLexicon, type Lexicon } from '../../language/bridge/lexicon.ts'
import { replaceFiles } from '../lexicon/disk.ts'
import { DEFAULT_DIRECTION, givenLexicons, INDEX_NAME, lexiconDir, lexiconPath } from '../lexicon/files.ts'
import { whileLocked } from '../lock.ts'
import { createStatusLine } from '../status-line.ts'
import { createPairCollector } from './collector.ts'
import { gatherDocuments } from './gather-documents.ts'
import { learnPairs } from './learn-pairs.ts'

/** What came of learning. */
export type LearnedFromIndex = {
  /** Entries of the lexicon; 0 if there is none. */
  entries: number
  /** Pairs of documents, and of their sentences, that it was learned from. */
  documents: number
  pairs: number
  /** Why nothing was learned although there was something to learn from; the lexicon before is still there. */
  problem?: string
}

/** Where everything is, and whether to learn. */
export type LearnFromIndexOptions = {
  engine: Engine
  dataDir: string
  /** If not, what was learned from an index before goes. */
  learns: boolean
  signal: AbortSignal
}

/**
 * What is enough: more teaches hardly anything but rare words. Aligning and learning then take a minute, and with all
 * else that the process holds half a gigabyte.
 */
const LIMITS = { passages: 15_000, pairs: 60_000 }
/** Fewer pairs of sentences teach nothing that could be measured. */
const MIN_PAIRS = 100

/**
 * Learns from the live index and replaces what was learned before; removes it if there is nothing to learn from. Never
 * fails: the index is there whatever becomes of this.
 */
export async function learnFromIndex(options: LearnFromIndexOptions): Promise<LearnedFromIndex> {
  const status = createStatusLine(process.stderr)
  try {
    return await learn(options, status)
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) }
    const problem = options.signal.aborted ? 'interrupted' : message
    return { entries: 0, documents: 0, pairs: 0, problem }
  } finally {
    status.end()
  }
}

async function learn(
  { engine, dataDir, learns, signal }: LearnFromIndexOptions,
  status: ReturnType<typeof createStatusLine>,
): Promise<LearnedFromIndex> {
  const path = lexiconPath(dataDir, INDEX_NAME)
  const forget = (documents: number, pairs: number): LearnedFromIndex => {
    rmSync(path, { force: true })
    return { entries: 0, documents, pairs }
  }
  const indexes = learns ? await liveIndexes(engine, signal) : undefined
  if (indexes === undefined) return forget(0, 0)

  const { from, to } = DEFAULT_DIRECTION
  const bridge = createBridge(givenLexicons(dataDir))
  const collector = createPairCollector(from, to)
  const reader = { engine, indexes, signal }
  const { documents } = await gatherDocuments(collector, { reader, from, to, bridge, limits: LIMITS, status })
  const pairs = collector.size()
  if (pairs < MIN_PAIRS) return forget(documents, pairs)
  const lexicon = await learnPairs(collector.build(), { bridge, status, signal })
  if (lexicon.entries.length === 0) return forget(documents, pairs)
  await prepareDataDir(dataDir)
  const text = textOf(lexicon, documents, pairs)
  await whileLocked(dataDir, signal, () => replaceFiles([{ path, text }], lexiconDir(dataDir)))
  return { entries: lexicon.entries.length, documents, pairs }
}

function textOf(lexicon: Lexicon, documents: number, pairs: number): string {
  return [
    `# ${lexicon.from} ⇥ ${lexicon.to}. Learned from ${pairs} pairs of sentences of ${documents} translated documents of this index.`,
    '# Indexing replaces this file: put corrections into one of your own.',
    formatLexicon(lexicon),
  ].join('\n')
}

/** What was learned, for people, in a line or none. */
export function learnedLines({ entries, documents, pairs, problem }: LearnedFromIndex): string[] {
  if (problem === 'interrupted') return ['Learning from translations was interrupted; the index is complete.']
  if (problem !== undefined)
    return [`Nothing was learned from translations, the index is complete: ${problem}`]
  if (documents === 0) return []
  const what = documents === 1 ? '1 translated document' : `${documents} translated documents`
  if (entries > 0) return [`Learned ${entries} pairs of words from ${what}.`]
  return [
    `Nothing was learned from ${what}: ${pairs} pairs of sentences are too few, ${MIN_PAIRS} are needed.`,
  ]
}
