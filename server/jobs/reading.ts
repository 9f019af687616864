/** What stands in the way of reading a document that was sent, as a problem. */
import { IndexingError, type IndexingErrorCode } from '../../indexer/errors.ts'
import { type ProblemError as Problem, ProblemError } from '../problem.ts'
import type { ProblemKind } from '../problem-kinds.ts'
import { withoutText } from './carry-out.ts'

const KINDS: Partial<Record<IndexingErrorCode, ProblemKind>> = {
  TOO_LARGE: 'too-large',
  UNSUPPORTED_FORMAT: 'unsupported-media-type',
  TOO_COSTLY: 'unreadable',
  BINARY_FILE: 'unreadable',
  UNREADABLE: 'unreadable',
  UNKNOWN_ENCODING: 'unreadable',
}

/** The problem that an error of the indexer is; other errors as they are. */
export function asReadingProblem(error: unknown): unknown {
  if (!(error instanceof IndexingError)) return error
  if (error.code === 'EMPTY_FILE') return withoutText()
  const kind = KINDS[error.code]
  if (kind === undefined) return error
  const problem: Problem = new ProblemError(
    kind,
    `The document cannot be read: ${error.message}.`,
    undefined,
    {
      cause: error,
    },
  )
  return problem
}
