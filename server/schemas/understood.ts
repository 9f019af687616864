/** What a query was understood to ask for. */
import { Type } from 'typebox'
import { ORIGINS } from '../../language/bridge/lexicon.ts'
import { ref } from './common.ts'

/** A translation that was looked for. */
export const Expansion = Type.Object(
  {
    id: Type.String({
      description: 'Made of its words, the same in every answer: the parameter `without` takes it.',
      examples: ['xc98ef868'],
    }),
    from: Type.String({ description: 'Words of the query.' }),
    to: Type.String({ description: 'What else was looked for in their place.' }),
    lang: Type.String({ description: 'Language of `to`.' }),
    weight: Type.Number({
      description: 'How much it counts, compared with 1 for a word of the query itself.',
    }),
    via: Type.String({
      enum: [...ORIGINS, 'cognate', 'reference', 'spelling'],
      description:
        'How it is known: from a lexicon, learned from texts, a thesaurus, a dictionary, or by its spelling; `reference`: an act or a standard, whatever its spelling; `spelling`: a far more frequent word that a rare one may be a slip for.',
    }),
    evidence: Type.Optional(Type.String({ description: 'What speaks for it, where that is known.' })),
  },
  { $id: 'Expansion', description: 'A translation that was looked for.' },
)

/** Properties of an answer that say how the query was read. */
export const understoodProperties = {
  query: Type.Object(
    {
      q: Type.String({ description: 'As it was given.' }),
      queryLang: Type.Object(
        {
          value: Type.String({ description: 'ISO 639-1 code, or `und`.' }),
          source: Type.String({ enum: ['given', 'detected'], description: 'Who says so.' }),
          confidence: Type.Number({ description: '0 to 1.' }),
        },
        { description: 'The language that `q` was read in.' },
      ),
      terms: Type.Array(Type.String(), { description: 'The words of `q` that are looked for.' }),
      matching: Type.Object(
        {
          words: Type.String({
            enum: ['all', 'some'],
            description: 'Whether every match has every word of `q`, in some form or translation.',
          }),
          share: Type.Number({
            description:
              'The least share of the query that a match may have, rare words weighing more; 1: every word that its language is asked for.',
          }),
          languages: Type.Array(
            Type.Object({
              lang: Type.String({
                description: 'Language of documents; `und`: all that are not analyzed.',
              }),
              share: Type.Number({
                description: 'Share of the words asked for that its documents must have: 1 is all, 0 any.',
              }),
              unasked: Type.Array(Type.String(), {
                description: 'Words of `q` that nothing connects to this language.',
              }),
            }),
            {
              description:
                'The same for each language of documents; those in which no document can match are missing.',
            },
          ),
        },
        {
          description:
            'What a document must have to match. It is decided by the query alone, for each language of documents, and no filter changes it.',
        },
      ),
      filters: Type.Object(
        {
          lang: Type.Array(Type.String(), { description: 'Languages; empty: any.' }),
          topic: Type.Array(Type.String(), { description: 'Topics; empty: any.' }),
          reference: Type.Array(Type.String(), {
            description: 'Acts and standards, by id; empty: any.',
          }),
          tag: Type.Array(Type.String(), { description: 'Tags; empty: any.' }),
          source: Type.Array(Type.String(), { description: 'Publishers; empty: any.' }),
          dateBasis: Type.Array(Type.String(), { description: 'Bases of dates; empty: any.' }),
          place: Type.Array(Type.String(), { description: 'Places; empty: any.' }),
          folder: Type.Array(Type.String(), { description: 'Folders; empty: any.' }),
          from: Type.Union([Type.String(), Type.Null()], { description: 'First day.' }),
          to: Type.Union([Type.String(), Type.Null()], { description: 'Last day.' }),
          undated: Type.String({
            enum: ['exclude', 'include', 'only'],
            description: 'Whether documents without a date pass `from` and `to`, or nothing else does.',
          }),
          translated: Type.Union([Type.String({ enum: ['yes', 'no'] }), Type.Null()], {
            description: 'Whether there has to be a translation; null: either.',
          }),
        },
        { description: 'The filters, in full: lists taken apart, periods as days.' },
      ),
      sort: Type.String({ description: 'The order of the results.' }),
    },
    { description: 'What the request was understood to ask for.' },
  ),
  corrections: Type.Array(
    Type.Object({
      from: Type.String({ description: 'The word as it was given.' }),
      to: Type.String({ description: 'The word that was looked for instead.' }),
      lang: Type.String({ description: 'Language of `to`.' }),
    }),
    {
      description:
        'Words of `q` that nothing knows and what they were taken for. `exact=true` switches this off.',
    },
  ),
  completions: Type.Array(
    Type.Object({
      from: Type.String({ description: 'The last word of `q`.' }),
      to: Type.String({ description: 'A word that begins with it and is looked for.' }),
      lang: Type.String({ description: 'Language of `to`.' }),
      weight: Type.Number({
        description: 'How much it counts, compared with 1 for a whole word of the query.',
      }),
    }),
    {
      description:
        'With `prefix`: words of the documents that the last word of `q` is the beginning of, likeliest first. If it is no word itself, the first of them takes its place, in `query.terms` and for translations.',
    },
  ),
  relaxations: Type.Array(
    Type.Object({
      kind: Type.String({
        enum: ['filter', 'word', 'phrase', 'exclusion'],
        description: 'What `drop` is.',
      }),
      drop: Type.String({
        description: 'The parameter, or the part of `q`, to give up; of a phrase its quotation marks.',
      }),
      q: Type.Optional(Type.String({ description: 'The query to ask instead; absent for filters.' })),
      total: Type.Integer({ description: 'Documents that there would be.' }),
    }),
    { description: 'Where nothing is found: single conditions that stand in the way, most helpful first.' },
  ),
  expansions: Type.Array(ref(Expansion), {
    description: 'What was looked for besides the words of `q`, and why. Highlights refer to these.',
  }),
}
