/** Whether an index is of this version of the program, and what to do if not. */
import type { Engine } from '../engine/engine.ts'
import { createGeneration, publish, readBuild } from '../engine/generation.ts'
import { INDEX_VERSION, isReadable } from '../engine/schema.ts'
import type { Writing } from '../engine/writing.ts'
import { type Describing, topicsFingerprint } from './describing.ts'
import { rebuild } from './rebuild.ts'

/** What an index is to this version. */
export type IndexState = 'missing' | 'current' | 'outdated' | 'unreadable'

/** Looks at what the live index was built with; `outdated` can be rebuilt from its own records. */
export async function stateOf(
  engine: Engine,
  describing: Describing,
  signal: AbortSignal,
): Promise<IndexState> {
  const build = await readBuild(engine, signal)
  if (build === undefined) return 'missing'
  if (!isReadable(build.version)) return 'unreadable'
  const isCurrent = build.version === INDEX_VERSION && build.topics === topicsFingerprint(describing.topics)
  return isCurrent ? 'current' : 'outdated'
}

/** Rebuilds an outdated index from its own records. */
export async function bringUpToDate(
  engine: Engine,
  writing: Writing,
  describing: Describing,
  options: { signal: AbortSignal; onProgress?: (documents: number) => void },
): Promise<void> {
  await writing.write((writer) => rebuild(writer, { engine, describing, ...options }), options.signal)
}

/** Begins anew with nothing, in place of whatever there is. */
export async function beginAnew(engine: Engine, describing: Describing): Promise<void> {
  await publish(engine, await createGeneration(engine, topicsFingerprint(describing.topics)))
}
