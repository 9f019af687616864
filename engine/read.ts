/**
 * Reading calls, of which a search makes a few: through a pool of connections that are kept open. The client of
 * `client.ts` goes through `fetch`, which costs as much time as the engine needs for its answer.
 */
import { Pool } from 'undici'
import { engineFailure } from './client.ts'

const TIMEOUT_MS = 5_000
/** Searches wait for a free connection beyond this many calls under way. */
const MAX_CONNECTIONS = 32

/**
 * Posts `body` to a path of the engine and gives its answer.
 *
 * @throws {EngineError} `ENGINE_UNAVAILABLE`, `INDEX_MISSING` or `ENGINE_REFUSED`
 */
export type Read = (path: string, body: object, signal?: AbortSignal) => Promise<unknown>

/** A reader of the engine at `url`. It asks for uncompressed answers, as the client does. */
export function createReader(
  url: string,
  key: string,
): { url: string; read: Read; close: () => Promise<void> } {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections: MAX_CONNECTIONS })
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': 'identity',
    ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
  }
  return {
    url,
    read: async (path, body, signal) => {
      signal?.throwIfAborted()
      const answer = await post()
      if (answer.status < 400) return answer.body
      throw engineFailure(answer.status, (answer.body as { code?: string }).code, answer.body)

      async function post(): Promise<{ status: number; body: unknown }> {
        try {
          const reply = await pool.request({
            path: `${pathname.replace(/\/$/, '')}/${path}`,
            method: 'POST',
            headers,
            body: JSON.stringify(body),
            headersTimeout: TIMEOUT_MS,
            bodyTimeout: TIMEOUT_MS,
            ...(signal === undefined ? {} : { signal }),
          })
          return { status: reply.statusCode, body: await reply.body.json() }
        } catch (cause) {
          signal?.throwIfAborted()
          throw engineFailure(503, undefined, cause)
        }
      }
    },
    close: () => pool.destroy(),
  }
}
