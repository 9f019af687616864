/**
 * Generations: the indexes that one version of the schema was built with. Each has indexes of its own, with its name in
 * theirs; one record says which of them is live. Within a generation documents come and go (writer.ts); a new one is
 * built beside it only where the meaning of records changes. Writing the live record is the one step in which it
 * replaces the old one.
 */
import { randomBytes } from 'node:crypto'
import type { LanguageTotals } from '../ranking/statistics.ts'
import { CATALOG, LIVE } from './catalog.ts'
import { calling } from './client.ts'
import type { Engine, Part } from './engine.ts'
import { EngineError } from './errors.ts'
import { untilDone, untilIdle } from './load.ts'
import { notHome, PART, type PartRecord } from './parts/numbers.ts'
import { notePlacement, partsOf, partsWith } from './parts/parts.ts'
import { type Moving, type Placement, partsAsked } from './parts/placement.ts'
import { INDEX_VERSION, settings } from './schema.ts'

const PREFIX = CATALOG
const GENERATION_INDEX = new RegExp(`^${PREFIX}-(\\w+)-(?:passages|documents|statistics|vectors)$`)
/** On a server that others may build on too, a build that stored nothing for this long was given up. */
const ABANDONED_AFTER_MS = 15 * 60_000

/** The names of the indexes of a generation. */
export type Generation = { name: string; passages: string; documents: string; statistics: string }

/** The mean length of a language's passages that levels were cut with, and how many passages it was taken of. */
export type PinnedMean = { lang: string; meanLength: number; passages: number }

/** What is known of a generation, but for the changes since its statistics were last folded. Stored as live record. */
export type Build = {
  generation: string
  /** ISO 8601, UTC. */
  builtAt: string
  /** See INDEX_VERSION. */
  version: string
  /** Stands for the topics that documents were given. */
  topics: string
  /** Which blocks of statistics count: those with this number. */
  epoch: number
  /** The last change that these blocks have. */
  folded: number
  documents: number
  passages: number
  /** Blocks of statistics. */
  blocks: number
  languages: LanguageTotals[]
  pins: PinnedMean[]
  /** Over how many servers its documents are placed. Default: one. */
  parts?: number
  /** Documents on their way to further servers. */
  moving?: Moving
}

/** The indexes of the generation with this name. */
export function generationNamed(name: string): Generation {
  const index = (part: string) => `${PREFIX}-${name}-${part}`
  return { name, passages: index('passages'), documents: index('documents'), statistics: index('statistics') }
}

/** The servers that hold an index of a generation: statistics are on the first one alone. */
function holdersOf(engine: Engine, generation: string, part: 'passages' | 'documents' | 'statistics') {
  return part === 'statistics' ? partsOf(engine).slice(0, 1) : partsWith(engine, generation)
}

/** Makes the empty indexes of a new generation, which nobody reads yet: on all servers that the live one is placed over. */
export async function createGeneration(engine: Engine, topics: string): Promise<Build> {
  const name = `${Date.now().toString(36)}${randomBytes(2).toString('hex')}`
  const live = await readBuild(engine)
  const parts = live === undefined ? partsOf(engine).length : partsAsked(placementIn(live))
  if (live === undefined) await engine.parts?.claim(parts)
  notePlacement(engine, name, { parts })
  for (const part of ['passages', 'documents', 'statistics'] as const) {
    for (const holder of holdersOf(engine, name, part))
      await createIndex(holder, generationNamed(name)[part], part)
  }
  return {
    generation: name,
    builtAt: new Date().toISOString(),
    version: INDEX_VERSION,
    topics,
    epoch: 0,
    folded: 0,
    documents: 0,
    passages: 0,
    blocks: 0,
    languages: [],
    pins: [],
    ...(parts === 1 ? {} : { parts }),
  }
}

/** Makes an empty index on a server. */
export async function createIndex(
  holder: Part,
  uid: string,
  part: 'passages' | 'documents' | 'statistics',
): Promise<void> {
  await calling(async () => {
    await holder.client().createIndex(uid, { primaryKey: 'id' })
    const { taskUid } = await holder.client().index(uid).updateSettings(settings[part])
    await untilDone(holder, taskUid)
  })
}

/** Where the documents of a generation are. */
export function placementIn({ parts = 1, moving }: Build): Placement {
  return { parts, moving }
}

/**
 * Writes the live record: its generation is the live one from now on.
 *
 * @param others records of the catalog that are written in the same step
 */
export async function putBuild(
  engine: Engine,
  build: Build,
  others: readonly { id: string }[] = [],
): Promise<void> {
  await calling(async () => {
    const { taskUid } = await engine
      .client()
      .index(CATALOG)
      .addDocuments([{ ...build, id: LIVE }, ...others], { primaryKey: 'id' })
    await untilDone(engine, taskUid)
  })
  notePlacement(engine, build.generation, placementIn(build))
}

/** Whether a value has the form of what is known of a generation; of what is in its lists only that they are lists. */
export function isBuild(value: unknown): value is Build {
  if (typeof value !== 'object' || value === null) return false
  const has = value as Record<string, unknown>
  return (
    ['generation', 'builtAt', 'version', 'topics'].every((name) => typeof has[name] === 'string') &&
    ['epoch', 'folded', 'documents', 'passages', 'blocks'].every((name) => Number.isInteger(has[name])) &&
    ['languages', 'pins'].every((name) => Array.isArray(has[name]))
  )
}

/**
 * Makes a generation the live one, then removes the one it replaces and builds that were given up.
 *
 * @param others see {@link putBuild}
 */
export async function publish(
  engine: Engine,
  build: Build,
  others: readonly { id: string }[] = [],
): Promise<void> {
  const replaced = await readBuild(engine)
  await putBuild(engine, build, others)
  await sweep(engine, replaced?.generation)
}

/** Removes the indexes of a generation. */
export async function discard(engine: Engine, name: string): Promise<void> {
  const { passages, documents, statistics } = generationNamed(name)
  for (const part of partsOf(engine)) {
    for (const index of [passages, documents, statistics, `${PREFIX}-${name}-vectors`]) {
      await calling(() => part.client().deleteIndexIfExists(index))
    }
  }
}

/** {@link discard}, but for the live one: that it has become live may be what its builder has not heard of. */
export async function discardUnlessLive(engine: Engine, name: string): Promise<void> {
  await untilIdle(engine, [CATALOG], new AbortController().signal)
  if ((await readBuild(engine))?.generation !== name) await discard(engine, name)
}

/**
 * Removes what builds that were given up have left behind.
 *
 * @param replaced a generation that is no longer needed either
 */
export async function sweep(engine: Engine, replaced?: string): Promise<void> {
  const live = await readBuild(engine)
  for (const part of partsOf(engine)) {
    const { results } = await calling(() => part.client().getRawIndexes({ limit: 1000 }))
    for (const { uid, updatedAt } of results) {
      const name = GENERATION_INDEX.exec(uid)?.[1]
      if (name === undefined || name === live?.generation) continue
      const silentMs = Date.now() - Date.parse(updatedAt)
      if (engine.exclusive || name === replaced || silentMs >= ABANDONED_AFTER_MS) {
        await calling(() => part.client().deleteIndexIfExists(uid))
      }
    }
  }
}

/**
 * The live record; `undefined` if nothing was ever built.
 *
 * @throws {EngineError} `PARTS_WRONG` if the engine does not have all servers that the index is spread over
 */
export async function readBuild(engine: Engine, signal?: AbortSignal): Promise<Build | undefined> {
  try {
    const { results } = (await engine.read(
      `indexes/${CATALOG}/documents/fetch`,
      { ids: [LIVE, PART], limit: 2 },
      signal,
    )) as {
      results: ((Build | PartRecord) & { id: string })[]
    }
    const build = results.find(({ id }) => id === LIVE) as Build | undefined
    const part = results.find(({ id }) => id === PART) as PartRecord | undefined
    if (build !== undefined) notePlacement(engine, build.generation, placementIn(build))
    // The server of another part, named alone, looks like one that has no index yet.
    else if (part !== undefined && part.number > 0) throw notHome(part.number)
    return build
  } catch (error) {
    if (error instanceof EngineError && error.code === 'INDEX_MISSING') return undefined
    throw error
  }
}

/** The indexes of the live generation; `undefined` if nothing was ever built. */
export async function liveIndexes(engine: Engine, signal?: AbortSignal): Promise<Generation | undefined> {
  const build = await readBuild(engine, signal)
  return build === undefined ? undefined : generationNamed(build.generation)
}
