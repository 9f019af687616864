/** A service of several processes: this one writes and is asked what only one can know, the others answer searches. */
import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from '../../engine/logger.ts'
import { COUNTED } from '../../server/access/limits.ts'
import type { App } from '../../server/app.ts'
import { createCounts } from '../../server/processes/counts.ts'
import { receiveHandedOn } from '../../server/processes/door.ts'
import type { Shared } from '../../server/processes/shared.ts'
import { createSums } from '../../server/processes/sums.ts'
import type { Topic } from '../../server/topics.ts'
import { type Config, ConfigError } from '../config.ts'
import type { FollowedLexicons } from '../lexicon/follow.ts'
import { createCrew, LEXICONS_TIMEOUT_MS } from './crew.ts'
import { createFront } from './front.ts'
import { makeSocketsDir } from './sockets.ts'

/** The processes of a service, beside the application of this one. */
export type Several = {
  /** What the application of this process shares with them. */
  shared: Shared
  /** Looks at the lexicons in all processes at once; whether searches go by what the files have now. */
  refreshLexicons: () => Promise<boolean>
  /** Starts them, and has them answer at the address of the configuration. Gives where that is. */
  open: (app: App) => Promise<string>
  /** Takes no more connections, and has all processes end when what they are asked is answered. */
  close: () => Promise<void>
  /** Removes what is left in the data directory. */
  leave: () => Promise<void>
}

const METRICS_TIMEOUT_MS = 2_000

/** Gets ready for several processes; none is started yet. */
export async function prepareSeveral(
  config: Config,
  { topics, lexicons, logger }: { topics: readonly Topic[]; lexicons: FollowedLexicons; logger: Logger },
): Promise<Several> {
  if (process.platform === 'win32') {
    throw new ConfigError('PROCESSES is more than 1, which is not supported on Windows. Unset it.')
  }
  const socketsDir = await makeSocketsDir(config.dataDir)
  const door = { path: join(socketsDir, 'main.sock'), secret: randomBytes(24).toString('hex') }
  const service = randomUUID()
  const front = createFront()
  const count = createCounts(COUNTED)
  const crew = createCrew({
    size: config.processes,
    orders: { config, topics, door, service },
    socketsDir,
    front,
    count,
    onEnded: (pid) => sums.ended(pid),
    logger,
  })
  const sums = createSums(() => crew.askAll('metrics', null, METRICS_TIMEOUT_MS))
  return {
    shared: {
      is: 'main',
      service,
      lexicons: lexicons.version,
      count,
      beside: {
        untilSeen: crew.untilSeen,
        sums,
        state: () => ({ wanted: config.processes, answering: crew.answering() }),
      },
    },
    refreshLexicons: async () => {
      const [here, others] = await Promise.all([
        lexicons.refresh(),
        crew.askAll('lexicons', null, LEXICONS_TIMEOUT_MS),
      ])
      return here && [...others.values()].every((isInUse) => isInUse)
    },
    open: async (app) => {
      receiveHandedOn(app.server, door)
      await app.listen({ path: door.path, listenTextResolver: () => 'taking changes' })
      await chmod(door.path, 0o600)
      const url = await front.listen(config.host, config.port)
      await crew.start()
      logger.info({ processes: config.processes }, `listening at ${url}`)
      return url
    },
    close: async () => {
      front.stop()
      await crew.end()
    },
    leave: () => rm(socketsDir, { recursive: true, force: true }),
  }
}
