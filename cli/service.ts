/** A running service: listening, telling where, remembering it for `bifora search`, closing cleanly. */
import { readFileSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import type { Logger } from '../engine/logger.ts'
import { followKeys, type KeyRing } from '../server/access/follow-keys.ts'
import { type App, buildApp } from '../server/app.ts'
import { isLoopback } from '../server/hosts.ts'
import { type Config, ConfigError } from './config.ts'
import { indexingWith } from './indexing.ts'
import { pageFolder } from './installation.ts'
import { learnInBackground } from './learn/in-background.ts'
import { decisionsOf } from './lexicon/decisions.ts'
import { replaceFiles } from './lexicon/disk.ts'
import { followLexicons } from './lexicon/follow.ts'
import { takeIfFree } from './lock.ts'
import { createLogger } from './logger.ts'
import { prepareSeveral } from './processes/several.ts'
import { runsDirOf } from './run-note.ts'
import { untilAborted } from './signals.ts'
import { topicsOf } from './topics-file.ts'

/** Where the address of the running service is noted. */
function noteOf(config: Config): string {
  return join(config.dataDir, 'service.json')
}

/**
 * Makes sure that the address is there and free, before work that may take long.
 *
 * @throws {ConfigError} if it is not
 */
export async function requireFreePort({ host, port }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(listenError(error, host, port)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** Serves until the signal aborts. */
export async function runService(
  engine: Engine,
  config: Config,
  { signal, asJson }: { signal: AbortSignal; asJson: boolean },
): Promise<void> {
  const { url, close } = await openService(engine, config)
  try {
    process.stdout.write(asJson ? `${JSON.stringify({ url })}\n` : `${whereToLook(url)}\n`)
    await untilAborted(signal)
  } finally {
    await close()
  }
}

/** A service that listens. */
export type Service = {
  /** Where, with its path. */
  url: string
  /** Answers what it is being asked, then ends. The engine stays open. */
  close: () => Promise<void>
}

/**
 * Begins to serve, and notes where for `bifora search`.
 *
 * @throws {ConfigError} if the address is not there or not free
 */
export async function openService(engine: Engine, config: Config): Promise<Service> {
  const logger = createLogger(config.logLevel, { isOneOfSeveral: config.processes > 1 })
  const lexicons = followLexicons(config.dataDir, logger)
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  // Of two services on one data directory one takes documents: they would work through the same jobs.
  const jobsLock = await takeIfFree(join(config.dataDir, 'jobs.lock'))
  if (jobsLock === undefined)
    logger.warn({}, 'another service takes the documents; this one only answers searches')
  const learning = learnInBackground(process.env, logger)
  const keys = await followKeys(config.dataDir, { logger })
  const topics = await topicsOf(config)
  const several =
    config.processes === 1 ? undefined : await prepareSeveral(config, { topics, lexicons, logger })
  const app = await buildApp({
    engine,
    topics,
    bridge: lexicons.bridge,
    decisions: decisionsOf(config.dataDir, several?.refreshLexicons ?? lexicons.refresh),
    allowedHosts: isLoopback(config.host) ? config.allowedHosts : undefined,
    access: { ...config, keys },
    basePath: config.basePath,
    page: pageFolder(),
    indexing: jobsLock && {
      open: (hooks) => indexingWith(topics, engine, config, { what: 'the service', ...hooks }),
      jobsDir: join(config.dataDir, 'jobs'),
      runsDir: runsDirOf(config.dataDir),
      ...config.maxBytes,
      onTranslations: config.learns ? learning.ask : undefined,
    },
    meaning: config.meaning,
    requestLog: { hasQueries: config.logsQueries },
    tracing: config.tracing,
    shared: several?.shared,
    logger,
  })
  const close = async (): Promise<void> => {
    learning.close()
    lexicons.close()
    // Side by side: a process may wait for what this one finishes, and then has no more to do.
    await Promise.all([several?.close(), app.close()])
    await several?.leave()
    await jobsLock?.release()
    await keys.close()
    if (runningService(config)?.pid === process.pid) rmSync(noteOf(config), { force: true })
  }
  try {
    const address = await (several === undefined ? listen(app, config) : several.open(app)).catch(
      (error: unknown) => {
        throw listenError(error, config.host, config.port)
      },
    )
    const url = address + config.basePath
    const note = JSON.stringify({ url, pid: process.pid })
    replaceFiles([{ path: noteOf(config), text: note }], config.dataDir)
    warnOfMissingKeys(keys, config, logger)
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}

function listen(app: App, { host, port }: Config): Promise<string> {
  return app.listen({ host, port, listenTextResolver: (address) => `listening at ${address}` })
}

/** The service that was last started on this data directory, if it is noted; it may have died since. */
export function runningService(config: Config): { url: string; pid: number } | undefined {
  try {
    return JSON.parse(readFileSync(noteOf(config), 'utf8'))
  } catch {
    // No note, or one cut short by a crash: both mean that no running service is known.
    return undefined
  }
}

function warnOfMissingKeys(keys: KeyRing, { requiresKey }: Config, logger: Logger): void {
  const state = keys.state()
  if (!requiresKey || state.are !== 'usable' || state.keys.length > 0) return
  logger.warn({}, 'REQUIRE_KEY is true and there are no keys: nobody can search. Make one: bifora keys add')
}

function whereToLook(url: string): string {
  return [
    '',
    `  Bifora is ready.  Ctrl-C stops it.`,
    '',
    ...(pageFolder() === undefined ? [] : [`  Search    ${url}/`]),
    `  REST      ${url}/v1/search?q=semiconduttori&facets=topic,lang`,
    `  API page  ${url}/docs`,
    `  OpenAPI   ${url}/openapi.json`,
    '',
  ].join('\n')
}

function listenError(error: unknown, host: string, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') {
    return new ConfigError(
      `Port ${port} on ${host} is in use. Set PORT to another one; PORT=0 takes any free one.`,
    )
  }
  if (code === 'EACCES')
    return new ConfigError(`Port ${port} needs more rights than this user has. Set PORT to 1024 or above.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new ConfigError(
      `HOST is "${host}", which is no address of this machine. Use 127.0.0.1 or 0.0.0.0.`,
    )
  }
  return error
}
