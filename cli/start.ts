/** `bifora start [path…]`: everything, ready after one command. */
import { openEngine } from '../engine/engine.ts'
import { readBuild } from '../engine/generation.ts'
import { readPlaces, SAMPLE_PLACE } from '../engine/places.ts'
import { isReadable } from '../engine/schema.ts'
import { type Config, ConfigError } from './config.ts'
import { EXIT } from './exit.ts'
import { hasChanged, summaryLines } from './index-summary.ts'
import { indexPaths, makeCurrent, openIndexing } from './indexing.ts'
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
    const indexing = await openIndexing(engine, config, { what: 'bifora start' })
    const print = (lines: readonly string[]): void => {
      for (const line of lines) process.stderr.write(`${line}\n`)
    }
    try {
      const build = await readBuild(engine, signal)
      const isOld = build !== undefined && !isReadable(build.version)
      if (isOld && paths.length === 0 && !('isSample' in build && build.isSample === true)) {
        throw new ConfigError(
          'The index was built by an earlier version of Bifora and cannot be read any more. Index again: bifora index <path>.',
        )
      }
      const renewed = await makeCurrent(indexing, { isRebuilt: false, signal })
      if (renewed !== undefined) print([renewed])
      const places = await readPlaces(engine, signal)
      // Without paths the sample corpus is only for those who have indexed nothing of their own.
      const isSample = paths.length === 0 && places.every(({ name }) => name === SAMPLE_PLACE)
      const summaries =
        isSample || paths.length > 0
          ? await indexPaths(isSample ? [sampleDocuments] : paths, indexing, { signal })
          : []
      const changed = summaries.filter(hasChanged)
      for (const summary of changed) print(summaryLines(summary))
      if (changed.some(({ teaches }) => teaches))
        print(learnedLines(await learnFromIndex({ engine, ...config, signal })))
      if (signal.aborted) return EXIT.interrupted
    } finally {
      await indexing.writing.close()
    }
    await runService(engine, config, { signal, asJson })
    return EXIT.done
  } finally {
    await engine.close()
  }
}
