/** `bifora rebalance`: spreads the index over all servers that are named, while it is searched. */
import { openEngine } from '../engine/engine.ts'
import { readBuild } from '../engine/generation.ts'
import { rebalance } from '../engine/parts/rebalance.ts'
import { createWriting } from '../engine/writing.ts'
import { topicsFingerprint } from '../indexer/describing.ts'
import { counted } from './backup.ts'
import { type Config, ConfigError } from './config.ts'
import { EXIT } from './exit.ts'
import { sayWaiting } from './indexing.ts'
import { createLogger } from './logger.ts'
import { duration } from './progress.ts'
import { asCommand } from './role.ts'
import { createStatusLine } from './status-line.ts'
import { topicsOf } from './topics-file.ts'

/** How to run the command. */
export type RebalanceCommandOptions = { config: Config; signal: AbortSignal; asJson: boolean }

/** Moves documents to the servers that have none yet, and tells what was done. */
export async function rebalanceCommand({ config, signal, asJson }: RebalanceCommandOptions): Promise<number> {
  const startedMs = performance.now()
  if ((config.meiliServers?.length ?? 0) < 2) {
    throw new ConfigError(
      'MEILI_URL names no further server. Name all that the index is to be spread over, those that hold it now among them, separated by commas.',
    )
  }
  const engine = await openEngine({
    ...config,
    ...asCommand('rebalance'),
    logger: createLogger(config.logLevel),
    signal,
  })
  const status = createStatusLine(process.stderr)
  try {
    if ((await readBuild(engine, signal)) === undefined) {
      throw new ConfigError(
        'Nothing is indexed yet: what is indexed from now on is spread over all servers. bifora index <path>',
      )
    }
    const writing = createWriting(engine, {
      what: 'bifora rebalance',
      topics: topicsFingerprint(await topicsOf(config)),
      onWaiting: sayWaiting,
    })
    try {
      const done = await writing.write(
        (writer) =>
          rebalance(engine, writer, {
            signal,
            onProgress: (documents, total) => status.show(`moving, ${documents} of ${total} documents`),
          }),
        signal,
      )
      status.end()
      const tookMs = Math.round(performance.now() - startedMs)
      const moved = `${counted(done.documents, 'document')} (${counted(done.passages, 'passage')}) moved`
      const line =
        done.from === done.to
          ? `The index is spread over ${counted(done.to, 'server')}, as it is to be.`
          : `The index is spread over ${counted(done.to, 'server')}, before over ${done.from}: ${moved}, ${duration(tookMs / 1000)}.`
      process.stdout.write(asJson ? `${JSON.stringify({ ...done, tookMs })}\n` : `${line}\n`)
      return EXIT.done
    } finally {
      await writing.close()
    }
  } finally {
    status.end()
    await engine.close()
  }
}
