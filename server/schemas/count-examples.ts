/** Answers that are counts. */
import type { CoverageResponse } from './coverage.ts'
import type { StatsResponse, TimelineResponse } from './stats.ts'

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

/** Answers of operations, by their `operationId`. */
export const countExamples = {
  getStats,
  getTimeline,
  getCoverage,
}
