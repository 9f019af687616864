/** `bifora start [path…]`: everything, ready after one command. */
import { openEngine } from '../engine/engine.ts'
import { readBuild } from '../engine/generation.ts'
import type { Config } from './config.ts'
import { EXIT } from './exit.ts'
import { indexIfChanged, summaryLines } from './indexing.ts'
import { sampleDocuments } from './installation.ts'
import { learnedLines, learnFromIndex } from './learn/from-index.ts'
import { createLogger } from './logger.ts'
import { asService } from './role.ts'
import { requireFreePort, runService } from './service.ts'

/** Indexes if needed, then serves until stopped. */
export async function startCommand(
  paths: readonly string[],
  { config, signal, asJson }: { config: Config; signal: AbortSignal; asJson: boolean },
): Promise<number> {
  await requireFreePort(config)
  const engine = await openEngine({
    ...config,
    ...asService('start'),
    logger: createLogger(config.logLevel),
    signal,
  })
  try {
    const build = await readBuild(engine, signal)
    // Without paths the sample corpus is only for those who have indexed nothing of their own.
    if (paths.length > 0 || build === undefined || build.isSample) {
      const isSample = paths.length === 0
      const summary = await indexIfChanged(isSample ? [sampleDocuments] : paths, engine, {
        dataDir: config.dataDir,
        isSample,
        isForced: false,
        signal,
      })
      if (summary !== undefined) {
        process.stderr.write(`${summaryLines(summary).join('\n')}\n`)
        const learned = await learnFromIndex({ engine, ...config, signal })
        process.stderr.write(
          learnedLines(learned)
            .map((line) => `${line}\n`)
            .join(''),
        )
        if (signal.aborted) return EXIT.interrupted
      }
    }
    await runService(engine, config, { signal, asJson })
    return EXIT.done
  } finally {
    await engine.close()
  }
}
