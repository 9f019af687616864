/** Answers that are documents, one or many. */
import type { DocumentResponse } from './documents.ts'
import type { ExportedDocument } from './export.ts'
import type { JsonFeed } from './feed.ts'
import type { RelatedResponse } from './related.ts'

const getDocument: DocumentResponse = {
  id: '90f75ff9ae3a0d2f',
  place: 'sample',
  path: 'en/european-economic-security.txt',
  paths: [
    {
      place: 'sample',
      path: 'en/european-economic-security.txt',
    },
  ],
  url: null,
  title: 'Economic security: from the strategy to the first proposals',
  lang: 'en',
  date: '2024-01-24',
  datePrecision: 'day',
  dateBasis: 'published',
  source: 'European Commission, Joint Communication JOIN(2023) 20',
  topics: [
    {
      id: 'economic-security',
      label: 'Economic security and digital trade',
      words: ['Economic security', 'economic dependence'],
      score: 1,
    },
  ],
  references: [
    {
      id: 'eu:2023/2113',
      label: 'Act (EU) 2023/2113',
      articles: [],
    },
  ],
  tags: [],
  translations: [
    {
      id: '0ddb2d563fa86b01',
      lang: 'it',
      title: 'Sicurezza economica: dalla strategia alle prime proposte',
      path: 'it/sicurezza-economica-europea.txt',
    },
  ],
  copies: [],
  copiesTotal: 0,
  revision: 1,
  langs: ['en'],
  dateWords: '24 January 2024',
  dateEvidence: 'Brussels, 24 January 2024',
  passages: [
    {
      id: '90f75ff9ae3a0d2f-2',
      lang: 'en',
      heading: ['The technologies to be assessed first'],
      text: 'In Recommendation (EU) 2023/2113, of 3 October 2023, the Commission identified ten critical technology areas. For four of them it asked the Member States for an immediate assessment of risks: advanced semiconductors, artificial intelligence, quantum technologies, biotechnologies.',
      start: 794,
      end: 1074,
      highlights: [
        {
          start: 201,
          end: 215,
          expansion: 'xf0384048',
        },
      ],
    },
  ],
  page: {
    number: 1,
    size: 100,
    pages: 1,
  },
  titleHighlights: [],
  expansions: [
    {
      id: 'xf0384048',
      from: 'semiconduttori',
      to: 'semiconductors',
      lang: 'en',
      weight: 0.9,
      via: 'learned',
      evidence:
        'seen 8 times, first in pairs it/materie-prime-critiche.md:2, it/normativa-europea-sui-chip.md:3, it/normativa-europea-sui-chip.md:9',
    },
  ],
  matches: {
    total: 1,
    pages: [
      {
        number: 1,
        count: 1,
      },
    ],
  },
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

/** Answers of operations, by their `operationId`. */
export const documentExamples = {
  getDocument,
  getRelated,
  exportDocuments: exported,
  getJsonFeed,
  getAtomFeed,
}
