/**
 * The search flow, from top to bottom:
 *
 *   understand → bridge → retrieve and count → rank → group by document → the page
 *
 * Two requests to the engine in most cases: candidates with counts, then the documents of the page with facets.
 */
import { and, isIn, not } from '../../engine/filter.ts'
import { documentHas } from '../../engine/has-group.ts'
import { planCandidates } from '../../engine/plan.ts'
import { ask, candidates, documentCount, type FacetCounts, type Reader } from '../../engine/search.ts'
import type { Statistics } from '../../engine/statistics.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import type { Corpus } from '../live.ts'
import { type Expansion, expand } from './expand.ts'
import { countFacets } from './facets.ts'
import { groupByDocument, type RankedDocument } from './group.ts'
import { everything, type Rung, rungs } from './match.ts'
import { type FoundDocument, pageByDate, pageByRelevance } from './page.ts'
import { hasTermsInOrder, resolvePhrases } from './phrases.ts'
import { rank } from './rank.ts'
import type { Facet, SearchRequest } from './request.ts'
import { documentScope, passageScope } from './scope.ts'
import { type Query, type QueryGroup, understand } from './understand.ts'

/** What a search found, before it is put in the words of the API. */
export type SearchResult = {
  query: Query
  /** All groups that rank and highlight, those of phrases included. */
  groups: QueryGroup[]
  /** What the bridge added to the words of the query. */
  expansions: Expansion[]
  /** Share of the query's weight that a match must have: 1 if it must have every word. */
  share: number
  /** `lte` if phrases are so frequent that not every match was read: the total is an upper bound. */
  total: { value: number; relation: 'eq' | 'lte' }
  documents: FoundDocument[]
  facets: Partial<Record<Facet, FacetCounts>>
  /** Plain sentences about what could not be done as asked. */
  warnings: string[]
}

/** A first page: with fewer matches, not every word of the query is insisted on. */
const ENOUGH_MATCHES = 10

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
  const { statistics, cognates } = corpus
  const target = request.filters.lang.length === 1 ? request.filters.lang[0] : undefined
  const query = understand(request.q, request.queryLang, target, statistics, bridge.knows)
  const bridged = request.isExpanded
    ? expand(query, { bridge, cognates }, statistics, request.without)
    : { groups: query.groups, expansions: [] }

  const passagesInScope = passageScope(request.filters)
  const [wanted, excluded] = await Promise.all([
    resolvePhrases(query.phrases, passagesInScope, statistics, reader),
    resolvePhrases(query.excludedPhrases, passagesInScope, statistics, reader),
  ])
  // A phrase that no document has is looked for word by word instead of finding nothing.
  const absent = wanted.filter(({ documents }) => documents?.length === 0).map(({ phrase }) => phrase)
  const present = wanted.filter(({ phrase }) => !absent.includes(phrase))
  const words = [...bridged.groups, ...absent.flatMap((phrase) => phrase.groups)]
  const groups = [...words, ...present.flatMap(({ phrase }) => phrase.groups)]
  const required = and([
    ...present.map(({ phrase, documents }) =>
      documents === undefined ? and(phrase.groups.map(documentHas)) : isIn('id', documents),
    ),
    ...query.excludedGroups.map((group) => not(documentHas(group))),
    ...excluded.flatMap(({ documents }) => (documents === undefined ? [] : [not(isIn('id', documents))])),
  ])
  const isBound = [...present, ...excluded].some(({ documents }) => documents === undefined)

  const langs = searchedLanguages(request, statistics)
  const possible = words.length === 0 ? [everything] : rungs(words, langs, statistics)
  const expressionOf = (rung: Rung, scope: string) => and([rung.expression, required, scope])
  const scope = documentScope(request.filters)
  const isRanked = request.sort === 'relevance' && groups.length > 0
  const candidateScope = and([
    passagesInScope,
    ...present.flatMap(({ documents }) => (documents === undefined ? [] : [isIn('document', documents)])),
  ])
  const { counts, found } = await ask(reader, {
    counts: possible.map((rung) => documentCount(reader.indexes, expressionOf(rung, scope))),
    found: (isRanked ? planCandidates(groups, langs, statistics) : []).map((part) =>
      candidates(reader.indexes, part, candidateScope),
    ),
  })

  const { rung, total } = chooseRung(possible, counts)
  const byId = new Map(found.flat().map((candidate) => [candidate.id, candidate]))
  const unread = present.filter(({ documents }) => documents === undefined).map(({ phrase }) => phrase)
  const inOrder = [...byId.values()].filter(({ terms, lang }) =>
    unread.every((phrase) => hasTermsInOrder(terms, lang, phrase)),
  )
  const ranked = groupByDocument(rank(inOrder, groups, statistics))
  const isProven = ({ passages }: RankedDocument): boolean =>
    required === '' && passages.some(({ groups }) => rung.isMetBy(groups))
  const context = { request, groups, unread, statistics, reader, total, expression: expressionOf(rung, scope) }
  const [documents, facets] = await Promise.all([
    isRanked ? pageByRelevance(ranked, isProven, context) : pageByDate(context),
    countFacets(request, (without) => expressionOf(rung, documentScope(request.filters, without)), reader),
  ])
  return {
    query,
    groups,
    expansions: bridged.expansions,
    share: rung.share,
    total: { value: total, relation: isBound ? 'lte' : 'eq' },
    documents,
    facets,
    warnings: [
      ...query.warnings,
      ...absent.map(({ text }) => `No document has the phrase "${text}"; its words are looked for one by one.`),
      ...excluded
        .filter(({ documents }) => documents === undefined)
        .map(({ phrase }) => `The words of "${phrase.text}" are too frequent to exclude the phrase everywhere.`),
    ],
  }
}

/** The languages of the passages that the filters leave; those without an analyzer stand as `und`. */
function searchedLanguages({ filters }: SearchRequest, { languages }: Statistics): string[] {
  const all = [...languages.keys()]
  const asked = all.filter((lang) => filters.lang.some((code) => (all.includes(code) ? code : 'und') === lang))
  return asked.length > 0 ? asked : all
}

/** The strictest expression that enough documents fulfill; if none does, the strictest that has all there are. */
function chooseRung(possible: readonly Rung[], counts: readonly number[]): { rung: Rung; total: number } {
  const enough = Math.min(ENOUGH_MATCHES, Math.max(...counts))
  const index = counts.findIndex((count) => count >= enough)
  return { rung: possible[index] ?? everything, total: counts[index] ?? 0 }
}
