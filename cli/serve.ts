/** `bifora serve`. */
import { openEngine } from '../engine/engine.ts'
import type { Config } from './config.ts'
import { EXIT } from './exit.ts'
import { createLogger } from './logger.ts'
import { asService } from './role.ts'
import { requireFreePort, runService } from './service.ts'

/** Serves what is indexed until stopped. */
export async function serveCommand(options: {
  config: Config
  signal: AbortSignal
  asJson: boolean
}): Promise<number> {
  const { config, signal } = options
  await requireFreePort(config)
  const engine = await openEngine({
    ...config,
    ...asService('serve'),
    logger: createLogger(config.logLevel),
    signal,
  })
  try {
    await runService(engine, config, options)
    return EXIT.done
  } finally {
    await engine.close()
  }
}
