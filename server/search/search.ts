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
import { MAX_WORD_LENGTH } from '../../language/words.ts'
import { isFindable } from '../../ranking/groups.ts'
import type { Corpus } from '../live.ts'
import type { Meaning, Near } from '../meaning/meaning.ts'
import type { Sentence } from '../sentence.ts'
import { countMatches, reachableLadders, understandRequest } from './asked.ts'
import type { Cursor } from './cursor.ts'
import { meantText, nearDocuments } from './finding/by-meaning.ts'
import type { FoundWithCopies } from './finding/copies.ts'
import { listed } from './finding/entries.ts'
import { countFacets, plainFields } from './finding/facets.ts'
import { countByDate, type Histogram } from './finding/histogram.ts'
import type { Match } from './finding/match.ts'
import { pageOf } from './finding/page.ts'
import { beginLookUp, hasTermsInOrder } from './finding/phrases.ts'
import { type Relaxation, relaxationsOf } from './finding/relax.ts'
import { retrieve } from './finding/retrieve.ts'
import { documentScope, isToldByPassages, passageScope, undatedScope } from './finding/scope.ts'
import type { Facet, SearchRequest } from './request.ts'
import { type AtStage, unmeasured } from './stages.ts'
import type { Completion } from './understanding/complete.ts'
import type { Correction } from './understanding/correct.ts'
import type { Expansion } from './understanding/expand.ts'
import type { QueryGroup } from './understanding/readings.ts'
import type { Query } from './understanding/understand.ts'

/** What a search found, before it is put in the words of the API. */
export type SearchResult = {
  query: Query
  /** Words of the query that matching asks for. */
  words: QueryGroup[]
  /** All groups that rank and highlight, those of phrases included. */
  groups: QueryGroup[]
  /** Words of the query that were taken for others. */
  corrections: Correction[]
  /** Words of the corpus that the last word is taken for the beginning of. */
  completions: Completion[]
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
  /** How many documents the pages have besides, which are near in meaning and do not match. */
  byMeaning: number
  /** Under a date filter: how many documents match that have no date. */
  undated: number | undefined
  documents: readonly FoundWithCopies[]
  /** Where the next page begins, for whoever goes by cursor; undefined at the end. */
  next: Cursor | undefined
  /** All translations of these documents, in no order. */
  translations: ShownTranslation[]
  facets: Partial<Record<Facet, FacetCounts>>
  /** Counts by date, if they are wanted. */
  histogram: Histogram | undefined
  /** Plain sentences about what could not be done as asked. */
  warnings: Sentence[]
}

/**
 * Searches one generation.
 *
 * @param atStage does the work of each stage; default: as it comes
 * @param meaning what finds by meaning; default: words alone do
 * @throws {EngineError} `ENGINE_UNAVAILABLE`; `INDEX_MISSING` if the generation was replaced meanwhile
 */
export async function search(
  request: SearchRequest,
  corpus: Corpus,
  bridge: Bridge,
  reader: IndexReader,
  atStage: AtStage = unmeasured,
  meaning?: Pick<Meaning, 'near'>,
): Promise<SearchResult> {
  const { statistics } = corpus
  // The embedder is asked while words are looked up.
  const meant = meaning && meantText(request)
  const nearing = meaning && meant !== undefined && meaning.near(meant, passageScope(request.filters), reader)
  // If the request is aborted before anybody waits for it.
  if (nearing) nearing.catch(() => {})
  // One for all searches that this one leads to: most of their phrases are the same.
  const lookUp = beginLookUp()
  const asked = await atStage('understand', () =>
    understandRequest(request, corpus, bridge, reader, lookUp, atStage),
  )
  const { query, words, groups, requirements, ladders } = asked
  const own = query.languages.map(({ lang }) => lang)
  const isRanked =
    request.sort === 'relevance' &&
    groups.length > 0 &&
    request.size > 0 &&
    request.cursor?.place === undefined
  const reachable = reachableLadders(ladders, request)
  const connected = reachable.filter(({ isForeign }) => !isForeign)
  const retrieved = await atStage('retrieve', () =>
    retrieve(
      {
        // The facet counts what its other values would find.
        ladders: request.facets.includes('lang') ? ladders : reachable,
        required: asked.required,
        scope: documentScope(request.filters),
        groups: isRanked ? groups : [],
        // What documents quote of other languages may be in any.
        langs: [...statistics.languages.keys()].filter(
          (code) => connected.length === 0 || connected.some(({ lang }) => lang === code),
        ),
        own,
        passageScope: and([passageScope(request.filters), requirements.passages]),
        isToldByPassages: isToldByPassages(request.filters),
        accepts: ({ terms, lang }) =>
          requirements.unread.every((phrase) => hasTermsInOrder(terms, lang, phrase)),
        facets: plainFields(request),
      },
      statistics,
      reader,
    ),
  )
  const { expression, total } = retrieved
  const { passages: nearPassages, isLeftOut } = (await nearing) || NOTHING_NEAR
  // An exclusion that was not carried out would be given up.
  const near = await nearDocuments(requirements.isBound ? [] : nearPassages, {
    allowed: and([documentScope(request.filters), asked.required]),
    expression,
    reader,
  })
  const match = retrieved.match.filter(({ ladder }) => reachable.includes(ladder))
  const unknown = words.filter((group) =>
    [...statistics.languages.keys()].every((lang) => !isFindable(group, lang, statistics)),
  )
  const [facets, histogram, undated, page, relaxations] = await atStage('rank', () =>
    Promise.all([
      countFacets(request, retrieved.facets, retrieved.matching, reader),
      countByDate(request, retrieved.facets, retrieved.matching, reader),
      countUndated(request, retrieved.matching, reader),
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
        near: isRanked ? near : [],
      }),
      total > 0
        ? []
        : relaxationsOf(
            request,
            query,
            unknown.map(({ word }) => word),
            (relaxed) => countMatches(relaxed, corpus, bridge, reader, lookUp),
          ),
    ]),
  )
  return {
    query,
    words,
    groups,
    corrections: asked.corrections,
    completions: asked.completions,
    expansions: asked.expansions,
    relaxations,
    match,
    byMeaning: isRanked ? listed({ total, near }) - total : 0,
    total: { value: total, relation: requirements.isBound ? 'lte' : requirements.isPartial ? 'gte' : 'eq' },
    undated,
    ...page,
    facets,
    histogram,
    warnings: [
      ...query.warnings,
      ...requirements.warnings,
      // Of longer ones it was said already.
      ...unknown.filter(({ word }) => word.length <= MAX_WORD_LENGTH).map(nowhere),
      ...(histogram?.tooFine === undefined ? [] : [tooFine(histogram)]),
      ...(isLeftOut ? [MEANING_LEFT_OUT] : []),
    ],
  }
}

const NOTHING_NEAR: Near = { passages: [], isLeftOut: false }

const MEANING_LEFT_OUT: Sentence = {
  en: 'Documents that say it in other words could not be looked for this time; these were found by their words alone.',
  it: 'Questa volta non si è potuto cercare chi lo dice con altre parole; questi documenti sono stati trovati solo per le loro parole.',
}

async function countUndated(
  { filters }: SearchRequest,
  matching: string,
  reader: IndexReader,
): Promise<number | undefined> {
  const scope = undatedScope(filters)
  if (scope === undefined) return undefined
  const { counts } = await ask(reader, { counts: [matches(reader.indexes, and([matching, scope]), {})] })
  return counts[0]?.total ?? 0
}

const PER: Record<Histogram['interval'], string> = { year: 'anno', month: 'mese', day: 'giorno' }

function tooFine({ tooFine, interval }: Histogram): Sentence {
  return {
    en: `interval=${tooFine} would give too many buckets; these count by ${interval}. Choose a shorter time with from and to.`,
    it: `interval=${tooFine} darebbe troppi intervalli; questi contano per ${PER[interval]}. Scegli un periodo più breve con from e to.`,
  }
}

function nowhere({ word }: QueryGroup): Sentence {
  return {
    en: `No document here has "${word}", in any form or translation.`,
    it: `Nessun documento qui ha "${word}", in nessuna forma o traduzione.`,
  }
}
