/** Parameters and answer of `GET /v1/search`. */
import { type Static, Type } from 'typebox'
import { ORIGINS } from '../../language/bridge/lexicon.ts'
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
    without: Type.Optional(
      Type.Array(Type.String({ maxLength: 256 }), {
        maxItems: 100,
        description:
          'Translations that are not wanted: ids from `expansions` of an earlier answer to the same `q`.',
        examples: [['x2']],
      }),
    ),
    words: Type.Optional(
      Type.String({
        enum: ['auto', 'all', 'most', 'any'],
        description:
          'How many words of `q` a document must have, in any form or translation. `auto`, the default: all of up to three, most of more (rare words weigh more); fewer where less than ten documents of its language have that, but not down to a crowd. `all`, `most` and `any` insist.',
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
    reference: Type.Optional(
      Type.Array(Type.String({ maxLength: 256 }), {
        maxItems: 20,
        description:
          'Only documents that refer to any of these acts or standards: by id, as the facet `reference` has it (`eu:2016/679`, `it:dlgs:2005/82`, `iso:27001`), with `#art6` for an article, or in any spelling (`GDPR`, `D.Lgs. 82/2005`). Several are given by repeating the parameter.',
        examples: [['eu:2016/679']],
      }),
    ),
    tag: Type.Optional(
      Type.Array(Type.String({ maxLength: 256 }), {
        maxItems: 20,
        description:
          'Only documents with any of these tags of their own authors. The facet `tag` has the most frequent. Several are given by repeating the parameter, since tags may have commas.',
        examples: [['bandi']],
      }),
    ),
    place: Type.Optional(
      Type.Array(Type.String({ maxLength: 256 }), {
        maxItems: 20,
        description:
          'Only documents of any of these places: the folders that were indexed, by name, `api` for documents that were sent over REST, `sample` for the sample corpus. The facet `place` has all of them. Several are given by repeating the parameter.',
        examples: [['reports']],
      }),
    ),
    folder: Type.Optional(
      Type.Array(Type.String({ maxLength: 1024 }), {
        maxItems: 20,
        description:
          'Only documents in any of these folders of their place, however deep: `minutes/2024`. The facet `folder` has all of them, the folders above included. Several are given by repeating the parameter, since names may have commas.',
        examples: [['minutes/2024']],
      }),
    ),
    from: Type.Optional(
      Type.String({
        pattern: DATE,
        description:
          'Only documents published on or after: YYYY, YYYY-MM or YYYY-MM-DD. Of a document that says only its month or year, the whole of that must lie between `from` and `to`.',
      }),
    ),
    to: Type.Optional(
      Type.String({
        pattern: DATE,
        description: 'Only documents published on or before; 2024 means to its last day.',
      }),
    ),
    copies: Type.Optional(
      Type.String({
        enum: ['fold', 'show'],
        description:
          '`fold`, the default: of near copies on one page only the best is a result, and the others are named in its `copies`, so that a page may have fewer results than its size. `show`: each is a result. Totals, facets and pages count documents either way.',
      }),
    ),
    undated: Type.Optional(
      Type.String({
        enum: ['exclude', 'include'],
        description:
          'What becomes of documents without a date under `from` and `to`: `exclude`, the default, leaves them out, and `undated` in the answer says how many they are; `include` adds them.',
      }),
    ),
    dateBasis: Type.Optional(
      Type.Array(Type.String({ maxLength: 64 }), {
        maxItems: 4,
        description:
          'Only documents whose date has any of these bases. `published`: the document itself says when it was published (metadata, a label, a byline, a dateline, the title of an act). `updated`: it only says when it was last changed. `inferred`: nobody says it, and it follows from the address, the names of file and folders, an event that the first sentence reports as new, or a table of versions. `unknown`: there is no date.',
        examples: [['published', 'updated']],
      }),
    ),
    sort: Type.Optional(
      Type.String({
        enum: ['relevance', 'date', '-date'],
        description:
          '`relevance` (default), `date` oldest first, `-date` newest first. Undated documents come last.',
      }),
    ),
    page: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Page, from 1 (default).' }),
    ),
    size: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'Documents a page; default 20.' }),
    ),
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

/** A translation that was looked for. */
export const Expansion = Type.Object(
  {
    id: Type.String({ description: 'The parameter `without` takes it.', examples: ['x1'] }),
    from: Type.String({ description: 'Words of the query.' }),
    to: Type.String({ description: 'What else was looked for in their place.' }),
    lang: Type.String({ description: 'Language of `to`.' }),
    weight: Type.Number({
      description: 'How much it counts, compared with 1 for a word of the query itself.',
    }),
    via: Type.String({
      enum: [...ORIGINS, 'cognate', 'reference'],
      description:
        'How it is known: from a lexicon, learned from texts, a thesaurus, a dictionary, or by its spelling; `reference`: an act or a standard, whatever its spelling.',
    }),
    evidence: Type.Optional(Type.String({ description: 'What speaks for it, where that is known.' })),
  },
  { $id: 'Expansion', description: 'A translation that was looked for.' },
)

/** A passage of a result. */
export const FoundPassage = Type.Object(
  {
    id: Type.String({ description: 'Stable identifier of the passage.' }),
    lang: Type.String({
      description: 'Language of this passage; quotations may differ from their document.',
    }),
    heading: Type.Array(Type.String(), { description: 'Headings above it, outermost first.' }),
    text: Type.String({ description: 'Its text, as it stands in the document.' }),
    start: Type.Integer({
      description: 'Where it begins in the text of the document, in UTF-16 code units.',
    }),
    end: Type.Integer({ description: 'Where it ends there.' }),
    page: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Number of the page that it begins on, counted from 1; absent where there are no pages.',
      }),
    ),
    highlights: Type.Array(ref(Highlight), { description: 'What matches in `text`.' }),
    html: Type.Optional(Type.String({ description: 'With `format=html`: `text`, escaped, with `<mark>`.' })),
  },
  { $id: 'FoundPassage', description: 'A passage that was found.' },
)

/** A document that matches. */
export const SearchHit = Type.Object(
  {
    ...documentProperties,
    titleHighlights: Type.Array(ref(Highlight), { description: 'What matches in `title`.' }),
    titleHtml: Type.Optional(
      Type.String({ description: 'With `format=html`: `title`, escaped, with `<mark>`.' }),
    ),
    score: Type.Union([Type.Number(), Type.Null()], {
      description:
        'Relevance; compares only within one search. Null where documents are not ranked: browsing, sorting by date, and far down long lists.',
    }),
    missing: Type.Array(Type.String(), {
      description: 'Words of `q` that the document has in no form or translation.',
    }),
    passages: Type.Array(ref(FoundPassage), { description: 'Its best passages, at most three.' }),
  },
  { $id: 'SearchHit', description: 'A document that matches, with its best passages.' },
)
export type SearchHit = Static<typeof SearchHit>

/** One value of a facet. */
export const FacetBucket = Type.Object(
  {
    value: Type.String({ description: 'As the parameter of the same name takes it.' }),
    label: Type.String({
      description: 'Name to show; for topics in the language that Accept-Language prefers.',
    }),
    count: Type.Integer({ description: 'Matching documents that have it. Exact.' }),
    selected: Type.Boolean({ description: 'Whether the request filters by it.' }),
  },
  { $id: 'FacetBucket', description: 'One value of a facet.' },
)
export type FacetBucket = Static<typeof FacetBucket>

/** The answer to a search. */
export const SearchResponse = Type.Object(
  {
    query: Type.Object(
      {
        q: Type.String({ description: 'As it was given.' }),
        queryLang: Type.Object(
          {
            value: Type.String({ description: 'ISO 639-1 code, or `und`.' }),
            source: Type.String({ enum: ['given', 'detected'], description: 'Who says so.' }),
            confidence: Type.Number({ description: '0 to 1.' }),
          },
          { description: 'The language that `q` was read in.' },
        ),
        terms: Type.Array(Type.String(), { description: 'The words of `q` that are looked for.' }),
        matching: Type.Object(
          {
            words: Type.String({
              enum: ['all', 'some'],
              description: 'Whether every match has every word of `q`, in some form or translation.',
            }),
            share: Type.Number({
              description:
                'The least share of the query that a match may have, rare words weighing more; 1: every word that its language is asked for.',
            }),
            languages: Type.Array(
              Type.Object({
                lang: Type.String({
                  description: 'Language of documents; `und`: all that are not analyzed.',
                }),
                share: Type.Number({
                  description: 'Share of the words asked for that its documents must have: 1 is all, 0 any.',
                }),
                unasked: Type.Array(Type.String(), {
                  description: 'Words of `q` that nothing connects to this language.',
                }),
              }),
              {
                description:
                  'The same for each language of documents; those in which no document can match are missing.',
              },
            ),
          },
          {
            description:
              'What a document must have to match. It is decided by the query alone, for each language of documents, and no filter changes it.',
          },
        ),
        filters: Type.Object(
          {
            lang: Type.Array(Type.String(), { description: 'Languages; empty: any.' }),
            topic: Type.Array(Type.String(), { description: 'Topics; empty: any.' }),
            reference: Type.Array(Type.String(), {
              description: 'Acts and standards, by id; empty: any.',
            }),
            tag: Type.Array(Type.String(), { description: 'Tags; empty: any.' }),
            dateBasis: Type.Array(Type.String(), { description: 'Bases of dates; empty: any.' }),
            place: Type.Array(Type.String(), { description: 'Places; empty: any.' }),
            folder: Type.Array(Type.String(), { description: 'Folders; empty: any.' }),
            from: Type.Union([Type.String(), Type.Null()], { description: 'First day.' }),
            to: Type.Union([Type.String(), Type.Null()], { description: 'Last day.' }),
            undated: Type.String({
              enum: ['exclude', 'include'],
              description: 'Whether documents without a date pass `from` and `to`.',
            }),
          },
          { description: 'The filters, in full: lists taken apart, periods as days.' },
        ),
        sort: Type.String({ description: 'The order of the results.' }),
      },
      { description: 'What the request was understood to ask for.' },
    ),
    corrections: Type.Array(
      Type.Object({
        from: Type.String({ description: 'The word as it was given.' }),
        to: Type.String({ description: 'The word that was looked for instead.' }),
        lang: Type.String({ description: 'Language of `to`.' }),
      }),
      {
        description:
          'Words of `q` that nothing knows and what they were taken for. `exact=true` switches this off.',
      },
    ),
    relaxations: Type.Array(
      Type.Object({
        kind: Type.String({
          enum: ['filter', 'word', 'phrase', 'exclusion'],
          description: 'What `drop` is.',
        }),
        drop: Type.String({
          description: 'The parameter, or the part of `q`, to give up; of a phrase its quotation marks.',
        }),
        q: Type.Optional(Type.String({ description: 'The query to ask instead; absent for filters.' })),
        total: Type.Integer({ description: 'Documents that there would be.' }),
      }),
      { description: 'Where nothing is found: single conditions that stand in the way, most helpful first.' },
    ),
    expansions: Type.Array(ref(Expansion), {
      description: 'What was looked for besides the words of `q`, and why. Highlights refer to these.',
    }),
    total: Type.Object(
      {
        value: Type.Integer({ description: 'Matching documents.' }),
        relation: Type.String({
          enum: ['eq', 'lte', 'gte'],
          description:
            '`eq`: exactly so many. `lte`: at most; a quoted phrase is too frequent to read all its candidates. `gte`: at least; a quoted phrase has only words of grammar, and not every passage could be read for it.',
        }),
      },
      { description: 'How many documents match.' },
    ),
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
    page: Type.Object(
      {
        number: Type.Integer({ description: 'This page, from 1.' }),
        size: Type.Integer({ description: 'Documents a page.' }),
        pages: Type.Integer({ description: 'Number of pages; 0 if nothing matches.' }),
      },
      { description: 'Which page this is.' },
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
  },
  { $id: 'SearchResponse', description: 'A page of the documents that match, and how many there are.' },
)
export type SearchResponse = Static<typeof SearchResponse>
