/** `GET /v1/facets/{name}`: the values of a facet that have a text. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { MAX_FACET_VALUES } from '../../engine/schema.ts'
import { referenceLabel } from '../../language/references/references.ts'
import { inSlices } from '../../language/slices.ts'
import { abortSignal } from '../abort.ts'
import { varyBy } from '../headers.ts'
import { nearest } from '../nearest.ts'
import { allowMissing } from '../partial.ts'
import { ProblemError } from '../problem.ts'
import { failures, ref, unchanged } from '../schemas/common.ts'
import { type FacetBucket, FacetParams, FacetQuery, FacetResponse } from '../schemas/facets.ts'
import { readParams } from '../search/params.ts'
import { allBuckets } from '../search/presenting/buckets.ts'
import { valuesWith } from '../search/presenting/facet-values.ts'
import { FACETS, type Facet } from '../search/request.ts'
import { search } from '../search/search.ts'
import { labelLanguage, type TopicLabels } from '../topics.ts'
import type { RouteOptions } from './options.ts'

const DEFAULT_SIZE = 20

/** Finding values of facets. */
export const facetRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { engine, live, bridge, labels, inTurn },
) => {
  const schema = {
    operationId: 'searchFacet',
    tags: ['Search'],
    summary: 'Find values of a facet',
    description:
      'For lists that are too long to be shown whole: the values of a facet that have a text, with the counts that they have beside a search with the same words and filters. As there, the filter of the facet itself is left out.',
    params: FacetParams,
    querystring: FacetQuery,
    response: { 200: ref(FacetResponse), ...unchanged, ...failures(400, 401, 404, 414, 421, 429, 500, 503) },
  }
  app.get('/v1/facets/:name', { schema, config: { changesWith: 'index' } }, async (request, reply) => {
    const facet = knownFacet(request.params.name)
    const { q = '', query = '', size = DEFAULT_SIZE, ...rest } = request.query
    const wanted = readParams({ ...rest, q: query, facets: [facet], size: 0 }, labels.ids)
    const signal = abortSignal(reply)
    const labelsLang = labelLanguage(request.headers['accept-language'])
    const answer = await inTurn(reply, signal, () =>
      live.reading(async (current, moment) => {
        const allowing = allowMissing(engine, request)
        const reader = { engine: allowing.engine, signal, ...moment }
        const { facets } = await search(wanted, current, bridge(), reader)
        const counts = facets[facet] ?? {}
        const buckets = allBuckets(facet, counts, wanted.filters, { labels, labelsLang })
        const found = await inSlices(
          valuesWith(q, buckets, (bucket) => namesOf(facet, bucket, labels)),
          signal,
        )
        const isWhole = Object.keys(counts).length < MAX_FACET_VALUES
        const partial = allowing.partial(current)
        const relation = isWhole && partial.partial === undefined ? 'eq' : 'gte'
        const total = { value: found.length, relation }
        return { facet, q, buckets: found.slice(0, size), total, ...partial }
      }),
    )
    varyBy(reply, 'accept-language')
    return answer
  })
}

function knownFacet(name: string): Facet {
  const facet = FACETS.find((one) => one === name)
  if (facet !== undefined) return facet
  const meant = nearest(name, FACETS)
  throw new ProblemError('not-found', {
    en: `There is no facet "${name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`} There are: ${FACETS.join(', ')}.`,
    it: `Non c’è una faccetta "${name}".${meant === undefined ? '' : ` Intendevi "${meant}"?`} Ci sono: ${FACETS.join(', ')}.`,
  })
}

/** What a value is called, in both languages where it has names. */
function namesOf(facet: Facet, { value, label }: FacetBucket, labels: TopicLabels): string[] {
  if (facet === 'topic') return [labels.label(value, 'it'), labels.label(value, 'en'), value]
  if (facet === 'reference') return [referenceLabel(value, 'it'), referenceLabel(value, 'en'), value]
  return [label]
}
