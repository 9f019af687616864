/** Answers of what stands around searching, as they look: what the sample corpus gives, shortened. */
import type { RelatedResponse } from './related.ts'
import type { SuggestResponse } from './suggest.ts'

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

/** The answer of an operation, by its `operationId`. */
export const moreExamples: Readonly<Record<string, object | string>> = { suggest, getRelated }
