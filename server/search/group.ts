/** Ranked passages → documents with their best passages, as people look for documents. Pure. */
import type { Candidate } from '../../engine/search.ts'
import type { Scored } from './rank.ts'

/** A document with the best of its passages, best first. */
export type RankedDocument = {
  id: string
  /** That of its best passage. */
  score: number
  passages: Scored<Candidate>[]
}

/** Passages shown of one document. */
export const PASSAGES_SHOWN = 3

/** Groups passages, best first, by document; the order of documents is that of their best passages. */
export function groupByDocument(ranked: readonly Scored<Candidate>[]): RankedDocument[] {
  const documents = new Map<string, RankedDocument>()
  for (const scored of ranked) {
    const id = scored.candidate.document
    const known = documents.get(id)
    if (known === undefined) documents.set(id, { id, score: scored.score, passages: [scored] })
    else known.passages.push(scored)
  }
  return [...documents.values()]
}
