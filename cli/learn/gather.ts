/** Where `bifora learn` has its sentence pairs from: files, and the indexed documents. */
import { openEngine } from '../../engine/engine.ts'
import { liveIndexes } from '../../engine/generation.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { LexiconError } from '../../language/bridge/lexicon.ts'
import type { ParallelCorpus } from '../../language/bridge/parallel-corpus.ts'
import { type Config, ConfigError } from '../config.ts'
import { createLogger } from '../logger.ts'
import { asCommand } from '../role.ts'
import type { StatusLine } from '../status-line.ts'
import { languageProblem } from './check-languages.ts'
import { createPairCollector, type PairCollector } from './collector.ts'
import { gatherDocuments } from './gather-documents.ts'
import { readPairs, type SentencePair } from './pair-files.ts'

/** Pairs of a file that are looked at to see whether its languages are right. */
const SAMPLE_SIZE = 1000

/** How to gather pairs. */
export type GatherOptions = {
  config: Config
  signal: AbortSignal
  from: string
  to: string
  fromDocuments: boolean
  /** What documents are aligned by. */
  bridge: Bridge
  status: StatusLine
}

/** All pairs, with what else there is to tell. */
export type Gathered = {
  corpus: ParallelCorpus
  /** What a pair is called, by its number: its line; with several sources `file:line`, `document:pair`. */
  nameOf: (pair: number) => string
  /** Pairs of documents that were aligned. */
  documents: number
  /** What was passed over. */
  passedOver: { untranslated: number; tooLong: number; longDocuments: number }
}

/**
 * Reads all pairs.
 *
 * @throws {LexiconError} if a file cannot be used, with the line, or there are too many pairs
 * @throws {ConfigError} if documents are to be learned from and none is a translation of another
 * @throws {EngineError} if the index cannot be opened
 */
export async function gatherPairs(files: readonly string[], options: GatherOptions): Promise<Gathered> {
  const collector = createPairCollector(options.from, options.to)
  const counts: Counts = { documents: 0, passedOver: { untranslated: 0, tooLong: 0, longDocuments: 0 } }
  for (const path of files) await gatherFile(path, collector, counts, options)
  if (options.fromDocuments) {
    await gatherIndexed(collector, counts, options)
    if (counts.documents === 0 && files.length === 0) throw noTranslations(options)
  }
  return { ...collector.build(), ...counts }
}

type Counts = Pick<Gathered, 'documents' | 'passedOver'>

async function gatherFile(
  path: string,
  collector: PairCollector,
  { passedOver }: Counts,
  { from, to, signal, status }: GatherOptions,
): Promise<void> {
  const before = collector.size()
  const sample: SentencePair[] = []
  const checkLanguages = (): void => {
    const problem = languageProblem(sample, from, to)
    if (problem !== undefined) throw new LexiconError(`${path}: ${problem}`)
  }
  collector.open(path)
  for await (const { pairs, untranslated, shareRead } of readPairs(path, signal)) {
    passedOver.untranslated += untranslated
    for (const pair of pairs) {
      if (!collector.add(pair)) passedOver.tooLong += 1
      // A large file need not be read to its end to see that it is the wrong one.
      if (sample.length < SAMPLE_SIZE && sample.push(pair) === SAMPLE_SIZE) checkLanguages()
    }
    status.show(`reading ${path}, ${Math.floor(shareRead * 100)}%, ${collector.size()} pairs`)
  }
  checkLanguages()
  if (collector.size() === before) {
    throw new LexiconError(
      `${path} has no pairs. Write a sentence, a tab and its translation, a pair a line.`,
    )
  }
}

async function gatherIndexed(
  collector: PairCollector,
  counts: Counts,
  { config, signal, from, to, bridge, status }: GatherOptions,
): Promise<void> {
  const logger = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel)
  const engine = await openEngine({ ...config, ...asCommand('learn'), logger, signal })
  try {
    const indexes = await liveIndexes(engine)
    if (indexes === undefined) {
      throw new ConfigError('Nothing has been indexed yet. Index some documents first: bifora index <path>')
    }
    const reader = { engine, indexes, signal }
    const gathered = await gatherDocuments(collector, { reader, from, to, bridge, status })
    counts.documents += gathered.documents
    counts.passedOver.tooLong += gathered.tooLong
    counts.passedOver.longDocuments += gathered.longDocuments
  } finally {
    await engine.close()
  }
}

function noTranslations({ from, to }: GatherOptions): ConfigError {
  return new ConfigError(
    `No indexed document in "${from}" and "${to}" is a translation of another. ` +
      'Say so in the front matter of one of them, translations: [path of the other], and index again.',
  )
}
