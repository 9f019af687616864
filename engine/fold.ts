/** Folding: the counts of many changes, added to the blocks of statistics, so that they are loaded faster. */

import { createBreaks } from '../language/slices.ts'
import type { StatisticsRecord } from '../ranking/statistics.ts'
import { createStatisticsBuilder } from '../ranking/statistics-builder.ts'
import { CATALOG } from './catalog.ts'
import { changesAfter } from './changes.ts'
import type { Engine } from './engine.ts'
import { type Build, generationNamed, putBuild, readBuild } from './generation.ts'
import { statisticsBlocks } from './live-generation.ts'
import { createLoader, enqueueDeletion, untilDone, untilIdle } from './load.ts'
import type { Writer } from './writer.ts'

/** Fewer terms in changes are not worth it. */
const MIN_TERMS = 50_000
const TERMS_A_BLOCK = 1000

/** Whether the changes since the last fold have come to as much as the blocks themselves. */
export function isFoldDue(writer: Writer): boolean {
  return writer.unfolded() > Math.max(MIN_TERMS, writer.build().blocks * TERMS_A_BLOCK)
}

/**
 * Folds all changes of a generation. If it is the live one, the live record says so in the step that counts.
 *
 * @returns the build with its statistics
 */
export async function fold(engine: Engine, writer: Writer, signal: AbortSignal): Promise<Build> {
  await writer.settle()
  const build = await latestBuild(engine, writer, signal)
  const index = generationNamed(build.generation).statistics
  const reader = { engine, indexes: writer.indexes, signal }
  const statistics = createStatisticsBuilder()
  // A service folds on the thread that answers searches.
  const takeBreak = createBreaks()
  for await (const record of statisticsBlocks(engine, build)) statistics.addRecord(record)
  for (const totals of build.languages) statistics.addTotals(totals)
  let { documents, passages, folded } = build
  for (const change of await changesAfter(reader, build.folded)) {
    for (const counts of change.counts ?? []) {
      await takeBreak()
      statistics.addCounts(counts)
    }
    documents += change.documents
    passages += change.passages
    folded = change.number
  }
  const epoch = build.epoch + 1
  // What a fold that was interrupted has left.
  await untilDone(engine, await enqueueDeletion(engine, index, { filter: `epoch = ${epoch}` }), signal)
  const loader = createLoader<StatisticsRecord & { epoch: number }>(engine, index, { signal })
  let blocks = 0
  for (const record of statistics.records(TERMS_A_BLOCK)) {
    await takeBreak()
    await loader.add({ ...record, id: `block-${epoch}-${record.id}`, epoch })
    blocks += 1
  }
  await loader.finish()
  const next: Build = { ...build, epoch, folded, documents, passages, blocks, languages: statistics.totals() }
  writer.check()
  if ((await readBuild(engine, signal))?.generation === build.generation) await putBuild(engine, next)
  writer.refold(next)
  const old = `number <= ${folded} OR (epoch EXISTS AND epoch != ${epoch})`
  await untilDone(engine, await enqueueDeletion(engine, index, { filter: old }), signal)
  return next
}

/** What the live record says, if it is of this generation: a fold may have been done of which the writer was not told. */
async function latestBuild(engine: Engine, writer: Writer, signal: AbortSignal): Promise<Build> {
  const build = writer.build()
  await untilIdle(engine, [CATALOG], signal)
  const live = await readBuild(engine, signal)
  return live?.generation === build.generation ? { ...live, pins: build.pins } : build
}
