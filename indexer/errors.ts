/**
 * The one error class of this room: a source that cannot be indexed. Callers decide on `code`; `message` is a
 * reason a person can act on. It never holds a path outside the indexed roots, except a root as it was given.
 */
export type SourceErrorCode =
  | 'SOURCE_MISSING'
  | 'NOTHING_TO_INDEX'
  | 'NO_PERMISSION'
  | 'UNREADABLE'
  | 'EMPTY_FILE'
  | 'BINARY_FILE'
  | 'UNKNOWN_ENCODING'
  | 'TOO_LARGE'
  | 'UNSUPPORTED_FORMAT'

/** A source that is missing, cannot be read, or is not what Bifora reads. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly code: SourceErrorCode

  constructor(code: SourceErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

/**
 * What a failed file operation means for a source: no permission, or not readable with the system's own code.
 * Errors that are SourceErrors already come back as they are.
 */
export function toSourceError(cause: unknown): SourceError {
  if (cause instanceof SourceError) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'EACCES' || code === 'EPERM') {
    return new SourceError('NO_PERMISSION', 'no permission to read it', { cause })
  }
  const what = code !== '' ? code : cause instanceof Error ? cause.message : String(cause)
  return new SourceError('UNREADABLE', `could not be read (${what})`, { cause })
}
