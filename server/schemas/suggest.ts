/** Parameters and answer of `GET /v1/suggest`. */
import { type Static, Type } from 'typebox'
import { partialProperty, ref } from './common.ts'

/** The query string. */
export const SuggestQuery = Type.Object(
  {
    q: Type.String({
      maxLength: 512,
      description:
        'What has been typed so far. Its last word is taken for a beginning, unless something follows it; case and accents do not matter.',
      examples: ['semicond'],
    }),
    lang: Type.Optional(
      Type.String({
        enum: ['it', 'en'],
        description: 'Language of suggestions. Default: both.',
      }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 20, description: 'Suggestions at most; default 8.' }),
    ),
  },
  { additionalProperties: false },
)

/** One suggestion. */
export const Suggestion = Type.Object(
  {
    kind: Type.String({
      enum: ['word', 'topic', 'reference', 'title'],
      description:
        '`word`: the query with its last word finished. `topic`, `reference`: a technology area, an act or a standard, which the parameter of that name takes by its `id`. `title`: a document.',
    }),
    text: Type.String({ description: 'What to show, and what to put in the place of `q`.' }),
    lang: Type.String({ description: 'Language of `text`.' }),
    documents: Type.Integer({ description: 'Documents that have it; never 0.' }),
    id: Type.Union([Type.String(), Type.Null()], {
      description: 'Identifier of the topic, the act or the document; null for words.',
    }),
    translation: Type.Union(
      [
        Type.Object({
          text: Type.String({ description: 'The likeliest translation that documents have.' }),
          lang: Type.String({ description: 'Its language.' }),
        }),
        Type.Null(),
      ],
      {
        description:
          'The last word, or the name, in the other language: a search for one finds the other, too. Null if none is known.',
      },
    ),
  },
  { $id: 'Suggestion', description: 'What an unfinished query may become.' },
)
export type Suggestion = Static<typeof Suggestion>

/** The answer. */
export const SuggestResponse = Type.Object(
  {
    q: Type.String({ description: 'As it was given.' }),
    suggestions: Type.Array(ref(Suggestion), {
      description: 'Words first, those of most documents before others; then topics, references and titles.',
    }),
    ...partialProperty,
  },
  { $id: 'SuggestResponse', description: 'What an unfinished query may become.' },
)
export type SuggestResponse = Static<typeof SuggestResponse>
