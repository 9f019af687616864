/** Parameters and answers of `/v1/feed.atom` and `/v1/feed.json`. */
import { type Static, Type } from 'typebox'
import { criteriaProperties } from './criteria.ts'

/** The query string. */
export const FeedQuery = Type.Object(
  {
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'Documents; default 50.' })),
    ...criteriaProperties,
  },
  { additionalProperties: false },
)

/** A feed (jsonfeed.org, version 1.1). */
export const JsonFeed = Type.Object(
  {
    version: Type.String({ description: 'Of the format.' }),
    title: Type.String({ description: 'What is looked for.' }),
    home_page_url: Type.String({ description: 'The search that it follows.' }),
    feed_url: Type.String({ description: 'Its own address.' }),
    items: Type.Array(
      Type.Object({
        id: Type.String({ description: 'Address of the document in this service; it stays the same.' }),
        url: Type.String({ description: 'Where it was published, else its address in this service.' }),
        title: Type.String({ description: 'Title, or path of its file.' }),
        content_text: Type.String({ description: 'The beginning of its text.' }),
        language: Type.Optional(Type.String({ description: 'ISO 639-1 code; absent if undetermined.' })),
        date_published: Type.String({ description: 'When it came into the index.' }),
        date_modified: Type.String({ description: 'When it was last changed there.' }),
        authors: Type.Optional(
          Type.Array(Type.Object({ name: Type.String({ description: 'Who published it.' }) }), {
            description: 'Who published it, if known.',
          }),
        ),
        tags: Type.Array(Type.String(), { description: 'Names of its topics.' }),
        _bifora: Type.Object(
          {
            date: Type.Union([Type.String(), Type.Null()], {
              description: 'Date of publication: YYYY-MM-DD, YYYY-MM or YYYY; null if it is not known.',
            }),
            topics: Type.Array(Type.String(), { description: 'Its topics by identifier.' }),
          },
          { description: 'What the format has no place for.' },
        ),
      }),
      { description: 'The documents that came last, newest first.' },
    ),
  },
  { $id: 'JsonFeed', description: 'A search as a feed (JSON Feed 1.1).' },
)
export type JsonFeed = Static<typeof JsonFeed>
