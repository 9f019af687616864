/** `bifora index <path…>`. */
import { prepareDataDir } from '../engine/embedded/data-dir.ts'
import { openEngine } from '../engine/engine.ts'
import type { PlaceSummary } from '../indexer/place.ts'
import { type Config, ConfigError } from './config.ts'
import { tellRunningService } from './connection.ts'
import { EXIT, explain } from './exit.ts'
import { hasChanged, summaryLines } from './index-summary.ts'
import { type IndexFlags, indexPaths, makeCurrent, openIndexing } from './indexing.ts'
import { learnedLines, learnFromIndex } from './learn/from-index.ts'
import { createLogger } from './logger.ts'
import { asCommand, asService } from './role.ts'
import { type InputFlags, requireInputFlags, STANDARD_INPUT, takeInput } from './standard-input.ts'
import { watchPaths } from './watch.ts'

/** How to run the command. */
export type IndexCommandOptions = {
  config: Config
  signal: AbortSignal
  asJson: boolean
  isRebuilt: boolean
  /** Whether it goes on with what changes until it is stopped. */
  isWatching: boolean
  flags: Omit<IndexFlags, 'input'>
  /** How the standard input is taken. */
  inputFlags: InputFlags
}

/** Brings the index in step with the paths and tells what came of it. */
export async function indexCommand(
  paths: readonly string[],
  { inputFlags, ...options }: IndexCommandOptions,
): Promise<number> {
  requireInputFlags(paths, inputFlags)
  if (!paths.includes(STANDARD_INPUT)) return indexGiven(paths, options)
  if (options.isWatching) throw new ConfigError('The standard input cannot be watched: leave out --watch.')
  const { config, signal } = options
  // Read before the index is opened: what it comes from may take its time, and others want to write.
  const input = await takeInput(inputFlags, { folder: await prepareDataDir(config.dataDir), signal })
  try {
    return await indexGiven(paths, { ...options, flags: { ...options.flags, input } })
  } finally {
    await input.remove()
  }
}

async function indexGiven(
  paths: readonly string[],
  {
    config,
    signal,
    asJson,
    isRebuilt,
    isWatching,
    flags,
  }: Omit<IndexCommandOptions, 'flags' | 'inputFlags'> & { flags: IndexFlags },
): Promise<number> {
  const engine = await openEngine({
    ...config,
    // Nobody can wait for one that does not end.
    ...(isWatching ? asService('index --watch') : asCommand('index')),
    logger: createLogger(config.logLevel),
    signal,
  })
  const indexing = await openIndexing(engine, config, { what: 'bifora index' }).catch(async (error) => {
    // A process whose engine runs does not end.
    await engine.close()
    throw error
  })
  const print = (lines: readonly string[]): void => {
    if (!asJson) for (const line of lines) process.stdout.write(`${line}\n`)
  }
  const run = async (chosen: IndexFlags, saysUnchanged: boolean): Promise<number> => {
    const places = await indexPaths(paths, indexing, { ...flags, ...chosen, signal })
    for (const summary of places) if (saysUnchanged || hasChanged(summary)) print(summaryLines(summary))
    if (places.some(hasChanged)) await tellRunningService(config, signal)
    const isTeaching = places.some(({ teaches }) => teaches)
    const learned = isTeaching ? await learnFromIndex({ engine, ...config, signal }) : undefined
    if (asJson && (saysUnchanged || places.some(hasChanged))) {
      process.stdout.write(`${JSON.stringify({ ...asReport(places), ...(learned && { learned }) })}\n`)
    } else if (learned !== undefined) print(learnedLines(learned))
    const hasFailed = places.some(({ skipped }) => skipped.some(({ kind }) => kind === 'failed'))
    return hasFailed ? EXIT.partly : EXIT.done
  }
  try {
    const renewed = flags.isDryRun === true ? undefined : await makeCurrent(indexing, { isRebuilt, signal })
    if (renewed !== undefined) print([renewed])
    const code = await run({ isForced: isRebuilt }, true)
    if (signal.aborted) return EXIT.interrupted
    if (!isWatching) return code
    await watchPaths(paths, {
      signal,
      onReady: () => process.stderr.write('Watching for changes. Ctrl-C stops it.\n'),
      onChanges: async (touched) => {
        // What cannot be done now is tried again with the next change.
        await run({ touched }, false).catch((error: unknown) => explain(error, signal, process.stderr))
      },
      onProblem: (error) =>
        process.stderr.write(`bifora: not all can be watched (${(error as Error).message}).\n`),
    })
    return EXIT.done
  } finally {
    await indexing.writing.close()
    await engine.close()
  }
}

/** What a run did, for programs: what was skipped and what was odd stands apart from the counts of each place. */
function asReport(summaries: readonly PlaceSummary[]): object {
  return {
    places: summaries.map(({ skipped: _, warnings: __, ...counts }) => counts),
    skipped: summaries.flatMap(({ place, skipped }) => skipped.map((one) => ({ place, ...one }))),
    warnings: summaries.flatMap(({ place, warnings }) => warnings.map((one) => ({ place, ...one }))),
  }
}
