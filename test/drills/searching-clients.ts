/** Clients that search while something goes wrong, and know what a right answer is. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../../server/app.ts'
import type { SearchResponse } from '../../server/schemas/search.ts'
import { get } from '../helpers/app.ts'

/** What the service promises: an answer, or a problem that says to come again, within its deadline. */
const DEADLINE_MS = 6_000
/** What a busy machine may add before a timer is served. */
const SLACK_MS = 1_500

/** How many answers had which status. */
export type Counts = Record<number, number> & { all: number }

/** Clients of one service. */
export type SearchingClients = {
  /** So many clients ask so many times each. What was late or wrong, in words; empty if nothing was. */
  ask: (clients: number, times: number) => Promise<string[]>
  /** Waits until a search is answered with 200. */
  untilAnswered: () => Promise<void>
  counts: () => Counts
}

/**
 * Clients of a service whose index has three documents with *faro*, which nobody changes, and pairs of documents (`k12`
 * with `kx12`), which change together and have *porto* with the number of their last change.
 */
export function searchingClients(app: App): SearchingClients {
  const counts: Counts = { all: 0 }
  const one = async (query: string): Promise<string | undefined> => {
    const began = performance.now()
    const { status, body } = await get<SearchResponse>(app, `/v1/search?q=${query}&size=50`)
    const tookMs = performance.now() - began
    counts.all += 1
    counts[status] = (counts[status] ?? 0) + 1
    if (tookMs > DEADLINE_MS + SLACK_MS) return `${query}: ${status} after ${tookMs.toFixed(0)} ms`
    if (status === 503) return undefined
    if (status !== 200) return `${query}: ${status} ${JSON.stringify(body)}`
    const wrong = query === 'faro' ? wrongSteady(body) : wrongPairs(body)
    return wrong === undefined ? undefined : `${query}: ${wrong}`
  }
  return {
    ask: async (clients, times) => {
      const wrong = await Promise.all(
        Array.from({ length: clients }, async (_, client) => {
          const found: string[] = []
          for (let number = 0; number < times; number += 1) {
            const said = await one((client + number) % 2 === 0 ? 'faro' : 'porto')
            if (said !== undefined) found.push(said)
            await sleep(10)
          }
          return found
        }),
      )
      return wrong.flat()
    },
    untilAnswered: async () => {
      while ((await get(app, '/v1/search?q=faro')).status !== 200) await sleep(20)
    },
    counts: () => ({ ...counts }),
  }
}

function wrongSteady({ total, results }: SearchResponse): string | undefined {
  const ids = results.map(({ path }) => path).toSorted()
  const isRight = total.value === 3 && ids.join() === 'f1.md,f2.md,f3.md'
  return isRight ? undefined : `${total.value} documents, ${ids.join()}`
}

/** Whether two documents that change together were seen apart. */
function wrongPairs({ total, results }: SearchResponse): string | undefined {
  if (total.value % 2 !== 0 || results.length !== total.value) {
    return `${total.value} documents, ${results.length} on the page`
  }
  const texts = new Map(results.map(({ path, passages }) => [path, passages[0]?.text]))
  for (const [path, text] of texts) {
    if (path.includes('x')) continue
    const other = texts.get(path.replace(/(\d\.md)$/, 'x$1'))
    if (other !== text) return `${path} says ${text}, and the other of the pair ${other}`
  }
  return undefined
}
