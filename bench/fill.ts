/** Documents of a measurement → an index that has nothing else. */
import type { Engine } from '../engine/engine.ts'
import { fold } from '../engine/fold.ts'
import { createGeneration, publish } from '../engine/generation.ts'
import { openWriter } from '../engine/writer.ts'
import { materialized } from '../indexer/draft.ts'
import { type BenchDocument, toDraft } from './documents.ts'

const PASSAGES_A_CHANGE = 2000
const CHANGES_UNDER_WAY = 2

/** Fills a new generation and makes it the live one. */
export async function fill(
  engine: Engine,
  documents: Iterable<BenchDocument>,
  signal: AbortSignal,
): Promise<void> {
  const writer = await openWriter(engine, await createGeneration(engine, 'bench'), { signal })
  let batch: BenchDocument[] = []
  let passages = 0
  const storing: Promise<unknown>[] = []
  const flush = async (): Promise<void> => {
    // As a folder is indexed: the next drafts are made while the engine stores the last ones.
    const put = await Promise.all(batch.map((document) => materialized(toDraft(document))))
    if (storing.length === CHANGES_UNDER_WAY) await storing.shift()
    const changed = writer.change({ put })
    changed.catch(() => {})
    storing.push(changed)
    batch = []
    passages = 0
  }
  for (const document of documents) {
    batch.push(document)
    passages += document.texts.length
    if (passages >= PASSAGES_A_CHANGE) await flush()
  }
  await flush()
  await Promise.all(storing)
  await publish(engine, await fold(engine, writer, signal))
}
