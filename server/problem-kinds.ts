/** What can go wrong, by kind: the catalog that problem.ts makes answers of. In order of their status. */

/** Kinds of problems: URI reference of the kind → its status and its title. */
export const KINDS = {
  'invalid-parameter': {
    status: 400,
    title: { en: 'A parameter is not valid', it: 'Un parametro non è valido' },
  },
  'bad-request': {
    status: 400,
    title: {
      en: 'The request is not valid HTTP or not understood',
      it: 'La richiesta non è HTTP valido o non si capisce',
    },
  },
  'key-missing': { status: 401, title: { en: 'A key is needed', it: 'Serve una chiave' } },
  'key-unknown': { status: 401, title: { en: 'The key is not known', it: 'La chiave non è conosciuta' } },
  'key-expired': { status: 401, title: { en: 'The key has expired', it: 'La chiave è scaduta' } },
  'scope-missing': {
    status: 403,
    title: { en: 'The key is not for this', it: 'La chiave non vale per questo' },
  },
  'writing-closed': { status: 403, title: { en: 'Writing is closed', it: 'La scrittura è chiusa' } },
  'not-found': { status: 404, title: { en: 'There is nothing here', it: 'Qui non c’è nulla' } },
  'method-not-allowed': {
    status: 405,
    title: { en: 'This method is not allowed here', it: 'Qui questo metodo non è ammesso' },
  },
  'request-timeout': {
    status: 408,
    title: { en: 'The request took too long to arrive', it: 'La richiesta ha impiegato troppo ad arrivare' },
  },
  conflict: {
    status: 409,
    title: {
      en: 'The document is not of this kind of place',
      it: 'Il documento non appartiene a un luogo di questo tipo',
    },
  },
  'pair-conflict': {
    status: 409,
    title: {
      en: 'The pair cannot be beside what was decided',
      it: 'La coppia contraddice ciò che è stato deciso',
    },
  },
  gone: { status: 410, title: { en: 'The file is no longer there', it: 'Il file non c’è più' } },
  'precondition-failed': {
    status: 412,
    title: {
      en: 'The document is not as it was expected to be',
      it: 'Il documento non è come ci si aspettava',
    },
  },
  'too-large': { status: 413, title: { en: 'The request is too large', it: 'La richiesta è troppo grande' } },
  'uri-too-long': { status: 414, title: { en: 'The address is too long', it: 'L’indirizzo è troppo lungo' } },
  'unsupported-media-type': {
    status: 415,
    title: {
      en: 'The body is of a kind that is not understood',
      it: 'Il contenuto è di un tipo che non si capisce',
    },
  },
  misdirected: {
    status: 421,
    title: {
      en: 'The service is not known by this host name',
      it: 'Il servizio non è conosciuto con questo nome',
    },
  },
  'no-text': { status: 422, title: { en: 'The document has no text', it: 'Il documento non ha testo' } },
  unreadable: {
    status: 422,
    title: { en: 'The document cannot be read', it: 'Il documento non si può leggere' },
  },
  'key-reused': {
    status: 422,
    title: {
      en: 'The key was used for another request',
      it: 'La chiave è già servita per un’altra richiesta',
    },
  },
  'too-long': {
    status: 422,
    title: { en: 'The documents are too long for this', it: 'I documenti sono troppo lunghi per questo' },
  },
  'too-many-requests': { status: 429, title: { en: 'Too many requests', it: 'Troppe richieste' } },
  'headers-too-large': {
    status: 431,
    title: { en: 'The headers are too large', it: 'Le intestazioni sono troppo grandi' },
  },
  internal: {
    status: 500,
    title: { en: 'Something went wrong inside', it: 'Qualcosa è andato storto all’interno' },
  },
  interrupted: {
    status: 503,
    title: { en: 'It was stopped before it was done', it: 'È stato interrotto prima della fine' },
  },
  'engine-unavailable': {
    status: 503,
    title: { en: 'The search engine is not available', it: 'Il motore di ricerca non è disponibile' },
  },
  'no-index': {
    status: 503,
    title: { en: 'Nothing has been indexed yet', it: 'Non è stato ancora indicizzato nulla' },
  },
  'keys-unusable': {
    status: 503,
    title: {
      en: 'Keys cannot be checked at the moment',
      it: 'Al momento le chiavi non si possono controllare',
    },
  },
  'lexicon-unusable': {
    status: 503,
    title: { en: 'Lexicons cannot be used at the moment', it: 'Al momento i lessici non si possono usare' },
  },
  overloaded: {
    status: 503,
    title: { en: 'The service is busy or closing', it: 'Il servizio è occupato o si sta chiudendo' },
  },
  'no-space': { status: 507, title: { en: 'There is no room left', it: 'Non c’è più spazio' } },
} as const

/** One of the kinds of problems. */
export type ProblemKind = keyof typeof KINDS

/** Whether a name is one of the kinds. */
export function isProblemKind(name: string): name is ProblemKind {
  return Object.hasOwn(KINDS, name)
}
