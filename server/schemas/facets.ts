/** What is counted beside a search. */
import { type Static, Type } from 'typebox'
import { FACETS } from '../search/request.ts'
import { partialProperty, ref } from './common.ts'
import { filterParameters } from './search-filters.ts'
import { queryParameters } from './search-query.ts'

/** One value of a facet. */
export const FacetBucket = Type.Object(
  {
    value: Type.String({ description: 'As the parameter of the same name takes it.' }),
    label: Type.String({
      description: 'Name to show; for topics in the language that Accept-Language prefers.',
    }),
    count: Type.Integer({
      description:
        'How many documents a search finds in which this value stands alone in the filter of its own facet, and all else is as asked. Exact. Where other values of the facet are chosen, too, choosing it as well finds those that have any of them.',
    }),
    selected: Type.Boolean({ description: 'Whether the request filters by it.' }),
  },
  { $id: 'FacetBucket', description: 'One value of a facet.' },
)
export type FacetBucket = Static<typeof FacetBucket>

/** Counts by date. */
export const Histogram = Type.Object(
  {
    interval: Type.String({
      enum: ['year', 'month', 'day'],
      description: 'What a bucket is; coarser than asked for where that would be more than 1,000 buckets.',
    }),
    buckets: Type.Array(
      Type.Object({
        from: Type.String({
          description: 'First day, as the parameter `from` takes it.',
          examples: ['2023-07-01'],
        }),
        to: Type.String({
          description: 'Last day, as the parameter `to` takes it.',
          examples: ['2023-07-31'],
        }),
        count: Type.Integer({
          description: 'How many documents a search finds between these days, all else as asked. Exact.',
        }),
        selected: Type.Boolean({
          description: 'Whether the whole of it lies within `from` and `to` of the request.',
        }),
      }),
      { description: 'Oldest first, without gaps: buckets between the first and the last may count 0.' },
    ),
    coarse: Type.Integer({
      description:
        'Documents in no bucket because their date is less exact than the interval: 2023 among months, 2023-07 among days.',
    }),
    undated: Type.Integer({ description: 'Documents in no bucket because they have no date.' }),
  },
  {
    $id: 'Histogram',
    description:
      'How many documents were published when. The filter by date is left out, so that another time can be chosen; only where that would be more than 1,000 buckets it chooses which part of the time is counted.',
  },
)
export type Histogram = Static<typeof Histogram>

/** Which facet. */
export const FacetParams = Type.Object(
  {
    name: Type.String({
      maxLength: 64,
      description: `The facet: ${FACETS.join(', ')}.`,
      examples: ['source'],
    }),
  },
  { additionalProperties: false },
)

const { q: _, ...otherQueryParameters } = queryParameters

/** Which of its values, and over which documents. */
export const FacetQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({
        maxLength: 256,
        description:
          'Text that values or their names have, case and accents aside: first those that begin with it, then those that have a word that does, then all others. Topics and acts are found by their names in either language. Empty or absent: any value, most frequent first.',
        examples: ['minis'],
      }),
    ),
    query: Type.Optional(
      Type.String({
        maxLength: 512,
        description:
          'Values are counted among the documents that a search with this as its `q` finds. Empty or absent: among all.',
      }),
    ),
    ...otherQueryParameters,
    ...filterParameters,
    size: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'At most so many values; default 20.' }),
    ),
  },
  { additionalProperties: false },
)

/** Values of one facet. */
export const FacetResponse = Type.Object(
  {
    facet: Type.String({ description: 'The facet.' }),
    q: Type.String({ description: 'The text that was looked for.' }),
    buckets: Type.Array(ref(FacetBucket), {
      description: 'The values, those that fit best first, then by count.',
    }),
    total: Type.Object(
      {
        value: Type.Integer({ description: 'Values that have the text.' }),
        relation: Type.String({
          enum: ['eq', 'gte'],
          description:
            '`gte`: the facet has so many values that only the 20,000 most frequent were looked at, or a part of the index is missing (`partial`).',
        }),
      },
      { description: 'How many values there are.' },
    ),
    ...partialProperty,
  },
  { $id: 'FacetResponse', description: 'Values of a facet that have a text.' },
)
export type FacetResponse = Static<typeof FacetResponse>
