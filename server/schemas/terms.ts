/** Parameters and answer of `GET /v1/terms`. */
import { type Static, Type } from 'typebox'
import { ref } from './common.ts'
import { Expansion } from './understood.ts'

/** The query string. */
export const TermsQuery = Type.Object(
  {
    q: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'A word, or a few.',
      examples: ['idrogeno', 'supply chain'],
    }),
  },
  { additionalProperties: false },
)

/** What a search would look for besides, with how many documents have it. */
export const CountedExpansion = Type.Object(
  {
    ...Expansion.properties,
    documents: Type.Integer({ description: 'Documents with it, in its language.' }),
  },
  {
    $id: 'CountedExpansion',
    description: 'A translation, or another way to say it, and how frequent it is.',
  },
)

/** A word as a word of one language. */
export const TermInLanguage = Type.Object(
  {
    lang: Type.String({ description: 'The language that it is read in.' }),
    words: Type.Array(
      Type.Object({
        word: Type.String({ description: 'As it was given.' }),
        term: Type.String({
          description: 'What the index has in its place: the same for all forms of a word.',
        }),
        forms: Type.Array(Type.String(), {
          description: 'The forms that documents have most, without case and accents; at most four.',
        }),
        documents: Type.Integer({ description: 'Documents with any form of it, in this language.' }),
        passages: Type.Integer({ description: 'Passages with any form of it, in this language.' }),
        known: Type.Boolean({ description: 'Whether a lexicon has it.' }),
      }),
      { description: 'Its words that are no words of grammar in this language.' },
    ),
    expansions: Type.Array(ref(CountedExpansion), {
      description:
        'What a search looks for besides, if the query is in this language: translations and other ways to say the same, how much each counts, and how it is known.',
    }),
  },
  { $id: 'TermInLanguage', description: 'Words as words of one language.' },
)

/** The answer. */
export const TermsResponse = Type.Object(
  {
    q: Type.String({ description: 'As it was given.' }),
    languages: Type.Array(ref(TermInLanguage), { description: 'What it is in each language of the index.' }),
  },
  { $id: 'TermsResponse', description: 'What the index knows of some words.' },
)
export type TermsResponse = Static<typeof TermsResponse>
