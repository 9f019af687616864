/**
 * The one HTTP client of all measurements, so that what it costs hits every system alike: node:http, connections kept
 * alive, answers asked for uncompressed. It adds less to a request than fetch does.
 */
import { Agent, type IncomingMessage, request } from 'node:http'
import { BenchError } from './errors.ts'

/** A request: GET, or one that sends JSON if there is a body; by POST if `method` says nothing else. */
export type Call = {
  url: string
  headers?: Record<string, string>
  body?: unknown
  method?: 'POST' | 'PUT' | 'DELETE'
  /** The status that is right, or several. Default 200. */
  status?: number | readonly number[]
}

/** What came back, and how long that took. */
export type Reply = {
  status: number
  json: unknown
  /** From before the request is sent until the last byte of the answer is there; parsing it is not in it. */
  ms: number
}

/** Asks servers. */
export type Client = {
  /** @throws {BenchError} if there is no answer, or one of another status */
  call: (call: Call) => Promise<Reply>
  /** Closes the connections. */
  close: () => void
}

/** A client; it opens as many connections as requests are under way at once. */
export function createClient(): Client {
  const agent = new Agent({ keepAlive: true })
  return {
    call: async ({
      url,
      headers,
      body,
      method = body === undefined ? 'GET' : 'POST',
      status: right = 200,
    }) => {
      const sent = body === undefined ? undefined : JSON.stringify(body)
      const startedMs = performance.now()
      const { status, text } = await exchange(agent, { url, method }, headers ?? {}, sent)
      const ms = performance.now() - startedMs
      if (![right].flat().includes(status))
        throw new BenchError(`${url} answered ${status}: ${text.slice(0, 500)}`)
      return { status, json: JSON.parse(text), ms }
    },
    close: () => agent.destroy(),
  }
}

function exchange(
  agent: Agent,
  { url, method }: { url: string; method: string },
  headers: Record<string, string>,
  body: string | undefined,
): Promise<{ status: number; text: string }> {
  const content =
    body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const onReply = (reply: IncomingMessage): void => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      )
      reply.on('error', reject)
    }
    const outgoing = request(
      url,
      { agent, method, headers: { 'accept-encoding': 'identity', ...headers, ...content } },
      onReply,
    )
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed a connection that was idle too long, just as it was taken up again.
      if (outgoing.reusedSocket && error.code === 'ECONNRESET')
        resolve(exchange(agent, { url, method }, headers, body))
      else reject(new BenchError(`${url} does not answer: ${error.message}.`, { cause: error }))
    })
    outgoing.end(body)
  })
}
