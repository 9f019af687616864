/**
 * Opens the search engine: the embedded one, or a server of one's own. The rest of the room and of the service only
 * see this type, and do not know which of the two it is.
 */
import type { Meilisearch } from 'meilisearch'
import { createClient, diskFull } from './client.ts'
import { findBinary } from './embedded/binary.ts'
import { freeDiskBytes } from './embedded/data-dir.ts'
import { superviseEngine } from './embedded/supervisor.ts'
import type { Logger } from './logger.ts'
import { connectToRead, type Read } from './read-connections.ts'

/** Below this much free space the engine's own tasks begin to hang, so loading stops first. */
export const MIN_FREE_DISK_BYTES = 64 * 1024 * 1024

/** A search engine that can be talked to. */
export type Engine = {
  /** The client of the moment: the embedded engine's address changes when it is restarted. */
  client: () => Meilisearch
  /** Reads from the engine, many times a second; see {@link connectToRead}. */
  read: Read
  /** Whether no other process can be using the same data. */
  exclusive: boolean
  /** @throws {EngineError} `DISK_FULL` if there is too little room left to load records. */
  checkSpace: () => Promise<void>
  /** Stops the embedded engine; leaves a server of one's own alone. Idempotent. */
  close: () => Promise<void>
}

/** Where the engine is to be found. */
export type EngineOptions = {
  /** Directory of the embedded engine's data, made if missing. */
  dataDir: string
  /** Binary to run instead of the packaged one. */
  meiliBin?: string | undefined
  /** Server to use instead of an embedded one. */
  meiliUrl?: string | undefined
  /** Its key. */
  meiliKey?: string | undefined
  logger: Logger
  /** Ends the opening; without effect afterwards. */
  signal?: AbortSignal | undefined
}

/**
 * Opens the engine and waits until it answers.
 *
 * @throws {EngineError} if none is found, the data directory is in use or unusable, or it does not start; the reason of
 * `signal` if that aborts before it has.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  options.signal?.throwIfAborted()
  if (options.meiliUrl !== undefined) {
    const client = createClient(options.meiliUrl, options.meiliKey ?? '')
    const reader = connectToRead(options.meiliUrl, options.meiliKey ?? '')
    return {
      client: () => client,
      read: reader.read,
      exclusive: false,
      checkSpace: async () => {},
      close: reader.close,
    }
  }
  const binary = await findBinary({ meiliBin: options.meiliBin, dataDir: options.dataDir })
  const supervised = await superviseEngine({
    binary: binary.path,
    dataDir: options.dataDir,
    logger: options.logger,
    signal: options.signal,
  })
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
    exclusive: true,
    checkSpace: async () => {
      if ((await freeDiskBytes(options.dataDir)) < MIN_FREE_DISK_BYTES) throw diskFull()
    },
    close: async () => {
      await reader.close()
      await supervised.stop()
    },
  }
}
