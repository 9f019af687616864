/**
 * The search flow, from top to bottom:
 *
 *   understand → bridge → what counts as a match → retrieve and count → rank → group by document → the page
 *
 * Two rounds of requests to the engine in most cases: candidates and counts, then what the page shows.
 */
import type { ShownTranslation } from '../../engine/fetch.ts'
import { and } from '../../engine/filters.ts'
import { ask, type FacetCounts, type IndexReader, matches } from '../../engine/search.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { inSlices } from '../../language/slices.ts'
import { isFindable } from '../../ranking/groups.ts'
import type { Corpus } from '../live.ts'
import { decide } from './finding/decide.ts'
import { countFacets, plainFields } from './finding/facets.ts'
import { type Ladder, laddersOf, type Match, matchExpression } from './finding/match.ts'
import { type FoundDocument, pageOf } from './finding/page.ts'
import { hasTermsInOrder } from './finding/phrases.ts'
import { type Relaxation, relaxationsOf } from './finding/relax.ts'
import { type Requirements, requirementsOf } from './finding/requirements.ts'
import { retrieve } from './finding/retrieve.ts'
import { documentScope, passageScope } from './finding/scope.ts'
import type { Facet, SearchRequest } from './request.ts'
import { type Correction, correct } from './understanding/correct.ts'
import { type Expansion, expand } from './understanding/expand.ts'
import { replaceWords } from './understanding/parse.ts'
import type { QueryGroup } from './understanding/readings.ts'
import { type Query, understand } from './understanding/understand.ts'

/** What a search found, before it is put in the words of the API. */
export type SearchResult = {
  query: Query
  /** Words of the query that matching asks for. */
  words: QueryGroup[]
  /** All groups that rank and highlight, those of phrases included. */
  groups: QueryGroup[]
  /** Words of the query that were taken for others. */
  corrections: Correction[]
  /** What the bridge added to the words of the query. */
  expansions: Expansion[]
  /** Where nothing was found: what to give up to find something. */
  relaxations: Relaxation[]
  /** What counts as a match, language by language. */
  match: Match
  /**
   * `lte` if phrases are so frequent that not every match was read: the total is an upper bound. `gte` if a phrase has
   * only words of grammar and not every passage could be read: it is a lower bound.
   */
  total: { value: number; relation: 'eq' | 'lte' | 'gte' }
  documents: readonly FoundDocument[]
  /** All translations of these documents, in no order. */
  translations: ShownTranslation[]
  facets: Partial<Record<Facet, FacetCounts>>
  /** Plain sentences about what could not be done as asked. */
  warnings: string[]
}

/**
 * Searches one generation.
 *
 * @throws {EngineError} `ENGINE_UNAVAILABLE`; `INDEX_MISSING` if the generation was replaced meanwhile
 */
export async function search(
  request: SearchRequest,
  corpus: Corpus,
  bridge: Bridge,
  reader: IndexReader,
): Promise<SearchResult> {
  const { statistics } = corpus
  const asked = await understandRequest(request, corpus, bridge, reader)
  const { query, words, groups, requirements, ladders } = asked
  const own = query.languages.map(({ lang }) => lang)
  const isRanked = request.sort === 'relevance' && groups.length > 0
  const reachable = reachableLadders(ladders, request)
  const retrieved = await retrieve(
    {
      ladders: reachable,
      required: asked.required,
      scope: documentScope(request.filters),
      groups: isRanked ? groups : [],
      langs: [...statistics.languages.keys()].filter((lang) =>
        reachable.some((ladder) => ladder.lang === lang && ladder.rungs.length > 0),
      ),
      own,
      passageScope: and([passageScope(request.filters), requirements.passages]),
      accepts: ({ terms, lang }) =>
        requirements.unread.every((phrase) => hasTermsInOrder(terms, lang, phrase)),
      facets: plainFields(request),
    },
    statistics,
    reader,
  )
  const { match, expression, total } = retrieved
  const unknown = words.filter((group) =>
    [...statistics.languages.keys()].every((lang) => !isFindable(group, lang, statistics)),
  )
  const [facets, page, relaxations] = await Promise.all([
    countFacets(request, retrieved.facets, retrieved.matching, reader),
    pageOf(isRanked ? retrieved : undefined, {
      request,
      words,
      isComplete: match.every(({ ladder, rung }) => rung.share === 1 && ladder.asked.every(Boolean)),
      groups,
      own,
      unread: requirements.unread,
      statistics,
      reader,
      expression,
      total,
    }),
    total > 0
      ? []
      : relaxationsOf(
          request,
          query,
          unknown.map(({ word }) => word),
          (relaxed) => countMatches(relaxed, corpus, bridge, reader),
        ),
  ])
  return {
    query,
    words,
    groups,
    corrections: asked.corrections,
    expansions: asked.expansions,
    relaxations,
    match,
    total: { value: total, relation: requirements.isBound ? 'lte' : requirements.isPartial ? 'gte' : 'eq' },
    ...page,
    facets,
    warnings: [...query.warnings, ...requirements.warnings, ...unknown.map(nowhere)],
  }
}

/** What a request asks of documents, its filters aside. */
type Asked = {
  query: Query
  corrections: Correction[]
  expansions: Expansion[]
  /** Groups that matching asks for. */
  words: QueryGroup[]
  /** These and those of phrases: all that rank. */
  groups: QueryGroup[]
  requirements: Requirements
  /** Phrases and exclusions, as one expression on documents. */
  required: string
  ladders: Ladder[]
}

async function understandRequest(
  request: SearchRequest,
  { statistics, cognates, vocabularies }: Corpus,
  bridge: Bridge,
  reader: IndexReader,
): Promise<Asked> {
  const read = (q: string) => understand(q, request.queryLang, statistics, bridge.knows)
  const asTyped = read(request.q)
  const corrections = request.isExact
    ? []
    : await inSlices(correct(asTyped, request.q, { statistics, vocabularies, knows: bridge.knows }))
  const query =
    corrections.length === 0
      ? asTyped
      : read(replaceWords(request.q, new Map(corrections.map(({ from, to }) => [from, to]))))
  const { groups: words, expansions } = request.isExpanded
    ? expand(query, { bridge, cognates }, statistics, request.without)
    : { groups: query.groups, expansions: [] }
  const requirements = await requirementsOf(query, statistics, reader)
  return {
    query,
    corrections,
    expansions,
    words,
    groups: [...words, ...query.phrases.flatMap((phrase) => phrase.groups)],
    requirements,
    required: and(requirements.all.map(({ expression }) => expression)),
    ladders: laddersOf(words, request.words, statistics),
  }
}

/** The ladders of languages that the filter by language leaves. */
function reachableLadders(ladders: readonly Ladder[], { filters }: SearchRequest): Ladder[] {
  if (filters.lang.length === 0) return [...ladders]
  const analyzed = ladders.map(({ lang }) => lang)
  const filed = filters.lang.map((code) => (analyzed.includes(code) ? code : 'und'))
  return ladders.filter(({ lang }) => filed.includes(lang))
}

/** How many documents match a request. */
async function countMatches(
  request: SearchRequest,
  corpus: Corpus,
  bridge: Bridge,
  reader: IndexReader,
): Promise<number> {
  const { ladders, required } = await understandRequest(request, corpus, bridge, reader)
  const reachable = reachableLadders(ladders, request)
  const match = await decide(reachable, required, reader)
  const expression = and([matchExpression(match, reachable), required, documentScope(request.filters)])
  const { counts } = await ask(reader, { counts: [matches(reader.indexes, expression)] })
  return counts[0]?.total ?? 0
}

function nowhere({ word }: QueryGroup): string {
  return `No document here has "${word}", in any form or translation.`
}
