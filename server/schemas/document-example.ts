/** A document as it is read with a query, for the OpenAPI document: what the sample corpus gives, shortened. */
import type { DocumentResponse } from './documents.ts'

/** The answer of `getDocument`. */
export const documentExample: DocumentResponse = {
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
