/** Answers of what stands around searching, as they look: what the sample corpus gives, shortened. */
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

/** The answer of an operation, by its `operationId`. */
export const moreExamples: Readonly<Record<string, object | string>> = { suggest }
