/** Several searches in one request. */
import { type Static, Type } from 'typebox'
import { Problem, ref } from './common.ts'
import { SearchResponse } from './search.ts'
import { SearchBody } from './search-query.ts'

/** Searches of one request. */
export const MAX_SEARCHES = 20

/** The searches. */
export const MultiSearchBody = Type.Object(
  {
    searches: Type.Array(ref(SearchBody), {
      minItems: 1,
      maxItems: MAX_SEARCHES,
      description: `Up to ${MAX_SEARCHES} searches.`,
    }),
  },
  {
    $id: 'MultiSearchBody',
    additionalProperties: false,
    description: 'Several searches.',
    examples: [
      {
        searches: [
          { q: 'semiconduttori', size: 3 },
          { q: 'idrogeno', lang: ['en'], size: 0 },
        ],
      },
    ],
  },
)

/** What came of one of them. */
export const SearchOutcome = Type.Object(
  {
    status: Type.Integer({ description: 'The HTTP status that the search would have had by itself.' }),
    answer: Type.Optional(ref(SearchResponse)),
    problem: Type.Optional(ref(Problem)),
  },
  { $id: 'SearchOutcome', description: 'The answer to one of several searches, or why there is none.' },
)
export type SearchOutcome = Static<typeof SearchOutcome>

/** What came of all. */
export const MultiSearchResponse = Type.Object(
  {
    outcomes: Type.Array(ref(SearchOutcome), {
      description: 'One for each search, in the order of the request.',
    }),
    tookMs: Type.Number({ description: 'Time spent in the service on all of them, in milliseconds.' }),
  },
  { $id: 'MultiSearchResponse', description: 'What came of several searches.' },
)
