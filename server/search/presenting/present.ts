/** What a search found → the answer of the API. */
import type { ShownPassage, ShownTranslation } from '../../../engine/fetch.ts'
import type { Steps } from '../../../language/slices.ts'
import { withEvidenceIn } from '../../evidence.ts'
import { missingParts } from '../../partial.ts'
import type { PartialIndex } from '../../schemas/common.ts'
import type { SearchResponse } from '../../schemas/search.ts'
import type { SearchHit } from '../../schemas/search-hit.ts'
import type { LabelLanguage, TopicLabels } from '../../topics.ts'
import { writeCursor } from '../cursor.ts'
import type { FoundWithCopies } from '../finding/copies.ts'
import type { Facet, SearchRequest } from '../request.ts'
import type { SearchResult } from '../search.ts'
import { presentBuckets, presentHistogram } from './buckets.ts'
import { presentDocument } from './document.ts'
import { createHighlighter, type Highlighter, markHtml } from './highlight.ts'
import { passageProperties } from './passage.ts'

/** How to present. */
export type Presentation = {
  labels: TopicLabels
  labelsLang: LabelLanguage
  /** Whether to add HTML. */
  asHtml: boolean
  /** Path and query of the request, for the links. */
  url: string
  generation: string
  tookMs: number
  /** What the result is without. Default: nothing. */
  partial?: PartialIndex
}

/** Puts a result in the words of the API, a document a step. */
export function* presentSearch(
  request: SearchRequest,
  result: SearchResult,
  how: Presentation,
): Steps<SearchResponse> {
  const listed = result.total.value + result.byMeaning
  const pages = request.size === 0 ? 0 : Math.ceil(listed / request.size)
  const { filters } = request
  const highlight = createHighlighter(result.groups)
  const results: SearchHit[] = []
  for (const found of result.documents) {
    yield
    results.push(presentHit(found, result.translations, highlight, how, request))
  }
  return {
    query: {
      q: request.q,
      queryLang: { ...result.query.lang, confidence: rounded(result.query.lang.confidence) },
      terms: result.groups.map(({ word }) => word),
      matching: presentMatching(result),
      filters: {
        lang: filters.lang,
        topic: filters.topic,
        reference: filters.reference,
        tag: filters.tag,
        source: filters.source,
        dateBasis: filters.dateBasis,
        place: filters.place,
        folder: filters.folder,
        from: filters.from ?? null,
        to: filters.to ?? null,
        undated: filters.undated,
        translated: filters.translated ?? null,
      },
      sort: request.sort,
    },
    corrections: result.corrections,
    completions: result.completions,
    expansions: withEvidenceIn(result.expansions, how.labelsLang),
    relaxations: result.relaxations,
    total: boundedTotal(result, how),
    byMeaning: result.byMeaning,
    undated: result.undated ?? null,
    results,
    facets: Object.fromEntries(
      Object.entries(result.facets).map(([facet, counts]) => [
        facet,
        { buckets: presentBuckets(facet as Facet, counts, filters, how) },
      ]),
    ),
    ...(result.histogram === undefined ? {} : { histogram: presentHistogram(result.histogram, filters) }),
    page: {
      number: request.cursor === undefined ? request.page : request.cursor.pages + 1,
      size: request.size,
      pages,
    },
    ...nextCursor(request, result),
    links: { self: how.url, ...linksFrom(request, result, pages, how.url) },
    warnings: [...(how.partial === undefined ? [] : [missingParts(how.partial)]), ...result.warnings].map(
      (warning) => warning[how.labelsLang],
    ),
    tookMs: rounded(how.tookMs),
    index: { generation: how.generation },
    ...(how.partial === undefined ? {} : { partial: how.partial }),
  }
}

/** Without a part of the index, what was counted is a lower bound at best. */
function boundedTotal({ total }: SearchResult, { partial }: Presentation): SearchResult['total'] {
  return partial === undefined || total.relation === 'lte' ? total : { ...total, relation: 'gte' }
}

function presentMatching({ match, words }: SearchResult): SearchResponse['query']['matching'] {
  const languages = match.map(({ ladder, rung }) => ({
    lang: ladder.lang,
    share: rung.share,
    unasked: words.filter((_, index) => ladder.asked[index] === false).map(({ word }) => word),
  }))
  const isComplete = languages.every(({ share, unasked }) => share === 1 && unasked.length === 0)
  const share = Math.min(1, ...languages.map(({ share }) => share))
  return { words: isComplete ? 'all' : 'some', share, languages }
}

function presentHit(
  found: FoundWithCopies,
  translations: readonly ShownTranslation[],
  highlight: Highlighter,
  how: Presentation,
  { fields }: Pick<SearchRequest, 'fields'>,
): SearchHit {
  const { document } = found
  const titleHighlights = highlight(document.title, document.lang)
  const hit = {
    ...presentDocument(document, translations, found.copies, how.labels, how.labelsLang),
    titleHighlights,
    ...(how.asHtml ? { titleHtml: markHtml(document.title, titleHighlights) } : {}),
    score: found.score === undefined ? null : rounded(found.score),
    missing: found.missing,
    foundBy: [...found.foundBy],
    passages: found.passages.map((passage) => presentPassage(passage, highlight, how.asHtml)),
  }
  if (fields === undefined) return hit
  // As it is published, a hit has its id and what else was asked for.
  return Object.fromEntries(
    Object.entries(hit).filter(([name]) => name === 'id' || fields.has(name)),
  ) as SearchHit
}

function presentPassage(passage: ShownPassage, highlight: Highlighter, asHtml: boolean) {
  const highlights = highlight(passage.text, passage.lang)
  return {
    ...passageProperties(passage),
    highlights,
    ...(asHtml ? { html: markHtml(passage.text, highlights) } : {}),
  }
}

function nextCursor(request: SearchRequest, { next }: SearchResult): Pick<SearchResponse, 'nextCursor'> {
  if (request.cursor === undefined) return {}
  return { nextCursor: next === undefined ? null : writeCursor(next, request) }
}

function linksFrom(
  request: SearchRequest,
  { next }: SearchResult,
  pages: number,
  url: string,
): Omit<SearchResponse['links'], 'self'> {
  if (request.cursor !== undefined)
    return next === undefined ? {} : { next: linkTo(url, 'cursor', writeCursor(next, request)) }
  const { page } = request
  return {
    ...(page < pages ? { next: linkTo(url, 'page', String(page + 1)) } : {}),
    ...(page > 1 && pages > 0 ? { prev: linkTo(url, 'page', String(Math.min(page - 1, pages))) } : {}),
  }
}

function linkTo(url: string, parameter: string, value: string): string {
  const [path = ''] = url.split('?')
  const params = new URLSearchParams(url.slice(path.length))
  params.set(parameter, value)
  return `${path}?${params}`
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
