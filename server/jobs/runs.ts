/**
 * Runs of `bifora index` as jobs that can be looked up: a file each, written by the command alone and read by services
 * of the same data directory, so that no lock is needed. A run that has not been heard of for a minute is over.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SkippedGroup } from '../../indexer/skipped.ts'
import type { JobProblem } from './job.ts'

/** What a run has done to a place. */
export type RunSummary = {
  added: number
  changed: number
  removed: number
  unchanged: number
  /** Of the place afterwards. */
  documents: number
  passages: number
  skipped: { files: number; reasons: Omit<SkippedGroup, 'kind'>[]; others: number }
  tookMs: number
}

/** A run as stored. */
export type Run = {
  id: string
  place: string
  status: 'running' | 'done' | 'failed'
  /** ISO 8601, UTC. */
  startedAt: string
  finishedAt?: string
  /** Files looked at and passages stored so far. */
  files: number
  passages: number
  summary?: RunSummary
  warnings: string[]
  problem?: JobProblem
}

const NAME = /^[\w-]+\.json$/
/** A run tells every few seconds that it goes on; see `cli/run-note.ts`. */
const SILENT_MS = 60_000
const KEPT_MS = 24 * 60 * 60_000
const MAX_KEPT = 200

/** Writes a run down as it is now. What was written before is there until this is complete. */
export async function writeRun(directory: string, run: Run): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, `${run.id}.json`)
  await writeFile(`${path}.tmp`, JSON.stringify(run), { mode: 0o600 })
  await rename(`${path}.tmp`, path)
}

/** The runs of a day, newest first. A file that cannot be read, or has gone meanwhile, is passed over. */
export async function readRuns(directory: string | undefined, nowMs = Date.now()): Promise<Run[]> {
  if (directory === undefined) return []
  const names = await readdir(directory).catch(() => [])
  const runs = await Promise.all(
    names.filter((name) => NAME.test(name)).map((name) => readRun(join(directory, name), nowMs)),
  )
  return runs
    .flatMap((run) => run ?? [])
    .filter(
      (run) => nowMs - Date.parse(run.finishedAt ?? run.startedAt) <= KEPT_MS || run.status === 'running',
    )
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
}

async function readRun(path: string, nowMs: number): Promise<Run | undefined> {
  try {
    const { mtimeMs, mtime } = await stat(path)
    const run = JSON.parse(await readFile(path, 'utf8')) as Run
    if (run.status !== 'running' || nowMs - mtimeMs < SILENT_MS) return run
    return { ...run, status: 'failed', finishedAt: mtime.toISOString(), problem: STOPPED }
  } catch {
    return undefined
  }
}

const STOPPED: JobProblem = {
  kind: 'interrupted',
  detail: 'It was stopped before it was done. What it had stored stays; the next run goes on with the rest.',
}

/** Removes runs that nobody will ask for any more, and what was left half written. */
export async function pruneRuns(directory: string, nowMs = Date.now()): Promise<void> {
  const kept = new Set((await readRuns(directory, nowMs)).slice(0, MAX_KEPT).map(({ id }) => `${id}.json`))
  for (const name of await readdir(directory).catch(() => [])) {
    const { mtimeMs } = await stat(join(directory, name)).catch(() => ({ mtimeMs: nowMs }))
    // What is being written now is another run's.
    if (!kept.has(name) && nowMs - mtimeMs > SILENT_MS) await rm(join(directory, name), { force: true })
  }
}
