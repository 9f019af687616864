/**
 * The generation that this server answers from, in step with its changes. What the server changes itself it knows at
 * once; what others change it sees within a moment. To another generation it moves in one step: what is under way
 * finishes on the old one.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChangeRecord } from '../engine/changes.ts'
import type { Engine } from '../engine/engine.ts'
import { EngineError } from '../engine/errors.ts'
import { readBuild } from '../engine/generation.ts'
import { catchUp, type LiveGeneration, noteChange, openLive } from '../engine/live-generation.ts'
import type { Logger } from '../engine/logger.ts'
import { INDEX_VERSION } from '../engine/schema.ts'
import type { IndexReader } from '../engine/search.ts'
import { inSlices } from '../language/slices.ts'
import { ProblemError } from './problem.ts'
import { type Cognates, createCognates } from './search/understanding/cognates.ts'
import { createVocabularies, type Vocabularies } from './search/understanding/correct.ts'

const LOOK_EVERY_MS = 300
/** The words that spelling and cognates are found among are gathered anew so long after the last time, at the least. */
const GATHER_EVERY_MS = 5_000
/** Of the time, at most this share goes into that. */
const MAX_GATHERING_SHARE = 0.05
/** A search that meets a change is run at most so often. Where documents are spread, several changes come in a row. */
const MAX_TRIES = 5
const BETWEEN_TRIES_MS = 20

/** The live generation with what is derived from its words. */
export type Corpus = LiveGeneration & {
  cognates: Cognates
  vocabularies: Vocabularies
  /** The changes that the words were gathered from and until: of equal ones the same was derived, in whichever process. */
  gathered: string
}

/** What a read is given for the time of one request, beside the generation. */
export type Moment = Pick<IndexReader, 'indexes'> & Required<Pick<IndexReader, 'lastChange' | 'isLastTry'>>

/** Access to the live generation. */
export type Live = {
  /** @throws {ProblemError} `no-index` if nothing has been indexed yet */
  current: () => Promise<Corpus>
  /** The live generation as far as it is known, without waiting; undefined before it was asked for, or if there is none. */
  seen: () => Corpus | undefined
  /** Runs a search; again, if its generation is replaced under it or what it found has changed meanwhile. */
  reading: <T>(read: (corpus: Corpus, moment: Moment) => Promise<T>) => Promise<T>
  /** Takes note of a change that this process has made. */
  onChange: (change: ChangeRecord) => void
  /** Looks at once whether anything has changed. */
  refresh: () => Promise<void>
  close: () => void
}

/** Follows the live generation of an engine. */
export function followLive(engine: Engine, logger: Logger): Live {
  let live: Corpus | undefined
  let opening: Promise<Corpus | undefined> | undefined
  let looking: Promise<void> | undefined
  let gatheredMs = 0
  let gatheringTookMs = 0
  let isGathering = false
  let isClosed = false

  const open = (): Promise<Corpus | undefined> => {
    opening ??= openCorpus(engine).finally(() => {
      opening = undefined
    })
    return opening
  }
  const look = async (): Promise<void> => {
    const build = await readBuild(engine).catch((error: unknown) => {
      // On servers that this process was not told of there are documents it would not count.
      if (error instanceof EngineError && error.code === 'PARTS_WRONG') live = undefined
      throw error
    })
    if (build === undefined && live === undefined) return
    if (live === undefined || build?.generation !== live.build.generation || build.folded > live.seen) {
      live = await open()
      logger.info({ generation: live?.build.generation }, 'answering from a new generation of the index')
      return
    }
    live.build = build
    if ((await catchUp(live, engine)) > 0) gatherSoon()
  }
  const refresh = (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }
  const gatherSoon = (): void => {
    const due = gatheredMs + Math.max(GATHER_EVERY_MS, gatheringTookMs / MAX_GATHERING_SHARE)
    if (isGathering) return
    isGathering = true
    sleep(Math.max(0, due - performance.now()), undefined, { ref: false })
      .then(async () => {
        // What changes from now on is for the next time.
        isGathering = false
        const corpus = live
        if (corpus === undefined || isClosed) return
        const startedMs = performance.now()
        Object.assign(corpus, await gather(corpus))
        gatheredMs = performance.now()
        gatheringTookMs = gatheredMs - startedMs
      })
      .catch((error: unknown) => logger.error({ err: error }, 'could not gather the words of the index'))
  }
  const timer = setInterval(() => {
    // An engine that is down is reported by those who search; here it only means to look again.
    refresh().catch((error: unknown) =>
      logger.debug({ err: error }, 'could not look for changes of the index'),
    )
  }, LOOK_EVERY_MS)
  timer.unref()

  const current = async (): Promise<Corpus> => {
    live ??= await open()
    if (live === undefined) {
      throw new ProblemError('no-index', {
        en: 'Index some documents first: bifora index <path>.',
        it: 'Prima indicizza dei documenti: bifora index <percorso>.',
      })
    }
    return live
  }
  return {
    current,
    seen: () => live,
    reading: async (read) => {
      for (let attempt = 1; ; attempt += 1) {
        const corpus = await current()
        const isLastTry = attempt === MAX_TRIES
        try {
          // What passages show of their documents is believed once: a change that is not known yet may have replaced them.
          const lastChange = attempt === 1 ? corpus.seen : 0
          return await read(corpus, { indexes: corpus.indexes, lastChange, isLastTry })
        } catch (error) {
          if (isLastTry || !(error instanceof EngineError)) throw error
          if (error.code === 'INDEX_MISSING') live = await open()
          else if (error.code === 'INDEX_MOVED') await sleep(BETWEEN_TRIES_MS)
          else throw error
        }
      }
    },
    onChange: (change) => {
      if (live === undefined) return
      noteChange(live, change)
      gatherSoon()
    },
    refresh,
    close: () => {
      isClosed = true
      clearInterval(timer)
    },
  }
}

async function openCorpus(engine: Engine): Promise<Corpus | undefined> {
  const live = await openLive(engine)
  if (live !== undefined && live.build.version !== INDEX_VERSION) {
    throw new ProblemError('no-index', {
      en: 'The index was built by another version of Bifora. Index again: bifora index <path>.',
      it: 'L’indice è di un’altra versione di Bifora. Indicizza di nuovo: bifora index <percorso>.',
    })
  }
  if (live === undefined) return undefined
  return { ...live, ...(await gather(live)) }
}

/** In slices: meanwhile what was there before goes on answering. */
async function gather(live: LiveGeneration): Promise<Pick<Corpus, 'cognates' | 'vocabularies' | 'gathered'>> {
  const first = live.seen
  const cognates = await inSlices(createCognates(live.statistics))
  const vocabularies = await inSlices(createVocabularies(live.statistics))
  return { cognates, vocabularies, gathered: `${first}-${live.seen}` }
}
