/**
 * The one error class of this room: a file or folder that cannot be indexed. Callers decide on `code`; `message` is a
 * reason a person can act on. It never holds a path outside the indexed roots, except a root as it was given.
 */
export type IndexingErrorCode =
  | 'PATH_MISSING'
  | 'NOTHING_TO_INDEX'
  | 'PLACE_EMPTY'
  | 'PLACE_UNKNOWN'
  | 'NAME_TAKEN'
  | 'NO_INPUT'
  | 'NO_PERMISSION'
  | 'UNREADABLE'
  | 'EMPTY_FILE'
  | 'BINARY_FILE'
  | 'UNKNOWN_ENCODING'
  | 'TOO_LARGE'
  | 'TOO_COSTLY'
  | 'UNSUPPORTED_FORMAT'
  | 'NEEDS_OCR'

/** A file or folder that is missing, cannot be read, or is not what Bifora reads. */
export class IndexingError extends Error {
  override readonly name = 'IndexingError'
  readonly code: IndexingErrorCode

  constructor(code: IndexingErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

/**
 * What a failed file operation means for indexing it: no permission, or not readable with the system's own code.
 * Errors that are IndexingErrors already come back as they are.
 */
export function toIndexingError(cause: unknown): IndexingError {
  if (cause instanceof IndexingError) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'EACCES' || code === 'EPERM') {
    return new IndexingError('NO_PERMISSION', 'no permission to read it', { cause })
  }
  const what = code !== '' ? code : cause instanceof Error ? cause.message : String(cause)
  return new IndexingError('UNREADABLE', `could not be read (${what})`, { cause })
}
