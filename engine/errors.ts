/**
 * The one error class of this room. Callers decide on `code`, people read `message`: what happened, with the
 * value, and what to do. The original is kept as `cause` for the log and never shown.
 */
import type { LockOwner } from './embedded/process-identity.ts'

/** What kind of failure it is. */
export type EngineErrorCode =
  | 'ENGINE_NOT_FOUND'
  | 'ENGINE_CORRUPT'
  | 'ENGINE_START_FAILED'
  | 'ENGINE_UNAVAILABLE'
  | 'ENGINE_REFUSED'
  | 'INDEX_MISSING'
  | 'INDEX_MOVED'
  | 'DATA_DIR_IN_USE'
  | 'DATA_DIR_UNUSABLE'
  | 'DATA_DAMAGED'
  | 'DISK_FULL'
  | 'TASK_FAILED'
  | 'WRITER_LOST'
  | 'INDEX_OUTDATED'
  | 'PARTS_WRONG'
  | 'BACKUP_BROKEN'
  | 'BACKUP_OTHER_VERSION'

/** For what was read in two steps, between which it was replaced. */
export function changedMeanwhile(): EngineError {
  return new EngineError('INDEX_MOVED', 'The index has changed while it was read. Ask again.')
}

/** A failure of the search engine or of the place where it keeps its data. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly code: EngineErrorCode
  /** Who uses the data directory, with `DATA_DIR_IN_USE`; undefined where it does not give its name. */
  readonly holder: LockOwner | undefined

  constructor(
    code: EngineErrorCode,
    message: string,
    options?: { cause?: unknown; holder?: LockOwner | undefined },
  ) {
    super(message, options)
    this.code = code
    this.holder = options?.holder
  }
}

/** Whether the engine, or the server asked, could not be reached in time. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'ENGINE_UNAVAILABLE'
}
