/** What documents that leave take away from the statistics. */
import { addCounts, type Counts } from '../ranking/counts.ts'
import { storedContribution } from './drafts.ts'
import { type DocumentRecord, type PassageRecord, passageIds } from './schema.ts'
import type { IndexReader } from './search.ts'

/** What a document that leaves takes away: read off its passages, some at a time. */
export async function countsOf(
  { engine, indexes, signal }: IndexReader,
  { key, passages }: Pick<DocumentRecord, 'key' | 'passages'>,
): Promise<Counts> {
  const counts: Counts = new Map()
  const size = 500
  for (let first = 0; first < passages; first += size) {
    const ids = passageIds(key, Math.min(size, passages - first), first)
    const { results } = (await engine.read(
      `indexes/${indexes.passages}/documents/fetch`,
      { ids, limit: ids.length, fields: ['lang', 'terms', 'tok'] },
      signal,
    )) as { results: PassageRecord[] }
    addCounts(counts, storedContribution(results), 1)
  }
  // Each part of a long document counted it once.
  for (const of of counts.values()) {
    of.documents = 1
    for (const term of of.terms.values()) term.documents = 1
  }
  return counts
}
