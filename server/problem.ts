/**
 * Everything that can go wrong, as people get told (RFC 9457). Nothing of the inside leaves through here: only errors of
 * this catalog show their words, all others are an internal error with an id to find them in the log.
 */
import { EngineError } from '../engine/errors.ts'
import type { ParameterError, Problem } from './schemas/common.ts'

/** Kinds of problems: URI reference of the kind → its title and status. */
const KINDS = {
  'invalid-parameter': { title: 'A parameter is not valid', status: 400 },
  'bad-request': { title: 'The request is not valid HTTP or not understood', status: 400 },
  'key-missing': { title: 'A key is needed', status: 401 },
  'key-unknown': { title: 'The key is not known', status: 401 },
  'key-expired': { title: 'The key has expired', status: 401 },
  'scope-missing': { title: 'The key is not for this', status: 403 },
  'writing-closed': { title: 'Writing is closed', status: 403 },
  'not-found': { title: 'There is nothing here', status: 404 },
  'method-not-allowed': { title: 'This method is not allowed here', status: 405 },
  'request-timeout': { title: 'The request took too long to arrive', status: 408 },
  conflict: { title: 'The document is not of this kind of place', status: 409 },
  'pair-conflict': { title: 'The pair cannot be beside what was decided', status: 409 },
  gone: { title: 'The file is no longer there', status: 410 },
  'precondition-failed': { title: 'The document is not as it was expected to be', status: 412 },
  'too-large': { title: 'The request is too large', status: 413 },
  'unsupported-media-type': { title: 'The body is of a kind that is not understood', status: 415 },
  misdirected: { title: 'The service is not known by this host name', status: 421 },
  'no-text': { title: 'The document has no text', status: 422 },
  unreadable: { title: 'The document cannot be read', status: 422 },
  'key-reused': { title: 'The key was used for another request', status: 422 },
  'too-long': { title: 'The documents are too long for this', status: 422 },
  'uri-too-long': { title: 'The address is too long', status: 414 },
  'too-many-requests': { title: 'Too many requests', status: 429 },
  'headers-too-large': { title: 'The headers are too large', status: 431 },
  interrupted: { title: 'It was stopped before it was done', status: 503 },
  internal: { title: 'Something went wrong inside', status: 500 },
  'engine-unavailable': { title: 'The search engine is not available', status: 503 },
  'no-index': { title: 'Nothing has been indexed yet', status: 503 },
  'keys-unusable': { title: 'Keys cannot be checked at the moment', status: 503 },
  'lexicon-unusable': { title: 'Lexicons cannot be used at the moment', status: 503 },
  'no-space': { title: 'There is no room left', status: 507 },
  overloaded: { title: 'The service is busy or closing', status: 503 },
} as const

/** One of the kinds of problems. */
export type ProblemKind = keyof typeof KINDS

/** Whether a name is one of the kinds. */
export function isProblemKind(name: string): name is ProblemKind {
  return Object.hasOwn(KINDS, name)
}

/** Seconds after which trying again makes sense, for every 503. */
export const RETRY_AFTER_SECONDS = 2

/** An error that may be shown to whoever asked. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly kind: ProblemKind
  readonly errors: ParameterError[] | undefined

  constructor(kind: ProblemKind, detail: string, errors?: ParameterError[], options?: { cause?: unknown }) {
    super(detail, options)
    this.kind = kind
    this.errors = errors
  }
}

/** The HTTP status of a kind of problem. */
export function statusOf(kind: ProblemKind): number {
  return KINDS[kind].status
}

/** What a problem is where it is no answer by itself, but a part of one. */
export function problemPart(kind: ProblemKind, detail: string): Omit<Problem, 'requestId' | 'errors'> {
  const { title, status } = KINDS[kind]
  return { type: `/problems/${kind}`, title, status, detail }
}

/** The body that tells of a problem. */
export function problemBody(error: ProblemError, requestId: string): Problem {
  return {
    ...problemPart(error.kind, error.message),
    requestId,
    ...(error.errors === undefined ? {} : { errors: error.errors }),
  }
}

/** Problems that Fastify itself finds, by status. */
const BY_STATUS: Record<number, readonly [ProblemKind, string]> = {
  400: ['bad-request', 'The request could not be read. Check its address, headers and body.'],
  404: ['not-found', 'There is nothing at this address.'],
  405: ['method-not-allowed', 'Use GET here.'],
  408: ['request-timeout', 'The request did not arrive in time. Send it again.'],
  413: ['too-large', 'The body is larger than this service takes.'],
  414: ['uri-too-long', 'Shorten the query: it may have 512 characters.'],
  415: ['unsupported-media-type', 'Send no body, or one of the type application/json.'],
  431: ['headers-too-large', 'Send fewer or shorter headers.'],
  503: ['overloaded', 'Try again in a moment.'],
}

/** What Fastify calls the client's fault, under a status that has no words of its own. */
function unnamed(status: number): (typeof BY_STATUS)[number] | undefined {
  return status >= 400 && status < 500 ? BY_STATUS[400] : undefined
}

/** Any error as one that may be shown. What it cannot name stays inside, as its `cause`. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof EngineError) {
    return new ProblemError(
      'engine-unavailable',
      'The search engine does not answer at the moment. Try again shortly; nothing is lost.',
      undefined,
      { cause: error },
    )
  }
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  const known = typeof status === 'number' ? (BY_STATUS[status] ?? unnamed(status)) : undefined
  if (known !== undefined) return new ProblemError(known[0], known[1], undefined, { cause: error })
  return new ProblemError(
    'internal',
    'This is a fault of the service. Its operator can find it in the log by the requestId.',
    undefined,
    { cause: error },
  )
}
