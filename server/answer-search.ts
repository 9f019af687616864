/** Parameters of a search → the answer of the API. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inSlices } from '../language/slices.ts'
import { allowMissing } from './partial.ts'
import type { RouteOptions } from './routes/options.ts'
import type { SearchResponse } from './schemas/search.ts'
import type { SearchQuery } from './schemas/search-query.ts'
import { readParams } from './search/params.ts'
import { presentSearch } from './search/presenting/present.ts'
import { search } from './search/search.ts'
import { labelLanguage } from './topics.ts'

/** The request that a search is a part of. */
export type Asking = { request: FastifyRequest; reply: FastifyReply; signal: AbortSignal }

/**
 * Searches when it is its turn.
 *
 * @param address the address that asks the same by GET, below the prefix of the service; links are made of it
 * @throws {ProblemError} `invalid-parameter` and others
 */
export async function answerSearch(
  params: SearchQuery,
  address: string,
  { request, reply, signal }: Asking,
  { engine, live, bridge, labels, basePath, inTurn, atStage, meaning }: RouteOptions,
): Promise<SearchResponse> {
  const startedMs = performance.now()
  const wanted = readParams(params, labels.ids)
  return inTurn(reply, signal, () =>
    live.reading(async (current, moment) => {
      const allowing = allowMissing(engine, request)
      const reader = { engine: allowing.engine, signal, ...moment }
      const result = await search(wanted, current, bridge(), reader, atStage, meaning)
      const how = {
        labels,
        labelsLang: labelLanguage(request.headers['accept-language']),
        asHtml: params.format === 'html',
        url: basePath + address,
        generation: current.build.generation,
        tookMs: performance.now() - startedMs,
        ...allowing.partial(current),
      }
      return atStage('present', () => inSlices(presentSearch(wanted, result, how), signal))
    }),
  )
}

/** The address that asks by GET for what a body asks for. */
export function searchAddress(params: SearchQuery): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value].flat()) query.append(name, String(one))
  }
  return query.size === 0 ? '/v1/search' : `/v1/search?${query}`
}
