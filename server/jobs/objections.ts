/**
 * What may speak against a change of a document: looked at when it is asked for, as far as that is known then, and again
 * by the writer, when nobody else can change anything any more. Pure.
 */

import type { StoredDocument } from '../../engine/apply-change.ts'
import { API_PLACE, SAMPLE_PLACE } from '../../engine/places.ts'
import { ProblemError } from '../problem.ts'

/** What must hold for a change to be made (If-Match, If-None-Match). */
export type Precondition = {
  /** Revisions that the document may have, or `*` for any. */
  ifMatch?: string[]
  /** Whether there must be no such document yet. */
  isNew?: true
}

/** What is known of a document before it is changed. */
export type Present = Pick<StoredDocument, 'revision' | 'place' | 'contentHash'>

/**
 * Reads the headers of a precondition.
 *
 * @throws {ProblemError} `bad-request` if they are not understood
 */
export function readPrecondition(headers: {
  'if-match'?: string | undefined
  'if-none-match'?: string | undefined
}): Precondition {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers
  if (noneMatch !== undefined && noneMatch.trim() !== '*') {
    throw new ProblemError(
      'bad-request',
      'If-None-Match may only be * here: the document is put only if there is none with this id yet.',
    )
  }
  if (match === undefined) return noneMatch === undefined ? {} : { isNew: true }
  if (noneMatch !== undefined) {
    throw new ProblemError(
      'bad-request',
      'If-Match and If-None-Match contradict each other. Send one of them.',
    )
  }
  const tags = entityTags(match)
  if (tags.length === 0) {
    throw new ProblemError(
      'bad-request',
      `If-Match is ${match.slice(0, 64)}, but must be the ETag of a document, such as "12", or *.`,
    )
  }
  return { ifMatch: tags }
}

/** The revisions that a list of entity tags names; weak ones count, too. */
export function entityTags(header: string): string[] {
  if (header.trim() === '*') return ['*']
  return [...header.matchAll(/"([^"]*)"/g)].map(([, tag = '']) => tag)
}

/** The entity tag of a document. */
export function entityTagOf({ revision }: { revision: number }): string {
  return `"${revision}"`
}

/**
 * Why a document cannot be changed; undefined if nothing is against it.
 *
 * @param present the document as it is; undefined if there is none
 * @param contentHash of what the change makes, if it may have been made already: then it is no wonder what is there
 */
export function objectionTo(
  kind: 'put' | 'patch' | 'delete',
  { document, precondition: { ifMatch, isNew } }: { document: string; precondition: Precondition },
  present: Present | undefined,
  contentHash?: string,
): ProblemError | undefined {
  if (present !== undefined && present.place !== API_PLACE && present.place !== SAMPLE_PLACE) {
    return new ProblemError('conflict', {
      en: `The document "${document}" belongs to the place "${present.place}", which is kept in step with its files. Change it there, or ${kind === 'put' ? 'choose another id' : 'forget the place'}.`,
      it: `Il documento "${document}" appartiene al luogo "${present.place}", che segue i suoi file. Modificalo lì, oppure ${kind === 'put' ? 'scegli un altro id' : 'dimentica il luogo'}.`,
    })
  }
  const isDone = present !== undefined && contentHash !== undefined && present.contentHash === contentHash
  if (isNew && present !== undefined && !isDone) {
    return new ProblemError('precondition-failed', {
      en: `There is a document "${document}" already, of revision ${present.revision}.`,
      it: `C’è già un documento "${document}", di revisione ${present.revision}.`,
    })
  }
  if (ifMatch !== undefined && present === undefined) {
    return new ProblemError('precondition-failed', {
      en: `There is no document "${document}" any more.`,
      it: `Il documento "${document}" non c’è più.`,
    })
  }
  if (present === undefined) return kind === 'put' ? undefined : noSuchDocument(document)
  const isMet = ifMatch === undefined || ifMatch.includes('*') || ifMatch.includes(String(present.revision))
  if (isMet || isDone) return undefined
  return new ProblemError('precondition-failed', {
    en: `The document "${document}" has been changed: its revision is ${present.revision} now. Read it again, and decide anew.`,
    it: `Il documento "${document}" è stato modificato: ora la sua revisione è ${present.revision}. Leggilo di nuovo e decidi da capo.`,
  })
}

/** The problem of an id that is none. */
export function noSuchDocument(id: string): ProblemError {
  return new ProblemError('not-found', {
    en: `There is no document "${id.slice(0, 128)}".`,
    it: `Non c’è alcun documento "${id.slice(0, 128)}".`,
  })
}
