/** A job → the change of a document that it stands for, with what was sent read and analyzed. */
import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import type { Draft } from '../../engine/drafts.ts'
import type { Describing } from '../../indexer/describing.ts'
import { draftOfPosted, type Posted } from '../../indexer/posted.ts'
import { ProblemError } from '../problem.ts'
import type { Operation } from './carry-out.ts'
import type { Job } from './job.ts'
import type { Jobs } from './jobs.ts'
import { asReadingProblem } from './reading.ts'

/** Passages of a large document after which it is told how far it is. */
const NOTED_EVERY = 500

/** The change that a job stands for; undefined if what was sent cannot be read: then the job has failed. */
export async function operationOf(
  job: Job,
  { jobs, describing, signal }: { jobs: Jobs; describing: Describing; signal: AbortSignal },
): Promise<Operation | undefined> {
  const { task } = job
  if (task.kind === 'deletePlace') throw new Error('A place is no document.')
  const isRepeated = job.isRestored === true
  if (task.kind === 'delete') return { ...task, isRepeated }
  if (task.kind === 'patch') return { ...task, isRepeated, patchId: job.id }
  // One after another, so that searches are answered in between.
  await setImmediate()
  signal.throwIfAborted()
  try {
    const posted = await readBody(jobs.store.bodyOf(job.id), task)
    job.warnings = []
    const warn = (warning: string): void => {
      if (job.warnings.length < MAX_WARNINGS) job.warnings.push(warning)
    }
    const draft = await draftOfPosted(task.document, posted, describing, { warn, signal })
    const { document, precondition } = task
    return { kind: 'put', document, precondition, isRepeated, draft: watched(draft, job, jobs, signal) }
  } catch (error) {
    const problem = asReadingProblem(error)
    if (!(problem instanceof ProblemError)) throw error
    await jobs.finish(job, { problem })
    return undefined
  }
}

const MAX_WARNINGS = 20

async function readBody(
  file: string,
  { mediaType, sizeBytes }: { mediaType: string; sizeBytes: number },
): Promise<Posted> {
  if (mediaType !== 'application/json') return { file, sizeBytes, mediaType }
  return { document: JSON.parse(await readFile(file, 'utf8')) }
}

/** A long document, on the way into the index: it can be seen how far it is, and left. */
function watched(draft: Draft, job: Job, jobs: Jobs, signal: AbortSignal): Draft {
  if (Array.isArray(draft.passages)) return draft
  const { passages } = draft
  return {
    ...draft,
    passages: (async function* () {
      let count = 0
      for await (const passage of passages) {
        count += 1
        if (count % NOTED_EVERY === 0) {
          signal.throwIfAborted()
          jobs.note(job, { progress: { ...job.progress, passages: count } })
          await setImmediate()
        }
        yield passage
      }
    })(),
  }
}
