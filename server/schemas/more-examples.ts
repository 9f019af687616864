/** Answers of what stands around searching, as they look: what the sample corpus gives, shortened. */
import type { BatchLine } from './batch.ts'
import type { CoverageResponse } from './coverage.ts'
import { documentExample } from './document-example.ts'
import type { ExportedDocument } from './export.ts'
import type { JsonFeed } from './feed.ts'
import type { LexiconPair, LexiconPairsResponse, LexiconResponse } from './lexicon.ts'
import type { RelatedResponse } from './related.ts'
import type { StatsResponse, TimelineResponse } from './stats.ts'
import type { SuggestResponse } from './suggest.ts'
import type { TermsResponse } from './terms.ts'

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

const getRelated: RelatedResponse = {
  id: 'dea25c75adcb7db8',
  words: ['idrogeno', 'Roma', 'sud', 'rinnovabile', 'cinque', 'tonnellate', 'paesi', 'acqua'],
  results: [
    {
      id: '0420626f13325a81',
      place: 'sample',
      path: 'en/hydrogen-europe-japan.txt',
      paths: [{ place: 'sample', path: 'en/hydrogen-europe-japan.txt' }],
      url: null,
      title: 'Hydrogen: Japan raises its target, Europe looks for partners',
      lang: 'en',
      date: '2023-06',
      datePrecision: 'month',
      dateBasis: 'published',
      source: 'Japanese Ministry of Economy, Trade and Industry; European Commission',
      topics: [
        {
          id: 'energy',
          label: 'Green and energy technologies',
          words: ['hydrogen', 'renewable hydrogen'],
          score: 1,
        },
      ],
      references: [],
      tags: [],
      translations: [],
      copies: [],
      copiesTotal: 0,
      relation: 'similar',
      score: 9.106,
      shared: [
        { word: 'idrogeno', as: 'hydrogen' },
        { word: 'rinnovabile', as: 'renewable' },
        { word: 'tonnellate', as: 'tonnes' },
      ],
    },
  ],
}

const exported: ExportedDocument = {
  id: '2d7cbee9cbf0d1da',
  place: 'sample',
  path: 'it/materie-prime-critiche.md',
  paths: [{ place: 'sample', path: 'it/materie-prime-critiche.md' }],
  url: 'https://eur-lex.europa.eu/eli/reg/2024/1252/oj',
  title: "Materie prime critiche: le nuove regole e l'intesa con il Giappone",
  lang: 'it',
  date: '2024-05-23',
  datePrecision: 'day',
  dateBasis: 'published',
  source: "Gazzetta ufficiale dell'Unione europea",
  topics: [
    {
      id: 'raw-materials',
      label: 'Critical raw materials and supply chains',
      words: ['Materie prime critiche', 'terre rare'],
      score: 1,
    },
  ],
  references: [
    { id: 'eu:2024/1252', label: 'Regulation (EU) 2024/1252 (Critical Raw Materials Act)', articles: [] },
  ],
  tags: [],
  translations: [],
  revision: 1,
}

const getJsonFeed: JsonFeed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Bifora · semiconduttori',
  home_page_url: 'http://localhost:3000/v1/search?q=semiconduttori',
  feed_url: 'http://localhost:3000/v1/feed.json?q=semiconduttori&size=1',
  items: [
    {
      id: 'http://localhost:3000/v1/documents/2d7cbee9cbf0d1da',
      url: 'https://eur-lex.europa.eu/eli/reg/2024/1252/oj',
      title: "Materie prime critiche: le nuove regole e l'intesa con il Giappone",
      content_text:
        'Litio per le batterie, terre rare per i magneti delle turbine, gallio e germanio per i semiconduttori: senza questi materiali la transizione verde e quella digitale si fermano.',
      language: 'it',
      date_published: '2026-11-30T11:54:51.693Z',
      date_modified: '2026-11-30T11:54:51.693Z',
      authors: [{ name: "Gazzetta ufficiale dell'Unione europea" }],
      tags: ['Critical raw materials and supply chains'],
      _bifora: { date: '2024-05-23', topics: ['raw-materials'] },
    },
  ],
}

const getAtomFeed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <id>http://localhost:3000/v1/feed.atom?q=semiconduttori</id>
  <title>Bifora · semiconduttori</title>
  <link rel="self" type="application/atom+xml" href="http://localhost:3000/v1/feed.atom?q=semiconduttori"/>
  <updated>2026-11-30T11:54:51.693Z</updated>
  <author><name>Bifora</name></author>
</feed>
`

const getTerms: TermsResponse = {
  q: 'semiconduttore',
  languages: [
    {
      lang: 'it',
      words: [
        {
          word: 'semiconduttore',
          term: 'semiconduttor',
          forms: ['semiconduttori'],
          documents: 4,
          passages: 11,
          known: true,
        },
      ],
      expansions: [
        {
          id: 'xddb39869',
          from: 'semiconduttore',
          to: 'semiconductor',
          lang: 'en',
          weight: 0.9,
          via: 'lexicon',
          documents: 4,
        },
      ],
    },
  ],
}

const getLexicon: LexiconResponse = {
  q: 'banca dati',
  languages: [
    {
      lang: 'it',
      translations: [
        {
          from: 'banca dati',
          to: 'data bank',
          lang: 'en',
          weight: 0.778,
          via: 'own',
          lexicons: ['own', 'it-en'],
          rejected: false,
        },
        {
          from: 'banca dati',
          to: 'database',
          lang: 'en',
          weight: 0.222,
          via: 'lexicon',
          lexicons: ['it-en'],
          rejected: false,
        },
        {
          from: 'dati',
          to: 'dice',
          lang: 'en',
          weight: 0,
          via: 'own',
          lexicons: ['rejected'],
          rejected: true,
        },
      ],
    },
    { lang: 'en', translations: [] },
  ],
}

const putLexiconPair: LexiconPair = { it: 'banca dati', en: 'data bank', rejected: false }

const listLexiconPairs: LexiconPairsResponse = {
  total: 2,
  pairs: [putLexiconPair, { it: 'dati', en: 'dice', rejected: true }],
}

const deleteLexiconPair: LexiconPairsResponse = { total: 1, pairs: [putLexiconPair] }

const getStats: StatsResponse = {
  documents: 40,
  passages: 188,
  terms: 2865,
  languages: [
    { lang: 'en', documents: 20, translated: 12 },
    { lang: 'it', documents: 20, translated: 12 },
  ],
  places: [{ place: 'sample', documents: 40 }],
  sources: [{ source: 'European Commission', documents: 2 }],
  dates: {
    dated: 38,
    undated: 2,
    firstYear: '2023',
    lastYear: '2025',
    bases: [{ basis: 'published', documents: 38 }],
  },
  translated: 24,
  copies: 0,
  embedded: null,
  index: { generation: 'mx37x2vp226d', builtAt: '2026-11-30T12:02:06.942Z', change: 1 },
}

const getTimeline: TimelineResponse = {
  interval: 'year',
  total: 4,
  topics: [
    {
      id: 'semiconductors',
      label: 'Semiconductors and microelectronics',
      languages: [
        {
          lang: 'en',
          documents: 2,
          undated: 0,
          periods: [
            { period: '2023', documents: 1 },
            { period: '2024', documents: 1 },
          ],
        },
      ],
    },
  ],
  omitted: 0,
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

const getCoverage: CoverageResponse = {
  languages: [
    { lang: 'it', documents: 2, untranslated: 0, newest: [] },
    { lang: 'en', documents: 2, untranslated: 0, newest: [] },
  ],
  topics: [
    {
      id: 'semiconductors',
      label: 'Semiconductors and microelectronics',
      languages: [
        {
          lang: 'it',
          documents: 2,
          first: {
            id: '528f19babd6195d5',
            title: 'Normativa europea sui chip: il regolamento è in vigore',
            lang: 'it',
            date: '2023-09-21',
            source: "Gazzetta ufficiale dell'Unione europea",
            place: 'sample',
            path: 'it/normativa-europea-sui-chip.md',
          },
        },
        {
          lang: 'en',
          documents: 2,
          first: {
            id: '6449caa712b949e4',
            title: 'European Chips Act: the regulation is in force',
            lang: 'en',
            date: '2023-09-21',
            source: 'Official Journal of the European Union',
            place: 'sample',
            path: 'en/european-chips-act.md',
          },
        },
      ],
      onlyIn: [],
    },
  ],
  omitted: 0,
}

/** The answer of an operation, by its `operationId`. */
export const moreExamples: Readonly<Record<string, object | string>> = {
  suggest,
  getDocument: documentExample,
  getRelated,
  exportDocuments: exported,
  getJsonFeed,
  getAtomFeed,
  getTerms,
  getLexicon,
  listLexiconPairs,
  putLexiconPair,
  deleteLexiconPair,
  getStats,
  getTimeline,
  batch,
  getCoverage,
}
