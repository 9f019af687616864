/** Bifora inside a program: what `import … from 'bifora'` gives. The same as the commands, without words for people. */
import type { Problem, SearchParams, SearchResponse } from '../client/src/types.ts'
import { type Engine, openEngine } from '../engine/engine.ts'
import { buildApp } from '../server/app.ts'
import { type Config, ConfigError, checkConfig } from './config.ts'
import { tellRunningService } from './connection.ts'
import { hasChanged } from './index-summary.ts'
import { indexPaths, makeCurrent, openIndexing } from './indexing.ts'
import { learnFromIndex } from './learn/from-index.ts'
import { followLexicons } from './lexicon/follow.ts'
import { createLogger } from './logger.ts'
import { countedPlaces } from './places.ts'
import { asService } from './role.ts'
import { openService } from './service.ts'
import { topicsOf } from './topics-file.ts'

export type { SearchHit, SearchParams, SearchResponse } from '../client/src/types.ts'

/** What came of bringing a place in step with its folder. */
export type IndexedPlace = {
  /** Its name. */
  place: string
  /** Documents that were new, had changed, were gone, and were as before. */
  added: number
  changed: number
  removed: number
  unchanged: number
  /** Documents of the place now, and their passages. */
  documents: number
  passages: number
  /** Files that were passed over, with reasons. */
  skipped: { path: string; reason: string }[]
  /** What was odd about files that were indexed. */
  warnings: { path: string; warning: string }[]
}

/** A place that the index is kept in step with. */
export type IndexPlace = {
  name: string
  /** Its folder or file; absent if its documents were sent. */
  root?: string
  documents: number
}

/** Settings by their names in the documentation: `{ LEARN: 'off', WORKERS: '2' }`. The environment is not read. */
export type Settings = { [name: string]: string }

/** Which index. */
export type IndexOptions = {
  /** Where the data is, made if missing. Default: `./data`. */
  dataDir?: string
  /** More settings. Default of LOG_LEVEL: `warn`; the log goes to standard error. */
  settings?: Settings
  /** Ends the opening; without effect afterwards. */
  signal?: AbortSignal
}

/** An open index. */
export type Index = {
  /**
   * Brings the index in step with files and folders, each a place of its own. What is done when `signal` aborts stays.
   *
   * @throws if a path has no document that can be read, and had none
   */
  update: (paths: readonly string[], options?: { signal?: AbortSignal }) => Promise<IndexedPlace[]>
  /** The places it is kept in step with. */
  places: () => Promise<IndexPlace[]>
  /** Finds documents, as `POST /v1/search` does. */
  search: (params: SearchParams) => Promise<SearchResponse>
  /** Ends it, and the search engine with it if it is this process's. Close servers first. */
  close: () => Promise<void>
}

/** How the API is served. */
export type ServerOptions = {
  /** Default: 127.0.0.1. */
  host?: string
  /** Default: 3000; 0: any free one. */
  port?: number
  /** More settings. */
  settings?: Settings
}

/** A server that listens. */
export type Server = {
  /** Its address, with its path. */
  url: string
  /** Answers what it is being asked, then ends. The index stays open. */
  close: () => Promise<void>
}

const opened = new WeakMap<Index, { engine: Engine; settings: Settings }>()

/**
 * Opens an index, and makes it where there is none. Until it is closed, commands and other programs on the same data use its
 * search engine.
 *
 * @throws if a setting is wrong, or the data cannot be opened
 */
export async function createIndex({ dataDir, signal, ...options }: IndexOptions = {}): Promise<Index> {
  const settings = { LOG_LEVEL: 'warn', ...options.settings, ...(dataDir && { DATA_DIR: dataDir }) }
  const config = checkConfig(settings, process.cwd())
  const logger = createLogger(config.logLevel)
  const engine = await openEngine({
    ...config,
    ...asService('in a program'),
    logger,
    ...(signal && { signal }),
  })
  const lexicons = followLexicons(config.dataDir, logger)
  const topics = await topicsOf(config)
  const app = await buildApp({
    engine,
    topics,
    bridge: lexicons.bridge,
    meaning: config.meaning,
    logger: createLogger('silent'),
  })
  const index: Index = {
    update: async (paths, { signal = never() } = {}) => {
      const places = await update(paths, engine, config, signal)
      // Whoever asks next is to find what has come: here, and by a server.
      await app.inject('/health/ready')
      await tellRunningService(config, signal)
      return places
    },
    places: async () =>
      (await countedPlaces(engine, never())).map(({ name, root, documents }) => ({
        name,
        ...(root === undefined ? {} : { root }),
        documents,
      })),
    search: async (params) => {
      const reply = await app.inject({ method: 'POST', url: '/v1/search', payload: params })
      if (reply.statusCode !== 200) throw new ConfigError(reply.json<Problem>().detail)
      return reply.json<SearchResponse>()
    },
    close: async () => {
      lexicons.close()
      await app.close()
      await engine.close()
    },
  }
  opened.set(index, { engine, settings })
  return index
}

/**
 * Finds documents of an index, as `POST /v1/search` does.
 *
 * @throws with what is wrong with the parameters
 */
export function search(index: Index, params: SearchParams): Promise<SearchResponse> {
  return index.search(params)
}

/**
 * Serves the API over an index.
 *
 * @throws if a setting is wrong, or the address is not free
 */
export async function createServer(index: Index, options: ServerOptions = {}): Promise<Server> {
  const known = opened.get(index)
  if (known === undefined) throw new ConfigError('This is no index that createIndex has opened.')
  const { host, port, settings } = options
  const given = {
    ...known.settings,
    ...settings,
    ...(host && { HOST: host }),
    ...(port !== undefined && { PORT: `${port}` }),
  }
  return openService(known.engine, checkConfig(given, process.cwd()))
}

async function update(
  paths: readonly string[],
  engine: Engine,
  config: Config,
  signal: AbortSignal,
): Promise<IndexedPlace[]> {
  const indexing = await openIndexing(engine, config, { what: 'a program' })
  try {
    await makeCurrent(indexing, { isRebuilt: false, signal })
    const places = await indexPaths(paths, indexing, { signal, isQuiet: true })
    if (places.some((place) => hasChanged(place) && place.teaches)) {
      await learnFromIndex({ engine, ...config, signal })
    }
    signal.throwIfAborted()
    return places
  } finally {
    await indexing.writing.close()
  }
}

/** A signal that does not abort. */
function never(): AbortSignal {
  return new AbortController().signal
}
