/** Parameters, bodies and answers of `/v1/lexicon`. */
import { type Static, Type } from 'typebox'
import { ORIGINS } from '../../language/bridge/lexicon.ts'
import { ref } from './common.ts'

const sides = {
  it: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'A word or term in Italian.',
    examples: ['banca dati'],
  }),
  en: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'A word or term in English.',
    examples: ['data bank'],
  }),
}

/** The query string of `GET /v1/lexicon`. */
export const LexiconQuery = Type.Object(
  {
    q: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'A word, or the words of a term.',
      examples: ['rete', 'supply chain'],
    }),
  },
  { additionalProperties: false },
)

/** What a lexicon says of a word. */
export const LexiconTranslation = Type.Object(
  {
    from: Type.String({ description: 'The word or term, as lexicons write it.' }),
    to: Type.String({ description: 'Its translation, as lexicons write it.' }),
    lang: Type.String({ description: 'Language of `to`.' }),
    weight: Type.Number({
      description: 'Share of this translation in all that is known of `from`, 0 to 1; 0 if it is rejected.',
    }),
    via: Type.String({
      enum: [...ORIGINS],
      description: 'How it is known: where most of the weight is from.',
    }),
    lexicons: Type.Array(Type.String(), {
      description:
        'Names of the lexicons that say so, as `bifora lexicon list` has them. Pairs that were added here are in `own`, rejected ones in `rejected`.',
    }),
    rejected: Type.Boolean({
      description: 'Whether it was decided that it is none: then no search uses it.',
    }),
    evidence: Type.Optional(Type.String({ description: 'What speaks for it, where that is known.' })),
    times: Type.Optional(
      Type.Integer({ description: 'In how many pairs of sentences it was seen, if it was learned.' }),
    ),
  },
  { $id: 'LexiconTranslation', description: 'A translation of a word or term that lexicons know.' },
)

/** The answer of `GET /v1/lexicon`. */
export const LexiconResponse = Type.Object(
  {
    q: Type.String({ description: 'As it was given.' }),
    languages: Type.Array(
      Type.Object({
        lang: Type.String({ description: 'The language that `q` is read in.' }),
        translations: Type.Array(ref(LexiconTranslation), {
          description:
            'What is known of its words in their order, terms of several words first, likeliest translations first; then what was rejected.',
        }),
      }),
      { description: 'What is known of it as a word of each language.' },
    ),
  },
  { $id: 'LexiconResponse', description: 'What lexicons say of some words.' },
)
export type LexiconResponse = Static<typeof LexiconResponse>

/** A decision that is sent. */
export const PostedPair = Type.Object(
  {
    ...sides,
    rejected: Type.Optional(
      Type.Boolean({
        description:
          'Whether the pair is no translation, whatever lexicons say, in any of its forms. Default false: it is one.',
      }),
    ),
  },
  {
    $id: 'PostedPair',
    additionalProperties: false,
    description: 'A pair of words, and whether it is none.',
    examples: [
      { it: 'banca dati', en: 'data bank' },
      { it: 'rete', en: 'goal', rejected: true },
    ],
  },
)

/** A decision. */
export const LexiconPair = Type.Object(
  {
    it: Type.String({ description: 'The word or term in Italian, as it is kept.' }),
    en: Type.String({ description: 'The word or term in English, as it is kept.' }),
    rejected: Type.Boolean({ description: 'Whether the pair is no translation.' }),
  },
  { $id: 'LexiconPair', description: 'What was decided here of a pair of words.' },
)
export type LexiconPair = Static<typeof LexiconPair>

/** Which decisions. */
export const PairsQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description: 'Only pairs with this text on either side, whatever its case.',
      }),
    ),
    rejected: Type.Optional(
      Type.Boolean({ description: 'Only pairs that are rejected, or only those that are not.' }),
    ),
    size: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, description: 'At most so many; default 100.' }),
    ),
  },
  { additionalProperties: false },
)

/** A pair whose decision is taken back. */
export const PairQuery = Type.Object(sides, { additionalProperties: false })

/** Decisions. */
export const LexiconPairsResponse = Type.Object(
  {
    total: Type.Integer({ minimum: 0, description: 'How many there are, with those that are not shown.' }),
    pairs: Type.Array(ref(LexiconPair), {
      description: 'Those decided last first, added pairs before rejected ones.',
    }),
  },
  { $id: 'LexiconPairsResponse', description: 'What was decided here of pairs of words.' },
)
export type LexiconPairsResponse = Static<typeof LexiconPairsResponse>
