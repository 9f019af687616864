/** Answers of `/health`. */
import { type Static, Type } from 'typebox'

/** The process answers. */
export const LiveResponse = Type.Object({ status: Type.Literal('live') }, { $id: 'LiveResponse' })

/** A search was tried and worked. */
export const ReadyResponse = Type.Object(
  {
    status: Type.Literal('ready'),
    index: Type.Object({
      generation: Type.String(),
      builtAt: Type.String(),
      documents: Type.Integer(),
      passages: Type.Integer(),
    }),
  },
  { $id: 'ReadyResponse' },
)
export type ReadyResponse = Static<typeof ReadyResponse>
