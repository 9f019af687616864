/**
 * Everything that can go wrong, as people get told (RFC 9457). Nothing of the inside leaves through here: only errors of
 * this catalog show their words, all others are an internal error with an id to find them in the log.
 */
import { EngineError } from '../engine/errors.ts'
import type { ParameterError, Problem } from './schemas/common.ts'
import { inLanguage, type Told } from './sentence.ts'
import type { LabelLanguage } from './topics.ts'

/** Kinds of problems: URI reference of the kind → its title and status. */
const KINDS = {
  'invalid-parameter': {
    title: { en: 'A parameter is not valid', it: 'Un parametro non è valido' },
    status: 400,
  },
  'bad-request': {
    title: {
      en: 'The request is not valid HTTP or not understood',
      it: 'La richiesta non è HTTP valido o non si capisce',
    },
    status: 400,
  },
  'key-missing': {
    title: { en: 'A key is needed', it: 'Serve una chiave' },
    status: 401,
  },
  'key-unknown': {
    title: { en: 'The key is not known', it: 'La chiave non è conosciuta' },
    status: 401,
  },
  'key-expired': {
    title: { en: 'The key has expired', it: 'La chiave è scaduta' },
    status: 401,
  },
  'scope-missing': {
    title: { en: 'The key is not for this', it: 'La chiave non vale per questo' },
    status: 403,
  },
  'writing-closed': {
    title: { en: 'Writing is closed', it: 'La scrittura è chiusa' },
    status: 403,
  },
  'not-found': {
    title: { en: 'There is nothing here', it: 'Qui non c’è nulla' },
    status: 404,
  },
  'method-not-allowed': {
    title: { en: 'This method is not allowed here', it: 'Qui questo metodo non è ammesso' },
    status: 405,
  },
  'request-timeout': {
    title: { en: 'The request took too long to arrive', it: 'La richiesta ha impiegato troppo ad arrivare' },
    status: 408,
  },
  conflict: {
    title: {
      en: 'The document is not of this kind of place',
      it: 'Il documento non appartiene a un luogo di questo tipo',
    },
    status: 409,
  },
  'pair-conflict': {
    title: {
      en: 'The pair cannot be beside what was decided',
      it: 'La coppia contraddice ciò che è stato deciso',
    },
    status: 409,
  },
  gone: {
    title: { en: 'The file is no longer there', it: 'Il file non c’è più' },
    status: 410,
  },
  'precondition-failed': {
    title: {
      en: 'The document is not as it was expected to be',
      it: 'Il documento non è come ci si aspettava',
    },
    status: 412,
  },
  'too-large': {
    title: { en: 'The request is too large', it: 'La richiesta è troppo grande' },
    status: 413,
  },
  'unsupported-media-type': {
    title: {
      en: 'The body is of a kind that is not understood',
      it: 'Il contenuto è di un tipo che non si capisce',
    },
    status: 415,
  },
  misdirected: {
    title: {
      en: 'The service is not known by this host name',
      it: 'Il servizio non è conosciuto con questo nome',
    },
    status: 421,
  },
  'no-text': {
    title: { en: 'The document has no text', it: 'Il documento non ha testo' },
    status: 422,
  },
  unreadable: {
    title: { en: 'The document cannot be read', it: 'Il documento non si può leggere' },
    status: 422,
  },
  'key-reused': {
    title: {
      en: 'The key was used for another request',
      it: 'La chiave è già servita per un’altra richiesta',
    },
    status: 422,
  },
  'too-long': {
    title: { en: 'The documents are too long for this', it: 'I documenti sono troppo lunghi per questo' },
    status: 422,
  },
  'uri-too-long': {
    title: { en: 'The address is too long', it: 'L’indirizzo è troppo lungo' },
    status: 414,
  },
  'too-many-requests': {
    title: { en: 'Too many requests', it: 'Troppe richieste' },
    status: 429,
  },
  'headers-too-large': {
    title: { en: 'The headers are too large', it: 'Le intestazioni sono troppo grandi' },
    status: 431,
  },
  interrupted: {
    title: { en: 'It was stopped before it was done', it: 'È stato interrotto prima della fine' },
    status: 503,
  },
  internal: {
    title: { en: 'Something went wrong inside', it: 'Qualcosa è andato storto all’interno' },
    status: 500,
  },
  'engine-unavailable': {
    title: { en: 'The search engine is not available', it: 'Il motore di ricerca non è disponibile' },
    status: 503,
  },
  'no-index': {
    title: { en: 'Nothing has been indexed yet', it: 'Non è stato ancora indicizzato nulla' },
    status: 503,
  },
  'keys-unusable': {
    title: {
      en: 'Keys cannot be checked at the moment',
      it: 'Al momento le chiavi non si possono controllare',
    },
    status: 503,
  },
  'lexicon-unusable': {
    title: { en: 'Lexicons cannot be used at the moment', it: 'Al momento i lessici non si possono usare' },
    status: 503,
  },
  'no-space': {
    title: { en: 'There is no room left', it: 'Non c’è più spazio' },
    status: 507,
  },
  overloaded: {
    title: { en: 'The service is busy or closing', it: 'Il servizio è occupato o si sta chiudendo' },
    status: 503,
  },
} as const

/** One of the kinds of problems. */
export type ProblemKind = keyof typeof KINDS

/** Whether a name is one of the kinds. */
export function isProblemKind(name: string): name is ProblemKind {
  return Object.hasOwn(KINDS, name)
}

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
