/**
 * What is stored and how Meilisearch is told to keep it: the records of a generation and their settings, as data.
 *
 * Meilisearch's own text matching is not used: terms are ours, found as filter values. Nothing is declared
 * searchable, so it builds no word index, which is most of what indexing would cost.
 */
import type { Settings } from 'meilisearch'
import { ANALYZER_VERSION } from '../language/analyzer.ts'
import { LEVEL_FLOORS } from '../ranking/levels.ts'

/** Changes whenever records or settings do: an index of another one cannot be read, and is begun anew. */
export const SCHEMA_VERSION = 13

/** Value of the facets `year`, `month` and `dateBasis` for documents without a date. */
export const UNKNOWN = 'unknown'

/** Value of `topics` for documents that show none of the topics. */
export const UNCLASSIFIED = 'unclassified'

/** A passage as stored: found and ranked. */
export type PassageRecord = {
  /** `<key of its document>-<position>`: a passage belongs to one revision of a document. */
  id: string
  /** Key of its document. */
  document: string
  /** 0-based place among the passages of the document. */
  position: number
  /** Language of this passage, which may differ from its document's. */
  lang: string
  title: string
  /** Headings above it, outermost first, the title among them where it stands as one. */
  heading: string[]
  text: string
  /** UTF-16 offsets of `text` in the document text. */
  start: number
  end: number
  /** Number of the page that it begins on, from 1; absent where there are no pages. */
  page?: number
  /**
   * Its length and the terms of title, headings, text and labels of topics, encoded (ranking/encoded-terms.ts): what
   * ranking counts.
   */
  terms: string
  /** One {@link levelToken} for each distinct term. */
  tok: string[]
  /** Copies of the document's fields, for filters; the places of all of its paths. */
  documentLang: string
  topics: string[]
  place: string[]
  folder: string[]
  date?: number
  dateEnd?: number
  dateBasis: string
  references: string[]
  articles: string[]
  tags: string[]
  source: string
}

/** A document as stored: counted, faceted, sorted, paged, browsed. It is the truth about what there is. */
export type DocumentRecord = {
  /** Letters, digits, `_` and `-`; of a file 16 hexadecimal digits. */
  id: string
  /** Which of several servers it is on goes by this: 0 to 1,023, a hash of its id (parts/placement.ts). */
  slot: number
  /** Number of the change that put it there. */
  revision: number
  /** Milliseconds since 1970: when a document with this id first came, and when its present revision did. */
  addedAt: number
  changedAt: number
  /** `<id>-<revision>`; see {@link keyOf}. */
  key: string
  /** The place that it is kept in step with. */
  place: string
  /** Of its file, relative to the place. */
  path: string
  /** All files that have its content, wherever they are: its own first, then those that were found to be the same. */
  paths: FilePath[]
  /** The folders that these are in, outermost first: `reports`, `reports/2024`. */
  folder: string[]
  /** Of what it was made of, to see whether that has changed. */
  contentHash: string
  title: string
  /** Where its title is from: one made up for display is no evidence. */
  titleFrom: string
  lang: string
  /** Languages of its passages. */
  langs: string[]
  /** Topic ids, or {@link UNCLASSIFIED} alone. */
  topics: string[]
  /** Topic id → words of the document that gave it. */
  topicWords: Record<string, string[]>
  /** Topic id → how much the document is about it, from .5 to 1. */
  topicScores: Record<string, number>
  /** Ids of the acts and standards that it refers to, those named most often first (language/references/). */
  references: string[]
  /** Ids of their articles that it names: `eu:2016/679#art6`. */
  articles: string[]
  /** Its author's own tags. */
  tags: string[]
  /** Epoch seconds UTC of the first day of its period; absent if undated. */
  date?: number
  /** The same of the last day. */
  dateEnd?: number
  datePrecision?: 'day' | 'month' | 'year'
  /** Who says so: `published`, `updated`, `inferred`, or {@link UNKNOWN} if it is undated. */
  dateBasis: string
  /** The words the date was read from. */
  dateWords?: string
  /** The line that they stand in. */
  dateEvidence?: string
  /** `2023` or {@link UNKNOWN}. */
  year: string
  /** `2023-07`, or {@link UNKNOWN} where the month is not known. */
  month: string
  source: string
  url: string
  /** Ids of documents that are translations of this one. */
  translations: string[]
  /** The translations that its author names: paths or ids. */
  named: string[]
  /** What translations have in common by where they are (indexer/translations/mirror.ts). */
  mirror: string[]
  /** What is compared to see whether it is a translation of another; absent where nothing is compared. */
  signature?: SignatureRecord
  /** Marks of the signature that documents are looked up by. */
  mark?: string[]
  /** What near copies have in common (indexer/copies/minhash.ts); absent where its text is too short to tell. */
  copyMarks?: string[]
  /** By which it is estimated how much of two texts is the same. */
  sketch?: string
  /** Equal for documents that are near copies of each other: the id of one of them. Absent or null: there are none. */
  copyGroup?: string | null
  /**
   * Fingerprints of the blocks that would be boilerplate if many documents of the place had them, six bytes each in base64
   * (indexer/boilerplate/). Absent where this is not looked at.
   */
  blocks?: string
  /** Those that were known as boilerplate when its passages were made, but for those that it is the one to keep. */
  boilerplate?: string
  /** Number of its passages. */
  passages: number
  /** One {@link token} for each distinct term of its passages, labels of its topics included. */
  tok: string[]
}

/** Where a file is. */
export type FilePath = { place: string; path: string }

/** What is kept of a document to recognize its translations by (indexer/translations/signature.ts). */
export type SignatureRecord = {
  length: number
  numbers: number[]
  names: number[]
  sequences: number[]
  /** The first of its terms that the bridge knew, in the order of their first mention. */
  terms: string[]
}

/** The revision of a document stands in the ids of its passages: what has another one does not exist. */
export function keyOf(id: string, revision: number): string {
  return `${id}-${revision}`
}

/** The document that a key is of. */
export function idOfKey(key: string): string {
  return key.slice(0, key.lastIndexOf('-'))
}

/** The revision that a key is of. */
export function revisionOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('-') + 1))
}

/** The ids of passages of a document, from position `first` on. */
export function passageIds(key: string, count: number, first = 0): string[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => `${key}-${first + index}`)
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

/** Values of a facet that are counted, most frequent first: a thesaurus has thousands of topics. */
export const MAX_FACET_VALUES = 20_000

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
      {
        attributePatterns: [
          'tok',
          'document',
          'documentLang',
          'topics',
          'place',
          'folder',
          'dateBasis',
          'references',
          'articles',
          'tags',
          'source',
        ],
        features: onlyEqual,
      },
      { attributePatterns: ['date', 'dateEnd'], features: comparable },
    ],
    pagination: { maxTotalHits: MAX_TOTAL_HITS },
  },
  documents: {
    ...shared,
    // What lists of several servers are merged by; the id stands in the key.
    displayedAttributes: ['key', 'date', 'addedAt'],
    filterableAttributes: [
      {
        attributePatterns: [
          'tok',
          'key',
          'lang',
          'topics',
          'references',
          'articles',
          'tags',
          'dateBasis',
          'year',
          'month',
          'source',
          'paths.place',
          'paths.path',
          'folder',
          'contentHash',
          'mark',
          'named',
          'mirror',
          'copyMarks',
          'copyGroup',
          'translations',
        ],
        features: onlyEqual,
      },
      // The place behind a document in the order by date is asked for by its date and id.
      { attributePatterns: ['date', 'dateEnd', 'id', 'revision', 'slot'], features: comparable },
    ],
    sortableAttributes: ['date', 'id', 'addedAt'],
    // Every match can be counted and reached.
    pagination: { maxTotalHits: MAX_TOTAL_HITS },
    faceting: { maxValuesPerFacet: MAX_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
  },
  statistics: {
    ...shared,
    filterableAttributes: [
      { attributePatterns: ['epoch', 'isDone'], features: onlyEqual },
      { attributePatterns: ['number'], features: comparable },
    ],
  },
} satisfies Record<string, Settings>

/** What an index was built with: searches are only answered from one that was built with the same. */
export const INDEX_VERSION = `schema ${SCHEMA_VERSION}, ${LEVEL_FLOORS.length} levels, analyzer ${ANALYZER_VERSION}`

/** Whether the records of an index can be read, be it to build it anew from them. */
export function isReadable(version: string): boolean {
  return version.startsWith(`schema ${SCHEMA_VERSION},`)
}
