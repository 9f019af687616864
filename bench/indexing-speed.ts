/**
 * What indexing through Bifora costs over loading alone. The batches that Bifora sends are noted once; then these
 * very batches are loaded straight into the same engine, into indexes with the same settings, and both are timed.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mean } from '../cli/evaluation/measures.ts'
import type { Engine } from '../engine/engine.ts'
import { settings } from '../engine/schema.ts'
import type { BenchDocument } from './documents.ts'
import { BenchError } from './errors.ts'
import { fill } from './fill.ts'
import { type Batch, createIndex, loadBatches, removeIndex } from './load.ts'
import { noteBatches } from './noting.ts'
import type { Stand } from './stand.ts'

/** Passages a second, in the order in which they were measured. */
export type IndexingSpeed = {
  passages: number
  /** The prepared records, loaded straight into Meilisearch: before and after Bifora. */
  straight: [before: number, after: number]
  /** From raw passages to a live generation. */
  bifora: number
  /** Speed of Bifora ÷ mean speed of loading straight: what is left of it. */
  ratio: number
}

/** Measures, and leaves Bifora's generation live. The first build, which notes and warms up, is not counted. */
export async function measureIndexing(
  { engine, directory }: Stand,
  documents: readonly BenchDocument[],
  { signal, say }: { signal: AbortSignal; say: (line: string) => void },
): Promise<IndexingSpeed> {
  const passages = documents.reduce((total, { texts }) => total + texts.length, 0)
  const build = (into: Engine) => fill(into, documents, signal)
  const batches: { part: keyof typeof settings; file: string }[] = []
  const note = async (index: string, body: string): Promise<void> => {
    const part = parts.find((name) => index.endsWith(name))
    if (part === undefined) return
    const file = join(directory, `batch-${batches.length}.jsonl`)
    batches.push({ part, file })
    await writeFile(file, body)
  }
  say('indexing, uncounted: warming up and noting the records')
  await build(noteBatches(engine, note))
  if (batches.length === 0)
    throw new BenchError('No batch was noted: the loader no longer sends what noting.ts looks for.')

  const loadStraight = async (): Promise<number> => {
    for (const part of parts) await createIndex(engine, straightIndex(part), settings[part])
    const speed = await speedOf(passages, () => loadBatches(engine, read(batches), signal))
    for (const part of parts) await removeIndex(engine, straightIndex(part))
    return speed
  }
  say('loading straight')
  const before = await loadStraight()
  say('indexing through Bifora')
  const bifora = await speedOf(passages, () => build(engine))
  say('loading straight again')
  const after = await loadStraight()
  return { passages, straight: [before, after], bifora, ratio: bifora / mean([before, after]) }
}

const parts = ['passages', 'documents', 'statistics'] as const

function straightIndex(part: (typeof parts)[number]): string {
  return `bench-straight-${part}`
}

async function* read(
  batches: readonly { part: (typeof parts)[number]; file: string }[],
): AsyncGenerator<Batch> {
  for (const { part, file } of batches)
    yield { index: straightIndex(part), body: await readFile(file, 'utf8') }
}

/** Passages a second. */
export async function speedOf(passages: number, work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await work()
  return passages / ((performance.now() - startedMs) / 1000)
}
