/** What a passage is wherever it is shown. */
import { Type } from 'typebox'

/** Properties of every passage. */
export const passageProperties = {
  id: Type.String({ description: 'Stable identifier of the passage.' }),
  lang: Type.String({
    description: 'ISO 639-1 code, or `und`; quotations may differ from their document.',
  }),
  heading: Type.Array(Type.String(), { description: 'Headings above it, outermost first.' }),
  text: Type.String({ description: 'Its text, as it stands in the document.' }),
  start: Type.Integer({
    description: 'Where it begins in the text of the document, in UTF-16 code units.',
  }),
  end: Type.Integer({ description: 'Where it ends there.' }),
  page: Type.Optional(
    Type.Integer({
      minimum: 1,
      description: 'Number of the page that it begins on, counted from 1; absent where there are no pages.',
    }),
  ),
}
