/** Ranked passages → documents with their best passages, as people look for documents. */
import type { Scored } from './score.ts'

/** A document with the best of its passages, best first. */
export type RankedDocument<T> = {
  id: string
  /** That of its best passage. */
  score: number
  passages: Scored<T>[]
}

/** Groups passages, best first, by document; the order of documents is that of their best passages. */
export function groupByDocument<T extends { document: string }>(
  ranked: readonly Scored<T>[],
): RankedDocument<T>[] {
  const documents = new Map<string, RankedDocument<T>>()
  for (const scored of ranked) {
    const id = scored.candidate.document
    const known = documents.get(id)
    if (known === undefined) documents.set(id, { id, score: scored.score, passages: [scored] })
    else known.passages.push(scored)
  }
  return [...documents.values()]
}
