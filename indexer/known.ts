/** What the index has of a place. */
import type { Engine } from '../engine/engine.ts'
import { isIn } from '../engine/filters.ts'
import { liveIndexes } from '../engine/generation.ts'
import { SAMPLE_PLACE } from '../engine/places.ts'
import type { DocumentRecord } from '../engine/schema.ts'
import { allDocuments } from '../engine/stored-documents.ts'
import type { Target } from './places.ts'

/** A document of a place. */
export type KnownDocument = Pick<
  DocumentRecord,
  'id' | 'place' | 'path' | 'contentHash' | 'passages' | 'lang'
>

const FIELDS = [
  'id',
  'place',
  'path',
  'contentHash',
  'passages',
  'lang',
] as const satisfies (keyof KnownDocument)[]

/** The documents below a target, by path in its place; those of places that it takes over are among them. */
export async function knownDocuments(
  engine: Engine,
  target: Pick<Target, 'name' | 'prefix' | 'only' | 'absorbed' | 'pathIn'>,
  signal: AbortSignal,
): Promise<Map<string, KnownDocument>> {
  const known = new Map<string, KnownDocument>()
  const indexes = await liveIndexes(engine, signal)
  if (indexes === undefined) return known
  const filter = isIn('place', [target.name, ...target.absorbed])
  for await (const document of allDocuments({ engine, indexes, signal }, { fields: FIELDS, filter })) {
    const path = target.pathIn(document)
    const isMeant =
      target.only === undefined
        ? path.startsWith(target.prefix)
        : path === target.only || path.startsWith(`${target.only}/`)
    if (isMeant) known.set(path, { ...document, path })
  }
  return known
}

/** The documents of the sample corpus: they leave with the first change that brings documents of one's own. */
export async function sampleIds(engine: Engine, signal: AbortSignal): Promise<string[]> {
  const sample = {
    name: SAMPLE_PLACE,
    prefix: '',
    absorbed: [],
    pathIn: ({ path }: { path: string }) => path,
  }
  return [...(await knownDocuments(engine, sample, signal)).values()].map(({ id }) => id)
}
