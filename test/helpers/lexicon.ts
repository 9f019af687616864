/** A service that takes decisions about pairs of words, on a real engine. */
import { pino } from 'pino'
import type { Test } from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { decisionsOf } from '../../cli/lexicon/decisions.ts'
import { followLexicons } from '../../cli/lexicon/follow.ts'
import type { Engine } from '../../engine/engine.ts'
import { type AccessOptions, type App, buildApp } from '../../server/app.ts'

/** The service with the lexicons of a data directory; closed when `t` ends. */
export async function decidingApp(
  t: Test,
  engine: Engine,
  dataDir: string,
  access: Partial<AccessOptions> = {},
): Promise<App> {
  const logger = pino({ level: 'silent' })
  const lexicons = followLexicons(dataDir, logger)
  const app = await buildApp({
    engine,
    topics: readTopics(),
    bridge: lexicons.bridge,
    decisions: decisionsOf(dataDir, lexicons.refresh),
    access: { writesLocally: true, ...access },
    logger,
  })
  t.teardown(async () => {
    lexicons.close()
    await app.close()
  })
  return app
}
