/**
 * What always holds of an index, as code: that nothing was lost, left behind or counted wrong. It reads all of the index,
 * page after page; what stands in memory is the vocabulary. It mends nothing: recovery.ts does.
 */
import { storedCounts } from '../ranking/counts.ts'
import { loadStatistics, type Statistics } from '../ranking/statistics.ts'
import { createStatisticsBuilder } from '../ranking/statistics-builder.ts'
import { type ChangeRecord, changesAfter } from './changes.ts'
import type { Engine } from './engine.ts'
import { countRecords } from './fetch.ts'
import { type Build, generationNamed, readBuild } from './generation.ts'
import { statisticsBlocks } from './live-generation.ts'
import { partsOf, placementOf } from './parts/parts.ts'
import { ownerOf } from './parts/placement.ts'
import { createFindings, type Findings, type LookedAt, recountedDocuments } from './recount.ts'
import { idOfKey, type PassageRecord } from './schema.ts'
import type { IndexReader } from './search.ts'

/** Passages without a document that are named. */
const MAX_STRAYS = 5
const PASSAGES_A_CALL = 1000

/**
 * Looks whether an index is whole: that each document has its passages and its terms, no passage is without its document,
 * no change is unfinished, and that what is counted is what is there. While somebody writes, what is under way shows.
 *
 * @returns what does not hold, in plain sentences; none if all is well, or if nothing was ever indexed
 * @throws {EngineError} if the engine fails, or `INDEX_MISSING` if an index of the live generation is gone
 */
export async function violations(engine: Engine, signal: AbortSignal): Promise<string[]> {
  const build = await readBuild(engine, signal)
  if (build === undefined) return []
  const reader: IndexReader = { engine, indexes: generationNamed(build.generation), signal }
  const changes = await changesAfter(reader, build.folded)
  const unfinished = changes.filter(({ isDone }) => isDone !== true)
  const found = createFindings()
  for (const { number } of unfinished) found.note('changes', `Change ${number} is not finished.`)
  for (const [index, { number }] of changes.entries()) {
    const expected = (changes[index - 1]?.number ?? build.folded) + 1
    if (number !== expected) found.note('changes', `There is no change ${expected} before change ${number}.`)
  }

  await nameMisplaced(reader, found)
  const recount = createStatisticsBuilder()
  const there = { documents: 0, passages: 0 }
  for await (const document of recountedDocuments(reader, found)) {
    const { counts, passages } = document
    there.documents += 1
    there.passages += passages
    for (const one of storedCounts(counts)) recount.addCounts(one)
  }
  const records = await countRecords(reader, { epoch: build.epoch, folded: build.folded, seen: build.folded })
  if (unfinished.length === 0 && records.passages !== there.passages) {
    await nameStrays(reader, records.passages - there.passages, found)
  }
  compareCounts(build, changes, { ...there, blocks: records.blocks }, found)
  const kept = await loadStatistics(build.languages, statisticsBlocks(engine, build))
  for (const { counts } of changes) kept.apply(counts ?? [])
  const recounted = await loadStatistics(recount.totals(), passing(recount.records()))
  const langs = new Set([
    ...recount.totals().map(({ lang }) => lang),
    ...build.languages.map(({ lang }) => lang),
    ...changes.flatMap(({ counts = [] }) => counts.map(({ lang }) => lang)),
  ])
  for (const lang of langs) compareStatistics(lang, kept, recounted, found)
  return found.sentences()
}

/** Documents on a server that is not theirs: searches would find them, and nobody who asks for them by id. */
async function nameMisplaced({ engine, indexes, signal }: IndexReader, found: Findings): Promise<void> {
  if (engine.parts === undefined) return
  const placement = placementOf(engine, indexes.name)
  const query = { indexUid: indexes.documents, limit: 0, facets: ['slot'] }
  for (const [number, part] of partsOf(engine).slice(0, placement.parts).entries()) {
    const { results } = (await part.read('multi-search', { queries: [query] }, signal)) as {
      results: { facetDistribution?: { slot?: Record<string, number> } }[]
    }
    const slots = Object.entries(results[0]?.facetDistribution?.slot ?? {})
    const misplaced = slots
      .filter(([slot]) => ownerOf(Number(slot), placement) !== number)
      .reduce((sum, [, documents]) => sum + documents, 0)
    if (misplaced > 0) {
      found.note('parts', `Part ${number + 1} has ${misplaced} documents that belong on another part.`)
    }
  }
}

/** Passages that belong to no document as it is. Looked for only where there are more passages than documents have. */
async function nameStrays(reader: IndexReader, more: number, found: Findings): Promise<void> {
  const { engine, indexes, signal } = reader
  found.note('strays', `There are ${more} passages that belong to no document at its revision.`)
  for (let offset = 0, named = 0; named < MAX_STRAYS; offset += PASSAGES_A_CALL) {
    const { results } = (await engine.read(
      `indexes/${indexes.passages}/documents/fetch`,
      { offset, limit: PASSAGES_A_CALL, fields: ['id', 'document', 'position'] },
      signal,
    )) as { results: Pick<PassageRecord, 'id' | 'document' | 'position'>[] }
    const keys = [...new Set(results.map(({ document }) => document))]
    const { results: owners } = (await engine.read(
      `indexes/${indexes.documents}/documents/fetch`,
      {
        ids: keys.map(idOfKey),
        limit: keys.length,
        fields: ['key', 'passages'],
      },
      signal,
    )) as { results: LookedAt[] }
    const sizes = new Map(owners.map(({ key, passages }) => [key, passages]))
    for (const { id, document, position } of results) {
      if (position < (sizes.get(document) ?? 0)) continue
      found.note('strays', `Passage ${id} belongs to no document at its revision.`)
      named += 1
    }
    if (results.length < PASSAGES_A_CALL) return
  }
}

function compareCounts(
  build: Build,
  changes: readonly ChangeRecord[],
  there: { documents: number; passages: number; blocks: number },
  found: Findings,
): void {
  const counted = { documents: build.documents, passages: build.passages, blocks: build.blocks }
  for (const { documents, passages } of changes) {
    counted.documents += documents
    counted.passages += passages
  }
  for (const of of ['documents', 'passages', 'blocks'] as const) {
    const what = of === 'blocks' ? 'blocks of statistics' : of
    if (counted[of] !== there[of]) {
      found.note('counts', `The index counts ${counted[of]} ${what}, and there are ${there[of]}.`)
    }
  }
}

function compareStatistics(lang: string, kept: Statistics, recounted: Statistics, found: Findings): void {
  const [a, b] = [kept, recounted].map(({ languages }) => JSON.stringify(languages.get(lang) ?? null))
  if (a !== b) found.note('totals', `Totals of "${lang}" are ${a}, and a recount gives ${b}.`)
  for (const { term, documents, levels } of recounted.terms(lang)) {
    const known = kept.term(lang, term)
    if (known?.documents === documents && known.levels.join() === levels.join()) continue
    found.note(
      'statistics',
      `Term "${term}" of "${lang}" is counted in ${known?.documents ?? 0} documents (levels ${known?.levels.join() ?? 'none'}), and a recount gives ${documents} (levels ${levels.join()}).`,
    )
  }
  for (const { term, documents } of kept.terms(lang)) {
    if (recounted.term(lang, term) !== undefined) continue
    found.note('statistics', `Term "${term}" of "${lang}" is counted in ${documents} documents; none has it.`)
  }
}

async function* passing<T>(records: Iterable<T>): AsyncGenerator<T> {
  yield* records
}
