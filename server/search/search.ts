/**
 * The search flow, from top to bottom:
 *
 *   understand → correct → bridge → retrieve and count → rank → group by document → the page
 *
 * Two rounds of requests to the engine in most cases: candidates and counts, then what the page shows.
 */

import type { FacetCounts, Reader } from '../../engine/ask.ts'
import type { ShownTranslation } from '../../engine/fetch.ts'
import { and } from '../../engine/filter.ts'
import type { Statistics } from '../../engine/statistics.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import type { Corpus } from '../live.ts'
import { type Correction, correct } from './correct.ts'
import { type Expansion, expand } from './expand.ts'
import { countFacets, plainFields } from './facets.ts'
import { everything, type Rung, rungs } from './match.ts'
import { type FoundDocument, pageByDate, pageByRelevance } from './page.ts'
import { replaceWords } from './parse.ts'
import { hasTermsInOrder } from './phrases.ts'
import type { QueryGroup } from './readings.ts'
import { type Relaxation, relaxationsOf } from './relax.ts'
import type { Facet, SearchRequest } from './request.ts'
import { requirementsOf } from './requirements.ts'
import { retrieve } from './retrieve.ts'
import { documentScope, passageScope } from './scope.ts'
import { withTranslations } from './translations.ts'
import { type Query, understand } from './understand.ts'

/** What a search found, before it is put in the words of the API. */
export type SearchResult = {
  query: Query
  /** All groups that rank and highlight, those of phrases included. */
  groups: QueryGroup[]
  /** Words of the query that were taken for others. */
  corrections: Correction[]
  /** What the bridge added to the words of the query. */
  expansions: Expansion[]
  /** Where nothing was found: what to give up to find something. */
  relaxations: Relaxation[]
  /** Share of the query's weight that a match must have: 1 if it must have every word. */
  share: number
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
  reader: Reader,
): Promise<SearchResult> {
  const { statistics, cognates, vocabularies } = corpus
  const target = request.filters.lang.length === 1 ? request.filters.lang[0] : undefined
  const read = (q: string) => understand(q, request.queryLang, target, statistics, bridge.knows)
  const asTyped = read(request.q)
  const corrections = request.isExact
    ? []
    : correct(asTyped, request.q, { statistics, vocabularies, knows: bridge.knows })
  const query =
    corrections.length === 0
      ? asTyped
      : read(replaceWords(request.q, new Map(corrections.map(({ from, to }) => [from, to]))))
  const bridged = request.isExpanded
    ? expand(query, { bridge, cognates }, statistics, request.without)
    : { groups: query.groups, expansions: [] }

  const passagesInScope = passageScope(request.filters)
  const { all: requirements, ...required } = await requirementsOf(query, passagesInScope, statistics, reader)
  const words = [...bridged.groups, ...required.absent.flatMap((phrase) => phrase.groups)]
  const groups = [...words, ...required.present.flatMap((phrase) => phrase.groups)]

  const langs = searchedLanguages(request, statistics)
  const scope = documentScope(request.filters)
  const expressionOf = (rung: Rung, scope: string, required = requirements) =>
    and([rung.expression, ...required.map(({ expression }) => expression), scope])
  const possible = words.length === 0 ? [everything] : rungs(words, langs, statistics)
  const isRanked = request.sort === 'relevance' && groups.length > 0
  const own = query.languages.map(({ lang }) => lang)
  const retrieved = await retrieve(
    {
      possible: possible.map((rung) => ({ rung, expression: expressionOf(rung, scope) })),
      groups: isRanked ? groups : [],
      langs,
      own,
      scope: and([passagesInScope, required.passages]),
      accepts: ({ terms, lang }) => required.unread.every((phrase) => hasTermsInOrder(terms, lang, phrase)),
      isRestricted: requirements.length > 0,
      facets: plainFields(request),
    },
    statistics,
    reader,
  )

  const { rung, expression, total } = retrieved
  const context = { request, groups, own, unread: required.unread, statistics, reader, total, expression }
  const hasPhrases = query.phrases.length + query.excludedPhrases.length > 0
  const expressionWithout = async (facet: Facet) => {
    // Which documents have a phrase was only looked up among those that the filters leave.
    const within = hasPhrases
      ? await requirementsOf(
          { ...query, phrases: required.present },
          passageScope(request.filters, facet),
          statistics,
          reader,
        )
      : { all: requirements }
    return expressionOf(rung, documentScope(request.filters, facet), within.all)
  }
  const [facets, page, relaxations] = await Promise.all([
    countFacets(request, retrieved.facets, expression, expressionWithout, reader),
    (isRanked ? pageByRelevance(retrieved, context) : pageByDate(context)).then((documents) =>
      withTranslations(documents, reader),
    ),
    total > 0 ? [] : relaxationsOf(request, possible.at(-1)?.expression ?? '', requirements, reader),
  ])
  return {
    query,
    groups,
    corrections,
    expansions: bridged.expansions,
    relaxations,
    share: rung.share,
    total: { value: total, relation: required.isBound ? 'lte' : required.isPartial ? 'gte' : 'eq' },
    ...page,
    facets,
    warnings: [...query.warnings, ...required.warnings],
  }
}

/** The languages of the passages that the filters leave; those without an analyzer stand as `und`. */
function searchedLanguages({ filters }: SearchRequest, { languages }: Statistics): string[] {
  const all = [...languages.keys()]
  const asked = all.filter((lang) =>
    filters.lang.some((code) => (all.includes(code) ? code : 'und') === lang),
  )
  return asked.length > 0 ? asked : all
}
