/** Parameters of a search, in an address or as the body of a POST. */
import { type Static, Type } from 'typebox'
import { FACETS } from '../search/request.ts'
import { filterParameters, LIST_LENGTH } from './search-filters.ts'
import { HIT_FIELDS } from './search-hit.ts'

/** Parameters that say what is looked for. */
export const queryParameters = {
  q: Type.Optional(
    Type.String({
      maxLength: 512,
      description:
        'What to look for, in Italian or English. Words are found in any inflection; `"quoted words"` stand one after another as written; `-word` and `-"quoted words"` exclude; up to 16 different quoted or excluded phrases are taken. Empty or absent: browse everything, newest first.',
      examples: ['semiconduttori', '"supply chain" -chip'],
    }),
  ),
  queryLang: Type.Optional(
    Type.String({
      enum: ['auto', 'it', 'en'],
      description:
        'Language that `q` is in. `auto`, the default, estimates it; the answer says what it was taken for.',
    }),
  ),
  expand: Type.Optional(
    Type.String({
      enum: ['auto', 'none'],
      description:
        '`auto`, the default, looks for the words of `q` in both languages; the answer names every translation it used. `none` looks for them only as they are.',
    }),
  ),
  exact: Type.Optional(
    Type.Boolean({ description: '`true`: words that nobody knows are not repaired. Default `false`.' }),
  ),
  prefix: Type.Optional(
    Type.String({
      enum: ['false', 'auto', 'true'],
      description:
        'Whether the last word of `q` may be unfinished, for searching while somebody types: it is looked for as the beginning of words, the ten most frequent in each language. `auto`: unless white space follows it. `true`: in any case. `false`, the default: as a whole word. A word of grammar, a single letter, and what is quoted or excluded are not finished, and the beginning of a word of the documents is never repaired. `completions` in the answer names the words.',
    }),
  ),
  without: Type.Optional(
    Type.Array(Type.String({ maxLength: LIST_LENGTH }), {
      maxItems: 100,
      description:
        'Translations that are not wanted: ids from `expansions` of an earlier answer. An id is made of the words, so it means the same in every search that has them.',
      examples: [['x61ffdb93']],
    }),
  ),
  words: Type.Optional(
    Type.String({
      enum: ['auto', 'all', 'most', 'any'],
      description:
        'How many words of `q` a document must have, in any form or translation. `auto`, the default: all of up to three, most of more (rare words weigh more); fewer where less than ten documents of its language have that, but not down to a crowd. `all`, `most` and `any` insist.',
    }),
  ),
}

/** Parameters that say what is shown of it. */
const pageParameters = {
  copies: Type.Optional(
    Type.String({
      enum: ['fold', 'show'],
      description:
        '`fold`, the default: of near copies on one page only the best is a result, and the others are named in its `copies`, so that a page may have fewer results than its size. `show`: each is a result. Totals, facets and pages count documents either way.',
    }),
  ),
  meaning: Type.Optional(
    Type.String({
      enum: ['auto', 'off'],
      description:
        '`auto`, the default: where an embedder is set up, documents are also found by meaning, whatever their words: those that are clearly nearer to `q` than others are, fulfill the filters and have nothing that is excluded. `foundBy` of a result and `byMeaning` tell. Words alone find in any case where `q` has a quoted phrase or is still being typed (`prefix`), with `words`, `expand=none`, `sort` by date and `cursor`, and if the embedder does not answer at once; then `warnings` says so. `off`: words alone.',
    }),
  ),
  sort: Type.Optional(
    Type.String({
      enum: ['relevance', 'date', '-date'],
      // Generators of clients name values by their letters, and two would have one name.
      'x-enum-varnames': ['Relevance', 'Date', 'DateDescending'],
      description:
        '`relevance` (default), `date` oldest first, `-date` newest first. Undated documents come last.',
    }),
  ),
  page: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      description:
        'Page, from 1 (default). Where documents come and go meanwhile, some may stand on two pages or on none: `cursor` does not have that.',
    }),
  ),
  cursor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 8000,
      description:
        'To go through all matches, however many, while documents come and go: `*` to begin with, then `nextCursor` of each answer, until that is null. What is looked for, filters and `sort` have to stay; `size`, `fields` and others may change. No document is given twice on the way, and one that matches all the time and stays as it is, is given once. By date, one whose date changes meanwhile may be given again or not at all. What comes on the way is given if its place in the order is still ahead. A cursor does not expire. Not together with `page`.',
      examples: ['*'],
    }),
  ),
  size: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 100,
      description: 'Documents a page; default 20. 0: none, for totals, facets and histogram alone.',
    }),
  ),
  fields: Type.Optional(
    Type.Array(Type.String({ maxLength: LIST_LENGTH }), {
      maxItems: 40,
      description: `Properties of the results that are wanted, \`id\` always among them: ${HIT_FIELDS.join(', ')}; several as those of \`facets\`. Default: all. What is left out need not be looked up, passages most of all.`,
      examples: [['title', 'date']],
    }),
  ),
  facets: Type.Optional(
    Type.Array(Type.String({ maxLength: LIST_LENGTH }), {
      maxItems: 10,
      description: `Fields to count the matching documents by: ${FACETS.join(', ')}. Several with commas between them, or by repeating the parameter.`,
      examples: [['topic', 'lang']],
    }),
  ),
  interval: Type.Optional(
    Type.String({
      enum: ['auto', 'year', 'month', 'day'],
      description:
        'Adds `histogram` to the answer: how many documents were published in each year, month or day. `auto` takes the finest of them that gives no more than about a hundred buckets and leaves no more than half of the dated documents out. Documents dated by a month count in years and months, those dated by a year in years.',
    }),
  ),
  format: Type.Optional(
    Type.String({
      enum: ['json', 'html'],
      description: '`html` adds title and passages as escaped HTML with `<mark>` around what matches.',
    }),
  ),
}

/** The query string. Lists may be repeated parameters, commas, or both. */
export const SearchQuery = Type.Object(
  { ...queryParameters, ...filterParameters, ...pageParameters },
  { additionalProperties: false },
)
export type SearchQuery = Static<typeof SearchQuery>

/** The same parameters as a body. */
export const SearchBody = Type.Object(SearchQuery.properties, {
  $id: 'SearchBody',
  additionalProperties: false,
  description: 'A search: the parameters of `GET /v1/search` under the same names. Lists are arrays.',
  examples: [{ q: 'semiconduttori', lang: ['it', 'en'], from: '2023', facets: ['topic'], size: 5 }],
})
