/**
 * Everything that can go wrong, as people get told (RFC 9457). Nothing of the inside leaves through here: only errors of
 * this catalog show their words, all others are an internal error with an id to find them in the log.
 */
import { EngineError } from '../engine/errors.ts'
import { KINDS, type ProblemKind } from './problem-kinds.ts'
import type { ParameterError, Problem } from './schemas/common.ts'
import { inLanguage, type Told } from './sentence.ts'
import type { LabelLanguage } from './topics.ts'

/** Seconds after which trying again makes sense, for every 503. */
export const RETRY_AFTER_SECONDS = 2

/** What is wrong with one parameter, before it is known in which language it is told. */
export type ParameterFault = Omit<ParameterError, 'detail'> & { detail: Told }

/** An error that may be shown to whoever asked. Its message is English. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly kind: ProblemKind
  readonly detail: Told
  readonly errors: readonly ParameterFault[] | undefined

  constructor(
    kind: ProblemKind,
    detail: Told,
    errors?: readonly ParameterFault[],
    options?: { cause?: unknown },
  ) {
    super(inLanguage(detail, 'en'), options)
    this.kind = kind
    this.detail = detail
    this.errors = errors
  }
}

/** The HTTP status of a kind of problem. */
export function statusOf(kind: ProblemKind): number {
  return KINDS[kind].status
}

/** What a problem is where it is no answer by itself, but a part of one. */
export function problemPart(
  { kind, detail }: { kind: ProblemKind; detail: Told },
  lang: LabelLanguage = 'en',
): Omit<Problem, 'requestId' | 'errors'> {
  const { title, status } = KINDS[kind]
  return { type: `/problems/${kind}`, title: title[lang], status, detail: inLanguage(detail, lang) }
}

/** The body that tells of a problem. */
export function problemBody(error: ProblemError, requestId: string, lang: LabelLanguage = 'en'): Problem {
  return {
    ...problemPart(error, lang),
    requestId,
    ...(error.errors && {
      errors: error.errors.map((fault) => ({ ...fault, detail: inLanguage(fault.detail, lang) })),
    }),
  }
}

/** Problems that Fastify itself finds, by status. */
const BY_STATUS: Record<number, readonly [ProblemKind, Told]> = {
  400: ['bad-request', 'The request could not be read. Check its address, headers and body.'],
  404: ['not-found', { en: 'There is nothing at this address.', it: 'A questo indirizzo non c’è nulla.' }],
  405: ['method-not-allowed', 'Use GET here.'],
  408: [
    'request-timeout',
    {
      en: 'The request did not arrive in time. Send it again.',
      it: 'La richiesta non è arrivata in tempo. Inviala di nuovo.',
    },
  ],
  413: [
    'too-large',
    {
      en: 'The body is larger than this service takes.',
      it: 'Il contenuto è più grande di quanto il servizio accetti.',
    },
  ],
  414: [
    'uri-too-long',
    {
      en: 'Shorten the query: it may have 512 characters.',
      it: 'Accorcia la ricerca: può avere 512 caratteri.',
    },
  ],
  415: ['unsupported-media-type', 'Send no body, or one of the type application/json.'],
  431: ['headers-too-large', 'Send fewer or shorter headers.'],
  503: ['overloaded', { en: 'Try again in a moment.', it: 'Riprova tra un momento.' }],
}

/** What Fastify calls the client's fault, under a status that has no words of its own. */
function unnamed(status: number): (typeof BY_STATUS)[number] | undefined {
  return status >= 400 && status < 500 ? BY_STATUS[400] : undefined
}

/** Any error as one that may be shown. What it cannot name stays inside, as its `cause`. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof EngineError) {
    return new ProblemError(
      'engine-unavailable',
      {
        en: 'The search engine does not answer at the moment. Try again shortly; nothing is lost.',
        it: 'Il motore di ricerca al momento non risponde. Riprova tra poco; nulla è andato perso.',
      },
      undefined,
      { cause: error },
    )
  }
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  const known = typeof status === 'number' ? (BY_STATUS[status] ?? unnamed(status)) : undefined
  if (known !== undefined) return new ProblemError(known[0], known[1], undefined, { cause: error })
  return new ProblemError(
    'internal',
    {
      en: 'This is a fault of the service. Its operator can find it in the log by the requestId.',
      it: 'È un errore del servizio. Chi lo gestisce lo trova nel registro con il requestId.',
    },
    undefined,
    { cause: error },
  )
}
