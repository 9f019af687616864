/**
 * An engine that a drill can kill, freeze and start again, without the pace that the supervisor keeps; and one whose
 * n-th call goes wrong.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Meilisearch } from 'meilisearch'
import type { Test } from 'tap'
import { createClient, diskFull, engineFailure } from '../../engine/client.ts'
import { findBinary } from '../../engine/embedded/binary.ts'
import { freeDiskBytes, prepareDataDir } from '../../engine/embedded/data-dir.ts'
import type { RunningEngine } from '../../engine/embedded/launch.ts'
import { readMasterKey } from '../../engine/embedded/master-key.ts'
import { startEngine } from '../../engine/embedded/process.ts'
import { type Engine, MIN_FREE_DISK_BYTES } from '../../engine/engine.ts'
import type { Logger } from '../../engine/logger.ts'
import { connectToRead, type Read } from '../../engine/read-connections.ts'

const silent = (): void => {}
const logger: Logger = { debug: silent, info: silent, warn: silent, error: silent }

/** An engine with its process in hand. */
export type KillableEngine = Engine & {
  dataDir: string
  pid: () => number
  /** Kills the process as a crash does, and starts another one on the same data. */
  kill: () => Promise<void>
  /** Waits until the one that was started last answers. */
  untilUp: () => Promise<void>
  /** Sends it a signal, such as SIGSTOP. */
  signal: (name: NodeJS.Signals) => void
}

/** Starts an engine; it ends, and its data goes, when `t` ends. */
export async function openKillable(t: Test, dir?: string): Promise<KillableEngine> {
  const root = dir ?? mkdtempSync(join(tmpdir(), 'bifora-drill-'))
  if (dir === undefined) t.teardown(() => rmSync(root, { recursive: true, force: true }))
  const binary = (await findBinary({ meiliBin: process.env.MEILI_BIN, dataDir: root })).path
  const dataDir = await prepareDataDir(root)
  const key = await readMasterKey(dataDir)
  const start = (): Promise<RunningEngine> => startEngine({ binary, dataDir, key, logger })
  let running = await start()
  let client: Meilisearch = createClient(running.url, key)
  let reader = connectToRead(running.url, key)
  let starting: Promise<void> | undefined
  const startAgain = async (): Promise<void> => {
    await running.exited
    await reader.close()
    running = await start()
    client = createClient(running.url, key)
    reader = connectToRead(running.url, key)
  }
  const engine: KillableEngine = {
    client: () => client,
    read: (path, body, signal) => reader.read(path, body, signal),
    exclusive: true,
    checkSpace: async () => {
      if ((await freeDiskBytes(dataDir)) < MIN_FREE_DISK_BYTES) throw diskFull()
    },
    close: async () => {
      await starting
      await reader.close()
      await running.stop()
    },
    dataDir,
    pid: () => running.pid,
    kill: () => {
      starting ??= (async () => {
        process.kill(running.pid, 'SIGKILL')
        await startAgain()
      })().finally(() => {
        starting = undefined
      })
      return starting
    },
    untilUp: async () => starting,
    signal: (name) => process.kill(running.pid, name),
  }
  t.teardown(() => engine.close())
  return engine
}

/**
 * What happens at a call: `refused` before it is sent, `lost` after it, `dead` it is sent and nothing after it is,
 * `killed` the engine dies after it.
 */
export type Fault = 'refused' | 'lost' | 'dead' | 'killed'

/** An engine whose calls are counted, with one that goes wrong. */
export type FaultyEngine = Engine & {
  /** From now on the `n`-th call goes wrong; 0 for none. */
  arm: (n: number, fault: Fault) => void
  /** What the call was that went wrong; `undefined` if there were not that many. */
  met: () => string | undefined
}

const POLL = /\/tasks\/\d+$/

/** Wraps an engine. Calls of the client go through `fetch`, which is replaced until `t` ends: one drill at a time. */
export function faultyEngine(t: Test, engine: KillableEngine): FaultyEngine {
  let wanted = 0
  let fault: Fault = 'refused'
  let count = 0
  let met: string | undefined
  const polled = new Set<string>()
  const broken = (): TypeError => new TypeError('fetch failed')

  const around = async <T>(what: string, send: () => Promise<T>): Promise<T> => {
    if (wanted === 0) return send()
    if (met !== undefined && fault === 'dead') throw broken()
    if (POLL.test(what)) {
      // How often a task is looked at depends on how long it takes: only the first look counts.
      if (polled.has(what)) return send()
      polled.add(what)
    }
    count += 1
    if (count !== wanted) return send()
    met = what
    if (fault !== 'refused') await send()
    if (fault === 'killed') await engine.kill()
    throw broken()
  }
  const { fetch } = globalThis
  globalThis.fetch = (input, init) => {
    const url = new URL(String(input))
    if (url.origin !== engine.client().config.host) return fetch(input, init)
    return around(`${init?.method ?? 'GET'} ${url.pathname}`, () => fetch(input, init))
  }
  t.teardown(() => {
    globalThis.fetch = fetch
  })
  const read: Read = async (path, body, signal) => {
    try {
      return await around(`read ${path}`, () => engine.read(path, body, signal))
    } catch (error) {
      // As reading tells what its connections say.
      throw error instanceof TypeError ? engineFailure(503, undefined, error) : error
    }
  }
  return {
    ...engine,
    read,
    arm: (n, how) => {
      wanted = n
      fault = how
      count = 0
      met = undefined
      polled.clear()
    },
    met: () => met,
  }
}
