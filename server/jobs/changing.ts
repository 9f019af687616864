/** All that changing documents over REST needs, opened and closed together. */
import { setMaxListeners } from 'node:events'
import type { Engine } from '../../engine/engine.ts'
import { EngineError } from '../../engine/errors.ts'
import { type Generation, liveIndexes } from '../../engine/generation.ts'
import type { Logger } from '../../engine/logger.ts'
import { someDocuments } from '../../engine/stored-documents.ts'
import type { Writing, WritingOptions } from '../../engine/writing.ts'
import type { Describing } from '../../indexer/describing.ts'
import type { Arrived } from '../../indexer/translations/nearby.ts'
import type { Live } from '../live.ts'
import { ProblemError } from '../problem.ts'
import { untilSeen as untilSeenHere } from '../until-seen.ts'
import { followArrivals } from './arrivals.ts'
import { createMemory, type Memory } from './carry-out.ts'
import { type Jobs, openJobs } from './jobs.ts'
import type { Present } from './objections.ts'
import { startRunner } from './runner.ts'
import { type Run, readRuns } from './runs.ts'

/** How the service indexes what is sent to it. */
export type IndexingOptions = {
  /** Opens the writer, which tells the service of its changes; the service closes it. */
  open: (hooks: Required<Pick<WritingOptions, 'onChange' | 'onOpen'>>) => {
    writing: Writing
    describing: Describing
  }
  /** Where jobs are kept. Default: a temporary directory, gone when the service stops. */
  jobsDir?: string | undefined
  /** Where commands note their runs. Default: none are known. */
  runsDir?: string | undefined
  /** Longest file that is taken. Default 256 MB. */
  maxDocumentBytes?: number | undefined
  /** Longest document in JSON that is taken. Default 16 MB. */
  maxJsonBytes?: number | undefined
  /** Waits until other processes of this service search what a change has done. Default: there are none. */
  untilSeenBeside?: ((number: number) => Promise<void>) | undefined
  /** Called when documents have other translations than before: there may be something to learn. */
  onTranslations?: (() => void) | undefined
}

/** What routes that change documents are given. */
export type Changing = {
  engine: Engine
  memory: Memory
  jobs: Jobs
  /** Runs of commands, newest first. */
  runs: () => Promise<Run[]>
  writing: Writing
  describing: Describing
  maxDocumentBytes: number
  maxJsonBytes: number
  /** Waits until this service searches what a change has done. */
  untilSeen: (number: number) => Promise<void>
  /** Takes note of what has come and gone, when it can be found. */
  afterChange: (arrived: Arrived) => void
  /** A document as it is, for a first look; undefined if there is none. */
  present: (id: string, signal: AbortSignal) => Promise<Present | undefined>
  /** Aborts when the service begins to close: nobody is made to wait any more. */
  closing: AbortSignal
  /** Lets what is being stored finish; what waits is done after the next start. */
  stop: () => Promise<void>
  /** Lets go of what is kept of jobs, when nothing is asked any more. */
  close: () => void
}

const MB = 1024 ** 2
const PRESENT_FIELDS = ['revision', 'place', 'contentHash'] as const

/** Opens it, and goes on with what was left the last time. */
export async function openChanging(
  engine: Engine,
  live: Live,
  {
    open,
    jobsDir,
    runsDir,
    maxDocumentBytes = 256 * MB,
    maxJsonBytes = 16 * MB,
    untilSeenBeside = async () => {},
    onTranslations,
  }: IndexingOptions,
  logger: Logger,
): Promise<Changing> {
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  const jobs = await openJobs(jobsDir, logger)
  const { writing, describing } = open({ onChange: live.onChange, onOpen: live.refresh })
  const untilSeen = async (number: number): Promise<void> => {
    await Promise.all([untilSeenHere(live, number), untilSeenBeside(number)])
  }
  const follower = followArrivals({ engine, writing, bridge: describing.bridge, onTranslations, logger })
  const { afterChange } = follower
  const memory = createMemory()
  const runner = startRunner({ engine, memory, jobs, writing, describing, untilSeen, afterChange, logger })
  return {
    engine,
    memory,
    jobs,
    runs: () => readRuns(runsDir),
    writing,
    describing,
    maxDocumentBytes,
    maxJsonBytes,
    untilSeen,
    afterChange,
    present: async (id, signal) => {
      const look = async (indexes: Generation | undefined): Promise<Present | undefined> => {
        if (indexes === undefined) return undefined
        return (await someDocuments({ engine, indexes, signal }, [id], PRESENT_FIELDS))[0]
      }
      try {
        return await look(live.seen()?.indexes ?? (await liveIndexes(engine, signal)))
      } catch (error) {
        // What this service knows may have been replaced a moment ago.
        if (!(error instanceof EngineError) || error.code !== 'INDEX_MISSING') throw error
        return look(await liveIndexes(engine, signal))
      }
    },
    closing: closing.signal,
    stop: async () => {
      closing.abort()
      await runner.close()
      await follower.close()
      await writing.close()
    },
    close: jobs.store.close,
  }
}

/**
 * What changes documents.
 *
 * @throws {ProblemError} `writing-closed` where nothing does
 */
export function requireChanging(changing: Changing | undefined): Changing {
  if (changing !== undefined) return changing
  throw new ProblemError(
    'writing-closed',
    'This service only answers searches. Documents are taken by another one of the same data directory, or indexed by the command bifora index.',
  )
}
