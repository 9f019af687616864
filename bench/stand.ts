/** The place of a measurement: an engine of its own in a temporary directory, and the service on top of it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { readTopics } from '../cli/installation.ts'
import { directionOf, lexiconDir, lexiconPath } from '../cli/lexicon/files.ts'
import { followLexicons } from '../cli/lexicon/follow.ts'
import { createLogger } from '../cli/logger.ts'
import { type Engine, openEngine } from '../engine/engine.ts'
import { createBridge } from '../language/bridge/bridge.ts'
import { buildApp } from '../server/app.ts'
import { BenchError } from './errors.ts'

/** A place to measure at. */
export type Stand = {
  engine: Engine
  /** Temporary; removed with everything in it. */
  directory: string
  /** Stops the engine and removes the directory. */
  close: () => Promise<void>
}

/**
 * Opens an engine in a temporary directory, which goes even if the process is ended before `close`.
 *
 * @param binary of Meilisearch, instead of the packaged one
 */
export async function openStand(binary: string | undefined): Promise<Stand> {
  const directory = await mkdtemp(join(tmpdir(), 'bifora-bench-'))
  const remove = (): void => rmSync(directory, { recursive: true, force: true })
  process.once('exit', remove)
  const leave = (): void => {
    remove()
    process.off('exit', remove)
  }
  try {
    const logger = createLogger('warn')
    const engine = await openEngine({ dataDir: join(directory, 'data'), meiliBin: binary, logger })
    const close = async (): Promise<void> => {
      await engine.close()
      leave()
    }
    return { engine, directory, close }
  } catch (error) {
    leave()
    throw error
  }
}

/** A running service. */
export type Service = { url: string; pid: number; close: () => Promise<void> }

/** What the service translates with: all that it has, or words that look alike and nothing else. */
export type BridgeParts = { isFull: boolean; lexicons: readonly string[] }

/**
 * Serves the API over what the engine holds, in this process, on a free port.
 *
 * @param parts `lexicons` are files that a user would have beside the packaged one
 * @throws {BenchError} if one of them is not named as lexicons are
 */
export async function serveHere({ engine, directory }: Stand, parts: BridgeParts): Promise<Service> {
  for (const file of parts.lexicons) addLexicon(directory, file)
  const logger = createLogger('warn')
  const lexicons = followLexicons(directory, logger)
  const bridge = parts.isFull ? lexicons.bridge : () => cognatesAlone
  const app = await buildApp({ engine, topics: readTopics(), bridge, logger })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const close = async (): Promise<void> => {
    lexicons.close()
    await app.close()
  }
  return { url, pid: process.pid, close }
}

/** Without a lexicon, what is left are cognates: they are found in the corpus. */
const cognatesAlone = createBridge([])

function addLexicon(directory: string, file: string): void {
  const name = basename(file, '.tsv')
  if (directionOf(name) === undefined) {
    throw new BenchError(
      `${file} does not say which languages it is of. Name it as learned-it-en.tsv is named.`,
    )
  }
  mkdirSync(lexiconDir(directory), { recursive: true })
  copyFileSync(file, lexiconPath(directory, name))
}

/**
 * Serves the API in a process of its own, as `bifora serve` does, so that the clients of a measurement do not take
 * its time. Flags of Node that this process was started with, such as `--cpu-prof`, count there too.
 *
 * @param env more settings
 * @throws {BenchError} if it ends before it listens
 */
export async function serveApart(
  { engine, directory }: Pick<Stand, 'engine' | 'directory'>,
  env: Record<string, string> = {},
): Promise<Service & { pid: number }> {
  const { host, apiKey } = engine.client().config
  const command = fileURLToPath(new URL('../cli/main.js', import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, command, 'serve', '--json'], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: await mkdtemp(join(directory, 'service-')),
      LOG_LEVEL: 'warn',
      WRITE: 'local',
      LEARN: 'off',
      MEILI_URL: host,
      MEILI_KEY: apiKey ?? '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const first = await Promise.race([once(createInterface(child.stdout), 'line'), gone.then(() => undefined)])
  if (first === undefined) throw new BenchError('The service ended before it was ready; see above why.')
  const { url } = JSON.parse(first[0] as string) as { url: string }
  const close = async (): Promise<void> => {
    child.kill()
    await gone
  }
  return { url, pid: child.pid ?? 0, close }
}
