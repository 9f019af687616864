/** A run of indexing, noted where services of the same data directory show it among their jobs. */
import { join } from 'node:path'
import { EngineError } from '../engine/errors.ts'
import { IndexingError } from '../indexer/errors.ts'
import type { PlaceSummary } from '../indexer/place.ts'
import { groupSkipped } from '../indexer/skipped.ts'
import type { JobProblem } from '../server/jobs/job.ts'
import { pruneRuns, type Run, writeRun } from '../server/jobs/runs.ts'

/** Takes down how a run goes. */
export type RunNote = {
  progress: (state: { documents: number; passages: number }) => void
  done: (summary: PlaceSummary) => Promise<void>
  failed: (error: unknown) => Promise<void>
}

const NOTED_EVERY_MS = 2_000
/** So that it is known to go on while nothing happens that could be counted. */
const BEAT_MS = 10_000
const MAX_WARNINGS = 20

/** Where the runs of a data directory are noted. */
export function runsDirOf(dataDir: string): string {
  return join(dataDir, 'runs')
}

/**
 * Notes that a run on a place has begun. That it cannot be noted is told once and is no reason to fail.
 *
 * @param isSilent whether only its end is noted
 */
export async function noteRun(
  directory: string,
  { place, signal, isSilent = false }: { place: string; signal: AbortSignal; isSilent?: boolean },
): Promise<RunNote> {
  const run: Run = {
    id: crypto.randomUUID(),
    place,
    status: 'running',
    startedAt: new Date().toISOString(),
    files: 0,
    passages: 0,
    warnings: [],
  }
  let isBroken = false
  let writing: Promise<void> = Promise.resolve()
  const write = (): Promise<void> => {
    writing = writing
      .then(() => (isBroken ? undefined : writeRun(directory, run)))
      .catch((error: unknown) => {
        isBroken = true
        process.stderr.write(
          `bifora: the run cannot be noted among the jobs (${(error as Error).message}).\n`,
        )
      })
    return writing
  }
  let writtenMs = performance.now()
  let beat: NodeJS.Timeout | undefined
  if (!isSilent) {
    beat = setInterval(() => void write(), BEAT_MS).unref()
    await write()
    await pruneRuns(directory)
  }
  const end = async (changes: Partial<Run>): Promise<void> => {
    clearInterval(beat)
    Object.assign(run, changes, { finishedAt: new Date().toISOString() })
    await write()
  }
  return {
    progress: ({ documents, passages }) => {
      Object.assign(run, { files: documents, passages })
      if (isSilent || performance.now() - writtenMs < NOTED_EVERY_MS) return
      writtenMs = performance.now()
      void write()
    },
    done: async (summary) => {
      const { groups, others } = groupSkipped(summary.skipped)
      const { added, changed, removed, unchanged, documents, passages, tookMs } = summary
      const reasons = groups.map(({ kind: _, ...group }) => group)
      const skipped = { files: summary.skipped.length, reasons, others }
      await end({
        status: 'done',
        passages: summary.passages,
        summary: {
          added,
          changed,
          removed,
          unchanged,
          documents,
          passages,
          skipped,
          tookMs: Math.round(tookMs),
        },
        warnings: summary.warnings.slice(0, MAX_WARNINGS).map(({ path, warning }) => `${path}: ${warning}`),
      })
    },
    failed: (error) => end({ status: 'failed', problem: problemOf(error, signal) }),
  }
}

/** Paths of this machine, and what the engine says, are for whoever ran the command. */
function problemOf(error: unknown, signal: AbortSignal): JobProblem {
  const stays = 'What it had stored stays.'
  if (signal.aborted) return { kind: 'interrupted', detail: `It was stopped before it was done. ${stays}` }
  if (error instanceof EngineError) {
    return { kind: 'engine-unavailable', detail: `The search engine failed on the way. ${stays}` }
  }
  if (error instanceof IndexingError) {
    const detail = `Nothing there can be read: it is missing, empty, or has no document. ${stays}`
    return { kind: 'unreadable', detail }
  }
  return { kind: 'internal', detail: `It ended with an error that the command has told. ${stays}` }
}
