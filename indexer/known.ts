/** What the index has of a place. */
import type { Engine } from '../engine/engine.ts'
import { isIn } from '../engine/filters.ts'
import { liveIndexes } from '../engine/generation.ts'
import { SAMPLE_PLACE } from '../engine/places.ts'
import type { DocumentRecord, FilePath } from '../engine/schema.ts'
import { allDocuments, someDocuments } from '../engine/stored-documents.ts'
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

type KnownOf = Pick<Target, 'name' | 'prefix' | 'only' | 'absorbed' | 'pathIn'>

/** The documents below a target, by each of their paths in it; those of places that it takes over are among them. */
export async function knownDocuments(
  engine: Engine,
  target: KnownOf,
  signal: AbortSignal,
): Promise<Map<string, KnownDocument>> {
  return addKnown(new Map(), { engine, target, signal })
}

/** By id, reading a document takes the engine longer than reading all of them page after page. */
const MAX_READ_AGAIN = 1_000

/** What is known after some documents have come, changed or gone. */
export async function knownAfter(
  before: ReadonlyMap<string, KnownDocument>,
  touched: ReadonlySet<string>,
  engine: Engine,
  target: KnownOf,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, KnownDocument>> {
  if (touched.size === 0) return before
  if (touched.size > MAX_READ_AGAIN) return knownDocuments(engine, target, signal)
  const untouched = new Map([...before].filter(([, { id }]) => !touched.has(id)))
  return addKnown(untouched, { engine, target, signal, ids: [...touched] })
}

async function addKnown(
  known: Map<string, KnownDocument>,
  {
    engine,
    target,
    signal,
    ids,
  }: { engine: Engine; target: KnownOf; signal: AbortSignal; ids?: readonly string[] },
): Promise<Map<string, KnownDocument>> {
  const indexes = await liveIndexes(engine, signal)
  if (indexes === undefined) return known
  const places = [target.name, ...target.absorbed]
  const filter = isIn('paths.place', places)
  const reader = { engine, indexes, signal }
  const documents =
    ids === undefined
      ? allDocuments(reader, { fields: FIELDS, filter })
      : await someDocuments(reader, ids, FIELDS)
  for await (const document of documents) {
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
