/** The service's own API as a system to be measured. */
import type { SearchResponse } from '../server/schemas/search.ts'
import type { Client } from './http.ts'
import { CUTOFF } from './measures.ts'
import type { System } from './system.ts'

/**
 * The API at `url`.
 *
 * @param facets what to count beside; totals are exact anyway
 */
export function biforaSystem(client: Client, url: string, facets: readonly string[] = []): System {
  return {
    name: 'bifora',
    search: async ({ q, langs, queryLang }) => {
      const params = new URLSearchParams({ q, size: String(CUTOFF) })
      if (langs.length > 0) params.set('lang', langs.join(','))
      if (queryLang !== undefined) params.set('queryLang', queryLang)
      if (facets.length > 0) params.set('facets', facets.join(','))
      const { json, ms } = await client.call({ url: `${url}/v1/search?${params}` })
      const { results, total, query } = json as SearchResponse
      return { ids: results.map(({ path }) => path), total: total.value, share: query.matching.share, ms }
    },
  }
}
