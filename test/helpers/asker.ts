/** Searches that are compared with each other: each is asked once, and whole lists are read to their end. */
import type { App } from '../../server/app.ts'
import type { SearchHit } from '../../server/schemas/search-hit.ts'
import { type SearchParams, type SearchResponse, search, searchUrl } from './app.ts'

/** Ways to ask a service. */
export type Asker = {
  /** The answer to a search; remembered. */
  ask: (params: SearchParams) => Promise<SearchResponse>
  /** How many documents match. */
  total: (params: SearchParams) => Promise<number>
  /** All matches in their order, page by page; 100 a page if not said otherwise. */
  walk: (params: SearchParams, size?: number) => Promise<readonly SearchHit[]>
}

/** More searches at once would wait for each other longer than the service waits for the engine. */
const AT_ONCE = 4

/** Asks `app`, and nothing twice. */
export function askerOf(app: App): Asker {
  const answers = new Map<string, Promise<SearchResponse>>()
  const lists = new Map<string, Promise<SearchHit[]>>()
  let running = 0
  const waiting: (() => void)[] = []
  const searchInTurn = async (params: SearchParams): Promise<SearchResponse> => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await search(app, params)
    } finally {
      // The place goes to the next one, or is free.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
  const ask = (params: SearchParams): Promise<SearchResponse> =>
    remembered(answers, searchUrl(params), () => searchInTurn(params))
  const read = async (params: SearchParams): Promise<SearchHit[]> => {
    const hits: SearchHit[] = []
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const answer = await searchInTurn({ ...params, page })
      pages = answer.page.pages
      hits.push(...answer.results)
    }
    return hits
  }
  return {
    ask,
    // By date, which spares the ranking.
    total: async (params) => (await ask({ ...params, sort: '-date', size: 1 })).total.value,
    walk: (params, size = 100) => {
      const asked = { ...params, size }
      return remembered(lists, searchUrl(asked), () => read(asked))
    },
  }
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}
