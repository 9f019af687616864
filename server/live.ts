/**
 * The generation that this server answers from. It moves to the next one in one step: what is under way finishes on
 * the old one.
 */
import type { Engine } from '../engine/engine.ts'
import { EngineError } from '../engine/errors.ts'
import { type LiveGeneration, openLive, readBuild } from '../engine/generation.ts'
import type { Logger } from '../engine/logger.ts'
import { INDEX_VERSION } from '../engine/schema.ts'
import { inSlices } from '../language/slices.ts'
import { ProblemError } from './problem.ts'
import { type Cognates, createCognates } from './search/understanding/cognates.ts'
import { createVocabularies, type Vocabularies } from './search/understanding/correct.ts'

const LOOK_EVERY_MS = 2_000

/** The live generation with what is derived from its words. */
export type Corpus = LiveGeneration & { cognates: Cognates; vocabularies: Vocabularies }

/** Access to the live generation. */
export type Live = {
  /** @throws {ProblemError} `no-index` if nothing has been indexed yet */
  current: () => Promise<Corpus>
  /** Runs a search; if its generation is replaced under it, once more on the new one. */
  reading: <T>(read: (corpus: Corpus) => Promise<T>) => Promise<T>
  close: () => void
}

/** Follows the live generation of an engine. */
export function followLive(engine: Engine, logger: Logger): Live {
  let live: Corpus | undefined
  let opening: Promise<Corpus | undefined> | undefined

  const open = (): Promise<Corpus | undefined> => {
    opening ??= openCorpus(engine).finally(() => {
      opening = undefined
    })
    return opening
  }
  const refresh = async (): Promise<void> => {
    const build = await readBuild(engine)
    if (build?.generation === live?.build.generation) return
    live = await open()
    logger.info({ generation: live?.build.generation }, 'answering from a new generation of the index')
  }
  const timer = setInterval(() => {
    // An engine that is down is reported by those who search; here it only means to look again.
    refresh().catch((error: unknown) => logger.debug({ err: error }, 'could not look for a new generation'))
  }, LOOK_EVERY_MS)
  timer.unref()

  const current = async (): Promise<Corpus> => {
    live ??= await open()
    if (live === undefined) {
      throw new ProblemError('no-index', 'Index some documents first: bifora index <path>.')
    }
    return live
  }
  return {
    current,
    reading: async (read) => {
      try {
        return await read(await current())
      } catch (error) {
        if (!(error instanceof EngineError) || error.code !== 'INDEX_MISSING') throw error
        live = await open()
        return read(await current())
      }
    },
    close: () => clearInterval(timer),
  }
}

async function openCorpus(engine: Engine): Promise<Corpus | undefined> {
  const live = await openLive(engine)
  if (live !== undefined && live.build.version !== INDEX_VERSION) {
    throw new ProblemError(
      'no-index',
      'The index was built by another version of Bifora. Index again: bifora index <path>.',
    )
  }
  if (live === undefined) return undefined
  // In slices: meanwhile the generation before goes on answering.
  const cognates = await inSlices(createCognates(live.statistics))
  const vocabularies = await inSlices(createVocabularies(live.statistics))
  return { ...live, cognates, vocabularies }
}
