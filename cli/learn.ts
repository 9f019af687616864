/** `bifora learn [file…]`: a lexicon out of sentences and their translations, from files, documents or both. */
import { basename, dirname, resolve } from 'node:path'
import { prepareDataDir } from '../engine/embedded/data-dir.ts'
import { openEngine } from '../engine/engine.ts'
import { createBridge } from '../language/bridge/bridge.ts'
import { formatLexicon, type Lexicon, LexiconError } from '../language/bridge/lexicon.ts'
import { type Config, ConfigError } from './config.ts'
import { EXIT } from './exit.ts'
import { learnedLines, learnFromIndex } from './learn/from-index.ts'
import { type Gathered, gatherPairs } from './learn/gather.ts'
import { learnPairs } from './learn/learn-pairs.ts'
import { summaryLines, summaryOf } from './learn/summary.ts'
import { replaceFiles } from './lexicon/disk.ts'
import { directionOf, givenLexicons, lexiconPath } from './lexicon/files.ts'
import { whileLocked } from './lock.ts'
import { createLogger } from './logger.ts'
import { asCommand } from './role.ts'
import { createStatusLine } from './status-line.ts'

/** The options of the command, as they are given. */
export type LearnFlags = {
  from: string
  to: string
  documents?: true
  index?: true
  output?: string
  json?: true
}

/** What to learn from, and where to. */
export type LearnOptions = {
  config: Config
  signal: AbortSignal
  asJson: boolean
  /** ISO 639-1. */
  from: string
  to: string
  /** File to write instead of the one of the data directory. */
  output: string | undefined
  /** Whether to learn from the indexed documents that are translations of each other. */
  fromDocuments: boolean
}

/** Learns, writes the lexicon and tells what is in it. What was learned before stays until all is done. */
export async function learnCommand(files: readonly string[], options: LearnOptions): Promise<number> {
  const startedMs = performance.now()
  const name = `learned-${options.from}-${options.to}`
  requireSources(files, options, name)
  const { config, signal, output } = options
  const path = output === undefined ? lexiconPath(config.dataDir, name) : resolve(output)
  const status = createStatusLine(process.stderr)
  try {
    const bridge = createBridge(givenLexicons(config.dataDir))
    const gathered = await gatherPairs(files, { ...options, bridge, status })
    const lexicon = await learnPairs(gathered, { bridge, status, signal })
    if (lexicon.entries.length === 0) throw nothingLearned(gathered)
    const write = () => replaceFiles([{ path, text: textOf(lexicon, gathered, files) }], dirname(path))
    if (output === undefined) {
      await prepareDataDir(config.dataDir)
      await whileLocked(config.dataDir, signal, write)
    } else write()
    const summary = summaryOf(lexicon, gathered, { path, tookMs: performance.now() - startedMs })
    status.end()
    if (options.asJson) process.stdout.write(`${JSON.stringify(summary)}\n`)
    else process.stdout.write(`${summaryLines(summary, output === undefined).join('\n')}\n`)
    return EXIT.done
  } catch (error) {
    if (!signal.aborted) throw error
    status.end()
    process.stderr.write('bifora: interrupted; no lexicon was written, the one before is still there.\n')
    return EXIT.interrupted
  } finally {
    status.end()
  }
}

/** Learns anew what is learned from the index by itself, and tells what came of it. */
export async function learnIndexCommand({
  config,
  signal,
  asJson,
}: Pick<LearnOptions, 'config' | 'signal' | 'asJson'>): Promise<number> {
  const engine = await openEngine({
    ...config,
    ...asCommand('learn'),
    logger: createLogger(config.logLevel),
    signal,
  })
  try {
    const learned = await learnFromIndex({ engine, ...config, signal })
    if (asJson) process.stdout.write(`${JSON.stringify(learned)}\n`)
    else for (const line of learnedLines(learned)) process.stdout.write(`${line}\n`)
    if (signal.aborted) return EXIT.interrupted
    return learned.problem === undefined ? EXIT.done : EXIT.failed
  } finally {
    await engine.close()
  }
}

function requireSources(
  files: readonly string[],
  { from, to, fromDocuments }: LearnOptions,
  name: string,
): void {
  if (directionOf(name) === undefined) {
    throw new ConfigError(
      `Nothing can be learned from "${from}" to "${to}". Use --from it --to en, or the reverse.`,
    )
  }
  if (files.length === 0 && !fromDocuments) {
    throw new ConfigError(
      'There is nothing to learn from. Give files of sentence pairs (sentence, tab, translation), or --documents.',
    )
  }
}

function nothingLearned({ corpus }: Gathered): LexiconError {
  return new LexiconError(
    `Nothing could be learned: words must come together in two pairs or more, and there are ${corpus.size}. Give more.`,
  )
}

/** The text of the file, with a line on where it is from for those who open it. */
function textOf(lexicon: Lexicon, { corpus, documents }: Gathered, files: readonly string[]): string {
  const sources = [
    ...files.map((file) => basename(file).replace(/\p{C}/gu, ' ')),
    ...(documents > 0 ? [`${documents} pairs of translated documents`] : []),
  ]
  return [
    `# ${lexicon.from} ⇥ ${lexicon.to}. Learned from ${corpus.size} pairs of sentences: ${sources.join(', ')}.`,
    '# Learning again replaces this file: put corrections into one of your own.',
    formatLexicon(lexicon),
  ].join('\n')
}
