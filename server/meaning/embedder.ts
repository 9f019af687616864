/**
 * An embedder over HTTP: texts in, vectors out. Two ways of asking are known, the one of OpenAI, which most servers have
 * learned, and the one of Ollama. Both take the same request; which one it is, the answer says.
 */
import { EmbedderError } from './embedder-error.ts'

/** Where an embedder is. */
export type EmbedderOptions = {
  /** Address of the endpoint, or what stands before `/v1/embeddings`; see {@link endpointOf}. */
  url: string
  /** What it calls the model. */
  model: string
  /** Sent as bearer token, to this address and nowhere else. Default: none is sent. */
  key?: string | undefined
}

/** Makes vectors of texts. */
export type Embedder = {
  model: string
  /**
   * A vector for each text, all of the same length.
   *
   * @throws {EmbedderError} if it gives none; the reason of the signal if that aborts
   */
  embed: (texts: readonly string[], signal: AbortSignal) => Promise<number[][]>
}

/** Longer answers are none of vectors: a hundred of the longest known ones are shorter. */
const MAX_ANSWER_BYTES = 32 * 1024 ** 2
/** Longest pause that an embedder is granted. */
const MAX_RETRY_AFTER_MS = 10 * 60_000

/**
 * The endpoint that an address means: as it is where it ends in `/embeddings` or `/api/embed`; else `/embeddings` is
 * added behind a version (`/v1`), `/embed` behind `/api`, and `/v1/embeddings` behind everything else.
 */
function endpointOf(url: string): string {
  const endpoint = new URL(url)
  const path = endpoint.pathname.replace(/\/+$/, '')
  if (/\/(embeddings|api\/embed)$/.test(path)) endpoint.pathname = path
  else if (/\/v\d+$/.test(path)) endpoint.pathname = `${path}/embeddings`
  else if (/\/api$/.test(path)) endpoint.pathname = `${path}/embed`
  else endpoint.pathname = `${path}/v1/embeddings`
  return endpoint.href
}

/** The embedder at an address; nothing is asked yet. */
export function createEmbedder({ url, model, key }: EmbedderOptions): Embedder {
  const endpoint = endpointOf(url)
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  }
  return {
    model,
    embed: async (texts, signal) => {
      if (texts.length === 0) return []
      const text = await ask(JSON.stringify({ model, input: texts }), signal)
      let answer: unknown
      try {
        answer = JSON.parse(text)
      } catch {
        throw new EmbedderError('nonsense', 'The embedder answered something else than JSON.')
      }
      return vectorsIn(answer, texts.length)
    },
  }

  async function ask(body: string, signal: AbortSignal): Promise<string> {
    try {
      // Whoever is redirected to takes neither texts nor key.
      const reply = await fetch(endpoint, { method: 'POST', headers, body, redirect: 'manual', signal })
      if (!reply.ok) {
        await reply.body?.cancel()
        throw failure(reply)
      }
      return await textOf(reply)
    } catch (cause) {
      signal.throwIfAborted()
      if (cause instanceof EmbedderError) throw cause
      throw new EmbedderError('away', 'The embedder does not answer.', { cause })
    }
  }
}

function failure({ status, headers, type }: Response): EmbedderError {
  const retryAfterMs = retryAfter(headers.get('retry-after'))
  const said = `The embedder answered ${status}.`
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return new EmbedderError('denied', 'The embedder leads elsewhere, where it is not followed.')
  }
  if (status === 429) return new EmbedderError('busy', said, { retryAfterMs })
  if (status >= 500 || status === 408) return new EmbedderError('away', said, { retryAfterMs })
  if ([401, 403, 404, 405].includes(status)) {
    return new EmbedderError('denied', `${said} Look at EMBEDDER_URL, EMBEDDER_MODEL and EMBEDDER_KEY.`)
  }
  return new EmbedderError('refused', said)
}

/** RFC 9110, section 10.2.3: seconds, or a date. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.min(MAX_RETRY_AFTER_MS, Math.max(0, ms))
}

async function textOf(reply: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of reply.body ?? []) {
    bytes += chunk.length
    if (bytes > MAX_ANSWER_BYTES) {
      throw new EmbedderError('nonsense', `The embedder answered more than ${MAX_ANSWER_BYTES} bytes.`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/** `{ data: [{ index, embedding }] }` as OpenAI answers, or `{ embeddings: [[…]] }` as Ollama does. */
function vectorsIn(answer: unknown, count: number): number[][] {
  const { data, embeddings } = (answer ?? {}) as { data?: unknown; embeddings?: unknown }
  const given = Array.isArray(data) ? inOrder(data) : embeddings
  if (!Array.isArray(given) || given.length !== count) {
    throw new EmbedderError('nonsense', `The embedder was asked for ${count} vectors and gave others.`)
  }
  const [{ length = 0 } = {}] = given as { length?: number }[]
  if (length === 0 || !given.every((vector) => isVector(vector, length))) {
    throw new EmbedderError('nonsense', 'The embedder gave vectors that are not of equally many numbers.')
  }
  return given
}

function inOrder(data: readonly { index?: unknown; embedding?: unknown }[]): unknown[] {
  return data
    .map((one, place) => ({ at: typeof one?.index === 'number' ? one.index : place, is: one?.embedding }))
    .sort((a, b) => a.at - b.at)
    .map(({ is }) => is)
}

function isVector(vector: unknown, length: number): vector is number[] {
  return Array.isArray(vector) && vector.length === length && vector.every(Number.isFinite)
}
