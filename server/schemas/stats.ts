/** Parameters and answers of `/v1/stats` and `/v1/stats/timeline`. */
import { type Static, Type } from 'typebox'
import { partialProperty } from './common.ts'
import { criteriaProperties } from './criteria.ts'

const documents = Type.Integer({ description: 'Documents.' })
const orNull = Type.Union([Type.String(), Type.Null()], { description: 'YYYY; null if nothing is dated.' })

/** What there is. */
export const StatsResponse = Type.Object(
  {
    documents: Type.Integer({ description: 'All documents.' }),
    passages: Type.Integer({ description: 'The passages that they are cut into.' }),
    terms: Type.Integer({ description: 'Different words in all languages, forms of one word counted once.' }),
    languages: Type.Array(
      Type.Object({
        lang: Type.String({ description: 'ISO 639-1 code, or `und`.' }),
        documents,
        translated: Type.Integer({ description: 'Those of them that have a translation here.' }),
      }),
      { description: 'By language of the document.' },
    ),
    places: Type.Array(
      Type.Object({
        place: Type.String({ description: 'Name, as the parameter `place` takes it.' }),
        documents,
      }),
      { description: 'By where they are from; a document that is in several counts in each.' },
    ),
    sources: Type.Array(
      Type.Object({ source: Type.String({ description: 'Who published them.' }), documents }),
      { description: 'By publisher, where it is known: the hundred with most documents.' },
    ),
    dates: Type.Object(
      {
        dated: Type.Integer({ description: 'Documents with a date.' }),
        undated: Type.Integer({ description: 'Documents without one.' }),
        firstYear: orNull,
        lastYear: orNull,
        bases: Type.Array(
          Type.Object({
            basis: Type.String({ description: 'As the parameter `dateBasis` takes it.' }),
            documents,
          }),
          { description: 'By who says their date.' },
        ),
      },
      { description: 'When they were published.' },
    ),
    translated: Type.Integer({ description: 'Documents that have a translation here.' }),
    copies: Type.Integer({ description: 'Documents that have a near copy here.' }),
    embedded: Type.Union([Type.Integer(), Type.Null()], {
      description:
        'Of the passages, how many can be found by meaning already; null where no embedder is set up.',
    }),
    index: Type.Object(
      {
        generation: Type.String({ description: 'Name of the build.' }),
        builtAt: Type.String({ description: 'When it was begun; ISO 8601, UTC.' }),
        change: Type.Integer({ description: 'Number of the last change; it grows with each.' }),
      },
      { description: 'The state of the index that this is about.' },
    ),
    ...partialProperty,
  },
  { $id: 'StatsResponse', description: 'What there is, in numbers.' },
)
export type StatsResponse = Static<typeof StatsResponse>

/** The query string of the timeline. */
export const TimelineQuery = Type.Object(
  {
    interval: Type.Optional(
      Type.String({ enum: ['month', 'year'], description: 'Length of a period; default `month`.' }),
    ),
    ...criteriaProperties,
  },
  { additionalProperties: false },
)

/** Documents by topic, language and period. */
export const TimelineResponse = Type.Object(
  {
    interval: Type.String({ description: '`month` or `year`.' }),
    total: Type.Integer({ description: 'Documents that this is about.' }),
    topics: Type.Array(
      Type.Object({
        id: Type.String({ description: 'Topic, or `unclassified`.' }),
        label: Type.String({ description: 'Its name, in the language that Accept-Language prefers.' }),
        languages: Type.Array(
          Type.Object({
            lang: Type.String({ description: 'Language of the documents.' }),
            documents,
            undated: Type.Integer({ description: 'Those of them whose period is not known.' }),
            periods: Type.Array(
              Type.Object({
                period: Type.String({ description: 'YYYY-MM or YYYY.' }),
                documents,
              }),
              { description: 'Periods with documents, oldest first.' },
            ),
          }),
          { description: 'By language, that of most documents first.' },
        ),
      }),
      {
        description:
          'Topics with documents, those of most documents first; a document counts in each of its topics.',
      },
    ),
    omitted: Type.Integer({
      description: 'Topics left out, beyond the hundred of most documents; ask for them with `topic`.',
    }),
    ...partialProperty,
  },
  { $id: 'TimelineResponse', description: 'Documents by topic, language and period.' },
)
export type TimelineResponse = Static<typeof TimelineResponse>
