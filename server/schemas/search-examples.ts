/** Answers of searches and suggestions. */
import type { Static } from 'typebox'
import type { BatchLine } from './batch.ts'
import type { FacetResponse } from './facets.ts'
import type { MultiSearchResponse } from './multi-search.ts'
import type { SearchResponse } from './search.ts'
import type { SuggestResponse } from './suggest.ts'

const search: SearchResponse = {
  query: {
    q: 'semiconduttori',
    queryLang: { value: 'it', source: 'detected', confidence: 0.953 },
    terms: ['semiconduttori'],
    matching: {
      words: 'all',
      share: 1,
      languages: [
        { lang: 'it', share: 1, unasked: [] },
        { lang: 'en', share: 1, unasked: [] },
      ],
    },
    filters: {
      lang: [],
      topic: [],
      reference: [],
      tag: [],
      source: [],
      dateBasis: [],
      place: [],
      folder: [],
      from: '2023-01-01',
      to: null,
      undated: 'exclude',
      translated: null,
    },
    sort: 'relevance',
  },
  corrections: [],
  completions: [],
  relaxations: [],
  expansions: [
    {
      id: 'xf0384048',
      from: 'semiconduttori',
      to: 'semiconductors',
      lang: 'en',
      weight: 0.9,
      via: 'lexicon',
    },
  ],
  total: { value: 8, relation: 'eq' },
  byMeaning: 0,
  undated: 2,
  results: [
    {
      id: '0ddb2d563fa86b01',
      place: 'sample',
      path: 'it/sicurezza-economica-europea.txt',
      paths: [{ place: 'sample', path: 'it/sicurezza-economica-europea.txt' }],
      url: null,
      title: 'Sicurezza economica: dalla strategia alle prime proposte',
      lang: 'it',
      date: '2024-01-24',
      datePrecision: 'day',
      dateBasis: 'published',
      source: 'Commissione europea, comunicazione congiunta JOIN(2023) 20',
      topics: [
        {
          id: 'economic-security',
          label: 'Economic security and digital trade',
          words: ['sicurezza economica', 'controlli sulle esportazioni'],
          score: 0.97,
        },
      ],
      references: [{ id: 'eu:2023/2113', label: 'Act (EU) 2023/2113', articles: [] }],
      tags: [],
      translations: [
        {
          id: '90f75ff9ae3a0d2f',
          lang: 'en',
          title: 'Economic security: from the strategy to the first proposals',
          path: 'en/european-economic-security.txt',
        },
      ],
      copies: [],
      copiesTotal: 0,
      titleHighlights: [],
      score: 2.687,
      missing: [],
      foundBy: ['words'],
      passages: [
        {
          id: '0ddb2d563fa86b01-2',
          lang: 'it',
          heading: ['Le tecnologie da valutare per prime'],
          text: 'Con la raccomandazione (UE) 2023/2113, del 3 ottobre 2023, la Commissione ha individuato dieci settori tecnologici critici. Per quattro ha chiesto agli Stati una valutazione immediata dei rischi: semiconduttori avanzati, intelligenza artificiale, tecnologie quantistiche, biotecnologie.',
          start: 847,
          end: 1133,
          highlights: [{ start: 196, end: 210 }],
        },
      ],
    },
  ],
  facets: {
    lang: {
      buckets: [
        { value: 'en', label: 'en', count: 4, selected: false },
        { value: 'it', label: 'it', count: 4, selected: false },
      ],
    },
  },
  page: { number: 1, size: 1, pages: 8 },
  links: {
    self: '/v1/search?q=semiconduttori&from=2023&facets=lang&size=1',
    next: '/v1/search?q=semiconduttori&from=2023&facets=lang&size=1&page=2',
  },
  warnings: [],
  tookMs: 7.412,
  index: { generation: 'mwrar7v3ef34' },
}

const searchFacet: FacetResponse = {
  facet: 'topic',
  q: 'semi',
  buckets: [
    { value: 'semiconductors', label: 'Semiconductors and microelectronics', count: 4, selected: false },
  ],
  total: { value: 1, relation: 'eq' },
}

const multiSearch: Static<typeof MultiSearchResponse> = {
  outcomes: [
    { status: 200, answer: search },
    {
      status: 400,
      problem: {
        type: '/problems/invalid-parameter',
        title: 'A parameter is not valid',
        status: 400,
        detail: 'There is no parameter "langs". Did you mean "lang"?',
        requestId: '0b0f9c1e-7f3e-4c57-9a41-2f6f0d1f7a55',
        errors: [
          {
            parameter: 'langs',
            detail: 'There is no parameter "langs". Did you mean "lang"?',
            nearest: 'lang',
          },
        ],
      },
    },
  ],
  tookMs: 9.201,
}

const suggest: SuggestResponse = {
  q: 'semicond',
  suggestions: [
    {
      kind: 'word',
      text: 'semiconductors',
      lang: 'en',
      documents: 4,
      id: null,
      translation: { text: 'semiconduttori', lang: 'it' },
    },
    {
      kind: 'topic',
      text: 'Semiconduttori e microelettronica',
      lang: 'it',
      documents: 4,
      id: 'semiconductors',
      translation: { text: 'Semiconductors and microelectronics', lang: 'en' },
    },
  ],
}

const batch: BatchLine = {
  line: 1,
  id: 'chips',
  q: 'semiconduttori',
  status: 'done',
  total: 8,
  change: 1,
  results: [
    {
      id: '2d7cbee9cbf0d1da',
      title: "Materie prime critiche: le nuove regole e l'intesa con il Giappone",
      lang: 'it',
      date: '2024-05-23',
      url: 'https://eur-lex.europa.eu/eli/reg/2024/1252/oj',
      place: 'sample',
      path: 'it/materie-prime-critiche.md',
    },
  ],
  warnings: [],
}

/** Answers of operations, by their `operationId`. */
export const searchExamples = {
  search,
  searchFacet,
  searchByPost: search,
  multiSearch,
  suggest,
  batch,
}
