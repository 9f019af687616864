/**
 * Reading calls, of which a search makes a few: through a pool of connections that are kept open. The client of
 * `client.ts` goes through `fetch`, which costs as much time as the engine needs for its answer.
 */
import { type buildConnector, type Dispatcher, Pool } from 'undici'
import { engineFailure } from './client.ts'
import { EngineError } from './errors.ts'
import { createGate, type Gate } from './gate.ts'

const TIMEOUT_MS = 5_000
/** Searches wait for a free connection beyond this many calls under way. */
const MAX_CONNECTIONS = 32
/** Kept free of searches, for those who ask whether all is well: they must not wait behind what overloads it. */
const URGENT_CONNECTIONS = 4
/** Longest wait for one: the engine is overloaded or does not move, and who waits is better told so. */
const MAX_WAIT_MS = 2_000

/**
 * Posts `body` to a path of the engine and gives its answer.
 *
 * @throws {EngineError} `ENGINE_UNAVAILABLE`, also where no connection is free in time, `INDEX_MISSING` or
 * `ENGINE_REFUSED`; the reason of the signal if that aborts, waiting or not
 *
 * @param isUrgent whether it goes through connections of its own, past searches that wait; default false
 */
export type Read = (path: string, body: object, signal?: AbortSignal, isUrgent?: boolean) => Promise<unknown>

/**
 * A reader of the engine at `url`. It asks for uncompressed answers, as the client does.
 *
 * @param connect opens a connection, instead of plainly to the address; an {@link EngineError} of it is the reader's
 */
export function connectToRead(
  url: string,
  key: string,
  connect?: buildConnector.connector,
): { url: string; read: Read; close: () => Promise<void> } {
  const { origin, pathname } = new URL(url)
  const connections = MAX_CONNECTIONS + URGENT_CONNECTIONS
  const pool = new Pool(origin, { connections, ...(connect && { connect }) })
  const gate = createGate(MAX_CONNECTIONS, MAX_WAIT_MS)
  const urgentGate = createGate(URGENT_CONNECTIONS, MAX_WAIT_MS)
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': 'identity',
    ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
  }
  return {
    url,
    read: async (path, body, signal, isUrgent = false) => {
      signal?.throwIfAborted()
      const enter = isUrgent ? urgentGate.enter : gate.enter
      const answer = await post(`${pathname.replace(/\/$/, '')}/${path}`, JSON.stringify(body), enter, signal)
      if (answer.status < 400) return answer.body
      throw engineFailure(answer.status, (answer.body as { code?: string }).code, answer.body)
    },
    close: () => pool.destroy(),
  }

  async function post(
    path: string,
    body: string,
    enter: Gate['enter'],
    signal?: AbortSignal,
  ): Promise<Answer> {
    let leave = (): void => {}
    try {
      leave = await enter(signal)
      const { status, bytes } = await exchange(
        pool,
        { path, method: 'POST', headers, body, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS },
        signal,
      )
      return { status, body: JSON.parse(bytes.toString()) }
    } catch (cause) {
      signal?.throwIfAborted()
      throw cause instanceof EngineError ? cause : engineFailure(503, undefined, cause)
    } finally {
      leave()
    }
  }
}

type Answer = { status: number; body: unknown }

/** One request and its whole answer. A stream for each answer, as `pool.request` makes one, costs twice the time. */
function exchange(
  pool: Pool,
  request: Dispatcher.DispatchOptions,
  signal?: AbortSignal,
): Promise<{ status: number; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let status = 0
    let abort = (): void => {}
    pool.dispatch(request, {
      onRequestStart: (controller) => {
        abort = () => controller.abort(signal?.reason)
        if (signal?.aborted) abort()
        else signal?.addEventListener('abort', abort, { once: true })
      },
      onResponseStart: (_controller, statusCode) => {
        status = statusCode
      },
      onResponseData: (_controller, chunk) => {
        chunks.push(chunk)
      },
      onResponseEnd: () => {
        signal?.removeEventListener('abort', abort)
        resolve({ status, bytes: Buffer.concat(chunks) })
      },
      onResponseError: (_controller, error) => {
        signal?.removeEventListener('abort', abort)
        reject(error)
      },
    })
  })
}
