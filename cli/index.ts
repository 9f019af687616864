/** `bifora index <path…>`. */
import { openEngine } from '../engine/engine.ts'
import type { Config } from './config.ts'
import { EXIT } from './exit.ts'
import {
  hasChanged,
  type IndexFlags,
  indexPaths,
  makeCurrent,
  openIndexing,
  summaryLines,
} from './indexing.ts'
import { learnedLines, learnFromIndex } from './learn/from-index.ts'
import { createLogger } from './logger.ts'

/** How to run the command. */
export type IndexCommandOptions = {
  config: Config
  signal: AbortSignal
  asJson: boolean
  isRebuilt: boolean
  flags: IndexFlags
}

/** Brings the index in step with the paths and tells what came of it. */
export async function indexCommand(
  paths: readonly string[],
  { config, signal, asJson, isRebuilt, flags }: IndexCommandOptions,
): Promise<number> {
  const engine = await openEngine({ ...config, logger: createLogger(config.logLevel), signal })
  const indexing = openIndexing(engine, config.dataDir, { what: 'bifora index' })
  const print = (lines: readonly string[]): void => {
    if (!asJson) for (const line of lines) process.stdout.write(`${line}\n`)
  }
  try {
    const renewed = flags.isDryRun === true ? undefined : await makeCurrent(indexing, { isRebuilt, signal })
    if (renewed !== undefined) print([renewed])
    const places = await indexPaths(paths, indexing, { ...flags, isForced: isRebuilt, signal })
    for (const summary of places) print(summaryLines(summary))
    const learned = places.some(hasChanged) ? await learnFromIndex({ engine, ...config, signal }) : undefined
    if (asJson) process.stdout.write(`${JSON.stringify({ places, ...(learned && { learned }) })}\n`)
    else if (learned !== undefined) print(learnedLines(learned))
    if (signal.aborted) return EXIT.interrupted
    const hasFailed = places.some(({ skipped }) => skipped.some(({ kind }) => kind === 'failed'))
    return hasFailed ? EXIT.partly : EXIT.done
  } finally {
    await indexing.writing.close()
    await engine.close()
  }
}
