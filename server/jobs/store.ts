/**
 * Jobs on disk: a record each, and the body that was sent with it. What is stored is there after a crash, of the process
 * or of the machine: everything is written beside, forced to disk and then given its name.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from '../../engine/logger.ts'
import type { Job } from './job.ts'

/** Where jobs are kept. */
export type JobStore = {
  /** A path to write a body to before it has a job. */
  newBody: () => string
  /** Path of the body of a job. */
  bodyOf: (id: string) => string
  /** Stores a job; with the body that was written to `body`, which becomes its own. */
  put: (job: Job, body?: string) => Promise<void>
  /** Stores what has become of a job. After a crash it may not be there: what was done is done once more then. */
  note: (job: Job) => Promise<void>
  removeBody: (id: string) => Promise<void>
  remove: (id: string) => Promise<void>
  close: () => void
}

const RECORD = /^([\w-]+)\.json$/
const BODY = /^([\w-]+)\.body$/

/**
 * Opens the store, and clears away what was never acknowledged.
 *
 * @param directory made if missing; without one a temporary one is used, and removed when the store is closed
 * @returns the store and all jobs in it, in their order
 */
export async function openJobStore(
  directory: string | undefined,
  logger: Logger,
): Promise<{ store: JobStore; jobs: Job[] }> {
  const path = directory ?? mkdtempSync(join(tmpdir(), 'bifora-jobs-'))
  await mkdir(path, { recursive: true, mode: 0o700 })
  const jobs = await readJobs(path, logger)
  const bodyOf = (id: string): string => join(path, `${id}.body`)
  const recordOf = (id: string): string => join(path, `${id}.json`)
  const store: JobStore = {
    newBody: () => join(path, `${crypto.randomUUID()}.part`),
    bodyOf,
    put: async (job, body) => {
      if (body !== undefined) await rename(body, bodyOf(job.id))
      await write(recordOf(job.id), job, { isDurable: true })
      await syncDirectory(path)
    },
    note: (job) => write(recordOf(job.id), job, { isDurable: false }),
    removeBody: (id) => rm(bodyOf(id), { force: true }),
    remove: async (id) => {
      await rm(recordOf(id), { force: true })
      await rm(bodyOf(id), { force: true })
    },
    close: () => {
      if (directory === undefined) rmSync(path, { recursive: true, force: true })
    },
  }
  return { store, jobs }
}

async function readJobs(path: string, logger: Logger): Promise<Job[]> {
  const names = await readdir(path)
  const jobs: Job[] = []
  for (const name of names) {
    if (!RECORD.test(name)) continue
    try {
      jobs.push(JSON.parse(await readFile(join(path, name), 'utf8')))
    } catch (error) {
      // Records are given their names when they are complete: somebody else has been at this one. It stays to be seen.
      logger.warn({ err: error, name }, 'a job cannot be read and is passed over')
    }
  }
  const ids = new Set(names.flatMap((name) => RECORD.exec(name)?.[1] ?? []))
  for (const name of names) {
    const body = BODY.exec(name)?.[1]
    const isLeft = name.endsWith('.part') || name.endsWith('.tmp') || (body !== undefined && !ids.has(body))
    if (isLeft) await rm(join(path, name), { force: true })
  }
  return jobs.sort((a, b) => a.sequence - b.sequence)
}

async function write(
  path: string,
  { isRestored: _, ...record }: Job,
  { isDurable }: { isDurable: boolean },
): Promise<void> {
  const beside = `${path}.tmp`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(record))
    if (isDurable) await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}

/** Names are durable when their directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
