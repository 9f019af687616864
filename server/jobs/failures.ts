/** Which failures of the engine pass by themselves. */
import { EngineError, type EngineErrorCode } from '../../engine/errors.ts'

const TEMPORARY: ReadonlySet<EngineErrorCode> = new Set([
  'ENGINE_UNAVAILABLE',
  'ENGINE_START_FAILED',
  'INDEX_MISSING',
  'INDEX_MOVED',
  'INDEX_OUTDATED',
  'DISK_FULL',
  'WRITER_LOST',
])

/** Whether what failed is worth trying again for as long as it takes. */
export function isTemporary(error: unknown): boolean {
  return error instanceof EngineError && TEMPORARY.has(error.code)
}
