/** The search of the address, asked of the service. */
import type { Client, SearchParams, SearchResponse } from '@bifora/client'
import { useRef } from 'preact/hooks'
import { LIST_FILTERS, type Search } from '../address.ts'
import { type Answer, useAnswer } from '../api.tsx'
import type { Expansion } from '../shown/marked-text.tsx'

/** Documents a page. */
const PAGE_SIZE = 20

/** An answer, with the search that it answers: the address may be further already. */
export type Found = {
  search: Search
  answer: SearchResponse
  /** What was looked for besides, and what would have been, had it not been switched off. */
  expansions: readonly Expansion[]
}

/** What was looked for besides when nothing was switched off, and for which query. */
type Known = { of: string; expansions: readonly Expansion[] }

/**
 * What the search finds, with all facets and its course over time.
 *
 * @param isUnfinished whether the last word of the query may be one that is still being typed
 */
export function useSearch(search: Search, isUnfinished: boolean): Answer<Found> {
  const known = useRef<Known | undefined>(undefined)
  const params: SearchParams = {
    ...search,
    size: PAGE_SIZE,
    facets: LIST_FILTERS,
    interval: 'auto',
    ...(isUnfinished && { prefix: 'auto' }),
  }
  return useAnswer(JSON.stringify(params), async (client, signal) => {
    const [answer, all] = await Promise.all([
      client.search(params, { signal }),
      allExpansions(client, params, known.current, signal),
    ])
    known.current = all ?? { of: readingOf(params).text, expansions: answer.expansions }
    return { search, answer, expansions: withAll(known.current.expansions, answer.expansions) }
  })
}

/** The parameters that say which documents match, without those of order and pages: what feeds and exports take. */
export function criteriaOf({ sort: _sort, page: _page, copies: _copies, ...criteria }: Search) {
  return criteria
}

/**
 * An answer does not name what was switched off. It is known from the answer before, or asked for once more, without
 * results; undefined where nothing is switched off, so that the answer has all.
 */
async function allExpansions(
  client: Client,
  params: SearchParams,
  known: Known | undefined,
  signal: AbortSignal,
): Promise<Known | undefined> {
  if (params.without === undefined) return undefined
  const { text: of, reading } = readingOf(params)
  if (known?.of === of) return known
  const { expansions } = await client.search({ ...reading, size: 0 }, { signal })
  return { of, expansions }
}

/** All that decides what is looked for besides, and the same as text. */
function readingOf({ q, queryLang, expand, exact, prefix }: SearchParams) {
  const reading: SearchParams = { q, queryLang, expand, exact, prefix }
  return { reading, text: JSON.stringify(reading) }
}

/** In the order in which all were named, so that none changes its place when it is switched off. */
function withAll(all: readonly Expansion[], used: readonly Expansion[]): Expansion[] {
  const ids = new Set(all.map(({ id }) => id))
  return [...all, ...used.filter(({ id }) => !ids.has(id))]
}
