/** One request and its answer: address, key, time limit, trying again. Knows nothing of what is asked. */
import { BiforaError, clientError, errorOf, withoutQuery } from './error.ts'

/** Where and how to ask. */
export type ClientOptions = {
  /** Address of the service, with its path if it has one: `https://example.org/bifora`. In browsers also `/bifora`. */
  url: string
  /** Key of the service, if it wants one; sent as `Authorization: Bearer`. */
  key?: string | undefined
  /** What asks. Default: the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined
  /** How often to try again where the service is busy or cannot be reached; from 0. Default: 2. */
  retries?: number | undefined
  /** Longest to wait for an answer, in milliseconds, for each try; of streams, for its beginning. Default: 15,000. */
  timeoutMs?: number | undefined
  /** Languages for the names of topics, as `Accept-Language` has them: `it`. Default: what the platform sends. */
  acceptLanguage?: string | undefined
}

/** What can be said about any call. */
export type CallOptions = {
  /** Ends the call; its reason is thrown. */
  signal?: AbortSignal | undefined
}

/** What is sent: all of it can be sent again. */
export type Body = string | Blob | ArrayBuffer

/** A request, without what all requests have. */
export type Ask = CallOptions & {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path from the address of the service, with its query. */
  path: string
  headers?: Record<string, string | undefined>
  body?: Body
  /** Whether sending it twice does what sending it once does. Default: true for GET. */
  isRepeatable?: boolean
  /** Time that the answer may well take, in milliseconds, where that is more than usual. */
  leastTimeoutMs?: number
}

/**
 * Asks the service, and again where it is busy or cannot be reached and asking twice does no harm.
 *
 * @param read takes what is wanted from an answer, within the time limit
 * @throws {BiforaError} for any answer that is no success, and where there is none
 */
export type Requester = <T>(ask: Ask, read: (answer: Response) => Promise<T>) => Promise<T>

const DEFAULT_RETRIES = 2
const DEFAULT_TIMEOUT_MS = 15_000
/** Busy, and what proxies say while a service restarts. */
const PASSING_STATUSES: readonly number[] = [429, 502, 503, 504]
const FIRST_DELAY_MS = 250
/** Who is told to wait longer than this is better told so than kept waiting. */
const MAX_DELAY_MS = 30_000

/** A requester for one service. */
export function createRequester({
  url,
  key,
  fetch = (...given) => globalThis.fetch(...given),
  retries = DEFAULT_RETRIES,
  timeoutMs = DEFAULT_TIMEOUT_MS,
  acceptLanguage,
}: ClientOptions): Requester {
  const base = url.replace(/\/+$/, '')
  const authorization = key === undefined ? undefined : `Bearer ${key}`

  const askOnce: Requester = async (ask, read) => {
    const { method = 'GET', path, headers, body, signal, leastTimeoutMs = 0 } = ask
    const address = base + path
    const limitMs = Math.max(timeoutMs, leastTimeoutMs)
    const limit = new AbortController()
    const timer = setTimeout(() => limit.abort(), limitMs)
    try {
      const answer = await fetch(address, {
        method,
        headers: known({ authorization, 'accept-language': acceptLanguage, ...headers }),
        signal: signal === undefined ? limit.signal : AbortSignal.any([signal, limit.signal]),
        ...(body === undefined ? {} : { body }),
      })
      if (!answer.ok) throw await errorOf(answer)
      return await read(answer)
    } catch (cause) {
      signal?.throwIfAborted()
      if (cause instanceof BiforaError) throw cause
      const where = withoutQuery(address)
      if (limit.signal.aborted) {
        const detail = `${where} has not answered within ${limitMs} ms. Set timeoutMs to wait longer.`
        throw clientError('#timeout', 'No answer in time', { detail, cause })
      }
      const detail = `Nothing answers at ${where}. Check the address, whether the service runs, and in browsers whether it allows this origin.`
      throw clientError('#no-answer', 'No answer', { detail, cause })
    } finally {
      clearTimeout(timer)
    }
  }

  return async (ask, read) => {
    const { method = 'GET', isRepeatable = method === 'GET' } = ask
    for (let left = isRepeatable ? retries : 0, delayMs = FIRST_DELAY_MS; ; left -= 1, delayMs *= 2) {
      try {
        ask.signal?.throwIfAborted()
        return await askOnce(ask, read)
      } catch (error) {
        if (!(error instanceof BiforaError) || left <= 0 || !isPassing(error)) throw error
        // Apart from each other, so that those who were refused together do not come back together.
        const apartMs = delayMs * (0.5 + Math.random() / 2)
        await pause(Math.min(MAX_DELAY_MS, Math.max(apartMs, error.retryAfterMs ?? 0)), ask.signal)
      }
    }
  }
}

/** Reads an answer as JSON. */
export async function asJson<T>(answer: Response): Promise<T> {
  const text = await answer.text()
  try {
    return JSON.parse(text)
  } catch (cause) {
    const detail = `What answers at ${withoutQuery(answer.url)} is not Bifora. Check the address and its path.`
    throw clientError('#not-bifora', 'No Bifora', { detail, status: answer.status, cause })
  }
}

function isPassing({ type, status, retryAfterMs = 0 }: BiforaError): boolean {
  return (type === '#no-answer' || PASSING_STATUSES.includes(status)) && retryAfterMs <= MAX_DELAY_MS
}

function known(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined),
  )
}

/** Waits; an aborted signal ends it by throwing its reason. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    }, ms)
    if (signal?.aborted) onAbort()
    else signal?.addEventListener('abort', onAbort, { once: true })
  })
}
