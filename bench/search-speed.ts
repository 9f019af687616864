/**
 * How fast searches are: the same words to each system, which take turns, so that what else the machine does hits
 * them alike.
 */

import { sum } from '../cli/evaluation/measures.ts'
import { readServersCpuMs } from './cpu.ts'
import type { BenchDocument } from './documents.ts'
import { type DrawnQuery, drawQuery } from './draw.ts'
import { percentile } from './percentile.ts'
import type { Random } from './random.ts'
import type { Surroundings } from './surroundings.ts'
import type { System } from './system.ts'

/** How many words queries have: at least and at most. */
export const KINDS = [
  { name: '1 term', min: 1, max: 1 },
  { name: '2 terms', min: 2, max: 2 },
  { name: '3 terms', min: 3, max: 3 },
  { name: '5 terms', min: 5, max: 5 },
  { name: '3–5 terms', min: 3, max: 5 },
] as const

/** How many clients ask at once, and how many queries a system gets before it is the next one's turn. */
const LOADS = [
  { clients: 1, turn: 1 },
  { clients: 8, turn: 64 },
] as const

/** Queries of each kind that are not counted, so that none of the systems is met cold. */
const WARM_UP = 30

/** Queries of every kind taken together. */
const ALL = 'all'

/** What came out for one system with one kind of queries, or with all of them. */
export type SearchSpeedRow = {
  kind: string
  clients: number
  system: string
  queries: number
  p50Ms: number
  p95Ms: number
  /** Requests answered in a second, all clients together. */
  perSecond: number
  /** Processor time that a request takes of all servers together; null where turns are too short or it is not known. */
  cpuMs: number | null
  /** Its p50 ÷ that of the system it is compared with; below 1 it is faster. */
  ratio: number
}

/** What is asked. */
export type SearchSpeedOptions = Pick<Surroundings, 'signal' | 'say'> & {
  documents: readonly BenchDocument[]
  /** Of each kind. */
  queries: number
  random: Random
}

/**
 * Measures systems.
 *
 * @param reference the one of them that the others are compared with
 */
export async function measureSearch(
  systems: readonly System[],
  reference: System,
  { documents, queries, random, signal, say }: SearchSpeedOptions,
): Promise<SearchSpeedRow[]> {
  const rows: SearchSpeedRow[] = []
  const together = LOADS.map(() => new Map<System, Timing>())
  for (const { name: kind, min, max } of KINDS) {
    const drawn = Array.from({ length: WARM_UP + queries }, () =>
      drawQuery(documents, min + random.below(max - min + 1), random),
    ).filter((query) => query !== undefined)
    const counted = drawn.splice(WARM_UP)
    for (const { search } of systems) for (const query of drawn) await search(asSearch(query))
    for (const [index, load] of LOADS.entries()) {
      say(`searching: ${kind}, ${load.clients === 1 ? '1 client' : `${load.clients} clients`}`)
      const timings = await takeTurns(systems, counted, { ...load, signal })
      rows.push(...rowsOf(kind, load, timings, reference))
      for (const [system, timing] of timings)
        together[index]?.set(system, sumOf(together[index].get(system), timing))
    }
  }
  for (const [index, load] of LOADS.entries()) {
    rows.push(...rowsOf(ALL, load, together[index] ?? new Map(), reference))
  }
  return rows
}

function rowsOf(
  kind: string,
  { clients, turn }: (typeof LOADS)[number],
  timings: ReadonlyMap<System, Timing>,
  reference: System,
): SearchSpeedRow[] {
  const p50 = (system: System) => percentile(timings.get(system)?.ms ?? [], 0.5)
  return [...timings].map(([system, { ms, wallMs, cpuMs }]) => ({
    kind,
    clients,
    system: system.name,
    queries: ms.length,
    p50Ms: p50(system),
    p95Ms: percentile(ms, 0.95),
    perSecond: ms.length / (wallMs / 1000),
    cpuMs: turn === 1 || Number.isNaN(cpuMs) ? null : cpuMs / ms.length,
    ratio: p50(system) / p50(reference),
  }))
}

function sumOf(before: Timing | undefined, { ms, wallMs, cpuMs }: Timing): Timing {
  if (before === undefined) return { ms: [...ms], wallMs, cpuMs }
  return { ms: [...before.ms, ...ms], wallMs: before.wallMs + wallMs, cpuMs: before.cpuMs + cpuMs }
}

/** `cpuMs` is not a number where it is not known. */
type Timing = { ms: number[]; wallMs: number; cpuMs: number }

async function takeTurns(
  systems: readonly System[],
  queries: readonly DrawnQuery[],
  { clients, turn, signal }: { clients: number; turn: number; signal: AbortSignal },
): Promise<Map<System, Timing>> {
  const timings = new Map(
    systems.map((system): [System, Timing] => [system, { ms: [], wallMs: 0, cpuMs: 0 }]),
  )
  for (let from = 0, round = 0; from < queries.length; from += turn, round += 1) {
    const block = queries.slice(from, from + turn)
    // The first of a round meets what the last round left behind: another one each time.
    const order = systems.map((_, index) => systems[(index + round) % systems.length] as System)
    for (const system of order) {
      signal.throwIfAborted()
      const { ms, wallMs, cpuMs } = await askAtOnce(system, block, clients)
      const timing = timings.get(system) as Timing
      timing.ms.push(...ms)
      timing.wallMs += clients === 1 ? sum(ms) : wallMs
      timing.cpuMs += cpuMs
    }
  }
  return timings
}

/** Clients that each ask the next query as soon as they have their answer. */
export async function askAtOnce(
  system: System,
  queries: readonly DrawnQuery[],
  clients: number,
): Promise<Timing> {
  const waiting = queries.values()
  const ms: number[] = []
  const usedMs = readServersCpuMs() ?? Number.NaN
  const startedMs = performance.now()
  const ask = async (): Promise<void> => {
    for (const query of waiting) ms.push((await system.search(asSearch(query))).ms)
  }
  await Promise.all(Array.from({ length: clients }, ask))
  const wallMs = performance.now() - startedMs
  return { ms, wallMs, cpuMs: (readServersCpuMs() ?? Number.NaN) - usedMs }
}

/** As somebody would ask who types words and no more. */
function asSearch({ words }: DrawnQuery) {
  return { q: words.join(' '), langs: [] }
}
