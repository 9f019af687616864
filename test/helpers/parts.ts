/** Several real engines as the servers of one index. */
import type { Test } from 'tap'
import type { Engine } from '../../engine/engine.ts'
import type { Logger } from '../../engine/logger.ts'
import { type Server, type SpreadOptions, spreadOver } from '../../engine/parts/spread.ts'
import { type KillableEngine, openKillable } from '../drills/killable.ts'

const silent = (): void => {}
const logger: Logger = { debug: silent, info: silent, warn: silent, error: silent }

/** Engines that are killed and frozen one by one. */
export async function openServers(t: Test, count: number): Promise<KillableEngine[]> {
  return Promise.all(Array.from({ length: count }, () => openKillable(t)))
}

/** Some servers as one engine, as another process would open it; they outlive it. */
export async function openSpread(
  t: Test,
  servers: readonly KillableEngine[],
  options: Partial<SpreadOptions> = {},
): Promise<Engine> {
  const engine = await spreadOver(servers.map(serverOf), { logger, ...options })
  t.teardown(() => engine.close())
  return engine
}

/** A server as it is named; closing it is left to the one who has started it. */
export function serverOf(engine: KillableEngine): Server {
  return {
    name: engine.client().config.host,
    client: () => engine.client(),
    read: (...call) => engine.read(...call),
    checkSpace: () => engine.checkSpace(),
    close: async () => {},
  }
}

/** The address and key of a running engine, for a process of its own. */
export function addressOf(engine: KillableEngine): { url: string; key: string } {
  const { host, apiKey } = engine.client().config
  return { url: host, key: apiKey ?? '' }
}
