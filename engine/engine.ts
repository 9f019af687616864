/**
 * Opens the search engine: the embedded one, that of a service beside, or a server of one's own. The rest of the room
 * and of the service only see this type, and do not know which of them it is.
 */
import type { Meilisearch } from 'meilisearch'
import { type AttachedEngine, attach } from './attached.ts'
import { createClient, diskFull } from './client.ts'
import { type EngineBinary, findBinary } from './embedded/binary.ts'
import { freeDiskBytes, prepareDataDir } from './embedded/data-dir.ts'
import { enter, isThere, pause, type Waiting } from './embedded/enter.ts'
import type { SupervisedEngine } from './embedded/keep-running.ts'
import { readMasterKey } from './embedded/master-key.ts'
import { type Role, readLiveNote } from './embedded/note.ts'
import { keepNoted } from './embedded/noted.ts'
import { superviseEngine } from './embedded/supervisor.ts'
import { EngineError } from './errors.ts'
import type { Logger } from './logger.ts'
import type { Placement } from './parts/placement.ts'
import { type Server, spreadOver } from './parts/spread.ts'
import { connectToRead, type Read } from './read-connections.ts'
import { takeOver } from './take-over.ts'
import { checkVersion } from './version.ts'

/** Below this much free space the engine's own tasks begin to hang, so loading stops first. */
export const MIN_FREE_DISK_BYTES = 64 * 1024 * 1024

/** One server. */
export type Part = {
  /** The client of the moment: the embedded engine's address changes when it is restarted. */
  client: () => Meilisearch
  /** Reads from the engine, many times a second; see {@link connectToRead}. */
  read: Read
  /** @throws {EngineError} `DISK_FULL` if there is too little room left to load records. */
  checkSpace: () => Promise<void>
}

/** The servers that documents are spread over. */
export type Parts = {
  /**
   * All that were named, in order of their numbers. The first one also has statistics and catalog, and is what the
   * engine's own client talks to. Those behind the number that the live record gives have no documents yet.
   */
  all: readonly Part[]
  /** Where documents of a generation are, by its name, and when its live record said so (`performance.now()`). */
  placements: Map<string, { placement: Placement; atMs: number }>
  /** A reader whose answers may be without parts that do not answer: it is told the number of each, from 0. */
  reading: (onMissing: (part: number) => void) => Read
  /** Has the first `count` servers note which part of this index they are. Needs the lease. */
  claim: (count: number) => Promise<void>
}

/** A search engine that can be talked to. */
export type Engine = Part & {
  /** Whether no other process can be using the same data: others can attach to a service at any time. */
  exclusive: boolean
  /** Absent where one server holds all. */
  parts?: Parts
  /** Stops the embedded engine; leaves a server of one's own and the engine of a service beside alone. Idempotent. */
  close: () => Promise<void>
}

/** The same engine with all that reads from it wrapped. */
export function readingBy(engine: Engine, wrap: (read: Read) => Read): Engine {
  const { parts } = engine
  return {
    ...engine,
    read: wrap(engine.read),
    ...(parts && { parts: { ...parts, reading: (onMissing) => wrap(parts.reading(onMissing)) } }),
  }
}

/** A server of somebody's own. */
export type ServerAddress = { url: string; key: string }

/** Where the engine is to be found. */
export type EngineOptions = {
  /** Directory of the embedded engine's data, made if missing. */
  dataDir: string
  /** Binary to run instead of the packaged one. */
  meiliBin?: string | undefined
  /** Servers to use instead of an embedded one, in any order. */
  meiliServers?: readonly ServerAddress[] | undefined
  logger: Logger
  /** What it is opened for. Default: a command, which others wait for. */
  role?: Role | undefined
  /** Is told once of each process that is waited for before the engine can be opened. */
  onWaiting?: ((holder: Waiting) => void) | undefined
  /** Ends the opening; without effect afterwards. */
  signal?: AbortSignal | undefined
}

/**
 * Opens the engine and waits until it answers. Where another process has the embedded one on the same data directory,
 * its engine is used if it is a service, and waited for if it is a command.
 *
 * @throws {EngineError} if none is found, the data directory is unusable or in use by somebody who cannot be waited
 * for, or it does not start; the reason of `signal` if that aborts before it has.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  options.signal?.throwIfAborted()
  return (await openServers(options)) ?? openEmbedded(options)
}

/** Longer than an engine may take to start again. */
const BESIDE_PATIENCE_MS = 75_000
const LOOK_EVERY_MS = 50

/**
 * Opens the engine that another process has opened, for a process that must never start one itself. Whoever runs the
 * engine later is followed.
 *
 * @throws {EngineError} `ENGINE_UNAVAILABLE` if nobody runs one; the reason of `signal` if that aborts before
 */
export async function openEngineBeside({
  meiliServers,
  logger,
  signal,
  ...options
}: Pick<EngineOptions, 'dataDir' | 'meiliServers' | 'logger' | 'signal'>): Promise<Engine> {
  const servers = await openServers({ meiliServers, logger, signal })
  if (servers !== undefined) return servers
  const dataDir = await prepareDataDir(options.dataDir)
  const checkSpace = checkSpaceOf(dataDir)
  const reopen = async (signal: AbortSignal | undefined): Promise<AttachedEngine> => {
    const endMs = performance.now() + BESIDE_PATIENCE_MS
    for (;;) {
      const note = await readLiveNote(dataDir)
      if (note !== undefined && (await isThere(note))) {
        return attach(note, { dataDir, key: await readMasterKey(dataDir), kind: 'service', checkSpace })
      }
      if (performance.now() > endMs) {
        throw new EngineError('ENGINE_UNAVAILABLE', `No process runs the search engine of ${dataDir}.`)
      }
      await pause(LOOK_EVERY_MS, signal)
    }
  }
  return takeOver(await reopen(signal), { reopen, logger })
}

/** The engine of servers of somebody's own; undefined where none are named. */
async function openServers({
  meiliServers = [],
  logger,
  signal,
}: Pick<EngineOptions, 'meiliServers' | 'logger' | 'signal'>): Promise<Engine | undefined> {
  const servers = meiliServers.map(connectTo)
  const [only] = servers
  if (only === undefined) return undefined
  // Nobody waits for it: a server that is away now may be there when it is needed.
  for (const server of servers) void checkVersion(server, logger)
  if (servers.length > 1) return spreadOver(servers, { logger, signal })
  return { ...only, exclusive: false }
}

function connectTo({ url, key }: ServerAddress): Server {
  const client = createClient(url, key)
  const { read, close } = connectToRead(url, key)
  const { origin, pathname } = new URL(url)
  const name = `${origin}${pathname}`.replace(/\/$/, '')
  return { name, client: () => client, read, checkSpace: async () => {}, close }
}

function checkSpaceOf(dataDir: string): Engine['checkSpace'] {
  return async () => {
    if ((await freeDiskBytes(dataDir)) < MIN_FREE_DISK_BYTES) throw diskFull()
  }
}

async function openEmbedded(options: EngineOptions): Promise<Engine> {
  const { meiliBin, logger, onWaiting, role = { kind: 'command', name: 'Bifora' } } = options
  const dataDir = await prepareDataDir(options.dataDir)
  const checkSpace = checkSpaceOf(dataDir)
  let binary: EngineBinary | undefined
  const open = async (signal: AbortSignal | undefined): Promise<Engine | AttachedEngine> => {
    const start = async (): Promise<SupervisedEngine> => {
      // Looked for only where it is needed, and once: the whole file is read to verify it.
      binary ??= await findBinary({ meiliBin, dataDir })
      const engine = await superviseEngine({ binary: binary.path, dataDir, logger, signal })
      return keepNoted(engine, { dataDir, role, logger })
    }
    const entrance = await enter({ dataDir, start, onWaiting, signal })
    if ('own' in entrance) return ownEngine(entrance.own, { exclusive: role.kind === 'command', checkSpace })
    const { url, name, holder } = entrance.beside
    logger.info({ url, name, pid: holder.pid }, 'The search engine of a running service is used')
    const key = await readMasterKey(dataDir)
    return attach(entrance.beside, { dataDir, key, kind: role.kind, checkSpace })
  }
  const opened = await open(options.signal)
  if (role.kind === 'command' || !('untilEnded' in opened)) return opened
  return takeOver(opened, { reopen: open, logger })
}

function ownEngine(
  supervised: SupervisedEngine,
  { exclusive, checkSpace }: Pick<Engine, 'exclusive' | 'checkSpace'>,
): Engine {
  let client = createClient(supervised.url(), supervised.key)
  let reader = connectToRead(supervised.url(), supervised.key)
  return {
    client: () => {
      const url = supervised.url()
      if (client.config.host !== url) client = createClient(url, supervised.key)
      return client
    },
    read: async (path, body, signal, isUrgent) => {
      const url = supervised.url()
      if (reader.url !== url) {
        const before = reader
        // In one step: who asks meanwhile must not make a second one.
        reader = connectToRead(url, supervised.key)
        await before.close()
      }
      return reader.read(path, body, signal, isUrgent)
    },
    exclusive,
    checkSpace,
    close: async () => {
      await reader.close()
      await supervised.stop()
    },
  }
}
