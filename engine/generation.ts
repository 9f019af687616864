/**
 * Generations: complete builds of the index. Each has indexes of its own, with its name in theirs; one record says
 * which of them is live. Writing that record is the one step in which a new build replaces the old one, and no
 * reader ever sees half of one.
 */
import { randomBytes } from 'node:crypto'
import {
  type LanguageStatistics,
  loadStatistics,
  type Statistics,
  type StatisticsRecord,
} from '../ranking/statistics.ts'
import { calling } from './client.ts'
import type { Engine } from './engine.ts'
import { EngineError } from './errors.ts'
import { untilDone } from './load.ts'
import { settings } from './schema.ts'

const PREFIX = 'bifora'
const LIVE = 'live'
const GENERATION_INDEX = new RegExp(`^${PREFIX}-(\\w+)-(?:passages|documents|statistics)$`)
/** On a server that others may build on too, a build that stored nothing for this long was given up. */
const ABANDONED_AFTER_MS = 15 * 60_000

/** The names of the indexes of a generation. */
export type Generation = { name: string; passages: string; documents: string; statistics: string }

/** What is known of a finished build. Stored as the live record. */
export type Build = {
  generation: string
  /** ISO 8601, UTC. */
  builtAt: string
  /** See INDEX_VERSION. */
  version: string
  /** What it was built from and with: if this is the same, building again would give the same. */
  fingerprint: string
  /** Whether it is the sample corpus that comes with the installation. */
  isSample: boolean
  documents: number
  passages: number
  /** Records of statistics; builds of earlier programs do not say. */
  statistics?: number
  languages: ({ lang: string } & LanguageStatistics)[]
}

/** A live generation with its statistics in memory. */
export type LiveGeneration = { indexes: Generation; build: Build; statistics: Statistics }

function generationNamed(name: string): Generation {
  const index = (part: string) => `${PREFIX}-${name}-${part}`
  return { name, passages: index('passages'), documents: index('documents'), statistics: index('statistics') }
}

/** Makes the empty indexes of a new generation, which nobody reads yet. */
export async function createGeneration(engine: Engine): Promise<Generation> {
  const name = `${Date.now().toString(36)}${randomBytes(2).toString('hex')}`
  const generation = generationNamed(name)
  const client = engine.client()
  for (const part of ['passages', 'documents', 'statistics'] as const) {
    await calling(async () => {
      await client.createIndex(generation[part], { primaryKey: 'id' })
      const { taskUid } = await client.index(generation[part]).updateSettings(settings[part])
      await untilDone(engine, taskUid)
    })
  }
  return generation
}

/** Makes a generation the live one, then removes the one it replaces and builds that were given up. */
export async function publish(engine: Engine, build: Build): Promise<void> {
  const replaced = await readBuild(engine)
  await calling(async () => {
    const { taskUid } = await engine
      .client()
      .index(PREFIX)
      .addDocuments([{ id: LIVE, ...build }], { primaryKey: 'id' })
    await untilDone(engine, taskUid)
  })
  await sweep(engine, replaced?.generation)
}

/** Removes the indexes of a generation. */
export async function discard(engine: Engine, generation: Generation): Promise<void> {
  for (const index of [generation.passages, generation.documents, generation.statistics]) {
    await calling(() => engine.client().deleteIndexIfExists(index))
  }
}

/**
 * Removes what builds that were given up have left behind.
 *
 * @param replaced a generation that is no longer needed either
 */
export async function sweep(engine: Engine, replaced?: string): Promise<void> {
  const live = await readBuild(engine)
  const { results } = await calling(() => engine.client().getRawIndexes({ limit: 1000 }))
  for (const { uid, updatedAt } of results) {
    const name = GENERATION_INDEX.exec(uid)?.[1]
    if (name === undefined || name === live?.generation) continue
    const silentMs = Date.now() - Date.parse(updatedAt)
    if (engine.exclusive || name === replaced || silentMs >= ABANDONED_AFTER_MS) {
      await calling(() => engine.client().deleteIndexIfExists(uid))
    }
  }
}

/** The live record; `undefined` if nothing was ever built. */
export async function readBuild(engine: Engine, signal?: AbortSignal): Promise<Build | undefined> {
  try {
    const { results } = (await engine.read(`indexes/${PREFIX}/documents/fetch`, { ids: [LIVE] }, signal)) as {
      results: Build[]
    }
    return results[0]
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

/** Loads the statistics of the live generation; `undefined` if nothing was ever built. */
export async function openLive(engine: Engine): Promise<LiveGeneration | undefined> {
  const build = await readBuild(engine)
  if (build === undefined) return undefined
  const generation = generationNamed(build.generation)
  const languages = new Map(build.languages.map(({ lang, ...statistics }) => [lang, statistics]))
  const statistics = await loadStatistics(languages, statisticsRecords(engine, generation))
  return { indexes: generation, build, statistics }
}

async function* statisticsRecords(engine: Engine, generation: Generation): AsyncGenerator<StatisticsRecord> {
  // Few at a time: a page is taken apart in one go.
  const limit = 4
  for (let offset = 0; ; offset += limit) {
    const { results } = await calling(() =>
      engine.client().index<StatisticsRecord>(generation.statistics).getDocuments({ limit, offset }),
    )
    yield* results
    if (results.length < limit) return
  }
}
