/** `bifora index <path…>`. */
import { openEngine } from '../engine/engine.ts'
import type { Config } from './config.ts'
import { EXIT } from './exit.ts'
import { indexIfChanged, summaryLines } from './indexing.ts'
import { learnedLines, learnFromIndex } from './learn/from-index.ts'
import { createLogger } from './logger.ts'
import { asCommand } from './role.ts'

/** Indexes and tells what came of it. */
export async function indexCommand(
  paths: readonly string[],
  {
    config,
    signal,
    asJson,
    isForced,
  }: { config: Config; signal: AbortSignal; asJson: boolean; isForced: boolean },
): Promise<number> {
  const engine = await openEngine({
    ...config,
    ...asCommand('index'),
    logger: createLogger(config.logLevel),
    signal,
  })
  try {
    const summary = await indexIfChanged(paths, engine, {
      dataDir: config.dataDir,
      isSample: false,
      isForced,
      signal,
    })
    if (summary === undefined) {
      process.stdout.write(
        asJson
          ? `${JSON.stringify({ unchanged: true })}\n`
          : 'Nothing has changed since the last time. --force indexes again.\n',
      )
      return EXIT.done
    }
    if (!asJson) process.stdout.write(`${summaryLines(summary).join('\n')}\n`)
    const learned = await learnFromIndex({ engine, ...config, signal })
    if (asJson) process.stdout.write(`${JSON.stringify({ ...summary, learned })}\n`)
    else
      process.stdout.write(
        learnedLines(learned)
          .map((line) => `${line}\n`)
          .join(''),
      )
    if (signal.aborted) return EXIT.interrupted
    return summary.skipped.some(({ kind }) => kind === 'failed') ? EXIT.partly : EXIT.done
  } finally {
    await engine.close()
  }
}
