/** The schemas that the OpenAPI document publishes under a name, each after those it refers to. */
import { BatchBody, BatchLine, BatchQuery } from './batch.ts'
import {
  DocumentCopy,
  DocumentReference,
  DocumentTopic,
  DocumentTranslation,
  FilePath,
  Highlight,
  ParameterError,
  PartialIndex,
  Problem,
} from './common.ts'
import { CoverageResponse, NamedDocument } from './coverage.ts'
import { DocumentPassage, DocumentResponse, TopicsResponse } from './documents.ts'
import { ExportedDocument } from './export.ts'
import { FacetBucket, FacetResponse, Histogram } from './facets.ts'
import { JsonFeed } from './feed.ts'
import { LiveResponse, ReadyResponse } from './health.ts'
import { IndexSummary, JobResponse, JobsResponse, ProblemPart } from './jobs.ts'
import {
  LexiconPair,
  LexiconPairsResponse,
  LexiconResponse,
  LexiconTranslation,
  PostedPair,
} from './lexicon.ts'
import { MultiSearchBody, MultiSearchResponse, SearchOutcome } from './multi-search.ts'
import { ParallelResponse, ParallelRow } from './parallel.ts'
import { RelatedDocument, RelatedResponse, SharedWord } from './related.ts'
import { SearchResponse } from './search.ts'
import { FoundPassage, SearchHit } from './search-hit.ts'
import { SearchBody } from './search-query.ts'
import { StatsResponse, TimelineResponse } from './stats.ts'
import { Suggestion, SuggestResponse } from './suggest.ts'
import { CountedExpansion, TermInLanguage, TermsResponse } from './terms.ts'
import { Expansion } from './understood.ts'
import { DocumentPatch, LineResult, PostedDocument, PostedLine } from './writing.ts'

/** In the order in which they are added. */
export const publishedSchemas = [
  ParameterError,
  PartialIndex,
  Problem,
  DocumentReference,
  DocumentTopic,
  DocumentTranslation,
  FilePath,
  DocumentCopy,
  Highlight,
  Expansion,
  FoundPassage,
  SearchHit,
  FacetBucket,
  Histogram,
  FacetResponse,
  SearchResponse,
  SearchBody,
  SearchOutcome,
  MultiSearchBody,
  MultiSearchResponse,
  Suggestion,
  SuggestResponse,
  ExportedDocument,
  JsonFeed,
  CountedExpansion,
  TermInLanguage,
  TermsResponse,
  LexiconTranslation,
  LexiconResponse,
  PostedPair,
  LexiconPair,
  LexiconPairsResponse,
  StatsResponse,
  TimelineResponse,
  NamedDocument,
  CoverageResponse,
  SharedWord,
  RelatedDocument,
  RelatedResponse,
  DocumentPassage,
  DocumentResponse,
  ParallelRow,
  ParallelResponse,
  TopicsResponse,
  LiveResponse,
  ReadyResponse,
  ProblemPart,
  IndexSummary,
  BatchQuery,
  BatchBody,
  BatchLine,
  JobResponse,
  JobsResponse,
  PostedDocument,
  PostedLine,
  LineResult,
  DocumentPatch,
]
