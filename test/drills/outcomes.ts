/** What drills look at afterwards: that the index is whole, and that what was acknowledged is there. */
import type { Test } from 'tap'
import type { Engine } from '../../engine/engine.ts'
import { liveIndexes } from '../../engine/generation.ts'
import { violations } from '../../engine/invariants.ts'

/** What is known of a stored document. */
export type Stored = { id: string; revision: number; contentHash: string }

/** Every document of the live generation, by id. */
export async function storedDocuments(engine: Engine): Promise<Map<string, Stored>> {
  const indexes = await liveIndexes(engine)
  if (indexes === undefined) return new Map()
  const { results } = (await engine.read(`indexes/${indexes.documents}/documents/fetch`, {
    limit: 10_000,
    fields: ['id', 'revision', 'contentHash'],
  })) as { results: Stored[] }
  return new Map(results.map((one) => [one.id, one]))
}

/** Checks that nothing is lost, left behind or counted wrong. */
export async function checkWhole(t: Test, engine: Engine, why: string): Promise<void> {
  t.strictSame(await violations(engine, new AbortController().signal), [], `${why}: the index is whole`)
}
