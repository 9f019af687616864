/** Jobs: changes of documents that were asked for over REST, from being acknowledged to being done. Shapes only. */
import type { Patch } from '../../indexer/patched.ts'
import type { Precondition } from './objections.ts'

/** What is to be done. */
export type Task =
  | { kind: 'put'; document: string; precondition: Precondition; mediaType: string; sizeBytes: number }
  | { kind: 'patch'; document: string; precondition: Precondition; patch: Patch }
  | { kind: 'delete'; document: string; precondition: Precondition }
  | { kind: 'deletePlace'; place: string }

/** What came of it. */
export type Outcome = {
  did: 'created' | 'replaced' | 'unchanged' | 'changed' | 'removed'
  /** Of the document afterwards; absent where it is gone. */
  revision?: number
}

/** Why it was not done, as people are told. */
export type JobProblem = { kind: string; detail: string }

/** How far it is. */
export type Progress = {
  /** Documents done, and how many there are. */
  documents: number
  of: number
  /** Passages that were made so far of a document that is large. */
  passages: number
}

/** A job as stored: acknowledged, so that it survives whatever happens to the process. */
export type Job = {
  id: string
  /** Jobs are done in this order. */
  sequence: number
  task: Task
  status: 'queued' | 'running' | 'done' | 'failed'
  /** ISO 8601, UTC. */
  createdAt: string
  startedAt?: string
  finishedAt?: string
  progress: Progress
  /** What is odd about the document. */
  warnings: string[]
  outcome?: Outcome
  problem?: JobProblem
  /** As whoever asked named the request, and the hash of what was asked: asked again it is the same job. */
  idempotency?: { key: string; fingerprint: string }
  /** Whether an earlier process may have done it already, without having got to say so. */
  isRestored?: boolean
}

/** Whether nothing more will happen to a job. */
export function isFinished({ status }: Pick<Job, 'status'>): boolean {
  return status === 'done' || status === 'failed'
}
