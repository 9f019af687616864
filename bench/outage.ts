/**
 * What searchers notice when one of three servers of an index fails: four clients search all the time while it is frozen,
 * slow or killed, and is there again. Linux only.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLogger } from '../cli/logger.ts'
import { findBinary } from '../engine/embedded/binary.ts'
import { openEngine } from '../engine/engine.ts'
import type { SearchResponse } from '../server/schemas/search.ts'
import { BenchError } from './errors.ts'
import { fill } from './fill.ts'
import { createClient } from './http.ts'
import { percentile } from './percentile.ts'
import { createRandom } from './random.ts'
import { recombine } from './recombine.ts'
import { searchText } from './searching.ts'
import { serveApart } from './stand.ts'
import type { OverSentences } from './surroundings.ts'

/** What is measured, and how. */
export type OutageOptions = OverSentences & {
  passages: number
  /** How long a server is away. */
  seconds: number
}

/** One failure of one server. */
export type OutageRow = {
  failure: string
  /** Before, while and after it: what answers took, and the longest. */
  before: Times
  meanwhile: Times
  after: Times
  /** Answers meanwhile: whole, partial, and refused with 503. */
  whole: number
  partial: number
  refused: number
  /** Until an answer was partial, and, from when the server was there again, until all are whole. Absent: never. */
  partialAfterMs?: number
  wholeAfterMs?: number
}

type Times = { p50Ms: number; p95Ms: number; maxMs: number }

const SERVERS = 3
const CLIENTS = 4
const PASSAGES_OF_DOCUMENT = 4
/** A slow server runs so long, and stands still so long, in turn. */
const SLOW_MS = { runs: 60, stands: 540 }
const READY_MS = 30_000

/** A server that can be hindered. */
type MeiliServer = {
  url: string
  signal: (name: NodeJS.Signals) => void
  start: () => Promise<void>
  stop: () => Promise<void>
}

const FAILURES: Record<string, (server: MeiliServer, ms: number, signal: AbortSignal) => Promise<void>> = {
  frozen: async (server, ms, signal) => {
    server.signal('SIGSTOP')
    await sleep(ms, undefined, { signal })
    server.signal('SIGCONT')
  },
  slow: async (server, ms, signal) => {
    for (let rest = ms; rest > 0; rest -= SLOW_MS.runs + SLOW_MS.stands) {
      server.signal('SIGSTOP')
      await sleep(SLOW_MS.stands, undefined, { signal })
      server.signal('SIGCONT')
      await sleep(SLOW_MS.runs, undefined, { signal })
    }
  },
  killed: async (server, ms, signal) => {
    server.signal('SIGKILL')
    await sleep(ms, undefined, { signal })
    await server.start()
  },
}

/** Measures in a place of its own, of which nothing stays. */
export async function measureOutage(options: OutageOptions): Promise<OutageRow[]> {
  const { sentences, passages, seed, binary, signal, say } = options
  const random = createRandom(seed)
  const documents = recombine({ sentences, topics: [], passages, perDocument: PASSAGES_OF_DOCUMENT, random })
  const directory = await mkdtemp(join(tmpdir(), 'bifora-bench-'))
  const { path } = await findBinary({ meiliBin: binary, dataDir: directory })
  const servers: MeiliServer[] = []
  const client = createClient()
  try {
    for (let number = 1; number <= SERVERS; number += 1)
      servers.push(await startServer(path, join(directory, `server-${number}`)))
    const meiliServers = servers.map(({ url }) => ({ url, key: '' }))
    say(`indexing ${documents.length} documents on ${SERVERS} servers`)
    const engine = await openEngine({ dataDir: directory, meiliServers, logger: createLogger('warn') })
    try {
      await fill(engine, documents, signal)
    } finally {
      await engine.close()
    }
    const service = await serveApart(
      { engine, directory },
      { MEILI_URL: servers.map(({ url }) => url).join(',') },
    )
    try {
      const ask = async (): Promise<Answer> => {
        const startedMs = performance.now()
        const params = new URLSearchParams({ q: searchText(documents, random), facets: 'topic,lang,year' })
        const { json, status } = await client.call({
          url: `${service.url}/v1/search?${params}`,
          status: [200, 503],
        })
        const kind = status === 503 ? 'refused' : (json as SearchResponse).partial ? 'partial' : 'whole'
        return { kind, startedMs, endedMs: performance.now() }
      }
      const rows: OutageRow[] = []
      for (const [failure, hinder] of Object.entries(FAILURES)) {
        say(`one server ${failure}`)
        rows.push(
          await measureFailure(failure, (ms) => hinder(servers[1] as MeiliServer, ms, signal), ask, options),
        )
      }
      return rows
    } finally {
      await service.close()
    }
  } finally {
    client.close()
    for (const { stop } of servers) await stop()
    await rm(directory, { recursive: true, force: true })
  }
}

type Answer = { kind: 'whole' | 'partial' | 'refused'; startedMs: number; endedMs: number }

async function measureFailure(
  failure: string,
  hinder: (ms: number) => Promise<void>,
  ask: () => Promise<Answer>,
  { seconds, signal }: OutageOptions,
): Promise<OutageRow> {
  const answers: Answer[] = []
  let isOver = false
  const searching = Array.from({ length: CLIENTS }, async () => {
    while (!isOver) answers.push(await ask())
  })
  for (const one of searching) one.catch(() => {})
  const failedMs = { from: 0, until: 0 }
  try {
    await sleep(seconds * 1000, undefined, { signal })
    failedMs.from = performance.now()
    await hinder(seconds * 1000)
    failedMs.until = performance.now()
    await sleep(seconds * 1000, undefined, { signal })
  } finally {
    isOver = true
    await Promise.all(searching)
  }
  const before = answers.filter(({ endedMs }) => endedMs < failedMs.from)
  const after = answers.filter(({ startedMs }) => startedMs > failedMs.until)
  const meanwhile = answers.filter((one) => !before.includes(one) && !after.includes(one))
  const count = (kind: Answer['kind']): number => meanwhile.filter((one) => one.kind === kind).length
  const firstPartial = meanwhile.find(({ kind }) => kind === 'partial')
  const lastNotWhole = after.findLastIndex(({ kind }) => kind !== 'whole')
  const wholeAgain = after[lastNotWhole + 1]
  return {
    failure,
    before: timesOf(before),
    meanwhile: timesOf(meanwhile),
    after: timesOf(after),
    whole: count('whole'),
    partial: count('partial'),
    refused: count('refused'),
    ...(firstPartial && { partialAfterMs: firstPartial.endedMs - failedMs.from }),
    ...(wholeAgain && { wholeAfterMs: wholeAgain.endedMs - failedMs.until }),
  }
}

function timesOf(answers: readonly Answer[]): Times {
  const ms = answers.map(({ startedMs, endedMs }) => endedMs - startedMs)
  return { p50Ms: percentile(ms, 0.5), p95Ms: percentile(ms, 0.95), maxMs: Math.max(0, ...ms) }
}

/** A server on an address that it keeps when it is started again. */
async function startServer(binary: string, directory: string): Promise<MeiliServer> {
  await mkdir(directory, { recursive: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess
  const start = async (): Promise<void> => {
    child = spawn(
      binary,
      ['--no-analytics', '--http-addr', `127.0.0.1:${port}`, '--db-path', join(directory, 'data')],
      {
        cwd: directory,
        stdio: 'ignore',
      },
    )
    const untilMs = performance.now() + READY_MS
    while (!(await isHealthy(url))) {
      if (child.exitCode !== null || performance.now() > untilMs)
        throw new BenchError(`${binary} does not start.`)
      await sleep(50)
    }
  }
  await start()
  return {
    url,
    start,
    signal: (name) => child.kill(name),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new BenchError('There is no free port.')
  return address.port
}
