/** Parameters and answer of `GET /v1/coverage`. */
import { type Static, Type } from 'typebox'
import { partialProperty, ref } from './common.ts'
import { criteriaProperties } from './criteria.ts'

/** The query string. */
export const CoverageQuery = Type.Object(
  {
    size: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100,
        description: 'Documents without a translation that are named for each language; default 20.',
      }),
    ),
    ...criteriaProperties,
  },
  { additionalProperties: false },
)

/** A document, as it is named. */
export const NamedDocument = Type.Object(
  {
    id: Type.String({ description: 'Identifier of the document.' }),
    title: Type.String({ description: 'Title; empty if it has none.' }),
    lang: Type.String({ description: 'ISO 639-1 code.' }),
    date: Type.Union([Type.String(), Type.Null()], {
      description: 'Date of publication, as exact as known.',
    }),
    source: Type.Union([Type.String(), Type.Null()], { description: 'Who published it, if known.' }),
    place: Type.String({ description: 'The place it is from.' }),
    path: Type.String({ description: 'Path of its file, relative to its place.' }),
  },
  { $id: 'NamedDocument', description: 'A document, by what it is called and where it is.' },
)

/** What exists in one language only. */
export const CoverageResponse = Type.Object(
  {
    languages: Type.Array(
      Type.Object({
        lang: Type.String({ description: 'ISO 639-1 code.' }),
        documents: Type.Integer({ description: 'Documents in it.' }),
        untranslated: Type.Integer({ description: 'Those of them that have no translation here.' }),
        newest: Type.Array(ref(NamedDocument), {
          description: 'Documents without a translation, the newest by date first.',
        }),
      }),
      { description: 'The languages that are compared.' },
    ),
    topics: Type.Array(
      Type.Object({
        id: Type.String({ description: 'Topic, or `unclassified`.' }),
        label: Type.String({ description: 'Its name, in the language that Accept-Language prefers.' }),
        languages: Type.Array(
          Type.Object({
            lang: Type.String({ description: 'ISO 639-1 code.' }),
            documents: Type.Integer({ description: 'Documents in it; 0: the topic exists in others only.' }),
            first: Type.Union([ref(NamedDocument), Type.Null()], {
              description: 'The first of them by date: which language reported first. Null if none is dated.',
            }),
          }),
          { description: 'The same for each language.' },
        ),
        onlyIn: Type.Array(
          Type.Object({
            month: Type.String({ description: 'YYYY-MM.' }),
            lang: Type.String({ description: 'The one language that has documents.' }),
            documents: Type.Integer({ description: 'How many.' }),
          }),
          { description: 'Months in which one language has documents and no other has, oldest first.' },
        ),
      }),
      { description: 'Topics with documents, those of most documents first.' },
    ),
    omitted: Type.Integer({
      description: 'Topics left out, beyond the fifty of most documents; ask for them with `topic`.',
    }),
    ...partialProperty,
  },
  { $id: 'CoverageResponse', description: 'What exists in one language only.' },
)
export type CoverageResponse = Static<typeof CoverageResponse>
