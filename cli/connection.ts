/**
 * The way of a command to the REST API: a service at a given address, the one that runs on the data directory, or the
 * API opened here, without a network. Knows nothing of what is asked.
 */
import { networkInterfaces } from 'node:os'
import { openEngine } from '../engine/engine.ts'
import { buildApp } from '../server/app.ts'
import { isLoopback } from '../server/hosts.ts'
import type { Problem } from '../server/schemas/common.ts'
import type { SearchResponse } from '../server/schemas/search.ts'
import { type Config, ConfigError } from './config.ts'
import { followLexicons } from './lexicon/follow.ts'
import { createLogger } from './logger.ts'
import { asCommand } from './role.ts'
import { runningService } from './service.ts'
import { topicsOf } from './topics-file.ts'

const TIMEOUT_MS = 15_000

/** Where to ask. */
export type ConnectionOptions = {
  config: Config
  signal: AbortSignal
  /** Address of a service; without it, the one of the data directory. */
  url: string | undefined
  /** The command that asks, for others that wait until it ends. */
  name: string
}

/** An open way to the API. */
export type Connection = {
  /**
   * Searches.
   *
   * @throws {ConfigError} with the words of the API if it refuses, or if nothing answers
   */
  search: (params: URLSearchParams) => Promise<SearchResponse>
  close: () => Promise<void>
}

type Answer = { status: number; body: unknown }
type Ask = (path: string) => Promise<Answer>

/**
 * Opens the way to the API. Close it when done: it may hold the data directory.
 *
 * @throws {EngineError} if no service runs and the data directory cannot be opened here
 */
export async function connect({ config, signal, url, name }: ConnectionOptions): Promise<Connection> {
  const running = url ?? (await addressOfRunning(config, signal))
  if (running !== undefined) {
    // What is noted may have come with a folder of documents, and its settings: a key stays on this machine then.
    const key = url !== undefined || isThisMachine(running) ? config.key : undefined
    const ask = (path: string) => askWithKey(running, path, { key, signal })
    return { search: searchBy(ask), close: async () => {} }
  }
  const logger = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel)
  const lexicons = followLexicons(config.dataDir, logger)
  const engine = await openEngine({ ...config, ...asCommand(name), logger, signal })
  const app = await buildApp({
    engine,
    topics: await topicsOf(config),
    bridge: lexicons.bridge,
    meaning: config.meaning,
    logger: createLogger('silent'),
  })
  const ask = async (path: string): Promise<Answer> => {
    const reply = await app.inject({ url: path })
    return { status: reply.statusCode, body: reply.json() }
  }
  return {
    search: searchBy(ask),
    close: async () => {
      lexicons.close()
      await app.close()
      await engine.close()
    },
  }
}

function searchBy(ask: Ask): Connection['search'] {
  return async (params) => {
    const { status, body } = await ask(`/v1/search?${params}`)
    if (status !== 200) throw new ConfigError((body as Problem).detail)
    return body as SearchResponse
  }
}

/**
 * Has the service beside look at once what has changed, so that it is found from now on; if there is none, or it is
 * busy, it looks by itself a moment later.
 */
export async function tellRunningService(config: Config, signal: AbortSignal): Promise<void> {
  const running = await addressOfRunning(config, signal).catch(() => undefined)
  if (running !== undefined) await askService(running, '/health/ready', signal).catch(() => {})
}

/** It may have died without a word; then the data directory is free to be opened here. */
async function addressOfRunning(config: Config, signal: AbortSignal): Promise<string | undefined> {
  const running = runningService(config)
  if (running === undefined) return undefined
  const isThere = await askService(running.url, '/health/live', signal).then(
    () => true,
    () => false,
  )
  signal.throwIfAborted()
  return isThere ? running.url : undefined
}

function isThisMachine(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  const own = Object.values(networkInterfaces()).flatMap((found = []) => found.map(({ address }) => address))
  return isLoopback(host) || own.includes(host)
}

/** Asks with the key only where a service wants one: a key of one is wrong for others, and would be refused there. */
async function askWithKey(
  url: string,
  path: string,
  { key, signal }: { key: string | undefined; signal: AbortSignal },
): Promise<Answer> {
  const answer = await askService(url, path, signal)
  if (answer.status !== 401) return answer
  if (key !== undefined) return askService(url, path, signal, { authorization: `Bearer ${key}` })
  throw new ConfigError(`The service at ${url} asks for a key. Set BIFORA_KEY to one: bifora keys add`)
}

async function askService(
  url: string,
  path: string,
  signal: AbortSignal,
  headers: Record<string, string> = {},
): Promise<Answer> {
  try {
    // The service may lie below a path of its own.
    const reply = await fetch(url.replace(/\/$/, '') + path, {
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    const body: unknown = await reply.json()
    if (!isAnswer(body)) throw new Error('What answers is no Bifora')
    return { status: reply.status, body }
  } catch (cause) {
    throw new ConfigError(`No Bifora service answers at ${url}. Start one with: bifora start`, { cause })
  }
}

/** Whether it is an answer of this API, rather than of whatever else listens there. */
function isAnswer(body: unknown): boolean {
  const { results, requestId, status } = (body ?? {}) as Record<string, unknown>
  return Array.isArray(results) || typeof requestId === 'string' || status === 'live'
}
