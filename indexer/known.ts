/** What the index has of a place. */
import type { Engine } from '../engine/engine.ts'
import { isIn } from '../engine/filters.ts'
import { liveIndexes } from '../engine/generation.ts'
import { SAMPLE_PLACE } from '../engine/places.ts'
import type { DocumentRecord, FilePath } from '../engine/schema.ts'
import { allDocuments } from '../engine/stored-documents.ts'
import type { Target } from './places.ts'

const FIELDS = [
  'id',
  'revision',
  'paths',
  'contentHash',
  'passages',
  'lang',
  'boilerplate',
] as const satisfies (keyof DocumentRecord)[]

/** A document of a place, as the file at one of its paths has it. */
export type KnownDocument = Pick<DocumentRecord, (typeof FIELDS)[number]> & {
  /** The place that it is stored under with this path: the target, or one that it takes over. */
  place: string
  /** In the target. */
  path: string
  /** Those of its paths that the target has nothing to do with. */
  outside: FilePath[]
}

/** The documents below a target, by each of their paths in it; those of places that it takes over are among them. */
export async function knownDocuments(
  engine: Engine,
  target: Pick<Target, 'name' | 'prefix' | 'only' | 'absorbed' | 'pathIn'>,
  signal: AbortSignal,
): Promise<Map<string, KnownDocument>> {
  const known = new Map<string, KnownDocument>()
  const indexes = await liveIndexes(engine, signal)
  if (indexes === undefined) return known
  const places = [target.name, ...target.absorbed]
  const filter = isIn('paths.place', places)
  for await (const document of allDocuments({ engine, indexes, signal }, { fields: FIELDS, filter })) {
    const inside: FilePath[] = []
    const outside: FilePath[] = []
    for (const one of document.paths) {
      const path = target.pathIn({ id: document.id, ...one })
      const isMeant =
        places.includes(one.place) &&
        (target.only === undefined
          ? path.startsWith(target.prefix)
          : path === target.only || path.startsWith(`${target.only}/`))
      if (isMeant) inside.push({ place: one.place, path })
      else outside.push(one)
    }
    for (const { place, path } of inside) {
      const one = { ...document, place, path, outside }
      const other = known.get(path)
      // A run that was interrupted may have left two at a path: the file is the one that came last, and no file is the other.
      const isLater = other === undefined || other.revision < one.revision
      if (isLater) known.set(path, one)
      const earlier = isLater ? other : one
      if (earlier !== undefined) known.set(`${path}\n${earlier.id}`, earlier)
    }
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
  const known = await knownDocuments(engine, sample, signal)
  return [...new Set([...known.values()].map(({ id }) => id))]
}
