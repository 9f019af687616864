/** Answers of `/health`. */
import { type Static, Type } from 'typebox'
import { partialProperty } from './common.ts'

/** The process answers. */
export const LiveResponse = Type.Object(
  { status: Type.Literal('live', { description: 'The process answers.' }) },
  { $id: 'LiveResponse', description: 'The process is up.' },
)

/** A search was tried and worked. */
export const ReadyResponse = Type.Object(
  {
    status: Type.Literal('ready', {
      description:
        'Searches were tried and worked, and all that was indexed is there, but for parts that `partial` names.',
    }),
    index: Type.Object(
      {
        generation: Type.String({ description: 'Name of the build of the index.' }),
        builtAt: Type.String({ description: 'When it was finished: ISO 8601, UTC.' }),
        documents: Type.Integer({ description: 'Documents in it.' }),
        passages: Type.Integer({ description: 'Passages in it.' }),
      },
      { description: 'What searches are answered from.' },
    ),
    ...partialProperty,
    processes: Type.Optional(
      Type.Object(
        {
          wanted: Type.Integer({ description: 'How many are to answer (`PROCESSES`).' }),
          answering: Type.Integer({
            description: 'How many answer now. One that is missing is being started again.',
          }),
        },
        { description: 'The processes that answer searches, where there are several.' },
      ),
    ),
  },
  { $id: 'ReadyResponse', description: 'The service answers searches.' },
)
export type ReadyResponse = Static<typeof ReadyResponse>
