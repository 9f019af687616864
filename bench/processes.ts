/**
 * What several processes bring: the same searches of several clients to a service of one process and to one of several,
 * over the same engine. They take turns, because only ratios of one run carry over from one machine to another.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { childrenOf, cpuMsOf } from './cpu.ts'
import { fill } from './fill.ts'
import { createClient } from './http.ts'
import { createRandom } from './random.ts'
import { recombine } from './recombine.ts'
import { searcher, times, whileSearching } from './searching.ts'
import { openStand, type Service, serveApart } from './stand.ts'
import type { OverSentences } from './surroundings.ts'

/** What is measured, and how. */
export type ProcessesOptions = OverSentences & {
  passages: number
  /** Processes of the service that is compared with one of a single process. */
  processes: number
  clients: number
  /** How often both take a turn, and how long each is. */
  turns: number
  seconds: number
}

/** One turn of both services. */
export type ProcessesRow = {
  /** Searches a second. */
  one: number
  several: number
  /** Processor time that a search took in the processes of each service, without the engine, in ms. */
  oneCpuMs: number
  severalCpuMs: number
}

/** What came out. */
export type ProcessesReport = {
  documents: number
  rows: ProcessesRow[]
  /** Resident memory in MB of the one process, of the main one of several, and of the others. */
  memory: { one: number; main: number; others: number[] }
}

const PASSAGES_OF_DOCUMENT = 8
const WARMING = 100

/** Measures in a place of its own, of which nothing stays. Linux only. */
export async function measureProcesses(options: ProcessesOptions): Promise<ProcessesReport> {
  const { sentences, passages, processes, clients, turns, seconds, seed, binary, signal, say } = options
  const random = createRandom(seed)
  const documents = recombine({ sentences, topics: [], passages, perDocument: PASSAGES_OF_DOCUMENT, random })
  const stand = await openStand(binary)
  const client = createClient()
  const services: Service[] = []
  try {
    say(`indexing ${documents.length} documents`)
    await fill(stand.engine, documents, signal)
    for (const count of [1, processes]) services.push(await serveApart(stand, { PROCESSES: `${count}` }))
    const [one, several] = services as [Service, Service]
    const askers = services.map(({ url }) => searcher(client, url, documents, random))
    for (const ask of askers) {
      await Promise.all(Array.from({ length: clients }, () => times(WARMING, ask, signal)))
    }
    const measure = async (index: 0 | 1): Promise<{ perSecond: number; cpuMs: number }> => {
      const [service, ask] = [services[index] as Service, askers[index] as (typeof askers)[0]]
      const startedCpuMs = cpuOf(service)
      const startedMs = performance.now()
      const { result, searches } = await whileSearching(clients, ask, async () => {
        await sleep(seconds * 1000, undefined, { signal })
        return { ms: performance.now() - startedMs, cpuMs: cpuOf(service) - startedCpuMs }
      })
      return { perSecond: (searches.length / result.ms) * 1000, cpuMs: result.cpuMs / searches.length }
    }
    const rows: ProcessesRow[] = []
    while (rows.length < turns) {
      signal.throwIfAborted()
      const [first, second] = [await measure(0), await measure(1)]
      rows.push({
        one: first.perSecond,
        several: second.perSecond,
        oneCpuMs: first.cpuMs,
        severalCpuMs: second.cpuMs,
      })
      say(`turn ${rows.length}: ${(second.perSecond / first.perSecond).toFixed(2)}`)
    }
    const memory = {
      one: residentMb(one.pid),
      main: residentMb(several.pid),
      others: childrenOf(several.pid).map(residentMb),
    }
    return { documents: documents.length, rows, memory }
  } finally {
    client.close()
    for (const { close } of services) await close()
    await stand.close()
  }
}

function cpuOf({ pid }: Service): number {
  return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + cpuMsOf(one), 0)
}

function residentMb(pid: number): number {
  const [, kb] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kb) / 1024
}
