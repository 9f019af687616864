/** The service's own API as a system to be measured. */

import { CUTOFF } from '../cli/evaluation/measures.ts'
import type { SearchResponse } from '../server/schemas/search.ts'
import type { Client } from './http.ts'
import type { System } from './system.ts'

/**
 * The API at `url`.
 *
 * @param facets what to count beside; totals are exact anyway
 * @param isBridged whether words are translated, as they are if nothing is said
 */
export function biforaSystem(
  client: Client,
  url: string,
  facets: readonly string[] = [],
  isBridged = true,
): System {
  return {
    name: isBridged ? 'bifora' : 'bifora, no bridge',
    search: async ({ q, langs, topics = [], queryLang }) => {
      const params = new URLSearchParams({ q, size: String(CUTOFF) })
      if (langs.length > 0) params.set('lang', langs.join(','))
      if (topics.length > 0) params.set('topic', topics.join(','))
      if (queryLang !== undefined) params.set('queryLang', queryLang)
      if (facets.length > 0) params.set('facets', facets.join(','))
      if (!isBridged) params.set('expand', 'none')
      const { json, ms } = await client.call({ url: `${url}/v1/search?${params}` })
      const { results, total, query } = json as SearchResponse
      return { ids: results.map(({ path }) => path), total: total.value, share: query.matching.share, ms }
    },
  }
}
