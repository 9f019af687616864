/** What the API takes and answers, by name. */
import type { components, operations } from './openapi.ts'

type Schemas = components['schemas']
type QueryOf<Name extends keyof operations> = Taken<NonNullable<operations[Name]['parameters']['query']>>

/** What is given: lists may be read-only, and `undefined` is as good as absent. */
type Taken<T> = {
  [K in keyof T]: NonNullable<T[K]> extends (infer Item)[]
    ? readonly Item[] | OptionalOf<T, K>
    : T[K] | OptionalOf<T, K>
}
type OptionalOf<T, K extends keyof T> = undefined extends T[K] ? undefined : never

export type SearchParams = Taken<Schemas['SearchBody']>
export type SearchResponse = Schemas['SearchResponse']
export type SearchHit = Schemas['SearchHit']
export type SearchOutcome = Schemas['SearchOutcome']
export type MultiSearchResponse = Schemas['MultiSearchResponse']
export type Highlight = Schemas['Highlight']
export type FacetBucket = Schemas['FacetBucket']
export type FacetParams = QueryOf<'searchFacet'>
export type FacetResponse = Schemas['FacetResponse']
export type SuggestParams = QueryOf<'suggest'>
export type SuggestResponse = Schemas['SuggestResponse']
/** How a document is cited: format, and the day on which it was read. */
export type CitationParams = QueryOf<'getCitation'>
export type DocumentParams = QueryOf<'getDocument'>
export type DocumentResponse = Schemas['DocumentResponse']
export type DocumentPassage = Schemas['DocumentPassage']
export type RelatedParams = QueryOf<'getRelated'>
export type RelatedResponse = Schemas['RelatedResponse']
export type ParallelParams = QueryOf<'getParallel'>
export type ParallelResponse = Schemas['ParallelResponse']
export type TermsResponse = Schemas['TermsResponse']
export type StatsResponse = Schemas['StatsResponse']
export type TimelineParams = QueryOf<'getTimeline'>
export type TimelineResponse = Schemas['TimelineResponse']
export type CoverageParams = QueryOf<'getCoverage'>
export type CoverageResponse = Schemas['CoverageResponse']
export type TopicsResponse = Schemas['TopicsResponse']
export type ExportParams = Omit<QueryOf<'exportDocuments'>, 'format'>
export type ExportedDocument = Schemas['ExportedDocument']
export type JobsParams = QueryOf<'listJobs'>
export type JobsResponse = Schemas['JobsResponse']
export type JobResponse = Schemas['JobResponse']
export type PostedDocument = Taken<Schemas['PostedDocument']>
export type PostedLine = Taken<Schemas['PostedLine']>
export type DocumentPatch = Taken<Schemas['DocumentPatch']>
export type LineResult = Schemas['LineResult']
export type LexiconResponse = Schemas['LexiconResponse']
export type LexiconPairsParams = QueryOf<'listLexiconPairs'>
export type LexiconPairsResponse = Schemas['LexiconPairsResponse']
export type LexiconPair = Schemas['LexiconPair']
export type PostedPair = Taken<Schemas['PostedPair']>
export type ReadyResponse = Schemas['ReadyResponse']
export type Problem = Schemas['Problem']
export type ParameterError = Schemas['ParameterError']
