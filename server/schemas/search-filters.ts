/** Parameters that say which documents may be found at all: the filters of a search and of all that is like one. */
import { Type } from 'typebox'

const DATE = '^\\d{4}(-\\d{2}(-\\d{2})?)?$'

/** Characters of one value of a list whose values may also come together, with commas between them. */
export const LIST_LENGTH = 1024

/** Filters. Lists may be repeated parameters, and commas where values have none. */
export const filterParameters = {
  lang: Type.Optional(
    Type.Array(Type.String({ maxLength: LIST_LENGTH }), {
      maxItems: 20,
      description:
        'Only documents in any of these languages (ISO 639-1, or `und`). Several with commas between them, or by repeating the parameter.',
      examples: [['it', 'en']],
    }),
  ),
  topic: Type.Optional(
    Type.Array(Type.String({ maxLength: LIST_LENGTH }), {
      maxItems: 20,
      description:
        'Only documents with any of these topics (see `/v1/topics`), or `unclassified`. Several as those of `lang`.',
      examples: [['semiconductors']],
    }),
  ),
  reference: Type.Optional(
    Type.Array(Type.String({ maxLength: 256 }), {
      maxItems: 20,
      description:
        'Only documents that refer to any of these acts or standards: by id, as the facet `reference` has it (`eu:2016/679`, `it:dlgs:2005/82`, `iso:27001`), with `#art6` for an article, or in any spelling (`GDPR`, `D.Lgs. 82/2005`). Several are given by repeating the parameter.',
      examples: [['eu:2016/679']],
    }),
  ),
  tag: Type.Optional(
    Type.Array(Type.String({ maxLength: 256 }), {
      maxItems: 20,
      description:
        'Only documents with any of these tags of their own authors. The facet `tag` has the most frequent. Several are given by repeating the parameter, since tags may have commas.',
      examples: [['bandi']],
    }),
  ),
  source: Type.Optional(
    Type.Array(Type.String({ maxLength: 1000 }), {
      maxItems: 20,
      description:
        'Only documents that any of these have published. The facet `source` has them. Several are given by repeating the parameter, since names may have commas.',
      examples: [['Commissione europea']],
    }),
  ),
  place: Type.Optional(
    Type.Array(Type.String({ maxLength: 256 }), {
      maxItems: 20,
      description:
        'Only documents of any of these places: the folders that were indexed, by name, `api` for documents that were sent over REST, `sample` for the sample corpus. The facet `place` has all of them. Several are given by repeating the parameter.',
      examples: [['reports']],
    }),
  ),
  folder: Type.Optional(
    Type.Array(Type.String({ maxLength: 1024 }), {
      maxItems: 20,
      description:
        'Only documents in any of these folders of their place, however deep: `minutes/2024`. The facet `folder` has all of them, the folders above included. Several are given by repeating the parameter, since names may have commas.',
      examples: [['minutes/2024']],
    }),
  ),
  from: Type.Optional(
    Type.String({
      pattern: DATE,
      description:
        'Only documents published on or after: YYYY, YYYY-MM or YYYY-MM-DD. Of a document that says only its month or year, the whole of that must lie between `from` and `to`.',
    }),
  ),
  to: Type.Optional(
    Type.String({
      pattern: DATE,
      description: 'Only documents published on or before; 2024 means to its last day.',
    }),
  ),
  undated: Type.Optional(
    Type.String({
      enum: ['exclude', 'include', 'only'],
      description:
        'What becomes of documents without a date under `from` and `to`: `exclude`, the default, leaves them out, and `undated` in the answer says how many they are; `include` adds them. `only`: only documents without a date, which leaves no room for `from` and `to`.',
    }),
  ),
  translated: Type.Optional(
    Type.String({
      enum: ['yes', 'no'],
      description:
        '`no`: only documents of which there is no translation here; `yes`: only those of which there is one.',
    }),
  ),
  dateBasis: Type.Optional(
    Type.Array(Type.String({ maxLength: LIST_LENGTH }), {
      maxItems: 4,
      description:
        'Only documents whose date has any of these bases; several as those of `lang`. `published`: the document itself says when it was published (metadata, a label, a byline, a dateline, the title of an act). `updated`: it only says when it was last changed. `inferred`: nobody says it, and it follows from the address, the names of file and folders, an event that the first sentence reports as new, or a table of versions. `unknown`: there is no date.',
      examples: [['published', 'updated']],
    }),
  ),
}
