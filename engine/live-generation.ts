/**
 * The live generation in memory: its statistics, loaded from their blocks and kept up with what changes since have added
 * and taken away.
 */
import { type LiveStatistics, loadStatistics, type StatisticsRecord } from '../ranking/statistics.ts'
import { type ChangeRecord, changesAfter } from './changes.ts'
import type { Engine } from './engine.ts'
import { type Build, type Generation, generationNamed, readBuild } from './generation.ts'
import { INDEX_VERSION } from './schema.ts'

/** A live generation with its statistics in memory. */
export type LiveGeneration = {
  indexes: Generation
  build: Build
  statistics: LiveStatistics
  /** Number of the last change that the statistics have. */
  seen: number
  /** How many there are after that change. */
  counts: { documents: number; passages: number }
}

/** A fold that replaces the blocks while they are read takes a moment, and comes seldom. */
const MAX_LOADS = 5

/** Loads the statistics of the live generation; `undefined` if nothing was ever built. */
export async function openLive(engine: Engine): Promise<LiveGeneration | undefined> {
  for (let load = 1; ; load += 1) {
    const live = await loadLive(engine)
    // What was read may be a part of blocks that were being replaced.
    const now = load < MAX_LOADS ? await readBuild(engine) : live?.build
    if (live?.build.generation === now?.generation && live?.build.epoch === now?.epoch) return live
  }
}

async function loadLive(engine: Engine): Promise<LiveGeneration | undefined> {
  const build = await readBuild(engine)
  if (build === undefined) return undefined
  const indexes = generationNamed(build.generation)
  if (build.version !== INDEX_VERSION) {
    const statistics = await loadStatistics([], empty())
    return { indexes, build, statistics, seen: 0, counts: { documents: 0, passages: 0 } }
  }
  const statistics = await loadStatistics(build.languages, statisticsBlocks(engine, build))
  const live = {
    indexes,
    build,
    statistics,
    seen: build.folded,
    counts: { documents: build.documents, passages: build.passages },
  }
  await catchUp(live, engine)
  return live
}

/** Adds up the changes that a live generation has not seen yet, and says how many these were. */
export async function catchUp(live: LiveGeneration, engine: Engine, signal?: AbortSignal): Promise<number> {
  const reader = { engine, indexes: live.indexes, signal: signal ?? new AbortController().signal }
  const changes = await changesAfter(reader, live.seen)
  let applied = 0
  for (const change of changes) {
    // One that is not done yet may still be undone; none comes behind it.
    if (change.isDone !== true) break
    if (change.number <= live.seen) continue
    add(live, change)
    applied += 1
  }
  return applied
}

/** Adds up a change of this process as soon as its documents can be found, if there is none between. */
export function noteChange(live: LiveGeneration, change: ChangeRecord): void {
  if (change.number === live.seen + 1) add(live, change)
}

function add(live: LiveGeneration, change: ChangeRecord): void {
  live.statistics.apply(change.counts ?? [])
  live.seen = change.number
  live.counts.documents += change.documents
  live.counts.passages += change.passages
}

/** The blocks of statistics that count. */
export async function* statisticsBlocks(
  engine: Engine,
  { generation, epoch }: Build,
): AsyncGenerator<StatisticsRecord> {
  // Few at a time: a page is taken apart in one go.
  const limit = 4
  const index = generationNamed(generation).statistics
  for (let offset = 0; ; offset += limit) {
    const { results } = (await engine.read(`indexes/${index}/documents/fetch`, {
      filter: `epoch = ${epoch}`,
      limit,
      offset,
    })) as { results: StatisticsRecord[] }
    yield* results
    if (results.length < limit) return
  }
}

async function* empty(): AsyncGenerator<StatisticsRecord> {}
