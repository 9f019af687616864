/** What is counted beside a search. */
import { type Static, Type } from 'typebox'

/** One value of a facet. */
export const FacetBucket = Type.Object(
  {
    value: Type.String({ description: 'As the parameter of the same name takes it.' }),
    label: Type.String({
      description: 'Name to show; for topics in the language that Accept-Language prefers.',
    }),
    count: Type.Integer({
      description:
        'How many documents a search finds in which this value stands alone in the filter of its own facet, and all else is as asked. Exact. Where other values of the facet are chosen, too, choosing it as well finds those that have any of them.',
    }),
    selected: Type.Boolean({ description: 'Whether the request filters by it.' }),
  },
  { $id: 'FacetBucket', description: 'One value of a facet.' },
)
export type FacetBucket = Static<typeof FacetBucket>
