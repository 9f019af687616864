/** From PUT until a search finds the document, beside Meilisearch alone with the same records: one after the other. */
import type { SearchResponse } from '../server/schemas/search.ts'
import type { BenchDocument } from './documents.ts'
import { BenchError } from './errors.ts'
import type { Client } from './http.ts'
import { percentile } from './percentile.ts'
import { putAlone } from './put-alone.ts'
import type { Random } from './random.ts'
import type { Stand } from './stand.ts'

/** From PUT to found, in milliseconds; `alone` is Meilisearch with the same records. */
export type PutRow = {
  load: string
  puts: number
  /** Mean of what the texts became. */
  passages: number
  p50Ms: number
  p95Ms: number
  aloneP50Ms: number
  aloneP95Ms: number
  /** Documents that the first search after the answer did not find; their time runs until one did. */
  late: number
}

/** What puts are measured with. */
export type Putting = {
  stand: Stand
  url: string
  client: Client
  random: Random
  signal: AbortSignal
}

/** The service promises to find what it has answered; without an end, a fault would look like patience. */
const MAX_TILL_FOUND_MS = 30_000

/** Puts the documents one by one, each with a word that no other has. `load` says what goes on beside. */
export async function measurePuts(
  documents: readonly BenchDocument[],
  load: string,
  { stand, url, client, random, signal }: Putting,
): Promise<PutRow> {
  const own: number[] = []
  const alone: number[] = []
  let passages = 0
  let late = 0
  for (const [index, { texts }] of documents.entries()) {
    signal.throwIfAborted()
    // Letters only: words with digits may be taken apart.
    const word = `zq${Array.from({ length: 12 }, () => random.pick(LETTERS)).join('')}`
    const id = `put-${word}-${index}`
    const text = `${texts.join('\n\n')} ${word}`
    const startedMs = performance.now()
    await client.call({
      url: `${url}/v1/documents/${id}?wait=true`,
      method: 'PUT',
      body: { text },
      status: 201,
    })
    for (let isFirst = true; !(await finds(client, url, word, id)); isFirst = false) {
      signal.throwIfAborted()
      if (isFirst) late += 1
      if (performance.now() - startedMs > MAX_TILL_FOUND_MS) {
        throw new BenchError(
          `Document ${id} was answered, but is not found by "${word}" ${MAX_TILL_FOUND_MS / 1000} s later.`,
        )
      }
    }
    own.push(performance.now() - startedMs)
    const given = await putAlone(stand.engine, id, signal)
    alone.push(given.tookMs)
    passages += given.passages
  }
  return {
    load,
    puts: documents.length,
    passages: passages / documents.length,
    p50Ms: percentile(own, 0.5),
    p95Ms: percentile(own, 0.95),
    aloneP50Ms: percentile(alone, 0.5),
    aloneP95Ms: percentile(alone, 0.95),
    late,
  }
}

const LETTERS = [...'bcdfghjklmnpqrstvwxz']

/** Whether that document, and no other, is found: a word that is not there yet may be taken for a slip of another. */
async function finds(client: Client, url: string, word: string, id: string): Promise<boolean> {
  const { json } = await client.call({ url: `${url}/v1/search?${new URLSearchParams({ q: word })}` })
  const { results, total } = json as SearchResponse
  return total.value === 1 && results[0]?.id === id
}
