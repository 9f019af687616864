/** The schemas that the OpenAPI document publishes under a name, each after those it refers to. */
import {
  DocumentCopy,
  DocumentReference,
  DocumentTopic,
  DocumentTranslation,
  FilePath,
  Highlight,
  ParameterError,
  Problem,
} from './common.ts'
import { DocumentPassage, DocumentResponse, TopicsResponse } from './documents.ts'
import { LiveResponse, ReadyResponse } from './health.ts'
import { IndexSummary, JobResponse, JobsResponse, ProblemPart } from './jobs.ts'
import { ParallelResponse, ParallelRow } from './parallel.ts'
import { Expansion, FacetBucket, FoundPassage, SearchHit, SearchResponse } from './search.ts'
import { DocumentPatch, LineResult, PostedDocument, PostedLine } from './writing.ts'

/** In the order in which they are added. */
export const publishedSchemas = [
  ParameterError,
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
  SearchResponse,
  DocumentPassage,
  DocumentResponse,
  ParallelRow,
  ParallelResponse,
  TopicsResponse,
  LiveResponse,
  ReadyResponse,
  ProblemPart,
  IndexSummary,
  JobResponse,
  JobsResponse,
  PostedDocument,
  PostedLine,
  LineResult,
  DocumentPatch,
]
