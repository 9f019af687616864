/**
 * An export of everything while documents come, change and go: whether what stays comes once, and how much memory the
 * service has meanwhile.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { setTimeout as sleep } from 'node:timers/promises'
import { documentId } from '../indexer/record.ts'
import type { JobResponse } from '../server/schemas/jobs.ts'
import type { BenchDocument } from './documents.ts'
import { BenchError } from './errors.ts'
import { fill } from './fill.ts'
import { type Client, createClient } from './http.ts'
import { createRandom, type Random } from './random.ts'
import { recombine } from './recombine.ts'
import { openStand, serveApart } from './stand.ts'
import type { OverSentences } from './surroundings.ts'

/** What is measured, and how. */
export type ExportOptions = OverSentences & {
  /** Documents of one passage that the index has. */
  documents: number
}

/** One export. */
export type ExportRow = {
  format: string
  /** Documents that it had, and how many of those that stayed it had not, or more than once. */
  documents: number
  missing: number
  repeated: number
  /** Documents that came, were replaced or went while it was under way. */
  changes: number
  seconds: number
  /** Memory of the service in MB (resident): before, at a quarter, half and three quarters, at the end; and the most. */
  memory: [begin: number, quarter: number, half: number, threeQuarters: number, end: number]
  mostMb: number
}

/** Documents that are replaced, or go and come again, while an export is under way. */
const CHANGING = 500
/** What the documents have that is exported, line by line. */
const FORMATS = ['jsonl', 'jsonl', 'csv'] as const
const SAMPLED_EVERY_MS = 100
const JOB_LOOKED_AT_EVERY_MS = 200

/** Measures in a place of its own, of which nothing stays. */
export async function measureExport(options: ExportOptions): Promise<ExportRow[]> {
  const { sentences, documents: count, seed, binary, signal, say } = options
  const random = createRandom(seed)
  const documents = recombine({ sentences, topics: [], passages: count, perDocument: 1, random })
  const client = createClient()
  const stand = await openStand(binary)
  try {
    say(`indexing ${documents.length} documents`)
    await fill(stand.engine, documents, signal)
    const service = await serveApart(stand)
    try {
      const staying = documents.map(({ id }) => documentId(id))
      // Ids as those of files, so that they are spread over the whole order.
      const changing = Array.from({ length: CHANGING }, (_, index) => documentId(`changing ${index}`))
      const put = (id: string) => putDocument(client, service.url, id, random.pick(documents))
      for (const id of changing) await put(id)
      const rows: ExportRow[] = []
      for (const format of FORMATS) {
        say(`exporting as ${format} while documents change`)
        rows.push(await exportOnce(format, { staying, changing, put, random, client, service, signal }))
      }
      return rows
    } finally {
      client.close()
      await service.close()
    }
  } finally {
    await stand.close()
  }
}

type Exporting = {
  staying: readonly string[]
  changing: readonly string[]
  put: (id: string) => Promise<void>
  random: Random
  client: Client
  service: { url: string; pid: number }
  signal: AbortSignal
}

async function exportOnce(
  format: (typeof FORMATS)[number],
  { staying, changing, put, random, client, service, signal }: Exporting,
): Promise<ExportRow> {
  const { url, pid } = service
  const total = staying.length
  // Of those that change, the first half is only replaced, and so has to come once, too.
  const replaced = changing.slice(0, changing.length / 2)
  const coming = changing.slice(changing.length / 2)
  const begin = residentMb(pid)
  const samples: { share: number; mb: number }[] = []
  const counts = new Map<string, number>()
  const sampling = setInterval(
    () => samples.push({ share: counts.size / total, mb: residentMb(pid) }),
    SAMPLED_EVERY_MS,
  )
  let isOver = false
  let changes = 0
  const change = async (): Promise<void> => {
    while (!isOver) {
      await put(random.pick(replaced))
      const id = random.pick(coming)
      await put(id)
      await client.call({ url: `${url}/v1/documents/${id}?wait=true`, method: 'DELETE', status: [200, 202] })
      changes += 3
    }
  }
  const changesUnderWay = change()
  changesUnderWay.catch(() => {})
  const startedMs = performance.now()
  try {
    const reply = await fetch(`${url}/v1/export?format=${format}`, { signal })
    if (reply.status !== 200 || reply.body === null)
      throw new BenchError(`The export was answered ${reply.status}.`)
    const lines = createInterface(Readable.fromWeb(reply.body as ReadableStream))
    for await (const line of lines) {
      const id = /^(?:\{"id":")?([0-9a-f]{16})\b/.exec(line)?.[1]
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  } finally {
    isOver = true
    clearInterval(sampling)
  }
  const seconds = (performance.now() - startedMs) / 1000
  const end = residentMb(pid)
  await changesUnderWay
  const at = (share: number): number => samples.find((sample) => sample.share >= share)?.mb ?? end
  const wanted = [...staying, ...replaced]
  return {
    format,
    documents: [...counts.values()].reduce((sum, one) => sum + one, 0),
    missing: wanted.filter((id) => !counts.has(id)).length,
    repeated: [...counts.values()].filter((one) => one > 1).length,
    changes,
    seconds,
    memory: [begin, at(0.25), at(0.5), at(0.75), end],
    mostMb: Math.max(begin, end, ...samples.map(({ mb }) => mb)),
  }
}

async function putDocument(client: Client, url: string, id: string, { texts }: BenchDocument): Promise<void> {
  // 201 where it comes, 200 where it is replaced, 202 where it takes longer than the service lets anybody wait.
  const { json } = await client.call({
    url: `${url}/v1/documents/${id}?wait=true`,
    method: 'PUT',
    body: { text: texts.join('\n\n') },
    status: [200, 201, 202],
  })
  const { kind, id: job } = json as { kind?: string; id: string }
  if (kind === undefined) return
  for (;;) {
    const { status } = (await client.call({ url: `${url}/v1/jobs/${job}` })).json as JobResponse
    if (status === 'done') return
    if (status === 'failed') throw new BenchError(`Document ${id} could not be put.`)
    await sleep(JOB_LOOKED_AT_EVERY_MS)
  }
}

/** Resident memory of a process in MB, from /proc, so on Linux only; not a number elsewhere. */
function residentMb(pid: number): number {
  try {
    const kb = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kb) / 1024
  } catch {
    return Number.NaN
  }
}
