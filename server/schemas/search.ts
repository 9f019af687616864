/** The answer to a search. */
import { type Static, Type } from 'typebox'
import { partialProperty, ref } from './common.ts'
import { FacetBucket, Histogram } from './facets.ts'
import { SearchHit } from './search-hit.ts'
import { understoodProperties } from './understood.ts'

/** The answer to a search. */
export const SearchResponse = Type.Object(
  {
    ...understoodProperties,
    total: Type.Object(
      {
        value: Type.Integer({ description: 'Matching documents.' }),
        relation: Type.String({
          enum: ['eq', 'lte', 'gte'],
          description:
            '`eq`: exactly so many. `lte`: at most; a quoted phrase is too frequent to read all its candidates. `gte`: at least; a quoted phrase has only words of grammar, and not every passage could be read for it, or a part of the index is missing (`partial`).',
        }),
      },
      { description: 'How many documents match.' },
    ),
    byMeaning: Type.Integer({
      description:
        'Documents that are near to `q` in meaning and do not match by words. They come among the first results, on top of `total`, and `page.pages` has room for them; totals, facets and histogram do not count them.',
    }),
    undated: Type.Union([Type.Integer(), Type.Null()], {
      description:
        'With `from` or `to`: how many documents without a date match everything else. They are part of `total` with `undated=include` only. Null without a date filter.',
    }),
    results: Type.Array(ref(SearchHit), { description: 'The documents of this page.' }),
    facets: Type.Record(
      Type.String(),
      Type.Object({
        buckets: Type.Array(ref(FacetBucket), {
          description: 'Most documents first; years and months newest first.',
        }),
      }),
      {
        description:
          'The facets asked for. Each ignores its own filter, so that its other values can be chosen.',
      },
    ),
    histogram: Type.Optional(ref(Histogram)),
    page: Type.Object(
      {
        number: Type.Integer({
          description: 'This page, from 1; with `cursor`, how many pages there have been with this one.',
        }),
        size: Type.Integer({ description: 'Documents a page.' }),
        pages: Type.Integer({ description: 'Number of pages; 0 if nothing matches.' }),
      },
      { description: 'Which page this is.' },
    ),
    nextCursor: Type.Optional(
      Type.Union([Type.String(), Type.Null()], {
        description: 'With `cursor`: the cursor of the next page; null on the last.',
      }),
    ),
    links: Type.Object(
      {
        self: Type.String({ description: 'This page.' }),
        next: Type.Optional(Type.String({ description: 'The next page; absent on the last.' })),
        prev: Type.Optional(Type.String({ description: 'The page before; absent on the first.' })),
      },
      { description: 'Addresses of pages, relative to this service.' },
    ),
    warnings: Type.Array(Type.String(), {
      description: 'Parts of the query that could not be used, in plain words.',
    }),
    tookMs: Type.Number({ description: 'Time spent in the service, in milliseconds.' }),
    index: Type.Object(
      { generation: Type.String({ description: 'Name of the build; another name, another build.' }) },
      { description: 'The build of the index that answered.' },
    ),
    ...partialProperty,
  },
  { $id: 'SearchResponse', description: 'A page of the documents that match, and how many there are.' },
)
export type SearchResponse = Static<typeof SearchResponse>
