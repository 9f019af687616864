/** Searches of one client while documents come in as a stream, against searches before and after it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { CATALOG } from '../engine/catalog.ts'
import { liveIndexes } from '../engine/generation.ts'
import { untilIdle } from '../engine/load.ts'
import type { LineResult } from '../server/schemas/writing.ts'
import type { BenchDocument } from './documents.ts'
import { BenchError } from './errors.ts'
import { percentile } from './percentile.ts'
import { type Ask, times, whileSearching } from './searching.ts'
import type { Stand } from './stand.ts'

/** Searches, idle and while loading. */
export type BulkRow = {
  idleP50Ms: number
  idleP95Ms: number
  loadingP50Ms: number
  loadingP95Ms: number
  /** Searches that were answered while loading. */
  searches: number
  /** Documents that came in. */
  loaded: number
  seconds: number
}

/** Half of them before the load, half after it, so that noise hits both. */
const IDLE_SEARCHES = 300
/** The service looks for translations when a burst has been over for a second, and lets go of the lease after one. */
const SETTLING_MS = 3_000

/** Measures, when the service has nothing left to do. */
export async function measureBulk(
  stream: readonly BenchDocument[],
  ask: Ask,
  { stand, url, signal }: { stand: Stand; url: string; signal: AbortSignal },
): Promise<BulkRow> {
  await untilSettled(stand, signal)
  const before = await times(IDLE_SEARCHES / 2, ask, signal)
  const startedMs = performance.now()
  const { searches } = await whileSearching(1, ask, () => postAll(url, stream, signal))
  const seconds = (performance.now() - startedMs) / 1000
  await untilSettled(stand, signal)
  const idle = [...before, ...(await times(IDLE_SEARCHES / 2, ask, signal))]
  return {
    idleP50Ms: percentile(idle, 0.5),
    idleP95Ms: percentile(idle, 0.95),
    loadingP50Ms: percentile(searches, 0.5),
    loadingP95Ms: percentile(searches, 0.95),
    searches: searches.length,
    loaded: stream.length,
    seconds,
  }
}

async function untilSettled({ engine }: Stand, signal: AbortSignal): Promise<void> {
  const indexes = await liveIndexes(engine)
  if (indexes === undefined) throw new BenchError('Nothing is indexed.')
  await sleep(SETTLING_MS, undefined, { signal })
  await untilIdle(engine, [indexes.passages, indexes.documents, indexes.statistics, CATALOG], signal)
}

/** Sends them, and makes sure that each was taken: a load that was refused would make searches look fast. */
async function postAll(url: string, documents: readonly BenchDocument[], signal: AbortSignal): Promise<void> {
  const lines = documents.map(({ id, texts }) =>
    JSON.stringify({ id: `stream-${id}`, text: texts.join('\n\n') }),
  )
  const reply = await fetch(`${url}/v1/documents`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: `${lines.join('\n')}\n`,
    signal,
  })
  const text = await reply.text()
  if (reply.status !== 200)
    throw new BenchError(`The stream was answered ${reply.status}: ${text.slice(0, 300)}`)
  const answers = text.trimEnd().split('\n')
  const failed = answers.filter((answer) => (JSON.parse(answer) as LineResult).status !== 'indexed')
  if (failed.length === 0 && answers.length === documents.length) return
  throw new BenchError(
    `Of ${documents.length} documents of the stream ${answers.length - failed.length} were indexed: ${failed[0]?.slice(0, 300) ?? 'the others were not answered'}`,
  )
}
