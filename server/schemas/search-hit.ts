/** One result of a search. */
import { type Static, Type } from 'typebox'
import { documentProperties, Highlight, ref } from './common.ts'
import { passageProperties } from './passage.ts'

/** A passage of a result. */
export const FoundPassage = Type.Object(
  {
    ...passageProperties,
    highlights: Type.Array(ref(Highlight), { description: 'What matches in `text`.' }),
    html: Type.Optional(Type.String({ description: 'With `format=html`: `text`, escaped, with `<mark>`.' })),
  },
  { $id: 'FoundPassage', description: 'A passage that was found.' },
)

/** A document that matches. */
const CompleteHit = Type.Object(
  {
    ...documentProperties,
    titleHighlights: Type.Array(ref(Highlight), { description: 'What matches in `title`.' }),
    titleHtml: Type.Optional(
      Type.String({ description: 'With `format=html`: `title`, escaped, with `<mark>`.' }),
    ),
    score: Type.Union([Type.Number(), Type.Null()], {
      description:
        'Relevance by words; compares only within one search. Null where documents are not ranked by words: browsing, sorting by date, far down long lists, and where `foundBy` is `meaning` alone. Where `byMeaning` finds, places in both orders decide, not the score.',
    }),
    missing: Type.Array(Type.String(), {
      description: 'Words of `q` that the document has in no form or translation.',
    }),
    foundBy: Type.Array(
      Type.String({
        enum: ['words', 'meaning'],
        description: '`words`: it matches. `meaning`: its passages are near to `q` in meaning.',
      }),
      {
        description:
          'How it was found. By `meaning` alone it does not match: it is no part of `total` and of facets, and may have none of the words. Where nobody has set up an embedder, always `words`.',
      },
    ),
    passages: Type.Array(ref(FoundPassage), { description: 'Its best passages, at most three.' }),
  },
  {
    $id: 'SearchHit',
    description:
      'A document that matches, with its best passages. All properties are there unless `fields` asks for some.',
  },
)
/** A document that matches, with all that there is to say of it. */
export type SearchHit = Static<typeof CompleteHit>

/** What of results can be asked for by name. */
export const HIT_FIELDS: readonly string[] = Object.keys(CompleteHit.properties)

/** The same as it is published: whoever asks for some properties gets no others. */
export const SearchHit = Type.Unsafe<SearchHit>({ ...CompleteHit, required: ['id'] })
