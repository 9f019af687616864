/** `GET /v1/lexicon`, and `GET`, `PUT` and `DELETE /v1/lexicon/pairs`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DecisionError, objectionsTo, type Pair } from '../../language/bridge/decisions.ts'
import { LexiconError } from '../../language/bridge/lexicon.ts'
import type { Decisions } from '../lexicon/decisions.ts'
import { knownOf } from '../lexicon/known.ts'
import { keysAsSecurity } from '../openapi.ts'
import { ProblemError } from '../problem.ts'
import { failures, ref, unchanged } from '../schemas/common.ts'
import {
  LexiconPair,
  LexiconPairsResponse,
  LexiconQuery,
  LexiconResponse,
  PairQuery,
  PairsQuery,
  PostedPair,
} from '../schemas/lexicon.ts'
import { joinedSentences } from '../sentence.ts'
import { labelLanguage } from '../topics.ts'
import type { RouteOptions } from './options.ts'

/** What these routes are given; without `decisions` none are taken, and none are listed. */
export type LexiconRouteOptions = RouteOptions & { decisions: Decisions | undefined }

const SHOWN = 100

/** What lexicons know, and what is decided of their pairs here. */
export const lexiconRoutes: FastifyPluginAsyncTypebox<LexiconRouteOptions> = async (
  app,
  { bridge, decisions },
) => {
  const look = {
    operationId: 'getLexicon',
    tags: ['Lexicon'],
    summary: 'Say what lexicons know of a word',
    description:
      'The translations of a word or term that lexicons know, whether or not documents have them, from which lexicon each is, and which are rejected. What a search makes of them, `/v1/terms` tells.',
    querystring: LexiconQuery,
    response: { 200: ref(LexiconResponse), ...unchanged, ...failures(400, 401, 421, 429, 500, 503) },
  }
  app.get(
    '/v1/lexicon',
    { schema: look, config: { changesWith: 'index' } },
    async ({ query: { q }, headers }) => ({
      q,
      languages: knownOf(q, bridge(), labelLanguage(headers['accept-language'])),
    }),
  )

  const list = {
    operationId: 'listLexiconPairs',
    tags: ['Lexicon'],
    summary: 'List what was decided of pairs',
    description: 'The pairs that were added or rejected here, one by one, over REST or by the command line.',
    querystring: PairsQuery,
    response: { 200: ref(LexiconPairsResponse), ...failures(400, 401, 403, 421, 429, 500, 503) },
  }
  app.get(
    '/v1/lexicon/pairs',
    { schema: list, config: { isCentral: true } },
    async ({ query: { q, rejected, size = SHOWN } }) => {
      const part = q?.normalize('NFC').toLowerCase() ?? ''
      const all = decisions === undefined ? [] : await kept(decisions.list)
      const found = all.filter(
        (one) =>
          [one.it, one.en].some((side) => side.toLowerCase().includes(part)) &&
          (rejected === undefined || one.rejected === rejected),
      )
      const newestFirst = found.toReversed().sort((a, b) => Number(a.rejected) - Number(b.rejected))
      return { total: found.length, pairs: newestFirst.slice(0, size) }
    },
  )

  const decide = {
    operationId: 'putLexiconPair',
    tags: ['Lexicon'],
    security: keysAsSecurity(),
    summary: 'Add or reject a pair',
    description:
      'Decides that two words or terms are translations of each other, or that they are none. An added pair counts more than any other lexicon; a rejected one takes what all of them say of it away, in all its forms, and what spelling suggests. A later decision about the same pair replaces the earlier one. When it is answered, searches go by it, and it is kept.',
    body: ref(PostedPair),
    response: {
      200: { ...ref(LexiconPair), description: 'It was decided before, the same or otherwise.' },
      201: { ...ref(LexiconPair), description: 'It is decided now.' },
      ...failures(400, 401, 403, 408, 409, 413, 415, 421, 429, 500, 503),
    },
  }
  app.put('/v1/lexicon/pairs', { schema: decide, config: { scope: 'index' } }, async (request, reply) => {
    const { it, en, rejected = false } = request.body
    requirePair({ it, en })
    const { decision, did, isInUse } = await kept(() =>
      requireDecisions(decisions).decide({ it, en, rejected }),
    )
    requireUse(isInUse)
    return reply.code(did === 'added' ? 201 : 200).send(decision)
  })

  const remove = {
    operationId: 'deleteLexiconPair',
    tags: ['Lexicon'],
    security: keysAsSecurity(),
    summary: 'Take back what was decided of a pair',
    description:
      'Lexicons count again for this pair as if nothing had been decided. Any form of its words will do; an added pair that is written exactly so goes before others.',
    querystring: PairQuery,
    response: {
      200: { ...ref(LexiconPairsResponse), description: 'What was taken back.' },
      ...failures(400, 401, 403, 404, 421, 429, 500, 503),
    },
  }
  app.delete('/v1/lexicon/pairs', { schema: remove, config: { scope: 'index' } }, async ({ query }) => {
    const taken = await kept(() => requireDecisions(decisions).takeBack(query))
    if (taken === undefined) {
      throw new ProblemError('not-found', {
        en: `Nothing was decided here of "${shown(query.it)}" – "${shown(query.en)}". GET /v1/lexicon/pairs lists what was; what lexicons say can only be rejected.`,
        it: `Qui non è stato deciso nulla di "${shown(query.it)}" – "${shown(query.en)}". GET /v1/lexicon/pairs elenca ciò che lo è stato; ciò che dicono i lessici si può solo rifiutare.`,
      })
    }
    requireUse(taken.isInUse)
    return { total: taken.decisions.length, pairs: taken.decisions }
  })
}

function requireDecisions(decisions: Decisions | undefined): Decisions {
  if (decisions !== undefined) return decisions
  throw new ProblemError('writing-closed', {
    en: 'This service only answers searches, and keeps no pairs.',
    it: 'Questo servizio risponde solo alle ricerche e non conserva coppie.',
  })
}

function requirePair(pair: Pair): void {
  const objections = objectionsTo(pair)
  if (objections.length === 0) return
  throw new ProblemError(
    'invalid-parameter',
    joinedSentences(objections.map(({ detail }) => detail)),
    objections.map(({ side, detail }) => ({ parameter: side, detail })),
  )
}

/** Errors as they may be shown: those of files name files. */
async function kept<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change()
  } catch (error) {
    if (error instanceof DecisionError) throw new ProblemError('pair-conflict', error.said)
    if (!(error instanceof LexiconError)) throw error
    throw new ProblemError(
      'lexicon-unusable',
      {
        en: 'The pairs that were decided here cannot be read or written; nothing has changed. Its operator can find why in the log by the requestId.',
        it: 'Le coppie decise qui non si possono leggere o scrivere; nulla è cambiato. Chi gestisce il servizio ne trova la ragione nel registro con il requestId.',
      },
      undefined,
      { cause: error },
    )
  }
}

/** What is kept counts from the next change of lexicons that can be used. */
function requireUse(isInUse: boolean): void {
  if (isInUse) return
  throw new ProblemError('lexicon-unusable', {
    en: 'The decision is kept, but searches do not go by it yet: a lexicon of this service cannot be read. Its operator can find which one with bifora lexicon list.',
    it: 'La decisione è conservata, ma le ricerche non la seguono ancora: un lessico di questo servizio non si può leggere. Chi lo gestisce scopre quale con bifora lexicon list.',
  })
}

function shown(text: string): string {
  return text.slice(0, 60)
}
