/**
 * The one way to talk to Meilisearch: same headers, a deadline on every call, the caller's abort passed on, and
 * failures told apart as this project's own errors.
 */
import {
  type ExtraRequestInit,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
} from 'meilisearch'
import { EngineError } from './errors.ts'

/** What `fetch` takes to connect in another way; of the type that Node.js declares, not of that of the package. */
export type FetchDispatcher = NonNullable<RequestInit['dispatcher']>

/** Longest wait for one call that is not a search, in milliseconds: an enqueued batch of records among them. */
const CALL_TIMEOUT_MS = 30_000

/**
 * A client of the server at `url`.
 *
 * It asks for uncompressed answers: compressed ones arrive chunked and cost some 40 ms each on this server.
 *
 * @param dispatcher how to connect, instead of plainly to the address
 */
export function createClient(url: string, key: string, dispatcher?: FetchDispatcher): Meilisearch {
  return new Meilisearch({
    host: url,
    ...(key === '' ? {} : { apiKey: key }),
    timeout: CALL_TIMEOUT_MS,
    requestInit: { headers: { 'Accept-Encoding': 'identity' }, ...(dispatcher && { dispatcher }) },
    defaultWaitOptions: { timeout: 0, interval: 20 },
  })
}

/**
 * Request options with a deadline and the caller's signal.
 *
 * Both go into one signal because the client drops its own timeout where a signal is given.
 */
export function within(timeoutMs: number, signal?: AbortSignal): ExtraRequestInit {
  const deadline = AbortSignal.timeout(timeoutMs)
  return { signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]) }
}

/**
 * Runs calls to the engine and turns their failures into an {@link EngineError}: `ENGINE_UNAVAILABLE` if it could
 * not be reached in time, `INDEX_MISSING` if it no longer has the index, else `ENGINE_REFUSED`.
 */
export async function calling<T>(calls: () => Promise<T>): Promise<T> {
  try {
    return await calls()
  } catch (cause) {
    throw asEngineError(cause)
  }
}

function asEngineError(cause: unknown): unknown {
  const said = causes(cause).find((error) => error instanceof EngineError)
  if (said !== undefined) return said
  if (cause instanceof MeilisearchApiError)
    return engineFailure(cause.response.status, cause.cause?.code, cause)
  if (
    cause instanceof MeilisearchRequestError ||
    cause instanceof MeilisearchRequestTimeOutError ||
    cause instanceof MeilisearchTaskTimeOutError ||
    // A body cut short or not JSON: something died, or something else answers at this address.
    cause instanceof SyntaxError ||
    cause instanceof TypeError
  ) {
    return unavailable(cause)
  }
  return cause
}

/** An error and what it came of. What connects says more exactly than `fetch` why it could not. */
function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : []
}

/** The error for an answer of the engine that is none. */
export function engineFailure(status: number, code: string | undefined, cause: unknown): EngineError {
  if (code === 'index_not_found') {
    return new EngineError(
      'INDEX_MISSING',
      'The index is not there any more; it was replaced by a newer one.',
      { cause },
    )
  }
  if (code === 'no_space_left_on_device' || saysDiskFull(cause)) return diskFull(cause)
  if (status === 401 || status === 403) {
    return new EngineError(
      'ENGINE_REFUSED',
      'The search engine refused the key. Set MEILI_KEY to a key that may do everything (the master key, for one).',
      { cause },
    )
  }
  if (status >= 502) return unavailable(cause)
  return new EngineError('ENGINE_REFUSED', `The search engine refused a request (${code ?? status}).`, {
    cause,
  })
}

function unavailable(cause: unknown): EngineError {
  return new EngineError('ENGINE_UNAVAILABLE', 'The search engine does not answer.', { cause })
}

/** Whether the engine's own words say that a disk or a quota is full: it has a code for that, and not always gives it. */
export function saysDiskFull(cause: unknown): boolean {
  const { message, cause: inner } = (cause ?? {}) as { message?: unknown; cause?: unknown }
  if (typeof message === 'string' && /\bos error (28|122)\b/.test(message)) return true
  return inner !== undefined && saysDiskFull(inner)
}

/** The error for a disk without room. */
export function diskFull(cause?: unknown): EngineError {
  return new EngineError(
    'DISK_FULL',
    'The disk is full. What was searchable before still is; free some space, then index again.',
    { cause },
  )
}
