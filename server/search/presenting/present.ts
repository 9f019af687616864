/** What a search found → the answer of the API. */

import type { ShownCopy } from '../../../engine/copies.ts'
import type { ShownDocument, ShownPassage, ShownTranslation } from '../../../engine/fetch.ts'
import { idOfKey, UNCLASSIFIED, UNKNOWN } from '../../../engine/schema.ts'
import type { FacetCounts } from '../../../engine/search.ts'
import { referenceLabel } from '../../../language/references/references.ts'
import type { Steps } from '../../../language/slices.ts'
import type { DocumentCopy, DocumentTranslation } from '../../schemas/common.ts'
import type { DocumentPassage } from '../../schemas/documents.ts'
import type { FacetBucket, SearchHit, SearchResponse } from '../../schemas/search.ts'
import type { LabelLanguage, TopicLabels } from '../../topics.ts'
import type { Copies, FoundWithCopies } from '../finding/copies.ts'
import type { Facet, Filters, SearchRequest } from '../request.ts'
import type { SearchResult } from '../search.ts'
import { shownDate } from './date.ts'
import { createHighlighter, type Highlighter, markHtml } from './highlight.ts'

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
}

/** Puts a result in the words of the API, a document a step. */
export function* presentSearch(
  request: SearchRequest,
  result: SearchResult,
  how: Presentation,
): Steps<SearchResponse> {
  const pages = Math.ceil(result.total.value / request.size)
  const { filters } = request
  const highlight = createHighlighter(result.groups)
  const results: SearchHit[] = []
  for (const found of result.documents) {
    yield
    results.push(presentHit(found, result.translations, highlight, how))
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
        dateBasis: filters.dateBasis,
        place: filters.place,
        folder: filters.folder,
        from: filters.from ?? null,
        to: filters.to ?? null,
        undated: filters.includesUndated ? 'include' : 'exclude',
      },
      sort: request.sort,
    },
    corrections: result.corrections,
    expansions: result.expansions,
    relaxations: result.relaxations,
    total: result.total,
    undated: result.undated ?? null,
    results,
    facets: Object.fromEntries(
      Object.entries(result.facets).map(([facet, counts]) => [
        facet,
        { buckets: presentBuckets(facet as Facet, counts, request, how) },
      ]),
    ),
    page: { number: request.page, size: request.size, pages },
    links: {
      self: how.url,
      ...(request.page < pages ? { next: linkTo(how.url, request.page + 1) } : {}),
      ...(request.page > 1 && pages > 0 ? { prev: linkTo(how.url, Math.min(request.page - 1, pages)) } : {}),
    },
    warnings: result.warnings,
    tookMs: rounded(how.tookMs),
    index: { generation: how.generation },
  }
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

/**
 * The properties that a document has wherever it is shown.
 *
 * @param translations of this document and maybe of others too, in any order
 */
export function presentDocument(
  document: ShownDocument,
  translations: readonly ShownTranslation[],
  copies: Copies,
  labels: TopicLabels,
  lang: LabelLanguage,
) {
  return {
    id: document.id,
    place: document.place,
    path: document.path,
    paths: document.paths,
    url: document.url === '' ? null : document.url,
    title: document.title,
    lang: document.lang,
    date: shownDate(document),
    datePrecision: document.datePrecision ?? null,
    dateBasis: document.date === undefined ? null : document.dateBasis,
    source: document.source === '' ? null : document.source,
    topics: document.topics
      .filter((id) => id !== UNCLASSIFIED)
      .map((id) => ({
        id,
        label: labels.label(id, lang),
        words: document.topicWords[id] ?? [],
        score: document.topicScores[id] ?? 1,
      })),
    references: document.references.map((id) => ({
      id,
      label: referenceLabel(id, lang),
      articles: document.articles.filter((article) => article.startsWith(`${id}#`)),
    })),
    tags: document.tags,
    translations: ownTranslations(document, translations),
    copies: [
      ...copies.folded.map((copy) => presentCopy(copy, true)),
      ...copies.others.map((copy) => presentCopy(copy, false)),
    ],
    copiesTotal: copies.total,
  }
}

function presentCopy(copy: ShownCopy, folded: boolean): DocumentCopy {
  const { id, title, place, path, url } = copy
  return { id, title, place, path, url: url === '' ? null : url, date: shownDate(copy), folded }
}

/** A passage as others may name it: its document and its place in it, whatever the revision. */
function passageId({ document, position }: ShownPassage): string {
  return `${idOfKey(document)}-${position}`
}

function ownTranslations(
  document: ShownDocument,
  translations: readonly ShownTranslation[],
): DocumentTranslation[] {
  const byId = new Map(translations.map((translation) => [translation.id, translation]))
  return document.translations
    .flatMap((id) => byId.get(id) ?? [])
    .map(({ id, lang, title, path }) => ({ id, lang, title, path }))
}

/** A passage of a document that is read, not searched. */
export function presentDocumentPassage(passage: ShownPassage): DocumentPassage {
  const { lang, heading, text, start, end } = passage
  return { id: passageId(passage), lang, heading, text, start, end, ...pageOf(passage) }
}

function presentHit(
  found: FoundWithCopies,
  translations: readonly ShownTranslation[],
  highlight: Highlighter,
  how: Presentation,
): SearchHit {
  const { document } = found
  const titleHighlights = highlight(document.title, document.lang)
  return {
    ...presentDocument(document, translations, found.copies, how.labels, how.labelsLang),
    titleHighlights,
    ...(how.asHtml ? { titleHtml: markHtml(document.title, titleHighlights) } : {}),
    score: found.score === undefined ? null : rounded(found.score),
    missing: found.missing,
    passages: found.passages.map((passage) => presentPassage(passage, highlight, how.asHtml)),
  }
}

function pageOf({ page }: ShownPassage): { page?: number } {
  return page === undefined ? {} : { page }
}

function presentPassage(passage: ShownPassage, highlight: Highlighter, asHtml: boolean) {
  const highlights = highlight(passage.text, passage.lang)
  return {
    id: passageId(passage),
    lang: passage.lang,
    heading: passage.heading,
    text: passage.text,
    start: passage.start,
    end: passage.end,
    ...pageOf(passage),
    highlights,
    ...(asHtml ? { html: markHtml(passage.text, highlights) } : {}),
  }
}

type ListFilters = Pick<Filters, 'lang' | 'topic' | 'reference' | 'tag' | 'dateBasis' | 'place' | 'folder'>

/** Values that are shown of a facet, and of those that grow with every document. */
const MAX_BUCKETS = 1000
const MAX_OPEN_BUCKETS = 200
const OPEN_FACETS: ReadonlySet<Facet> = new Set(['reference', 'tag'])

/** Most frequent first; periods newest first; selected values stay visible when nothing has them. */
function presentBuckets(
  facet: Facet,
  counts: FacetCounts,
  { filters }: SearchRequest,
  { labels, labelsLang }: Presentation,
): FacetBucket[] {
  const selected: readonly string[] = facet in filters ? filters[facet as keyof ListFilters] : []
  const isPeriod = facet === 'year' || facet === 'month'
  const labelOf = (value: string): string => {
    if (facet === 'topic') return labels.label(value, labelsLang)
    return facet === 'reference' ? referenceLabel(value, labelsLang) : value
  }
  return [...new Set([...Object.keys(counts), ...selected])]
    .map((value) => ({
      value,
      label: labelOf(value),
      count: counts[value] ?? 0,
      selected: selected.includes(value),
    }))
    .sort((a, b) =>
      isPeriod ? byPeriod(a.value, b.value) : b.count - a.count || (a.value < b.value ? -1 : 1),
    )
    .filter(
      ({ selected }, index) => selected || index < (OPEN_FACETS.has(facet) ? MAX_OPEN_BUCKETS : MAX_BUCKETS),
    )
}

/** Newest first, and what is not dated last. */
function byPeriod(a: string, b: string): number {
  if (a === UNKNOWN || b === UNKNOWN) return a === UNKNOWN ? 1 : -1
  return a < b ? 1 : -1
}

function linkTo(url: string, page: number): string {
  const [path = ''] = url.split('?')
  const params = new URLSearchParams(url.slice(path.length))
  params.set('page', String(page))
  return `${path}?${params}`
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
