/** Clients that search for words of the documents while something else is measured, or are measured themselves. */
import type { BenchDocument } from './documents.ts'
import type { Client } from './http.ts'
import type { Random } from './random.ts'

/** Asks one search, and gives the milliseconds it took. */
export type Ask = () => Promise<number>

/** Searches for two words of a random passage, with three facets. */
export function searcher(
  client: Client,
  url: string,
  documents: readonly BenchDocument[],
  random: Random,
): Ask {
  return async () => {
    const q = searchText(documents, random)
    const params = new URLSearchParams({ q, facets: 'topic,lang,year' })
    return (await client.call({ url: `${url}/v1/search?${params}` })).ms
  }
}

/** Two words of a random passage. */
export function searchText(documents: readonly BenchDocument[], random: Random): string {
  const words = random.pick(random.pick(documents).texts).match(/\p{L}{5,}/gu) ?? ['testo']
  return `${random.pick(words)} ${random.pick(words)}`
}

/** Asks so many times, one after another. */
export async function times(count: number, ask: Ask, signal: AbortSignal): Promise<number[]> {
  const all: number[] = []
  while (all.length < count) {
    signal.throwIfAborted()
    all.push(await ask())
  }
  return all
}

/**
 * Runs `work` while so many clients search all the time. Returns what it returned, and the milliseconds of the searches
 * that were answered meanwhile.
 */
export async function whileSearching<T>(
  clients: number,
  ask: Ask,
  work: () => Promise<T>,
): Promise<{ result: T; searches: number[] }> {
  let isOver = false
  const searches: number[] = []
  const searching = Array.from({ length: clients }, async () => {
    while (!isOver) {
      const ms = await ask()
      if (!isOver) searches.push(ms)
    }
  })
  // Looked at when the work is done; a failure before that must not count as unhandled.
  for (const one of searching) one.catch(() => {})
  try {
    return { result: await work(), searches }
  } finally {
    isOver = true
    await Promise.all(searching)
  }
}
