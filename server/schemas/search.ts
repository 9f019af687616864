/** Parameters and answer of `GET /v1/search`. */
import { type Static, Type } from 'typebox'
import { FACETS } from '../search/request.ts'
import { documentProperties, Highlight, ref } from './common.ts'

const DATE = '^\\d{4}(-\\d{2}(-\\d{2})?)?$'

/** The query string. Lists may be repeated parameters, commas, or both. */
export const SearchQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({
        maxLength: 512,
        description:
          'What to look for, in Italian or English. Words are found in any inflection; `"quoted words"` stand one after another as written; `-word` and `-"quoted words"` exclude. Empty or absent: browse everything, newest first.',
        examples: ['semiconduttori', '"supply chain" -chip'],
      }),
    ),
    queryLang: Type.Optional(
      Type.String({
        enum: ['auto', 'it', 'en'],
        description: 'Language that `q` is in. `auto`, the default, estimates it; the answer says what it was taken for.',
      }),
    ),
    lang: Type.Optional(
      Type.Array(Type.String({ maxLength: 64 }), {
        maxItems: 20,
        description: 'Only documents in any of these languages (ISO 639-1, or `und`).',
        examples: [['it', 'en']],
      }),
    ),
    topic: Type.Optional(
      Type.Array(Type.String({ maxLength: 1024 }), {
        maxItems: 20,
        description: 'Only documents with any of these topics (see `/v1/topics`), or `unclassified`.',
        examples: [['semiconductors']],
      }),
    ),
    from: Type.Optional(
      Type.String({ pattern: DATE, description: 'Only documents published on or after: YYYY, YYYY-MM or YYYY-MM-DD.' }),
    ),
    to: Type.Optional(
      Type.String({ pattern: DATE, description: 'Only documents published on or before; 2024 means to its last day.' }),
    ),
    sort: Type.Optional(
      Type.String({
        enum: ['relevance', 'date', '-date'],
        description: '`relevance` (default), `date` oldest first, `-date` newest first. Undated documents come last.',
      }),
    ),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Page, from 1 (default).' })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'Documents a page; default 20.' })),
    facets: Type.Optional(
      Type.Array(Type.String({ maxLength: 64 }), {
        maxItems: 10,
        description: `Fields to count the matching documents by: ${FACETS.join(', ')}.`,
        examples: [['topic', 'lang']],
      }),
    ),
    format: Type.Optional(
      Type.String({
        enum: ['json', 'html'],
        description: '`html` adds title and passages as escaped HTML with `<mark>` around what matches.',
      }),
    ),
  },
  { additionalProperties: false },
)
export type SearchQuery = Static<typeof SearchQuery>

/** A passage of a result. */
export const FoundPassage = Type.Object(
  {
    id: Type.String(),
    lang: Type.String({ description: 'Language of this passage; quotations may differ from their document.' }),
    heading: Type.Array(Type.String(), { description: 'Headings above it, outermost first.' }),
    text: Type.String(),
    start: Type.Integer({ description: 'Where it begins in the text of the document, in UTF-16 code units.' }),
    end: Type.Integer({ description: 'Where it ends there.' }),
    highlights: Type.Array(ref(Highlight), { description: 'What matches in `text`.' }),
    html: Type.Optional(Type.String({ description: 'With `format=html`: `text`, escaped, with `<mark>`.' })),
  },
  { $id: 'FoundPassage' },
)

/** A document that matches. */
export const SearchHit = Type.Object(
  {
    ...documentProperties,
    titleHighlights: Type.Array(ref(Highlight), { description: 'What matches in `title`.' }),
    titleHtml: Type.Optional(Type.String({ description: 'With `format=html`: `title`, escaped, with `<mark>`.' })),
    score: Type.Union([Type.Number(), Type.Null()], {
      description:
        'Relevance; compares only within one search. Null where documents are not ranked: browsing, sorting by date, and far down long lists.',
    }),
    passages: Type.Array(ref(FoundPassage), { description: 'Its best passages, at most three.' }),
  },
  { $id: 'SearchHit' },
)
export type SearchHit = Static<typeof SearchHit>

/** One value of a facet. */
export const FacetBucket = Type.Object(
  {
    value: Type.String({ description: 'As the parameter of the same name takes it.' }),
    label: Type.String(),
    count: Type.Integer({ description: 'Matching documents that have it. Exact.' }),
    selected: Type.Boolean({ description: 'Whether the request filters by it.' }),
  },
  { $id: 'FacetBucket' },
)
export type FacetBucket = Static<typeof FacetBucket>

/** The answer to a search. */
export const SearchResponse = Type.Object(
  {
    query: Type.Object({
      q: Type.String(),
      queryLang: Type.Object({
        value: Type.String(),
        source: Type.String({ enum: ['given', 'detected'] }),
        confidence: Type.Number({ description: '0 to 1.' }),
      }),
      terms: Type.Array(Type.String(), { description: 'The words of `q` that are looked for.' }),
      matching: Type.Object(
        {
          words: Type.String({ enum: ['all', 'some'] }),
          share: Type.Number({ description: '1: every word. Below: the share of the query, rare words weighing more.' }),
        },
        {
          description:
            'What a document must have to match. Every word, or, if too few documents have them all, enough of them.',
        },
      ),
      filters: Type.Object({
        lang: Type.Array(Type.String()),
        topic: Type.Array(Type.String()),
        from: Type.Union([Type.String(), Type.Null()], { description: 'First day.' }),
        to: Type.Union([Type.String(), Type.Null()], { description: 'Last day.' }),
      }),
      sort: Type.String(),
    }),
    total: Type.Object({
      value: Type.Integer({ description: 'Matching documents.' }),
      relation: Type.String({
        enum: ['eq', 'lte'],
        description: '`eq`: exactly so many. `lte`: at most; a quoted phrase is too frequent to read all its candidates.',
      }),
    }),
    results: Type.Array(ref(SearchHit)),
    facets: Type.Record(Type.String(), Type.Object({ buckets: Type.Array(ref(FacetBucket)) }), {
      description: 'The facets asked for. Each ignores its own filter, so that its other values can be chosen.',
    }),
    page: Type.Object({
      number: Type.Integer(),
      size: Type.Integer(),
      pages: Type.Integer({ description: 'Number of pages; 0 if nothing matches.' }),
    }),
    links: Type.Object({
      self: Type.String(),
      next: Type.Optional(Type.String()),
      prev: Type.Optional(Type.String()),
    }),
    warnings: Type.Array(Type.String(), { description: 'Parts of the query that could not be used, in plain words.' }),
    tookMs: Type.Number(),
    index: Type.Object({ generation: Type.String({ description: 'Build of the index that answered.' }) }),
  },
  { $id: 'SearchResponse' },
)
export type SearchResponse = Static<typeof SearchResponse>
