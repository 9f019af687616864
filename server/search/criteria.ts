/** What documents fulfill that match a request, where nothing is ranked or paged: exports, feeds, counts of what is new. */
import type { IndexReader } from '../../engine/search.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import type { Corpus } from '../live.ts'
import { type Asked, reachableLadders, understandRequest } from './asked.ts'
import { type Decision, decide } from './finding/decide.ts'
import { beginLookUp } from './finding/phrases.ts'
import { documentScope } from './finding/scope.ts'
import type { SearchRequest } from './request.ts'

/** What was decided of a request. */
export type Criteria = Pick<Decision, 'expression' | 'total' | 'match'> & { asked: Asked }

/** Decides what matches a request, as a search does, and counts it. */
export async function criteriaOf(
  request: SearchRequest,
  corpus: Corpus,
  bridge: Bridge,
  reader: IndexReader,
): Promise<Criteria> {
  const asked = await understandRequest(request, corpus, bridge, reader, beginLookUp())
  const ladders = reachableLadders(asked.ladders, request)
  const scope = documentScope(request.filters)
  const { expression, total, match } = await decide(
    { ladders, required: asked.required, scope, facets: [] },
    reader,
  )
  return { expression, total, match, asked }
}
