/** A job in the words of the API. Pure. */
import { ProblemError, problemPart } from '../problem.ts'
import { isProblemKind } from '../problem-kinds.ts'
import type { JobResponse } from '../schemas/jobs.ts'
import type { Job, JobProblem } from './job.ts'
import type { Run } from './runs.ts'

/** The job as others see it. */
export function presentJob(job: Job): JobResponse {
  const { id, task, status, createdAt, startedAt, finishedAt, progress, outcome, warnings, problem } = job
  return {
    id,
    kind: task.kind,
    status,
    document: task.kind === 'deletePlace' ? null : task.document,
    place: task.kind === 'deletePlace' ? task.place : null,
    createdAt,
    startedAt: startedAt ?? null,
    finishedAt: finishedAt ?? null,
    progress,
    summary: null,
    did: outcome?.did ?? null,
    revision: outcome?.revision ?? null,
    warnings,
    problem: problem === undefined ? null : problemPart({ kind: kindOf(problem), detail: problem.detail }),
  }
}

/** A run of `bifora index` as a job. */
export function presentRun(run: Run): JobResponse {
  const { id, place, status, startedAt, finishedAt, files, passages, summary, warnings, problem } = run
  return {
    id,
    kind: 'index',
    status,
    document: null,
    place,
    createdAt: startedAt,
    startedAt,
    finishedAt: finishedAt ?? null,
    progress: { documents: files, of: status === 'done' ? files : null, passages },
    summary: summary ?? null,
    did: null,
    revision: null,
    warnings,
    problem: problem === undefined ? null : problemPart({ kind: kindOf(problem), detail: problem.detail }),
  }
}

/** The problem of a job that has failed, as an answer. */
export function problemOfJob(problem: JobProblem): ProblemError {
  return new ProblemError(kindOf(problem), problem.detail)
}

/** Jobs may have been stored by another version. */
function kindOf({ kind }: JobProblem) {
  return isProblemKind(kind) ? kind : 'internal'
}
