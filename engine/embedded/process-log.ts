/**
 * Follows what the engine process prints: finds its port, keeps its last lines for a diagnosis, and passes
 * the rest on to the service's own log. Lines about single requests are left out: they hold what people
 * searched for, and the errors among them reach the caller as answers.
 */
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Logger } from '../logger.ts'

/** What has been read so far from an engine's output. */
export interface ProcessOutput {
  /** The loopback port that the engine listens on, as soon as it says so. */
  readonly port: Promise<number>
  /** The last lines that say anything, oldest first, without the key. */
  lastLines(): string[]
}

const keptLines = 20

/** Reads an engine's output streams to their end. `key` never goes to the log nor to the kept lines. */
export function followOutput(streams: readonly Readable[], logger: Logger, key: string): ProcessOutput {
  const kept: string[] = []
  let foundPort: (port: number) => void
  const port = new Promise<number>((resolve) => {
    foundPort = resolve
  })
  const follow = (raw: string) => {
    if (isAboutRequest(raw) || raw.trim() === '') return
    const line = raw.replaceAll(key, '[key]')
    const entry = parseEntry(line)
    const listening = /listening on: 127\.0\.0\.1:(\d+)/.exec(entry?.message ?? '')
    if (listening !== null) foundPort(Number(listening[1]))
    if (entry === undefined && isBanner(line)) return
    kept.push(entry?.message ?? line)
    if (kept.length > keptLines) kept.shift()
    logger[entry === undefined ? 'warn' : logLevel(entry)](
      { engine: entry?.target ?? 'output' },
      entry?.message ?? line,
    )
  }
  for (const stream of streams) createInterface({ input: stream }).on('line', follow)
  return { port, lastLines: () => [...kept] }
}

interface Entry {
  readonly level: string
  readonly target: string
  readonly message: string
}

/** A line as Meilisearch writes it with `--experimental-logs-mode json`; undefined for any other. */
function parseEntry(line: string): Entry | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const { level, target, fields } = JSON.parse(line)
    return { level: String(level), target: String(target), message: String(fields.message ?? fields.error) }
  } catch {
    return undefined
  }
}

/**
 * Whether a line reports or refuses a single request. Told without parsing: there is one for every request.
 */
function isAboutRequest(raw: string): boolean {
  return raw.includes('"name":"HTTP request"') && !raw.includes('"level":"ERROR"')
}

function logLevel({ level }: Entry): keyof Logger {
  return level === 'ERROR' ? 'error' : level === 'WARN' ? 'warn' : 'debug'
}

/** Whether a line that is not JSON belongs to the greeting: its picture, its table of settings, its links. */
function isBanner(line: string): boolean {
  return /^[\s8bdKPUXY'".]+$/.test(line) || /^[A-Z][^:]*:\t|^Check out |^A master key has been set/.test(line)
}
