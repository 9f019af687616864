/** Answers about words. */
import type { LexiconPair, LexiconPairsResponse, LexiconResponse } from './lexicon.ts'
import type { TermsResponse } from './terms.ts'

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

/** Answers of operations, by their `operationId`. */
export const wordExamples = {
  getTerms,
  getLexicon,
  listLexiconPairs,
  putLexiconPair,
  deleteLexiconPair,
}
