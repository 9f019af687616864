/**
 * What is stored and how Meilisearch is told to keep it: the records of a generation and their settings, as data.
 *
 * Meilisearch's own text matching is not used: terms are ours, found as filter values. Nothing is declared
 * searchable, so it builds no word index, which is most of what indexing would cost.
 */
import type { Settings } from 'meilisearch'
import { ANALYZER_VERSION } from '../language/analyzer.ts'
import { LEVEL_FLOORS } from '../ranking/levels.ts'

/** Changes whenever records or settings do: an index built with another version is rebuilt. */
export const SCHEMA_VERSION = 9

/** Value of the facets `year` and `month` for documents without a date, and of none for filters. */
export const UNKNOWN = 'unknown'

/** Value of `topics` for documents that show none of the topics. */
export const UNCLASSIFIED = 'unclassified'

/** A passage as stored: found and ranked. */
export type PassageRecord = {
  /** `<document>-<position>`. */
  id: string
  /** Id of its document. */
  document: string
  /** 0-based place among the passages of the document. */
  position: number
  /** Language of this passage, which may differ from its document's. */
  lang: string
  title: string
  /** Headings above it, outermost first. */
  heading: string[]
  text: string
  /** UTF-16 offsets of `text` in the document text. */
  start: number
  end: number
  /**
   * Its length and the terms of title, headings, text and labels of topics, encoded (ranking/encoded-terms.ts): what
   * ranking counts.
   */
  terms: string
  /** One {@link levelToken} for each distinct term. */
  tok: string[]
  /** Copies of the document's fields, for filters. */
  documentLang: string
  topics: string[]
  date?: number
  dateEnd?: number
}

/** A document as stored: counted, faceted, sorted, paged, browsed. */
export type DocumentRecord = {
  /** 16 hexadecimal digits. */
  id: string
  /** Of its file, relative to the indexed root. */
  path: string
  title: string
  lang: string
  /** Languages of its passages. */
  langs: string[]
  /** Topic ids, or {@link UNCLASSIFIED} alone. */
  topics: string[]
  /** Topic id → words of the document that gave it. */
  topicWords: Record<string, string[]>
  /** Epoch seconds UTC of the first day of its period; absent if undated. */
  date?: number
  /** The same of the last day. */
  dateEnd?: number
  datePrecision?: 'day' | 'month' | 'year'
  /** The words the date was read from. */
  dateWords?: string
  /** `2023` or {@link UNKNOWN}. */
  year: string
  /** `2023-07`, or {@link UNKNOWN} where the month is not known. */
  month: string
  source: string
  url: string
  /** Ids of documents that are translations of this one. */
  translations: string[]
  /** Number of its passages. */
  passages: number
  /** One {@link token} for each distinct term of its passages, labels of its topics included. */
  tok: string[]
}

/** What ranking reads of a passage. The rest, as all of a document, is fetched by id for those that are shown. */
export const CANDIDATE_FIELDS = [
  'id',
  'lang',
  'documentLang',
  'terms',
] as const satisfies (keyof PassageRecord)[]

const onlyEqual = { facetSearch: false, filter: { equality: true, comparison: false } }
const comparable = { facetSearch: false, filter: { equality: true, comparison: true } }

/** Out of reach: no result behind this number can be paged to, and the engine's totals stop at it. */
const MAX_TOTAL_HITS = 1_000_000_000

const shared = {
  searchableAttributes: [],
  proximityPrecision: 'byAttribute',
  prefixSearch: 'disabled',
  facetSearch: false,
  typoTolerance: { enabled: false },
  rankingRules: ['sort'],
} satisfies Settings

/** Settings of the three indexes of a generation. */
export const settings = {
  passages: {
    ...shared,
    // The engine takes all attributes of a hit apart that it may show, asked for or not: `tok` costs most of all.
    displayedAttributes: [...CANDIDATE_FIELDS],
    filterableAttributes: [
      { attributePatterns: ['tok', 'document', 'documentLang', 'topics'], features: onlyEqual },
      { attributePatterns: ['date', 'dateEnd'], features: comparable },
    ],
    pagination: { maxTotalHits: MAX_TOTAL_HITS },
  },
  documents: {
    ...shared,
    displayedAttributes: ['id'],
    filterableAttributes: [
      {
        attributePatterns: ['tok', 'id', 'lang', 'topics', 'year', 'month', 'source'],
        features: onlyEqual,
      },
      { attributePatterns: ['date', 'dateEnd'], features: comparable },
    ],
    sortableAttributes: ['date', 'id'],
    // Every match can be counted and reached.
    pagination: { maxTotalHits: 1_000_000_000 },
    faceting: { maxValuesPerFacet: 1000, sortFacetValuesBy: { '*': 'count' } },
  },
  statistics: { ...shared },
} satisfies Record<string, Settings>

/** What an index was built with: one that was built with something else cannot be read and must be built again. */
export const INDEX_VERSION = `schema ${SCHEMA_VERSION}, ${LEVEL_FLOORS.length} levels, analyzer ${ANALYZER_VERSION}`
